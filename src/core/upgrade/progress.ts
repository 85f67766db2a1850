import type { Plan, PlanStep, StepId } from '../plan/plan';
import type { Finding } from '../report/finding';
import { openDuties, type Duty } from './duties';
import { outagesOf, type Outage } from './outages';
import { recordsOf, whenUndone } from './stepEvents';
import { isThrough, replay, type HistoryEvent, type StepHistory } from './stepHistory';
import type { StepProgress } from './stepProgress';
import { checksOf, undoProgress } from './undo';
import type { Upgrade } from './upgrade';

/** Everything that is shown is drawn from this: a state for each step, open duties, outages. */
export interface Progress {
  readonly plan: Plan;
  readonly upgrade: Upgrade | undefined;
  readonly steps: ReadonlyMap<StepId, StepProgress>;
  /** The ways back, by their own ids. */
  readonly undo: ReadonlyMap<StepId, StepProgress>;
  readonly duties: readonly Duty[];
  readonly outages: readonly Outage[];
}

/**
 * Where the upgrade stands: the plan, held against what happened. `upgrade` is undefined before the first record.
 * Pure; linear in steps, edges and records.
 */
export function progress(plan: Plan, upgrade: Upgrade | undefined): Progress {
  const histories = historiesOf(plan, upgrade);
  const inhibitors = inhibitorsByHost(plan, histories);
  const steps = new Map<StepId, StepProgress>();
  for (const step of plan.steps) {
    const history = histories.get(step.id) ?? { happened: 'nothing', findings: [] };
    const waitsFor = step.after.filter((before) => !isThrough(histories.get(before)?.happened ?? 'nothing'));
    const inhibiting = step.definition.changes ? (inhibitors.get(step.target) ?? []) : [];
    const isBlocked = waitsFor.length > 0 || inhibiting.length > 0;
    const state = history.happened === 'nothing' ? (isBlocked ? 'blocked' : 'ready') : history.happened;
    steps.set(step.id, { ...history, step, state, waitsFor, inhibitors: inhibiting });
  }
  const undo = undoProgress(plan, upgrade, steps);
  return { plan, upgrade, steps, undo, duties: openDuties(plan, steps), outages: outagesOf(plan, upgrade) };
}

function historiesOf(plan: Plan, upgrade: Upgrade | undefined): ReadonlyMap<StepId, StepHistory> {
  const shaken = shakenSteps(plan, upgrade);
  const undone = undoneSteps(plan, upgrade);
  return new Map(
    plan.steps.map((step) => [
      step.id,
      historyOf(step, upgrade, [...(shaken.get(step.id) ?? []), ...(undone.get(step.id) ?? [])]),
    ]),
  );
}

/** Steps that were taken back, and when; the checks that saw them go with them. */
function undoneSteps(plan: Plan, upgrade: Upgrade | undefined): ReadonlyMap<StepId, readonly HistoryEvent[]> {
  const undone = new Map<StepId, HistoryEvent[]>();
  for (const undo of plan.undo) {
    const events = whenUndone(upgrade, undo.id);
    if (events.length === 0) continue;
    for (const id of [undo.undoes, ...checksOf(plan, undo.undoes).map((check) => check.id)])
      undone.set(id, [...(undone.get(id) ?? []), ...events]);
  }
  return undone;
}

function historyOf(step: PlanStep, upgrade: Upgrade | undefined, besides: readonly HistoryEvent[]): StepHistory {
  if (step.decides !== undefined) return decided(step.decides, upgrade);
  return replay([...recordsOf(upgrade, step.id), ...besides]);
}

/** A decision is done by its record; the runbook is chosen by opening the upgrade. */
function decided(key: string, upgrade: Upgrade | undefined): StepHistory {
  const record = upgrade?.decisions.get(key);
  if (record) return { happened: 'done', findings: [], by: record.by, since: record.time, said: record.value };
  return key === 'runbook' && upgrade
    ? { happened: 'done', findings: [], said: upgrade.runbookId }
    : { happened: 'nothing', findings: [] };
}

/** Steps built on a reopened one, directly or through others, and when: their records may be wrong too. */
function shakenSteps(plan: Plan, upgrade: Upgrade | undefined): ReadonlyMap<StepId, readonly HistoryEvent[]> {
  const shaken = new Map<StepId, HistoryEvent[]>();
  const reopened = [...(upgrade?.history.values() ?? [])].flat().filter((record) => record.type === 'reopened');
  for (const record of reopened) {
    const below = new Set<string>([record.step]);
    for (const step of plan.steps) {
      if (!step.after.some((before) => below.has(before))) continue;
      below.add(step.id);
      const events = shaken.get(step.id) ?? [];
      events.push({ kind: 'shaken', number: record.number, by: record.step });
      shaken.set(step.id, events);
    }
  }
  return shaken;
}

/** Inhibitors that checks found on each host and that nobody has overridden or mended since. */
function inhibitorsByHost(
  plan: Plan,
  histories: ReadonlyMap<StepId, StepHistory>,
): ReadonlyMap<string, readonly Finding[]> {
  const found = new Map<string, readonly Finding[]>();
  for (const step of plan.steps) {
    const inhibitors = histories.get(step.id)?.held ?? [];
    if (inhibitors.length > 0) found.set(step.target, [...(found.get(step.target) ?? []), ...inhibitors]);
  }
  return found;
}

/** Every step and every way back of the plan. Pure. */
export function everyStep({ steps, undo }: Progress): readonly StepProgress[] {
  return [...steps.values(), ...undo.values()];
}

/** A step, or a way back, by its id; undefined where the plan has neither. Pure. */
export function stepNamed({ steps, undo }: Progress, id: StepId): StepProgress | undefined {
  return steps.get(id) ?? undo.get(id);
}
