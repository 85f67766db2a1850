import type { Plan, PlanStep } from '../../src/core/plan/plan';

/** Whether a step is meant. */
export type Which = (step: PlanStep) => boolean;

/** A plan with the question "must this come before that?" answered for any two of its steps. Shares no code with the compiler. */
export class PlanGraph {
  readonly steps: readonly PlanStep[];
  readonly #place = new Map<string, number>();
  readonly #before: readonly Uint32Array[];

  constructor({ steps }: Pick<Plan, 'steps'>) {
    this.steps = steps;
    const words = Math.ceil(steps.length / 32);
    const before: Uint32Array[] = [];
    for (const [n, step] of steps.entries()) {
      this.#place.set(step.id, n);
      const own = new Uint32Array(words);
      for (const id of step.after) {
        const m = this.#place.get(id);
        if (m === undefined) throw new Error(`${step.id} waits for ${id}, which does not stand before it`);
        own[m >> 5] = (own[m >> 5] ?? 0) | (1 << (m & 31));
        for (const [w, bits] of (before[m] ?? own).entries()) own[w] = (own[w] ?? 0) | bits;
      }
      before.push(own);
    }
    this.#before = before;
  }

  /** Whether no order of this plan has `later` before `sooner`. */
  isBefore(sooner: PlanStep, later: PlanStep): boolean {
    const m = this.#place.get(sooner.id) ?? 0;
    const own = this.#before[this.#place.get(later.id) ?? 0];
    return (((own?.[m >> 5] ?? 0) >> (m & 31)) & 1) === 1;
  }

  all(which: Which): readonly PlanStep[] {
    return this.steps.filter(which);
  }

  /** Pairs that some order of the plan turns round: each `sooner` must come before each `later`. */
  turned(sooner: Which, later: Which): readonly string[] {
    const first = this.all(sooner);
    return this.all(later).flatMap((step) =>
      first.filter((other) => other !== step && !this.isBefore(other, step)).map((other) => `${other.id} < ${step.id}`),
    );
  }

  /** The same on each target by itself. */
  turnedOnTarget(sooner: Which, later: Which): readonly string[] {
    const byTarget = groupBy(this.all(sooner), ({ target }) => target);
    return this.all(later).flatMap((step) =>
      (byTarget.get(step.target) ?? [])
        .filter((other) => other !== step && !this.isBefore(other, step))
        .map((other) => `${other.id} < ${step.id}`),
    );
  }

  /** Another order that the plan allows. @param pick which of n ready steps comes next, from 0 */
  anyOrder(pick: (ready: number) => number): readonly PlanStep[] {
    const open = new Map(this.steps.map((step) => [step.id as string, new Set<string>(step.after).size]));
    const waiting = new Map<string, PlanStep[]>();
    for (const step of this.steps)
      for (const id of new Set<string>(step.after)) waiting.set(id, [...(waiting.get(id) ?? []), step]);
    const ready = this.steps.filter((step) => step.after.length === 0);
    const order: PlanStep[] = [];
    while (ready.length > 0) {
      const [next] = ready.splice(pick(ready.length), 1);
      if (!next) break;
      order.push(next);
      for (const step of waiting.get(next.id) ?? []) {
        const left = (open.get(step.id) ?? 0) - 1;
        open.set(step.id, left);
        if (left === 0) ready.push(step);
      }
    }
    return order;
  }
}

/** Items by a key, each group in the order of the items. */
export function groupBy<T>(items: readonly T[], keyOf: (item: T) => string): ReadonlyMap<string, readonly T[]> {
  const groups = new Map<string, T[]>();
  for (const item of items) {
    const known = groups.get(keyOf(item));
    if (known) known.push(item);
    else groups.set(keyOf(item), [item]);
  }
  return groups;
}

/** Steps that carry one of these instructions. */
export function carrying(...ids: readonly string[]): Which {
  const wanted = new Set(ids);
  return ({ definition }) => definition.sources.some((source) => wanted.has(source));
}

/** Steps of these names; for what no instruction asks for. */
export function called(...names: readonly string[]): Which {
  const wanted = new Set(names);
  return ({ step }) => wanted.has(step);
}

export function both(...all: readonly Which[]): Which {
  return (step) => all.every((which) => which(step));
}

export function either(...all: readonly Which[]): Which {
  return (step) => all.some((which) => which(step));
}
