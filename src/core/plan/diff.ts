import { parametersOf } from '../run/parameters';
import type { Plan, PlanStep } from './plan';

/** Ids of the steps that another plan adds, lacks, or has in another form. */
export interface PlanDifference {
  readonly added: readonly string[];
  readonly removed: readonly string[];
  readonly changed: readonly string[];
}

/** What changes from one plan to another, step by step. Pure. */
export function diffPlans(from: Plan, to: Plan): PlanDifference {
  const before = new Map(from.steps.map((step) => [step.id, step]));
  const after = new Map(to.steps.map((step) => [step.id, step]));
  const both = [...after.values()].filter((step) => before.has(step.id));
  return {
    added: [...after.keys()].filter((id) => !before.has(id)),
    removed: [...before.keys()].filter((id) => !after.has(id)),
    changed: both.filter((step) => form(from, before.get(step.id)) !== form(to, step)).map((step) => step.id),
  };
}

/** What makes a step another one although its id is the same. */
function form({ farm, decisions }: Plan, step: PlanStep | undefined): string {
  if (!step) return '';
  const { definition, target } = step;
  const decide = (key: string): string | undefined => decisions.get(key)?.value;
  return JSON.stringify([
    step.kind,
    step.title,
    step.function,
    step.decides,
    [...step.after].sort(),
    definition.sources,
    definition.text,
    parametersOf({ farm, decide, step: definition, target, upgradeId: '' }),
  ]);
}
