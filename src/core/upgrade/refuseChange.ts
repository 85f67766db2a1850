import type { PlanStep } from '../plan/plan';
import type { Finding } from '../report/finding';
import { poolsOf } from '../farm/hosts';
import { everyStep, type Progress } from './progress';
import { nameOf, refusal, whatNow } from './refusal';
import type { StepProgress } from './stepProgress';

/**
 * What keeps a changing step from beginning: another one that is at the same host, pool or AD FS farm, or a host that still
 * has to be restarted. Empty for a step that changes nothing. Pure.
 */
export function refuseChange(progress: Progress, at: StepProgress): readonly Finding[] {
  if (!at.step.definition.changes) return [];
  return [...refuseBusy(progress, at), ...refuseBeforeRestart(progress, at)];
}

/** One changing step at a time. One of which nobody knows may still be at its host. */
function refuseBusy(progress: Progress, at: StepProgress): readonly Finding[] {
  const places = placesOf(progress, at.step);
  return everyStep(progress)
    .filter((other) => other.step !== at.step && other.step.definition.changes)
    .filter((other) => placesHeldBy(progress, other).some((place) => places.includes(place)))
    .map((other) => {
      const what = other.state === 'running' ? 'is running' : 'may still be at work: nobody knows how it stands';
      return refusal(
        at,
        'PlaceBusy',
        `${nameOf(other)} ${what}. It touches the same host, pool or AD FS farm.`,
        whatNow[other.state],
      );
    });
}

function placesHeldBy(progress: Progress, { state, step }: StepProgress): readonly string[] {
  if (state === 'running') return placesOf(progress, step);
  return state === 'unknown' ? [step.target] : [];
}

function placesOf({ plan: { farm } }: Progress, { target }: PlanStep): readonly string[] {
  const pools = poolsOf(farm, target).map((pool) => pool.name);
  const adfs = farm.adfsFarms
    .filter(({ name, nodes }) => name === target || nodes.includes(target))
    .map((candidate) => candidate.name);
  return [target, ...pools, ...adfs];
}

/** The step that asked for the restart may go on itself, so that two of them never wait for each other. */
function refuseBeforeRestart({ steps }: Progress, at: StepProgress): readonly Finding[] {
  if (at.restartNeeded) return [];
  return [...steps.values()]
    .filter((other) => other.restartNeeded && other.step.target === at.step.target)
    .map((other) =>
      refusal(
        at,
        'RestartOpen',
        `${nameOf(other)} needs a restart of ${at.step.target}, and nobody has said yet that it was restarted.`,
        `Restart it, then use Mark as Done on ${other.step.title} and say when it was restarted.`,
      ),
    );
}
