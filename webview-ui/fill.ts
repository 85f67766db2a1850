/** The same words again are no news: a live region stays silent. */
export function fill(part: HTMLElement, words: string): void {
  if (part.textContent !== words) part.textContent = words;
  part.hidden = words === '' && part.getAttribute('role') !== 'status';
}
