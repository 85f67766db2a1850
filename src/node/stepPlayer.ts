import type { PlanStep } from '../core/plan/plan';
import type { Finding } from '../core/report/finding';
import { ok, refused, type Result } from '../core/report/result';
import { attestedWords, componentOf, minutesOf } from '../core/rehearsal/playing';
import type { Evening, EveningAnswer } from './evening';
import type { OpenView } from './folderView';
import { mergeOnHost } from './hostConfigs';
import { endRun, prepareRun } from './runFolder';
import { findOut, settleByLook } from './settle';
import type { UpgradeFolder } from './upgradeFolder';

/** What came of one step: its simulated minutes, and why it was not begun where it was refused. */
interface StepPlayed {
  readonly minutes: number;
  readonly findings: readonly Finding[];
}

/** Nobody in a rehearsal is reached by a network. */
const options = { whatIf: false, defaultTransport: 'winrm' } as const;
const attentionMinutes = 1;
const unbegun = (findings: readonly Finding[]): Result<StepPlayed> => ok({ minutes: 0, findings });

/** Plays single steps of a rehearsal: runs what has a function, does the rest as the simulated operator, and records both. */
export class StepPlayer {
  constructor(
    private readonly upgrade: UpgradeFolder,
    private readonly evening: Evening,
  ) {}

  /** Plays a step. Refused = the process of the rehearsal is gone; whether the step is through, the records say. */
  async play(view: OpenView, step: PlanStep): Promise<Result<StepPlayed>> {
    const at = view.progress.steps.get(step.id);
    if (at?.restartNeeded) return this.restart(view, step);
    if (step.decides !== undefined) return this.decide(view, step.decides);
    if (step.function === undefined)
      return step.kind === 'compare' ? this.compare(view, step) : this.byHand(view, step);
    if (at?.state === 'unknown' || at?.state === 'running') return this.look(view, step);
    return this.run(view, step);
  }

  /**
   * Does on the simulated farm what a person would do for a step, and records nothing: the person's own word follows.
   * @returns why it could not be done; nothing where it was
   */
  async act(view: OpenView, step: PlanStep): Promise<readonly Finding[]> {
    const restarts = view.progress.steps.get(step.id)?.restartNeeded === true;
    const merged = step.kind === 'compare' && !restarts ? await mergeOnHost(this.hosts, view.progress, step) : ok('');
    if (!merged.ok) return merged.findings;
    const played = await this.operate(view, restarts ? { ...step, step: 'restart' } : step, minutesOf(step), false);
    if (!played.ok) return played.findings;
    return played.value.exitCode === 0 ? [] : [operatorFailed(played.value.said)];
  }

  private async decide({ progress }: OpenView, key: string): Promise<Result<StepPlayed>> {
    const value = progress.plan.decisions.get(key)?.value ?? '';
    const written = await this.upgrade.perform({ kind: 'decide', key, value }, () => ({ type: 'decided', key, value }));
    return unbegun(written.ok ? [] : written.findings);
  }

  private async run(view: OpenView, step: PlanStep): Promise<Result<StepPlayed>> {
    const beside = await this.operate(view, step, 0, true); // what no function reaches: other load balancers, lists of clients
    if (!beside.ok) return beside;
    const prepared = await prepareRun(this.upgrade, step.id, options);
    if (!prepared.ok) return unbegun(prepared.findings);
    const { folder, requestHash, request } = prepared.value;
    const ran = await this.evening.ask({ hosts: this.hosts, run: folder, requestHash });
    await endRun(this.upgrade, step.id, request.run);
    if (!ran.ok) return ran;
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
    if (found.value.kind !== 'look') return found.value.kind === 'settled' ? this.run(view, step) : unbegun([]);
    const { folder, requestHash } = found.value.prepared;
    const looked = await this.evening.ask({ hosts: this.hosts, run: folder, requestHash });
    if (!looked.ok) return looked;
    const settled = await settleByLook(this.upgrade, step.id, found.value.prepared);
    if (!settled.ok) return unbegun(settled.findings);
    return settled.value.kind === 'settled' && settled.value.outcome === 'failed' ? this.run(view, step) : unbegun([]);
  }

  private async restart(view: OpenView, step: PlanStep): Promise<Result<StepPlayed>> {
    const played = await this.operate(view, { ...step, step: 'restart' }, 0, false);
    return played.ok ? this.attest(step, played.value, played.value.said) : played;
  }

  private async byHand(view: OpenView, step: PlanStep): Promise<Result<StepPlayed>> {
    const played = await this.operate(view, step, minutesOf(step), false);
    return played.ok ? this.attest(step, played.value, played.value.said) : played;
  }

  private async compare(view: OpenView, step: PlanStep): Promise<Result<StepPlayed>> {
    const merged = await mergeOnHost(this.hosts, view.progress, step);
    if (!merged.ok) return unbegun(merged.findings);
    const played = await this.operate(view, step, minutesOf(step), false);
    if (!played.ok) return played;
    return this.attest(step, played.value, merged.value ?? 'no pair of files to merge is on the simulated host');
  }

  private async attest(
    step: PlanStep,
    { before, after, exitCode }: EveningAnswer,
    did: string,
  ): Promise<Result<StepPlayed>> {
    if (exitCode !== 0) return unbegun([operatorFailed(did)]);
    const how = attestedWords(did);
    const written = await this.upgrade.perform({ kind: 'attest', step: step.id, how }, () => ({
      type: 'attested',
      step: step.id,
      how,
    }));
    return ok({ minutes: after - before, findings: written.ok ? [] : written.findings });
  }

  private operate(
    { progress }: OpenView,
    step: PlanStep,
    minutes: number,
    besideFunction: boolean,
  ): Promise<Result<EveningAnswer>> {
    const directory = componentOf(progress.plan, step)?.directory ?? '';
    const operator = { step: step.step, target: step.target, minutes, directory, besideFunction };
    return this.evening.ask({ hosts: this.hosts, operator });
  }

  private get hosts(): string {
    return this.upgrade.place.hosts;
  }
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
