import type { Finding } from '../report/finding';
import { waitingFor } from './refusals';
import type { Duty } from './duties';
import type { Outage } from './outages';
import type { Progress } from './progress';
import type { StepProgress, StepState } from './stepProgress';
import type { Mode } from './record';

/** What `status --json` prints. */
export interface StatusView {
  readonly apiVersion: 1;
  readonly upgradeId: string | null;
  readonly mode: Mode;
  readonly farm: string;
  readonly runbook: string;
  readonly steps: readonly StepStatus[];
  readonly duties: readonly Duty[];
  readonly outages: readonly Outage[];
  readonly findings: readonly Finding[];
}

/** A step in the published view of an upgrade. */
export interface StepStatus {
  readonly id: string;
  readonly state: StepState | 'not needed';
  readonly waitsFor: readonly string[];
  readonly reason?: string;
}

/**
 * Where an upgrade stands, for a program to read. Pure.
 * @param findings what reading the folder brought up; those of the steps and the plan are added
 */
export function statusView(progress: Progress, findings: readonly Finding[]): StatusView {
  const { plan, upgrade, duties, outages } = progress;
  const steps = [...progress.steps.values()];
  return {
    apiVersion: 1,
    upgradeId: upgrade?.upgradeId ?? null,
    mode: plan.mode,
    farm: plan.farm.name,
    runbook: plan.runbook,
    steps: [
      ...steps.map((at) => stepStatus(progress, at)),
      ...plan.notNeeded.map(({ id, reason }): StepStatus => ({ id, state: 'not needed', waitsFor: [], reason })),
    ],
    duties,
    outages,
    findings: [...findings, ...plan.findings, ...steps.flatMap((at) => at.findings)],
  };
}

function stepStatus(progress: Progress, at: StepProgress): StepStatus {
  const reason = at.state === 'blocked' ? `waits for ${waitingFor(progress, at)}` : at.said;
  return { id: at.step.id, state: at.state, waitsFor: at.waitsFor, ...(reason === undefined ? {} : { reason }) };
}
