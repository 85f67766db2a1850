import { l10n } from 'vscode';
import type { StepId } from '../../core/plan/plan';
import type { Finding } from '../../core/report/finding';
import type { RecordBody } from '../../core/upgrade/record';
import { refusals, type Action } from '../../core/upgrade/refusals';
import type { StepProgress } from '../../core/upgrade/stepProgress';
import type { Result } from '../../core/report/result';
import type { OpenView } from '../../node/folderView';
import type { UpgradeFolder } from '../../node/upgradeFolder';
import { showFindings } from '../show';
import { stepFor, type Command, type Desk } from './command';

/** A command that a person gives in words: how it was seen, or why. */
export interface InWords {
  readonly id: Command['id'];
  /** Title of the list of steps, when no row was named. */
  readonly which: string;
  /** What is asked, once it is known that the answer can be taken. */
  readonly prompt: string;
  readonly fits: (at: StepProgress) => boolean;
  readonly action: (step: StepId, words: string, more: readonly StepId[]) => Action;
  readonly body: (step: StepId, words: string, view: OpenView, more: readonly StepId[]) => RecordBody;
  /** Other steps for which the same words are to count. */
  readonly alsoFor?: (desk: Desk, view: OpenView, at: StepProgress, words: string) => Promise<readonly StepId[]>;
  /** What follows a record that was written. @param before the view in front of it */
  readonly then?: (desk: Desk, before: OpenView) => Promise<void>;
  /** What has to be done before the record; findings keep it from being written. */
  readonly first?: (desk: Desk, folder: UpgradeFolder, view: OpenView, at: StepProgress) => Promise<readonly Finding[]>;
  /** Another way to take the words, where the step has one now; it gives undefined for words that are not meant for it. */
  readonly otherWay?: (folder: UpgradeFolder, view: OpenView, at: StepProgress) => Promise<OtherWay | undefined>;
}

type OtherWay = (words: string) => Promise<Result<unknown> | undefined>;

/** Makes the command: refuses before it asks, asks once, writes one record. Escape, or nothing said, changes nothing. */
export function inWords(what: InWords): Command {
  return { id: what.id, needsTrust: true, run: (desk, argument) => askAndRecord(what, desk, argument) };
}

/** Asks for words that are kept with a step; undefined = nothing is to be said. */
export function askWords({ ask }: Desk, title: string, prompt: string): Promise<string | undefined> {
  const problem = (text: string): string | undefined =>
    text === '' ? l10n.t('A few words are needed: they are kept with the step.') : undefined;
  return ask.text({ title, prompt, problem });
}

async function askAndRecord(what: InWords, desk: Desk, argument: unknown): Promise<void> {
  const id = await stepFor(desk, argument, what.which, what.fits);
  const { folder, view } = desk.session;
  const at = id !== undefined && view.kind === 'open' ? view.progress.steps.get(id) : undefined;
  if (id === undefined || !folder || view.kind !== 'open' || !at) return;
  const otherWay = await what.otherWay?.(folder, view, at);
  const against = otherWay ? [] : refusals(view.progress, what.action(id, l10n.t('not said yet'), []));
  if (against.length > 0) {
    showFindings(against);
    return;
  }
  const words = await askWords(desk, `${at.step.title} (${at.step.target})`, what.prompt);
  if (words === undefined) return;
  const findings = (await what.first?.(desk, folder, view, at)) ?? [];
  if (findings.length > 0) {
    showFindings(findings);
    return;
  }
  const more = (await what.alsoFor?.(desk, view, at, words)) ?? [];
  const outcome =
    (await otherWay?.(words)) ??
    (await folder.perform(what.action(id, words, more), (newest) => what.body(id, words, newest, more)));
  await desk.session.refresh();
  if (outcome.ok) await what.then?.(desk, view);
  else showFindings(outcome.findings);
}
