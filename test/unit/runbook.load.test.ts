import assert from 'node:assert/strict';
import type { Result } from '../../src/core/report/result';
import { loadRunbook } from '../../src/core/runbook/load';
import type { Runbook } from '../../src/core/runbook/runbook';
import {
  base,
  findingOf,
  headings,
  inShort,
  load,
  loaded,
  names,
  outlineOf,
  refused,
  second,
  sourcesText,
  stepFile,
} from './runbookBuild';

describe('loadRunbook', () => {
  it('gives phases, steps with their defaults and texts, and only the sources that are used', () => {
    const { id, title, phases, steps, sources } = loaded();
    assert.deepEqual({ id, title }, { id: 'test', title: 'Test' });
    assert.deepEqual(phases, [
      {
        id: 'one',
        title: 'One',
        entries: [
          { kind: 'step', step: 'first' },
          { kind: 'step', step: 'second' },
        ],
      },
    ]);
    assert.deepEqual(steps['second'], {
      id: 'second',
      title: 'second',
      kind: 'manual',
      with: {},
      after: ['first'],
      afterAll: [],
      sources: ['V6-MFA-2', 'HA'],
      details: [],
      optional: false,
      changes: false,
      highImpact: false,
      neverOverride: false,
      text: { whatToDo: '1. Look.', why: 'Because.', whatYouShouldSee: 'It.', ifItGoesWrong: 'Ask.', wayBack: 'None.' },
    });
    assert.deepEqual(Object.keys(sources), ['HA']);
  });

  it('reads lane groups, serial unless they say parallel', () => {
    const outline = outlineOf(
      'first',
      '{ lanes: subordinates, steps: [second] }',
      '{ lanes: master, parallel: true, steps: [second] }',
    );
    assert.deepEqual(loaded({ 'test/runbook.yaml': outline }).phases[0]?.entries.slice(1), [
      { kind: 'lanes', for: 'subordinates', parallel: false, steps: ['second'] },
      { kind: 'lanes', for: 'master', parallel: true, steps: ['second'] },
    ]);
  });

  it('makes a step of its own of a second place, with its own predecessors and the text of its file', () => {
    const outline = outlineOf(
      'first',
      'second',
      '{ lanes: master, steps: [{ step: first, as: first-again, after: [second] }] }',
    );
    const { phases, steps } = loaded({ 'test/runbook.yaml': outline });
    assert.deepEqual(phases[0]?.entries[2], { kind: 'lanes', for: 'master', parallel: false, steps: ['first-again'] });
    assert.deepEqual(steps['first-again'], { ...steps['first'], id: 'first-again', after: ['second'] });
  });

  it('marks a function that is not exported as planned, and leaves the kind', () => {
    const step = stepFile(
      'first',
      'run: Install-MfaServer\nverify: Test-MfaServer\nwith: { Installer: installer }\n',
      'run',
    );
    const { kind, run, automation } = loaded({ 'test/one/first.md': step }).steps['first'] ?? assert.fail();
    assert.deepEqual({ kind, run, automation }, { kind: 'run', run: 'Install-MfaServer', automation: 'planned' });
  });

  it('marks nothing where the functions are exported', () => {
    const step = stepFile('first', 'run: Backup-MfaServerData\nverify: Test-MfaServerDataBackup\n', 'run');
    assert.equal(loaded({ 'test/one/first.md': step }).steps['first']?.automation, undefined);
  });

  it('reads a file with the line ends of Windows the same', () => {
    const windows = { 'test/one/first.md': stepFile('first').replaceAll('\n', '\r\n') };
    assert.deepEqual(loaded(windows), loaded());
  });

  it('reads a file that begins with a byte order mark the same', () => {
    const marked = Object.fromEntries(Object.entries(base).map(([path, text]) => [path, `\uFEFF${text}`]));
    assert.deepEqual(loaded(marked), loaded());
  });
});

/** What is wrong in line 6 of the second step, its code, and what the remedy names. */
const wrongLines: readonly (readonly [what: string, line: string, code: string, remedy: RegExp, kind?: string])[] = [
  ['member', 'aftr: [first]', 'RunbookUnknownMember', /"after"/],
  ['selector', 'for: subordinate', 'RunbookUnknownName', /"subordinates"/],
  ['condition', 'when: severalMfaServer', 'RunbookUnknownName', /"severalMfaServers"/],
  ['detail', 'details: [client]', 'RunbookUnknownName', /"clients"/],
  ['predecessor', 'after: [frst]', 'RunbookUnknownName', /"first"/],
  ['predecessor on every target', 'afterAll: [frst]', 'RunbookUnknownName', /"first"/],
  ['way back', 'undo: frst', 'RunbookUnknownName', /"first"/],
  ['decision', 'decides: purposes', 'RunbookUnknownName', /"purpose"/, 'decide'],
  ['kind of value', 'optional: perhaps', 'RunbookWrongValue', /true or false/],
  ['kind of list', 'after: first', 'RunbookWrongValue', /a list/],
  ['number', 'minutes: 0', 'RunbookWrongValue', /from 1/],
  ['outage', 'outage: pauses', 'RunbookWrongValue', /begins or ends/],
  ['outage that nothing ends', 'outage: begins', 'RunbookDutyOpen', /outage: ends/],
  ['outage that nothing begins', 'outage: ends', 'RunbookDutyOpen', /outage: begins/],
  ['place for a decision', 'decides: purpose', 'RunbookWrongValue', /kind: decide/],
  ['place for a function', 'run: Test-MfaUpgradeReadiness', 'RunbookWrongValue', /kind: run/],
  ['duty that nothing ends', 'begins: freeze', 'RunbookDutyOpen', /ends: freeze/],
  ['duty that nothing begins', 'ends: freeze', 'RunbookDutyOpen', /begins: freeze/],
  ['alias', 'after: [*one]', 'RunbookAlias', /the value itself/],
  ['way back that a phase lists', 'undo: first', 'RunbookUndoListed', /of its own/],
  ['merge key', '<<: { optional: true }', 'RunbookUnknownMember', /instead/],
];

describe('loadRunbook refuses, with file, line and what to write instead', () => {
  for (const [what, line, code, remedy, kind] of wrongLines) {
    it(`an unknown or wrong ${what}`, () => {
      const finding = findingOf(second(line, kind));
      assert.deepEqual(
        { code: finding.code, file: finding.file, line: finding.line },
        { code, file: 'test/one/second.md', line: 6 },
      );
      assert.match(finding.remedy, remedy);
    });
  }

  it('a parameter value', () => {
    const lines = 'run: Backup-MfaServerData\nverify: Test-MfaServerDataBackup\nwith:\n  UpgradeId: upgradeID\n';
    const finding = findingOf({ 'test/one/second.md': stepFile('second', lines, 'run') });
    assert.deepEqual([finding.code, finding.line], ['RunbookUnknownName', 9]);
    assert.match(finding.remedy, /"upgradeId"/);
  });

  it('a source', () => {
    const step = stepFile('second').replace('[V6-MFA-2, HA]', '[V6-MFA-3]');
    const finding = findingOf({ 'test/one/second.md': step });
    assert.deepEqual([finding.code, finding.line], ['RunbookUnknownName', 5]);
    assert.match(finding.remedy, /V6-MFA-2/);
  });

  it('a function with a slip in its name, or of another form', () => {
    const step = (run: string): Readonly<Record<string, string>> => ({
      'test/one/second.md': stepFile('second', `run: ${run}\nverify: Test-MfaServerDataBackup\n`, 'run'),
    });
    assert.match(findingOf(step('Backup-MfaServerDta')).remedy, /"Backup-MfaServerData"/);
    assert.deepEqual(refused(step('backup.ps1')), ['RunbookWrongValue test/one/second.md:6']);
  });

  it('a function that nothing verifies, and a test that something verifies', () => {
    assert.deepEqual(refused(second('run: Backup-MfaServerData', 'run')), [
      'RunbookMemberMissing test/one/second.md:4',
    ]);
    const both = stepFile('second', 'run: Test-MfaUpgradeReadiness\nverify: Test-MfaServerDataBackup\n', 'run');
    assert.deepEqual(refused({ 'test/one/second.md': both }), ['RunbookWrongValue test/one/second.md:7']);
  });

  it('a kind without what it needs', () => {
    assert.deepEqual(refused(second('changes: true', 'decide')), ['RunbookMemberMissing test/one/second.md:4']);
  });

  it('an unknown kind', () => {
    assert.deepEqual(refused(second('changes: true', 'walk')), ['RunbookWrongValue test/one/second.md:4']);
  });

  it('a missing member', () => {
    const step = stepFile('second').replace('title: second\n', '');
    assert.match(findingOf({ 'test/one/second.md': step }).remedy, /"title"/);
  });

  it('an id that is not the name of the file', () => {
    const finding = findingOf({ 'test/one/second.md': stepFile('secnd') });
    assert.deepEqual([finding.code, finding.file, finding.line], ['RunbookIdDiffers', 'test/one/second.md', 2]);
  });

  it('a file that no phase lists', () => {
    assert.deepEqual(refused({ 'test/one/third.md': stepFile('third') }), ['RunbookStepUnlisted test/one/third.md:2']);
  });

  it('but not the file of a way back', () => {
    const files = { ...second('undo: back'), 'test/one/back.md': stepFile('back') };
    assert.ok(load(files).ok);
  });

  it('a step that no file has, with the nearest name', () => {
    const finding = findingOf({ 'test/runbook.yaml': outlineOf('first', 'secnd') });
    assert.deepEqual([finding.code, finding.file, finding.line], ['RunbookUnknownName', 'test/runbook.yaml', 7]);
    assert.match(finding.remedy, /"second"/);
  });

  it('a step whose name is like no other, without naming another', () => {
    const finding = findingOf({ 'test/runbook.yaml': outlineOf('first', 'second', 'own-way-in') });
    assert.equal(inShort(finding), 'RunbookUnknownName test/runbook.yaml:8');
    assert.equal(finding.remedy, 'Add the file of this name, or take the name out.');
  });

  it('a mistyped common step, with its name', () => {
    const files = { 'test/runbook.yaml': outlineOf('first', 'second', 'own-way-inn') };
    const finding = findingOf({ ...files, 'common/one/own-way-in.md': stepFile('own-way-in') });
    assert.match(finding.remedy, /"own-way-in"/);
  });

  it('a step without a source, and a second place without one', () => {
    const step = stepFile('second').replace('[V6-MFA-2, HA]', '[]');
    assert.deepEqual(refused({ 'test/one/second.md': step }), ['RunbookWrongValue test/one/second.md:5']);
    const outline = outlineOf('first', '{ step: second, sources: [] }');
    assert.deepEqual(refused({ 'test/runbook.yaml': outline }), ['RunbookWrongValue test/runbook.yaml:7']);
  });

  it('a phase or a lane without steps', () => {
    const lanes = outlineOf('first', 'second', '{ lanes: master, steps: [] }');
    assert.deepEqual(refused({ 'test/runbook.yaml': lanes }), ['RunbookWrongValue test/runbook.yaml:8']);
  });

  it('two phases of one id', () => {
    const outline = `${outlineOf('first', 'second')}  - { id: one, title: Again, steps: [third] }\n`;
    const finding = findingOf({ 'test/runbook.yaml': outline, 'test/one/third.md': stepFile('third') });
    assert.equal(inShort(finding), 'RunbookWrongValue test/runbook.yaml:8');
    assert.match(finding.remedy, /no other phase/);
  });

  it('an empty runbook.yaml, and none of the names that it would give', () => {
    const files = { ...second('after: [again]'), 'test/runbook.yaml': '' };
    assert.deepEqual(refused(files), ['RunbookMemberMissing test/runbook.yaml:1']);
  });

  it('a lane group of an unknown selector', () => {
    const outline = outlineOf('first', '{ lanes: subordinate, steps: [second] }');
    assert.match(findingOf({ 'test/runbook.yaml': outline }).remedy, /"subordinates"/);
  });

  it('a step that stands twice for the same targets', () => {
    assert.deepEqual(refused({ 'test/runbook.yaml': outlineOf('first', 'second', 'first') }), [
      'RunbookStepTwice test/runbook.yaml:8',
    ]);
  });

  it('a second place under a name that is taken', () => {
    const taken = outlineOf('first', 'second', '{ step: first, as: second }');
    assert.deepEqual(refused({ 'test/runbook.yaml': taken }), ['RunbookWrongValue test/runbook.yaml:8']);
    const again = '{ step: first, as: again }';
    assert.deepEqual(
      refused({ 'test/runbook.yaml': outlineOf('first', 'second', again, `{ lanes: master, steps: [${again}] }`) }),
      ['RunbookStepTwice test/runbook.yaml:9'],
    );
  });

  it('an unknown member of runbook.yaml', () => {
    const outline = `${outlineOf('first', 'second')}notyet: [more]\n`;
    assert.deepEqual(refused({ 'test/runbook.yaml': outline }), ['RunbookUnknownMember test/runbook.yaml:8']);
  });

  it('steps that wait for each other, naming the circle', () => {
    const finding = findingOf({ 'test/one/first.md': stepFile('first', 'after: [second]\n') });
    assert.deepEqual([finding.code, finding.file, finding.line], ['RunbookCircle', 'test/one/first.md', 6]);
    assert.match(finding.message, /first, second, first/);
  });

  it('a wait of runbook.yaml for what no phase lists, at its line there', () => {
    const files = { ...second('undo: back'), 'test/one/back.md': stepFile('back') };
    const outline = outlineOf('first', 'second', '{ step: first, as: again, after: [back] }');
    assert.deepEqual(refused({ ...files, 'test/runbook.yaml': outline }), [
      'RunbookWaitsForUnlisted test/runbook.yaml:8',
    ]);
  });

  it('a file without front matter', () => {
    assert.deepEqual(refused({ 'test/one/second.md': headings }), ['RunbookFrontMatterMissing test/one/second.md:1']);
  });

  it('what is not YAML', () => {
    assert.deepEqual(refused(second('after: [first')), ['RunbookNotYaml test/one/second.md:6']);
    assert.deepEqual(refused({ 'test/runbook.yaml': 'title: "Test\n' }), ['RunbookNotYaml test/runbook.yaml:2']);
  });

  it('a member that stands twice', () => {
    assert.deepEqual(refused(second('title: other')), ['RunbookMemberTwice test/one/second.md:6']);
  });

  it('an alias bomb, without unfolding it', () => {
    const levels = Array.from({ length: 40 }, (_, n) => `x${n + 1}: &x${n + 1} [*x${n}, *x${n}, *x${n}]`);
    const bomb = ['x0: &x0 [boom]', ...levels].join('\n');
    const found = refused({ 'test/runbook.yaml': bomb });
    assert.equal(found.length, 120);
    assert.equal(found[0], 'RunbookAlias test/runbook.yaml:2');
  });

  it('a runbook without runbook.yaml, and a folder without sources.yaml', () => {
    const without = (path: string): Result<Runbook> => {
      const files = new Map(Object.entries(base).filter(([name]) => name !== path));
      return loadRunbook(files, 'test', names);
    };
    assert.deepEqual(
      without('test/runbook.yaml').findings.map(({ code, file }) => [code, file]),
      [['RunbookFileMissing', 'test/runbook.yaml']],
    );
    assert.deepEqual(
      without('sources.yaml').findings.map(({ code, file }) => [code, file]),
      [['RunbookFileMissing', 'sources.yaml']],
    );
  });

  it('a source with an address that is none of the web, or with an unknown mark', () => {
    const wrong = sourcesText.replace('https://example.com/ha', '../ha.md').replace('community', 'rumour');
    assert.deepEqual(refused({ 'sources.yaml': wrong }), [
      'RunbookWrongValue sources.yaml:3',
      'RunbookWrongValue sources.yaml:8',
    ]);
  });

  it('everything at once, in the order of the files', () => {
    const found = refused({
      'test/one/first.md': stepFile('first', 'for: frm\nwhen: never\n'),
      'test/one/second.md': stepFile('other'),
    });
    assert.deepEqual(found, [
      'RunbookUnknownName test/one/first.md:6',
      'RunbookUnknownName test/one/first.md:7',
      'RunbookIdDiffers test/one/second.md:2',
    ]);
  });

  it('has a whole sentence for what is and one for what to do, in every finding', () => {
    const changes = wrongLines.map(([, line, , , kind]) => second(line, kind));
    for (const { message, remedy } of changes.flatMap((changed) => load(changed).findings)) {
      assert.match(message, /^[A-Z"].*\.$/);
      assert.match(remedy, /^[A-Z].*\.$/);
    }
  });
});
