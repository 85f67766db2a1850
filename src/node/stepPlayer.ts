import { compareConfigs } from '../core/config/compare';
import { preselected } from '../core/config/carryOver';
import { surroundingsOf } from '../core/config/surroundings';
import type { PlanStep, UndoStep } from '../core/plan/plan';
import type { Finding } from '../core/report/finding';
import { ok, refused, type Result } from '../core/report/result';
import { stepNamed } from '../core/upgrade/progress';
import type { Action } from '../core/upgrade/refusals';
import { attestedWords, componentOf, minutesOf } from '../core/rehearsal/playing';
import { forgetCollected, prepareCollect, reviewed, takeCollected, type Reviewed } from './collected';
import { readPair } from './configFiles';
import type { Evening, EveningAnswer } from './evening';
import type { OpenView } from './folderView';
import { endRun, prepareRun } from './runFolder';
import { findOut, settleByLook } from './settle';
import type { UpgradeFolder } from './upgradeFolder';

/** What came of one step: its simulated minutes, and why it was not begun where it was refused. */
interface StepPlayed {
  readonly minutes: number;
  readonly findings: readonly Finding[];
}

/** The same of what a person does, with the words for what was done; findings say why it was not. */
interface ByHand extends StepPlayed {
  readonly did: string;
}

/** Nobody in a rehearsal is reached by a network. */
const options = { whatIf: false, defaultTransport: 'winrm' } as const;
const attentionMinutes = 1;
const notDone = (findings: readonly Finding[]): StepPlayed => ({ minutes: 0, findings });
const unbegun = (findings: readonly Finding[]): Result<StepPlayed> => ok(notDone(findings));

/** Plays single steps of a rehearsal: runs what has a function, does the rest as the simulated operator, and records both. */
export class StepPlayer {
  constructor(
    private readonly upgrade: UpgradeFolder,
    private readonly evening: Evening,
  ) {}

  /** Plays a step, or a way back. Refused = the process of the rehearsal is gone; whether the step is through, the records say. */
  async play(view: OpenView, step: PlanStep): Promise<Result<StepPlayed>> {
    const at = stepNamed(view.progress, step.id);
    if (at?.restartNeeded) return this.restart(view, step);
    if (step.decides !== undefined) return this.decide(view, step.decides);
    if (step.function === undefined) return this.byHand(view, step);
    if (at?.state === 'unknown' || at?.state === 'running') return this.look(view, step);
    return this.begin(view, step);
  }

  /**
   * Does on the simulated farm what a person would do for a step, and records nothing: the person's own word follows.
   * @returns why it could not be done; nothing where it was
   */
  async act(view: OpenView, step: PlanStep): Promise<readonly Finding[]> {
    const restarts = view.progress.steps.get(step.id)?.restartNeeded === true;
    const done = restarts ? await this.hostRestart(view, step, minutesOf(step)) : await this.hand(view, step);
    return done.ok ? done.value.findings : done.findings;
  }

  private async decide({ progress }: OpenView, key: string): Promise<Result<StepPlayed>> {
    const value = progress.plan.decisions.get(key)?.value ?? '';
    const written = await this.upgrade.perform({ kind: 'decide', key, value }, () => ({ type: 'decided', key, value }));
    return unbegun(written.ok ? [] : written.findings);
  }

  private async begin(view: OpenView, step: PlanStep): Promise<Result<StepPlayed>> {
    return step.kind === 'compare' ? this.compare(view, step) : this.run(view, step);
  }

  /** Both files come from the simulated host, the engine merges them, and the merged one is published there: as for a person. */
  private async compare(view: OpenView, step: PlanStep): Promise<Result<StepPlayed>> {
    const prepared = await prepareCollect(this.upgrade, step.id, options);
    if (!prepared.ok) return unbegun(prepared.findings);
    const { folder, requestHash } = prepared.value;
    const fetched = await this.evening.ask({ hosts: this.hosts, run: folder, requestHash });
    if (!fetched.ok) return fetched;
    const pair = await takeCollected(this.upgrade, prepared.value);
    if (!pair.ok) return unbegun(pair.findings);
    const files = await readPair(pair.value.old, pair.value.new);
    if (!files.ok) return unbegun(files.findings);
    const [old, fresh] = files.value;
    const choices = preselected(compareConfigs(old.config, fresh.config, surroundingsOf(view.progress.plan)));
    const made = await reviewed(pair.value, view, { choices });
    if (!made.ok) return unbegun(made.findings);
    const read = await this.operate(view, step, minutesOf(step), true);
    if (!read.ok) return read;
    const played = await this.run(view, step, made.value.publication);
    await forgetCollected(this.upgrade, step.id);
    if (!played.ok) return played;
    return ok({ ...played.value, minutes: played.value.minutes + read.value.after - read.value.before });
  }

  private async run(
    view: OpenView,
    step: PlanStep,
    publication?: Reviewed['publication'],
  ): Promise<Result<StepPlayed>> {
    const beside = await this.operate(view, step, 0, true); // what no function reaches: other load balancers, lists of clients
    if (!beside.ok) return beside;
    const prepared = await prepareRun(this.upgrade, step.id, {
      ...options,
      ...(publication ? { publication } : {}),
    });
    if (!prepared.ok) return unbegun(prepared.findings);
    const { folder, requestHash, request } = prepared.value;
    const ran = await this.evening.ask({ hosts: this.hosts, run: folder, requestHash });
    const unwritten = await endRun(this.upgrade, step.id, request.run);
    if (!ran.ok) return ran;
    if (unwritten.length > 0) return refused(unwritten);
    const minutes = ran.value.after - ran.value.before;
    const after = minutes > 0 ? ran : await this.operate(view, step, attentionMinutes, true);
    if (!after.ok) return after;
    const restarted = ran.value.exitCode === 3 ? await this.restart(view, step) : unbegun([]);
    if (!restarted.ok) return restarted;
    return ok({
      minutes: after.value.after - ran.value.before + restarted.value.minutes,
      findings: restarted.value.findings,
    });
  }

  /** A run that was cut off: the verifying function says how it stands. */
  private async look(view: OpenView, step: PlanStep): Promise<Result<StepPlayed>> {
    const found = await findOut(this.upgrade, step.id, options);
    if (!found.ok) return unbegun(found.findings);
    if (found.value.kind === 'stillRuns') return refused([stillRuns(found.value.processId)]);
    if (found.value.kind !== 'look') return found.value.kind === 'settled' ? this.begin(view, step) : unbegun([]);
    const { folder, requestHash } = found.value.prepared;
    const looked = await this.evening.ask({ hosts: this.hosts, run: folder, requestHash });
    if (!looked.ok) return looked;
    const settled = await settleByLook(this.upgrade, step.id, found.value.prepared);
    if (!settled.ok) return unbegun(settled.findings);
    return settled.value.kind === 'settled' && settled.value.outcome === 'failed'
      ? this.begin(view, step)
      : unbegun([]);
  }

  private async restart(view: OpenView, step: PlanStep): Promise<Result<StepPlayed>> {
    const done = await this.hostRestart(view, step, 0);
    return done.ok ? this.attest(step, done.value) : done;
  }

  private async byHand(view: OpenView, step: PlanStep): Promise<Result<StepPlayed>> {
    const done = await this.hand(view, step);
    return done.ok ? this.attest(step, done.value) : done;
  }

  private async hostRestart(view: OpenView, step: PlanStep, minutes: number): Promise<Result<ByHand>> {
    const played = await this.operate(view, { ...step, step: 'restart' }, minutes, false);
    return played.ok ? ok(handOf(played.value)) : played;
  }

  /** What a person does for a step that has no function. */
  private async hand(view: OpenView, step: PlanStep): Promise<Result<ByHand>> {
    const played = await this.operate(view, step, minutesOf(step), false);
    return played.ok ? ok(handOf(played.value)) : played;
  }

  private async attest(step: PlanStep | UndoStep, { did, minutes, findings }: ByHand): Promise<Result<StepPlayed>> {
    if (findings.length > 0) return ok(notDone(findings));
    const how = attestedWords(did);
    const action: Action =
      'undoes' in step ? { kind: 'undo', step: step.undoes, how } : { kind: 'attest', step: step.id, how };
    const written = await this.upgrade.perform(action, () => ({
      type: 'attested',
      step: step.id,
      how,
    }));
    return ok({ minutes, findings: written.ok ? [] : written.findings });
  }

  private operate(
    { progress }: OpenView,
    step: PlanStep,
    minutes: number,
    besideFunction: boolean,
  ): Promise<Result<EveningAnswer>> {
    const { directory = '', site = '' } = componentOf(progress.plan, step) ?? {};
    const operator = { step: step.step, target: step.target, minutes, directory, site, besideFunction };
    return this.evening.ask({ hosts: this.hosts, operator });
  }

  private get hosts(): string {
    return this.upgrade.place.hosts;
  }
}

function handOf({ before, after, exitCode, said }: EveningAnswer): ByHand {
  return {
    did: said,
    ...(exitCode === 0 ? { minutes: after - before, findings: [] } : notDone([operatorFailed(said)])),
  };
}

function operatorFailed(said: string): Finding {
  return {
    code: 'RehearsalOperatorFailed',
    severity: 'error',
    message: `The simulated operator could not do this. ${said}`,
    remedy: 'Look at the folder of the rehearsal, then rehearse again.',
  };
}

function stillRuns(processId: number): Finding {
  return {
    code: 'RehearsalStillRuns',
    severity: 'error',
    message: `A step of this rehearsal still runs on this computer (process ${String(processId)}).`,
    remedy: 'Wait until it has ended, then start the same rehearsal again.',
  };
}
