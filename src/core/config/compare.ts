import { crossesVersion } from '../farm/versions';
import type { Change, Comparison, Surroundings, Verdict } from './comparison';
import type { ConfigFile } from './configFile';
import { lineAt, lineStarts } from './lines';
import { isKnownAddition, settingAction, structureReason } from './reasons';
import { mask, shownName } from './secrets';
import type { Setting } from './setting';
import { settingDifferences, type DifferenceKind, type SettingDifference } from './settingDifference';
import { structureDifferences, type StructureDifference } from './structure';
import { warningsFor } from './warnings';

/** Line starts of both files. */
interface Lines {
  readonly old: readonly number[];
  readonly new: readonly number[];
}

/**
 * Compares two config files that were read: every difference with class, place, reason and default action, the verdict,
 * the warnings. Gives nothing but what may be shown: secrets are masked. Two files of different kinds are refused by the
 * verdict. Pure and deterministic; time linear in both texts.
 */
export function compareConfigs(oldFile: ConfigFile, newFile: ConfigFile, around: Surroundings = {}): Comparison {
  if (oldFile.kind !== newFile.kind) {
    const reason = 'One file is a web.config and the other is the config of the AD FS adapter; compare two of a kind.';
    return { verdict: 'refuse', reason, changes: [], warnings: [] };
  }
  const settings = settingDifferences(oldFile, newFile, around.sdk);
  const structure = structureDifferences(oldFile, newFile);
  const lines = { old: lineStarts(oldFile.text), new: lineStarts(newFile.text) };
  return {
    ...verdictOf(settings, structure, around),
    changes: [
      ...settings.map((difference) => settingChange(difference, lines)),
      ...structure.map((difference) => structureChange(difference, lines)),
    ],
    warnings: warningsFor(oldFile, newFile, settings, around).map(({ offset, ...warning }) => ({
      ...warning,
      line: lineAt(lines[warning.side], offset),
    })),
  };
}

function verdictOf(
  settings: readonly SettingDifference[],
  structure: readonly StructureDifference[],
  { versions }: Surroundings,
): { readonly verdict: Verdict; readonly reason: string } {
  const isMore =
    settings.some(({ kind }) => kind !== 'value' && kind !== 'onlyOld') ||
    structure.some((difference) => difference.class !== 'gone');
  if (isMore) {
    return {
      verdict: 'merge',
      reason: 'The new file has something that the old one lacks, so that only values are carried over.',
    };
  }
  if (settings.some(({ moved }) => moved !== undefined)) {
    return {
      verdict: 'merge',
      reason: 'The address of the Web Service SDK changes, so that only values are carried over.',
    };
  }
  if (versions && crossesVersion(versions.old, versions.new, '7.0')) {
    return {
      verdict: 'merge',
      reason:
        'A file of a version before 7.0 never goes back whole over a newer one, so that only values are carried over.',
    };
  }
  return {
    verdict: 'restore',
    reason: 'The new file has nothing that the old one lacks, so that the old file can go back whole.',
  };
}

const settingClasses: Readonly<Record<DifferenceKind, Change['class']>> = {
  value: 'setting',
  noOldValue: 'setting',
  noNewValue: 'setting',
  form: 'type',
  onlyOld: 'gone',
  onlyNew: 'new',
};

function settingChange(difference: SettingDifference, lines: Lines): Change {
  const { id, kind, old, new: fresh, canTakeOld } = difference;
  const secret = (old?.isSecret ?? false) || (fresh?.isSecret ?? false);
  const shown = (setting: Setting | undefined): string | undefined =>
    setting?.value === undefined ? undefined : secret ? mask : shownValue(setting.value);
  const [action, reason] = settingAction(difference);
  const section = (fresh ?? old)?.section;
  return {
    id,
    class: settingClasses[kind],
    section: section?.name ?? '',
    name: shownName((fresh ?? old)?.name ?? ''),
    location: shownLocation(section?.location),
    oldLine: old && lineAt(lines.old, old.entry.start),
    newLine: fresh && lineAt(lines.new, fresh.entry.start),
    old: shown(old),
    new: shown(fresh),
    ...(difference.moved === undefined ? {} : { written: secret ? mask : difference.moved }),
    secret,
    action,
    reason,
    isSetting: true,
    canTakeOld,
    preselected: isKnownAddition(difference) ? 'old' : undefined,
  };
}

function shownLocation(location: string | undefined): string | undefined {
  return location === undefined ? undefined : shownName(location);
}

/** A value as it may be read: marks between the parts of one with elements are for comparing only. Pure. */
export function shownValue(value: string): string {
  return value.includes('\0') ? value.replaceAll('\0', () => ' ') : value;
}

function structureChange(difference: StructureDifference, lines: Lines): Change {
  const { section, name, location, oldOffset, newOffset, isSecret, isInSettings } = difference;
  const shown = (value: string | undefined): string | undefined => (value === undefined || !isSecret ? value : mask);
  return {
    id: undefined,
    class: difference.class,
    section,
    name,
    location: shownLocation(location),
    oldLine: oldOffset === undefined ? undefined : lineAt(lines.old, oldOffset),
    newLine: newOffset === undefined ? undefined : lineAt(lines.new, newOffset),
    old: shown(difference.old),
    new: shown(difference.new),
    secret: isSecret,
    action: 'new',
    reason: structureReason(difference),
    isSetting: isInSettings,
    canTakeOld: false,
    preselected: undefined,
  };
}
