import type { Plan } from '../plan/plan';
import type { Finding } from '../report/finding';
import { outageSteps, plannedMinutes } from '../upgrade/outages';
import type { Progress } from '../upgrade/progress';
import type { StepState } from '../upgrade/stepProgress';
import type { Watched } from './violations';

/** Step instance id -> minutes of the simulated evening that it took. */
export type Durations = Readonly<Record<string, number>>;

/** How a rehearsal came out. */
export interface RehearsalOutcome {
  /** Every step is through, nothing that must never be was seen, and all is as before. */
  readonly ok: boolean;
  readonly steps: Readonly<Record<(typeof counted)[number] | 'notNeeded', number>>;
  readonly minutes: number;
  readonly outages: readonly { readonly adfsFarm: string; readonly minutes: number }[];
  /** What was tried of going back from inside each outage: its steps, and their minutes. */
  readonly waysBack: readonly { readonly adfsFarm: string; readonly steps: number; readonly minutes: number }[];
  readonly durations: Durations;
  readonly watched: Watched;
  /** The step that ended the rehearsal, and what was found. */
  readonly stopped?: Stopped;
}

/** Where a rehearsal ended before its end, and why. */
export interface Stopped {
  readonly step: string;
  readonly title: string;
  readonly target: string;
  readonly findings: readonly Finding[];
}

const counted = ['done', 'attested', 'failed', 'unknown', 'skipped', 'overridden'] as const satisfies StepState[];

/** What a rehearsal is judged by. */
export interface Played {
  readonly progress: Progress;
  readonly durations: Durations;
  readonly minutes: number;
  readonly watched: Watched;
  readonly stopped?: Stopped;
}

/** Counts the steps, adds up the outages and says whether the rehearsal went well. Pure. */
export function outcomeOf({ progress, durations, minutes, watched, stopped }: Played): RehearsalOutcome {
  const states = [...progress.steps.values()].map(({ state }) => state);
  const counts = Object.fromEntries(counted.map((state) => [state, states.filter((each) => each === state).length]));
  const through = states.every((state) => state === 'done' || state === 'attested' || state === 'skipped');
  return {
    ok: through && stopped === undefined && watched.violations.length === 0,
    steps: { ...(counts as Record<(typeof counted)[number], number>), notNeeded: progress.plan.notNeeded.length },
    minutes,
    outages: outageMinutes(progress.plan, durations),
    waysBack: waysBack(progress.plan, durations),
    durations,
    watched,
    ...(stopped ? { stopped } : {}),
  };
}

/** Minutes without multi-factor authentication in each AD FS farm whose outage was played. */
function outageMinutes(plan: Plan, durations: Durations): RehearsalOutcome['outages'] {
  const known = new Map(Object.entries(durations));
  return outageSteps(plan).flatMap((outage) => {
    const minutes = plannedMinutes(plan, outage, known);
    return minutes === undefined ? [] : [{ adfsFarm: outage.adfsFarm, minutes: round(minutes) }];
  });
}

function waysBack({ undo, farm }: Plan, durations: Durations): RehearsalOutcome['waysBack'] {
  return farm.adfsFarms.flatMap(({ name }) => {
    const tried = undo.filter(({ lane, id }) => lane === name && durations[id] !== undefined);
    const minutes = tried.reduce((sum, { id }) => sum + (durations[id] ?? 0), 0);
    return tried.length === 0 ? [] : [{ adfsFarm: name, steps: tried.length, minutes: round(minutes) }];
  });
}

function round(minutes: number): number {
  return Math.round(minutes * 10) / 10;
}
