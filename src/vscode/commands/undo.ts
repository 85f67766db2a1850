import { l10n } from 'vscode';
import type { StepId } from '../../core/plan/plan';
import type { OpenView } from '../../node/folderView';
import { commandIds } from '../ids';
import { inWords } from './inWords';

/** *Undo…*: the step was taken back on the host, by the step that is its way back. Both stay in the history. */
export const undo = inWords({
  id: commandIds.undo,
  which: l10n.t('Undo which step?'),
  prompt: l10n.t('Take it back as its page says under "Way back". How did you see that it is taken back?'),
  fits: ({ state }) => state === 'done' || state === 'attested',
  action: (step, how) => ({ kind: 'undo', step, how }),
  body: (step, how, view) => ({ type: 'attested', step: undoOf(step, view), how }),
});

function undoOf(step: StepId, { progress: { plan } }: OpenView): StepId {
  const found = plan.undo.find(({ undoes }) => undoes === step);
  if (!found) throw new Error(`${step} has no undo step; it should have been refused`);
  return found.id;
}
