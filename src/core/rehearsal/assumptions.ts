import type { Mark } from '../runbook/runbook';

/** What a simulation rests on: how many of its effects and refusals are known how well, and which are only inferred. */
export interface Assumptions {
  readonly counts: Readonly<Record<Mark, number>>;
  readonly inferred: readonly string[];
}

const marks: readonly Mark[] = ['documented', 'community', 'inferred'];

/**
 * Counts the marks that the simulation carries as comments: `# documented: SEED-A, ...`, `# community: C7A`, `# inferred ...`.
 * A comment of one line that begins with a mark counts once. Pure.
 * @param texts name and text of each source file of the simulation
 */
export function readAssumptions(texts: readonly { readonly name: string; readonly text: string }[]): Assumptions {
  const found = texts.flatMap(({ name, text }) =>
    [...text.matchAll(/#[ \t]*(documented|community|inferred)\b[:, \t]*([^\r\n]*)/g)].map(([, mark, words]) => ({
      name,
      mark,
      words: words?.trim() ?? '',
    })),
  );
  const count = (mark: Mark): number => found.filter((each) => each.mark === mark).length;
  return {
    counts: Object.fromEntries(marks.map((mark) => [mark, count(mark)])) as Record<Mark, number>,
    inferred: found
      .filter(({ mark }) => mark === 'inferred')
      .map(({ name, words }) => (words === '' ? name : `${words} (${name})`)),
  };
}
