import { t } from '@vscode/l10n';
import type { StepId } from '../../core/plan/plan';
import { visible, visibleSentence } from '../../core/report/visible';
import type { Progress } from '../../core/upgrade/progress';
import { wentWrong, type StepProgress } from '../../core/upgrade/stepProgress';
import type { OpenView } from '../../node/folderView';
import type { OutageBudget } from './outageLines';
import type { StepPageState } from '../../../webview-ui/messages';
import type { LifeSign } from '../../node/lifeSigns';
import { localTime } from './localTime';
import { offeredActions } from './offeredActions';
import { sectionsOf } from './sections';
import { statusOf } from './statusWords';

/**
 * Everything that the page of a step shows, as plain data in words. Pure: draws what Progress says and decides nothing.
 * @param id of a step of the plan; any other id gives a page that says that the plan has no such step, or why it is not needed
 */
export function stepPageState(view: OpenView & OutageBudget, id: StepId): StepPageState {
  const at = view.progress.steps.get(id);
  if (!at) return withoutStep(view, id);
  return {
    id,
    title: at.step.title,
    target: visible(at.step.target),
    ...modeOf(view),
    status: statusOf(at, view),
    notes: notesOf(view, at),
    sections: sectionsOf(view, at),
    actions: offeredActions(view, at),
  };
}

/** A way back that was begun and is not through: nobody may take the step for done, or for undone. */
function wayBackNotes({ plan, undo }: Progress, id: StepId): readonly string[] {
  const back = plan.undo.filter(({ undoes }) => undoes === id).flatMap((step) => undo.get(step.id) ?? []);
  return back
    .filter((at) => at.state === 'running' || wentWrong(at))
    .flatMap(({ step, state, findings }) => [
      t('Its way back, {0}, is {1}.', step.title, state),
      ...findings.map(({ message, remedy }) => visibleSentence(`${message} ${remedy}`)),
    ]);
}

/** A sign of life: where the step runs, and the newest line that it wrote. */
function lifeNotes({ processId, computer, time, text }: LifeSign = {}): readonly string[] {
  return [
    ...(processId === undefined ? [] : [t('Runs as process {0} on {1}.', processId, visible(computer ?? ''))]),
    ...(time === undefined ? [] : [t('Last line at {0}: {1}', localTime(time), visible(text ?? ''))]),
  ];
}

/** The page while there is no checklist to take a step from. */
export function pageWithoutPlan(id: StepId): StepPageState {
  const status = { tone: 'caution', words: t('There is no checklist now. The checklist view says why.') } as const;
  return { id, title: t('Step'), target: '', status, notes: [], sections: [], actions: [] };
}

function withoutStep(view: OpenView, id: StepId): StepPageState {
  const notNeeded = view.progress.plan.notNeeded.find((step) => step.id === id);
  const words = notNeeded
    ? t('not needed: {0}', visible(notNeeded.reason))
    : t('This step is no longer in the plan. Choose another one in the checklist.');
  return {
    id,
    title: notNeeded?.title ?? t('Step'),
    target: visible(notNeeded?.target ?? ''),
    ...modeOf(view),
    status: { tone: 'plain', words },
    notes: [],
    sections: [],
    actions: [],
  };
}

function modeOf({ progress }: OpenView): { readonly mode?: string } {
  return progress.plan.mode === 'rehearsal' ? { mode: t('REHEARSAL') } : {};
}

function notesOf({ canWrite, life, progress }: OpenView, { step, restartNeeded }: StepProgress): readonly string[] {
  return [
    ...wayBackNotes(progress, step.id),
    ...lifeNotes(life.get(step.id)),
    ...(canWrite ? [] : [t('Nothing is run or recorded here now. The line above the checklist says why.')]),
    ...(restartNeeded === true ? [t('{0} still has to be restarted.', visible(step.target))] : []),
    ...(step.automation === 'planned'
      ? [t('This version does not run this step for you yet. Do it by hand, then mark it as done.')]
      : []),
  ];
}
