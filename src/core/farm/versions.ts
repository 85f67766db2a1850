const part = (version: string, place: number): number => Number(version.split('.')[place] ?? 0);

/**
 * Order of two versions, number by number, missing numbers as 0: `8.0` equals `8.0.0.0`, `6.10` is newer than `6.9`.
 * Takes versions that the farm file's check has passed (two to four numbers); gives a number below, at or above 0.
 */
export function compareVersions(a: string, b: string): number {
  const differences = [0, 1, 2, 3].map((place) => part(a, place) - part(b, place));
  return differences.find((difference) => difference !== 0) ?? 0;
}

/** Whether going from one version to another passes a third: `from` is older than `at`, `to` is `at` or newer. */
export function crossesVersion(from: string, to: string, at: string): boolean {
  return compareVersions(from, at) < 0 && compareVersions(to, at) >= 0;
}
