/** A place in a text, both numbers 1-based; the column counts UTF-16 units. */
export interface Position {
  readonly line: number;
  readonly column: number;
}

/** Where each line begins. A line ends with CR LF, LF or CR, as editors count. One pass over the text. */
export function lineStarts(text: string): readonly number[] {
  const starts = [0];
  let feed = text.indexOf('\n');
  let carriage = text.indexOf('\r');
  while (feed >= 0 || carriage >= 0) {
    const isLone = carriage >= 0 && (feed < 0 || carriage < feed - 1);
    const end = isLone ? carriage : feed;
    starts.push(end + 1);
    if (carriage >= 0 && carriage <= end) carriage = text.indexOf('\r', end + 1);
    if (!isLone) feed = text.indexOf('\n', end + 1);
  }
  return starts;
}

/** Line of an offset among line starts; takes a logarithm of their number. */
export function lineAt(starts: readonly number[], offset: number): number {
  let low = 0;
  let high = starts.length;
  while (low < high) {
    const middle = (low + high) >>> 1;
    if ((starts[middle] ?? 0) <= offset) low = middle + 1;
    else high = middle;
  }
  return low;
}

/** Line and column of one offset; an offset behind the text is its end. */
export function positionAt(text: string, offset: number): Position {
  const starts = lineStarts(text);
  const line = lineAt(starts, Math.min(offset, text.length));
  return { line, column: Math.min(offset, text.length) - (starts[line - 1] ?? 0) + 1 };
}
