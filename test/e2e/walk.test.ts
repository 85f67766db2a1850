import assert from 'node:assert/strict';
import { execFileSync } from 'node:child_process';
import { mkdtempSync, readdirSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join, resolve } from 'node:path';
import { aRehearsal } from '../build/shipped';
import { openWindow, type CodeWindow } from './harness';

interface EndedRecord {
  readonly type: string;
  readonly step: string;
  readonly verified: boolean;
  readonly evidence: {
    readonly files: readonly { readonly path: string; readonly sourceSha256: string; readonly copySha256: string }[];
  };
}

/** One evening on the sample farm: from an empty window to a backup that ticked itself, and the morning after. */
describe('the walk from an empty window to a step that is done', () => {
  const master = 'mfa01.contoso.example';
  let home: string;
  let code: CodeWindow;

  const folder = (): string => join(home, 'contoso');
  const upgrade = (): string => join(folder(), '.mfa-upgrade', 'rehearsal');
  const records = (): readonly EndedRecord[] =>
    readdirSync(join(upgrade(), 'journal'))
      .filter((name) => /^\d{6}\.json$/.test(name))
      .sort()
      .map((name) => JSON.parse(readFileSync(join(upgrade(), 'journal', name), 'utf8')) as EndedRecord);
  const attest = async (title: string, words: string): Promise<void> => {
    await code.tick(title);
    await code.answer(words);
    await code.row(new RegExp(`${title}.*attested by`)).waitFor();
  };
  const decide = async (title: string, choice: string): Promise<void> => {
    await code.tick(title);
    await code.pick(choice);
    await code.row(new RegExp(`${title}.*${choice}`)).waitFor();
  };

  before(async () => {
    home = mkdtempSync(join(tmpdir(), 'mfa-walk-'));
    code = await openWindow({
      settings: { 'mfaUpgrade.powershell.path': process.env['MFA_UPGRADE_POWERSHELL'] ?? '' },
    });
  });

  after(async () => {
    await code.close();
    rmSync(home, { recursive: true, force: true, maxRetries: 5 });
  });

  afterEach(async function () {
    if (this.currentTest?.state === 'failed') await code.keepFailure('walk');
  });

  it('begins at the welcome view and opens the sample as a rehearsal', async () => {
    await code.openView();
    const button = code.view.getByRole('button', { name: 'Open Sample Farm' });
    await button.waitFor();
    await code.screenshot('1-welcome');
    await button.click();
    await code.pick('contoso');
    await code.answer(folder());
    await code.answerDialog(/^(Yes, I trust|Trust)/);
    await code.openView();
    await code.row('Prepare').waitFor();
    await code.page.locator('.sidebar .composite.title', { hasText: 'REHEARSAL · Contoso' }).waitFor();
    await code.screenshot('2-checklist');
  });

  it('shows a blocked step with what it waits for and no checkbox, and refuses to mark it as done', async () => {
    await code.expand('MFA Servers');
    await code.row(/Back up the data file.*waits for/).waitFor();
    assert.equal(await code.checkbox('Back up the data file').count(), 0);
    await code.rowMenu('Back up the data file', 'Mark as Done');
    await code.toast(/Back up the data file .* waits for /).waitFor();
    await code.screenshot('3-blocked');
    await code.command('Notifications: Clear All Notifications');
  });

  it('takes decisions, and keeps farm and runbook with the first of them', async () => {
    await decide('The honest gate', 'lab');
    assert.ok(await code.isTicked('Choose the runbook'));
    assert.equal(records()[0]?.type, 'opened');
    await decide('Decide the way back', 'snapshot');
  });

  it('asks how a manual step was seen, and shows by whom', async () => {
    await attest('Your own way in', 'Signed in over the emergency line.');
    await code.screenshot('4-attested');
  });

  it('takes the baseline in a person’s words', async () => {
    await attest('Baseline sign-ins', 'Console test and VPN both asked for the second factor.');
    await code.expand('Baseline of the AD FS farm');
    await attest('EMEA', 'Signed in through the proxy.');
    await attest('AMER', 'Signed in.');
    await attest('Get the installer', 'Signature of Microsoft, hash noted.');
    await code.tick('Name the installer');
    await code.answer('C:\\Installers\\MultiFactorAuthenticationServerSetup.exe');
    await code.row(/Name the installer.*MultiFactorAuthenticationServerSetup/).waitFor();
  });

  it('follows what somebody else attests meanwhile: the hosts without MFA Server', async () => {
    const anna = await aRehearsal(folder());
    const view = await anna.read();
    assert.equal(view.kind, 'open');
    const checks = view.progress.plan.steps.filter(({ step }) => step === 'check-readiness');
    for (const { id: step } of checks.filter(({ target }) => !target.startsWith('mfa'))) {
      const how = 'Looked at it by hand.';
      const attested = await anna.perform({ kind: 'attest', step, how }, () => ({ type: 'attested', step, how }));
      assert.ok(attested.ok);
    }
    await code.row(/Check readiness\s*8 of 11/).waitFor();
  });

  it('runs what it can until someone is needed: readiness, and what setup overwrites', async function () {
    this.timeout(240_000);
    await code.command('Run Until Someone Is Needed');
    await code.toast('Your turn').waitFor({ timeout: 200_000 });
    const done = records().filter(({ type, verified }) => type === 'ended' && verified);
    const stepsOf = (step: string): number => done.filter((record) => record.step.startsWith(`${step}@`)).length;
    assert.deepEqual([stepsOf('check-readiness'), stepsOf('save-program-folder')], [3, 3]);
    await code.screenshot('5-readiness');
    await code.command('Notifications: Clear All Notifications');
  });

  it('lets a person attest the rest of the preparation', async () => {
    await attest('Change freeze begins', 'Told the help desk.');
  });

  it('shows the exact command before it runs', async () => {
    await code.row('Back up the data file').click();
    await code.webview.getByText('Backup-MfaServerData').first().waitFor();
    assert.deepEqual(await code.accessibilityFaults(), []);
    await code.screenshot('6-step-page');
  });

  it('runs the backup in a terminal, and the box ticks itself', async () => {
    await code.rowButton('Back up the data file', 'Run Step');
    await code.row(/Back up the data file\s*\d\d:\d\d/).waitFor({ timeout: 60_000 });
    assert.ok(await code.isTicked('Back up the data file'));
    await code.terminalShows('Verifying: Test-MfaServerDataBackup');
    await code.terminalShows('Done and verified: Back up the data file');
    await code.page.locator('.terminal-tabs-entry', { hasText: 'REHEARSAL Back up' }).waitFor();
    await code.statusBar(/Rehearsal 25\/\d+/).waitFor();
    await code.screenshot('7-done');
  });

  it('keeps in its record the hashes of source and copy, equal', () => {
    const ended = records().find(({ type, step }) => type === 'ended' && step === `back-up-data-file@${master}`);
    assert.equal(ended?.verified, true);
    assert.ok(ended.evidence.files.length > 0);
    for (const file of ended.evidence.files) {
      assert.match(file.sourceSha256, /^[0-9a-f]{64}$/);
      assert.equal(file.copySha256, file.sourceSha256, file.path);
    }
    assert.match(verifyJournal(), /"condition": "whole"/);
  });

  it('shows the same after the window was loaded again', async () => {
    const before = await code.row('Back up the data file').innerText();
    await code.reload();
    await code.openView();
    await code.statusBar(/Rehearsal 25\/\d+/).waitFor();
    await code.expand('MFA Servers');
    await code.row('Back up the data file').waitFor();
    assert.equal(await code.row('Back up the data file').innerText(), before);
    assert.ok(await code.isTicked('Back up the data file'));
    for (const theme of ['light', 'high contrast', 'dark'] as const) {
      await code.theme(theme);
      await code.screenshot(`8-reloaded-${theme.replace(' ', '-')}`);
    }
  });

  /** What the command line says of the journal; it throws when it does not end with 0. */
  function verifyJournal(): string {
    const cli = resolve(__dirname, '..', '..', 'dist', 'cli.js');
    return execFileSync(process.execPath, [cli, 'verify-journal', upgrade(), '--json'], { encoding: 'utf8' });
  }
});
