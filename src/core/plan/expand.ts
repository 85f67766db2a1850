import type { Farm } from '../farm/farm';
import { judge, type Verdict } from '../farm/conditions';
import { selectTargets, type Scope } from '../farm/selectors';
import { parametersOf } from '../run/parameters';
import type { Phase, PhaseEntry, Runbook, StepDefinition } from '../runbook/runbook';
import { stepId, type ResolvedDecision, type StepId } from './plan';

/** A step on a target before its predecessors are known, needed here or not. */
export interface Instance {
  readonly id: StepId;
  readonly phase: string;
  readonly entry: number;
  readonly target: string;
  readonly definition: StepDefinition;
  readonly needed: Verdict;
  readonly uses: ReadonlySet<string>;
  /** Lane of a serial lane group: its first steps wait for the last ones of the lane before. */
  readonly lane?: Lane;
}

/** The steps of one target in a lane group, and the lane that goes before it. */
export interface Lane {
  readonly steps: readonly StepId[];
  readonly previous?: Lane;
}

/** Decisions in force, by key. */
export type Decisions = ReadonlyMap<string, ResolvedDecision>;

/** The runbook spread over the farm: each step once for each of its targets, in the runbook's order. Pure. */
export function expand(farm: Farm, runbook: Runbook, decisions: Decisions): readonly Instance[] {
  return runbook.phases.flatMap((phase) =>
    phase.entries.flatMap((entry, n) => expandEntry({ farm, runbook, decisions, phase, entry: n }, entry)),
  );
}

interface Place {
  readonly farm: Farm;
  readonly runbook: Runbook;
  readonly decisions: Decisions;
  readonly phase: Phase;
  readonly entry: number;
}

function expandEntry(place: Place, entry: PhaseEntry): readonly Instance[] {
  return entry.kind === 'step' ? expandStep(place, entry.step) : expandLanes(place, entry);
}

function expandStep(place: Place, name: string): readonly Instance[] {
  const definition = definitionOf(place.runbook, name);
  const reader = readDecisions(place.decisions);
  const targets = selectTargets(definition.for ?? 'farm', { farm: place.farm, decide: reader.decide });
  return targets.map((target) => instance(place, definition, target, reader.keys));
}

function expandLanes(place: Place, entry: Extract<PhaseEntry, { kind: 'lanes' }>): readonly Instance[] {
  const reader = readDecisions(place.decisions);
  const targets = selectTargets(entry.for, { farm: place.farm, decide: reader.decide });
  const definitions = entry.steps.map((name) => definitionOf(place.runbook, name));
  const instances: Instance[] = [];
  let previous: Lane | undefined;
  for (const target of targets) {
    const steps = definitions.map((definition) => stepId(definition.id, target));
    const lane: Lane = previous && !entry.parallel ? { steps, previous } : { steps };
    for (const definition of definitions) instances.push({ ...instance(place, definition, target, reader.keys), lane });
    previous = lane;
  }
  return instances;
}

function instance(place: Place, definition: StepDefinition, target: string, selected: ReadonlySet<string>): Instance {
  const { farm } = place;
  const reader = readDecisions(place.decisions);
  const scope = { farm, decide: reader.decide };
  const needed: Verdict = definition.when === undefined ? { holds: true } : judge(definition.when, scope, target);
  parametersOf({ ...scope, step: definition, target, upgradeId: '' }); // read for its side: which decisions the run will use
  const uses = new Set([...selected, ...reader.keys]);
  const { entry, phase } = place;
  return { id: stepId(definition.id, target), phase: phase.id, entry, target, definition, needed, uses };
}

/** Lets a registry read decisions and remembers which keys it read. */
function readDecisions(decisions: Decisions): Pick<Scope, 'decide'> & { readonly keys: ReadonlySet<string> } {
  const keys = new Set<string>();
  return {
    keys,
    decide: (key) => {
      keys.add(key);
      return decisions.get(key)?.value;
    },
  };
}

function definitionOf(runbook: Runbook, name: string): StepDefinition {
  const definition = runbook.steps[name];
  if (!definition) throw new Error(`The runbook lists a step that it does not carry: ${name}`);
  return definition;
}
