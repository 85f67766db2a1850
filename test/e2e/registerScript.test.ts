import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { emeaFolder } from '../build/contoso';
import { playUntil } from '../build/played';
import { aRehearsal } from '../build/shipped';
import { openWindow, type CodeWindow } from './harness';
import { isWhole, whole } from './whole';

const powershell = process.env['MFA_UPGRADE_POWERSHELL'] ?? '';

/** The one line that an upgrade writes into a script of somebody else: seen before it is written. */
describe('the register script of the AD FS adapter', () => {
  let home: string;
  let code: CodeWindow;

  before(async function () {
    if (!isWhole) return;
    this.timeout(240_000);
    home = mkdtempSync(join(tmpdir(), 'mfa-script-'));
    const folder = emeaFolder(home);
    await playUntil(await aRehearsal(folder), powershell, 'edit-register-script');
    const settings = { 'mfaUpgrade.powershell.path': powershell };
    code = await openWindow({ folder, size: { width: 1280, height: 1500 }, settings });
    await code.openView();
  });

  after(async () => {
    if (!isWhole) return;
    await code.close();
    rmSync(home, { recursive: true, force: true, maxRetries: 5 });
  });

  afterEach(async function () {
    if (this.currentTest?.state === 'failed') await code.keepFailure('script');
  });

  whole('is shown in the diff editor by What If, before and after its one line', async () => {
    await code.rowMenu('Add the configuration file to the register script', 'What If');
    await code.page.locator('.tab', { hasText: /^Register-.*\.ps1, line \d+: as it is and as it would be$/ }).waitFor();
    const after = code.page.locator('.monaco-diff-editor .modified-in-monaco-diff-editor .view-line');
    await after.filter({ hasText: '-ConfigurationFilePath' }).waitFor();
    await code.screenshot('register-script-what-if');
  });
});
