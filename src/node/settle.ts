import { rm } from 'node:fs/promises';
import type { StepId } from '../core/plan/plan';
import type { Finding } from '../core/report/finding';
import { ok, refused, type Result } from '../core/report/result';
import { parseRunResult } from '../core/run/result';
import type { Outcome } from '../core/upgrade/record';
import { stepNamed } from '../core/upgrade/progress';
import { refusals } from '../core/upgrade/refusals';
import type { StepProgress } from '../core/upgrade/stepProgress';
import { stillRuns } from './processes';
import { bundleOut } from './bundle';
import {
  endRun,
  isOf,
  prepareLook,
  readResult,
  resultOf,
  takerOf,
  type PreparedRun,
  type RunOptions,
} from './runFolder';
import type { UpgradeFolder } from './upgradeFolder';

/**
 * What finding out about a step comes to: it still runs, it is settled already, a look at the host is ready, its bundle is still
 * out and is waited for again, or only a person can see it.
 */
export type FindOut =
  | { readonly kind: 'stillRuns'; readonly processId: number }
  | { readonly kind: 'settled'; readonly outcome: Outcome }
  | { readonly kind: 'look'; readonly prepared: PreparedRun }
  | { readonly kind: 'wait'; readonly prepared: PreparedRun }
  | { readonly kind: 'askPerson'; readonly step: StepProgress };

/**
 * Begins to find out how a step stands of which nobody knows. A run whose process is still there is left alone; one that no
 * process has taken is taken by us, so that it can never start late; otherwise the verifying function is asked.
 */
export async function findOut(
  upgrade: UpgradeFolder,
  id: StepId,
  options: Omit<RunOptions, 'whatIf'>,
): Promise<Result<FindOut>> {
  const view = await upgrade.writable();
  if (!view.ok) return view;
  const against = refusals(view.value.progress, { kind: 'settle', step: id });
  const at = stepNamed(view.value.progress, id);
  if (against.length > 0 || !at) return refused(against);
  if (at.step.function === undefined) return ok({ kind: 'askPerson', step: at });
  if (at.awaits !== undefined) {
    const taker = await takerOf(upgrade, at.awaits);
    if (taker === 'nobody') return settleAs(upgrade, id, 'refused', { neverStarted: true });
    if (taker !== undefined && isOf(taker, upgrade) && (await stillRuns(taker)))
      return ok({ kind: 'stillRuns', processId: taker.processId });
    const out = await bundleOut(upgrade, view.value, at);
    if (out) return ok({ kind: 'wait', prepared: out });
  }
  const look = await prepareLook(upgrade, view.value, at.step, options);
  return ok({ kind: 'look', prepared: look });
}

/** Takes the answer of a look: yes = done, no = failed, anything else leaves the step unknown. */
export async function settleByLook(
  upgrade: UpgradeFolder,
  id: StepId,
  prepared: PreparedRun,
): Promise<Result<FindOut>> {
  const { found, own } = await resultOf(upgrade, prepared);
  await forgetLook(prepared); // what it found goes into the record
  if (!own || own.verified === null) return refused([noAnswer(found?.findings ?? [])]);
  return settleAs(upgrade, id, own.verified ? 'done' : 'failed', {
    ...own.evidence,
    findings: own.findings,
    run: own.run,
  });
}

/** Takes the folder of a look away: it has answered, or was never begun. */
export function forgetLook({ folder }: PreparedRun): Promise<void> {
  return rm(folder, { recursive: true, force: true });
}

/** Takes what a wait for a bundle, or a look, has brought, once its process has ended. */
export async function settleBy(
  kind: 'look' | 'wait',
  upgrade: UpgradeFolder,
  id: StepId,
  prepared: PreparedRun,
): Promise<Result<FindOut>> {
  if (kind === 'look') return settleByLook(upgrade, id, prepared);
  const text = await readResult(upgrade, prepared.request.run);
  if (text === undefined) return refused([bundleNotBack]);
  const unwritten = await endRun(upgrade, id, prepared.request.run, text);
  if (unwritten.length > 0) return refused(unwritten);
  return ok({ kind: 'settled', outcome: parseRunResult(text)?.outcome ?? 'unknown' });
}

async function settleAs(
  upgrade: UpgradeFolder,
  id: StepId,
  outcome: Outcome,
  evidence: Readonly<Record<string, unknown>>,
): Promise<Result<FindOut>> {
  const written = await upgrade.perform({ kind: 'settle', step: id }, () => ({
    type: 'settled',
    step: id,
    outcome,
    evidence,
  }));
  return written.ok ? ok({ kind: 'settled', outcome }) : written;
}

function noAnswer(findings: readonly Finding[]): Finding {
  const first = findings[0];
  return {
    code: 'FindOutNoAnswer',
    severity: 'error',
    message: first
      ? `Nobody can say yet how the step stands. ${first.message}`
      : 'Nobody can say yet how the step stands: the look at the host gave no answer.',
    remedy: first?.remedy ?? 'Look at the host yourself, then use Mark as Done or Override.',
  };
}

const bundleNotBack: Finding = {
  code: 'BundleNotBack',
  severity: 'error',
  message: 'The result of the bundle is not back yet.',
  remedy:
    'Carry it back and use Find Out again. Or use Mark as Done: with the code that its script shows, or with what you saw.',
};
