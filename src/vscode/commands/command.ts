import type { ExtensionContext, LogOutputChannel, Uri } from 'vscode';
import type { StepId } from '../../core/plan/plan';
import { stepNamed } from '../../core/upgrade/progress';
import type { StepProgress } from '../../core/upgrade/stepProgress';
import type { Ask, Choice } from '../ask';
import type { ChecklistTree } from '../checklist/tree';
import type { ComparePage } from '../compare/comparePage';
import type { commandIds } from '../ids';
import type { Operator } from '../run/operator';
import type { Runner } from '../run/runner';
import type { Session } from '../session';
import { showFindings } from '../show';
import { shownText } from '../shownText';

/** What a command works with. */
export interface Desk {
  readonly context: ExtensionContext;
  /** Folder of what was built: the runbooks, the PowerShell. */
  readonly programFolder: string;
  readonly session: Session;
  readonly runner: Runner;
  readonly operator: Pick<Operator, 'act'>;
  readonly ask: Ask;
  readonly log: LogOutputChannel;
  /** Opens the page of a step: what to do, and the exact command. */
  showStep(id: StepId): void;
  /** Address of a text that nobody can type into. */
  showText(name: string, text: string): Uri;
  /** The checklist, as far as what it shows can be chosen. */
  readonly checklist: Pick<ChecklistTree, 'show' | 'targetOf'>;
  /** The page of a comparison, and what was chosen there. */
  readonly comparison: Pick<ComparePage, 'show' | 'chosenFor'>;
}

/** A command: `argument` is the row it was called on, undefined from the palette. */
export interface Command {
  readonly id: (typeof commandIds)[keyof typeof commandIds];
  /** Runs or records something: not in a folder that is not trusted. */
  readonly needsTrust: boolean;
  run(desk: Desk, argument: unknown): Promise<void>;
}

/** The step that a command means: the row it was called on, else one that the person picks among those that fit. */
export async function stepFor(
  desk: Desk,
  argument: unknown,
  title: string,
  fits: (at: StepProgress) => boolean,
): Promise<StepId | undefined> {
  const { view } = desk.session;
  if (view.kind !== 'open') return undefined;
  if (typeof argument === 'string') return stepNamed(view.progress, argument as StepId)?.step.id;
  const choices = [...view.progress.steps.values()].filter(fits).map(choiceOf);
  return (await desk.ask.choice(title, choices)) as StepId | undefined;
}

/** A step as it stands in a list to choose from; its value is the id. */
export function choiceOf({ step, state }: StepProgress): Choice {
  return { label: step.title, description: shownText(step.target), detail: state, value: step.id };
}

/** A person is told of a failure once, in a sentence; that a step is done is seen by its tick. */
export function tellTrouble({ session: { view } }: Desk, id: StepId): void {
  const at = view.kind === 'open' ? stepNamed(view.progress, id) : undefined;
  if (at && at.state !== 'done') showFindings(at.findings);
}
