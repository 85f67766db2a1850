import { t } from '@vscode/l10n';
import type { UndoStep } from '../../core/plan/plan';
import { visible, visibleSentence } from '../../core/report/visible';
import { dutyWords } from '../../core/upgrade/dutyWords';
import { ifYouStopNow, type OpenDuty } from '../../core/upgrade/stopNow';
import type { OpenView } from '../../node/folderView';

type Stand = Pick<OpenView, 'progress' | 'rehearsed'>;

/**
 * *If you stop now*: who answers, what is open and for whom, and the steps and minutes back or on to where nothing is. One line
 * each.
 */
export function stopLines(stand: Stand): readonly string[] {
  const { progress } = stand;
  const { duties, answering, back } = ifYouStopNow(progress);
  if (duties.length === 0) return [t('Nothing is open. The farm works as it stands.')];
  return [
    answering.length === 0
      ? t('No MFA server takes requests.')
      : t('Requests are answered by {0}.', answering.map(visible).join(', ')),
    ...duties.map((open) =>
      [visibleSentence(dutyWords(open.duty, progress)), waysOut(open, stand)].filter((part) => part !== '').join(' '),
    ),
    ...(duties.length < 2 || back.length === 0
      ? []
      : [
          t(
            'All the way back: {0}, beginning with {1}.',
            stepsBack(back, stand),
            visible(`${back[0]?.title ?? ''} (${back[0]?.target ?? ''})`),
          ),
        ]),
  ];
}

function waysOut({ back, forward }: OpenDuty, stand: Stand): string {
  const on = forward.length === 0 ? '' : t('On: {0}, to {1}.', counted(forward), forward.at(-1)?.title ?? '');
  const home =
    back.length === 0
      ? t('No way back by steps: see the way back of its page.')
      : t('Back: {0}.', stepsBack(back, stand));
  return [on, home].filter((part) => part !== '').join(' ');
}

/** How many steps, how long they took in the rehearsal or usually take, and whether they were rehearsed. */
function stepsBack(back: readonly UndoStep[], { rehearsed }: Stand): string {
  const minutes = back.map(({ id, definition }) => rehearsed.get(id) ?? definition.minutes);
  const known = minutes.filter((each) => each !== undefined).reduce((sum, each) => sum + each, 0);
  const duration = minutes.includes(undefined)
    ? known === 0
      ? t('minutes unknown')
      : t('more than {0} min', Math.ceil(known))
    : t('about {0} min', Math.ceil(known));
  const proof = back.every(({ id }) => rehearsed.has(id)) ? t('rehearsed') : t('not rehearsed');
  return `${counted(back)}, ${duration}, ${proof}`;
}

function counted({ length }: readonly unknown[]): string {
  return length === 1 ? t('1 step') : t('{0} steps', length);
}
