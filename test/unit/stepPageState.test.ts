import assert from 'node:assert/strict';
import { compile } from '../../src/core/plan/compile';
import { stepId, type StepId } from '../../src/core/plan/plan';
import type { Finding } from '../../src/core/report/finding';
import type { StepDefinition } from '../../src/core/runbook/runbook';
import { progress } from '../../src/core/upgrade/progress';
import type { Mode, RecordBody } from '../../src/core/upgrade/record';
import { fold } from '../../src/core/upgrade/upgrade';
import type { OpenView } from '../../src/node/folderView';
import { stepPageState } from '../../src/vscode/step/stepPageState';
import type { Block, StepPageState } from '../../webview-ui/messages';
import { aFarm } from '../build/farms';
import { ended, opened, records, started } from '../build/records';
import { aRunbook, aStep } from '../build/runbooks';
import { anOpenView } from '../build/views';

const address = 'https://example.com/upgrade';
const document = { title: 'The document', address, date: '2023-05-01', mark: 'documented' } as const;

function viewOf(
  steps: readonly StepDefinition[],
  bodies: readonly RecordBody[] = [opened],
  mode: Mode = 'rehearsal',
): OpenView {
  const runbook = { ...aRunbook(steps), sources: { 'DOC-1': document } };
  const plan = compile({ farm: aFarm(1), farmHash: '', runbook, runbookHash: '', decided: new Map(), mode });
  assert.ok(plan.ok);
  const now = progress(plan.value, fold(records(bodies, mode)));
  return anOpenView(now, { runbook, text: '', hash: '' });
}

const backUp = aStep('back-up', {
  title: 'Back up the data file',
  kind: 'run',
  run: 'Backup-MfaServerData',
  verify: 'Test-MfaServerDataBackup',
  with: { UpgradeId: 'upgradeId', BackupName: 'stepName' },
  changes: true,
  minutes: 5,
});
const at = (step: string): StepId => stepId(step, 'Contoso');
const pageOf = (view: OpenView, step = 'back-up'): StepPageState => stepPageState(view, at(step));
const commandsOf = (page: StepPageState): readonly string[] => page.actions.map(({ command }) => command);
const labelsOf = (page: StepPageState): readonly string[] => page.actions.map(({ label }) => label);
const blocksOf = (page: StepPageState, id: string): readonly Block[] =>
  page.sections.find((section) => section.id === id)?.blocks ?? [];
const finding: Finding = {
  code: 'BackupSpaceLow',
  severity: 'error',
  message: 'The disk is full.',
  remedy: 'Make room.',
};
const run = [opened, started(at('back-up'), 'r1')];

describe('stepPageState', () => {
  it('says REHEARSAL in a rehearsal only', () => {
    assert.equal(pageOf(viewOf([backUp])).mode, 'REHEARSAL');
    assert.equal(pageOf(viewOf([backUp], [opened], 'production')).mode, undefined);
  });

  it('shows the parts in the order in which they are needed, the long ones folded', () => {
    const { sections } = pageOf(viewOf([{ ...backUp, sources: ['DOC-1'] }]));
    const ids = sections.map(({ id, folded }) => (folded ? `(${id})` : id));
    assert.deepEqual(ids, ['todo', 'command', 'see', 'stop', '(why)', '(wrong)', '(back)', '(sources)']);
  });

  it('gives the command as a person could type it, the host first', () => {
    const [command, after] = blocksOf(pageOf(viewOf([backUp])), 'command');
    assert.ok(command?.kind === 'command' && after?.kind === 'text');
    assert.equal(command.text, "Backup-MfaServerData -ComputerName Contoso -UpgradeId u1 -BackupName 'back-up'");
    assert.match(JSON.stringify(after.text), /Afterwards Test-MfaServerDataBackup looks at the host again/);
  });

  it('shows the command before the upgrade is opened too, without an id that is not there', () => {
    const [command] = blocksOf(pageOf(viewOf([backUp], [])), 'command');
    assert.ok(command?.kind === 'command');
    assert.match(command.text, /-UpgradeId '<made when the upgrade begins>'/);
  });

  it('offers to run what is ready, first', () => {
    const page = pageOf(viewOf([backUp]));
    assert.equal(page.status.words, 'ready · usually 5 min');
    assert.deepEqual(labelsOf(page), ['Run', 'Mark as Done…', 'What If', 'Override…']);
  });

  it('says what the rehearsal took, where it took any time, and not what the step file says', () => {
    const took = (minutes: number): string =>
      pageOf({ ...viewOf([backUp]), rehearsed: new Map([[at('back-up'), minutes]]) }).status.words;
    assert.deepEqual([12.4, 0.2, 0].map(took), [
      'ready · usually 12 min',
      'ready · usually 1 min',
      'ready · usually 5 min',
    ]);
  });

  it('offers the terminal and to find out while a step runs', () => {
    const page = pageOf(viewOf([backUp], run));
    assert.match(
      page.status.words,
      /^running since \d{4}-\d\d-\d\d \d\d:\d\d by jdoe on ADMIN01 · usually 5 min · silence is normal until \d\d:\d\d$/,
    );
    assert.deepEqual(commandsOf(page), ['showTerminal', 'findOut']);
  });

  it('shows why a run failed, the code last, and offers to run it again', () => {
    const page = pageOf(
      viewOf(
        [backUp],
        [...run, ended(at('back-up'), 'r1', { outcome: 'failed', verified: null, findings: [finding] })],
      ),
    );
    assert.equal(page.status.tone, 'bad');
    assert.deepEqual(blocksOf(page, 'findings'), [
      {
        kind: 'findings',
        findings: [
          {
            tone: 'bad',
            severity: 'Error:',
            message: 'The disk is full.',
            remedy: 'Make room.',
            code: 'BackupSpaceLow',
          },
        ],
      },
    ]);
    assert.deepEqual(labelsOf(page), ['Run Again', 'Mark as Done…', 'What If', 'Override…', 'Show Terminal']);
  });

  it('shows the evidence of a done run: plain values, and a row for each file', () => {
    const evidence = {
      Destination: 'D:\\Backup',
      Before: { NewestSet: null },
      Files: [{ Path: 'PhoneFactor.pfdata', CopySha256: 'ab12' }],
    };
    const page = pageOf(viewOf([backUp], [...run, ended(at('back-up'), 'r1', { evidence })]));
    assert.match(page.status.words, /^done /);
    assert.deepEqual(blocksOf(page, 'evidence'), [
      {
        kind: 'table',
        rows: [
          { name: 'Destination', values: ['D:\\Backup'] },
          { name: 'Before', values: ['Newest set: none'] },
          { name: 'Files, 1', values: ['Path: PhoneFactor.pfdata', 'Copy SHA-256: ab12'] },
        ],
      },
    ]);
    assert.deepEqual(commandsOf(page), ['showTerminal', 'reopen']);
  });

  it('names what a blocked step waits for, and what waits for it', () => {
    const view = viewOf([aStep('a'), aStep('b', { after: ['a'] })]);
    assert.equal(pageOf(view, 'b').status.words, 'waits for a');
    assert.deepEqual(blocksOf(pageOf(view, 'b'), 'before'), [{ kind: 'lines', lines: ['a: ready'] }]);
    assert.deepEqual(blocksOf(pageOf(view, 'a'), 'after'), [{ kind: 'lines', lines: ['b'] }]);
    assert.deepEqual(commandsOf(pageOf(view, 'b')), []);
  });

  it('names no more than a few steps where many wait', () => {
    const many = Array.from({ length: 20 }, (_, n) => aStep(`s${String(n)}`, { after: ['a'] }));
    const [block] = blocksOf(pageOf(viewOf([aStep('a'), ...many]), 'a'), 'after');
    assert.ok(block?.kind === 'lines');
    assert.deepEqual([block.lines.length, block.lines.at(-1)], [9, 'and 12 more']);
  });

  it('lets a person see what a blocked step would do', () => {
    const view = viewOf([aStep('a'), { ...backUp, after: ['a'] }]);
    assert.deepEqual(commandsOf(pageOf(view)), ['whatIf']);
  });

  it('offers no trial of a step that only looks', () => {
    const look = aStep('back-up', { kind: 'run', run: 'Test-MfaServerDataBackup' });
    assert.deepEqual(commandsOf(pageOf(viewOf([look]))), ['runStep', 'markAsDone', 'override']);
  });

  it('asks for a word on the restart of a host that a step needs, and no more once it is given', () => {
    const done = [...run, ended(at('back-up'), 'r1', { restartNeeded: true })];
    assert.deepEqual(commandsOf(pageOf(viewOf([backUp], done))), ['markAsDone', 'showTerminal', 'reopen']);
    const restarted: RecordBody = { type: 'attested', step: at('back-up'), how: 'restarted at 22:10' };
    assert.deepEqual(commandsOf(pageOf(viewOf([backUp], [...done, restarted]))), ['showTerminal', 'reopen']);
  });

  it('offers to mark a manual step as done or to go on without it, and to reopen it afterwards', () => {
    const attested: RecordBody = { type: 'attested', step: at('a'), how: 'saw it' };
    assert.deepEqual(labelsOf(pageOf(viewOf([aStep('a')]), 'a')), ['Mark as Done…', 'Override…']);
    const changing = aStep('a', { changes: true });
    assert.deepEqual(labelsOf(pageOf(viewOf([changing]), 'a')), ['Begin', 'Mark as Done…', 'Override…']);
    const page = pageOf(viewOf([aStep('a')], [opened, attested]), 'a');
    assert.match(page.status.words, /^seen to be done .* by jdoe on ADMIN01: saw it$/);
    assert.deepEqual(labelsOf(page), ['Reopen…']);
  });

  it('shows where a decision comes from, and what it can be', () => {
    const page = pageOf(viewOf([aStep('gate', { kind: 'decide', decides: 'purpose' })]), 'gate');
    assert.deepEqual(blocksOf(page, 'decision'), [
      { kind: 'lines', lines: ['lab (what holds when nobody decides)', 'It can be: bridge, lab, archive.'] },
    ]);
    assert.deepEqual(labelsOf(page), ['Decide…']);
  });

  it('says that nothing is decided where nothing is', () => {
    const page = pageOf(
      viewOf([aStep('gate', { kind: 'decide', decides: 'purpose' })], [opened], 'production'),
      'gate',
    );
    const [block] = blocksOf(page, 'decision');
    assert.ok(block?.kind === 'lines');
    assert.equal(block.lines[0], 'Nothing is decided yet. What needs it waits.');
  });

  it('offers no decision that a started step has used', () => {
    const gate = aStep('gate', { kind: 'decide', decides: 'backupFolder' });
    const uses = { ...backUp, after: ['gate'], with: { Destination: 'backupFolder' } };
    const decided: RecordBody = { type: 'decided', key: 'backupFolder', value: 'D:\\Backup' };
    const before = pageOf(viewOf([gate, uses], [opened, decided]), 'gate');
    const after = pageOf(viewOf([gate, uses], [opened, decided, started(at('back-up'), 'r1')]), 'gate');
    assert.deepEqual([commandsOf(before), commandsOf(after)], [['decide'], []]);
  });

  it('offers nothing that writes where nothing can be written, and says so', () => {
    const page = stepPageState({ ...viewOf([backUp]), canWrite: false }, at('back-up'));
    assert.deepEqual(page.actions, []);
    assert.match(page.notes[0] ?? '', /^Nothing is run or recorded here now/);
  });

  it('says of a reopened step why, and of what was built on it which step', () => {
    const attested = (step: string): RecordBody => ({ type: 'attested', step: at(step), how: 'seen' });
    const reopened: RecordBody = { type: 'reopened', step: at('a'), reason: 'wrong host' };
    const view = viewOf([aStep('a'), aStep('b', { after: ['a'] })], [opened, attested('a'), attested('b'), reopened]);
    assert.match(pageOf(view, 'a').status.words, /^unknown since .*: wrong host$/);
    assert.equal(pageOf(view, 'b').status.words, 'unknown: it was built on a, which was reopened');
  });

  it('shows sources with their marks, and links to https only', () => {
    const view = viewOf([{ ...backUp, sources: ['DOC-1', 'V6-MFA-2'] }]);
    assert.deepEqual(blocksOf(pageOf(view), 'sources'), [
      {
        kind: 'sources',
        sources: [
          { title: 'The document', mark: 'documented, 2023-05-01', address },
          { title: 'Instructions of the document', mark: 'V6-MFA-2' },
        ],
      },
    ]);
  });

  it('makes hidden characters of people, findings and evidence visible', () => {
    const evil = 'a\u202eb\u001b[31m<img>';
    const found = { ...finding, message: evil, remedy: evil };
    const end = ended(at('back-up'), 'r1', { outcome: 'failed', verified: null, findings: [found] });
    const attested: RecordBody = { type: 'attested', step: at('a'), how: evil };
    const view = viewOf([backUp, aStep('a')], [...run, end, attested]);
    for (const page of [pageOf(view), pageOf(view, 'a')]) {
      const sent = JSON.stringify(page);
      assert.ok(sent.includes('u{202e}') && sent.includes('u{1b}'));
      assert.ok(!sent.includes('\u202e') && !sent.includes('\\u001b['));
    }
  });

  it('says why a step is not needed, and that a step is no longer there', () => {
    const view = viewOf([aStep('a', { when: 'severalMfaServers' })]);
    assert.equal(pageOf(view, 'a').status.words, 'not needed: The farm has one MFA server.');
    const gone = pageOf(view, 'b');
    assert.equal(gone.status.words, 'This step is no longer in the plan. Choose another one in the checklist.');
    assert.deepEqual([gone.sections, gone.actions], [[], []]);
  });
});
