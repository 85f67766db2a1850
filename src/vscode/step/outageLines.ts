import { t } from '@vscode/l10n';
import { undoOf, type StepId } from '../../core/plan/plan';
import { visible, visibleSentence } from '../../core/report/visible';
import { detailLines } from '../../core/runbook/details';
import { outageSteps, plannedMinutes, type Outage, type OutageSteps } from '../../core/upgrade/outages';
import type { OpenView } from '../../node/folderView';
import { clockTime } from './localTime';

/** How long an AD FS farm may be without multi-factor authentication, as somebody set it; 0 or absent = nobody did. */
export interface OutageBudget {
  readonly budgetMinutes?: number;
}

type Stand = Pick<OpenView, 'progress' | 'rehearsed'> & OutageBudget;

/**
 * What somebody is asked before an AD FS farm loses its second factor: for whom, for how long, how to come back, and what may wait
 * at the end; and that it is too long, where it is. One line each; nothing for a step that begins no outage.
 */
export function outageQuestion(stand: Stand, id: StepId): readonly string[] {
  const outage = outageOf(stand, ({ begin }) => begin.id === id);
  if (!outage) return [];
  const { plan } = stand.progress;
  const { begin } = outage;
  const back = undoOf(plan, begin.id);
  return [
    ...detailLines('outageOfNode', plan.farm, begin.target).map((line) => `${visibleSentence(line)}.`),
    ...plannedLines(outage, stand),
    ...(back ? [t('The way back: Undo on this step, which is {0}.', back.title)] : []),
    t('Since 2024-09-30 MFA Server may no longer answer: then switching on is what locks people out.'),
  ];
}

/** The outage ledger of a step that begins or ends one: minutes planned, running, final. One line each; nothing for others. */
export function outageLedger(stand: Stand, id: StepId): readonly string[] {
  const outage = outageOf(stand, ({ begin, ends }) => begin.id === id || ends.some((step) => step.id === id));
  if (!outage) return [];
  const happened = stand.progress.outages.filter(({ adfsFarm }) => adfsFarm === outage.adfsFarm);
  return [...plannedLines(outage, stand), ...happened.flatMap((each) => happenedLines(each, stand))];
}

function outageOf({ progress }: Stand, is: (outage: OutageSteps) => boolean): OutageSteps | undefined {
  return outageSteps(progress.plan).find(is);
}

function plannedLines(outage: OutageSteps, { progress, rehearsed, budgetMinutes = 0 }: Stand): readonly string[] {
  const minutes = plannedMinutes(progress.plan, outage, rehearsed);
  if (minutes === undefined) return [t('Planned: nobody knows. This farm was not rehearsed.')];
  return [
    t('Planned: {0} min from off to on, as rehearsed.', Math.ceil(minutes)),
    ...(isOver(minutes, budgetMinutes)
      ? [t('That is longer than the {0} min that were set. Find a longer window before it begins.', budgetMinutes)]
      : []),
  ];
}

/** Whole minutes, by this computer's clock while it goes on. */
function happenedLines({ adfsFarm, from, to }: Outage, { budgetMinutes = 0 }: Stand): readonly string[] {
  const end = to === undefined ? Date.now() : Date.parse(to);
  const minutes = Math.max(0, Math.round((end - Date.parse(from)) / 60_000));
  const late = isOver(minutes, budgetMinutes);
  if (to !== undefined)
    return [
      t('{0} was without MFA from {1} to {2}: {3} min.', visible(adfsFarm), clockTime(from), clockTime(to), minutes),
      ...(late ? [t('That was longer than the {0} min that were set.', budgetMinutes)] : []),
    ];
  return [
    t('{0} is without MFA since {1}: {2} min.', visible(adfsFarm), clockTime(from), minutes),
    ...(late ? [t('The {0} min that were set are over. Decide now: go on, or go the way back.', budgetMinutes)] : []),
  ];
}

function isOver(minutes: number, budgetMinutes: number): boolean {
  return budgetMinutes > 0 && minutes > budgetMinutes;
}
