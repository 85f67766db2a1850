import type { Instance, Lane } from './expand';
import { stepId, type StepId } from './plan';

/** Predecessors of each instance. */
export type Edges = ReadonlyMap<StepId, readonly StepId[]>;

/**
 * Predecessors by the names in the step files: `after` on the same target where the predecessor has it, else on every
 * target; `afterAll` on every target; and the lane before, in a serial lane group. Cost: linear in steps and edges.
 */
export function connect(instances: readonly Instance[]): Edges {
  const named = connectByName(instances);
  const edges = new Map(named);
  for (const { id, lane } of instances) {
    if (!lane?.previous || isInside(lane, named.get(id))) continue;
    edges.set(id, [...new Set([...(named.get(id) ?? []), ...lastOf(lane.previous, named)])]);
  }
  return edges;
}

function connectByName(instances: readonly Instance[]): Edges {
  const everywhere = new Map<string, StepId[]>();
  for (const { id, definition } of instances) {
    const known = everywhere.get(definition.id);
    if (known) known.push(id);
    else everywhere.set(definition.id, [id]);
  }
  const ids = new Set(instances.map((instance) => instance.id));
  const here = (name: string, target: string): readonly StepId[] => {
    const id = stepId(name, target);
    return ids.has(id) ? [id] : (everywhere.get(name) ?? []);
  };
  const before = ({ definition, target }: Instance): readonly StepId[] => [
    ...definition.after.flatMap((name) => here(name, target)),
    ...definition.afterAll.flatMap((name) => everywhere.get(name) ?? []),
  ];
  return new Map(instances.map((instance) => [instance.id, [...new Set(before(instance))]]));
}

function isInside(lane: Lane, before: readonly StepId[] = []): boolean {
  return before.some((predecessor) => lane.steps.includes(predecessor));
}

/** The last steps of a lane: those that no other step of it waits for. */
function lastOf(lane: Lane, edges: Edges): readonly StepId[] {
  const waitedFor = new Set(lane.steps.flatMap((id) => edges.get(id) ?? []));
  return lane.steps.filter((id) => !waitedFor.has(id));
}

/** Steps that are not needed drop out; who waited for them waits for what they waited for. */
export function withoutNotNeeded(order: readonly StepId[], edges: Edges, needed: ReadonlySet<StepId>): Edges {
  const through = new Map<StepId, readonly StepId[]>();
  for (const id of order) {
    const before = (edges.get(id) ?? []).flatMap((predecessor) =>
      needed.has(predecessor) ? [predecessor] : (through.get(predecessor) ?? []),
    );
    through.set(id, [...new Set(before)]);
  }
  return through;
}

/**
 * One valid order: the given one, each step moved behind its predecessors where it stands before them.
 * @returns the order, or the steps of a circle
 */
export function inOrder(
  ids: readonly StepId[],
  edges: Edges,
): { order: readonly StepId[] } | { circle: readonly StepId[] } {
  const order: StepId[] = [];
  const state = new Map<StepId, 'open' | 'placed'>();
  for (const root of ids) {
    const path: { id: StepId; next: number }[] = state.has(root) ? [] : [{ id: root, next: 0 }];
    if (path.length > 0) state.set(root, 'open');
    for (let top = path.at(-1); top; top = path.at(-1)) {
      const before = (edges.get(top.id) ?? [])[top.next++];
      if (before === undefined) {
        state.set(top.id, 'placed');
        order.push(top.id);
        path.pop();
      } else if (state.get(before) === 'open') {
        return { circle: path.slice(path.findIndex((step) => step.id === before)).map((step) => step.id) };
      } else if (!state.has(before)) {
        state.set(before, 'open');
        path.push({ id: before, next: 0 });
      }
    }
  }
  return { order };
}
