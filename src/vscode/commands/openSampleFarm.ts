import { copyFile, cp, mkdir, readdir } from 'node:fs/promises';
import { homedir } from 'node:os';
import { isAbsolute, join } from 'node:path';
import { commands, l10n, Uri, window } from 'vscode';
import { sampleMarker } from '../../node/place';
import { commandIds } from '../ids';
import type { Command } from './command';

/** *Open Sample Farm*: copies a sample into a new folder and opens it. Samples are for rehearsal only. */
export const openSampleFarm: Command = {
  id: commandIds.openSampleFarm,
  needsTrust: false,
  async run({ ask, context }) {
    const samples = join(context.extensionPath, 'samples');
    const names = (await readdir(samples, { withFileTypes: true }))
      .filter((entry) => entry.isDirectory())
      .map(({ name }) => name);
    const name = await ask.choice(
      l10n.t('Which sample farm?'),
      names.map((value) => ({ label: value, value })),
    );
    if (name === undefined) return;
    const target = await ask.text({
      title: l10n.t('Open Sample Farm'),
      prompt: l10n.t('A new folder for the sample'),
      value: join(homedir(), `mfa-upgrade-${name}`),
      problem: (path) => (isAbsolute(path) ? undefined : l10n.t('Write the full path of a new folder.')),
    });
    if (target === undefined) return;
    if (await copySample(join(samples, name), target))
      await commands.executeCommand('vscode.openFolder', Uri.file(target));
    else void window.showErrorMessage(l10n.t('{0} is there and not empty. Give the path of a new folder.', target));
  },
};

/** What a sample consists of. A folder that already holds something is left alone; one that holds this sample is opened again. */
async function copySample(from: string, to: string): Promise<boolean> {
  await mkdir(to, { recursive: true });
  const present = await readdir(to);
  if (present.includes(sampleMarker)) return true;
  if (present.length > 0) return false;
  await copyFile(join(from, 'farm.json'), join(to, 'farm.json'));
  await cp(join(from, 'configs'), join(to, 'configs'), { recursive: true });
  await copyFile(join(from, sampleMarker), join(to, sampleMarker)); // last: the folder counts as a sample when it is whole
  return true;
}
