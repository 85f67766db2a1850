import { l10n } from 'vscode';
import { commandIds } from '../ids';
import { stepFor, type Command } from './command';

/** *Preview Command*: the step's page, with its instruction and the exact command before it runs. */
export const previewCommand: Command = {
  id: commandIds.previewCommand,
  needsTrust: false,
  async run(desk, argument) {
    const id = await stepFor(desk, argument, l10n.t('Show which step?'), () => true);
    if (id !== undefined) desk.showStep(id);
  },
};
