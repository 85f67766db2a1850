import type { Instance, Lane } from './expand';
import { stepId, type StepId } from './plan';

/** Predecessors of each instance. */
export type Edges = ReadonlyMap<StepId, readonly StepId[]>;

/**
 * Predecessors by the names in the step files: `after` on the same target where the predecessor has it, else on the target
 * of the lane (a node waits for what was decided for its AD FS farm), else on every target; `afterAll` on every target; and
 * the lane before, in a serial lane group. What stands in the same lane is looked up there only: each AD FS farm waits for
 * its own nodes. Cost: linear in steps and edges. Where each node of a batch waits for each node of another one, the edges are
 * the product of both: that is what the plan says, and AD FS farms are small.
 */
export function connect(instances: readonly Instance[]): Edges {
  const named = connectByName(instances);
  const lanes = new Map(instances.map(({ id, lane }) => [id, lane]));
  const ends = new Map<Lane, readonly StepId[]>();
  const endOf = (lane: Lane): readonly StepId[] => {
    const known = ends.get(lane) ?? lastOf(lane, named);
    ends.set(lane, known);
    return known;
  };
  const edges = new Map(named);
  for (const { id, lane } of instances) {
    const before = named.get(id) ?? [];
    if (!lane?.previous || before.some((predecessor) => lanes.get(predecessor) === lane)) continue;
    edges.set(id, [...new Set([...before, ...endOf(lane.previous)])]);
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
  const around = (name: string, lane: Lane | undefined): readonly StepId[] =>
    lane?.steps.get(name) ?? everywhere.get(name) ?? [];
  const here = (name: string, { target, lane }: Instance): readonly StepId[] => {
    const own = [target, lane?.target ?? target].map((where) => stepId(name, where)).find((id) => ids.has(id));
    return own ? [own] : around(name, lane);
  };
  const before = (instance: Instance): readonly StepId[] => [
    ...instance.definition.after.flatMap((name) => here(name, instance)),
    ...instance.definition.afterAll.flatMap((name) => around(name, instance.lane)),
  ];
  return new Map(instances.map((instance) => [instance.id, [...new Set(before(instance))]]));
}

/** The last steps of a lane: those that no other step of it waits for. */
function lastOf(lane: Lane, edges: Edges): readonly StepId[] {
  const ids = [...lane.steps.values()].flat();
  const waitedFor = new Set(ids.flatMap((id) => edges.get(id) ?? []));
  return ids.filter((id) => !waitedFor.has(id));
}

/**
 * Steps that are not needed drop out; who waited for them waits for what they waited for. A decision among that holds only those
 * that turn on it: the host that has no Mobile App Web Service does not wait until somebody has decided about it.
 * @param turnsOn whether what a step waits for concerns it, and not only a step that it followed
 */
export function withoutNotNeeded(
  order: readonly StepId[],
  edges: Edges,
  needed: ReadonlySet<StepId>,
  turnsOn: (id: StepId, predecessor: StepId) => boolean,
): Edges {
  const through = new Map<StepId, ReadonlyMap<StepId, boolean>>();
  for (const id of order) {
    const before = new Map<StepId, boolean>();
    const add = (predecessor: StepId, concerns: boolean): void => {
      before.set(predecessor, concerns || before.get(predecessor) === true || turnsOn(id, predecessor));
    };
    for (const predecessor of edges.get(id) ?? []) {
      if (needed.has(predecessor)) add(predecessor, needed.has(id));
      else for (const [other, concerns] of through.get(predecessor) ?? []) add(other, concerns);
    }
    through.set(id, before);
  }
  const concerning = (before: ReadonlyMap<StepId, boolean>): readonly StepId[] =>
    [...before].flatMap(([predecessor, concerns]) => (concerns ? [predecessor] : []));
  return new Map([...through].map(([id, before]) => [id, concerning(before)]));
}

/** How far back a step looks for what its predecessors wait for anyway: the length of a lane, so that the cost stays linear. */
const nearby = 64;

/**
 * Leaves out the predecessors that another predecessor waits for anyway, as far as both stand close together: a step names
 * what it waits for directly.
 * @param order every step behind its predecessors
 */
export function withoutImplied(order: readonly StepId[], edges: Edges): Edges {
  const place = new Map(order.map((id, n) => [id, n]));
  const placeOf = (id: StepId): number => place.get(id) ?? 0;
  const nearestFirst = new Map(
    order.map((id) => [id, [...(edges.get(id) ?? [])].sort((a, b) => placeOf(b) - placeOf(a))]),
  );
  const lookBack = (id: StepId, from: number, implied: Set<StepId>): void => {
    for (const before of nearestFirst.get(id) ?? []) {
      if (placeOf(before) < from) return;
      if (implied.has(before)) continue;
      implied.add(before);
      lookBack(before, from, implied);
    }
  };
  const direct = (before: readonly StepId[]): readonly StepId[] => {
    if (before.length < 2) return before;
    const implied = new Set<StepId>();
    for (const id of before) lookBack(id, placeOf(id) - nearby, implied);
    return before.filter((id) => !implied.has(id));
  };
  return new Map(order.map((id) => [id, direct(edges.get(id) ?? [])]));
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
