import { readdir, rename } from 'node:fs/promises';
import { join } from 'node:path';
import type { Plan } from '../core/plan/plan';
import type { Finding } from '../core/report/finding';
import { ok, refused, type Result } from '../core/report/result';
import { isOver } from '../core/rehearsal/playing';
import type { Upgrade } from '../core/upgrade/upgrade';
import { notWritten } from './diskFindings';
import { durationsFile } from './durations';
import { errorCode } from './journalFileSystem';
import { exists, type Place } from './place';
import { UpgradeFolder, type World } from './upgradeFolder';

/** Files of a rehearsal beside its journal. The report is written last: a rehearsal that has it has ended, well or at a step. */
export const reportFile = 'report.md';
export const violationsFile = 'violations.json';
export const wayBackFile = 'way-back.json';

const ownNames: ReadonlySet<string> = new Set([
  '.gitignore',
  '.gitattributes',
  'journal',
  'runs',
  'hosts',
  'runbook.json',
  reportFile,
  durationsFile,
  violationsFile,
  wayBackFile,
]);

/** A rehearsal's folder, and whether one that is not finished goes on in it. */
export interface RehearsalFolder {
  readonly upgrade: UpgradeFolder;
  readonly goesOn: boolean;
}

/**
 * The folder to rehearse in. An unfinished rehearsal of the same farm and decisions goes on, also one that ended at a step; a
 * finished one, and one that ended with another farm or other decisions, is renamed `-1`, `-2` ...; anything else that lies there is refused and stays as it is.
 * @param plan what the farm and the decisions of this rehearsal give
 * @param other what becomes of an unfinished rehearsal of another farm or other decisions
 */
export async function rehearsalFolder(
  place: Place,
  plan: Plan,
  world: World,
  other: 'refuse' | 'putAside' = 'refuse',
): Promise<Result<RehearsalFolder>> {
  const fresh = { upgrade: new UpgradeFolder(place, world, plan.runbook), goesOn: false };
  const entries = await entriesOf(place.base);
  if (!entries.ok) return entries;
  const foreign = entries.value.find((name) => !ownNames.has(name) && !name.startsWith('.runbook.json-'));
  if (foreign !== undefined) return refused([taken(place.base, foreign)]);
  const view = await fresh.upgrade.readSettled();
  if (view.kind === 'refused') return refused(view.findings);
  const progress = view.kind === 'open' ? view.progress : undefined;
  const upgrade = progress?.upgrade;
  if (!progress || !upgrade) return entries.value.includes('hosts') ? putAside(place, fresh) : ok(fresh);
  const hasEnded = entries.value.includes(reportFile);
  const goesOn = isSame(upgrade, plan) && !(hasEnded && progress.plan.steps.every(({ id }) => isOver(progress, id)));
  if (goesOn) return ok({ ...fresh, goesOn });
  return hasEnded || other === 'putAside'
    ? putAside(place, { upgrade: new UpgradeFolder(place, world, plan.runbook), goesOn }) // the other one remembers its records
    : refused([otherRehearsal(place.base)]);
}

async function entriesOf(folder: string): Promise<Result<readonly string[]>> {
  try {
    return ok(await readdir(folder));
  } catch (error) {
    const code = errorCode(error);
    return code === 'ENOENT'
      ? ok([])
      : refused([code === 'ENOTDIR' ? taken(folder, 'a file') : notWritten(error, folder)]);
  }
}

function isSame(upgrade: Upgrade, plan: Plan): boolean {
  const decided = [...upgrade.decisions].every(([key, { value }]) => plan.decisions.get(key)?.value === value);
  return upgrade.farmHash === plan.farmHash && upgrade.runbookId === plan.runbook && decided;
}

async function putAside<T>(place: Place, then: T): Promise<Result<T>> {
  for (let n = 1; ; n += 1) {
    const aside = `${place.base}-${String(n)}`;
    if (await exists(aside)) continue;
    return rename(place.base, aside).then(
      () => ok(then),
      (error: unknown) => refused<T>([notWritten(error, place.base)]),
    );
  }
}

function taken(file: string, what: string): Finding {
  return {
    code: 'RehearsalFolderTaken',
    severity: 'error',
    message: `The folder for the rehearsal holds something else: ${what}. Nothing was changed.`,
    remedy: 'Name another folder with --dir, one that is empty or not there yet.',
    file,
  };
}

function otherRehearsal(file: string): Finding {
  return {
    code: 'RehearsalOther',
    severity: 'error',
    message: 'An upgrade of another farm, or with other decisions, lies in this folder. Nothing was changed.',
    remedy: 'Name another folder with --dir, or go on with the farm and the decisions that it was begun with.',
    file: join(file, 'journal'),
  };
}
