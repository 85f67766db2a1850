import assert from 'node:assert/strict';
import { cpSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join, resolve } from 'node:path';
import { stepId, type StepId } from '../../src/core/plan/plan';
import type { Action } from '../../src/core/upgrade/refusals';
import type { RecordBody } from '../../src/core/upgrade/record';
import { prepareRun, takeResults, type PreparedRun } from '../../src/node/runFolder';
import type { UpgradeFolder } from '../../src/node/upgradeFolder';
import { leaveMark, leaveResult, options, thisProcess } from '../build/runs';
import { aRehearsal, makeReady } from '../build/shipped';
import { openWindow, type CodeWindow } from './harness';

const sample = resolve(__dirname, '..', '..', 'samples', 'contoso');
const hostOf = (name: string): string => `${name}.contoso.example`;
const readiness = (name: string): StepId => stepId('check-readiness', hostOf(name));

/** Text that would do something in a page, a tree, a terminal or a sentence, if anybody let it. */
const hostile = {
  message:
    '<img src=x onerror="document.title=1"> \u001b[31mred\u001b[0m \u202egnol $(zap) [go](command:workbench.action.quit)',
  shown: '<img src=x onerror="document.title=1"> \\u{1b}[31mred\\u{1b}[0m \\u{202e}gnol $(zap)',
};

/** Every state of the page, by how the row reads and what the page says. */
const states: readonly {
  readonly name: string;
  readonly row: RegExp;
  readonly says: string | RegExp;
  readonly isBelow?: true;
}[] = [
  { name: 'ready', row: /Your own way in/, says: 'Ready' },
  { name: 'decided', row: /The honest gate/, says: /decided: lab/i },
  { name: 'to-decide', row: /Decide the way back/, says: 'As it stands' },
  { name: 'attested', row: /Baseline sign-ins/, says: /seen to be done/i },
  { name: 'done', row: /^mfa01\.contoso/, says: 'Evidence' },
  { name: 'inhibited', row: /^mfa02\.contoso/, says: /Inhibitor/ },
  { name: 'failed', row: /^mfa03\.contoso/, says: hostile.shown },
  { name: 'running', row: /^web01\.contoso/, says: /running since/i },
  { name: 'unknown', row: /^web02\.contoso/, says: /unknown since/i },
  { name: 'overridden', row: /^app01\.contoso/, says: /overridden/i },
  { name: 'blocked', row: /^Change freeze begins/, says: /waits for/i, isBelow: true },
  { name: 'not-needed', row: /^Promote the old master again/, says: /not needed/i, isBelow: true },
];

describe('the page of a step', () => {
  let home: string;
  let folder: string;
  let code: CodeWindow;

  before(async function () {
    this.timeout(180_000);
    home = mkdtempSync(join(tmpdir(), 'mfa-page-'));
    folder = join(home, 'contoso');
    cpSync(sample, folder, { recursive: true });
    const upgrade = await aRehearsal(folder);
    await arrange(upgrade);
    code = await openWindow({
      folder,
      size: { width: 1280, height: 800 },
      settings: { 'mfaUpgrade.powershell.path': process.env['MFA_UPGRADE_POWERSHELL'] ?? '' },
    });
    await code.openView();
  });

  /** One of the two phases unfolded, so that its rows are on the screen. */
  const unfold = async (isBelow: boolean): Promise<void> => {
    await (isBelow ? code.collapse('Prepare') : code.expand('Prepare'));
    await (isBelow ? code.expand('MFA Servers') : code.expand('Check readiness'));
  };

  after(async () => {
    await code.close();
    rmSync(home, { recursive: true, force: true, maxRetries: 5 });
  });

  afterEach(async function () {
    if (this.currentTest?.state === 'failed') await code.keepFailure('page');
  });

  for (const theme of ['dark', 'light', 'high contrast'] as const)
    it(`is whole and accessible in every state: ${theme}`, async function () {
      this.timeout(240_000);
      await code.theme(theme);
      for (const { name, row, says, isBelow = false } of states) {
        await unfold(isBelow);
        await code.row(row).click();
        await code.webview.getByText(says).first().waitFor();
        assert.deepEqual(await code.accessibilityFaults(), [], `${name}, ${theme}`);
        assert.deepEqual(await code.cutElements(), [], `${name}, ${theme}`);
        await code.screenshot(`page-${name}-${theme.replace(' ', '-')}`);
      }
    });

  it('follows the selection, and reads in one column at 480 pixels', async () => {
    await unfold(false);
    await code.row(/Your own way in/).click();
    await code.webview.getByText('Ready').first().waitFor();
    await code.page.keyboard.press('ArrowDown');
    await code.page.keyboard.press('Space');
    await code.webview.getByText(/seen to be done/i).waitFor();
    await code.page.setViewportSize({ width: 830, height: 800 });
    assert.deepEqual(await code.cutElements(), []);
    await code.screenshot('page-narrow');
    await code.page.setViewportSize({ width: 1280, height: 800 });
  });

  it('shows hostile output of a running step as text', async () => {
    await code.row(/^web01\.contoso/).click();
    await code.webview.getByText(`Last line at`).filter({ hasText: hostile.shown }).waitFor();
    assert.equal(await code.webview.locator('img, a[href^="command:"]').count(), 0);
  });

  it('shows hostile text of a result as text, in page and tree', async () => {
    await code.row(/^mfa03\.contoso/).click();
    await code.webview.getByText(hostile.shown).first().waitFor();
    assert.equal(await code.webview.locator('img, a[href^="command:"]').count(), 0);
    const label = (await code.row(/^mfa03\.contoso/).getAttribute('aria-label')) ?? '';
    assert.ok(label.startsWith('failed, mfa03.contoso.example, Check readiness, <img src=x'), label);
    assert.ok(label.includes('\\u{1b}[31m') && label.includes('\\u{202e}'), label);
    assert.equal(await code.view.locator('.monaco-list-row img[src="x"]').count(), 0);
  });

  it('counts what went wrong on the view’s badge, and shows only that when asked', async () => {
    await code.page.locator('.activitybar .badge-content', { hasText: /^2$/ }).waitFor();
    await code.command('Filter Checklist');
    await code.pick('failed or unknown');
    await code.view.getByText('Shown: failed or unknown, 2 of').waitFor();
    const shown = await code.rows();
    assert.deepEqual(
      shown.map((row) => row.trim().split(' ')[0]),
      ['Prepare', 'Check', hostOf('mfa03'), hostOf('web02')],
    );
    await code.screenshot('page-filtered');
    await code.command('Show All Steps');
    await code.row(/Your own way in/).waitFor();
  });

  it('says that there is no checklist any more when farm and records are gone', async () => {
    await code.row(/Your own way in/).click();
    await code.webview.getByText('Ready').first().waitFor();
    rmSync(join(folder, 'farm.json'));
    rmSync(join(folder, '.mfa-upgrade'), { recursive: true });
    await code.webview.getByText('There is no checklist now').waitFor();
    assert.deepEqual(await code.accessibilityFaults(), []);
    assert.deepEqual(await code.cutElements(), []);
  });

  it('shows hostile text of farm.json as text, in tree and status bar', async () => {
    const farm = JSON.parse(readFileSync(join(sample, 'farm.json'), 'utf8')) as Record<string, unknown>;
    writeFileSync(join(folder, 'farm.json'), JSON.stringify({ ...farm, name: hostile.message }));
    await code.row(hostile.shown.slice(0, 40)).waitFor();
    assert.match((await code.row(hostile.shown.slice(0, 40)).getAttribute('aria-label')) ?? '', /\\u\{202e\}/);
    assert.equal(await code.page.locator('img[src="x"]').count(), 0);
    assert.equal(await code.statusBar('Rehearsal').count(), 0);
    await code.screenshot('page-hostile-farm');
  });
});

/** Brings one step into each state. */
async function arrange(upgrade: UpgradeFolder): Promise<void> {
  await makeReady(upgrade, 'own-way-in');
  const record = async (action: Action, body: RecordBody): Promise<void> => {
    const written = await upgrade.perform(action, () => body);
    assert.ok(written.ok, JSON.stringify(written.findings));
  };
  const baseline = stepId('baseline', 'Contoso');
  await record(
    { kind: 'attest', step: baseline, how: 'seen' },
    { type: 'attested', step: baseline, how: 'Both asked for the second factor.' },
  );
  const evidence = { checks: [{ name: 'FreeSpace', couldLook: true, findings: 0 }] };
  leaveResult(await runOf(upgrade, 'mfa01'), { evidence });
  leaveResult(await runOf(upgrade, 'mfa02'), {
    evidence,
    findings: [finding('inhibitor', 'This host has no Visual C++ x86 runtime.')],
  });
  leaveResult(await runOf(upgrade, 'mfa03'), {
    outcome: 'failed',
    verified: null,
    findings: [finding('error', hostile.message)],
  });
  await takeResults(upgrade);
  const unknown = readiness('web02');
  leaveResult(await runOf(upgrade, 'web02'), {});
  await takeResults(upgrade);
  await record(
    { kind: 'reopen', step: unknown, reason: 'It was another host.' },
    { type: 'reopened', step: unknown, reason: 'It was another host.' },
  );
  const overridden = readiness('app01');
  await record(
    { kind: 'override', steps: [overridden], reason: 'It is switched off for good.' },
    { type: 'overridden', steps: [overridden], reason: 'It is switched off for good.' },
  );
  const run = await runOf(upgrade, 'web01');
  leaveMark(run, await thisProcess());
  const line = { time: new Date().toISOString(), text: hostile.message };
  writeFileSync(join(run.folder, 'output.json'), JSON.stringify(line));
}

async function runOf(upgrade: UpgradeFolder, name: string): Promise<PreparedRun> {
  const prepared = await prepareRun(upgrade, readiness(name), options);
  assert.ok(prepared.ok, JSON.stringify(prepared.findings));
  return prepared.value;
}

function finding(severity: string, message: string): Readonly<Record<string, string>> {
  return { code: 'FromTheHost', severity, message, remedy: 'Look at the host.', host: 'x' };
}
