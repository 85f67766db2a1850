import type { AdfsFarm } from '../farm/farm';
import { adfsFarmNamed } from '../farm/hosts';
import type { Plan, PlanStep, StepId } from '../plan/plan';
import { isThrough } from './stepHistory';
import type { StepProgress } from './stepProgress';

/** Something that a step has begun and another one must end. */
export interface Duty {
  readonly name: string;
  readonly target: string;
  readonly begunBy: StepId;
  /** The step that ends it; absent for a restart, which ends by a person's word. */
  readonly endedBy?: StepId;
  readonly since?: string;
}

/** The AD FS farm in whose turn a host was drained: it leaves the pools of AD FS then, and what else it carries goes on. Pure. */
export function adfsFarmOfDuty({ farm, steps }: Pick<Plan, 'farm' | 'steps'>, { begunBy }: Duty): AdfsFarm | undefined {
  const lane = steps.find(({ id }) => id === begunBy)?.lane;
  return lane === undefined ? undefined : adfsFarmNamed(farm, lane);
}

type Steps = ReadonlyMap<StepId, StepProgress>;

/** What has begun and not ended: the upgrade is finished only when this is empty. Pure. */
export function openDuties(plan: Plan, steps: Steps): readonly Duty[] {
  const enders = endersOf(plan);
  const begun = plan.steps.flatMap((step): readonly Duty[] => {
    const { begins } = step.definition;
    const done = steps.get(step.id);
    if (begins === undefined || !done || !hasBegun(done)) return [];
    const ender = enders.get(step.id);
    if (ender && isThrough(steps.get(ender.id)?.happened ?? 'nothing')) return [];
    return [dutyOf(begins, done, ender)];
  });
  const restarts = [...steps.values()].filter(({ restartNeeded }) => restartNeeded);
  return [...begun, ...restarts.map((at) => dutyOf('restart', at))];
}

function dutyOf(name: string, { step, since }: StepProgress, ender?: PlanStep): Duty {
  const begun = since === undefined ? {} : { since };
  return { name, target: step.target, begunBy: step.id, ...(ender ? { endedBy: ender.id } : {}), ...begun };
}

/** What ends each duty: the next step on the same target that ends one of its name. A host may leave its pools more than once. */
function endersOf(plan: Plan): ReadonlyMap<StepId, PlanStep> {
  const next = new Map<string, PlanStep>();
  const enders = new Map<StepId, PlanStep>();
  for (const step of [...plan.steps].reverse()) {
    const { begins, ends } = step.definition;
    const ender = next.get(`${begins ?? ''}@${step.target}`);
    if (begins !== undefined && ender) enders.set(step.id, ender);
    if (ends !== undefined) next.set(`${ends}@${step.target}`, step);
  }
  return enders;
}

/** A step that failed, or of which nobody knows, may have begun it all the same. */
function hasBegun({ state }: StepProgress): boolean {
  return state !== 'ready' && state !== 'blocked' && state !== 'skipped';
}
