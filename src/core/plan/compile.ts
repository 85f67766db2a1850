import type { Farm } from '../farm/farm';
import { hostNamed } from '../farm/hosts';
import type { Scope } from '../farm/selectors';
import type { Finding } from '../report/finding';
import { ok, refused, type Result } from '../report/result';
import type { Runbook } from '../runbook/runbook';
import type { Mode } from '../upgrade/record';
import { emptiedPools } from './batches';
import { resolveDecisions } from './decisions';
import { connect, inOrder, withoutImplied, withoutNotNeeded, type Edges } from './edges';
import { expand, isByHand, readDecisions, type Instance } from './expand';
import { routingNotes } from './routing';
import { stepId, type NotNeeded, type Plan, type PlanStep, type StepId, type UndoStep } from './plan';

/** What a plan is made from. */
export interface CompileInput {
  readonly farm: Farm;
  readonly farmHash: string;
  readonly runbook: Runbook;
  readonly runbookHash: string;
  /** Decisions that a person made: key -> value. */
  readonly decided: ReadonlyMap<string, string>;
  readonly mode: Mode;
}

/**
 * The plan of this farm by this runbook: which steps, on which targets, after which others. The same input gives the same plan.
 * Refused when a decision is not known or does not fit, when another runbook is meant, when a batch would leave nobody in a pool, or
 * when the runbook leads in a circle here.
 * Pure; linear in hosts and edges.
 */
export function compile(input: CompileInput): Result<Plan> {
  const { farm, runbook } = input;
  const decisions = resolveDecisions(farm, input.decided, input.mode);
  if (!decisions.ok) return decisions;
  const meant = decisions.value.get('runbook')?.value;
  if (meant !== runbook.id) return refused([otherRunbook(meant ?? '', runbook.id)]);
  const emptied = hasBatches(runbook) ? emptiedPools(farm, decisions.value) : [];
  if (emptied.length > 0) return refused(emptied);
  const instances = expand(farm, runbook, decisions.value);
  const edges = connect(instances);
  const ordered = inOrder(
    instances.map((instance) => instance.id),
    edges,
  );
  if ('circle' in ordered) return refused([circle(ordered.circle)]);
  const needed = instances.filter((instance) => instance.needed.holds);
  const byId = new Map(needed.map((instance) => [instance.id, instance]));
  const all = withoutNotNeeded(ordered.order, edges, new Set(byId.keys()), concerned(farm, instances));
  const after = withoutImplied(ordered.order, all);
  const steps = ordered.order.flatMap((id) => byId.get(id) ?? []).map((instance) => planStep(instance, after));
  const scope = { ...readDecisions(decisions.value), farm };
  return ok({
    mode: input.mode,
    farm,
    farmHash: input.farmHash,
    runbook: runbook.id,
    runbookHash: input.runbookHash,
    decisions: decisions.value,
    steps,
    notNeeded: instances.flatMap(notNeeded),
    undo: steps.flatMap((step) => undoOf(step, runbook, scope)),
    findings: routingNotes(farm, runbook.id),
  });
}

/** A step waits for a decision that it was compiled from. A step of the farm gathers decisions for all that follow it. */
function concerned(farm: Farm, instances: readonly Instance[]): (id: StepId, predecessor: StepId) => boolean {
  const byId = new Map(instances.map((instance) => [instance.id, instance]));
  return (id, predecessor) => {
    const decides = byId.get(predecessor)?.definition.decides;
    const waiting = byId.get(id);
    if (decides === undefined || !waiting || !hostNamed(farm, waiting.target)) return true;
    return waiting.uses.has(decides.replaceAll('{target}', () => byId.get(predecessor)?.target ?? ''));
  };
}

function hasBatches({ steps }: Runbook): boolean {
  return Object.values(steps).some((step) => step.for === 'firstBatch');
}

function planStep({ id, phase, entry, lane, target, definition, byHand, uses }: Instance, after: Edges): PlanStep {
  const { run, automation, decides } = definition;
  return {
    id,
    step: definition.id,
    phase,
    entry,
    ...(lane && { lane: lane.target }),
    target,
    kind: byHand && definition.kind === 'run' ? 'manual' : definition.kind,
    title: definition.title,
    ...(run !== undefined && !byHand ? { function: run } : {}),
    ...(automation === undefined ? {} : { automation }),
    ...(decides === undefined ? {} : { decides: decides.replaceAll('{target}', () => target) }),
    after: after.get(id) ?? [],
    uses,
    definition,
  };
}

function notNeeded({ id, phase, entry, lane, target, definition, needed }: Instance): readonly NotNeeded[] {
  if (needed.holds) return [];
  const place = { phase, entry, ...(lane && { lane: lane.target }), target };
  return [{ id, step: definition.id, ...place, title: definition.title, reason: needed.reason }];
}

function undoOf(step: PlanStep, runbook: Runbook, scope: Scope): readonly UndoStep[] {
  const definition = runbook.steps[step.definition.undo ?? ''];
  if (!definition) return [];
  const { phase, entry, lane, target, uses } = step;
  const byHand = isByHand(definition, scope, target);
  return [
    {
      id: stepId(definition.id, target),
      undoes: step.id,
      step: definition.id,
      phase,
      entry,
      ...(lane === undefined ? {} : { lane }),
      target,
      kind: byHand ? 'manual' : definition.kind,
      title: definition.title,
      ...(definition.run !== undefined && !byHand ? { function: definition.run } : {}),
      after: [],
      uses,
      definition,
    },
  ];
}

function otherRunbook(meant: string, given: string): Finding {
  return {
    code: 'RunbookDoesNotFit',
    severity: 'error',
    message: `This farm goes by the runbook ${meant}, not by ${given}.`,
    remedy: `Use the runbook ${meant}.`,
    pointer: '/hosts',
  };
}

function circle(ids: readonly string[]): Finding {
  return {
    code: 'PlanCircle',
    severity: 'error',
    message: `These steps wait for each other: ${ids.join(', ')}.`,
    remedy: 'Take one of them out of the "after" of another one in the runbook.',
  };
}
