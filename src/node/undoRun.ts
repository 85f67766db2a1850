import type { StepId, UndoStep } from '../core/plan/plan';
import type { Finding } from '../core/report/finding';
import { ok, refused, type Result } from '../core/report/result';
import { endedRecord } from '../core/run/ended';
import { refuseChange } from '../core/upgrade/refuseChange';
import { refusals } from '../core/upgrade/refusals';
import { notWritten } from './diskFindings';
import { readResult, recordedReview, writeRequest, type PreparedRun, type RunOptions } from './runFolder';
import type { OpenView } from './folderView';
import type { UpgradeFolder } from './upgradeFolder';

/** The way back of a step that its function can go: of a publish that was recorded. Undefined = a person takes the step back. */
export function undoByFunction(view: OpenView, id: StepId): UndoStep | undefined {
  const undo = view.progress.plan.undo.find(({ undoes }) => undoes === id);
  return undo?.function !== undefined && recordedReview(view, id) ? undo : undefined;
}

/** Makes the run folder of a way back and writes its `started` record. What goes back, and over what, comes from the record of the publish. */
export async function prepareUndo(
  upgrade: UpgradeFolder,
  id: StepId,
  options: Omit<RunOptions, 'whatIf'>,
): Promise<Result<PreparedRun>> {
  const view = await upgrade.writable();
  if (!view.ok) return view;
  const at = view.value.progress.steps.get(id);
  const undo = undoByFunction(view.value, id);
  const review = recordedReview(view.value, id);
  const against = [
    ...refusals(view.value.progress, { kind: 'undo', step: id, how: 'run' }),
    ...(at ? refuseChange(view.value.progress, at) : []),
  ];
  if (against.length > 0 || !at || !undo || !review) return refused(against);
  const recorded = { BackupName: at.step.step, Sha256: review.new, ReplacedSha256: review.merged };
  const written = await writeRequest(upgrade, view.value, undo, { ...options, whatIf: false, recorded }).catch(
    (error: unknown): Finding => notWritten(error, upgrade.place.runs),
  );
  if ('code' in written) return refused([written]);
  const { request, requestHash } = written;
  const started = await upgrade.perform({ kind: 'undo', step: id, how: 'run' }, () => ({
    type: 'started',
    step: undo.id,
    run: request.run,
    requestHash,
  }));
  return started.ok ? ok(written) : started;
}

/** Writes how a way back ended. Only its verified end takes the step back; anything else leaves it done, and can be tried again. */
export async function endUndo(
  upgrade: UpgradeFolder,
  id: StepId,
  { request, requestHash }: PreparedRun,
): Promise<Result<'undone'>> {
  const told = { step: request.step, run: request.run, requestHash, mode: request.mode };
  const ended = endedRecord(told, await readResult(upgrade, request.run));
  const written = await upgrade.perform({ kind: 'undo', step: id, how: 'run' }, () => ended);
  if (!written.ok) return written;
  const isUndone = ended.outcome === 'done' && ended.verified === true;
  return isUndone ? ok('undone') : refused(ended.findings);
}
