import { l10n, window } from 'vscode';
import { commandIds } from '../ids';
import { showFindings } from '../show';
import { markAsDone } from './markAsDone';
import { stepFor, type Command } from './command';

/** *Find Out*: looks at the host again and settles a step of which nobody knows. */
export const findOut: Command = {
  id: commandIds.findOut,
  needsTrust: true,
  async run(desk, argument) {
    const id = await stepFor(
      desk,
      argument,
      l10n.t('Find out about which step?'),
      ({ state }) => state === 'unknown' || state === 'running',
    );
    if (id === undefined) return;
    const found = await desk.runner.findOut(id);
    if (!found.ok) {
      showFindings(found.findings);
      return;
    }
    if (found.value.kind === 'askPerson') await markAsDone.run(desk, id);
    if (found.value.kind === 'stillRuns')
      void window.showInformationMessage(
        l10n.t(
          'It still runs on this computer (process {0}). Its terminal shows what it is doing.',
          found.value.processId,
        ),
      );
  },
};
