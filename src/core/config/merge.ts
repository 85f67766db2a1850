import type { Finding } from '../report/finding';
import { refused, ok, type Result } from '../report/result';
import { visible } from '../report/visible';
import { readConfig, type ConfigFile } from './configFile';
import { encode } from './decode';
import { editFor, type Choice, type Edit } from './edit';
import { proveMerge } from './proof';
import { lineStarts } from './lines';
import { refusalAt, refuse, type Refusal } from './refusal';
import type { SdkMove } from './sdkAddress';
import { shownName } from './secrets';
import type { Setting } from './setting';
import { settingDifferences, type SettingDifference } from './settingDifference';
import { witnessOf } from './witness';

/** A merged file: the new file with values of the old one in it. */
export interface Merged {
  readonly bytes: Uint8Array;
  /** Values that were written over the new ones. */
  readonly carried: number;
  /** Keys of the old file that were put in. */
  readonly inserted: number;
}

const kindsDiffer: Refusal = {
  code: 'ConfigKindsDiffer',
  message: 'One file is a web.config and the other is the config of the AD FS adapter.',
  remedy: 'Give two files of a kind.',
};

/**
 * Merges two config files that were read: the new file byte for byte, with the old values of the settings that differ, or
 * what the choices say (by the id of a change). Without a choice no key is inserted, and the address of a Web Service SDK that
 * moves is written with its new virtual directory. The result is read again by both
 * readers, and must give exactly the intended values; else nothing is given. Pure and deterministic; linear.
 */
export function mergeConfigs(
  oldFile: ConfigFile,
  newFile: ConfigFile,
  choices: ReadonlyMap<string, Choice>,
  sdk?: SdkMove,
): Result<Merged> {
  if (oldFile.kind !== newFile.kind) return refuse(kindsDiffer);
  const differences = settingDifferences(oldFile, newFile, sdk);
  const edits = editsFor(differences, choices, oldFile, newFile);
  if (!edits.ok) return edits;
  const [old, fresh] = [witnessOf(oldFile), witnessOf(newFile)];
  if (!old.ok || !fresh.ok) return refused([...old.findings, ...fresh.findings]);
  const text = spliced(newFile.text, edits.value);
  const bytes = encode(text, newFile);
  const merged = readConfig(bytes);
  if (!merged.ok) return notProven([settingBefore(merged.findings[0] ?? {}, text, edits.value, newFile)]);
  const others = notAsMeant(merged.value, newFile, edits.value);
  if (others.length > 0) return notProven(others);
  const proof = proveMerge(merged.value, { old: old.value, new: fresh.value }, edits.value);
  if (!proof.ok) return proof;
  const inserted = edits.value.filter(({ effect }) => effect.kind === 'inserted').length;
  return ok({ bytes, inserted, carried: edits.value.length - inserted });
}

function editsFor(
  differences: readonly SettingDifference[],
  choices: ReadonlyMap<string, Choice>,
  oldFile: ConfigFile,
  newFile: ConfigFile,
): Result<readonly Edit[]> {
  const edits: Edit[] = [];
  const impossible: SettingDifference[] = [];
  for (const difference of differences) {
    const edit = editFor(difference, choices.get(difference.id), oldFile, newFile);
    if (edit === 'impossible') impossible.push(difference);
    else if (edit) edits.push(edit);
  }
  if (impossible.length > 0) return refused(impossible.map((difference) => cannotWrite(difference)));
  return ok(edits.sort((a, b) => a.range.start - b.range.start));
}

function cannotWrite(difference: SettingDifference): ReturnType<typeof refusalAt> {
  const name = visible(shownName((difference.new ?? difference.old)?.name ?? ''));
  return refusalAt({
    code: 'ConfigValueNotWritable',
    message: `What was chosen for ${name} cannot be written into the new file.`,
    remedy: 'Keep the new value, and change it by hand after the merge.',
  });
}

/** Edits never overlap: every setting has its own place, and keys are inserted in the order of the old file. */
function spliced(text: string, edits: readonly Edit[]): string {
  const parts: string[] = [];
  let at = 0;
  for (const { range, source } of edits) {
    parts.push(text.slice(at, range.start), source);
    at = range.end;
  }
  return [...parts, text.slice(at)].join('');
}

/** Refuses a merged text, and names the settings that somebody can leave out. */
function notProven(settings: readonly (Setting | undefined)[]): Result<never> {
  const names = settings.slice(0, mostNames).flatMap((setting) => (setting ? visible(shownName(setting.name)) : []));
  const more = settings.length > mostNames ? ` and ${settings.length - mostNames} more` : '';
  const at = names.length === 0 ? '' : ` at ${names.join(', ')}${more}`;
  return refuse({
    code: 'ConfigMergeNotProven',
    message: `The merged text does not read back as it was meant${at}, so that nothing is written.`,
    remedy: 'Keep the new value there, and carry the old one over by hand.',
  });
}

/** More are not named in a sentence. */
const mostNames = 3;

/** The setting whose edit made a text that cannot be read: the last one before the place where reading ended. */
function settingBefore(
  { line = 1, column = 1 }: Pick<Finding, 'line' | 'column'>,
  text: string,
  edits: readonly Edit[],
  newFile: ConfigFile,
): Setting | undefined {
  const offset = (lineStarts(text)[line - 1] ?? 0) + column - 1;
  let moved = 0;
  let last: Edit | undefined;
  for (const edit of edits) {
    if (edit.range.start + moved > offset) break;
    last = edit;
    moved += edit.source.length - (edit.range.end - edit.range.start);
  }
  return last && settingOf(last, newFile);
}

function settingOf({ setting, effect }: Edit, newFile: ConfigFile): Setting | undefined {
  return effect.kind === 'typed' ? newFile.settings.inForce.get(setting) : effect.from;
}

/** The first reader's half of the proof: the settings in force are those of the new file and of the edits. Gives the others. */
function notAsMeant(merged: ConfigFile, newFile: ConfigFile, edits: readonly Edit[]): readonly (Setting | undefined)[] {
  const meant = new Map([...newFile.settings.inForce].map(([id, { value }]) => [id, value]));
  for (const { setting, effect } of edits) {
    meant.set(setting, effect.kind === 'typed' ? effect.text : effect.from.value);
  }
  const found = merged.settings.inForce;
  const lost = [...meant].filter(([id, value]) => !found.has(id) || found.get(id)?.value !== value);
  const more = [...found].filter(([id]) => !meant.has(id));
  if (lost.length === 0 && more.length === 0) return [];
  const written = new Map(edits.map((edit) => [edit.setting, settingOf(edit, newFile)]));
  return [...lost, ...more].map(([id]) => written.get(id) ?? newFile.settings.inForce.get(id) ?? found.get(id));
}
