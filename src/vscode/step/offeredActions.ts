import { t } from '@vscode/l10n';
import { choicesOf } from '../../core/plan/decisions';
import type { Progress } from '../../core/upgrade/progress';
import { canBeBegun, refusals, type Action } from '../../core/upgrade/refusals';
import { isThrough } from '../../core/upgrade/stepHistory';
import type { StepProgress } from '../../core/upgrade/stepProgress';
import type { OpenView } from '../../node/folderView';
import type { PageAction, StepCommand } from '../../../webview-ui/messages';

/** What may be done to a step now, the thing to do next first. Whether it may is asked of `refusals`. */
export function offeredActions({ progress, canWrite }: OpenView, at: StepProgress): readonly PageAction[] {
  const offered = new Set(canWrite ? allowedCommands(progress, at) : []);
  if (at.run !== undefined && at.step.function !== undefined) offered.add('showTerminal');
  return orderFor(at)
    .filter((command) => offered.has(command))
    .map((command) => ({ command, label: labelOf(command, at) }));
}

function allowedCommands(progress: Progress, at: StepProgress): readonly StepCommand[] {
  const { step } = at;
  const may = (action: Action): boolean => refusals(progress, action).length === 0;
  return [
    ...(may({ kind: 'run', step: step.id }) ? startOf(at) : []),
    ...(step.kind !== 'compare' && mayTry(at) && may({ kind: 'whatIf', step: step.id }) ? (['whatIf'] as const) : []),
    ...(canBeBegun(at) && may({ kind: 'begin', step: step.id }) ? (['beginStep'] as const) : []),
    ...(may({ kind: 'attest', step: step.id, how: 'seen' }) ? (['markAsDone'] as const) : []),
    ...(mayDecide(progress, at) ? (['decide'] as const) : []),
    ...(may({ kind: 'settle', step: step.id }) ? (['findOut'] as const) : []),
    ...(may({ kind: 'skip', step: step.id, reason: 'why' }) ? (['skip'] as const) : []),
    ...(may({ kind: 'override', steps: [step.id], reason: 'why' }) ? (['override'] as const) : []),
    ...(step.kind !== 'decide' && may({ kind: 'reopen', step: step.id, reason: 'wrong' }) ? (['reopen'] as const) : []),
    ...(may({ kind: 'undo', step: step.id, how: 'seen' }) ? (['undo'] as const) : []),
  ];
}

/** A config file is compared first, and published after that. */
function startOf({ step }: StepProgress): readonly StepCommand[] {
  return step.kind === 'compare' ? ['compareConfiguration', 'publish'] : ['runStep'];
}

/** Trying changes nothing and leaves no record, so it may be done before the step's turn. */
function mayTry({ state }: StepProgress): boolean {
  return state === 'ready' || state === 'failed' || state === 'blocked';
}

/** A decision can be taken while it is open; which value is no matter here. */
function mayDecide(progress: Progress, { step, state }: StepProgress): boolean {
  const { plan } = progress;
  if (step.decides === undefined || state === 'blocked') return false;
  const value = plan.decisions.get(step.decides)?.value ?? choicesOf(plan.farm, step.decides, plan.mode)?.[0] ?? '';
  const against = refusals(progress, { kind: 'decide', key: step.decides, value });
  return !against.some(({ code }) => code === 'DecisionUsed' || code === 'RunbookChosen');
}

function orderFor({ happened, state, restartNeeded }: StepProgress): readonly StepCommand[] {
  const through: readonly StepCommand[] = ['showTerminal', 'decide', 'undo', 'reopen', 'runStep', 'override'];
  if (isThrough(happened)) return restartNeeded ? ['markAsDone', ...through] : through;
  if (state === 'running') return ['markAsDone', 'showTerminal', 'findOut'];
  if (state === 'unknown') return ['findOut', 'runStep', 'markAsDone', 'override', 'showTerminal'];
  return [
    'decide',
    'compareConfiguration',
    'publish',
    'runStep',
    'beginStep',
    'markAsDone',
    'whatIf',
    'skip',
    'override',
    'showTerminal',
  ];
}

function labelOf(command: StepCommand, { run }: StepProgress): string {
  switch (command) {
    case 'compareConfiguration':
      return t('Compare Configuration');
    case 'publish':
      return t('Publish…');
    case 'runStep':
      return run === undefined ? t('Run') : t('Run Again');
    case 'whatIf':
      return t('What If');
    case 'beginStep':
      return t('Begin');
    case 'markAsDone':
      return t('Mark as Done…');
    case 'decide':
      return t('Decide…');
    case 'findOut':
      return t('Find Out');
    case 'skip':
      return t('Skip…');
    case 'override':
      return t('Override…');
    case 'undo':
      return t('Undo…');
    case 'reopen':
      return t('Reopen…');
    case 'showTerminal':
      return t('Show Terminal');
  }
}
