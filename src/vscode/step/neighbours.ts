import { t } from '@vscode/l10n';
import type { StepId } from '../../core/plan/plan';
import { visible } from '../../core/report/visible';
import type { Progress } from '../../core/upgrade/progress';
import type { StepProgress } from '../../core/upgrade/stepProgress';

/** A step's title, with its target when that is another one than the reader is at. */
export function stepName(id: StepId, here: string, progress: Progress): string {
  const step = progress.steps.get(id)?.step;
  if (!step) return visible(id);
  return step.target === here ? step.title : t('{0} ({1})', step.title, visible(step.target));
}

/** A step that everything waits for must not make a page of names. */
const mostLines = 8;

/** What has to be through before this step, one line each. */
export function linesBefore({ step, waitsFor }: StepProgress, progress: Progress): readonly string[] {
  return cut(waitsFor.map((id) => line(id, step.target, progress)));
}

/** What waits for this step, one line each. */
export function linesAfter({ step }: StepProgress, progress: Progress): readonly string[] {
  const waiting = progress.plan.steps.filter(
    ({ id, after }) => after.includes(step.id) && progress.steps.get(id)?.state === 'blocked',
  );
  return cut(waiting.map(({ id }) => stepName(id, step.target, progress)));
}

function cut(lines: readonly string[]): readonly string[] {
  const more = lines.length - mostLines;
  return more > 1 ? [...lines.slice(0, mostLines), t('and {0} more', more)] : lines;
}

function line(id: StepId, here: string, progress: Progress): string {
  return t('{0}: {1}', stepName(id, here, progress), progress.steps.get(id)?.state ?? '');
}
