import assert from 'node:assert/strict';
import { mkdirSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join, resolve } from 'node:path';
import type { UpgradeFolder } from '../../src/node/upgradeFolder';
import { playUntil } from '../build/played';
import { opened } from '../build/runs';
import { aRehearsal } from '../build/shipped';
import { openWindow, type CodeWindow } from './harness';
import { isWhole } from './whole';

const powershell = process.env['MFA_UPGRADE_POWERSHELL'] ?? '';
const clock = /EMEA without MFA \d\d:\d\d/;

interface Farm {
  readonly hosts: readonly object[];
  readonly adfsFarms: readonly { readonly name: string }[];
}

/** The hour in which everybody can be locked out or let in: AD FS farm EMEA of contoso, with one server in front of it. */
describe('the outage of an AD FS farm', () => {
  let home: string;
  let upgrade: UpgradeFolder;
  let code: CodeWindow;

  before(async function () {
    this.timeout(180_000);
    home = mkdtempSync(join(tmpdir(), 'mfa-adfs-'));
    const folder = join(home, 'contoso');
    mkdirSync(folder);
    const sample = resolve(__dirname, '..', '..', 'samples', 'contoso', 'farm.json');
    const { hosts, adfsFarms } = JSON.parse(readFileSync(sample, 'utf8')) as Farm;
    const emea = adfsFarms.filter(({ name }) => name === 'EMEA');
    const farm = { name: 'Contoso', targetVersion: '8.0.1.1', hosts: hosts.slice(0, 1), adfsFarms: emea };
    writeFileSync(join(folder, 'farm.json'), JSON.stringify(farm));
    writeFileSync(join(folder, '.mfa-upgrade-sample'), ''); // it is rehearsed only
    upgrade = await aRehearsal(folder);
    await playUntil(upgrade, powershell, isWhole ? 'export-adapter-config' : 'switch-old-adapter-off');
    code = await openWindow({
      folder,
      size: { width: 1280, height: 1500 }, // a row that is scrolled out of sight is not there
      settings: { 'mfaUpgrade.powershell.path': powershell },
    });
    await code.openView();
    await code.row('Switch the old adapter off').waitFor();
  });

  after(async () => {
    await code.close();
    rmSync(home, { recursive: true, force: true, maxRetries: 5 });
  });

  afterEach(async function () {
    if (this.currentTest?.state === 'failed') await code.keepFailure('adfs');
  });

  const stateOf = async (step: string): Promise<string | undefined> => {
    const { progress } = opened(await upgrade.read());
    return [...progress.steps.values()].find((at) => at.step.step === step)?.state;
  };
  const outages = async (): Promise<number> =>
    opened(await upgrade.read()).progress.outages.filter(({ to }) => to === undefined).length;

  it('is asked for once: for whom, for how long, how to come back, and what may wait at its end', async () => {
    await code.rowButton('Switch the old adapter off', 'Run Step');
    const question = code.dialog;
    await question.getByText('Everybody who signs in through EMEA').waitFor();
    await question.getByText('Since 2024-09-30 MFA Server may no longer answer').waitFor();
    await code.screenshot('adfs-question');
    await code.answerDialog(/^Switch the old adapter off/);
    await code.statusBar(clock).waitFor({ timeout: 60_000 });
    await code.row(/Switch the old adapter off(?!.*running).*\d\d:\d\d/).waitFor({ timeout: 60_000 });
    assert.equal(await stateOf('switch-old-adapter-off'), 'done');
  });

  it('keeps its clock on the status bar, in every theme and after a reload', async () => {
    for (const theme of ['dark', 'light', 'high contrast'] as const) {
      await code.theme(theme);
      await code.statusBar(clock).waitFor();
      await code.screenshot(`adfs-outage-${theme.replace(' ', '-')}`);
    }
    await code.theme('dark');
    await code.reload();
    await code.openView();
    await code.statusBar(clock).waitFor();
    await code.statusBar(clock).click();
    await code.webview.getByRole('heading', { name: 'Switch the old adapter off', level: 1 }).waitFor();
    await code.webview.getByText(/EMEA is without MFA since/).waitFor();
    await code.screenshot('adfs-ledger');
  });

  it('ends with the way back, which is run and looked at like a step', async () => {
    await code.rowMenu('Switch the old adapter off', 'Undo');
    await code.answerDialog(/^Undo/);
    await code.statusBar(clock).waitFor({ state: 'detached', timeout: 60_000 });
    assert.equal(await stateOf('switch-old-adapter-off'), 'ready');
    assert.equal(await outages(), 0);
    await code.screenshot('adfs-back');
  });

  if (isWhole)
    it('ends when the new adapter is on and its test has passed', async function () {
      this.timeout(240_000);
      await playUntil(upgrade, powershell, 'switch-new-adapter-on');
      await code.statusBar(clock).waitFor();
      await code.rowButton('Switch the new adapter on', 'Run Step');
      await code.answerDialog(/^Run/);
      await code.row(/Switch the new adapter on(?!.*running).*\d\d:\d\d/).waitFor({ timeout: 60_000 });
      assert.equal(await outages(), 1, 'the test is still to come');
      await code.rowButton('Test the adapter', 'Run Step');
      await code.statusBar(clock).waitFor({ state: 'detached', timeout: 60_000 });
      assert.equal(await outages(), 0);
      await code.screenshot('adfs-over');
    });
});
