import { readFile } from 'node:fs/promises';
import type { ParsedFarm } from '../core/farm/parse';
import type { Plan } from '../core/plan/plan';
import { refused, type Result } from '../core/report/result';
import type { Mode } from '../core/upgrade/record';
import { compilePlan, readFarm, runbookFor } from './folderView';
import type { Runbooks } from './runbooks';

/** Reads a farm.json by its path; or every finding about it. */
export async function readFarmFile(file: string): Promise<Result<ParsedFarm>> {
  const bytes = await readFile(file).catch(
    (error: unknown) => (error as NodeJS.ErrnoException).code ?? 'unknown error',
  );
  if (typeof bytes !== 'string') return readFarm(bytes, file);
  return refused([
    {
      code: 'FarmUnreadable',
      severity: 'error',
      message: `The farm file cannot be read (${bytes}).`,
      remedy: 'Give the path of a farm.json that you may read.',
      file,
    },
  ]);
}

/** The plan that a farm and decisions make, by the runbook that fits; or every finding about them. */
export function planOfFarm(
  farm: ParsedFarm,
  decided: ReadonlyMap<string, string>,
  runbooks: Runbooks,
  mode: Mode,
): Result<Plan> {
  const pinned = runbookFor(farm.farm, mode, decided, runbooks);
  return pinned.ok ? compilePlan(farm, pinned.value, mode, decided) : pinned;
}
