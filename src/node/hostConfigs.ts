import { readdir, readFile, stat } from 'node:fs/promises';
import { join } from 'node:path';
import { compareConfigs } from '../core/config/compare';
import { mergeConfigs } from '../core/config/merge';
import { hostKey } from '../core/farm/names';
import type { PlanStep } from '../core/plan/plan';
import { componentOf } from '../core/rehearsal/playing';
import { ok, refused, type Result } from '../core/report/result';
import type { Progress } from '../core/upgrade/progress';
import { writeAtomically } from './atomicFile';
import { changedSince, readPair, type ReadFile } from './configFiles';
import { notWritten } from './diskFindings';
import { sha256 } from './sha256';

/** Both files of a compare step on a simulated host. */
interface Pair {
  readonly old: string;
  readonly fresh: string;
}

/** A backup step of each component that has a web.config, as the folder of its sets is named. */
const backupOf = { userPortal: 'back-up-portal', mobileAppWebService: 'back-up-mobile-app' } as const;

/**
 * Merges the web.config of a compare step on its simulated host: the newest set of its backup, and the file that the installer
 * laid. Gives what was done, with the hashes; nothing where one of them is not there.
 */
export async function mergeOnHost(
  hosts: string,
  progress: Progress,
  step: PlanStep,
): Promise<Result<string | undefined>> {
  const pair = await findPair(hosts, progress, step);
  if (!pair) return ok(undefined);
  const files = await readPair(pair.old, pair.fresh);
  if (!files.ok) return files;
  const bytes = merged(files.value);
  if (!bytes.ok) return bytes;
  const changed = await changedSince(files.value);
  if (changed) return refused([changed]);
  try {
    const { mode } = await stat(pair.fresh);
    await writeAtomically(pair.fresh, bytes.value, { mode: mode & 0o777 });
  } catch (error) {
    return refused([notWritten(error, pair.fresh)]);
  }
  const [old, fresh] = files.value.map((file) => sha256(file.bytes));
  return ok(`merged web.config, old ${old ?? ''}, new ${fresh ?? ''}, merged ${sha256(bytes.value)} (SHA-256)`);
}

/** The old file whole where the comparison says so, else the new one with the old values. */
function merged([old, fresh]: readonly [ReadFile, ReadFile]): Result<Uint8Array> {
  if (compareConfigs(old.config, fresh.config).verdict === 'restore') return ok(old.bytes);
  const result = mergeConfigs(old.config, fresh.config, new Map());
  return result.ok ? ok(result.value.bytes) : result;
}

async function findPair(hosts: string, { plan, upgrade }: Progress, step: PlanStep): Promise<Pair | undefined> {
  const component = componentOf(plan, step);
  const backupFolder = plan.decisions.get('backupFolder')?.value;
  if (!component || component.name === 'webServiceSdk' || !upgrade || backupFolder === undefined) return undefined;
  const folder = join(hosts, hostKey(step.target));
  const fresh = await applicationFolder(folder, component.site, component.directory);
  const sets = join(localPath(folder, backupFolder), upgrade.upgradeId, backupOf[component.name]);
  const newest = (await readdir(sets).catch(() => []))
    .filter((name) => /^\d{8}T\d{9}Z$/.test(name))
    .sort()
    .at(-1);
  if (fresh === undefined || newest === undefined) return undefined;
  const pair = { old: join(sets, newest, 'Data', 'web.config'), fresh: join(fresh, 'web.config') };
  return (await isFile(pair.old)) && (await isFile(pair.fresh)) ? pair : undefined;
}

/** Where C:\x\y of a simulated host lies. */
function localPath(folder: string, path: string): string {
  return join(folder, 'files', path.slice(0, 1).toUpperCase(), ...path.slice(3).split(/[\\/]/));
}

interface Iis {
  readonly sites?: readonly {
    readonly name: string;
    readonly applications: readonly { readonly path: string; readonly physicalPath: string }[];
  }[];
}

async function applicationFolder(folder: string, site: string, directory: string): Promise<string | undefined> {
  const text = await readFile(join(folder, 'iis.json'), 'utf8').catch(() => '{}');
  const found = (JSON.parse(text) as Iis).sites
    ?.find(({ name }) => name === site)
    ?.applications.find(({ path }) => path.toLowerCase() === `/${directory.toLowerCase()}`);
  return found?.physicalPath.replace('{files}', () => join(folder, 'files'));
}

function isFile(path: string): Promise<boolean> {
  return stat(path).then(
    (found) => found.isFile(),
    () => false,
  );
}
