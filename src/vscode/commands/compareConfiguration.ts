import { basename } from 'node:path';
import { l10n, window, workspace } from 'vscode';
import { compareFiles } from '../../node/compareFiles';
import type { Ask } from '../ask';
import { comparePageState } from '../compare/comparePageState';
import { configPairs, type ConfigPair } from '../compare/pairs';
import { commandIds } from '../ids';
import type { Command } from './command';

/** *Compare Configuration*: a pair of the open folder, or any two files. Only reads, so that it needs no trust. */
export const compareConfiguration: Command = {
  id: commandIds.compareConfiguration,
  needsTrust: false,
  async run(desk) {
    const pair = await chosenPair(desk.ask);
    if (!pair) return;
    const shown = { old: workspace.asRelativePath(pair.old), new: workspace.asRelativePath(pair.new) };
    desk.showComparison(comparePageState({ pair, shown }, await compareFiles(pair.old, pair.new)));
  },
};

const otherFiles = 'other';

async function chosenPair(ask: Ask): Promise<ConfigPair | undefined> {
  const folder = workspace.workspaceFolders?.find(({ uri }) => uri.scheme === 'file')?.uri.fsPath;
  const pairs = folder === undefined ? [] : await configPairs(folder);
  const answer = await ask.choice(l10n.t('Compare which configuration?'), [
    ...pairs.map(({ name }, n) => ({ label: name, value: String(n) })),
    { label: l10n.t('Two other files…'), value: otherFiles },
  ]);
  return answer === otherFiles ? twoFiles() : pairs[Number(answer ?? Number.NaN)];
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
