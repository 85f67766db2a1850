import { readdir, readFile, stat } from 'node:fs/promises';
import { basename, join } from 'node:path';
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

/** Where the files of an upgrade lie on a simulated host: the folder of its files, the backup folder and the upgrade. */
interface Ground {
  readonly folder: string;
  readonly backups: string;
  readonly upgradeId: string;
}

/** A backup step of each component that has a web.config, as the folder of its sets is named. */
const backupOf = { userPortal: 'back-up-portal', mobileAppWebService: 'back-up-mobile-app' } as const;

/**
 * Merges the files of a compare step on its simulated host: the newest set of its backup and the web.config that the installer
 * laid; the newest export of the adapter and the file that was copied to the node that registers. Gives what was done, with the
 * hashes; nothing where one of them is not there.
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
  return ok(
    `merged ${basename(pair.fresh)}, old ${old ?? ''}, new ${fresh ?? ''}, merged ${sha256(bytes.value)} (SHA-256)`,
  );
}

/** The old file whole where the comparison says so, else the new one with the old values. */
function merged([old, fresh]: readonly [ReadFile, ReadFile]): Result<Uint8Array> {
  if (compareConfigs(old.config, fresh.config).verdict === 'restore') return ok(old.bytes);
  const result = mergeConfigs(old.config, fresh.config, new Map());
  return result.ok ? ok(result.value.bytes) : result;
}

async function findPair(hosts: string, { plan, upgrade }: Progress, step: PlanStep): Promise<Pair | undefined> {
  const backups = plan.decisions.get('backupFolder')?.value;
  if (!upgrade || backups === undefined) return undefined;
  const { upgradeId } = upgrade;
  const groundOn = (host: string): Ground => ({ folder: join(hosts, hostKey(host)), backups, upgradeId });
  const registrar = plan.decisions.get(`registrar.${step.target}`)?.value;
  const component = componentOf(plan, step);
  const pair =
    registrar !== undefined
      ? await adapterPair(groundOn(registrar))
      : component && (await webPair(groundOn(step.target), component));
  return pair && (await isFile(pair.old)) && (await isFile(pair.fresh)) ? pair : undefined;
}

async function webPair(
  ground: Ground,
  { name, site, directory }: Exclude<ReturnType<typeof componentOf>, undefined>,
): Promise<Pair | undefined> {
  if (name === 'webServiceSdk') return undefined;
  const fresh = await applicationFolder(ground.folder, site, directory);
  const newest = await newestIn(ground, backupOf[name], /^\d{8}T\d{9}Z$/);
  if (fresh === undefined || newest === undefined) return undefined;
  return { old: join(newest, 'Data', 'web.config'), fresh: join(fresh, 'web.config') };
}

/** The export of the adapter's configuration, and the file that the register script names. */
async function adapterPair(ground: Ground): Promise<Pair | undefined> {
  const old = await newestIn(ground, 'export-adapter-config', /^\d{8}T\d{9}Z\.config$/);
  const copied = ['ProgramData', 'MFA Server Upgrade', ground.upgradeId, 'installers'];
  const fresh = join(ground.folder, 'files', 'C', ...copied, 'MultiFactorAuthenticationAdfsAdapter.config');
  return old === undefined ? undefined : { old, fresh };
}

/** The newest entry of the backups of a step: each is named after the moment when it was made. */
async function newestIn(
  { folder, backups, upgradeId }: Ground,
  step: string,
  names: RegExp,
): Promise<string | undefined> {
  const sets = join(localPath(folder, backups), upgradeId, step);
  const found = (await readdir(sets).catch(() => []))
    .filter((name) => names.test(name))
    .sort()
    .at(-1);
  return found === undefined ? undefined : join(sets, found);
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
