import { l10n } from 'vscode';
import { commandIds } from '../ids';
import { inWords } from './inWords';

/** *Skip…*: an optional step is left out; what waits for it goes on. */
export const skip = inWords({
  id: commandIds.skip,
  which: l10n.t('Skip which step?'),
  prompt: l10n.t('Why is it left out?'),
  fits: ({ state, step }) => step.definition.optional && (state === 'ready' || state === 'failed'),
  action: (step, reason) => ({ kind: 'skip', step, reason }),
  body: (step, reason) => ({ type: 'skipped', step, reason }),
});
