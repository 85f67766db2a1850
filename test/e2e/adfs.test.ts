import assert from 'node:assert/strict';
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { UpgradeFolder } from '../../src/node/upgradeFolder';
import { emeaFolder } from '../build/contoso';
import { playUntil } from '../build/played';
import { opened } from '../build/runs';
import { aRehearsal } from '../build/shipped';
import { openWindow, type CodeWindow } from './harness';
import { isWhole, whole } from './whole';

const powershell = process.env['MFA_UPGRADE_POWERSHELL'] ?? '';
const clock = /Rehearsal: EMEA without MFA \d\d:\d\d/;

/** The hour in which everybody can be locked out or let in: AD FS farm EMEA of contoso, with one server in front of it. */
describe('the outage of an AD FS farm', () => {
  let home: string;
  let upgrade: UpgradeFolder;
  let code: CodeWindow;

  before(async function () {
    this.timeout(180_000);
    home = mkdtempSync(join(tmpdir(), 'mfa-adfs-'));
    const folder = emeaFolder(home);
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

  /** Runs a step from its row, when the tree is drawn as far as it: one of high impact is asked about. */
  const run = async (title: string, isAsked = true): Promise<void> => {
    await code.view.locator(`.monaco-list-row[aria-label^="ready, ${title}"]`).waitFor();
    await code.rowButton(title, 'Run Step');
    if (isAsked) await code.answerDialog(new RegExp(`^(Run|${title})`));
    await code.row(new RegExp(`${title}(?!.*running).*\\d\\d:\\d\\d`)).waitFor({ timeout: 60_000 });
  };
  const undo = async (title: string): Promise<void> => {
    await code.rowMenu(title, 'Undo');
    await code.answerDialog(/^(Undo|Run)/);
  };

  whole(
    'is prepared for: the export is run, and the rest until the node is out and has the new adapter',
    async function () {
      this.timeout(120_000);
      await run('Export the adapter configuration', false);
      await playUntil(upgrade, powershell, 'install-adapter');
      await run('Install the adapter', false);
      assert.equal(await stateOf('install-adapter'), 'done');
      assert.equal(await outages(), 0);
    },
  );

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

  it('keeps its clock on the status bar and its page, in every theme and after a reload', async () => {
    await code.reload();
    await code.openView();
    await code.statusBar(clock).waitFor();
    await code.statusBar(clock).click();
    await code.webview.getByRole('heading', { name: 'Switch the old adapter off', level: 1 }).waitFor();
    await code.webview.getByText(/EMEA is without MFA since/).waitFor();
    await code.page.mouse.move(1000, 1400); // the clock is seen in the colour that it has without the pointer
    for (const theme of ['light', 'high contrast', 'dark'] as const) {
      await code.theme(theme);
      await code.statusBar(clock).waitFor();
      assert.deepEqual(await code.cutElements(), [], theme);
      assert.deepEqual(await code.accessibilityFaults(), [], theme);
      await code.screenshot(`adfs-outage-${theme.replace(' ', '-')}`);
    }
  });

  it('ends with the way back, which is run and looked at like a step', async function () {
    this.timeout(180_000);
    if (isWhole) {
      await run('Unregister the old adapter');
      await undo('Unregister the old adapter');
      await code.terminalShows('Done and verified: Register the old adapter again');
      await code.statusBar(clock).waitFor();
      await code.screenshot('adfs-going-back');
    }
    await undo('Switch the old adapter off');
    await code.statusBar(clock).waitFor({ state: 'detached', timeout: 60_000 });
    assert.equal(await stateOf('switch-old-adapter-off'), 'ready');
    assert.equal(await outages(), 0);
    await code.screenshot('adfs-back');
  });

  whole('ends when the new adapter is on and its test has passed', async function () {
    this.timeout(240_000);
    await run('Switch the old adapter off');
    await run('Unregister the old adapter');
    await run('Register the new adapter');
    await run('Restart AD FS');
    await playUntil(upgrade, powershell, 'switch-new-adapter-on');
    await code.statusBar(clock).waitFor();
    await run('Switch the new adapter on');
    assert.equal(await outages(), 1, 'the test is still to come');
    await run('Test the adapter', false);
    await code.statusBar(clock).waitFor({ state: 'detached', timeout: 60_000 });
    assert.equal(await outages(), 0);
    await code.screenshot('adfs-over');
  });

  whole('leaves nothing open when the second batch is back in traffic', async function () {
    this.timeout(120_000);
    await playUntil(upgrade, powershell, 'end-adfs-quiet');
    await code.row(/EMEA.*31 of 31/).waitFor();
    const { progress } = opened(await upgrade.read());
    assert.deepEqual(
      progress.duties.map(({ name }) => name),
      ['adfs-quiet'],
    );
    assert.equal(progress.outages.length, 2, 'the one that was taken back, and the one that came to its end');
    await code.screenshot('adfs-end');
  });
});
