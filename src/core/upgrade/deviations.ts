import type { StepId } from '../plan/plan';
import type { Progress } from './progress';
import type { Actor } from './record';
import type { StepRecord } from './upgrade';

/** Something that did not go as the plan has it, in a person's own words: what a report begins with. */
export interface Deviation {
  readonly kind: 'overridden' | 'skipped' | 'takenBack' | 'reopened';
  readonly step: StepId;
  readonly title: string;
  readonly target: string;
  readonly reason: string;
  readonly by: Actor;
  /** ISO 8601. */
  readonly time: string;
}

const order: readonly Deviation['kind'][] = ['overridden', 'skipped', 'takenBack', 'reopened'];

/** Where people went another way than the plan: overrides first, each kind in the order of its records. Pure. */
export function deviations({ plan, upgrade }: Progress): readonly Deviation[] {
  const undone = new Map(plan.undo.map((undo) => [undo.id as string, undo]));
  const steps = new Map(plan.steps.map((step) => [step.id as string, step]));
  const found = [...(upgrade?.history ?? [])].flatMap(([id, records]) => {
    const step = steps.get(id) ?? undone.get(id);
    if (!step) return [];
    return records.flatMap((record) => {
      const said = saidOf(record, undone.has(id));
      const { title, target } = step;
      const { number, actor: by, time } = record;
      return said ? [{ number, deviation: { ...said, step: step.id, title, target, by, time } }] : [];
    });
  });
  return found
    .sort((a, b) => order.indexOf(a.deviation.kind) - order.indexOf(b.deviation.kind) || a.number - b.number)
    .map(({ deviation }) => deviation);
}

function saidOf(record: StepRecord, isUndo: boolean): Pick<Deviation, 'kind' | 'reason'> | undefined {
  switch (record.type) {
    case 'overridden':
    case 'skipped':
    case 'reopened':
      return { kind: record.type, reason: record.reason };
    case 'ended':
      return isUndo && record.outcome === 'done' ? { kind: 'takenBack', reason: 'its way back was run' } : undefined;
    case 'attested':
      return isUndo ? { kind: 'takenBack', reason: record.how } : undefined;
    default:
      return undefined;
  }
}
