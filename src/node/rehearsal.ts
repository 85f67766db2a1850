import { readdir, readFile, rm } from 'node:fs/promises';
import { join } from 'node:path';
import { mfaServers } from '../core/farm/hosts';
import { hostKey } from '../core/farm/names';
import type { PlanStep, StepId, UndoStep } from '../core/plan/plan';
import { readAssumptions, type Assumptions } from '../core/rehearsal/assumptions';
import { parseFarmState, type FarmState } from '../core/rehearsal/farmState';
import type { Fault } from '../core/rehearsal/faults';
import { isOver, wayBackToTry } from '../core/rehearsal/playing';
import { outcomeOf, type RehearsalOutcome, type Stopped } from '../core/rehearsal/outcome';
import { reportOf } from '../core/rehearsal/report';
import { parseSignIns, watchSignIns, type SignIns } from '../core/rehearsal/signIns';
import { watchChanges, watchEnd, watchServers } from '../core/rehearsal/violations';
import type { Finding } from '../core/report/finding';
import { visible } from '../core/report/visible';
import { ok, refused, type Result } from '../core/report/result';
import type { Progress } from '../core/upgrade/progress';
import { isThrough } from '../core/upgrade/stepHistory';
import { writeAtomically } from './atomicFile';
import { Evening } from './evening';
import { durationsFile } from './durations';
import type { OpenView } from './folderView';
import { exists } from './place';
import type { PowerShell } from './powershell';
import { reportFile, violationsFile, wayBackFile } from './rehearsalFolder';
import { StepPlayer } from './stepPlayer';
import { takeResults } from './runFolder';
import type { UpgradeFolder } from './upgradeFolder';

/** What a rehearsal needs, and who follows it. */
export interface RehearsalInput {
  readonly upgrade: UpgradeFolder;
  readonly powershell: PowerShell;
  readonly programFolder: string;
  /** Decisions that somebody took for it: recorded after `opened`. */
  readonly decided: ReadonlyMap<string, string>;
  readonly faults: readonly Fault[];
  /** Takes what the steps print, as it comes. */
  readonly print: (text: string) => void;
  /** Called before each step: it is the nth of so many. */
  readonly onBegin?: (step: PlanStep, n: number, of: number) => void;
  /** Called after each step, with the minutes that it took. */
  readonly onStep?: (step: PlanStep, minutes: number) => void;
  /** Asked before each step: true ends the rehearsal there, to be gone on with later. */
  readonly isStopped: () => boolean;
}

/** How a rehearsal came out, and its report; without one it was interrupted and is not finished. */
export interface Rehearsed {
  readonly outcome: RehearsalOutcome;
  readonly assumptions: Assumptions;
  readonly report?: string;
}

/** Plays an upgrade to its end on a simulated farm, each step asked for and recorded like a person's. */
export async function rehearse(input: RehearsalInput): Promise<Result<Rehearsed>> {
  if (input.faults.length > 0 && (await isMade(input.upgrade))) return refused([faultsTooLate()]);
  const evening = new Evening(input.powershell, input.programFolder, input.print);
  try {
    return await rehearseWith(evening, input);
  } finally {
    await evening.close();
  }
}

async function rehearseWith(evening: Evening, input: RehearsalInput): Promise<Result<Rehearsed>> {
  const { upgrade, decided, faults } = input;
  const opened = await upgrade.open();
  if (!opened.ok) return opened;
  for (const [key, value] of decided) {
    if (key === 'runbook' || opened.value.progress.upgrade?.decisions.has(key)) continue;
    const written = await upgrade.perform({ kind: 'decide', key, value }, () => ({ type: 'decided', key, value }));
    if (!written.ok) return written;
  }
  const made = await evening.ask({ hosts: upgrade.place.hosts, farm: opened.value.farm, faults });
  if (!made.ok) return made;
  if (made.value.exitCode !== 0) return refused([notMade(made.value.said)]);
  const untaken = await takeResults(upgrade);
  if (untaken.length > 0) return refused(untaken);
  await rm(join(upgrade.place.base, reportFile), { force: true }); // of where it ended before
  return new Rehearsal(input, evening).play();
}

class Rehearsal {
  private readonly player: StepPlayer;
  private durations: Record<string, number> = {};
  private violations: string[] = [];
  /** Minutes of the simulated evening that went into trying ways back. */
  private aside = 0;
  /** How people had come through when it was looked at last. */
  private seen: { readonly progress: Progress; readonly signIns: readonly SignIns[] } | undefined;

  constructor(
    private readonly input: RehearsalInput,
    evening: Evening,
  ) {
    this.player = new StepPlayer(input.upgrade, evening);
  }

  async play(): Promise<Result<Rehearsed>> {
    this.durations = await this.readKept<Record<string, number>>(durationsFile, {});
    this.violations = await this.readKept<string[]>(violationsFile, []);
    this.aside = await this.readKept<number>(wayBackFile, 0);
    let view = await this.input.upgrade.writable();
    if (view.ok) await this.lookAtSignIns(view.value.progress);
    for (;;) {
      if (!view.ok) return view;
      const { progress } = view.value;
      const { steps } = progress.plan;
      const step = steps.find(({ id }) => !isOver(progress, id));
      if (!step) return this.end(view.value);
      if (this.input.isStopped()) return ok(await this.interrupted(view.value));
      this.input.onBegin?.(step, steps.indexOf(step) + 1, steps.length);
      const back = wayBackToTry(progress, step);
      if (back) {
        const tried = await this.takeBack(view.value, back);
        if (!tried.ok) return tried;
        if (tried.value) return this.end(view.value, tried.value);
        view = await this.input.upgrade.writable();
        continue;
      }
      const played = await this.player.play(view.value, step);
      if (!played.ok) return played;
      view = await this.input.upgrade.writable();
      if (!view.ok) return view;
      await this.keep(view.value.progress, step, played.value.minutes);
      const findings = [...played.value.findings, ...foundIn(view.value.progress, step.id)];
      if (!isOver(view.value.progress, step.id)) return this.end(view.value, { ...nameOf(step), findings });
    }
  }

  /**
   * Goes a way back from its deepest point to the beginning of the outage. The steps that were taken back are played again
   * afterwards: neither they nor the way back count for the minutes of the evening.
   * @returns where it did not come through; undefined where it did
   */
  private async takeBack(begun: OpenView, back: readonly UndoStep[]): Promise<Result<Stopped | undefined>> {
    let view: Result<OpenView> = ok(begun);
    for (const undo of back) {
      if (!view.ok) return view;
      const played = await this.player.play(view.value, undo);
      if (!played.ok) return played;
      view = await this.input.upgrade.writable();
      if (!view.ok) return view;
      const { progress } = view.value;
      const { [undo.undoes]: taken = 0, ...durations } = this.durations;
      this.durations = durations;
      await this.setAside(taken + played.value.minutes);
      await this.keep(progress, undo, played.value.minutes);
      if (isThrough(progress.steps.get(undo.undoes)?.happened ?? 'nothing')) {
        const findings = [...played.value.findings, ...(progress.undo.get(undo.id)?.findings ?? [])];
        return ok({ ...nameOf(undo), findings });
      }
    }
    return ok(undefined);
  }

  private async lookAtSignIns(progress: Progress): Promise<readonly string[]> {
    const now = { progress, signIns: await this.signIns() };
    const earlier = this.seen ?? now;
    this.seen = now;
    return watchSignIns(earlier, now);
  }

  /** The counters of each simulated AD FS farm; a farm without AD FS has none. */
  private async signIns(): Promise<readonly SignIns[]> {
    const folder = join(this.input.upgrade.place.hosts, '.adfs');
    const names = (await exists(folder)) ? await readdir(folder) : [];
    return Promise.all(names.map(async (name) => parseSignIns(await readFile(join(folder, name), 'utf8'))));
  }

  private async setAside(minutes: number): Promise<void> {
    this.aside += minutes;
    await this.write(wayBackFile, `${JSON.stringify(this.aside)}\n`);
  }

  /** What a step leaves: its minutes, and what was seen of the farm. */
  private async keep(progress: Progress, step: PlanStep, minutes: number): Promise<void> {
    this.durations[step.id] = Math.round(((this.durations[step.id] ?? 0) + minutes) * 1000) / 1000;
    await this.write(durationsFile, `${JSON.stringify(this.durations, undefined, 2)}\n`);
    const violations = [
      ...watchServers(progress, await this.state(), await this.running(progress)),
      ...(await this.lookAtSignIns(progress)),
    ];
    if (violations.length > 0) {
      this.violations.push(...violations.map((what) => `${what}, after ${step.title} (${step.target})`));
      await this.write(violationsFile, `${JSON.stringify(this.violations)}\n`);
    }
    this.input.onStep?.(step, minutes);
  }

  private async end(view: OpenView, stopped?: Stopped): Promise<Result<Rehearsed>> {
    const { progress } = view;
    const outcome = await this.outcome(progress, stopped);
    const assumptions = await readMarks(this.input.programFolder);
    await this.write(reportFile, reportOf(progress.plan, outcome, assumptions));
    return ok({ outcome, assumptions, report: join(this.input.upgrade.place.base, reportFile) });
  }

  private async interrupted({ progress }: OpenView): Promise<Rehearsed> {
    const outcome = await this.outcome(progress);
    return { outcome: { ...outcome, ok: false }, assumptions: await readMarks(this.input.programFolder) };
  }

  private async outcome(progress: Progress, stopped?: Stopped): Promise<RehearsalOutcome> {
    const state = await this.state();
    const changes = watchChanges(progress.plan, state);
    const isWhole = progress.plan.steps.every(({ id }) => isOver(progress, id));
    const violations = [...this.violations, ...changes.violations, ...(isWhole ? watchEnd(progress, state) : [])];
    const watched = { violations, notes: changes.notes };
    const { durations } = this;
    const minutes = Math.round((state.minutes - this.aside) * 10) / 10;
    return outcomeOf({ progress, durations, minutes, watched, ...(stopped ? { stopped } : {}) });
  }

  private async state(): Promise<FarmState> {
    const text = await readFile(join(this.input.upgrade.place.hosts, '.farm.json'), 'utf8');
    const state = parseFarmState(text);
    if (!state) throw new Error('The simulated farm has no state that can be read.');
    return state;
  }

  /** Hosts whose MFA Server runs. */
  private async running({ plan }: Progress): Promise<ReadonlySet<string>> {
    const running = new Set<string>();
    for (const { name } of mfaServers(plan.farm)) {
      const path = join(this.input.upgrade.place.hosts, hostKey(name), 'services.json');
      const services = JSON.parse(await readFile(path, 'utf8')) as { name: string; status: string }[];
      if (services.some((service) => service.name === 'MultiFactorAuth' && service.status === 'Running'))
        running.add(hostKey(name));
    }
    return running;
  }

  private async readKept<T>(name: string, otherwise: T): Promise<T> {
    const text = await readFile(join(this.input.upgrade.place.base, name), 'utf8').catch(() => undefined);
    return text === undefined ? otherwise : (JSON.parse(text) as T);
  }

  private async write(name: string, text: string): Promise<void> {
    await writeAtomically(join(this.input.upgrade.place.base, name), text);
  }
}

function foundIn(progress: Progress, id: StepId): readonly Finding[] {
  const at = progress.steps.get(id);
  const all = [...(at?.findings ?? []), ...(at?.inhibitors ?? [])];
  const stops = all.filter(({ severity }) => severity === 'error' || severity === 'inhibitor');
  return stops.length > 0 ? stops : all;
}

function nameOf({ id, title, target }: PlanStep): Omit<Stopped, 'findings'> {
  return { step: id, title, target };
}

/** The marks in the sources of the simulation. */
async function readMarks(programFolder: string): Promise<Assumptions> {
  const folder = join(programFolder, 'powershell', 'MfaServerRehearsal');
  const names = (await readdir(folder, { recursive: true })).filter((name) => name.endsWith('.ps1')).sort();
  return readAssumptions(await Promise.all(names.map((name) => readFile(join(folder, name), 'utf8'))));
}

/** The state that the hosts share is written last. */
function isMade({ place }: UpgradeFolder): Promise<boolean> {
  return exists(join(place.hosts, '.farm.json'));
}

function faultsTooLate(): Finding {
  return {
    code: 'FaultsTooLate',
    severity: 'error',
    message: 'The simulated farm of this rehearsal is made already, and it takes no more faults. Nothing was changed.',
    remedy: 'Go on without --fault, or begin another rehearsal with --dir.',
  };
}

function notMade(said: string): Finding {
  return {
    code: 'RehearsalFarmNotMade',
    severity: 'error',
    message: `The simulated farm could not be made. ${visible(said)}`,
    remedy: 'Look at the folder of the rehearsal, or name another one with --dir.',
  };
}
