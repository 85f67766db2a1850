import type { NotNeeded, Plan, PlanStep, StepId } from '../../core/plan/plan';
import type { Duty } from '../../core/upgrade/duties';
import type { Progress } from '../../core/upgrade/progress';
import { isThrough } from '../../core/upgrade/stepHistory';
import type { StepProgress } from '../../core/upgrade/stepProgress';
import type { Phase, PhaseEntry, Runbook } from '../../core/runbook/runbook';

/** A row of the checklist: what is open, a phase, a group of steps below it, or a step. */
export type Row =
  | { readonly kind: 'phase'; readonly id: string; readonly title: string; readonly children: readonly Row[] }
  | {
      readonly kind: 'group';
      readonly id: string;
      readonly title: string;
      /** Steps of one host or AD FS farm, one step on several hosts, or what is not needed there. */
      readonly by: 'lane' | 'step' | 'notNeeded';
      readonly children: readonly Row[];
    }
  | { readonly kind: 'duties'; readonly id: string; readonly children: readonly Row[] }
  | { readonly kind: 'duty'; readonly id: string; readonly duty: Duty }
  | { readonly kind: 'step'; readonly id: StepId }
  | { readonly kind: 'notNeeded'; readonly id: StepId };

/**
 * The plan as a tree: phases; in each, a lane group as one row a host or AD FS farm, a step on several targets as one row with
 * its targets below, and any other step as a row of its own. Knows nothing of states. Pure.
 */
export function outline(plan: Plan, runbook: Runbook): readonly Row[] {
  const places = placesOf(plan);
  return runbook.phases.map((phase) => ({
    kind: 'phase',
    id: `phase:${phase.id}`,
    title: phase.title,
    children: mergeLanes(phase.entries.flatMap((entry, n) => rowsOf(phase, entry, n, places, runbook))),
  }));
}

type StepRow = Extract<Row, { kind: 'step' | 'notNeeded' }>;
interface Place {
  readonly lane?: string;
  readonly row: StepRow;
}
interface Places {
  readonly byStep: ReadonlyMap<string, readonly Place[]>;
  readonly order: ReadonlyMap<StepId, number>;
}

const keyOf = (phase: string, entry: number, step: string): string => `${phase}/${String(entry)}/${step}`;

/** Rows of each step file, by its place in the runbook, in the plan's order. */
function placesOf(plan: Plan): Places {
  const places = new Map<string, Place[]>();
  const add = (at: PlanStep | NotNeeded, row: StepRow): void => {
    const key = keyOf(at.phase, at.entry, at.step);
    const known = places.get(key) ?? [];
    known.push({ row, ...(at.lane !== undefined && { lane: at.lane }) });
    places.set(key, known);
  };
  for (const step of plan.steps) add(step, { kind: 'step', id: step.id });
  for (const step of plan.notNeeded) add(step, { kind: 'notNeeded', id: step.id });
  return { byStep: places, order: new Map(plan.steps.map(({ id }, n) => [id, n])) };
}

function rowsOf(phase: Phase, entry: PhaseEntry, n: number, places: Places, runbook: Runbook): readonly Row[] {
  const group = `group:${phase.id}:${String(n)}`;
  if (entry.kind === 'step')
    return stepRows(
      group,
      titleOf(entry.step, runbook),
      (places.byStep.get(keyOf(phase.id, n, entry.step)) ?? []).map(({ row }) => row),
    );
  const lanes = new Map<string, Row[]>();
  for (const step of entry.steps)
    for (const [lane, rows] of byLane(places.byStep.get(keyOf(phase.id, n, step)) ?? [])) {
      const known = lanes.get(lane) ?? [];
      lanes.set(lane, [...known, ...stepRows(`${group}:${lane}:${step}`, titleOf(step, runbook), rows)]);
    }
  return inPlanOrder(lanes, places).map(([lane, children]) => ({
    kind: 'group',
    id: `${group}:${lane}`,
    title: lane,
    by: 'lane',
    children: asideNotNeeded(`${group}:${lane}:notNeeded`, children),
  }));
}

/** Lanes as the plan takes them: the one whose first step comes first. What is not needed has no place in the plan. */
function inPlanOrder(
  lanes: ReadonlyMap<string, readonly Row[]>,
  { order }: Places,
): readonly (readonly [string, readonly Row[]])[] {
  const first = (rows: readonly Row[]): number =>
    Math.min(...rows.flatMap(stepsBelow).map((id) => order.get(id) ?? Infinity));
  return [...lanes].sort(([, one], [, other]) => first(one) - first(other) || 0);
}

function titleOf(step: string, runbook: Runbook): string {
  return runbook.steps[step]?.title ?? step;
}

function byLane(places: readonly Place[]): ReadonlyMap<string, readonly StepRow[]> {
  const lanes = new Map<string, StepRow[]>();
  for (const { lane = '', row } of places) lanes.set(lane, [...(lanes.get(lane) ?? []), row]);
  return lanes;
}

/** A step on one target is a row; on several it is a row with its targets below. */
function stepRows(id: string, title: string, rows: readonly StepRow[]): readonly Row[] {
  return rows.length < 2 ? rows : [{ kind: 'group', id, title, by: 'step', children: rows }];
}

/** What a lane does not need stands behind the rest, in one row when there is more than one. */
function asideNotNeeded(id: string, rows: readonly Row[]): readonly Row[] {
  const aside = rows.filter(({ kind }) => kind === 'notNeeded');
  if (aside.length < 2) return rows;
  return [
    ...rows.filter(({ kind }) => kind !== 'notNeeded'),
    { kind: 'group', id, title: '', by: 'notNeeded', children: aside },
  ];
}

/** A host or AD FS farm that several lane groups in a row speak of is one row. */
function mergeLanes(rows: readonly Row[]): readonly Row[] {
  const merged: Row[] = [];
  for (const row of rows) {
    const since = merged.findLastIndex((other) => other.kind !== 'group' || other.by !== 'lane') + 1;
    const at = merged.findIndex(
      (other, n) =>
        n >= since && other.kind === 'group' && row.kind === 'group' && row.by === 'lane' && other.title === row.title,
    );
    const same = merged[at];
    if (same?.kind === 'group' && row.kind === 'group')
      merged[at] = { ...same, children: [...same.children, ...row.children] };
    else merged.push(row);
  }
  return merged;
}

/** What was begun and is not ended, as the first row; none while nothing is open. */
export function dutyRows(duties: readonly Duty[]): readonly Row[] {
  if (duties.length === 0) return [];
  const children = duties.map((duty): Row => ({ kind: 'duty', id: `duty:${duty.begunBy}:${duty.name}`, duty }));
  return [{ kind: 'duties', id: 'duties', children }];
}

/**
 * The phase that people are in: the first one with something to do in it now, or under way. A decision can be taken long before
 * its phase, so it does not count while there is anything else.
 * @returns its row's id; undefined when everything is through
 */
export function presentPhase(rows: readonly Row[], { steps }: Progress): string | undefined {
  const phaseWith = (fits: (at: StepProgress) => boolean): string | undefined =>
    rows.find(
      (row) =>
        row.kind === 'phase' &&
        stepsBelow(row)
          .flatMap((id) => steps.get(id) ?? [])
          .some(fits),
    )?.id;
  const isOpen = ({ happened, state }: StepProgress): boolean => !isThrough(happened) && state !== 'blocked';
  return phaseWith((at) => isOpen(at) && at.step.kind !== 'decide') ?? phaseWith(isOpen);
}

/** The rows of the steps that are kept, with what stands above them; what is open stays. */
export function onlyRows(rows: readonly Row[], keep: (id: StepId) => boolean): readonly Row[] {
  return rows.flatMap((row): readonly Row[] => {
    if (row.kind === 'step') return keep(row.id) ? [row] : [];
    if (row.kind !== 'phase' && row.kind !== 'group') return row.kind === 'notNeeded' ? [] : [row];
    const children = onlyRows(row.children, keep);
    return children.length === 0 ? [] : [{ ...row, children }];
  });
}

/** Ids of the steps at or below a row that count: what is not needed does not. */
export function stepsBelow(row: Row): readonly StepId[] {
  if (row.kind === 'step') return [row.id];
  return row.kind === 'notNeeded' || row.kind === 'duty' ? [] : row.children.flatMap(stepsBelow);
}
