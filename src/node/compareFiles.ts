import { compareConfigs } from '../core/config/compare';
import type { Comparison, Surroundings } from '../core/config/comparison';
import { witnessOf } from '../core/config/witness';
import type { Finding } from '../core/report/finding';
import { ok, refused, type Result } from '../core/report/result';
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

/** What the second reader sees otherwise. */
function doubtsAbout({ path, config }: ReadFile): readonly Finding[] {
  return inFile(path, witnessOf(config).findings);
}

function twoKinds({ reason }: Comparison, file: string): Finding {
  return { code: 'ConfigKindsDiffer', severity: 'error', message: reason, remedy: 'Give two files of a kind.', file };
}
