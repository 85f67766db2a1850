import type { Plan } from '../plan/plan';
import type { Finding } from '../report/finding';
import { everyStep, type Progress } from './progress';

/**
 * Why a changed farm.json, or another edition of the runbook, may not be accepted now; empty = it may. While nobody knows how
 * it stands, or people sign in without a second factor, only what was agreed goes on; after the first change another goal is
 * another upgrade. Pure.
 * @param proposed the plan that would hold
 * @param instead the plan that it was compared with when a person looked at the difference
 */
export function refuseAcceptance(progress: Progress, proposed: Plan, instead: Plan): readonly Finding[] {
  return [
    ...seenAnother(progress, instead),
    ...openMatters(progress),
    ...otherGoal(progress, proposed),
    ...usedDecisions(progress, proposed),
  ];
}

/** Somebody else has accepted something meanwhile: what was shown is not what would come. */
function seenAnother({ plan }: Progress, instead: Plan): readonly Finding[] {
  if (plan.farmHash === instead.farmHash && plan.runbookHash === instead.runbookHash) return [];
  const message = 'Somebody has accepted another farm or runbook meanwhile.';
  return [against('AcceptanceSeenAnother', message, 'Review the changes again.')];
}

function openMatters(progress: Progress): readonly Finding[] {
  const open = everyStep(progress).filter(({ state }) => state === 'running' || state === 'unknown');
  const outage = progress.outages.find(({ to }) => to === undefined);
  return [
    ...open.slice(0, 1).map(({ step, state }) => {
      const message = `${step.title} on ${step.target} is ${state}. Until it is settled, only what was agreed goes on.`;
      return against('AcceptanceNotNow', message, 'Wait for it, or use Find Out, then review the changes again.');
    }),
    ...(outage
      ? [
          against(
            'AcceptanceNotNow',
            `${outage.adfsFarm} is without multi-factor authentication. Until that ends, only what was agreed goes on.`,
            'Bring it to its end first, then review the changes again.',
          ),
        ]
      : []),
  ];
}

function otherGoal({ plan, steps }: Progress, proposed: Plan): readonly Finding[] {
  const hasBegun = [...steps.values()].some(({ step, happened }) => step.definition.changes && happened !== 'nothing');
  const isOther = proposed.runbook !== plan.runbook || proposed.farm.targetVersion !== plan.farm.targetVersion;
  if (!hasBegun || !isOther) return [];
  const message = 'Something was changed already, and target version or runbook would be other ones.';
  return [against('AcceptanceOtherGoal', message, 'Begin a new upgrade in a new folder, or put farm.json back.')];
}

/** A step that has begun used a decision: the new farm has to give it the same value. */
function usedDecisions({ plan, steps }: Progress, proposed: Plan): readonly Finding[] {
  const used = plan.steps.filter((step) => step.kind !== 'decide' && steps.get(step.id)?.happened !== 'nothing');
  const keys = new Set(used.flatMap((step) => [...step.uses]));
  const lost = [...keys].filter((key) => plan.decisions.get(key)?.value !== proposed.decisions.get(key)?.value);
  return lost.map((key) => {
    const message = `A step has already used ${key}, which would be another one.`;
    return against(
      'AcceptanceOtherGoal',
      message,
      'Put back in farm.json what it comes from, or begin a new upgrade in a new folder.',
    );
  });
}

function against(code: string, message: string, remedy: string): Finding {
  return { code, severity: 'error', message, remedy };
}
