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
  /** A person does it here although a function could elsewhere: its `runWhen` does not hold. */
  readonly byHand: boolean;
  readonly uses: ReadonlySet<string>;
  /** Lane of a serial lane group: its first steps wait for the last ones of the lane before. */
  readonly lane?: Lane;
}

/** The steps of one target in a lane group, and the lane that goes before it. */
export interface Lane {
  readonly target: string;
  /** Step -> its instances in this lane. */
  readonly steps: ReadonlyMap<string, readonly StepId[]>;
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
  readonly lane?: string;
}

function expandEntry(place: Place, entry: PhaseEntry): readonly Instance[] {
  return entry.kind === 'step' ? expandStep(place, entry.step) : expandLanes(place, entry);
}

function expandStep(place: Place, name: string): readonly Instance[] {
  const definition = definitionOf(place.runbook, name);
  const reader = readDecisions(place.decisions);
  const targets = selectTargets(definition.for ?? 'farm', { ...reader, farm: place.farm });
  return targets.map((target) => instance(place, definition, target, reader.keys));
}

function expandLanes(place: Place, entry: Extract<PhaseEntry, { kind: 'lanes' }>): readonly Instance[] {
  const reader = readDecisions(place.decisions);
  const targets = selectTargets(entry.for, { ...reader, farm: place.farm });
  const definitions = entry.steps.map((name) => definitionOf(place.runbook, name));
  const instances: Instance[] = [];
  let previous: Lane | undefined;
  for (const target of targets) {
    const inLane = definitions.flatMap((definition) => expandInLane(place, definition, target, reader.keys));
    const steps = groupByStep(entry.steps, inLane);
    const lane: Lane = previous && !entry.parallel ? { target, steps, previous } : { target, steps };
    for (const each of inLane) instances.push({ ...each, lane });
    previous = lane;
  }
  return instances;
}

/** In a lane a step stands for the lane's own target, or for those that its selector finds in the lane: the nodes of an AD FS farm. */
function expandInLane(
  place: Place,
  definition: StepDefinition,
  lane: string,
  selected: ReadonlySet<string>,
): readonly Instance[] {
  if (definition.for === undefined) return [instance({ ...place, lane }, definition, lane, selected)];
  const reader = readDecisions(place.decisions);
  const targets = selectTargets(definition.for, { ...reader, farm: place.farm, lane });
  const keys = new Set([...selected, ...reader.keys]);
  return targets.map((target) => instance({ ...place, lane }, definition, target, keys));
}

/** Every step of the lane has its list, an empty one where nothing here has it: a farm without a second batch. */
function groupByStep(names: readonly string[], instances: readonly Instance[]): ReadonlyMap<string, readonly StepId[]> {
  const groups = new Map<string, StepId[]>(names.map((name) => [name, []]));
  for (const { id, definition } of instances) groups.get(definition.id)?.push(id);
  return groups;
}

function instance(place: Place, definition: StepDefinition, target: string, selected: ReadonlySet<string>): Instance {
  const { farm, lane } = place;
  const reader = readDecisions(place.decisions);
  const scope = { ...reader, farm, ...(lane !== undefined && { lane }) };
  const needed: Verdict = definition.when === undefined ? { holds: true } : judge(definition.when, scope, target);
  const byHand = isByHand(definition, scope, target);
  parametersOf({ ...scope, step: definition, target, upgradeId: '' }); // read for its side: which decisions the run will use
  const uses = new Set([...selected, ...reader.keys]);
  const { entry, phase } = place;
  return { id: stepId(definition.id, target), phase: phase.id, entry, target, definition, needed, byHand, uses };
}

/** Whether a person does the step on this target: its function is not there yet, or does not reach all of it here. Pure. */
export function isByHand(definition: StepDefinition, scope: Scope, target: string): boolean {
  if (definition.automation === 'planned') return true;
  return definition.runWhen !== undefined && !judge(definition.runWhen, scope, target).holds;
}

/** Lets a registry read decisions and remembers which keys it read. */
export function readDecisions(
  decisions: Decisions,
): Omit<Scope, 'farm' | 'lane'> & { readonly keys: ReadonlySet<string> } {
  const keys = new Set<string>();
  return {
    keys,
    decidedBelow: (prefix) => [...decisions.keys()].filter((key) => key.startsWith(prefix)),
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
