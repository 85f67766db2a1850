import { lookAfter, type Aftermath } from './aftermath';
import type { SystemCall, Tracing } from './systemCalls';
import type { Fate, Life, Lives, Who } from './victim';

/**
 * A moment at which somebody is killed. A kill comes in the place of a call, so each one is also the kill after the call before
 * it: nothing on the disk changes between the two. A kill is no loss of power: what that takes away,
 * test/property/recordFaults.test.ts tries.
 */
export interface Point {
  readonly who: string;
  readonly call: string;
  readonly when: string;
  readonly fate: Fate;
  /** The call that is meant, where one is. */
  readonly aim?: {
    readonly of: 'window' | 'script';
    readonly call: SystemCall;
    readonly tracing: Tracing;
  };
}

/** A point and what came of it. */
export interface Outcome extends Aftermath {
  readonly point: Point;
  readonly acknowledged: number;
  readonly wasKilled: boolean;
  /** The kill came where it was meant to come, not near it. */
  readonly isHit: boolean;
}

/** Makes `link` fail as on a share without hard links: then a record grows under its number, and can be torn. */
const noLinks = ['link:error=EPERM', '?linkat:error=EPERM'];
const mostTries = 4;
const moments = 12;

/** The window killed at each of its calls, and window and script killed at moments while the script runs. */
export async function windowPoints(lives: Lives): Promise<readonly Point[]> {
  const life = await undisturbed(lives, { window: { injections: [] } });
  return [...life.windowCalls.map((call) => aimed('window', call)), ...later(life.scriptMs)];
}

/** The script killed at each of its calls, and the window at those that write the run's records where there are no hard links. */
export async function slowPoints(lives: Lives): Promise<readonly Point[]> {
  const life = await undisturbed(lives, { script: { injections: [] } });
  const records = [...life.told.keys()].slice(-2).map((number) => `${String(number).padStart(6, '0')}.json`);
  const files = records.map((record) => `.mfa-upgrade/rehearsal/journal/${record}`);
  const growing = await undisturbed(lives, { window: { injections: noLinks, files } });
  return [
    ...life.scriptCalls.filter(isOfTheStep).map((call) => aimed('script', call)),
    ...growing.windowCalls.map((call) => aimed('window', call, ', no hard links', { injections: noLinks, files })),
  ];
}

/** Some of the points, evenly: the first and the last among them. */
export function chosen(points: readonly Point[], most: number): readonly Point[] {
  if (points.length <= most) return points;
  const at = (n: number): number => Math.round((n * (points.length - 1)) / (most - 1));
  return Array.from({ length: most }, (_, n) => points[at(n)]).filter((point) => point !== undefined);
}

/** Kills at each point, two lives at a time, and looks what is left each time. */
export async function killAtEach(
  lives: Lives,
  points: readonly Point[],
  powershell: string,
): Promise<readonly Outcome[]> {
  const left = [...points];
  const outcomes: Outcome[] = [];
  const work = async (): Promise<void> => {
    for (let point = left.shift(); point; point = left.shift()) outcomes.push(await killAt(lives, point, powershell));
  };
  await Promise.all([work(), work()]);
  return outcomes;
}

async function undisturbed(lives: Lives, fate: Fate): Promise<Life> {
  const life = await lives.live(fate);
  lives.bury(life);
  if (life.wasKilled || !life.wasScriptStarted) throw new Error('The step does not run even where nobody is killed.');
  return life;
}

function aimed(of: 'window' | 'script', call: SystemCall, more = '', tracing: Tracing = { injections: [] }): Point {
  const when = `in place of the call${more}`;
  return { who: of, call: call.name, when, fate: {}, aim: { of, call, tracing } };
}

/** Of the simulated farm that the first run makes, one host is enough: all are made alike. */
function isOfTheStep({ line }: SystemCall): boolean {
  return !/\.making-/.test(line) || /\.making-mfa01\./.test(line);
}

function later(scriptMs: number): readonly Point[] {
  const parties: readonly Who[] = ['window', 'script', 'both'];
  return parties.flatMap((who) =>
    Array.from({ length: moments }, (_, n) => {
      const afterMs = Math.round((n * scriptMs) / moments);
      return { who, call: 'any', when: 'while the script runs', fate: { later: { who, afterMs } } };
    }),
  );
}

async function killAt(lives: Lives, point: Point, powershell: string): Promise<Outcome> {
  const { life, isHit } = await kill(lives, point);
  const nothing: Aftermath = { lost: [], falselyDone: [], states: '', troubles: [] };
  const aftermath = await lookAfter(life, powershell).catch((error: unknown) => ({
    ...nothing,
    troubles: [error instanceof Error ? error.message : String(error)],
  }));
  lives.bury(life);
  return { ...aftermath, point, acknowledged: life.told.size, wasKilled: life.wasKilled, isHit };
}

/**
 * A life that ends where it should. The window's worker makes writes of its own that come a little sooner or later each time:
 * where the kill has missed, it is tried again nearer.
 */
async function kill(lives: Lives, { aim, fate }: Point): Promise<{ readonly life: Life; readonly isHit: boolean }> {
  if (!aim) return { life: await lives.live(fate), isHit: true };
  const { name, ordinal } = aim.call;
  let { nth } = aim.call;
  for (let tries = 1; ; tries++) {
    const injections = [...aim.tracing.injections, `${name}:signal=KILL:when=${nth}`];
    const life = await lives.live({ [aim.of]: { ...aim.tracing, injections } });
    const calls = aim.of === 'window' ? life.windowCalls : life.scriptCalls;
    const met = calls.find((call) => call.name === name && call.ordinal === ordinal);
    const isHit = met?.isCut === true;
    if (isHit || tries === mostTries) return { life, isHit };
    lives.bury(life);
    nth = met ? met.nth : nth + 2;
  }
}
