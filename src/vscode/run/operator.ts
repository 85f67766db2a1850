import type { Disposable, LogOutputChannel } from 'vscode';
import type { Finding } from '../../core/report/finding';
import type { StepProgress } from '../../core/upgrade/stepProgress';
import { Evening } from '../../node/evening';
import type { OpenView } from '../../node/folderView';
import { StepPlayer } from '../../node/stepPlayer';
import type { UpgradeFolder } from '../../node/upgradeFolder';
import { thisPowerShell } from './runner';

/** In a rehearsal nobody has consoles: when a person says that a manual step is done, the simulated operator does it first. */
export class Operator implements Disposable {
  private evening: Evening | undefined;

  constructor(
    private readonly programFolder: string,
    private readonly log: LogOutputChannel,
  ) {}

  dispose(): void {
    void this.evening?.close();
  }

  /** @returns why it could not be done; nothing in production, for a step with a function, and without PowerShell */
  async act(
    upgrade: UpgradeFolder,
    view: OpenView,
    { step, restartNeeded }: StepProgress,
  ): Promise<readonly Finding[]> {
    const powershell = thisPowerShell();
    const isPlayed = step.function === undefined || restartNeeded === true;
    if (view.progress.plan.mode !== 'rehearsal' || !isPlayed || !powershell.ok) return [];
    this.evening ??= new Evening(powershell.value, this.programFolder, (text) => {
      this.log.debug(text.trimEnd());
    });
    const made = await this.evening.ask({ hosts: upgrade.place.hosts, farm: view.farm, faults: [] });
    const findings = made.ok ? await new StepPlayer(upgrade, this.evening).act(view, step) : made.findings;
    if (findings.some(({ code }) => code === 'RehearsalProcessEnded')) this.evening = undefined; // the next try has a new one
    return findings;
  }
}
