import type { Plan } from '../plan/plan';
import type { Finding } from '../report/finding';
import { visibleSentence } from '../report/visible';
import type { Assumptions } from './assumptions';
import type { RehearsalOutcome } from './outcome';

/**
 * The report of a rehearsal as Markdown: result, durations, outages, what must not be, and what it rests on. Names and
 * messages of a farm or a host are text in it, never markup. Pure.
 */
export function reportOf(plan: Plan, outcome: RehearsalOutcome, assumptions: Assumptions): string {
  return `${[
    `# Rehearsal of ${plain(plan.farm.name)}`,
    outcome.ok
      ? 'It went well: every step is through, and all is as it was agreed.'
      : 'It did **not** go well. What follows says where and why.',
    'Nothing real was touched. The minutes are those of the simulated evening.',
    ...stoppedLines(outcome),
    ...section('What must not be', outcome.watched.violations, 'Nothing was seen.'),
    ...(outcome.watched.notes.length > 0 ? section('What this farm cannot avoid', outcome.watched.notes, '') : []),
    ...table(['Steps', 'How many'], Object.entries(outcome.steps)),
    '## Time',
    `The whole evening: **${outcome.minutes} minutes**.`,
    ...outcome.outages.map(
      ({ adfsFarm, minutes }) => `No multi-factor authentication in ${plain(adfsFarm)}: **${minutes} minutes**.`,
    ),
    ...outcome.waysBack.map(
      ({ adfsFarm, steps, minutes }) =>
        `The way back of ${plain(adfsFarm)} was gone from the end of its outage to the beginning: **${steps} steps, ${minutes} minutes**. They do not count for the evening.`,
    ),
    `The simulation rests on ${assumptions.counts.documented} effects that are documented, ${assumptions.counts.community} that people saw who did it, and ${assumptions.counts.inferred} that are only inferred:`,
    ...bullets(assumptions.inferred),
    ...durationLines(plan, outcome),
  ].join('\n\n')}\n`;
}

function stoppedLines({ stopped }: RehearsalOutcome): readonly string[] {
  if (!stopped) return [];
  return [
    `It ended at **${plain(stopped.title)}** (${plain(stopped.target)}).`,
    ...bullets(stopped.findings.map(findingWords)),
  ];
}

function findingWords({ message, remedy, code, host }: Finding): string {
  return `${host === undefined ? '' : `${host}: `}${message} ${remedy} [${code}]`;
}

function durationLines({ steps }: Plan, { durations }: RehearsalOutcome): readonly string[] {
  const rows = steps.flatMap(({ id, title, target }): readonly (readonly [string, string, number])[] => {
    const minutes = durations[id];
    return minutes === undefined ? [] : [[title, target, Math.round(minutes * 10) / 10]];
  });
  return table(['Step', 'Where', 'Minutes'], rows);
}

function section(title: string, lines: readonly string[], none: string): readonly string[] {
  return [`## ${title}`, ...(lines.length > 0 ? bullets(lines) : [none])];
}

function bullets(lines: readonly string[]): readonly string[] {
  return lines.length === 0 ? [] : [lines.map((line) => `- ${plainLine(line)}`).join('\n')];
}

function table(head: readonly string[], rows: readonly (readonly (string | number)[])[]): readonly string[] {
  const line = (cells: readonly (string | number)[]): string =>
    `| ${cells.map((cell) => plain(String(cell))).join(' | ')} |`;
  return [[line(head), `|${' --- |'.repeat(head.length)}`, ...rows.map(line)].join('\n')];
}

/**
 * Text as text: nothing in it is markup, a link, mathematics or HTML, and what cannot be seen is written out. Two slashes and
 * an at sign would make a link of an address.
 */
function plain(text: string): string {
  return visibleSentence(text).replace(
    /[\\`*_{}[\]<>#|~!&@$]|\/(?=\/)|(?<=\/)\//g,
    (character) => entities.get(character) ?? `\\${character}`,
  );
}

/** The same where it begins a line: a dash or a number would begin a list, blanks a block of code. */
function plainLine(text: string): string {
  return plain(text.trimStart()).replace(
    /^(?:([-+=])|(\d+)([.)]))/,
    (_, dash?: string, number?: string, dot?: string) =>
      dash === undefined ? `${number ?? ''}\\${dot ?? ''}` : `\\${dash}`,
  );
}

const entities: ReadonlyMap<string, string> = new Map([
  ['<', '&lt;'],
  ['&', '&amp;'],
]);
