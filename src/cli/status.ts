import type { Finding } from '../core/report/finding';
import { visible, visibleSentence } from '../core/report/visible';
import { deviations, type Deviation } from '../core/upgrade/deviations';
import { dutyWords } from '../core/upgrade/dutyWords';
import type { Outage } from '../core/upgrade/outages';
import { wentWrong, type StepProgress } from '../core/upgrade/stepProgress';
import { statusView, type StatusView } from '../core/upgrade/statusView';
import { takesRecords } from '../node/folderView';
import { placeOfDirectory } from '../node/place';
import type { JournalState } from '../node/recordStore';
import { UpgradeFolder, type World } from '../node/upgradeFolder';
import { notPossible, type Answer } from './answer';

/** `status DIR`: where an upgrade stands, from its records alone. Exit 1 when a step failed or is unknown, or the journal is damaged. */
export async function statusVerb(directory: string, world: World): Promise<Answer> {
  const place = await placeOfDirectory(directory);
  const view = place && (await new UpgradeFolder(place, world).readSettled());
  if (view?.kind === 'refused') return { ...notPossible(view.findings), exitCode: isDamaged(view.journal) ? 1 : 2 };
  if (view?.kind !== 'open' || !view.progress.upgrade) return notPossible([noUpgrade(directory)]);
  const status = statusView(view.progress, view.findings);
  const back = [...view.progress.undo.values()].filter((at) => at.state === 'running' || wentWrong(at));
  const troubled = [...view.progress.steps.values(), ...back].filter(wentWrong);
  return {
    exitCode: troubled.length > 0 || !view.canWrite ? 1 : 0,
    json: { ...status },
    lines: [
      headline(status),
      ...deviations(view.progress).map(deviationLine),
      ...view.progress.duties.map((duty) => `open        ${dutyWords(duty, view.progress)}`),
      ...view.progress.outages.map(outageLine),
      ...[...back, ...view.progress.steps.values()].flatMap(stepLines),
    ],
    findings: view.findings,
  };
}

/** There is an upgrade, and its journal takes no record; one that cannot be read at all is unreadable input. */
export function isDamaged(journal: JournalState): boolean {
  return !takesRecords(journal) && journal.findings.every(({ code }) => code !== 'JournalUnreadable');
}

function headline({ mode, farm, runbook, duties }: StatusView): string {
  const open =
    duties.length === 0 ? 'no open duty' : duties.length === 1 ? '1 open duty' : `${String(duties.length)} open duties`;
  return `${mode === 'rehearsal' ? 'REHEARSAL · ' : ''}${farm} · ${runbook} · ${open}`;
}

function deviationLine({ kind, title, target, reason, by }: Deviation): string {
  const words = kind === 'takenBack' ? 'taken back' : kind;
  return `${words.padEnd(10)}  ${title} (${target}): ${visible(reason)}, by ${visible(by.user)}`;
}

function outageLine({ adfsFarm, from, to }: Outage): string {
  return `without MFA ${visible(adfsFarm)} ${to === undefined ? `since ${from}` : `from ${from} to ${to}`}`;
}

/** A step in one line; what went wrong with it below. */
function stepLines(at: StepProgress): readonly string[] {
  const { state, step, findings } = at;
  const wrong = findings.map(({ message, remedy, code }) => visibleSentence(`${message} ${remedy} [${code}]`));
  return [
    `${state.padEnd(10)}  ${step.title} (${step.target})  ${step.id}`,
    ...(wentWrong(at) ? wrong : []).map((line) => `${' '.repeat(12)}${line}`),
  ];
}

/** A directory that holds no upgrade. */
export function noUpgrade(directory: string): Finding {
  return {
    code: 'NoUpgrade',
    severity: 'error',
    message: 'There is no upgrade in this folder.',
    remedy: 'Give a folder that holds .mfa-upgrade, or such a folder itself.',
    file: directory,
  };
}
