import { createHash } from 'node:crypto';
import assert from 'node:assert/strict';
import { extensions, commands, window, workspace, tasks, languages, Uri, DiagnosticSeverity } from 'vscode';
import {
  appendFileSync,
  cpSync,
  existsSync,
  readFileSync,
  renameSync,
  rmSync,
  truncateSync,
  writeFileSync,
} from 'node:fs';
import { join } from 'node:path';
import { setTimeout as pause } from 'node:timers/promises';
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
    answers.several = () => Promise.resolve([]);
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

  it('opens no real host and no elevated console from a rehearsal', async () => {
    const before = [window.terminals.length, tasks.taskExecutions.length];
    const id = stepId('back-up-data-file', 'mfa01.contoso.example');
    for (const command of ['openPowerShellOnHost', 'openRemoteDesktop', 'runElevated'])
      await commands.executeCommand(`mfaUpgrade.${command}`, id);
    assert.deepEqual([window.terminals.length, tasks.taskExecutions.length], before);
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

  it('shows a step by hand as running once a person has begun it, until it is marked as done', async () => {
    answering('Everybody signs in.');
    assert.equal(state(named('baseline')), 'ready');
    await commands.executeCommand('mfaUpgrade.beginStep', named('baseline'));
    assert.equal(state(named('baseline')), 'running');
    await commands.executeCommand('mfaUpgrade.markAsDone', named('baseline'));
    assert.equal(state(named('baseline')), 'attested');
  });

  it('opens the page of a step with one message', async () => {
    const posted: unknown[] = [];
    const original = window.createWebviewPanel;
    // The extension and this test have the same `vscode`: the panel is the real one, and what it is told is noted.
    Reflect.set(window, 'createWebviewPanel', (...given: Parameters<typeof original>) => {
      const panel = original(...given);
      const post = panel.webview.postMessage.bind(panel.webview);
      panel.webview.postMessage = (message) => {
        posted.push(message);
        return post(message);
      };
      return panel;
    });
    try {
      await commands.executeCommand('mfaUpgrade.previewCommand', named('own-way-in'));
      for (let tries = 0; posted.length === 0 && tries < 100; tries += 1) await pause(100);
      await pause(1_000);
      assert.equal(posted.length, 1);
      assert.equal((posted[0] as { readonly kind: string }).kind, 'state');
    } finally {
      Reflect.set(window, 'createWebviewPanel', original);
      await commands.executeCommand('workbench.action.closeActiveEditor');
    }
  });

  it('reopens a step, and takes it back on a new word', async () => {
    const id = named('own-way-in');
    answering('it was another VPN');
    await commands.executeCommand('mfaUpgrade.reopen', id);
    assert.equal(state(id), 'unknown');
    await commands.executeCommand('mfaUpgrade.markAsDone', id);
    assert.equal(state(id), 'attested');
  });

  it('asks for all that was reopened in one question, and leaves unknown what nobody has seen again', async () => {
    const [id, other] = [named('own-way-in'), named('honest-gate')];
    answering('and another VPN');
    const offered: string[] = [];
    desk.ask.several = (_, choices) => {
      offered.push(...choices.map(({ value }) => value));
      return Promise.resolve(choices.map(({ value }) => value).filter((value) => value === id));
    };
    await commands.executeCommand('mfaUpgrade.reopen', id);
    assert.ok(offered.includes(id) && !offered.includes(other), offered.join(', '));
    assert.deepEqual([state(id), view().progress.steps.get(id)?.said], ['attested', 'and another VPN']);
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

  it('looks at the host again when a check is reopened, and a yes restores it', async () => {
    const id = stepId('check-readiness', view().progress.plan.farm.hosts[0]?.name ?? '');
    answering('it was another host');
    await commands.executeCommand('mfaUpgrade.reopen', id);
    assert.equal(state(id), 'done');
    assert.equal(view().progress.upgrade?.history.get(id)?.at(-1)?.type, 'settled');
  });

  it('reads several hosts at once until someone is needed, and no more than the setting says', async () => {
    let running = 0;
    let most = 0;
    const checks = view().progress.plan.steps.filter(({ step }) => step === 'check-readiness');
    answering('I looked at it.'); // of most hosts: the first is done, three more show how many are read at once
    for (const { id } of checks.slice(4)) await commands.executeCommand('mfaUpgrade.markAsDone', id);
    const listeners = [
      tasks.onDidStartTaskProcess(() => (most = Math.max(most, (running += 1)))),
      tasks.onDidEndTaskProcess(() => (running -= 1)),
    ];
    await workspace.getConfiguration().update('mfaUpgrade.remote.throttle', 2, true);
    await commands.executeCommand('mfaUpgrade.runUntilNeeded');
    await workspace.getConfiguration().update('mfaUpgrade.remote.throttle', undefined, true);
    for (const each of listeners) each.dispose();
    assert.ok(checks.length > 4);
    assert.deepEqual(
      checks
        .slice(0, 4)
        .filter(({ id }) => state(id) !== 'done')
        .map(({ id }) => id),
      [],
    );
    assert.equal(most, 2);
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

  it('reviews a changed farm.json, and goes on with it when it is accepted', async () => {
    const file = join(folder(), 'farm.json');
    const farm = JSON.parse(readFileSync(file, 'utf8')) as { clients: object[] };
    const servers = [view().progress.plan.farm.hosts[0]?.name];
    writeFileSync(file, JSON.stringify({ ...farm, clients: [{ name: 'RD Gateway', kind: 'radius', servers }] }));
    await desk.session.refresh();
    assert.deepEqual(view().drifts, ['farm']);
    desk.ask.confirm = () => Promise.resolve(false);
    await commands.executeCommand('mfaUpgrade.reviewChanges');
    assert.deepEqual(view().drifts, ['farm'], 'Escape means no');
    answering('');
    await commands.executeCommand('mfaUpgrade.reviewChanges');
    assert.deepEqual([view().drifts, view().findings], [[], []]);
    assert.equal(view().progress.plan.farm.clients[0]?.name, 'RD Gateway');
    assert.equal(view().journal.records.at(-1)?.type, 'farmAccepted');
    assert.match(window.activeTextEditor?.document.getText() ?? '', /^# What would change in the checklist/);
    await commands.executeCommand('workbench.action.closeActiveEditor');
  });

  describe('with a journal that is not whole', () => {
    const record = (number: number): string =>
      join(folder(), '.mfa-upgrade', 'rehearsal', 'journal', `${String(number).padStart(6, '0')}.json`);
    const newest = (): number => view().journal.records.at(-1)?.number ?? 0;
    const flip = (file: string): void => {
      writeFileSync(file, readFileSync(file, 'utf8').replace('"mode"', '"mood"'));
    };
    const newer = (file: string): void => {
      const text = readFileSync(file, 'utf8').replace('{"v":1,', '{"v":2,');
      const hashed = text.slice(0, text.lastIndexOf(',"hash":'));
      const hash = createHash('sha256').update(hashed).digest('hex');
      writeFileSync(file, `${hashed},"hash":"${hash}"}\n`);
    };
    const states: readonly (readonly [what: string, code: string, harm: (last: number) => void])[] = [
      ['a damaged record in the middle', 'RecordDamaged', () => flip(record(2))],
      ['a record that is missing in the middle', 'RecordMissing', () => rmSync(record(2))],
      ['newest records that are missing: an older copy', 'JournalCut', (last) => rmSync(record(last))],
      ['a newest record that was whole and is cut', 'RecordTorn', (last) => truncateSync(record(last), 20)],
      ['a record of a newer version', 'JournalNewer', (last) => newer(record(last))],
      ['a record that a program gave other line ends', 'RecordLineEnds', (last) => crlf(record(last))],
      [
        'a second copy of a record beside it',
        'RecordCopied',
        (last) => appendFileSync(record(last).replace('.json', ' (1).json'), 'x'),
      ],
    ];
    const crlf = (file: string): void => {
      writeFileSync(file, readFileSync(file, 'utf8').replace(/\n$/, '\r\n'));
    };

    for (const [what, code, harm] of states)
      it(`is read, says so and takes no record: ${what}`, async () => {
        const last = newest();
        const journal = join(folder(), '.mfa-upgrade', 'rehearsal', 'journal');
        const kept = `${journal}.kept`;
        cpSync(journal, kept, { recursive: true });
        try {
          harm(last);
          await desk.session.refresh();
          const shown = desk.session.view;
          assert.ok(shown.kind === 'open' || shown.kind === 'refused');
          const codes = shown.findings.map((finding) => finding.code);
          assert.ok(codes.includes(code), codes.join(', '));
          assert.ok(shown.kind === 'refused' || !shown.canWrite);
          answering('not now');
          await commands.executeCommand('mfaUpgrade.reopen', stepId('own-way-in', 'Contoso'));
          assert.ok(!existsSync(record(last + 1)), 'no record was written');
        } finally {
          rmSync(journal, { recursive: true });
          renameSync(kept, journal);
          await desk.session.refresh();
        }
        assert.deepEqual([view().canWrite, newest()], [true, last]);
      });

    it('goes on behind a newest record that was torn while it was written', async () => {
      const last = newest();
      writeFileSync(record(last + 1), '{"v":1,"number":');
      answering('it was another VPN again');
      await commands.executeCommand('mfaUpgrade.reopen', named('own-way-in'));
      await commands.executeCommand('mfaUpgrade.markAsDone', named('own-way-in'));
      assert.equal(state(named('own-way-in')), 'attested');
      assert.deepEqual(view().journal.records.find(({ number }) => number === last + 2)?.void, [last + 1]);
    }).timeout(40_000);
  });
});
