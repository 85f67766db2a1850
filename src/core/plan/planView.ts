import type { Finding } from '../report/finding';
import type { StepKind } from '../runbook/runbook';
import type { DecisionOrigin, Plan, PlanStep, UndoStep } from './plan';

/** What `plan --json` prints: the published shape of a plan, see schemas/plan.schema.json. */
export interface PlanView {
  readonly apiVersion: 1;
  readonly farm: string;
  readonly farmHash: string;
  readonly runbook: string;
  readonly runbookHash: string;
  readonly decisions: Readonly<Record<string, { readonly value: string; readonly from: DecisionOrigin }>>;
  readonly steps: readonly PlanStepView[];
  readonly notNeeded: readonly { readonly step: string; readonly target: string; readonly reason: string }[];
  readonly undo: readonly UndoView[];
  readonly findings: readonly Finding[];
}

/** A step in the published view of a plan. */
export interface PlanStepView {
  readonly id: string;
  readonly step: string;
  readonly phase: string;
  readonly target: string;
  readonly kind: StepKind;
  readonly title: string;
  readonly sources: readonly string[];
  readonly function?: string;
  readonly automation?: 'planned';
  readonly after: readonly string[];
  readonly outage?: 'begins' | 'ends';
}

/** A way back in the published view of a plan. */
export interface UndoView {
  readonly id: string;
  readonly undoes: string;
  readonly step: string;
  readonly target: string;
  readonly kind: StepKind;
  readonly function?: string;
}

/** The published view of a plan. Pure. */
export function planView(plan: Plan): PlanView {
  return {
    apiVersion: 1,
    farm: plan.farm.name,
    farmHash: plan.farmHash,
    runbook: plan.runbook,
    runbookHash: plan.runbookHash,
    decisions: Object.fromEntries(plan.decisions),
    steps: plan.steps.map(stepView),
    notNeeded: plan.notNeeded.map(({ step, target, reason }) => ({ step, target, reason })),
    undo: plan.undo.map(undoView),
    findings: plan.findings,
  };
}

function undoView({ id, undoes, step, target, kind, function: act }: UndoStep): UndoView {
  return { id, undoes, step, target, kind, ...(act === undefined ? {} : { function: act }) };
}

function stepView(step: PlanStep): PlanStepView {
  const { id, phase, target, kind, title, automation, after } = step;
  const { sources, outage } = step.definition;
  return {
    id,
    step: step.step,
    phase,
    target,
    kind,
    title,
    sources,
    ...(step.function === undefined ? {} : { function: step.function }),
    ...(automation === undefined ? {} : { automation }),
    after,
    ...(outage === undefined ? {} : { outage }),
  };
}
