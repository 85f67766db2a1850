import assert from 'node:assert/strict';
import { cpSync, existsSync, mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join, resolve } from 'node:path';
import { openWindow, type CodeWindow } from './harness';

const sample = resolve(__dirname, '..', '..', 'samples', 'contoso');

/** What the view says when there is nothing to show, or something stands in the way. */
describe('the view that has no checklist, or may not act', () => {
  let home: string;
  let code: CodeWindow | undefined;

  const open = async (options: Parameters<typeof openWindow>[0]): Promise<CodeWindow> => {
    code = await openWindow(options);
    await code.openView();
    return code;
  };

  beforeEach(() => {
    home = mkdtempSync(join(tmpdir(), 'mfa-states-'));
  });

  afterEach(async function () {
    if (this.currentTest?.state === 'failed') await code?.keepFailure('states');
    await code?.close();
    code = undefined;
    rmSync(home, { recursive: true, force: true, maxRetries: 5 });
  });

  it('follows a folder from no farm.json over a broken one to a good one, not trusted: read, never recorded', async () => {
    const folder = join(home, 'farm');
    mkdirSync(folder);
    const window = await open({ folder, trust: 'none' });
    await window.view.getByText('This folder has no farm.json').waitFor();
    await window.screenshot('9-no-farm');
    writeFileSync(join(folder, 'farm.json'), '{\n  "name": "Contoso",\n  "hosts": 5\n}\n');
    await window.row('is missing in the farm file').waitFor();
    await window.row('"hosts" is 5').waitFor();
    await window.screenshot('9-broken-farm');
    cpSync(join(sample, 'farm.json'), join(folder, 'farm.json'));
    await window.row('The honest gate').waitFor();
    await window.view.getByText('This folder is not trusted').waitFor();
    await window.command('Check This Computer');
    await window.toast('not trusted, so nothing is run').waitFor();
    await window.tick('The honest gate');
    await window.row('The honest gate').locator('[role=checkbox][aria-checked=false]').waitFor();
    assert.equal(existsSync(join(folder, '.mfa-upgrade')), false);
    await window.screenshot('9-not-trusted');
  });

  it('says that no PowerShell was found, and what to do, and starts nothing', async () => {
    const folder = join(home, 'contoso');
    cpSync(sample, folder, { recursive: true });
    const window = await open({ folder, env: { PATH: '/usr/bin:/bin' } });
    await window.tick('The honest gate');
    await window.pick('lab');
    await window.row(/The honest gate.*lab/).waitFor();
    await window.command('Run Until Someone Is Needed');
    await window.toast(/No PowerShell was found.*Install PowerShell 7/).waitFor();
    await window.screenshot('9-no-powershell');
    await window.command('Check This Computer');
    await window.page.getByText('PowerShellNotFound').first().waitFor();
  });
});
