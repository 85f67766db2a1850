import assert from 'node:assert/strict';
import { cpSync, mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join, resolve } from 'node:path';
import type { StepProgress } from '../../src/core/upgrade/stepProgress';
import type { UpgradeFolder } from '../../src/node/upgradeFolder';
import { playUntil } from '../build/played';
import { opened } from '../build/runs';
import { aRehearsal, makeReady } from '../build/shipped';
import { openWindow, type CodeWindow } from './harness';
import { Keyboard } from './keyboard';
import { isWhole } from './whole';

const powershell = process.env['MFA_UPGRADE_POWERSHELL'] ?? '';
const sample = resolve(__dirname, '..', '..', 'samples', 'contoso');

/** The MFA server phase of contoso by a person who uses no mouse: half of the steps in the checklist, half on the page. */
describe('the MFA server phase by keyboard alone', () => {
  let home: string;
  let upgrade: UpgradeFolder;
  let code: CodeWindow;
  let keyboard: Keyboard;

  before(async function () {
    this.timeout(180_000);
    home = mkdtempSync(join(tmpdir(), 'mfa-keyboard-'));
    const folder = join(home, 'contoso');
    cpSync(sample, folder, { recursive: true });
    upgrade = await aRehearsal(folder);
    // Later steps look at what the first ones saved; the first steps of the phase do not.
    await (isWhole
      ? playUntil(upgrade, powershell, 'freeze-begins')
      : makeReady(upgrade, 'freeze-begins', { mobileAppWebService: 'keep' }));
    code = await openWindow({
      folder,
      size: { width: 1280, height: 800 },
      settings: { 'mfaUpgrade.powershell.path': powershell },
    });
    keyboard = new Keyboard(code);
    await code.openView();
  });

  after(async () => {
    await code.close();
    rmSync(home, { recursive: true, force: true, maxRetries: 5 });
  });

  afterEach(async function () {
    if (this.currentTest?.state === 'failed') await code.keepFailure('keyboard');
  });

  /** The next step of the phase that somebody can do now. */
  const next = async (): Promise<StepProgress | undefined> => {
    const { progress } = opened(await upgrade.read());
    return [...progress.steps.values()].find(({ state, step }) => state === 'ready' && isOurs(step.phase, step.step));
  };
  /** A decision of the first phase is one that a step of ours waits for. */
  const isOurs = (phase: string, step: string): boolean => phase === 'mfa-servers' || step === 'mobile-app-decision';

  it(isWhole ? 'goes from the change freeze to its end' : 'goes from the change freeze on', async function () {
    this.timeout(600_000);
    let done = 0;
    for (let at = await next(); at; at = await next()) {
      await toRowOf(at);
      await (done % 2 === 0 ? onPage(at) : inChecklist(at));
      await through(at);
      done += 1;
      if (done === 6) await code.screenshot('keyboard-in-the-middle');
      if (done === 6 && !isWhole) return; // the same again for each host: the long form goes on
    }
    const { progress } = opened(await upgrade.read());
    const open = [...progress.steps.values()].filter(
      ({ step, state }) => step.phase === 'mfa-servers' && state !== 'done',
    );
    assert.deepEqual(
      open.filter(({ state }) => state !== 'attested').map(({ step }) => step.id),
      [],
    );
    assert.ok(done > 20, String(done));
    assert.deepEqual(progress.duties, []);
    await code.screenshot('keyboard-phase-done');
  });

  async function toRowOf(at: StepProgress): Promise<void> {
    await keyboard.toRow(new RegExp(`^ready, ([^,]+, )?(${inLabel(at)})(,|$)`));
  }

  /** Title and target as a row's label has them: a row of one host among several is titled by its host. */
  function inLabel({ step }: StepProgress): string {
    const parts = [step.title, step.target].map((part) => part.replaceAll(/[.*+?^${}()|[\]\\]/g, '\\$&'));
    return `${parts.join(', ')}|${parts.reverse().join(', ')}`;
  }

  async function onPage(at: StepProgress): Promise<void> {
    await keyboard.press('Enter');
    await code.webview.getByRole('heading', { name: at.step.title, level: 1 }).waitFor();
    await keyboard.toButton(verbOf(at));
    await keyboard.press('Enter');
    await finish(at);
  }

  async function inChecklist(at: StepProgress): Promise<void> {
    await keyboard.menu(verbOf(at) === 'Run' ? 'Run Step' : verbOf(at));
    await finish(at);
  }

  function verbOf({ step }: StepProgress): string {
    if (step.decides !== undefined) return 'Decide…';
    if (step.kind === 'compare') return 'Compare Configuration';
    return step.function !== undefined ? 'Run' : 'Mark as Done…';
  }

  /** What the command asks then. */
  async function finish(at: StepProgress): Promise<void> {
    const { step } = at;
    if (step.kind === 'compare') await publish(at);
    else if (step.function === undefined)
      await keyboard.answer(step.decides === undefined ? 'Seen in the console.' : '');
    else if (step.definition.highImpact) {
      await code.dialog.waitFor();
      await keyboard.press('Enter');
    }
  }

  /** What was compared is published from its row; what the comparison leaves open is asked first, and taken as proposed. */
  async function publish(at: StepProgress): Promise<void> {
    await code.webview.getByRole('heading', { name: /^(Carry over|Restore|Nothing)/, level: 1 }).waitFor();
    await toRowOf(at);
    await keyboard.menu('Publish…');
    for (let asked = 0; asked < 20 && !(await code.dialog.isVisible()); asked += 1) {
      if (await code.quickInput.isVisible()) await keyboard.press('Enter');
      await code.page.waitForTimeout(200);
    }
    await code.dialog.waitFor();
    await keyboard.press('Enter');
  }

  async function through(at: StepProgress): Promise<void> {
    for (let tries = 0; tries < 600; tries += 1) {
      const state = opened(await upgrade.read()).progress.steps.get(at.step.id)?.state;
      if (state === 'done' || state === 'attested') return;
      assert.ok(state === 'ready' || state === 'running', `${at.step.id} is ${String(state)}`);
      await code.page.waitForTimeout(100);
    }
    throw new Error(`${at.step.id} does not come through.`);
  }
});
