import { resolve } from 'node:path';
import type { Plan } from '../core/plan/plan';
import { parseFaults, type Fault } from '../core/rehearsal/faults';
import { refused, ok, type Result } from '../core/report/result';
import { placeOfRehearsal } from '../node/place';
import { findPowerShell } from '../node/powershell';
import { rehearse, type Rehearsed } from '../node/rehearsal';
import { rehearsalFolder } from '../node/rehearsalFolder';
import type { Runbooks } from '../node/runbooks';
import type { World } from '../node/upgradeFolder';
import { notPossible, type Answer } from './answer';
import { readDecisions } from './decisions';
import { planFrom } from './plan';

export interface RehearseOptions {
  readonly dir?: string;
  readonly decide: readonly string[];
  readonly fault: readonly string[];
}

/**
 * `rehearse FARM`: plays the whole upgrade on a simulated farm. Ctrl+C ends it after the present step, and the same command
 * goes on.
 */
export async function rehearseVerb(
  farm: string,
  options: RehearseOptions,
  programFolder: string,
  world: World,
): Promise<Answer> {
  const began = performance.now();
  const asked = await readAsked(farm, options, world.runbooks);
  if (!asked.ok) return notPossible(asked.findings);
  const { plan, decided, faults } = asked.value;
  const powershell = findPowerShell({ setting: '', env: process.env, platform: process.platform, isCommandLine: true });
  if (!powershell.ok) return notPossible(powershell.findings);
  const place = placeOfRehearsal(farm, options.dir);
  const folder = await rehearsalFolder(place, plan, world);
  if (!folder.ok) return notPossible(folder.findings);
  const stop = listenForStop();
  const rehearsed = await rehearse({
    upgrade: folder.value.upgrade,
    powershell: powershell.value,
    programFolder,
    decided,
    faults,
    print: say,
    onStep: ({ title, target }, minutes) => {
      say(`REHEARSAL  ${title} (${target})  ${String(Math.round(minutes * 10) / 10)} minutes\n`);
    },
    isStopped: stop.isStopped,
  });
  stop.end();
  if (!rehearsed.ok) return notPossible(rehearsed.findings);
  return answerFor(rehearsed.value, (performance.now() - began) / 1000);
}

interface Asked {
  readonly plan: Plan;
  readonly decided: ReadonlyMap<string, string>;
  readonly faults: readonly Fault[];
}

async function readAsked(file: string, options: RehearseOptions, runbooks: Runbooks): Promise<Result<Asked>> {
  const decided = readDecisions(options.decide);
  const plan = await planFrom(resolve(file), decided, runbooks, 'rehearsal');
  if (!plan.ok || !decided.ok) return refused(plan.ok ? decided.findings : plan.findings);
  const faults = parseFaults(options.fault, plan.value.farm);
  return faults.ok ? ok({ plan: plan.value, decided: decided.value, faults: faults.value }) : faults;
}

function say(text: string): void {
  process.stderr.write(text);
}

/** The first Ctrl+C ends the rehearsal after the present step, the second one ends us. */
function listenForStop(): { readonly isStopped: () => boolean; end(): void } {
  let stopped = false;
  const onSignal = (): void => {
    stopped = true;
    say('Ends after the present step. The same command goes on.\n');
  };
  process.once('SIGINT', onSignal);
  return {
    isStopped: () => stopped,
    end: () => {
      process.off('SIGINT', onSignal);
    },
  };
}

function answerFor({ outcome, assumptions, report }: Rehearsed, seconds: number): Answer {
  const { ok: isOk, steps, minutes, outages, stopped, watched } = outcome;
  const json = {
    apiVersion: 1,
    ok: isOk,
    steps,
    seconds: Math.round(seconds * 10) / 10,
    minutes,
    outages,
    assumptions: assumptions.counts,
    ...(report === undefined ? {} : { report }),
  };
  const result =
    report === undefined
      ? 'It was interrupted. The same command goes on.'
      : isOk
        ? 'It went well.'
        : 'It did not go well.';
  return {
    exitCode: report === undefined ? 130 : isOk ? 0 : 1,
    json,
    lines: [
      `REHEARSAL  ${result} ${String(minutes)} minutes of the simulated evening.`,
      ...outages.map((each) => `No multi-factor authentication in ${each.adfsFarm}: ${String(each.minutes)} minutes.`),
      ...(stopped ? [`It ended at ${stopped.title} (${stopped.target}).`] : []),
      ...watched.violations.map((what) => `Must not be: ${what}.`),
      ...(report === undefined ? [] : [`Report: ${report}`]),
    ],
    findings: stopped?.findings ?? [],
  };
}
