import { commands, l10n, ProgressLocation, Uri, window, type CancellationToken, type Progress } from 'vscode';
import { decisionsToRehearse } from '../../core/rehearsal/decided';
import type { Plan, PlanStep } from '../../core/plan/plan';
import { ok, refused, type Result } from '../../core/report/result';
import { planOfFarm, readFarmFile } from '../../node/farmFile';
import { placeOf } from '../../node/place';
import { rehearse, type Rehearsed } from '../../node/rehearsal';
import { rehearsalFolder, type RehearsalFolder } from '../../node/rehearsalFolder';
import type { PowerShell } from '../../node/powershell';
import type { UpgradeFolder } from '../../node/upgradeFolder';
import { commandIds } from '../ids';
import { thisPowerShell } from '../run/runner';
import { showFindings } from '../show';
import { shownText } from '../shownText';
import type { Command, Desk } from './command';

/** Of a rehearsal, what it is made from: the decisions are those that this upgrade has taken so far. */
interface Asked {
  readonly plan: Plan;
  readonly decided: ReadonlyMap<string, string>;
  readonly powershell: PowerShell;
}

/** *Rehearse This Upgrade*: plays all of it on a simulated farm beside farm.json, and shows the report. Cancel ends it after the present step. */
export const rehearseCommand: Command = {
  id: commandIds.rehearse,
  needsTrust: true,
  async run(desk) {
    const { folder } = desk.session;
    if (!folder) return;
    const rehearsed = await desk.runner.onlyOnce(() => rehearseHere(desk, folder));
    await desk.session.refresh();
    if (!rehearsed.ok) showFindings(rehearsed.findings);
    else if (rehearsed.value !== 'declined') await tell(rehearsed.value);
  },
};

async function rehearseHere(desk: Desk, folder: UpgradeFolder): Promise<Result<Rehearsed | 'declined'>> {
  const asked = await askedOf(desk, folder);
  if (!asked.ok) return asked;
  const found = await folderFor(desk, folder, asked.value.plan);
  if (!found.ok) return found;
  if (found.value === 'declined') return ok('declined');
  await desk.session.refresh(); // where one was put aside, this window forgets it
  const { upgrade } = found.value;
  const title = l10n.t('Rehearsing {0}', shownText(asked.value.plan.farm.name));
  return window.withProgress({ location: ProgressLocation.Notification, cancellable: true, title }, (progress, token) =>
    play(desk, upgrade, asked.value, progress, token),
  );
}

async function askedOf({ session }: Desk, { place, world }: UpgradeFolder): Promise<Result<Asked>> {
  const powershell = thisPowerShell();
  if (!powershell.ok) return powershell;
  const farm = await readFarmFile(place.farmFile);
  if (!farm.ok) return farm;
  const { view } = session;
  const decided =
    view.kind === 'open' ? decisionsToRehearse(farm.value.farm, view.progress) : new Map<string, string>();
  const plan = planOfFarm(farm.value, decided, world.runbooks, 'rehearsal');
  return plan.ok ? ok({ plan: plan.value, decided, powershell: powershell.value }) : plan;
}

/** One that is not finished goes on; one of another farm or other decisions is put aside when the person says so. */
async function folderFor(
  { ask }: Desk,
  { place, world }: UpgradeFolder,
  plan: Plan,
): Promise<Result<RehearsalFolder | 'declined'>> {
  const rehearsalPlace = placeOf(place.folder, 'rehearsal');
  const found = await rehearsalFolder(rehearsalPlace, plan, world);
  if (found.ok || found.findings[0]?.code !== 'RehearsalOther') return found;
  const begins = await ask.confirm(
    l10n.t('A rehearsal that is not finished lies here, of another farm or with other decisions.'),
    l10n.t('It is kept under another name when a new one begins.'),
    l10n.t('Begin Anew'),
  );
  return begins ? rehearsalFolder(rehearsalPlace, plan, world, 'putAside') : ok('declined');
}

async function play(
  { programFolder, log }: Desk,
  upgrade: UpgradeFolder,
  { decided, powershell }: Asked,
  progress: Progress<{ message?: string; increment?: number }>,
  token: CancellationToken,
): Promise<Result<Rehearsed>> {
  let shown = 0;
  let present: PlanStep | undefined;
  const rehearsed = await rehearse({
    upgrade,
    powershell,
    programFolder,
    decided,
    faults: [],
    print: (text) => {
      log.info(text.trimEnd());
    },
    onBegin: (step, n, of) => {
      present = step;
      const at = (100 * (n - 1)) / of;
      const message = l10n.t('{0} of {1}: {2} ({3})', n, of, step.title, shownText(step.target));
      progress.report({ message, increment: at - shown });
      shown = at;
    },
    isStopped: () => token.isCancellationRequested,
  });
  if (rehearsed.ok || !present) return rehearsed;
  const where = endedAt(present);
  return refused(rehearsed.findings.map((finding) => ({ ...finding, message: `${where} ${finding.message}` })));
}

function endedAt({ title, target }: Pick<PlanStep, 'title' | 'target'>): string {
  return l10n.t('The rehearsal ended at {0} ({1}).', title, shownText(target));
}

/** The report says everything; a message only says what a person has to do next. */
async function tell({ outcome: { stopped }, report }: Rehearsed): Promise<void> {
  if (report === undefined) {
    void window.showInformationMessage(l10n.t('The rehearsal was stopped. Rehearse again to go on with it.'));
    return;
  }
  await commands.executeCommand('markdown.showPreview', Uri.file(report));
  if (!stopped) return;
  const [first] = stopped.findings;
  const why = first ? ` ${shownText(first.message)} ${shownText(first.remedy)}` : '';
  void window.showErrorMessage(`${endedAt(stopped)}${why}`);
}
