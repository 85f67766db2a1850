import { l10n, workspace, type LogOutputChannel } from 'vscode';
import type { StepId } from '../../core/plan/plan';
import { stepNamed } from '../../core/upgrade/progress';
import { refused, ok, type Result } from '../../core/report/result';
import type { Transport } from '../../core/farm/farm';
import type { Finding } from '../../core/report/finding';
import type { Evidence } from '../../core/upgrade/record';
import { findPowerShell, type PowerShell } from '../../node/powershell';
import { isAlive } from '../../node/processes';
import { moduleHash } from '../../node/moduleHash';
import { findOut, forgetLook, settleBy, type FindOut } from '../../node/settle';
import { prepareCollect, takeCollected, type FetchedPair } from '../../node/collected';
import type { Publication } from '../../core/run/publication';
import { endRun, prepareRun, whatIfEvidence, type PreparedRun } from '../../node/runFolder';
import type { UpgradeFolder } from '../../node/upgradeFolder';
import type { Ask } from '../ask';
import { settingIds } from '../ids';
import { outageBudget } from '../outageBudget';
import type { Session } from '../session';
import { outageQuestion } from '../step/outageLines';
import { plainText } from '../step/richText';
import { startTask, type StartedTask } from './taskRun';

/** How a step is run: tried only, in an elevated console, with a reviewed config file. */
interface HowToRun {
  readonly whatIf: boolean;
  readonly elevated?: boolean;
  readonly publication?: Publication;
}

/** Starts steps and takes in what came of them. Whether a step may run is asked of `refusals`, here never decided. */
export class Runner {
  /** Process of the last run of each step, in this window: for showing its terminal. */
  private readonly processes = new Map<StepId, number>();
  /** What the last what-if of each step found, in this window. */
  private readonly tried = new Map<StepId, Evidence>();
  private isRehearsing = false;

  constructor(
    private readonly session: Session,
    private readonly ask: Ask,
    private readonly programFolder: string,
    private readonly log: LogOutputChannel,
  ) {}

  processOf(step: StepId): number | undefined {
    return this.processes.get(step);
  }

  whatIfOf(step: StepId): Evidence | undefined {
    return this.tried.get(step);
  }

  /** Plays a rehearsal, unless one is played in this window already: then nothing is begun. */
  async onlyOnce<T>(play: () => Promise<Result<T | 'declined'>>): Promise<Result<T | 'declined'>> {
    if (this.isRehearsing) return ok('declined');
    this.isRehearsing = true;
    try {
      return await play();
    } finally {
      this.isRehearsing = false;
    }
  }

  /** Runs a step to its end. A value = it ran and its result is taken in (well or not); findings = it was not started. */
  async run(id: StepId, { whatIf, elevated = false, publication }: HowToRun): Promise<Result<'ended' | 'declined'>> {
    const { folder } = this.session;
    if (!folder) return refused([]);
    if (!isTrusted()) return refused([notTrusted()]);
    if (elevated && process.platform !== 'win32') return refused([elevationNeedsWindows()]);
    const powershell = thisPowerShell();
    if (!powershell.ok) return powershell;
    if (!(await this.mayGoOn(id, whatIf)) || !isTrusted()) return ok('declined'); // trust is asked again after the wait
    const module = elevated ? { module: await moduleHash(this.programFolder) } : {};
    const prepared = await prepareRun(folder, id, {
      whatIf,
      defaultTransport: defaultTransport(),
      ...module,
      ...(publication ? { publication } : {}),
    });
    await this.session.refresh();
    if (!prepared.ok) return prepared;
    return this.start(folder, prepared.value, id, powershell.value, elevated ? 'Start-ElevatedStep.ps1' : undefined);
  }

  /** Fetches the two files of a compare step from its host, in a terminal of its own. Changes nothing and leaves no record. */
  async collect(id: StepId): Promise<Result<FetchedPair>> {
    const { folder } = this.session;
    if (!folder) return refused([]);
    if (!isTrusted()) return refused([notTrusted()]);
    const look = await prepareCollect(folder, id, { defaultTransport: defaultTransport() });
    if (!look.ok) return look;
    const ran = await this.watch(look.value, id);
    await this.session.refresh();
    return ran.ok ? takeCollected(folder, look.value) : ran;
  }

  /** Starts a prepared run in a terminal and waits for the end of its process. */
  private async watch(prepared: PreparedRun, id: StepId): Promise<Result<undefined>> {
    const powershell = thisPowerShell();
    if (!powershell.ok) return powershell;
    const task = await startTask(prepared, powershell.value, this.programFolder);
    if (!task.ok) return task;
    this.processes.set(id, task.value.processId);
    await task.value.ended;
    return ok(undefined);
  }

  /** Finds out how a step stands of which nobody knows; a look at the host runs in a terminal of its own. */
  async findOut(id: StepId): Promise<Result<FindOut>> {
    const { folder } = this.session;
    if (!folder) return refused([]);
    const found = await findOut(folder, id, { defaultTransport: defaultTransport() });
    const settled =
      found.ok && (found.value.kind === 'look' || found.value.kind === 'wait')
        ? await this.look(folder, found.value, id)
        : found;
    await this.session.refresh();
    return settled;
  }

  private async look(
    folder: UpgradeFolder,
    { kind, prepared }: Extract<FindOut, { kind: 'look' | 'wait' }>,
    id: StepId,
  ): Promise<Result<FindOut>> {
    const ran = await this.watch(prepared, id);
    if (ran.ok) return settleBy(kind, folder, id, prepared);
    if (kind === 'look') await forgetLook(prepared);
    return ran;
  }

  private async start(
    folder: UpgradeFolder,
    prepared: PreparedRun,
    id: StepId,
    powershell: PowerShell,
    script?: string,
  ): Promise<Result<'ended'>> {
    this.log.info(`${prepared.request.step}: run ${prepared.request.run} with ${powershell.path}`);
    const task = await startTask(prepared, powershell, this.programFolder, script);
    if (!task.ok) {
      await this.end(folder, prepared, id);
      return task;
    }
    this.processes.set(id, task.value.processId);
    await this.wait(folder, prepared, id, task.value);
    return ok('ended');
  }

  private async wait(folder: UpgradeFolder, prepared: PreparedRun, id: StepId, task: StartedTask): Promise<void> {
    const exitCode = await task.ended;
    this.log.info(`${prepared.request.step}: run ${prepared.request.run} ended with ${String(exitCode)}`);
    // While a window is reloaded VS Code says "ended" of a process that goes on: it is not believed.
    if (exitCode === undefined && isAlive(task.processId)) return;
    await this.end(folder, prepared, id);
  }

  private async end(folder: UpgradeFolder, prepared: PreparedRun, id: StepId): Promise<void> {
    const { request } = prepared;
    if (request.whatIf) await this.keepTried(folder, prepared, id);
    else await endRun(folder, id, request.run);
    await this.session.refresh();
  }

  private async keepTried(folder: UpgradeFolder, prepared: PreparedRun, id: StepId): Promise<void> {
    this.tried.delete(id);
    const found = await whatIfEvidence(folder, prepared);
    if (found) this.tried.set(id, found);
  }

  /** Asked once, before a step of high impact, and about a farm.json that is open and not saved: VS Code would save it. */
  private async mayGoOn(id: StepId, whatIf: boolean): Promise<boolean> {
    const { view, folder } = this.session;
    const step = view.kind === 'open' ? stepNamed(view.progress, id)?.step : undefined;
    const unsaved = workspace.textDocuments.some(
      ({ isDirty, uri }) => isDirty && uri.fsPath === folder?.place.farmFile,
    );
    if (
      unsaved &&
      !(await this.ask.confirm(
        l10n.t('farm.json is not saved.'),
        l10n.t('Running a step saves it. The upgrade keeps the farm that it was opened with.'),
        l10n.t('Save and Run'),
      ))
    )
      return false;
    if (!step?.definition.highImpact || whatIf) return true;
    const outage = view.kind === 'open' ? outageQuestion({ ...view, budgetMinutes: outageBudget() }, id) : [];
    const question = [...outage, ...(outage.length > 0 ? [''] : []), plainText(step.definition.text.whatToDo)].join(
      '\n',
    );
    return this.ask.confirm(`${step.title} (${step.target})`, question, outage.length > 0 ? step.title : l10n.t('Run'));
  }
}

function isTrusted(): boolean {
  return workspace.isTrusted;
}

/** The PowerShell that this window uses: the setting, `pwsh`, Windows PowerShell. A value of the workspace is not taken. */
export function thisPowerShell(): Result<PowerShell> {
  const value = workspace.getConfiguration().inspect<string>(settingIds.powershellPath);
  if (value?.workspaceValue !== undefined || value?.workspaceFolderValue !== undefined)
    return refused([settingFromWorkspace()]);
  const setting = value?.globalValue ?? value?.defaultValue ?? '';
  return findPowerShell({ setting, env: process.env, platform: process.platform, isCommandLine: false });
}

/** How hosts are reached where farm.json does not say: the setting, else what the system has. */
export function defaultTransport(): Transport {
  const setting = workspace.getConfiguration().get<Transport | ''>(settingIds.remoteTransport);
  return setting === 'winrm' || setting === 'ssh' ? setting : process.platform === 'win32' ? 'winrm' : 'ssh';
}

/** How many hosts are read at once: what the setting says, within reason. */
export function readsAtOnce(): number {
  const setting = workspace.getConfiguration().get<number>(settingIds.remoteThrottle) ?? 4;
  return Math.min(Math.max(Math.trunc(setting), 1), 32);
}

/** Why nothing is run or recorded in a folder that is not trusted. */
export function notTrusted(): Finding {
  return {
    code: 'FolderNotTrusted',
    severity: 'error',
    message: l10n.t('This folder is not trusted, so nothing is run from it.'),
    remedy: l10n.t('Trust the folder with "Manage Workspace Trust", then run the step again.'),
  };
}

function settingFromWorkspace(): Finding {
  return {
    code: 'SettingFromWorkspace',
    severity: 'error',
    message: l10n.t('The folder itself names a PowerShell to start.'),
    remedy: l10n.t('Take mfaUpgrade.powershell.path out of the settings of this folder. It belongs into your own.'),
  };
}

function elevationNeedsWindows(): Finding {
  return {
    code: 'ElevationNeedsWindows',
    severity: 'error',
    message: l10n.t('Only Windows has elevated consoles, and this computer has another system.'),
    remedy: l10n.t('Use Run Step: on other hosts the step runs as an administrator of that host.'),
  };
}
