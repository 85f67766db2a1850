import assert from 'node:assert/strict';
import { extensions, commands, workspace, tasks, languages, Uri, DiagnosticSeverity } from 'vscode';
import { readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import type { TestDesk } from '../../src/vscode/session';
import { stepId, type StepId } from '../../src/core/plan/plan';
import type { StepState } from '../../src/core/upgrade/stepProgress';
import type { OpenView } from '../../src/node/folderView';

/** The real extension host, the real extension; only a person's answers are given by the test. */
describe('the extension in VS Code', () => {
  let desk: TestDesk;
  const folder = (): string => workspace.workspaceFolders?.[0]?.uri.fsPath ?? '';
  const view = (): OpenView => {
    assert.equal(desk.session.view.kind, 'open', JSON.stringify(desk.session.view));
    return desk.session.view;
  };
  const state = (id: StepId): StepState | undefined => view().progress.steps.get(id)?.state;
  const named = (step: string): StepId => {
    const found = view().progress.plan.steps.find((other) => other.step === step);
    assert.ok(found, step);
    return found.id;
  };
  const answering = (text: string): void => {
    const answers = desk.ask;
    answers.text = () => Promise.resolve(text);
    answers.choice = () => Promise.resolve(text);
    answers.confirm = () => Promise.resolve(true);
  };

  before(async () => {
    const extension = extensions.getExtension<TestDesk | undefined>('mfa-server-upgrade.mfa-server-upgrade');
    assert.ok(extension);
    const activated = await extension.activate();
    assert.ok(activated, 'the desk is handed out in test mode');
    desk = activated;
    const powershell = process.env['MFA_UPGRADE_POWERSHELL'];
    assert.ok(powershell, 'the tests name the PowerShell that is used');
    await workspace.getConfiguration().update('mfaUpgrade.powershell.path', powershell, true);
    await desk.session.refresh();
  });

  it('opens the sample as a rehearsal and writes nothing', () => {
    assert.equal(view().progress.plan.mode, 'rehearsal');
    assert.equal(view().progress.upgrade, undefined);
  });

  it('takes a decision', async () => {
    answering('lab');
    await commands.executeCommand('mfaUpgrade.decide', named('honest-gate'));
    assert.equal(view().progress.plan.decisions.get('purpose')?.value, 'lab');
    assert.equal(state(named('honest-gate')), 'done');
  });

  it('attests a manual step in a person’s words, and keeps who it was', async () => {
    answering('I signed in from home.');
    const id = named('own-way-in');
    await commands.executeCommand('mfaUpgrade.markAsDone', id);
    assert.equal(state(id), 'attested');
    const at = view().progress.steps.get(id);
    assert.equal(at?.said, 'I signed in from home.');
    assert.notEqual(at.by?.user, '');
  });

  it('reopens a step, and takes it back on a new word', async () => {
    const id = named('own-way-in');
    answering('it was another VPN');
    await commands.executeCommand('mfaUpgrade.reopen', id);
    assert.equal(state(id), 'unknown');
    await commands.executeCommand('mfaUpgrade.markAsDone', id);
    assert.equal(state(id), 'attested');
  });

  it('runs a check in a task with real PowerShell, and takes its result in', async () => {
    const host = view().progress.plan.farm.hosts[0]?.name ?? '';
    const id = stepId('check-readiness', host);
    const started: string[] = [];
    const listener = tasks.onDidStartTaskProcess(({ execution }) => started.push(execution.task.name));
    await commands.executeCommand('mfaUpgrade.runStep', id);
    listener.dispose();
    assert.equal(state(id), 'done', JSON.stringify(view().progress.steps.get(id)?.findings));
    assert.equal(started.length, 1);
    assert.match(started[0] ?? '', /^REHEARSAL /);
  });

  it('does not start a blocked step', async () => {
    const before = view().journal.records.length;
    await commands.executeCommand('mfaUpgrade.runStep', named('back-up-data-file'));
    assert.equal(state(named('back-up-data-file')), 'blocked');
    assert.equal(view().journal.records.length, before);
  });

  it('goes on with the agreed farm when farm.json breaks, and shows the break in Problems', async () => {
    const file = join(folder(), 'farm.json');
    const good = readFileSync(file, 'utf8');
    try {
      writeFileSync(file, '{');
      await desk.session.refresh();
      assert.ok(view().findings.some(({ code }) => code === 'FarmDrift'));
      const shown = languages.getDiagnostics(Uri.file(file));
      assert.ok(shown.some(({ severity }) => severity === DiagnosticSeverity.Warning));
    } finally {
      writeFileSync(file, good);
      await desk.session.refresh();
    }
    assert.deepEqual(view().findings, []);
  });
});
