import { adfsFarmOfNode } from '../farm/hosts';
import type { Plan, PlanStep, StepId } from '../plan/plan';
import { recordsOf, whenUndone } from './stepEvents';
import { isThrough, replay, type HistoryEvent } from './stepHistory';
import type { StepRecord, Upgrade } from './upgrade';

/** A time without multi-factor authentication in an AD FS farm; without `to` it goes on. */
export interface Outage {
  readonly adfsFarm: string;
  readonly from: string;
  readonly to?: string;
}

/** The steps of a plan between which an AD FS farm is without multi-factor authentication. */
export interface OutageSteps {
  readonly adfsFarm: string;
  readonly begin: PlanStep;
  /** All of them have to be through: the provider is on, and its test has passed. */
  readonly ends: readonly PlanStep[];
}

/** The step that proves what the switch has done (steps.md, V6-FS-9). */
export const proof = 'test-adapter';

/** The outages that a plan holds, in its order. Pure. */
export function outageSteps({ steps, farm }: Plan): readonly OutageSteps[] {
  return steps
    .filter(({ definition }) => definition.outage === 'begins')
    .map((begin) => {
      const adfsFarm = adfsFarmOfNode(farm, begin.target)?.name ?? begin.target;
      const isOurs = ({ target, lane }: PlanStep): boolean => target === begin.target || lane === adfsFarm;
      const ends = steps.filter((step) => isOurs(step) && (step.definition.outage === 'ends' || step.step === proof));
      return { adfsFarm, begin, ends };
    });
}

/**
 * Minutes of an outage when its steps are done one after the other in the order of the plan, from the step that begins it to the
 * last one that ends it, both with it; undefined where nobody knows how long its beginning takes. Pure.
 * @param minutes what each step takes
 */
export function plannedMinutes(
  { steps }: Plan,
  { begin, ends }: OutageSteps,
  minutes: ReadonlyMap<string, number>,
): number | undefined {
  if (!minutes.has(begin.id)) return undefined;
  const last = steps.findLastIndex((step) => ends.includes(step));
  const during = steps.slice(steps.indexOf(begin), last < 0 ? undefined : last + 1);
  return during.reduce((sum, { id }) => sum + (minutes.get(id) ?? 0), 0);
}

/**
 * Every outage that has begun, open or over, in the order of the plan and of the records: from the start of the step that
 * switches off until the new adapter is on and tested, or the way back is gone. A step that failed may have switched off all the
 * same. Pure.
 */
export function outagesOf(plan: Plan, upgrade: Upgrade | undefined): readonly Outage[] {
  return upgrade ? outageSteps(plan).flatMap((steps) => outagesBetween(plan, upgrade, steps)) : [];
}

function outagesBetween(plan: Plan, upgrade: Upgrade, { adfsFarm, begin, ends }: OutageSteps): readonly Outage[] {
  const begun = eventsOf(plan, upgrade, begin.id);
  const ended = ends.map(({ id }) => eventsOf(plan, upgrade, id));
  const isOpen = (number: number): boolean => {
    const happened = replay(until(begun, number)).happened;
    const isOver = ended.length > 0 && ended.every((events) => isThrough(replay(until(events, number)).happened));
    return happened !== 'nothing' && happened !== 'skipped' && !isOver;
  };
  const found: Outage[] = [];
  for (const record of moments(plan, upgrade, [begin.id, ...ends.map(({ id }) => id)])) {
    const last = found.at(-1);
    const goesOn = last !== undefined && last.to === undefined;
    if (isOpen(record.number) === goesOn) continue;
    if (!goesOn) found.push({ adfsFarm, from: record.time });
    else if (isRefused(record, begin.id)) found.pop();
    else found[found.length - 1] = { ...last, to: record.time };
  }
  return found;
}

function eventsOf({ undo }: Plan, upgrade: Upgrade, id: StepId): readonly HistoryEvent[] {
  const undone = undo.filter(({ undoes }) => undoes === id).flatMap((each) => whenUndone(upgrade, each.id));
  return [...recordsOf(upgrade, id), ...undone];
}

function until(events: readonly HistoryEvent[], number: number): readonly HistoryEvent[] {
  return events.filter((event) => event.number <= number);
}

/** A run that was refused has switched nothing off. */
function isRefused(record: StepRecord, begin: StepId): boolean {
  return (record.type === 'ended' || record.type === 'settled') && record.step === begin && record.outcome !== 'done';
}

/** Each record of these steps and of their ways back, in their order. */
function moments({ undo }: Plan, { history }: Upgrade, ids: readonly StepId[]): readonly StepRecord[] {
  const back = undo.filter(({ undoes }) => ids.includes(undoes)).map(({ id }) => id);
  return [...ids, ...back].flatMap((id) => history.get(id) ?? []).sort((one, other) => one.number - other.number);
}
