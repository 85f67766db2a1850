import { closest, distance } from 'fastest-levenshtein';
import type { Finding } from '../report/finding';
import { visible } from '../report/visible';

/** Members and item numbers from the top of a YAML text down to what is meant. */
export type Path = readonly (string | number)[];

/** Something in a YAML text that must be changed, before its line is known. */
export interface Problem {
  readonly code: string;
  readonly path: Path;
  /** What is: a whole sentence. */
  readonly message: string;
  /** What to do: a whole sentence. */
  readonly remedy: string;
}

/** A problem of a file of the runbook as a finding: every one of them refuses the runbook. */
export function runbookFinding(code: string, file: string, line: number, message: string, remedy: string): Finding {
  return { code, severity: 'error', message, remedy, file, line };
}

/** What to do about a name that no known one is like, where a list of them all would help nobody. */
const additions: ReadonlyMap<string, string> = new Map([
  ['step', 'Add the file of this name, or take the name out.'],
  ['source', 'Add it to sources.yaml, or take it out.'],
]);

/** A name that is in no list: says which, and the known one that it most likely means. @param what the kind of name, in words */
export function unknownName(what: string, name: unknown, known: ReadonlySet<string>, path: Path): Problem {
  const remedy = whatInstead(String(name), known, additions.get(what));
  return { code: 'RunbookUnknownName', path, message: `There is no ${what} ${shown(name)}.`, remedy };
}

/** A member that nothing reads. */
export function unknownMember(name: string, known: ReadonlySet<string>, path: Path): Problem {
  const message = `There is no member ${shown(name)} here.`;
  return { code: 'RunbookUnknownMember', path, message, remedy: whatInstead(name, known) };
}

/** A member that must be there. @param parent where it should stand */
export function missingMember(name: string, parent: Path): Problem {
  const message = `The member "${name}" is missing.`;
  return { code: 'RunbookMemberMissing', path: parent, message, remedy: `Add "${name}".` };
}

/** A value that cannot stand there. @param expected what can, in words */
export function wrongValue(value: unknown, expected: string, path: Path): Problem {
  const member = path.at(-1);
  const where = typeof member === 'string' ? `"${member}"` : 'This item';
  const message = `${where} is ${shown(value)}, which cannot stand here.`;
  return { code: 'RunbookWrongValue', path, message, remedy: `Write ${expected}.` };
}

/** The known name that a mistyped one most likely means; undefined when none is within two keystrokes. */
export function likelyMeant(name: string, known: ReadonlySet<string>): string | undefined {
  const near = known.size > 0 ? closest(name, [...known]) : undefined;
  return near !== undefined && distance(name, near) <= 2 ? near : undefined;
}

function whatInstead(name: string, known: ReadonlySet<string>, addition?: string): string {
  if (known.size === 0) return 'Take it out: there are none.';
  const meant = likelyMeant(name, known);
  if (meant !== undefined) return `Write "${meant}" instead, or take it out.`;
  return addition ?? `Write one of: ${[...known].sort().join(', ')}.`;
}

function shown(value: unknown): string {
  if (typeof value === 'string') return `"${visible(value)}"`;
  return value === undefined ? 'nothing' : visible(JSON.stringify(value));
}
