import { carryOver, type Chosen } from '../core/config/carryOver';
import { compareConfigs, shownValue } from '../core/config/compare';
import type { Comparison, Surroundings } from '../core/config/comparison';
import { readConfig } from '../core/config/configFile';
import { maskedText } from '../core/config/maskedText';
import { witnessOf } from '../core/config/witness';
import type { Finding } from '../core/report/finding';
import { ok, refused, type Result } from '../core/report/result';
import { visibleWhole } from '../core/report/visible';
import { inFile, readPair, type ReadFile } from './configFiles';

/**
 * Reads two config files and compares them. Refuses what cannot be read, what the second reader sees otherwise, and two files of
 * different kinds, each finding with its file. What it gives may be shown: secrets are masked.
 */
export async function compareFiles(
  oldFile: string,
  newFile: string,
  around: Surroundings = {},
): Promise<Result<Comparison>> {
  const pair = await readPair(oldFile, newFile);
  if (!pair.ok) return pair;
  const [old, fresh] = pair.value;
  const doubts = [old, fresh].flatMap(doubtsAbout);
  if (doubts.length > 0) return refused(doubts);
  const comparison = compareConfigs(old.config, fresh.config, around);
  return comparison.verdict === 'refuse' ? refused([twoKinds(comparison, newFile)]) : ok(comparison);
}

/** Old, new and merged file as texts that may be shown. */
export interface MaskedTexts {
  readonly old: string;
  readonly new: string;
  readonly merged: string;
}

/** The merged file that choices make of two files, beside them, with secrets masked. Refused like the merge itself. */
export async function mergedTexts(
  oldFile: string,
  newFile: string,
  chosen: Chosen,
  around: Surroundings = {},
): Promise<Result<MaskedTexts>> {
  const pair = await readPair(oldFile, newFile);
  if (!pair.ok) return pair;
  const [old, fresh] = pair.value;
  const carried = carryOver(old, fresh, chosen, around);
  if (!carried.ok) return refused(inPair(pair.value, carried.findings));
  const merged = readConfig(carried.value.bytes);
  if (!merged.ok) return merged;
  const both = [old.config, fresh.config];
  return ok({
    old: maskedText(old.config, fresh.config, both),
    new: maskedText(fresh.config, undefined, both),
    merged: maskedText(merged.value, fresh.config, both),
  });
}

/** The values of a setting as they stand in both files, with everything in them visible: for one deliberate look of a person, never for a page. */
export async function valuesOf(
  oldFile: string,
  newFile: string,
  id: string,
): Promise<Result<{ readonly old: string | undefined; readonly new: string | undefined }>> {
  const pair = await readPair(oldFile, newFile);
  if (!pair.ok) return pair;
  const [old, fresh] = pair.value.map(({ config }) => {
    const value = config.settings.inForce.get(id)?.value;
    return value === undefined ? undefined : visibleWhole(shownValue(value));
  });
  return ok({ old, new: fresh });
}

/** Why two files are not merged, each finding with the file that it speaks of: a merged text that is not as it was meant is the new one's. */
export function inPair(pair: readonly [ReadFile, ReadFile], findings: readonly Finding[]): readonly Finding[] {
  const doubts = pair.flatMap(doubtsAbout);
  return doubts.length > 0 ? doubts : inFile(pair[1].path, findings);
}

/** What the second reader sees otherwise. */
function doubtsAbout({ path, config }: ReadFile): readonly Finding[] {
  return inFile(path, witnessOf(config).findings);
}

function twoKinds({ reason }: Comparison, file: string): Finding {
  return { code: 'ConfigKindsDiffer', severity: 'error', message: reason, remedy: 'Give two files of a kind.', file };
}
