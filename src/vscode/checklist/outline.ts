import type { Plan, StepId } from '../../core/plan/plan';
import type { Phase, PhaseEntry, Runbook } from '../../core/runbook/runbook';

/** A row of the checklist: a phase, a group of steps below it, or a step. */
export type Row =
  | { readonly kind: 'phase'; readonly id: string; readonly title: string; readonly children: readonly Row[] }
  | {
      readonly kind: 'group';
      readonly id: string;
      readonly title: string;
      readonly by: 'host' | 'step';
      readonly children: readonly Row[];
    }
  | { readonly kind: 'step'; readonly id: StepId }
  | { readonly kind: 'notNeeded'; readonly id: StepId };

/**
 * The plan as a tree: phases; in each, a lane group as one row a host, a step on several targets as one row with its targets
 * below, and any other step as a row of its own. Knows nothing of states. Pure.
 */
export function outline(plan: Plan, runbook: Runbook): readonly Row[] {
  const places = placesOf(plan);
  return runbook.phases.map((phase) => ({
    kind: 'phase',
    id: `phase:${phase.id}`,
    title: phase.title,
    children: mergeHosts(phase.entries.flatMap((entry, n) => rowsOf(phase, entry, n, places, runbook))),
  }));
}

type StepRow = Extract<Row, { kind: 'step' | 'notNeeded' }>;
type Places = ReadonlyMap<string, readonly { readonly target: string; readonly row: StepRow }[]>;

const keyOf = (phase: string, entry: number, step: string): string => `${phase}/${String(entry)}/${step}`;

/** Rows of each step file, by its place in the runbook, in the plan's order. */
function placesOf(plan: Plan): Places {
  const places = new Map<string, { target: string; row: StepRow }[]>();
  const add = (at: { phase: string; entry: number; step: string; target: string }, row: StepRow): void => {
    const key = keyOf(at.phase, at.entry, at.step);
    const known = places.get(key) ?? [];
    known.push({ target: at.target, row });
    places.set(key, known);
  };
  for (const step of plan.steps) add(step, { kind: 'step', id: step.id });
  for (const step of plan.notNeeded) add(step, { kind: 'notNeeded', id: step.id });
  return places;
}

function rowsOf(phase: Phase, entry: PhaseEntry, n: number, places: Places, runbook: Runbook): readonly Row[] {
  if (entry.kind === 'lanes') return laneRows(phase, entry.steps, n, places);
  const at = places.get(keyOf(phase.id, n, entry.step)) ?? [];
  if (at.length < 2) return at.map(({ row }) => row);
  const title = runbook.steps[entry.step]?.title ?? entry.step;
  return [
    { kind: 'group', id: `group:${phase.id}:${String(n)}`, title, by: 'step', children: at.map(({ row }) => row) },
  ];
}

function laneRows(phase: Phase, steps: readonly string[], n: number, places: Places): readonly Row[] {
  const lanes = new Map<string, Row[]>();
  for (const step of steps)
    for (const { target, row } of places.get(keyOf(phase.id, n, step)) ?? [])
      lanes.set(target, [...(lanes.get(target) ?? []), row]);
  return [...lanes].map(([target, children]) => ({
    kind: 'group',
    id: `group:${phase.id}:${String(n)}:${target}`,
    title: target,
    by: 'host',
    children,
  }));
}

/** A host that two entries in a row speak of is one row. */
function mergeHosts(rows: readonly Row[]): readonly Row[] {
  const merged: Row[] = [];
  for (const row of rows) {
    const last = merged.at(-1);
    const same =
      last?.kind === 'group' &&
      row.kind === 'group' &&
      last.by === 'host' &&
      row.by === 'host' &&
      last.title === row.title;
    if (same) merged[merged.length - 1] = { ...last, children: [...last.children, ...row.children] };
    else merged.push(row);
  }
  return merged;
}

/** Ids of the steps at or below a row that count: what is not needed does not. */
export function stepsBelow(row: Row): readonly StepId[] {
  if (row.kind === 'step') return [row.id];
  return row.kind === 'notNeeded' ? [] : row.children.flatMap(stepsBelow);
}
