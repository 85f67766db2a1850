import { l10n } from 'vscode';
import { commandIds } from '../ids';
import { inWords } from './inWords';

/** *Override…*: what waits for the step goes on although nobody has seen its effect. It stands first in the report. */
export const override = inWords({
  id: commandIds.override,
  which: l10n.t('Override which step?'),
  prompt: l10n.t('Why does the upgrade go on without it? The proof of a safe order no longer covers this upgrade.'),
  fits: ({ state, step }) =>
    !step.definition.neverOverride &&
    step.kind !== 'decide' &&
    (state === 'ready' || state === 'failed' || state === 'unknown'),
  action: (step, reason) => ({ kind: 'override', steps: [step], reason }),
  body: (step, reason) => ({ type: 'overridden', steps: [step], reason }),
});
