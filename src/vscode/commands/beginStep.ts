import { l10n } from 'vscode';
import { canBeBegun, refusals } from '../../core/upgrade/refusals';
import { commandIds } from '../ids';
import { showFindings } from '../show';
import { plainText } from '../step/richText';
import { stepFor, type Command } from './command';

/** *Begin*: a person sets about a step by hand that changes something. Until it is marked as done everybody sees it running. */
export const beginStep: Command = {
  id: commandIds.beginStep,
  needsTrust: true,
  async run(desk, argument) {
    const { folder } = desk.session;
    const id = await stepFor(
      desk,
      argument,
      l10n.t('Begin which step?'),
      (at) => canBeBegun(at) && at.state !== 'blocked',
    );
    const { view } = desk.session;
    const step = id !== undefined && view.kind === 'open' ? view.progress.steps.get(id)?.step : undefined;
    if (id === undefined || !folder || view.kind !== 'open' || !step) return;
    const against = refusals(view.progress, { kind: 'begin', step: id });
    if (against.length > 0) {
      showFindings(against);
      return;
    }
    const { highImpact, text } = step.definition;
    const title = `${step.title} (${step.target})`;
    if (highImpact && !(await desk.ask.confirm(title, plainText(text.whatToDo), l10n.t('Begin')))) return;
    const begun = await folder.perform({ kind: 'begin', step: id }, () => ({ type: 'started', step: id }));
    await desk.session.refresh();
    if (!begun.ok) showFindings(begun.findings);
  },
};
