import assert from 'node:assert/strict';
import { appendFileSync, mkdirSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { Locator } from 'playwright-core';
import type { UpgradeFolder } from '../../src/node/upgradeFolder';
import { partOfContoso } from '../build/contoso';
import { playUntil } from '../build/played';
import { opened } from '../build/runs';
import { aRehearsal, makeReady } from '../build/shipped';
import { openWindow, type CodeWindow } from './harness';
import { isWhole, whole } from './whole';

const powershell = process.env['MFA_UPGRADE_POWERSHELL'] ?? '';
const host = 'web01.contoso.example';
const step = 'Compare and merge web.config';

/** What the merged file has otherwise than the installed one, written down here: no merge of ours is asked. */
const carried = [
  ['"USE_WEB_SERVICE_SDK" value="false"', '"USE_WEB_SERVICE_SDK" value="true"'],
  ['AUTHENTICATION_USERNAME" value=""', 'AUTHENTICATION_USERNAME" value="CONTOSO\\PFWSDK_MFA01"'],
  ['AUTHENTICATION_PASSWORD" value=""', 'AUTHENTICATION_PASSWORD" value="FIXTURE_no_secret&amp;1"'],
  ['https://www.contoso.com/', 'https://mfa01.contoso.example/'],
  ['value="enabled"/>', 'value="enabled"/>\n    <add key="SSL_REQUIRED" value="false" />'],
] as const;

function merged(installed: string): string {
  return carried.reduce((text, [old, fresh]) => {
    assert.equal(text.split(old).length, 2, old);
    return text.split(old).join(fresh);
  }, installed);
}

/** The one file that must not be lost: web.config of the portal, from its host to the page and back. */
describe('the config file of a portal', () => {
  let home: string;
  let upgrade: UpgradeFolder;
  let code: CodeWindow;
  let live: string;
  let installed: string;

  before(async function () {
    this.timeout(180_000);
    home = mkdtempSync(join(tmpdir(), 'mfa-publish-'));
    const portal = { name: host, userPortal: { virtualDirectory: 'MultiFactorAuth' } };
    const folder = partOfContoso(home, ({ hosts }) => ({ hosts: [...hosts.slice(0, 1), portal] }));
    live = join(folder, '.mfa-upgrade/rehearsal/hosts', host, 'files/C/inetpub/wwwroot/MultiFactorAuth/web.config');
    upgrade = await aRehearsal(folder);
    if (!isWhole) await makeReady(upgrade, 'back-up-portal'); // what the portal's own files do not need is not played
    await playUntil(upgrade, powershell, 'merge-portal-config');
    installed = readFileSync(live, 'utf8');
    code = await openWindow({
      folder,
      size: { width: 1280, height: 1500 },
      settings: { 'mfaUpgrade.powershell.path': powershell },
    });
    await code.openView();
    await code.row(step).waitFor();
  });

  after(async () => {
    await code.close();
    rmSync(home, { recursive: true, force: true, maxRetries: 5 });
  });

  afterEach(async function () {
    if (this.currentTest?.state === 'failed') await code.keepFailure('publish');
  });

  const verdict = (words: string | RegExp): Locator => code.webview.getByRole('heading', { level: 1, name: words });
  const button = (label: string): Locator => code.webview.locator('footer').getByText(label, { exact: true });
  const stateOf = async (name: string): Promise<string | undefined> =>
    [...opened(await upgrade.read()).progress.steps.values()].find((at) => at.step.step === name)?.state;
  /** The page as it is now can be read: in every theme in the long form. */
  const looks = async (name: string): Promise<void> => {
    for (const theme of isWhole ? (['light', 'high contrast', 'dark'] as const) : (['dark'] as const)) {
      if (isWhole) {
        await code.theme(theme);
        await code.webview.locator(`body.vscode-${theme.replace(' ', '-')}`).waitFor();
      }
      assert.deepEqual(await code.accessibilityFaults(), [], `${name}, ${theme}`);
      assert.deepEqual(await code.cutElements(), [], `${name}, ${theme}`);
      await code.screenshot(`publish-${name}-${theme.replace(' ', '-')}`);
    }
  };
  const publish = async (): Promise<void> => {
    await button('Publish…').click();
    await code.answerDialog('Publish');
  };
  const choose = async (): Promise<void> => {
    await code.webview.getByRole('group', { name: 'FIXTURE_HELP_TEXT' }).getByLabel('new value').click();
    await code.webview.getByRole('button', { name: 'Confirm: SSL_REQUIRED' }).click();
    await verdict('Carry over 5 values.').waitFor();
  };

  it('is fetched from its host and compared, and says where both came from', async () => {
    await code.rowButton(step, 'Compare Configuration');
    await verdict('Carry over 5 values, 1 decision open.').waitFor({ timeout: 60_000 });
    await code.webview
      .getByText(/^User Portal · web01\.contoso\.example · fetched \d{4}-\d\d-\d\d \d\d:\d\d$/)
      .waitFor();
    await code.webview.getByText('appSettings · line 11 → 11').first().waitFor();
    await button('Publish…').waitFor({ state: 'detached' });
    await looks('compared');
  });

  it('is decided upon', async () => {
    await choose();
    if (!isWhole) return;
    await looks('chosen');
    await code.webview.locator('footer').scrollIntoViewIfNeeded();
    await looks('preview');
  });

  whole('is not put over a file that somebody changed meanwhile', async () => {
    appendFileSync(live, ' ');
    await publish();
    await verdict('Not published. The reason stands below.').waitFor({ timeout: 60_000 });
    await code.webview.getByText('The file has changed since it was compared, and nothing was changed: ').waitFor();
    await code.toast('The file has changed since it was compared').waitFor();
    assert.equal(readFileSync(live, 'utf8'), `${installed} `);
    assert.equal(await stateOf('merge-portal-config'), 'ready');
    await looks('refused');
    writeFileSync(live, installed);
    await button('Compare Again').click();
    await verdict('Carry over 5 values, 1 decision open.').waitFor({ timeout: 60_000 });
    await choose();
  });

  it('is published as it was decided, byte for byte', async () => {
    await publish();
    await verdict('Published: the new file with 5 old values.').waitFor({ timeout: 60_000 });
    assert.equal(readFileSync(live, 'utf8'), merged(installed));
    assert.equal(await stateOf('merge-portal-config'), 'done');
    await looks('published');
  });

  whole('says what was published after a reload too', async () => {
    await code.page.waitForTimeout(6_000); // VS Code keeps which editors are open every few seconds
    await code.reload();
    await code.openView();
    await verdict('Published: the new file with 5 old values.').waitFor();
    await looks('reloaded');
  });

  whole('lets the portal pass its test', async () => {
    await code.rowButton('Test the User Portal', 'Run Step');
    await code.row(/User Portal and Mobile App Web Service.*6 of 6/).waitFor({ timeout: 60_000 });
    assert.equal(await stateOf('test-portal'), 'done');
    await looks('tested');
  });

  it('goes back byte for byte, and what was tested is to be tested again', async () => {
    await button('Undo…').click();
    await code.answerDialog('Undo');
    await verdict('Taken back: the file that was there before is there again.').waitFor({ timeout: 60_000 });
    assert.equal(readFileSync(live, 'utf8'), installed);
    assert.equal(await stateOf('merge-portal-config'), 'ready');
    assert.equal(await stateOf('test-portal'), 'blocked');
    await looks('undone');
  });

  whole('says of a file that nobody can read why it is not compared, and what to do', async () => {
    const torn = join(home, 'contoso', 'configs', 'portal');
    for (const side of ['old', 'new']) mkdirSync(join(torn, side), { recursive: true });
    writeFileSync(join(torn, 'old', 'web.config'), installed);
    writeFileSync(join(torn, 'new', 'web.config'), '<configuration><appSettings></configuration>');
    await code.command('Compare Configuration');
    await code.pick('portal: web.config');
    await verdict(/^Not compared: /).waitFor();
    await looks('torn');
  });
});
