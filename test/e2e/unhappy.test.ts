import assert from 'node:assert/strict';
import { execFileSync } from 'node:child_process';
import { cpSync, mkdtempSync, readdirSync, rmSync, truncateSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join, resolve } from 'node:path';
import type { UpgradeFolder } from '../../src/node/upgradeFolder';
import { aRehearsal, makeReady } from '../build/shipped';
import { openWindow, type CodeWindow } from './harness';

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
  const host = (): string => join(upgrade.place.hosts, 'mfa01.contoso.example');
  /** Makes the simulated farm, as the first run would. */
  const layFarm = (): void => {
    const make = `Import-Module '${root}/powershell/MfaServerRehearsal/MfaServerRehearsal.psd1'; New-MfaRehearsalFarm -Farm (Get-Content -Raw '${folder}/farm.json' | ConvertFrom-Json) -Destination '${upgrade.place.hosts}'`;
    execFileSync(powershell, ['-NoProfile', '-NonInteractive', '-Command', make]);
  };
  const dataFile = (): string => {
    const files = readdirSync(join(host(), 'files', 'C'), { recursive: true, encoding: 'utf8' });
    return files.find((name) => /pfdata$/i.test(name)) ?? '';
  };
  const newest = async (): Promise<number> => {
    const view = await upgrade.read();
    return view.kind === 'open' ? view.journal.records.length : 0;
  };

  beforeEach(async () => {
    home = mkdtempSync(join(tmpdir(), 'mfa-unhappy-'));
    folder = join(home, 'contoso');
    cpSync(sample, folder, { recursive: true });
    upgrade = await aRehearsal(folder);
  });

  afterEach(async function () {
    if (this.currentTest?.state === 'failed') await code?.screenshot(`failed-unhappy-${String(Date.now())}`);
    await code?.close();
    code = undefined;
    rmSync(home, { recursive: true, force: true, maxRetries: 5 });
  });

  it('is unknown after Ctrl+C, and Find Out tells the truth', async () => {
    layFarm();
    truncateSync(join(host(), 'files', 'C', dataFile()), 600 * 1024 * 1024); // large enough to be interrupted
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
    layFarm();
    writeFileSync(join(host(), 'files', 'C', 'Backup'), 'a file');
    const window = await open();
    await window.rowButton(title, 'Run Step');
    await window.row(/Back up the data file.*is a file/).waitFor({ timeout: 60_000 });
    assert.equal(await window.isTicked(title), false);
    await window.screenshot('u4-destination-is-a-file');
  });

  it('is seen live in a second window, which cannot start it again', async () => {
    layFarm();
    truncateSync(join(host(), 'files', 'C', dataFile()), 600 * 1024 * 1024);
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
