import { t } from '@vscode/l10n';
import { visible } from '../../core/report/visible';
import { dutyWords } from '../../core/upgrade/dutyWords';
import type { Progress } from '../../core/upgrade/progress';
import { ifYouStopNow, type OpenDuty } from '../../core/upgrade/stopNow';

/** *If you stop now*: what is open and for whom, and the steps back or on to where nothing is. One line each. */
export function stopLines(progress: Progress): readonly string[] {
  const { duties, back } = ifYouStopNow(progress);
  if (duties.length === 0) return [t('Nothing is open. The farm works as it stands.')];
  return [
    ...duties.map((open) =>
      [visible(dutyWords(open.duty, progress)), waysOut(open)].filter((part) => part !== '').join(' '),
    ),
    ...(back.length === 0
      ? []
      : [
          t(
            'All the way back: {0} steps, beginning with {1}. It was not rehearsed.',
            back.length,
            visible(`${back[0]?.title ?? ''} (${back[0]?.target ?? ''})`),
          ),
        ]),
  ];
}

function waysOut({ back, forward }: OpenDuty): string {
  const on = forward.length === 0 ? '' : t('On: {0} steps, to {1}.', forward.length, forward.at(-1)?.title ?? '');
  const home =
    back.length === 0 ? t('No way back by steps: see the way back of its page.') : t('Back: {0} steps.', back.length);
  return [on, home].filter((part) => part !== '').join(' ');
}
