import assert from 'node:assert/strict';
import { cpSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join, resolve } from 'node:path';
import type { UpgradeFolder } from '../../src/node/upgradeFolder';
import { aRehearsal, makeReady } from '../build/shipped';
import { SlowFarm } from '../build/unhappy';
import { openWindow, type CodeWindow } from './harness';
import { whole } from './whole';

const root = resolve(__dirname, '..', '..');
const sample = join(root, 'samples', 'contoso');
const powershell = process.env['MFA_UPGRADE_POWERSHELL'] ?? '';
const title = 'Back up the data file';
const settings = { 'mfaUpgrade.powershell.path': powershell };

/** The walk when it goes wrong: interrupted, repeated, refused; and what settles it. */
describe('a run that goes wrong', () => {
  let home: string;
  let folder: string;
  let upgrade: UpgradeFolder;
  let farm: SlowFarm;
  let code: CodeWindow | undefined;

  /** VS Code on a rehearsal in which the backup is the next step. */
  const open = async (): Promise<CodeWindow> => {
    await makeReady(upgrade, 'back-up-data-file');
    code = await openWindow({ folder, settings });
    await code.openView();
    await code.expand('MFA Servers');
    await code.row(title).waitFor();
    return code;
  };
  const done = /Back up the data file\s*\d\d:\d\d/;
  const newest = async (): Promise<number> => {
    const view = await upgrade.read();
    return view.kind === 'open' ? view.journal.records.length : 0;
  };

  beforeEach(async () => {
    home = mkdtempSync(join(tmpdir(), 'mfa-unhappy-'));
    folder = join(home, 'contoso');
    cpSync(sample, folder, { recursive: true });
    upgrade = await aRehearsal(folder);
    farm = new SlowFarm(upgrade, powershell);
  });

  afterEach(async function () {
    if (this.currentTest?.state === 'failed') await code?.keepFailure('unhappy');
    await code?.close();
    code = undefined;
    rmSync(home, { recursive: true, force: true, maxRetries: 5 });
  });

  it('is unknown after Ctrl+C, and Find Out tells the truth', async () => {
    farm.lay();
    farm.makeLarge();
    const window = await open();
    await window.rowButton(title, 'Run Step');
    await window.terminalShows('bytes');
    await window.page.locator('.terminal-wrapper.active .xterm-helper-textarea').focus();
    await window.page.keyboard.press('Control+C');
    await window.row(/Back up the data file.*ended without a result/).waitFor({ timeout: 60_000 });
    assert.equal(await window.isTicked(title), false);
    await window.screenshot('u1-unknown');
    await window.rowButton(title, 'Find Out');
    await window.row(/Back up the data file.*failed/).waitFor({ timeout: 60_000 });
    assert.equal(await window.isTicked(title), false);
    await window.screenshot('u2-found-out');
  });

  it('is not done again by Rerun Last Task, which says why', async () => {
    const window = await open();
    await window.rowButton(title, 'Run Step');
    await window.row(done).waitFor({ timeout: 60_000 });
    const before = await newest();
    await window.command('Tasks: Rerun Last Task');
    await window.terminalShows('Refused, nothing was changed');
    await window.screenshot('u3-rerun');
    assert.equal(await newest(), before);
  });

  it('fails where the destination is a file, says what to do, and ticks nothing', async () => {
    const value = 'C:\\Backup';
    const decided = await upgrade.perform({ kind: 'decide', key: 'backupFolder', value }, () => ({
      type: 'decided',
      key: 'backupFolder',
      value,
    }));
    assert.ok(decided.ok, JSON.stringify(decided.findings));
    farm.lay();
    writeFileSync(join(farm.drive, 'Backup'), 'a file');
    const window = await open();
    await window.rowButton(title, 'Run Step');
    await window.row(/Back up the data file.*is a file/).waitFor({ timeout: 60_000 });
    assert.equal(await window.isTicked(title), false);
    await window.screenshot('u4-destination-is-a-file');
  });

  /** Starts the backup and leaves it in the middle. */
  const inTheMiddle = async (): Promise<CodeWindow> => {
    farm.lay();
    farm.makeLarge();
    const window = await open();
    await window.rowButton(title, 'Run Step');
    await window.terminalShows('bytes');
    return window;
  };

  /** What the row comes to, by itself or by Find Out, is what lies on the host. */
  const settles = async (window: CodeWindow, picture: string): Promise<void> => {
    const unknown = window.row(/Back up the data file.*ended without a result/);
    await unknown.or(window.row(done)).first().waitFor({ timeout: 60_000 });
    await window.screenshot(picture);
    if (await unknown.isVisible()) {
      assert.equal(await window.isTicked(title), false);
      await window.rowButton(title, 'Find Out');
      await window
        .row(/Back up the data file.*failed/)
        .or(window.row(done))
        .first()
        .waitFor({ timeout: 60_000 });
    }
    assert.equal(await window.isTicked(title), farm.hasWholeCopy());
    const view = await upgrade.read();
    const records = view.kind === 'open' ? view.journal.records : [];
    const saidDone = records.some((record) => record.type === 'ended' && record.outcome === 'done');
    assert.ok(!saidDone || farm.hasWholeCopy());
  };

  whole('settles to the truth when the server is killed in the middle and started again', async () => {
    const window = await inTheMiddle();
    await window.row(/Back up the data file.*running since \d\d:\d\d · last line \d\d:\d\d/).waitFor();
    await window.killServer();
    await window.startAgain();
    await window.openView();
    await window.expand('MFA Servers');
    await settles(window, 'u6-server-killed');
  });

  it('settles to the truth when only the extension host is killed, and its late result is taken in', async () => {
    const window = await inTheMiddle();
    window.killBelow('--type=extensionHost');
    await window.reload();
    await window.openView();
    await window.expand('MFA Servers');
    await settles(window, 'u7-extension-host-killed');
  });

  whole('is unknown when its shell is killed, and Find Out tells the truth', async () => {
    const window = await inTheMiddle();
    process.kill(farm.runProcess(), 'SIGKILL');
    await settles(window, 'u8-shell-killed');
    assert.equal(await window.isTicked(title), false);
  });

  whole('is unknown when its terminal is closed by the bin, and Find Out tells the truth', async () => {
    const window = await inTheMiddle();
    await window.command('Terminal: Kill the Active Terminal Instance');
    await settles(window, 'u9-terminal-closed');
  });

  whole('is seen live in a second window, which cannot start it again', async () => {
    farm.lay();
    farm.makeLarge();
    const window = await open();
    const second = await window.openSecond();
    await second.openView();
    await second.expand('MFA Servers');
    await window.rowButton(title, 'Run Step');
    await second.row(/Back up the data file.*running since/).waitFor({ timeout: 60_000 });
    await second.screenshot('u5-second-window');
    await second.rowMenu(title, 'Run Step');
    await second.toast(/is running/).waitFor();
    await second.row(done).waitFor({ timeout: 60_000 });
    await window.row(done).waitFor({ timeout: 60_000 });
    const view = await upgrade.read();
    assert.equal(view.kind === 'open' && view.journal.records.filter(({ type }) => type === 'ended').length, 1);
  });
});
