import type { ConfigFile } from './configFile';
import type { SettingDifference } from './settingDifference';
import type { Setting, ValuePlace } from './setting';
import type { ConfigElement, Range } from './tree';
import { copiedSource, sourceFor, typedSource, writingPlace } from './valueSource';

/** What somebody decides about a difference: the old value, the new file's, or a text of their own. */
export type Choice = 'old' | 'new' | { readonly text: string };

/** One change of the new file's text, and what both readers must see afterwards. */
export interface Edit {
  /** What is replaced; empty for an inserted key. */
  readonly range: Range;
  readonly source: string;
  readonly setting: string;
  readonly effect: Effect;
}

/** What an edit means: a value written at a place of the new file, or an entry of the old file put behind an element. */
export type Effect =
  | {
      readonly kind: 'copied';
      readonly to: ValuePlace;
      readonly entry: ConfigElement;
      readonly from: Setting;
      readonly before: string;
    }
  | { readonly kind: 'typed'; readonly to: ValuePlace; readonly entry: ConfigElement; readonly text: string }
  | { readonly kind: 'inserted'; readonly behind: ConfigElement; readonly from: Setting; readonly before: string };

/**
 * The edit that a choice means for a setting that differs; undefined where the new file stays as it is. Gives `impossible`
 * where the value cannot be written in the new file's encoding, or the choice does not fit the difference. Pure.
 */
export function editFor(
  difference: SettingDifference,
  choice: Choice | undefined,
  oldFile: ConfigFile,
  newFile: ConfigFile,
): Edit | undefined | 'impossible' {
  const { old, new: fresh, canTakeOld, lock } = difference;
  const chosen = choice ?? defaultChoice(difference);
  if (chosen === 'new') return undefined;
  if (chosen !== 'old')
    return fresh?.place && !lock ? typedEdit(fresh, fresh.place, chosen.text, newFile) : 'impossible';
  if (!canTakeOld || !old) return 'impossible';
  if (!fresh) return insertion(old, oldFile, newFile);
  return old.place && fresh.place ? copy(old, old.place, fresh, fresh.place, oldFile, newFile) : 'impossible';
}

/** What is written unless somebody chooses: a moved address that the new file has already stays as it is written there. */
function defaultChoice({ kind, canTakeOld, moved, new: fresh }: SettingDifference): Choice {
  if (moved !== undefined) return moved === fresh?.value ? 'new' : { text: moved };
  return kind === 'value' && canTakeOld ? 'old' : 'new';
}

function copy(
  old: Setting,
  from: ValuePlace,
  fresh: Setting,
  to: ValuePlace,
  oldFile: ConfigFile,
  newFile: ConfigFile,
): Edit | 'impossible' {
  const source = sourceFor(copiedSource(oldFile.text, from, to), newFile.encoding, to.kind);
  if (source === undefined) return 'impossible';
  const { before, after, ...range } = writingPlace(to);
  const effect: Effect = { kind: 'copied', to, entry: fresh.entry, from: old, before };
  return { range, source: `${before}${source}${after}`, setting: fresh.id, effect };
}

function typedEdit(fresh: Setting, to: ValuePlace, text: string, newFile: ConfigFile): Edit | 'impossible' {
  const source = sourceFor(typedSource(text, to), newFile.encoding, to.kind);
  if (source === undefined) return 'impossible';
  const { before, after, ...range } = writingPlace(to);
  const effect: Effect = { kind: 'typed', to, entry: fresh.entry, text };
  return { range, source: `${before}${source}${after}`, setting: fresh.id, effect };
}

/** The old entry as it is written, behind the last `add`, with that one's line end and indentation. */
function insertion(old: Setting, oldFile: ConfigFile, newFile: ConfigFile): Edit | 'impossible' {
  const behind = newFile.settings.sections.get(old.section.id)?.lastAdd;
  const source = sourceFor(oldFile.text.slice(old.entry.start, old.entry.end), newFile.encoding, 'content');
  if (!behind || source === undefined) return 'impossible';
  const before = layoutBefore(newFile.text, behind);
  const effect: Effect = { kind: 'inserted', behind, from: old, before };
  return { range: { start: behind.end, end: behind.end }, source: `${before}${source}`, setting: old.id, effect };
}

/** Line end and indentation of an element's line; nothing where something else stands in front of it in that line. */
function layoutBefore(text: string, { start, end }: ConfigElement): string {
  let at = start;
  while (text[at - 1] === ' ' || text[at - 1] === '\t') at -= 1;
  const before = /(?:\r\n?|\n)$/.exec(text.slice(Math.max(at - 2, 0), at))?.[0];
  if (before === undefined) return '';
  const after = /\r\n?|\n/g;
  after.lastIndex = end;
  return `${after.exec(text)?.[0] ?? before}${text.slice(at, start)}`;
}
