import { refused, ok, type Result } from '../report/result';
import { compareConfigs } from './compare';
import type { Change, Comparison, Surroundings } from './comparison';
import type { ConfigFile } from './configFile';
import type { Choice } from './edit';
import { mergeConfigs } from './merge';
import { refusalAt } from './refusal';

/** A config file as it came from its host. */
export interface CarriedFile {
  readonly bytes: Uint8Array;
  readonly config: ConfigFile;
}

/** What became of one difference, and why. Goes into records: it holds no value. */
export interface CarriedDecision {
  readonly section: string;
  readonly name: string;
  readonly location?: string;
  /** `written`: a text of a person, or an address that moved. */
  readonly taken: 'old' | 'new' | 'written';
  readonly reason: string;
}

/** The file that is to be published, and how it came about. */
export interface CarriedOver {
  readonly bytes: Uint8Array;
  readonly verdict: 'restore' | 'merge';
  readonly decisions: readonly CarriedDecision[];
  /** Differences that wait for a decision and have none: the new file stays as it is there. */
  readonly open: number;
}

/** What a person chose: by the id of a change, and whether the old file goes back whole. */
export interface Chosen {
  readonly choices: ReadonlyMap<string, Choice>;
  /** Without it the comparison says; a choice means that values are carried over. */
  readonly whole?: boolean;
}

/** Nothing chosen: what the comparison advises. */
export const nothingChosen: Chosen = { choices: new Map() };

/**
 * Makes the file that takes the place of the new one: the old file whole where the comparison allows it, else the new file with
 * the values that are carried over. The whole old file is refused where the new one has more, and across 7.0. Pure; linear.
 */
export function carryOver(
  old: CarriedFile,
  fresh: CarriedFile,
  { choices, whole }: Chosen,
  around: Surroundings,
): Result<CarriedOver> {
  const comparison = compareConfigs(old.config, fresh.config, around);
  if (comparison.verdict === 'refuse') return refused([notCarried(comparison)]);
  if (whole === true && !mayRestore(comparison, around)) return refused([notRestored(comparison)]);
  if (whole ?? (choices.size === 0 && mayRestore(comparison, around)))
    return ok({ bytes: old.bytes, verdict: 'restore', open: 0, decisions: decisionsOf(comparison, () => 'old') });
  const merged = mergeConfigs(old.config, fresh.config, choices, around.sdk);
  if (!merged.ok) return merged;
  const isOpen = ({ id, action }: Change): boolean => action === 'decide' && !(id !== undefined && choices.has(id));
  return ok({
    bytes: merged.value.bytes,
    verdict: 'merge',
    open: comparison.changes.filter(isOpen).length,
    decisions: decisionsOf(comparison, (change) => takenOf(change, choices), choices),
  });
}

/** The answers that a page ticks beforehand. Pure. */
export function preselected({ changes }: Comparison): ReadonlyMap<string, Choice> {
  return new Map(
    changes.flatMap(({ id, preselected: side }): readonly [string, Choice][] =>
      id === undefined || side === undefined ? [] : [[id, side]],
    ),
  );
}

/** The last look at the version lines: without versions nobody can say that 7.0 is not between the two files. */
function mayRestore({ verdict }: Comparison, { versions }: Surroundings): boolean {
  return verdict === 'restore' && versions !== undefined;
}

function decisionsOf(
  { changes }: Comparison,
  taken: (change: Change) => CarriedDecision['taken'],
  choices: Chosen['choices'] = nothingChosen.choices,
): readonly CarriedDecision[] {
  return changes
    .filter(({ id }) => id !== undefined)
    .map((change) => ({
      section: change.section,
      name: change.name,
      ...(change.location === undefined ? {} : { location: change.location }),
      taken: taken(change),
      reason: choices.has(change.id ?? '') ? 'Somebody decided it.' : change.reason,
    }));
}

function takenOf({ id = '', action, written }: Change, choices: ReadonlyMap<string, Choice>): CarriedDecision['taken'] {
  const chosen = choices.get(id);
  if (chosen !== undefined) return typeof chosen === 'string' ? chosen : 'written';
  if (action !== 'old') return 'new';
  return written === undefined ? 'old' : 'written';
}

function notCarried({ reason }: Comparison): ReturnType<typeof refusalAt> {
  return refusalAt({ code: 'ConfigKindsDiffer', message: reason, remedy: 'Give two files of a kind.' });
}

function notRestored({ verdict, reason }: Comparison): ReturnType<typeof refusalAt> {
  const why =
    verdict === 'restore'
      ? 'Nobody says which versions the two files come from, so that the old file does not go back whole.'
      : reason;
  return refusalAt({
    code: 'ConfigNotRestored',
    message: `The old file was not put back whole. ${why}`,
    remedy: 'Carry the values over instead.',
  });
}
