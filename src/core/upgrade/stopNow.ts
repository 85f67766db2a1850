import { mfaServers } from '../farm/hosts';
import type { PlanStep, StepId, UndoStep } from '../plan/plan';
import type { Duty } from './duties';
import { outageSteps } from './outages';
import type { Progress } from './progress';
import { isThrough } from './stepHistory';
import { wentWrong } from './stepProgress';
import { isCheck, stands } from './undo';

/** What it means to stop where the upgrade stands: what is open, and the two ways to where nothing is. */
export interface StopNow {
  readonly duties: readonly OpenDuty[];
  /** MFA servers that answer requests, as far as the records tell: in traffic, and nothing on them is half done. */
  readonly answering: readonly string[];
  /** Every way back that is needed so that nothing is open any more, the first one to do first. */
  readonly back: readonly UndoStep[];
}

/** Something open, and how it ends. */
export interface OpenDuty {
  readonly duty: Duty;
  /** Ways back that end it, the first one to do first; empty where one of them does not exist. */
  readonly back: readonly UndoStep[];
  /** Steps that are left until it ends by going on; empty for what a host settles itself. */
  readonly forward: readonly PlanStep[];
}

/**
 * What is open when everybody goes home now. Pure; the same for tree, page and command line.
 * @returns for each open duty the undo steps that lead to none, as `refusals` lets them be done one after the other, and the
 * steps that lead there by going on
 */
export function ifYouStopNow(progress: Progress): StopNow {
  const duties = progress.duties.map((duty) => ({
    duty,
    back: wayBackOf(progress, duty.begunBy) ?? [],
    forward: duty.endedBy === undefined ? [] : wayOnTo(progress, duty.endedBy),
  }));
  const needed = new Set(duties.flatMap(({ back }) => back.map(({ undoes }) => undoes)));
  return { duties, answering: answeringServers(progress), back: inUndoOrder(progress, needed) };
}

/**
 * The way back of the outage of an AD FS farm, the first step first: also while the new adapter is on and its test is still to
 * come, where the outage goes on and no duty of it is open. Empty without one. Pure.
 */
export function wayBackOfOutage(progress: Progress, adfsFarm: string): readonly UndoStep[] {
  const begin = outageSteps(progress.plan).find((each) => each.adfsFarm === adfsFarm)?.begin;
  const happened = begin && progress.steps.get(begin.id)?.happened;
  return begin && stands(happened ?? 'nothing') ? (wayBackOf(progress, begin.id) ?? []) : [];
}

function answeringServers({ plan, steps, duties }: Progress): readonly string[] {
  const open = new Set(duties.map(({ target }) => target));
  const halfDone = [...steps.values()].filter(
    (at) => at.step.definition.changes && (at.state === 'running' || wentWrong(at)),
  );
  for (const { step } of halfDone) open.add(step.target);
  return mfaServers(plan.farm).flatMap(({ name }) => (open.has(name) ? [] : [name]));
}

/** The step that began it and all that stands on it, taken back from the end; undefined where one of them has no way back. */
function wayBackOf(progress: Progress, begunBy: StepId): readonly UndoStep[] | undefined {
  const reached = new Set<StepId>([begunBy]);
  const standing = new Set(reached);
  for (const step of progress.plan.steps) {
    const isBuiltOn = step.after.some((before) => reached.has(before));
    if (!isBuiltOn || !stands(progress.steps.get(step.id)?.happened ?? 'nothing')) continue;
    reached.add(step.id);
    if (!isCheck(step)) standing.add(step.id);
  }
  const back = inUndoOrder(progress, standing);
  return back.length === standing.size ? back : undefined;
}

function inUndoOrder({ plan }: Progress, steps: ReadonlySet<StepId>): readonly UndoStep[] {
  const undoOf = new Map(plan.undo.map((undo) => [undo.undoes, undo]));
  return [...plan.steps].reverse().flatMap(({ id }) => (steps.has(id) ? (undoOf.get(id) ?? []) : []));
}

/** Steps that are not through on the way to a step, itself among them, in the plan's order. */
function wayOnTo({ plan, steps }: Progress, end: StepId): readonly PlanStep[] {
  const wanted = new Set<StepId>([end]);
  for (const step of [...plan.steps].reverse()) if (wanted.has(step.id)) for (const id of step.after) wanted.add(id);
  return plan.steps.filter(({ id }) => wanted.has(id) && !isThrough(steps.get(id)?.happened ?? 'nothing'));
}
