import assert from 'node:assert/strict';
import type { Finding } from '../../src/core/report/finding';
import { findingOf, inShort, load, outlineOf, refused, second, stepFile } from './runbookBuild';

describe('What begins in a runbook ends there: loadRunbook refuses', () => {
  it('an end for other targets, and one that comes too early', () => {
    const files = {
      'test/one/first.md': stepFile('first', 'ends: drained\n'),
      'test/one/second.md': stepFile('second', 'begins: drained\n'),
    };
    const outline = (...steps: readonly string[]): readonly string[] =>
      refused({ ...files, 'test/runbook.yaml': outlineOf(...steps) });
    assert.deepEqual(outline('second', '{ lanes: master, steps: [first] }'), ['RunbookDutyOpen test/one/first.md:6']);
    assert.deepEqual(outline('first', 'second'), ['RunbookDutyOpen test/one/first.md:6']);
    assert.ok(load({ ...files, 'test/runbook.yaml': outlineOf('second', 'first') }).ok);
    assert.ok(load({ ...files, 'test/runbook.yaml': outlineOf('second', 'first', '{ step: first, as: again }') }).ok);
  });

  it('a mistyped end, with the name of what has begun', () => {
    const files = { 'test/one/first.md': stepFile('first', 'begins: freeze\n'), ...second('ends: freze') };
    const finding = findingOf(files);
    assert.equal(inShort(finding), 'RunbookDutyOpen test/one/second.md:6');
    assert.match(finding.remedy, /"ends: freeze"/);
  });

  it('an outage that begins or ends twice, naming the other step', () => {
    const files = {
      'test/one/first.md': stepFile('first', 'outage: begins\n'),
      'test/one/second.md': stepFile('second', 'outage: ends\n'),
    };
    const twice = (step: string): Finding =>
      findingOf({ ...files, 'test/runbook.yaml': outlineOf('first', 'second', `{ step: ${step}, as: again }`) });
    assert.match(twice('second').message, /"second" has ended the outage already/);
    assert.match(twice('first').message, /nothing later ends the outage/);
    const both = outlineOf('first', '{ step: first, as: again }', 'second');
    assert.match(findingOf({ ...files, 'test/runbook.yaml': both }).message, /"again" begins the outage again/);
  });

  it('a way back that ends something: nothing waits for it', () => {
    const back = stepFile('back', 'ends: freeze\n');
    assert.deepEqual(refused({ ...second('undo: back'), 'test/one/back.md': back }), [
      'RunbookWrongValue test/one/back.md:6',
    ]);
  });
});
