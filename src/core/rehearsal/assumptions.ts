import type { Mark } from '../runbook/runbook';
import { minutesByHand } from './playing';

/** What a rehearsal rests on: how many of its effects and refusals are known how well, and which are only inferred. */
export interface Assumptions {
  readonly counts: Readonly<Record<Mark, number>>;
  readonly inferred: readonly string[];
}

const marks: readonly Mark[] = ['documented', 'community', 'inferred'];

/**
 * Counts the marks that the simulation carries, each in a comment line of its own at the effect or refusal: `# documented: KEY`,
 * `# community: KEY`, both with words behind a comma where KEY alone says too little, and `# inferred: why`. The minutes that
 * the simulated operator takes for a person are inferred, too. Pure.
 * @param texts text of each source file of the simulation
 */
export function readAssumptions(texts: readonly string[]): Assumptions {
  const found = texts.flatMap((text) =>
    [...text.matchAll(/^[ \t]*# (documented|community|inferred): ([^\r\n]+)/gm)].map(([, mark, words]) => ({
      mark,
      words: words ?? '',
    })),
  );
  const inferred = [...found.filter(({ mark }) => mark === 'inferred').map(({ words }) => words), ...minutesByHand];
  const count = (mark: Mark): number => found.filter((each) => each.mark === mark).length;
  return {
    counts: {
      ...(Object.fromEntries(marks.map((mark) => [mark, count(mark)])) as Record<Mark, number>),
      inferred: inferred.length,
    },
    inferred,
  };
}
