import assert from 'node:assert/strict';
import { randomUUID } from 'node:crypto';
import { appendFileSync, existsSync, readdirSync, readFileSync, renameSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { commands, extensions, window, workspace, type CancellationToken, type Progress } from 'vscode';
import { stepId } from '../../src/core/plan/plan';
import type { TestDesk } from '../../src/vscode/session';

const host = 'web01.contoso.example';
const merge = stepId('merge-portal-config', host);

/** From the checklist to a simulated host and back: the window, its terminals and the real PowerShell. */
describe('Compare Configuration and Publish in VS Code', () => {
  let desk: TestDesk;
  let good = '';
  const folder = (): string => workspace.workspaceFolders?.[0]?.uri.fsPath ?? '';
  const live = (): string =>
    join(folder(), '.mfa-upgrade/rehearsal/hosts', host, 'files/C/inetpub/wwwroot/Portal/web.config');
  const at = (): { readonly state?: string; readonly codes: readonly string[] } => {
    const { view } = desk.session;
    const found = view.kind === 'open' ? view.progress.steps.get(merge) : undefined;
    return { ...(found ? { state: found.state } : {}), codes: (found?.findings ?? []).map(({ code }) => code) };
  };
  const run = (command: string): Thenable<unknown> => commands.executeCommand(`mfaUpgrade.${command}`, merge);

  before(async function () {
    this.timeout(240_000);
    desk = (await extensions.getExtension<TestDesk>('mfa-server-upgrade.mfa-server-upgrade')?.activate()) as TestDesk;
    good = readFileSync(join(folder(), 'farm.json'), 'utf8');
    const hosts = [
      {
        name: 'mfa01.contoso.example',
        mfaServer: { version: '6.3.1', role: 'master' },
        webServiceSdk: { virtualDirectory: 'Sdk' },
      },
      { name: host, userPortal: { virtualDirectory: 'Portal' } },
    ];
    writeFileSync(join(folder(), 'farm.json'), JSON.stringify({ name: 'Portal', targetVersion: '8.0.1.1', hosts }));
    await desk.session.refresh();
    desk.ask.confirm = () => Promise.resolve(true);
    desk.ask.choice = (_, choices) => Promise.resolve(choices[0]?.value);
    await rehearseTo(/Install the User Portal/);
    await desk.session.refresh();
    assert.equal(at().state, 'ready', JSON.stringify(desk.session.view).slice(0, 2_000));
  });
  after(async () => {
    writeFileSync(join(folder(), 'farm.json'), good);
    await commands.executeCommand('workbench.action.closeAllEditors');
  });

  it('publishes nothing that was not compared, and nothing over a file that was changed since', async () => {
    const installed = readFileSync(live());
    await run('publish');
    assert.deepEqual([at().state, readFileSync(live())], ['ready', installed]);
    await run('compareConfiguration');
    appendFileSync(live(), ' ');
    await run('publish');
    assert.deepEqual(at(), { state: 'ready', codes: ['ConfigurationChanged'] });
    assert.deepEqual(readFileSync(live()), Buffer.concat([installed, Buffer.from(' ')]));
  }).timeout(120_000);

  it('publishes nothing of files that another window has fetched since, and shows them instead', async () => {
    const installed = readFileSync(live());
    await run('compareConfiguration');
    await commands.executeCommand('workbench.action.closeAllEditors');
    const runs = join(folder(), '.mfa-upgrade/rehearsal/runs');
    const fetched = readdirSync(runs).find((name) => existsSync(join(runs, name, 'old.config')));
    renameSync(join(runs, fetched ?? ''), join(runs, randomUUID()));
    const shown = new Promise<void>((resolve) => {
      const listening = window.tabGroups.onDidChangeTabs(({ opened, changed }) => {
        if (![...opened, ...changed].some(({ label }) => label.includes('web01'))) return;
        listening.dispose();
        resolve();
      });
    });
    await run('publish');
    assert.deepEqual([at().state, readFileSync(live())], ['ready', installed]);
    await shown; // the page of the comparison
  }).timeout(120_000);

  it('publishes what was compared, and takes it back byte for byte', async () => {
    const installed = readFileSync(live());
    await run('compareConfiguration');
    assert.ok(window.tabGroups.activeTabGroup.activeTab?.label.includes('web01'), 'the page of the comparison');
    await run('publish');
    assert.deepEqual(at(), { state: 'done', codes: [] });
    assert.match(readFileSync(live(), 'utf8'), /SSL_REQUIRED/);
    const published = readFileSync(live());
    appendFileSync(live(), ' ');
    await run('undo');
    assert.equal(at().state, 'done', 'the way back was refused');
    writeFileSync(live(), published);
    const offered: string[] = [];
    desk.ask.choice = (_, choices) => {
      offered.push(...choices.map(({ value }) => value));
      return Promise.resolve('run');
    };
    await run('undo');
    assert.deepEqual(offered, ['run', 'hand'], 'what failed may have been done by hand');
    assert.equal(at().state, 'ready');
    assert.deepEqual(readFileSync(live()), installed);
  }).timeout(120_000);

  /** Rehearses and presses Cancel while this step is played, so that it ends after it. */
  async function rehearseTo(last: RegExp): Promise<void> {
    let isThere = false;
    const original = window.withProgress;
    type Task = (progress: Progress<{ message?: string }>, token: CancellationToken) => unknown;
    Reflect.set(window, 'withProgress', (_: unknown, task: Task) => {
      const report = ({ message = '' }: { message?: string }): void => void (isThere ||= last.test(message));
      const token = {
        get isCancellationRequested(): boolean {
          return isThere;
        },
      };
      return task({ report }, token as CancellationToken);
    });
    try {
      await commands.executeCommand('mfaUpgrade.rehearse');
    } finally {
      Reflect.set(window, 'withProgress', original);
    }
  }
});
