import type { PlanStep, StepId } from '../plan/plan';
import type { Finding } from '../report/finding';
import type { StepHistory } from './stepHistory';

/** The state that is shown for a step. */
export type StepState =
  'blocked' | 'ready' | 'running' | 'done' | 'failed' | 'unknown' | 'attested' | 'skipped' | 'overridden';

/** A step that went wrong, or of which nobody knows: somebody has to look at it before anything else. Pure. */
export function wentWrong({ state }: Pick<StepProgress, 'state'>): boolean {
  return state === 'failed' || state === 'unknown';
}

/** Where one step stands, and why. */
export interface StepProgress extends StepHistory {
  readonly step: PlanStep;
  readonly state: StepState;
  /** Steps that have to be through first. */
  readonly waitsFor: readonly StepId[];
  /** Findings on the host that keep its changing steps from running. */
  readonly inhibitors: readonly Finding[];
}
