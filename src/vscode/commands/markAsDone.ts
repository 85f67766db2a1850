import { l10n } from 'vscode';
import { bundleOut, takeBundleCode } from '../../node/bundle';
import { commandIds } from '../ids';
import { inWords } from './inWords';

/** *Mark as Done…*: a person says that the effect is there, and how it was seen. In a rehearsal the simulated operator does it. */
export const markAsDone = inWords({
  id: commandIds.markAsDone,
  which: l10n.t('Mark which step as done?'),
  prompt: l10n.t('How did you see that it is done?'),
  fits: ({ state, step, restartNeeded }) =>
    step.kind !== 'decide' && (['ready', 'failed', 'unknown'].includes(state) || restartNeeded === true),
  action: (step, how) => ({ kind: 'attest', step, how }),
  body: (step, how) => ({ type: 'attested', step, how }),
  first: ({ operator }, folder, view, at) => operator.act(folder, view, at),
  // While a bundle is out, the code that its script shows at its end is its result.
  otherWay: async (folder, view, at) => {
    const out = await bundleOut(folder, view, at);
    return out && ((words) => takeBundleCode(folder, out, words));
  },
});
