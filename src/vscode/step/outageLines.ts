import { t } from '@vscode/l10n';
import { undoOf, type StepId } from '../../core/plan/plan';
import { visible, visibleSentence } from '../../core/report/visible';
import { detailLines } from '../../core/runbook/details';
import { outageSteps, plannedMinutes, type Outage, type OutageSteps } from '../../core/upgrade/outages';
import type { OpenView } from '../../node/folderView';
import { clockTime } from './localTime';

type Stand = Pick<OpenView, 'progress' | 'rehearsed'>;

/**
 * What somebody is asked before an AD FS farm loses its second factor: for whom, for how long, how to come back, and what may wait
 * at the end. One line each; nothing for a step that begins no outage.
 */
export function outageQuestion(stand: Stand, id: StepId): readonly string[] {
  const outage = outageOf(stand, ({ begin }) => begin.id === id);
  if (!outage) return [];
  const { plan } = stand.progress;
  const { begin } = outage;
  const back = undoOf(plan, begin.id);
  return [
    ...detailLines('outageOfNode', plan.farm, begin.target).map((line) => `${visibleSentence(line)}.`),
    plannedLine(outage, stand),
    ...(back ? [t('The way back: Undo on this step, which is {0}.', back.title)] : []),
    t('Since 2024-09-30 MFA Server may no longer answer: then switching on is what locks people out.'),
  ];
}

/** The outage ledger of a step that begins or ends one: minutes planned, running, final. One line each; nothing for others. */
export function outageLedger(stand: Stand, id: StepId): readonly string[] {
  const outage = outageOf(stand, ({ begin, ends }) => begin.id === id || ends.some((step) => step.id === id));
  if (!outage) return [];
  const happened = stand.progress.outages.filter(({ adfsFarm }) => adfsFarm === outage.adfsFarm);
  return [plannedLine(outage, stand), ...happened.map(happenedLine)];
}

function outageOf({ progress }: Stand, is: (outage: OutageSteps) => boolean): OutageSteps | undefined {
  return outageSteps(progress.plan).find(is);
}

function plannedLine(outage: OutageSteps, { progress, rehearsed }: Stand): string {
  const minutes = plannedMinutes(progress.plan, outage, rehearsed);
  return minutes === undefined
    ? t('Planned: nobody knows. This farm was not rehearsed.')
    : t('Planned: {0} min from off to on, as rehearsed.', Math.ceil(minutes));
}

/** Whole minutes, by this computer's clock while it goes on. */
function happenedLine({ adfsFarm, from, to }: Outage): string {
  const end = to === undefined ? Date.now() : Date.parse(to);
  const minutes = Math.max(0, Math.round((end - Date.parse(from)) / 60_000));
  return to === undefined
    ? t('{0} is without MFA since {1}: {2} min.', visible(adfsFarm), clockTime(from), minutes)
    : t('{0} was without MFA from {1} to {2}: {3} min.', visible(adfsFarm), clockTime(from), clockTime(to), minutes);
}
