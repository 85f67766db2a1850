import { readdir, readFile, stat } from 'node:fs/promises';
import { join } from 'node:path';
import type { Finding } from '../core/report/finding';
import type { RunRequest } from '../core/run/request';
import type { Upgrade } from '../core/upgrade/upgrade';
import type { Place } from './place';

/** Results that belong to no run on record: they are told and count for nothing. What a what-if or a look left is none of them. */
export async function orphanRuns({ runs }: Place, upgrade: Upgrade): Promise<readonly Finding[]> {
  const known = runsOnRecord(upgrade);
  const names = await readdir(runs).catch(() => []);
  const found = await Promise.all(
    names.filter((name) => !known.has(name)).map(async (name) => ((await isOrphan(join(runs, name))) ? [name] : [])),
  );
  return found
    .flat()
    .sort()
    .map((name) => orphan(join(runs, name)));
}

/** Runs that a record started, and looks that a record settled a step by. */
function runsOnRecord({ history }: Upgrade): ReadonlySet<unknown> {
  const records = [...history.values()].flat();
  return new Set(
    records.flatMap((record) => {
      if (record.type === 'started') return [record.run];
      return record.type === 'settled' ? [record.evidence['run']] : [];
    }),
  );
}

async function isOrphan(folder: string): Promise<boolean> {
  const hasResult = await stat(join(folder, 'result.json')).then(
    (found) => found.isFile(),
    () => false,
  );
  if (!hasResult) return false;
  return !needsNoRecord(await readFile(join(folder, 'request.json'), 'utf8').catch(() => ''));
}

/** A what-if, a look at a host and the fetching of files change nothing, and no record starts them. */
function needsNoRecord(request: string): boolean {
  try {
    const { whatIf, function: act, verify } = JSON.parse(request) as Partial<RunRequest>;
    return whatIf === true || (act !== undefined && act === verify);
  } catch {
    return false; // cut, or none of ours
  }
}

function orphan(file: string): Finding {
  return {
    code: 'RunOrphan',
    severity: 'information',
    message: 'A result lies in the folder of the upgrade whose run was never started. It counts for nothing.',
    remedy: 'Find out who put it there, then take its folder away.',
    file,
  };
}
