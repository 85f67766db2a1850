import type { Farm } from '../farm/farm';
import type { Finding } from '../report/finding';
import type { StepDefinition, StepKind } from '../runbook/runbook';
import type { Mode } from '../upgrade/record';

/** `stepId@target`, stable across compiles. */
export type StepId = string & { readonly brand: 'StepId' };

/** The one place where an instance id is made. */
export function stepId(step: string, target: string): StepId {
  return `${step}@${target}` as StepId;
}

/** Where the value of a decision comes from. */
export type DecisionOrigin = 'decision' | 'farm' | 'default' | 'computed';

/** A decision in force. */
export interface ResolvedDecision {
  readonly value: string;
  readonly from: DecisionOrigin;
}

/** The checklist of one farm: what must be done, in one valid order. A value; compiling it changes nothing. */
export interface Plan {
  readonly mode: Mode;
  readonly farm: Farm;
  readonly farmHash: string;
  readonly runbook: string;
  readonly runbookHash: string;
  readonly decisions: ReadonlyMap<string, ResolvedDecision>;
  readonly steps: readonly PlanStep[];
  readonly notNeeded: readonly NotNeeded[];
  readonly undo: readonly UndoStep[];
  readonly findings: readonly Finding[];
}

/** One step on one target. `definition` is the step file; everything else is what this instance makes of it. */
export interface PlanStep {
  readonly id: StepId;
  readonly step: string;
  readonly phase: string;
  /** Place of its entry in the phase: a step file may stand in several. */
  readonly entry: number;
  /** Target of the lane that it stands in. */
  readonly lane?: string;
  readonly target: string;
  /** As compiled: a step whose function does not exist yet is manual. */
  readonly kind: StepKind;
  readonly title: string;
  readonly function?: string;
  readonly automation?: 'planned';
  /** Direct predecessors. */
  readonly after: readonly StepId[];
  /** Key of the decision that a `decide` step makes. */
  readonly decides?: string;
  /** Keys of the decisions that this instance was compiled or gets its parameters from. */
  readonly uses: ReadonlySet<string>;
  readonly definition: StepDefinition;
}

/** A step that this target does not need, and why. */
export interface NotNeeded {
  readonly id: StepId;
  readonly step: string;
  readonly phase: string;
  readonly entry: number;
  readonly lane?: string;
  readonly target: string;
  readonly title: string;
  readonly reason: string;
}

/** The way back of a step; undefined where it has none. Pure. */
export function undoOf({ undo }: Plan, step: StepId): UndoStep | undefined {
  return undo.find(({ undoes }) => undoes === step);
}

/** The way back of one step, a step of its own. */
export interface UndoStep extends PlanStep {
  readonly undoes: StepId;
}
