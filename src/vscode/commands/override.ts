import { l10n } from 'vscode';
import type { StepId } from '../../core/plan/plan';
import { refusals } from '../../core/upgrade/refusals';
import type { OpenView } from '../../node/folderView';
import type { StepProgress } from '../../core/upgrade/stepProgress';
import { commandIds } from '../ids';
import { choiceOf, type Desk } from './command';
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
  action: (step, reason, more) => ({ kind: 'override', steps: [step, ...more], reason }),
  body: (step, reason, _view, more) => ({ type: 'overridden', steps: [step, ...more], reason }),
  alsoFor: sameElsewhere,
});

/** The same step on other targets, where it may be overridden too: one reason may cover all of them. */
async function sameElsewhere(
  { ask }: Desk,
  { progress }: OpenView,
  at: StepProgress,
  reason: string,
): Promise<readonly StepId[]> {
  const others = [...progress.steps.values()].filter(
    ({ step }) =>
      step.step === at.step.step &&
      step.id !== at.step.id &&
      refusals(progress, { kind: 'override', steps: [step.id], reason }).length === 0,
  );
  if (others.length === 0) return [];
  return (await ask.several(l10n.t('Does the same reason count here too?'), others.map(choiceOf))) as readonly StepId[];
}
