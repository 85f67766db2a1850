import { basename } from 'node:path';
import { l10n, window, workspace } from 'vscode';
import type { PlanStep } from '../../core/plan/plan';
import { visible } from '../../core/report/visible';
import type { Ask } from '../ask';
import { configPairs, type ConfigPair } from '../compare/pairs';
import type { Subject } from '../compare/shownPair';
import { newestRecordOf } from '../compare/stepBeside';
import { fetchedSubject } from '../compare/stepSubject';
import { commandIds } from '../ids';
import { showFindings } from '../show';
import type { Command, Desk } from './command';
import { isPublished } from './publish';

/**
 * *Compare Configuration*: the files of a step as they are on its host, a pair of the open folder, or any two files. Only reads, so
 * that it needs no trust; what goes to a host asks for it there.
 */
export const compareConfiguration: Command = {
  id: commandIds.compareConfiguration,
  needsTrust: false,
  async run(desk, argument) {
    const steps = publishedSteps(desk);
    const named = steps.find(({ id }) => id === argument);
    const chosen = named ?? (await chosenPair(desk.ask, steps));
    const subject = chosen && 'id' in chosen ? await filesOfStep(desk, chosen) : chosen && ownFiles(chosen);
    if (subject) await desk.comparison.show(subject);
  },
};

const otherFiles = 'other';

/** The steps whose files can be fetched now. */
function publishedSteps({ session: { view } }: Desk): readonly PlanStep[] {
  const all = view.kind === 'open' ? [...view.progress.steps.values()] : [];
  return all
    .filter(({ state, step }) => isPublished(step) && (state === 'ready' || state === 'failed'))
    .map(({ step }) => step);
}

/** Fetches the files of a step, and says where they came from. */
async function filesOfStep(desk: Desk, step: PlanStep): Promise<Subject | undefined> {
  const { view } = desk.session;
  const fetchedAfter = view.kind === 'open' ? newestRecordOf(view, step.id) : 0;
  const fetched = await desk.runner.collect(step.id);
  if (!fetched.ok) {
    showFindings(fetched.findings);
    return undefined;
  }
  return fetchedSubject(step, fetched.value, fetchedAfter);
}

function ownFiles(pair: ConfigPair): Subject {
  return { pair, shown: { old: workspace.asRelativePath(pair.old), new: workspace.asRelativePath(pair.new) } };
}

async function chosenPair(ask: Ask, steps: readonly PlanStep[]): Promise<ConfigPair | PlanStep | undefined> {
  const folder = workspace.workspaceFolders?.find(({ uri }) => uri.scheme === 'file')?.uri.fsPath;
  const pairs = folder === undefined ? [] : await configPairs(folder);
  const answer = await ask.choice(l10n.t('Compare which configuration?'), [
    ...steps.map(({ id, title, target }) => ({ label: title, description: visible(target), value: id })),
    ...pairs.map(({ name }, n) => ({ label: name, value: String(n) })),
    { label: l10n.t('Two other files…'), value: otherFiles },
  ]);
  const step = steps.find(({ id }) => id === answer);
  return step ?? (answer === otherFiles ? twoFiles() : pairs[Number(answer ?? Number.NaN)]);
}

async function twoFiles(): Promise<ConfigPair | undefined> {
  const old = await oneFile(l10n.t('The old file, from before the upgrade'));
  const fresh = old === undefined ? undefined : await oneFile(l10n.t('The new file, as it was installed'));
  return old === undefined || fresh === undefined ? undefined : { name: basename(fresh), old, new: fresh };
}

async function oneFile(title: string): Promise<string | undefined> {
  const chosen = await window.showOpenDialog({ title, openLabel: l10n.t('Choose'), canSelectMany: false });
  return chosen?.[0]?.fsPath;
}
