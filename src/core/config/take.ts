import type { Finding } from '../report/finding';
import { ok, refused, type Result } from '../report/result';
import { visible } from '../report/visible';
import type { Change, Comparison } from './comparison';
import { foldCase } from './identity';
import { refusalAt } from './refusal';
import { ignoresCase } from './sections';

type Side = 'old' | 'new';

/**
 * Reads choices written as `[LOCATION|]SECTION/NAME=old|new`; the last `=` ends the name. A section of applicationSettings
 * may be named with its group, without it, or by the group alone. Without a location every location is meant; a leading
 * `|` means none. Refuses a text that fits no difference, or two, one that contradicts another, and an old value that cannot be
 * taken, all at once. Pure; linear in changes and texts.
 */
export function parseTakes(given: readonly string[], comparison: Comparison): Result<ReadonlyMap<string, Side>> {
  const addresses = addressBook(comparison.changes);
  const choices = new Map<string, Side>();
  const findings = given.flatMap((text) => {
    const taken = parseTake(text, addresses);
    if ('code' in taken) return [taken];
    const before = choices.get(taken.id);
    choices.set(taken.id, taken.side);
    return before === undefined || before === taken.side ? [] : [contradiction(text)];
  });
  return findings.length > 0 ? refused(findings) : ok(choices);
}

/** Every way to write the place of a setting, with the changes that it fits. Keys, and names of connection strings, fit in any case. */
function addressBook(changes: readonly Change[]): ReadonlyMap<string, readonly Change[]> {
  const book = new Map<string, Change[]>();
  for (const change of changes.filter(({ id }) => id !== undefined)) {
    for (const address of addressesOf(change)) {
      const fitting = book.get(address) ?? [];
      fitting.push(change);
      book.set(address, fitting);
    }
  }
  return book;
}

function addressesOf({ section, name, location }: Change): readonly string[] {
  const [group, own] = section.split('/');
  const sections = own === undefined ? [section] : [section, group ?? '', own];
  const names = ignoresCase(section) ? [foldCase(name)] : [name];
  return sections.flatMap((place) =>
    names.flatMap((written) => [`${place}/${written}`, `${foldCase(location ?? '')}|${place}/${written}`]),
  );
}

function parseTake(
  text: string,
  addresses: ReadonlyMap<string, readonly Change[]>,
): Finding | { id: string; side: Side } {
  const end = text.lastIndexOf('=');
  const side = text.slice(end + 1);
  const wanted = text.slice(0, Math.max(end, 0));
  if (side !== 'old' && side !== 'new') return notATake(text);
  const fitting = new Set(spellings(wanted).flatMap((address) => addresses.get(address) ?? []));
  const [change, ...more] = fitting;
  if (change?.id === undefined) return fitsNone(wanted);
  if (more.length > 0) return fitsSeveral(wanted, fitting.size);
  return side === 'old' && !change.canTakeOld ? cannotTake(change) : { id: change.id, side };
}

/** The address as given, and with the case of what ignores case made equal: the location, a key, the name of a connection string. */
function spellings(wanted: string): readonly string[] {
  const bar = wanted.indexOf('|');
  const located = bar < 0 ? wanted : `${foldCase(wanted.slice(0, bar))}${wanted.slice(bar)}`;
  return [wanted, located, withFoldedKey(located, bar + 1), withFoldedKey(wanted, 0)];
}

function withFoldedKey(address: string, from: number): string {
  const start = address.indexOf('/', from);
  if (!ignoresCase(address.slice(from, Math.max(start, from)))) return address;
  return `${address.slice(0, start)}${foldCase(address.slice(start))}`;
}

function notATake(text: string): Finding {
  return refusalAt({
    code: 'ConfigTakeNotRead',
    message: `--take ${visible(text)} names no side.`,
    remedy: 'Write --take SECTION/NAME=old or --take SECTION/NAME=new.',
  });
}

function fitsNone(wanted: string): Finding {
  return refusalAt({
    code: 'ConfigTakeFitsNone',
    message: `--take ${visible(wanted)} fits no setting that differs.`,
    remedy: 'Take section and name from what compare prints.',
  });
}

function fitsSeveral(wanted: string, count: number): Finding {
  return refusalAt({
    code: 'ConfigTakeFitsSeveral',
    message: `--take ${visible(wanted)} fits ${count} settings that differ.`,
    remedy:
      'Write the whole section and, in front of it, the location and a |; nothing in front of the | means no location.',
  });
}

function contradiction(text: string): Finding {
  return refusalAt({
    code: 'ConfigTakeContradicts',
    message: `--take ${visible(text)} contradicts another one.`,
    remedy: 'Keep one of them.',
  });
}

function cannotTake({ name, reason }: Change): Finding {
  return refusalAt({
    code: 'ConfigTakeNotPossible',
    message: `The old value of ${visible(name)} cannot be taken. ${reason}`,
    remedy: 'Leave this --take out.',
  });
}
