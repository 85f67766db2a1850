import assert from 'node:assert/strict';
import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { Choice } from '../../src/core/config/edit';
import { ok, refused } from '../../src/core/report/result';
import { compareFiles } from '../../src/node/compareFiles';
import { changedSince } from '../../src/vscode/compare/changedSince';
import { comparePageState, nothingBeside } from '../../src/vscode/compare/comparePageState';
import { pageActions } from '../../src/vscode/compare/pageActions';
import { configPairs } from '../../src/vscode/compare/pairs';
import type { StepBeside } from '../../src/vscode/compare/stepBeside';
import { parseFromComparePage, type ComparePageState, type CompareRow } from '../../webview-ui/messages';
import { projectRoot } from '../gates/sources';
import { add, app, compare, program, setting, web } from './configBuild';

const pair = { name: 'user-portal: web.config', old: '/farm/old/web.config', new: '/farm/new/web.config' };
const named = { pair, shown: { old: 'old/web.config', new: 'new/web.config' } };
const pageOf = (old: string, fresh: string): ComparePageState => comparePageState(named, ok(compare(old, fresh)));
const pageOfApps = (old: readonly string[], fresh: readonly string[]): ComparePageState =>
  pageOf(web(app(...old)), web(app(...fresh)));
const headingsOf = (page: ComparePageState): readonly string[] => page.groups.map(({ heading }) => heading);
const rowOf = (page: ComparePageState, name: string): CompareRow => {
  const found = page.groups.flatMap(({ rows }) => rows).find((row) => row.name === name);
  assert.ok(found, `${name}: ${JSON.stringify(page)}`);
  return found;
};
const textsOf = (row: CompareRow): readonly string[] =>
  row.sides.map(({ value }) => value.map(({ kind, text }) => (kind === 'different' ? `[${text}]` : text)).join(''));

async function samplePage(component: string): Promise<ComparePageState> {
  const found = await configPairs(join(projectRoot, 'samples', 'contoso'));
  const sample = found.find(({ name }) => name.startsWith(`${component}:`));
  assert.ok(sample, component);
  return comparePageState({ pair: sample, shown: sample }, await compareFiles(sample.old, sample.new));
}

describe('The verdict of the Compare page', () => {
  it('says how much is carried over and how many decisions are open', async () => {
    const page = await samplePage('user-portal');
    assert.equal(page.verdict, 'Carry over 5 values, 1 decision open.');
    assert.equal(page.tone, 'caution');
    assert.equal(page.pair, 'user-portal: web.config');
  });

  it('counts one value as one', () => {
    const page = pageOfApps([add('A', 'old')], [add('A', 'new'), add('B', '')]);
    assert.equal(page.verdict, 'Carry over 1 value.');
    assert.equal(page.tone, 'good');
  });

  it('says that the old file can go back whole, and of which versions never', () => {
    const page = pageOfApps([add('A', 'old')], [add('A', 'new')]);
    assert.equal(page.verdict, 'Restore the old file whole.');
    assert.match(page.notes.join('\n'), /A file from a version before 7\.0 never goes back whole/);
  });

  it('says that there is nothing to do where nothing differs', () => {
    const page = pageOfApps([add('A', 'x')], [add('A', 'x')]);
    assert.equal(page.verdict, 'Nothing to carry over: no setting differs.');
    assert.deepEqual([page.groups, page.notes], [[], []]);
  });

  it('says why a pair is refused, in which file and line, and what to do', () => {
    const finding = {
      code: 'ConfigNotWellFormed',
      severity: 'error',
      message: 'It ends early.',
      remedy: 'Look.',
    } as const;
    const page = comparePageState(named, refused([{ ...finding, file: pair.new, line: 7 }]));
    assert.equal(page.verdict, 'Not compared: It ends early.');
    assert.equal(page.tone, 'bad');
    assert.equal(page.findings[0]?.message, 'New, line 7: It ends early.');
    assert.equal(page.findings[0].remedy, 'Look.');
    assert.deepEqual(page.groups, []);
  });
});

describe('The groups of the Compare page', () => {
  it('hold every difference of the portal of the sample by what becomes of it, those that need nobody folded', async () => {
    const page = await samplePage('user-portal');
    assert.deepEqual(headingsOf(page), [
      'Carried over (5)',
      'To decide (1)',
      'New, left as it is (5)',
      'From the framework, always new (2)',
    ]);
    assert.deepEqual(
      page.groups.map(({ folded }) => folded),
      [false, false, true, true],
    );
  });

  it('show what is gone, and what only a person can carry over', () => {
    const settings = (...own: readonly string[]): string => web(app(), program(...own));
    const gone = pageOf(settings(setting('A', '1'), setting('B', '2')), settings(setting('A', '1')));
    assert.deepEqual(headingsOf(gone), ['Gone (1)']);
    assert.equal(rowOf(gone, 'B').happens, 'left out');
    const byHand = pageOfApps([add('A', 'x')], []);
    assert.deepEqual(headingsOf(byHand), ['To do by hand (1)']);
  });

  it('lose no difference', async () => {
    for (const component of ['user-portal', 'mobile-app', 'adfs-adapter', 'adfs-adapter-attributes']) {
      const found = (await configPairs(join(projectRoot, 'samples', 'contoso'))).find(({ name }) =>
        name.startsWith(`${component}:`),
      );
      assert.ok(found);
      const compared = await compareFiles(found.old, found.new);
      assert.ok(compared.ok);
      const page = comparePageState({ pair: found, shown: found }, compared);
      assert.equal(page.groups.flatMap(({ rows }) => rows).length, compared.value.changes.length, component);
    }
  });

  it('say how many rows are left out of a very long one', () => {
    const many = Array.from({ length: 1_001 }, (_, n) => n);
    const page = pageOfApps(
      many.map((n) => add(`K${n}`, 'old')),
      many.map((n) => add(`K${n}`, 'new')),
    );
    assert.equal(page.groups[0]?.rows.length, 1_000);
    assert.match(page.groups[0].more ?? '', /^1 more/);
  });
});

describe('A row of the Compare page', () => {
  it('has place, lines, reason, and the differing words marked', () => {
    const page = pageOfApps([add('A', 'http://mfa01/sdk')], [add('B', ''), add('A', 'http://mfa02/sdk')]);
    const row = rowOf(page, 'A');
    assert.equal(row.place, 'appSettings · line 3 → 4');
    assert.equal(rowOf(page, 'B').place, 'appSettings · line 3 of the new file');
    assert.equal(row.happens, 'old value kept');
    assert.match(row.reason, /^Both files have it with different values/);
    assert.deepEqual(
      row.sides.map(({ label }) => label),
      ['Old', 'New'],
    );
    assert.deepEqual(textsOf(row), ['http://[mfa01]/sdk', 'http://[mfa02]/sdk']);
  });

  it('says where a value is empty, and where there is none', () => {
    const page = pageOfApps([add('A', 'x')], [add('A', ''), add('B', 'y')]);
    assert.deepEqual(textsOf(rowOf(page, 'A')), ['[x]', 'empty']);
    assert.deepEqual(textsOf(rowOf(page, 'B')), ['not in this file', '[y]']);
  });

  it('shows hostile names and values with everything in them visible, and takes nothing for markup', () => {
    const name = '&lt;img src=x onerror=alert(1)&gt;&#x202e;';
    const page = pageOfApps([add(name, 'a&#x202e;b')], [add(name, 'a&#xA;c'), add('__proto__', 'x')]);
    const row = rowOf(page, '<img src=x onerror=alert(1)>\\u{202e}');
    assert.deepEqual(
      textsOf(row).map((text) => text.replaceAll(/[[\]]/g, '')),
      ['a\\u{202e}b', 'a\\nc'],
    );
    assert.equal(rowOf(page, '__proto__').happens, 'new file stays as it is');
    assert.doesNotMatch(JSON.stringify(page), /\u202e/);
  });

  it('cuts a long value and says how long it is, also where every character has two units', () => {
    const [old, fresh] = ['😀'.repeat(5_000), `${'😀'.repeat(4_999)}x`];
    const [text = ''] = textsOf(rowOf(pageOfApps([add('A', old)], [add('A', fresh)]), 'A'));
    assert.equal(text, `${'😀'.repeat(1_000)}… (the first 2000 of 10000 characters)`);
  });
});

describe('A choice on the Compare page', () => {
  const compared = compare(web(app(add('SSL_REQUIRED', 'true'), add('A', 'x'))), web(app(add('A', 'y'), add('B', ''))));
  const idOf = (name: string): string => compared.changes.find((change) => change.name === name)?.id ?? '';
  const pageWith = (choices: ReadonlyMap<string, Choice>): ComparePageState =>
    comparePageState(named, ok(compared), { ...nothingBeside, choices, isOffered: true });

  it('is ticked beforehand and stays open until somebody confirms it', () => {
    const open = rowOf(pageWith(new Map()), 'SSL_REQUIRED');
    assert.deepEqual(
      [open.isOpen, open.confirm, open.options.find(({ isTicked }) => isTicked)?.side],
      [true, 'Confirm', 'old'],
    );
    const page = pageWith(new Map([[idOf('SSL_REQUIRED'), 'old']]));
    assert.deepEqual([rowOf(page, 'SSL_REQUIRED').isOpen, rowOf(page, 'SSL_REQUIRED').happens], [false, 'inserted']);
    assert.equal(page.verdict, 'Carry over 2 values.');
  });

  it('brings nothing to the page but the rows that it changes', () => {
    const before = pageWith(new Map());
    const { kind, state } = changedSince(before, pageWith(new Map([[idOf('A'), 'new']])));
    assert.equal(kind, 'changed');
    assert.deepEqual(
      state.groups.map(({ rows }) => rows.map(({ name }) => name)),
      [['A'], [], []],
    );
    for (const other of [undefined, { ...before, id: 'another' }, { ...before, groups: before.groups.slice(1) }])
      assert.deepEqual(changedSince(other, before), { kind: 'state', state: before });
  });

  it('is counted, and a text of a person is shown', () => {
    const page = pageWith(new Map<string, Choice>([[idOf('A'), 'new']]));
    assert.equal(page.verdict, 'Carry over nothing, 1 decision open.');
    assert.equal(rowOf(pageWith(new Map([[idOf('A'), { text: 'z' }]])), 'A').happens, 'your value: z');
  });

  it('comes from the page as a row that exists in the list of messages, or not at all', () => {
    assert.deepEqual(parseFromComparePage({ kind: 'choose', row: 1, side: 'old', more: 1 }), {
      kind: 'choose',
      row: 1,
      side: 'old',
    });
    for (const wrong of [
      { kind: 'choose', row: -1, side: 'old' },
      { kind: 'choose', row: 1, side: 'x' },
      { kind: 'command', command: 'rm' },
    ])
      assert.equal(parseFromComparePage(wrong), undefined);
  });
});

describe('The Compare page of a step', () => {
  const compared = compare(web(app(add('SSL_REQUIRED', 'true'), add('A', 'x'))), web(app(add('A', 'y'), add('B', ''))));
  const fetched = { ...named, fetched: new Date(2026, 10, 25, 21, 52).toISOString() };
  const waiting: StepBeside = {
    state: 'ready',
    isThrough: false,
    isTakenBack: false,
    findings: [],
    offered: new Set(['compareConfiguration', 'publish'] as const),
  };
  const page = (step: StepBeside, of: typeof compared | 'gone' = compared): ComparePageState =>
    comparePageState(fetched, of === 'gone' ? undefined : ok(of), {
      ...nothingBeside,
      step,
      preview: { heading: 'Preview', lines: [] },
    });

  it('says where both files come from, and that what is only ticked is not in the preview', () => {
    const { pair: said, files, preview } = page(waiting);
    assert.equal(said, 'user-portal: web.config · fetched 2026-11-25 21:52');
    assert.deepEqual(
      files.map(({ name }) => name),
      ['Old, as it was saved', 'New, as it was installed'],
    );
    assert.match(preview?.note ?? '', /^1 decision is open: .* After that the file can be published\.$/);
  });

  it('says first of all that it was not published, and why', () => {
    const changed = {
      code: 'ConfigurationChanged',
      severity: 'error',
      message: 'It has changed.',
      remedy: 'Compare again.',
    } as const;
    const refusedPage = page({ ...waiting, findings: [changed] });
    assert.equal(refusedPage.verdict, 'Not published. The reason stands below.');
    assert.deepEqual([refusedPage.tone, refusedPage.findings[0]?.message], ['bad', 'It has changed.']);
    const merged = { isThere: true, isDecided: true };
    const first = (step: StepBeside): string | undefined => pageActions(step, merged)[0]?.command;
    assert.deepEqual([first(waiting), first({ ...waiting, findings: [changed] })], ['publish', 'compareConfiguration']);
  });

  it('shows what was published as the record has it, also without the files', () => {
    const decision = { section: 'appSettings', reason: 'Why.' };
    const review = {
      verdict: 'merge',
      old: '1',
      new: '2',
      merged: '3',
      decisions: [
        { ...decision, name: 'A', taken: 'old' },
        { ...decision, name: 'B', taken: 'new' },
      ],
    } as const;
    const published = { review, by: 'jdoe', since: new Date(2026, 10, 25, 22, 5).toISOString() };
    const done = { ...waiting, state: 'done', isThrough: true, published };
    const shown = page(done, 'gone');
    assert.deepEqual(shown, page(done));
    assert.equal(shown.verdict, 'Published: the new file with 1 old value.');
    assert.match(shown.notes[0] ?? '', /^By jdoe, 2026-11-25 22:05\./);
    const stays = { code: 'StepBuiltOn', severity: 'error', message: 'A test stands on it.', remedy: '' } as const;
    const { notes } = page({ ...done, published: { ...published, stays } }, 'gone');
    assert.equal(notes.at(-1), 'It cannot be undone now: A test stands on it.');
    assert.deepEqual(headingsOf(shown), ['Taken from the old file (1)', 'Left as in the new file (1)']);
  });

  it('says that it was taken back, or that its files are not here', () => {
    assert.match(page({ ...waiting, isTakenBack: true }, 'gone').verdict, /^Taken back: /);
    assert.equal(page(waiting, 'gone').verdict, 'Nothing to compare here.');
  });
});

describe('Secrets on the Compare page', () => {
  const secret = 'FIXTURE-secret-of-nobody';

  it('are masks that say equal or different, and nothing else', () => {
    const page = pageOfApps([add('X_PASSWORD', secret)], [add('X_PASSWORD', `${secret}-2`), add('Y_PASSWORD', secret)]);
    assert.deepEqual(textsOf(rowOf(page, 'X_PASSWORD')), ['•••••• (different)', '•••••• (different)']);
    assert.deepEqual(textsOf(rowOf(page, 'Y_PASSWORD')), ['not in this file', '••••••']);
    assert.equal(JSON.stringify(page).includes('secret-of-nobody'), false);
  });

  it('are the only ones that are revealed, and cannot be edited', () => {
    const compared = compare(
      web(app(add('X_PASSWORD', secret), add('A', 'x'), add('B', `Pwd=${secret}`))),
      web(app(add('X_PASSWORD', ''), add('A', 'y'), add('B', 'y'))),
    );
    const page = comparePageState(named, ok(compared), { ...nothingBeside, isOffered: true });
    const controls = ['X_PASSWORD', 'A', 'B'].map((name) => [rowOf(page, name).reveal, rowOf(page, name).edit]);
    assert.deepEqual(controls, [
      ['Reveal', undefined],
      [undefined, 'Edit…'],
      ['Reveal', undefined],
    ]);
  });

  it('of the sample files are in no part of any page', async () => {
    for (const component of ['user-portal', 'mobile-app', 'adfs-adapter', 'adfs-adapter-attributes']) {
      const text = JSON.stringify(await samplePage(component));
      assert.equal(text.includes('no_secret'), false, component);
      assert.ok(text.includes('••••••'), component);
    }
  });
});

describe('The pairs of a folder', () => {
  let folder = '';
  beforeEach(() => {
    folder = mkdtempSync(join(tmpdir(), 'pairs-'));
  });
  afterEach(() => {
    rmSync(folder, { recursive: true });
  });

  it('are the config files that stand under one name in old and in new', async () => {
    for (const file of ['b/old/web.config', 'b/new/web.config', 'a/old/x.config', 'c/old/y.txt', 'c/new/y.txt']) {
      mkdirSync(join(folder, 'configs', file, '..'), { recursive: true });
      writeFileSync(join(folder, 'configs', file), '');
    }
    const inB = join(folder, 'configs', 'b');
    const only = { name: 'b: web.config', old: join(inB, 'old', 'web.config'), new: join(inB, 'new', 'web.config') };
    assert.deepEqual(await configPairs(folder), [only]);
  });

  it('are none where there is no folder configs', async () => {
    assert.deepEqual(await configPairs(folder), []);
  });
});

describe('Messages of the Compare page', () => {
  it('are one, and everything else is dropped', () => {
    assert.deepEqual(parseFromComparePage({ kind: 'ready', more: 1 }), { kind: 'ready' });
    for (const value of [undefined, null, 'ready', 7, [], {}, { kind: 'copy' }, { kind: ['ready'] }]) {
      assert.equal(parseFromComparePage(value), undefined, JSON.stringify(value));
    }
  });
});
