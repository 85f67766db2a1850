import type { Plan, PlanStep, StepId, UndoStep } from '../plan/plan';
import { proof } from './outages';
import { recordsOf } from './stepEvents';
import { isThrough, replay, type Happened } from './stepHistory';
import type { StepProgress, StepState } from './stepProgress';
import type { Upgrade } from './upgrade';

type Steps = ReadonlyMap<StepId, StepProgress>;

/**
 * Where each way back stands, as a step of its own: ready while its step is through and nothing that was built on it stands. What
 * was done of it before its step came through again is history. Pure.
 */
export function undoProgress(
  plan: Plan,
  upgrade: Upgrade | undefined,
  steps: Steps,
): ReadonlyMap<StepId, StepProgress> {
  const found = new Map<StepId, StepProgress>();
  for (const step of plan.undo) {
    const at = steps.get(step.undoes);
    const isNeeded = at !== undefined && isThrough(at.happened);
    if (isNeeded || !found.has(step.id)) found.set(step.id, undoOf(step, plan, upgrade, steps));
  }
  return found;
}

function undoOf(step: UndoStep, plan: Plan, upgrade: Upgrade | undefined, steps: Steps): StepProgress {
  const at = steps.get(step.undoes);
  const since = at && isThrough(at.happened) ? (at.number ?? 0) : 0;
  const history = replay(recordsOf(upgrade, step.id).filter(({ number }) => number > since));
  const mayGo = since > 0 && standingOn(plan, steps, step.undoes).length === 0;
  const state: StepState = history.happened === 'nothing' ? (mayGo ? 'ready' : 'blocked') : history.happened;
  return { ...history, step, state, waitsFor: [], inhibitors: [] };
}

/**
 * Steps that were built on a step and stand: they are taken back before it. A check is none of them, but what was built on the
 * check is. Pure.
 */
export function standingOn(plan: Plan, at: Steps, id: StepId): Plan['steps'] {
  return (followersOf(plan).get(id) ?? [])
    .filter((step) => stands(at.get(step.id)?.happened ?? 'nothing'))
    .flatMap((step) => (isCheck(step) ? standingOn(plan, at, step.id) : [step]));
}

/**
 * A step that only looks, and ends nothing: it has no way back and needs none. What it saw is gone when the step below it is taken
 * back. The test that ends an outage is none: the outage would begin again with nobody asked.
 */
export function isCheck({ definition, function: act, step }: PlanStep): boolean {
  return act !== undefined && definition.verify === undefined && !definition.changes && step !== proof;
}

/** The checks that saw a step, directly or after one another. Pure. */
export function checksOf(plan: Plan, id: StepId): Plan['steps'] {
  const checks = (followersOf(plan).get(id) ?? []).filter(isCheck);
  return [...checks, ...checks.flatMap((check) => checksOf(plan, check.id))];
}

/** Plans are values: who waits for each step is found once for each. */
const followers = new WeakMap<Plan, ReadonlyMap<StepId, Plan['steps']>>();

function followersOf(plan: Plan): ReadonlyMap<StepId, Plan['steps']> {
  const known = followers.get(plan);
  if (known) return known;
  const made = new Map<StepId, PlanStep[]>();
  for (const step of plan.steps)
    for (const before of step.after) {
      const list = made.get(before);
      if (list) list.push(step);
      else made.set(before, [step]);
    }
  followers.set(plan, made);
  return made;
}

/** What failed, or was never begun, is not there to lose its ground. Pure. */
export function stands(happened: Happened): boolean {
  return happened !== 'nothing' && happened !== 'failed';
}
