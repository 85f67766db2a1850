/** The middle of some measurements. */
export function median(measured: readonly number[]): number {
  return [...measured].sort((a, b) => a - b)[Math.floor(measured.length / 2)] ?? 0;
}
