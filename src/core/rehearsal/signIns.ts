import type { Progress } from '../upgrade/progress';

/** How people came through an AD FS farm of the simulation, in minutes of sign-ins since the evening began. */
export interface SignIns {
  readonly adfsFarm: string;
  /** Without a second factor. */
  readonly passed: number;
  readonly refused: number;
}

/** Reads the counters of one simulated AD FS farm, which our own simulation writes. Pure. */
export function parseSignIns(text: string): SignIns {
  const { name, signIns } = JSON.parse(text) as {
    readonly name: string;
    readonly signIns: readonly { readonly passed: number; readonly refused: number }[];
  };
  const sum = (outcome: 'passed' | 'refused'): number => signIns.reduce((total, each) => total + each[outcome], 0);
  return { adfsFarm: name, passed: sum('passed'), refused: sum('refused') };
}

/**
 * People who were let through or refused outside an outage, told for the step in which it was counted. Inside an outage the
 * simulation itself says what must not be. Pure.
 * @param earlier progress and counters before the step
 * @param now the same after it
 */
export function watchSignIns(
  earlier: { readonly progress: Progress; readonly signIns: readonly SignIns[] },
  now: { readonly progress: Progress; readonly signIns: readonly SignIns[] },
): readonly string[] {
  const isOut = ({ outages }: Progress, adfsFarm: string): boolean =>
    outages.some((outage) => outage.adfsFarm === adfsFarm && outage.to === undefined);
  return now.signIns.flatMap(({ adfsFarm, passed, refused }) => {
    if (isOut(earlier.progress, adfsFarm) || isOut(now.progress, adfsFarm)) return [];
    const before = earlier.signIns.find((each) => each.adfsFarm === adfsFarm);
    return [
      ...(passed > (before?.passed ?? 0) ? [`people of ${adfsFarm} were let through without a second factor`] : []),
      ...(refused > (before?.refused ?? 0) ? [`people of ${adfsFarm} were refused`] : []),
    ];
  });
}
