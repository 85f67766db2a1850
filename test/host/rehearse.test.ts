import assert from 'node:assert/strict';
import { existsSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { setTimeout as pause } from 'node:timers/promises';
import { commands, extensions, window, workspace, type CancellationToken, type Progress } from 'vscode';
import { stepId } from '../../src/core/plan/plan';
import type { TestDesk } from '../../src/vscode/session';

interface Shown {
  readonly message?: string;
}

/** Every step of a small farm, stopped once by Cancel: the window, the notification and the real PowerShell. */
describe('Rehearse This Upgrade in VS Code', () => {
  let desk: TestDesk;
  let good = '';
  let stoppedAfter = 0;
  const numberIn = (message = ''): number => Number.parseInt(message, 10);
  const folder = (): string => workspace.workspaceFolders?.[0]?.uri.fsPath ?? '';
  const rehearsal = (name: string): string => join(folder(), '.mfa-upgrade', 'rehearsal', name);
  const records = (): number => {
    const { view } = desk.session;
    return view.kind === 'open' ? view.journal.records.length : 0;
  };
  const labels = (): readonly string[] => window.tabGroups.all.flatMap(({ tabs }) => tabs.map(({ label }) => label));
  const server = { name: 'mfa01.contoso.example', mfaServer: { version: '6.3.1', role: 'master' } };

  /** Rehearses, presses Cancel when so many steps were shown, and gives what was shown. */
  async function rehearse(stopAfter: number): Promise<readonly string[]> {
    const shown: string[] = [];
    const original = window.withProgress;
    // The extension and this test have the same `vscode`: what the notification would show is noted, and Cancel is ours.
    Reflect.set(
      window,
      'withProgress',
      (_: unknown, task: (progress: Progress<Shown>, token: CancellationToken) => unknown) => {
        const report = ({ message }: Shown): void => void shown.push(message ?? '');
        const token = {
          get isCancellationRequested(): boolean {
            return shown.length >= stopAfter;
          },
        };
        return task({ report }, token as CancellationToken);
      },
    );
    try {
      await commands.executeCommand('mfaUpgrade.rehearse');
    } finally {
      Reflect.set(window, 'withProgress', original);
    }
    return shown;
  }

  before(async () => {
    desk = (await extensions.getExtension<TestDesk>('mfa-server-upgrade.mfa-server-upgrade')?.activate()) as TestDesk;
    good = readFileSync(join(folder(), 'farm.json'), 'utf8');
    const farm = { name: 'Small', targetVersion: '8.0.1.1', hosts: [server] };
    writeFileSync(join(folder(), 'farm.json'), JSON.stringify(farm));
    await desk.session.refresh();
  });
  after(async () => {
    writeFileSync(join(folder(), 'farm.json'), good);
    await commands.executeCommand('workbench.action.closeAllEditors');
  });

  it('begins no other rehearsal over one that is not finished, unless the person says so', async () => {
    const before = records();
    assert.ok(before > 0, 'the tests before it left one');
    desk.ask.confirm = () => Promise.resolve(false);
    assert.deepEqual(await rehearse(1), []);
    assert.equal(records(), before);
  });

  it('shows the present step as n of m, and ends after it when Cancel is pressed', async () => {
    desk.ask.confirm = () => Promise.resolve(true);
    const shown = await rehearse(3);
    assert.equal(shown.length, 3, shown.join('\n'));
    assert.match(shown[2] ?? '', /^\d+ of \d+: .+ \(Small\)$/);
    stoppedAfter = numberIn(shown[2]);
    assert.ok(!existsSync(rehearsal('report.md')));
    assert.ok(existsSync(join(folder(), '.mfa-upgrade', 'rehearsal-1')), 'the other rehearsal was kept');
    const { view } = desk.session;
    assert.ok(view.kind === 'open' && view.canWrite && view.findings.length === 0, JSON.stringify(view));
    assert.equal(view.progress.plan.farm.name, 'Small');
  }).timeout(120_000);

  it('goes on where it stopped, ends with the report as a preview, and the steps know their minutes', async () => {
    const shown = await rehearse(Infinity);
    assert.ok(numberIn(shown[0]) > stoppedAfter, shown[0]);
    assert.match(readFileSync(rehearsal('report.md'), 'utf8'), /It went well/);
    for (let tries = 0; labels().length === 0 && tries < 100; tries += 1) await pause(100);
    assert.match(labels().join(), /report\.md/);
    const { view } = desk.session;
    assert.ok(view.kind === 'open');
    assert.equal(view.rehearsed.get(stepId('upgrade-old-master', server.name)), 10);
  }).timeout(300_000);
});
