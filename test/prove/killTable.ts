import type { Outcome } from './killMatrix';

/** A row of the matrix: all kills of one kind. */
interface Row {
  readonly kind: readonly [who: string, call: string, when: string];
  readonly outcomes: readonly Outcome[];
}

const heads = ['Killed', 'Call', 'When', 'Points', 'Acknowledged', 'Lost', 'Falsely done', 'Step as found > settled'];

/** The matrix as a table in Markdown, with its sum last. */
export function killTable(outcomes: readonly Outcome[]): string {
  const killed = outcomes.filter(({ wasKilled }) => wasKilled);
  const rows = [...rowsOf(killed), { kind: ['all', '', ''], outcomes: killed } as const];
  const lines = [heads, heads.map(() => '---'), ...rows.map(cells)];
  return lines.map((line) => `| ${line.join(' | ')} |\n`).join('');
}

/** The figures of the matrix in one line. */
export function killFigures(outcomes: readonly Outcome[]): string {
  const [points, acknowledged, lost, falselyDone] = sums(outcomes.filter(({ wasKilled }) => wasKilled));
  return `${points} kills, ${acknowledged} records acknowledged, ${lost} lost, ${falselyDone} falsely done`;
}

/** What is wrong with an outcome, in words; nothing when all is as it should be. */
export function faultsOf({ point, lost, falselyDone, troubles }: Outcome): readonly string[] {
  const faults = [
    ...lost.map((number) => `record ${number} is lost`),
    ...falselyDone.map((when) => `falsely done ${when}`),
    ...troubles,
  ];
  return faults.map((fault) => `${point.who}, ${point.call} ${point.when} (${point.aim?.call.line ?? ''}): ${fault}`);
}

function rowsOf(outcomes: readonly Outcome[]): readonly Row[] {
  const rows = new Map<string, Outcome[]>();
  for (const outcome of outcomes) {
    const { who, call, when } = outcome.point;
    const key = JSON.stringify(outcome.isHit ? [who, call, when] : [who, 'any', 'between two calls']);
    rows.set(key, [...(rows.get(key) ?? []), outcome]);
  }
  return [...rows].map(([key, of]) => ({ kind: JSON.parse(key) as Row['kind'], outcomes: of }));
}

function cells({ kind, outcomes }: Row): readonly string[] {
  return [...kind, ...sums(outcomes).map(String), kind[0] === 'all' ? '' : statesOf(outcomes)];
}

function sums(outcomes: readonly Outcome[]): readonly number[] {
  const sum = (of: (outcome: Outcome) => number): number => outcomes.reduce((total, each) => total + of(each), 0);
  return [
    outcomes.length,
    sum(({ acknowledged }) => acknowledged),
    sum(({ lost }) => lost.length),
    sum(({ falselyDone }) => falselyDone.length),
  ];
}

function statesOf(outcomes: readonly Outcome[]): string {
  const counts = new Map<string, number>();
  for (const { states } of outcomes) counts.set(states, (counts.get(states) ?? 0) + 1);
  return [...counts].map(([states, count]) => `${states} ${count}`).join(', ');
}
