import { l10n, window } from 'vscode';
import { commandIds } from '../ids';
import { terminalOf } from '../run/taskRun';
import { stepFor, type Command } from './command';

/** *Show Terminal*: the terminal of the step's last run in this window. */
export const showTerminal: Command = {
  id: commandIds.showTerminal,
  needsTrust: false,
  async run(desk, argument) {
    const id = await stepFor(
      desk,
      argument,
      l10n.t('Show the terminal of which step?'),
      ({ step }) => desk.runner.processOf(step.id) !== undefined,
    );
    const process = id === undefined ? undefined : desk.runner.processOf(id);
    const terminal = process === undefined ? undefined : await terminalOf(process);
    if (terminal) terminal.show(true);
    else if (id !== undefined)
      void window.showInformationMessage(
        l10n.t('The terminal of this step is closed. What it wrote is in the run folder.'),
      );
  },
};
