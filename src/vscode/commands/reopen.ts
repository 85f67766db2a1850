import { l10n } from 'vscode';
import { isThrough } from '../../core/upgrade/stepHistory';
import { commandIds } from '../ids';
import { inWords } from './inWords';
import { lookAgain } from './lookAgain';

/** *Reopen…*: our record is wrong. The step, and what was built on it, is unknown until it was looked at again: at once, as far as the hosts can answer. */
export const reopen = inWords({
  id: commandIds.reopen,
  which: l10n.t('Reopen which step?'),
  prompt: l10n.t(
    'What is wrong with the record? The step and everything built on it becomes unknown, and is looked at again.',
  ),
  fits: ({ happened, step }) => isThrough(happened) && step.kind !== 'decide',
  action: (step, reason) => ({ kind: 'reopen', step, reason }),
  body: (step, reason) => ({ type: 'reopened', step, reason }),
  then: lookAgain,
});
