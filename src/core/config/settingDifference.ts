import type { ConfigFile } from './configFile';
import { movedAddress, type SdkMove } from './sdkAddress';
import type { Lock, Setting } from './setting';

/**
 * How a setting differs: another value; a value stored in another form (`serializeAs`); no value to copy, or none to write
 * over; only in one of the files.
 */
export type DifferenceKind = 'value' | 'form' | 'noOldValue' | 'noNewValue' | 'onlyOld' | 'onlyNew';

/** A setting that differs, with the raw values. It stays inside this folder: what goes out is the masked `Change`. */
export interface SettingDifference {
  readonly id: string;
  readonly kind: DifferenceKind;
  readonly old: Setting | undefined;
  readonly new: Setting | undefined;
  readonly lock: Lock | undefined;
  /** The old address of the Web Service SDK with the virtual directory that it has now: what is written unless somebody chooses otherwise. */
  readonly moved?: string;
  /** Whether the old value can be written: over the new one, or as a new entry. */
  readonly canTakeOld: boolean;
}

/**
 * Settings that differ, those of the new file in its order, then those that only the old file has. With a move of the Web Service
 * SDK its address differs too where both files have the old one. Pure, linear.
 */
export function settingDifferences(
  oldFile: ConfigFile,
  newFile: ConfigFile,
  sdk?: SdkMove,
): readonly SettingDifference[] {
  const found: SettingDifference[] = [];
  for (const setting of newFile.settings.inForce.values()) {
    const old = oldFile.settings.inForce.get(setting.id);
    const own = old ? kindOf(old, setting) : 'onlyNew';
    const moved = old && sdk && (own ?? 'value') === 'value' ? movedAddress(old, sdk) : undefined;
    const kind = own ?? (moved === undefined ? undefined : 'value');
    if (!kind) continue;
    const differs = difference(kind, old, setting, lockOf(oldFile, newFile, setting));
    found.push(moved === undefined || differs.lock ? differs : { ...differs, moved });
  }
  for (const old of oldFile.settings.inForce.values()) {
    if (newFile.settings.inForce.has(old.id)) continue;
    const gone = difference('onlyOld', old, undefined, lockOf(oldFile, newFile, old));
    found.push({ ...gone, canTakeOld: !gone.lock && canInsert(old, newFile) });
  }
  return found;
}

function kindOf(old: Setting, fresh: Setting): DifferenceKind | undefined {
  if (formOf(old) !== formOf(fresh)) return 'form';
  if (old.value === fresh.value) return undefined;
  if (fresh.value === undefined) return 'noNewValue';
  return old.value === undefined ? 'noOldValue' : 'value';
}

/** `serializeAs` of a setting: how the text of its value is to be read. */
function formOf({ others }: Setting): string | undefined {
  return others.find(({ local, uri }) => local === 'serializeAs' && uri === '')?.value;
}

/** A section counts as locked when it is locked in either file. */
function lockOf(oldFile: ConfigFile, newFile: ConfigFile, { section }: Setting): Lock | undefined {
  return newFile.settings.sections.get(section.id)?.lock ?? oldFile.settings.sections.get(section.id)?.lock;
}

function difference(
  kind: DifferenceKind,
  old: Setting | undefined,
  fresh: Setting | undefined,
  lock: Lock | undefined,
): SettingDifference {
  return { id: (fresh ?? old)?.id ?? '', kind, old, new: fresh, lock, canTakeOld: kind === 'value' && !lock };
}

/** A key goes in behind the last `add` of the new file's section, written with the same element name. */
function canInsert(old: Setting, newFile: ConfigFile): boolean {
  const section = newFile.settings.sections.get(old.section.id);
  return section?.lastAdd !== undefined && section.lastAdd.name === old.entry.name;
}
