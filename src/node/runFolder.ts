import { randomUUID } from 'node:crypto';
import { mkdir, open, readFile, rm } from 'node:fs/promises';
import { join } from 'node:path';
import type { Transport } from '../core/farm/farm';
import { undoOf, type StepId, type UndoStep } from '../core/plan/plan';
import type { Finding } from '../core/report/finding';
import { ok, refused, type Result } from '../core/report/result';
import { endedRecord, neverTaken, type EndedBody, type StartedRun } from '../core/run/ended';
import { reviewIn, type Publication, type Review } from '../core/run/publication';
import { asLook, makeRequest, type RequestInput, type RequestStep, type RunRequest } from '../core/run/request';
import { parseRunResult, type RunResult } from '../core/run/result';
import { everyStep, stepNamed } from '../core/upgrade/progress';
import type { Evidence } from '../core/upgrade/record';
import { refusals } from '../core/upgrade/refusals';
import type { StepProgress } from '../core/upgrade/stepProgress';
import { writeAtomically } from './atomicFile';
import { notWritten } from './diskFindings';
import type { OpenView } from './folderView';
import { makeOwnFolder } from './ownEntries';
import { parseTaker, readStartTicks, stillRuns, type Taker } from './processes';
import { sha256 } from './sha256';
import type { UpgradeFolder } from './upgradeFolder';

/** A run that may be started now: its request lies in the run folder, its record is written. */
export interface PreparedRun {
  readonly request: RunRequest;
  readonly requestHash: string;
  readonly folder: string;
}

export interface RunOptions {
  readonly whatIf: boolean;
  readonly defaultTransport: Transport;
  /** Hash of the extension's PowerShell files, for an elevated run. */
  readonly module?: string;
  /** What a compare step publishes; nothing else is ever published. */
  readonly publication?: Publication;
}

/** Two config files of 16 MB in base64, and what is said about them. */
const resultLimitBytes = 48 * 1024 * 1024;

/**
 * Makes the run folder with its single-use request, and writes the `started` record: `refusals` is asked with the newest
 * records at that moment. A what-if run leaves no record, and opens no upgrade. Refused = no folder is left and nothing may be started.
 */
export async function prepareRun(
  upgrade: UpgradeFolder,
  id: StepId,
  options: RunOptions,
): Promise<Result<PreparedRun>> {
  const asked = await upgrade.writable();
  if (!asked.ok) return asked;
  const action = { kind: options.whatIf ? 'whatIf' : 'run', step: id } as const;
  const against = refusals(asked.value.progress, action);
  if (against.length > 0) return refused(against);
  if (asked.value.progress.steps.get(id)?.step.kind === 'compare' && !options.publication)
    return refused([notCompared()]);
  const view = options.whatIf ? asked : await upgrade.open();
  if (!view.ok) return view;
  const step = stepNamed(view.value.progress, id)?.step;
  if (step?.function === undefined) return refused(refusals(view.value.progress, action));
  const more = { ...options, ...recordedFor(view.value, step) };
  const written = await writeRequest(upgrade, view.value, step, more).catch((error: unknown) =>
    notWritten(error, upgrade.place.runs),
  );
  if ('code' in written) return refused([written]);
  if (options.whatIf) return ok(written);
  const { request, requestHash, folder } = written;
  const started = await upgrade.perform({ kind: 'run', step: id }, () => ({
    type: 'started',
    step: id,
    run: request.run,
    requestHash,
  }));
  if (started.ok) return ok(written);
  await rm(folder, { recursive: true, force: true });
  return started;
}

/** Makes the run folder of a look: the verifying function alone, which changes nothing and needs no record to start. */
export async function prepareLook(
  upgrade: UpgradeFolder,
  view: OpenView,
  step: RequestStep,
  options: Omit<RunOptions, 'whatIf'>,
): Promise<PreparedRun> {
  const review = await publishedReview(upgrade, view, step.id);
  const more = { ...recordedFor(view, step), ...(review ? { review } : {}) };
  return writeRequest(upgrade, view, step, { ...options, whatIf: false, ...more }, asLook);
}

/** The review of what a compare step has published last, by its run or by its record; undefined where it has published nothing. */
async function publishedReview(upgrade: UpgradeFolder, view: OpenView, id: StepId): Promise<Review | undefined> {
  const at = view.progress.steps.get(id);
  if (at?.step.kind !== 'compare') return undefined;
  const recorded = at.run === undefined ? undefined : await recordedRequest(upgrade, view, id, at.run);
  return recorded?.request.publication?.review ?? recordedReview(view, id);
}

/**
 * The way back of a step that its function can go now; undefined where a person takes the step back. What goes back of a published
 * config file, and over what, stands in the record of the publish: without one nothing can.
 */
export function wayBackByFunction(view: OpenView, id: StepId): UndoStep | undefined {
  const { plan, steps } = view.progress;
  const back = undoOf(plan, id);
  const at = steps.get(id);
  const isRecorded = at?.step.kind !== 'compare' || (at.state === 'done' && recordedReview(view, id) !== undefined);
  return back?.function !== undefined && isRecorded ? back : undefined;
}

/** What a way back is told of the publish that it takes back. */
function recordedFor(view: OpenView, { id }: RequestStep): MoreOfRequest {
  const { plan, steps } = view.progress;
  const undone = plan.undo.filter((back) => back.id === id).flatMap(({ undoes }) => steps.get(undoes) ?? []);
  const [at] = undone.filter(({ step }) => step.kind === 'compare');
  const review = at && recordedReview(view, at.step.id);
  if (!review) return {};
  return { recorded: { BackupName: at.step.step, Sha256: review.new, ReplacedSha256: review.merged } };
}

/** The review in the newest record of a publish that carries one; undefined where none does. Pure. */
export function recordedReview({ progress: { upgrade } }: OpenView, id: StepId): Review | undefined {
  const ended = (upgrade?.history.get(id) ?? []).filter((record) => record.type === 'ended');
  return ended.map(({ evidence }) => reviewIn(evidence)).findLast((review) => review !== undefined);
}

/** The request of a run, while it lies in its folder and is the one that was recorded. */
export async function recordedRequest(
  { place }: UpgradeFolder,
  { progress: { upgrade } }: OpenView,
  id: StepId,
  run: string,
): Promise<PreparedRun | undefined> {
  const record = upgrade?.history.get(id)?.findLast((entry) => entry.type === 'started' && entry.run === run);
  if (record?.type !== 'started' || !runIds.test(run)) return undefined;
  const folder = join(place.runs, run);
  const text = await readFile(join(folder, 'request.json'), 'utf8').catch(() => '');
  const requestHash = sha256(text);
  // What is on record was written by us, and has the shape that we gave it.
  return requestHash === record.requestHash
    ? { request: JSON.parse(text) as RunRequest, requestHash, folder }
    : undefined;
}

/** What a run may be told besides its options. */
type MoreOfRequest = Pick<RequestInput, 'review' | 'recorded'>;

/** Makes a run folder with its single-use request. @param adapt makes another request of the step's own */
export async function writeRequest(
  { place }: UpgradeFolder,
  { progress, farm }: OpenView,
  step: RequestStep,
  { whatIf, ...options }: RunOptions & MoreOfRequest,
  adapt: (request: RunRequest) => RunRequest = (request) => request,
): Promise<PreparedRun> {
  const run = randomUUID();
  const request = adapt(makeRequest({ progress, farm, step, run, whatIf, ...options, hosts: place.hosts }));
  const folder = join(place.runs, run);
  await makeOwnFolder(place);
  await mkdir(folder, { recursive: true, mode: 0o700 });
  const text = `${JSON.stringify(request)}\n`;
  await writeAtomically(join(folder, 'request.json'), text);
  return { request, requestHash: sha256(text), folder };
}

/** The environment that tells the terminal script which run it is. */
export function runEnvironment({ folder, requestHash }: PreparedRun): Readonly<Record<string, string>> {
  return { MFA_UPGRADE_RUN: folder, MFA_UPGRADE_REQUEST: requestHash };
}

/**
 * Takes in the results that lie in the run folders of steps that wait for one, and ends as unknown what runs no more and left
 * none. Called by any window, at any time; twice counts once.
 * @returns why a result that has come could not be recorded: it is waited for as before
 */
export async function takeResults(upgrade: UpgradeFolder): Promise<readonly Finding[]> {
  const view = await upgrade.read();
  if (view.kind !== 'open' || !view.canWrite) return [];
  const findings: Finding[] = [];
  for (const at of everyStep(view.progress)) {
    if (at.awaits === undefined) continue;
    const text = await readResult(upgrade, at.awaits);
    if (text !== undefined || (await isOver(upgrade, at, at.awaits)))
      findings.push(...(await endRun(upgrade, at.step.id, at.awaits, text)));
  }
  return findings;
}

/** A run on this computer whose process is gone. A run that no process has taken yet, or of another computer, is not judged here. */
async function isOver(upgrade: UpgradeFolder, at: StepProgress, run: string): Promise<boolean> {
  if (at.state !== 'running' || at.by?.computer !== upgrade.computer || !runIds.test(run)) return false;
  const taker = await readTaker(upgrade, run);
  // Asked whenever something changes: only what can be read is read, PowerShell is for Find Out.
  return taker !== undefined && isOf(taker, upgrade) && !(await stillRuns(taker, readStartTicks));
}

/** Whether a process that has taken a run is, or was, one of this computer: the id of another one's says nothing here. */
export function isOf(taker: Taker, { computer }: UpgradeFolder): boolean {
  return taker.computer.toLowerCase() === computer.toLowerCase();
}

/** The result that lies in a run's folder, and the same where it is the answer to this very request. */
interface FoundResult {
  readonly found: RunResult | undefined;
  readonly own: RunResult | undefined;
}

/** Reads what a prepared run has left, once its process has ended: for runs of which no record waits. */
export async function resultOf(upgrade: UpgradeFolder, { request, requestHash }: PreparedRun): Promise<FoundResult> {
  const text = await readResult(upgrade, request.run);
  const found = text === undefined ? undefined : parseRunResult(text);
  const isOwn = found?.run === request.run && found.requestHash === requestHash && found.step === request.step;
  return { found, own: isOwn ? found : undefined };
}

/** What a what-if found, once its process has ended; undefined where it left no result of its own. It stands on no record. */
export async function whatIfEvidence(upgrade: UpgradeFolder, prepared: PreparedRun): Promise<Evidence | undefined> {
  const { own } = await resultOf(upgrade, prepared);
  return own?.whatIf ? own.evidence : undefined;
}

/**
 * Writes how a run ended, now that it is known to have ended: by its result, or as unknown where there is none, or none that a
 * record can hold.
 * @returns why there is no such record, where the run is still waited for
 */
export async function endRun(
  upgrade: UpgradeFolder,
  id: StepId,
  run: string,
  found?: string,
): Promise<readonly Finding[]> {
  const text = found ?? (await readResult(upgrade, run));
  const awaited = await awaitedRun(upgrade, id, run);
  if (!awaited) return [];
  const { view, at, started } = awaited;
  const untaken = text === undefined && (await takerOf(upgrade, run)) === 'nobody';
  const publish = await recordedRequest(upgrade, view, id, run);
  const ended = withReview(
    untaken ? neverTaken(started) : endedRecord(started, text),
    publish?.request.publication?.review,
  );
  if (ended.outcome === 'unknown' && at.state === 'unknown') return []; // that is known already
  const action = { kind: 'end', step: id, run } as const;
  const first = await upgrade.perform(action, () => ended);
  const written = isTooLong(first) ? await upgrade.perform(action, () => endedRecord(started, '')) : first;
  if (written.ok && ended.outcome !== 'unknown' && publish) await forgetContent(upgrade, run);
  if (written.ok || !(await awaitedRun(upgrade, id, run))) return []; // somebody else was faster
  return written.findings;
}

/** The run that a step waits for, and what its record says; undefined when nobody waits for it any more. */
async function awaitedRun(
  upgrade: UpgradeFolder,
  id: StepId,
  run: string,
): Promise<{ readonly view: OpenView; readonly at: StepProgress; readonly started: StartedRun } | undefined> {
  const view = await upgrade.read();
  if (view.kind !== 'open') return undefined;
  const at = stepNamed(view.progress, id);
  const records = view.progress.upgrade?.history.get(id);
  const record = records?.findLast((entry) => entry.type === 'started' && entry.run === run);
  if (at?.awaits !== run || record?.type !== 'started') return undefined;
  const started = { step: id, run, requestHash: record.requestHash, mode: upgrade.place.mode };
  return { view, at, started };
}

function isTooLong(written: Result<unknown>): boolean {
  return !written.ok && written.findings.some(({ code }) => code === 'RecordTooLong');
}

/** What was compared and decided belongs to the record of a publish. */
function withReview(ended: EndedBody, review: Review | undefined): EndedBody {
  return review === undefined ? ended : { ...ended, evidence: { ...ended.evidence, review } };
}

/** The content of a published file holds passwords: it stays nowhere but on its host. Of any other run nothing is taken away. */
export async function forgetContent({ place }: UpgradeFolder, run: string): Promise<void> {
  if (!runIds.test(run)) return;
  const folder = join(place.runs, run);
  const text = await readFile(join(folder, 'request.json'), 'utf8').catch(() => '');
  if (!text.includes('"publication":{')) return;
  await rm(join(folder, 'request.json'), { force: true });
  await rm(join(folder, 'bundle'), { recursive: true, force: true });
}

/** Why a compare step publishes nothing yet. */
export function notCompared(): Finding {
  return {
    code: 'ConfigNotCompared',
    severity: 'error',
    message: 'Nothing was compared yet, so that there is nothing to publish.',
    remedy: 'Compare the two files of this step first, then use Publish.',
  };
}

/** Why a window publishes nothing of two files that it has not shown. */
export function notSeenHere(): Finding {
  return {
    code: 'ConfigNotSeenHere',
    severity: 'error',
    message:
      'The files that would be published were not the ones that this window showed, so that nothing was published.',
    remedy: 'They are shown now. Look at what differs, decide, then use Publish again.',
  };
}

/**
 * Process that has taken a run, as it said itself; undefined when it did not get to say. `nobody` when no process had taken it:
 * then it is taken here and now, so that it can never start late.
 */
export async function takerOf(upgrade: UpgradeFolder, run: string): Promise<Taker | 'nobody' | undefined> {
  if (!runIds.test(run)) return undefined;
  const ours = await open(join(upgrade.place.runs, run, 'taken'), 'wx').catch(() => undefined);
  if (ours) {
    await ours.close();
    return 'nobody';
  }
  return readTaker(upgrade, run);
}

async function readTaker({ place }: UpgradeFolder, run: string): Promise<Taker | undefined> {
  return parseTaker(await readFile(join(place.runs, run, 'taken'), 'utf8').catch(() => ''));
}

const runIds = /^[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}$/;

/**
 * The result file of a run as text; undefined when there is none, or when it cannot be read just now. Longer than any real
 * result, or no file at all = nothing that can be read.
 */
export async function readResult({ place }: UpgradeFolder, run: string): Promise<string | undefined> {
  if (!runIds.test(run)) return undefined; // a name that we did not give leads nowhere
  const file = await open(join(place.runs, run, 'result.json'), 'r').catch(() => undefined);
  if (!file) return undefined;
  try {
    const found = await file.stat();
    return !found.isFile() || found.size > resultLimitBytes ? '' : await file.readFile('utf8');
  } catch {
    return undefined; // a share that is gone for a while: it is looked at again
  } finally {
    await file.close();
  }
}
