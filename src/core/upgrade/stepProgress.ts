import type { PlanStep, StepId } from '../plan/plan';
import type { Finding } from '../report/finding';
import type { StepHistory } from './stepHistory';

/** The state that is shown for a step. */
export type StepState =
  'blocked' | 'ready' | 'running' | 'done' | 'failed' | 'unknown' | 'attested' | 'skipped' | 'overridden';

/** Where one step stands, and why. */
export interface StepProgress extends StepHistory {
  readonly step: PlanStep;
  readonly state: StepState;
  /** Steps that have to be through first. */
  readonly waitsFor: readonly StepId[];
  /** Findings on the host that keep its changing steps from running. */
  readonly inhibitors: readonly Finding[];
}
