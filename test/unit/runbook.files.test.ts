import assert from 'node:assert/strict';
import { loadRunbooks } from '../../src/core/runbook/load';
import { readRunbookFiles } from '../../tools/runbookInput';
import { aFolder } from '../build/folders';
import { base, findingOf, inShort, names, outlineOf, refused, refusedFolder, stepFile } from './runbookBuild';

describe('The files below runbooks/', () => {
  it('takes the way back of a common step along, however the name is written', () => {
    const files = {
      'common/one/second.md': stepFile('second', 'undo: "back" # by hand\n'),
      'common/one/back.md': stepFile('back'),
    };
    const { 'test/one/second.md': moved, ...others } = base;
    assert.ok(moved);
    const result = loadRunbooks(new Map(Object.entries({ ...others, ...files })), names);
    assert.ok(result.ok, JSON.stringify(result.findings));
    assert.deepEqual(Object.keys(result.value[0]?.steps ?? {}), ['back', 'first', 'second']);
  });
});

describe('loadRunbooks refuses', () => {
  it('two files of one name, also where both are common or one is', () => {
    const found = refused({ 'test/two/second.md': stepFile('second') });
    assert.deepEqual(found, ['RunbookStepTwice test/two/second.md:1']);
    assert.deepEqual(refused({ 'common/one/second.md': stepFile('second') }), [
      'RunbookStepTwice test/one/second.md:1',
    ]);
    const both = { 'common/one/more.md': stepFile('more'), 'common/two/more.md': stepFile('more') };
    assert.deepEqual(refusedFolder(both), ['RunbookStepTwice common/two/more.md:1']);
  });

  for (const path of [
    'test/second.md',
    'test/one/deeper/second.md',
    'test/one/second.MD',
    'test/one/Second.md',
    'test/one/second.txt',
    'test/sources.yaml',
    'common/second.md',
    'common/runbook.yaml',
    'second.md',
  ])
    it(`a file that nothing reads: ${path}`, () => {
      const finding = findingOf({ [path]: stepFile('second') });
      assert.equal(inShort(finding), `RunbookFileUnread ${path}:1`);
      assert.match(finding.remedy, /<runbook>\/<phase>\/<step>\.md/);
    });

  it('and every file of the folder comes before the loader', () => {
    const folder = aFolder({ 'second.MD': '', Thumbs: '' });
    const paths = [...readRunbookFiles(folder.path).keys()];
    folder.remove();
    assert.deepEqual(paths, ['Thumbs', 'second.MD']);
  });

  it('a folder that is no runbook', () => {
    assert.deepEqual(refusedFolder({ 'notes/one/second.md': '' }), ['RunbookFileMissing notes/runbook.yaml:1']);
  });

  it('a common file that no runbook lists, whatever it holds', () => {
    assert.deepEqual(refusedFolder({ 'common/one/third.md': 'Rubbish.' }), [
      'RunbookStepUnlisted common/one/third.md:1',
    ]);
  });

  it('a mistake in a common file once, and not for each runbook that lists it', () => {
    const outline = outlineOf('first', 'second', 'third');
    const third = stepFile('third', 'begins: freeze\n');
    const other = Object.fromEntries(
      Object.entries(base).map(([path, text]) => [path.replace('test/', 'more/'), text]),
    );
    assert.deepEqual(
      refusedFolder({
        ...other,
        'test/runbook.yaml': outline,
        'more/runbook.yaml': outline,
        'common/one/third.md': third,
      }),
      ['RunbookDutyOpen common/one/third.md:6'],
    );
  });
});
