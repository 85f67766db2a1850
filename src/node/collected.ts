import { readdir, readFile, rm } from 'node:fs/promises';
import { join } from 'node:path';
import { carryOver, type CarriedOver, type Chosen } from '../core/config/carryOver';
import { surroundingsOf } from '../core/config/surroundings';
import type { StepId } from '../core/plan/plan';
import type { Finding } from '../core/report/finding';
import { ok, refused, type Result } from '../core/report/result';
import type { Publication } from '../core/run/publication';
import { asCollect, type RunRequest } from '../core/run/request';
import { refusals } from '../core/upgrade/refusals';
import { writeAtomically } from './atomicFile';
import { inPair } from './compareFiles';
import { readPair } from './configFiles';
import { notWritten } from './diskFindings';
import type { OpenView } from './folderView';
import { exists } from './place';
import { forgetContent, resultOf, writeRequest, type PreparedRun, type RunOptions } from './runFolder';
import { sha256 } from './sha256';
import type { UpgradeFolder } from './upgradeFolder';

/** The two files of a compare step as they came from its host, in the folder of the run that fetched them: for its owner only. */
export interface CollectedPair {
  readonly step: StepId;
  readonly folder: string;
  readonly old: string;
  readonly new: string;
}

/** A pair that has just come in, and where its files lie on their host. */
export interface FetchedPair extends CollectedPair {
  readonly onHost: { readonly old: string; readonly new: string };
}

const names = { old: 'old.config', new: 'new.config' } as const;

/** Makes the run folder of the look that fetches both files; what an earlier one brought is gone then. Refused where the step may not be published now, or fetches nothing. */
export async function prepareCollect(
  upgrade: UpgradeFolder,
  id: StepId,
  options: Omit<RunOptions, 'whatIf'>,
): Promise<Result<PreparedRun>> {
  const view = await upgrade.writable();
  if (!view.ok) return view;
  const against = refusals(view.value.progress, { kind: 'run', step: id });
  const step = view.value.progress.steps.get(id)?.step;
  if (against.length > 0 || !step) return refused(against);
  const { collect } = step.definition;
  if (collect === undefined) return refused([nothingCollected()]);
  const opened = await upgrade.open(); // the files lie in the backup of this very upgrade
  if (!opened.ok) return opened;
  await forgetCollected(upgrade, id);
  return ok(await writeRequest(upgrade, opened.value, step, { ...options, whatIf: false }, asCollect(collect)));
}

/** Takes the files out of the result of the look, once its process has ended. */
export async function takeCollected(upgrade: UpgradeFolder, prepared: PreparedRun): Promise<Result<FetchedPair>> {
  const { folder, request } = prepared;
  const { own } = await resultOf(upgrade, prepared);
  const [old, fresh] = own ? [fileIn(own.evidence['old']), fileIn(own.evidence['new'])] : [];
  if (!old || !fresh) {
    await rm(folder, { recursive: true, force: true });
    return refused([...(own?.findings ?? []), notCollected()].slice(0, 1));
  }
  const id = request.step as StepId;
  try {
    await writeAtomically(join(folder, names.old), old.bytes);
    await writeAtomically(join(folder, names.new), fresh.bytes);
    await rm(join(folder, 'result.json'), { force: true });
  } catch (error) {
    return refused([notWritten(error, folder)]);
  }
  return ok({ ...pairIn(folder, id), onHost: { old: old.path, new: fresh.path } });
}

/** The files that were fetched for a step and are not published yet; undefined where there are none. */
export async function collectedPair(upgrade: UpgradeFolder, id: StepId): Promise<CollectedPair | undefined> {
  for (const folder of await foldersOf(upgrade, id)) {
    const pair = pairIn(folder, id);
    if ((await exists(pair.old)) && (await exists(pair.new))) return pair;
  }
  return undefined;
}

/** Takes away everything that was fetched for a step, also by a look that nobody saw the end of: it holds passwords. */
export async function forgetCollected(upgrade: UpgradeFolder, id: StepId): Promise<void> {
  for (const folder of await foldersOf(upgrade, id)) await rm(folder, { recursive: true, force: true });
}

/** Takes away what a step that is through has left here of config files: fetched ones, and published ones on their way. */
export async function forgetFiles(upgrade: UpgradeFolder, { progress }: OpenView, id: StepId): Promise<void> {
  await forgetCollected(upgrade, id);
  for (const record of progress.upgrade?.history.get(id) ?? [])
    if (record.type === 'started' && record.run !== undefined) await forgetContent(upgrade, record.run);
}

/** Run folders of the looks that fetch the files of a step. */
async function foldersOf({ place }: UpgradeFolder, id: StepId): Promise<readonly string[]> {
  const folders = (await readdir(place.runs).catch(() => [])).map((run) => join(place.runs, run));
  const isOurs = await Promise.all(folders.map((folder) => isCollectOf(folder, id)));
  return folders.filter((_, n) => isOurs[n]);
}

async function isCollectOf(folder: string, id: StepId): Promise<boolean> {
  try {
    const request = JSON.parse(await readFile(join(folder, 'request.json'), 'utf8')) as Partial<RunRequest>;
    return request.step === id && request.collects === true;
  } catch {
    return false; // gone, or none of ours: nothing of it is read or taken away
  }
}

/** A file that is ready to be published, and how it came about. */
export interface Reviewed extends Omit<CarriedOver, 'bytes'> {
  readonly publication: Publication;
}

/** Makes the file that is published from the files that were fetched and from what was chosen. Refused like a merge. */
export async function reviewed(pair: CollectedPair, { progress }: OpenView, chosen: Chosen): Promise<Result<Reviewed>> {
  const files = await readPair(pair.old, pair.new);
  if (!files.ok) return files;
  const [old, fresh] = files.value;
  const carried = carryOver(old, fresh, chosen, surroundingsOf(progress.plan));
  if (!carried.ok) return refused(inPair(files.value, carried.findings));
  const { bytes, ...how } = carried.value;
  const review = {
    verdict: how.verdict,
    old: sha256(old.bytes),
    new: sha256(fresh.bytes),
    merged: sha256(bytes),
    decisions: how.decisions,
  };
  return ok({ ...how, publication: { content: Buffer.from(bytes).toString('base64'), review } });
}

function pairIn(folder: string, step: StepId): CollectedPair {
  return { step, folder, old: join(folder, names.old), new: join(folder, names.new) };
}

/** A file in a result, when its bytes are those that its hash names. */
function fileIn(value: unknown): { readonly path: string; readonly bytes: Buffer } | undefined {
  const { path, content, sha256: hash } = (value ?? {}) as Readonly<Record<'path' | 'content' | 'sha256', unknown>>;
  if (typeof content !== 'string' || typeof path !== 'string') return undefined;
  const bytes = Buffer.from(content, 'base64');
  return sha256(bytes) === hash ? { path, bytes } : undefined;
}

function nothingCollected(): Finding {
  return {
    code: 'ConfigNotFetched',
    severity: 'error',
    message: 'The files of this step are not fetched from its host.',
    remedy: 'Use Compare Configuration on two files of your own, and publish the merged one by hand.',
  };
}

function notCollected(): Finding {
  return {
    code: 'ConfigNotArrived',
    severity: 'error',
    message: 'The two files did not arrive from the host.',
    remedy: 'Look at the terminal of the step, then compare again.',
  };
}
