import { commands, l10n, Range } from 'vscode';
import type { StepId } from '../../core/plan/plan';
import { visible } from '../../core/report/visible';
import { textEditIn } from '../../core/run/textEdit';
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
  else if (outcome.value === 'ended' && whatIf) await showEdit(desk, id);
  else if (outcome.value === 'ended') tellTrouble(desk, id);
}

/** A step that edits a line of a file shows it in VS Code's own diff editor before it does so, with what comes in selected. */
async function showEdit(desk: Desk, id: StepId): Promise<void> {
  const edit = textEditIn(desk.runner.whatIfOf(id) ?? {});
  if (!edit) return;
  const { file, line, before, after } = edit;
  const name = file.split(/[\\/]/).at(-1) ?? '';
  const [left, right] = [desk.showText(`before/${name}`, before), desk.showText(`after/${name}`, after)];
  const title = l10n.t('{0}, line {1}: as it is and as it would be', visible(name), line);
  await commands.executeCommand('vscode.diff', left, right, title, { selection: addedIn(before, after) });
}

/** Where the line begins to be another one, to its end: a long line is scrolled there. */
function addedIn(before: string, after: string): Range {
  let same = 0;
  while (same < before.length && before[same] === after[same]) same += 1;
  return new Range(0, same, 0, after.length);
}
