import { l10n } from 'vscode';
import { commandIds } from '../ids';
import { showFindings } from '../show';
import { isPublished, publish } from './publish';
import { stepFor, tellTrouble, type Command, type Desk } from './command';

/** *Run Step*: starts the step's PowerShell in a terminal of its own. */
export const runStep: Command = {
  id: commandIds.runStep,
  needsTrust: true,
  run: (desk, argument) => start(desk, argument, { whatIf: false }),
};

/** *Run Elevated*: the same request in a console of its own with administrator rights, which Windows asks for. */
export const runElevated: Command = {
  id: commandIds.runElevated,
  needsTrust: true,
  run: (desk, argument) => start(desk, argument, { whatIf: false, elevated: true }),
};

/** *What If*: the same script says what it would do, and changes nothing. */
export const whatIf: Command = {
  id: commandIds.whatIf,
  needsTrust: true,
  run: (desk, argument) => start(desk, argument, { whatIf: true }),
};

async function start(
  desk: Desk,
  argument: unknown,
  how: { readonly whatIf: boolean; readonly elevated?: boolean },
): Promise<void> {
  const { whatIf } = how;
  const title = whatIf ? l10n.t('What would this step do?') : l10n.t('Run which step?');
  const id = await stepFor(
    desk,
    argument,
    title,
    ({ state, step }) =>
      step.function !== undefined &&
      (!isPublished(step) || !whatIf) &&
      state !== 'blocked' &&
      !(whatIf && step.definition.verify === undefined),
  );
  if (id === undefined) return;
  const { view } = desk.session;
  const step = view.kind === 'open' ? view.progress.steps.get(id)?.step : undefined;
  if (step && isPublished(step)) {
    await publish.run(desk, id);
    return;
  }
  const outcome = await desk.runner.run(id, how);
  if (!outcome.ok) showFindings(outcome.findings);
  else if (outcome.value === 'ended' && !whatIf) tellTrouble(desk, id);
}
