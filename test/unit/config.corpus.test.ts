import assert from 'node:assert/strict';
import { compareConfigs } from '../../src/core/config/compare';
import { mergeConfigs } from '../../src/core/config/merge';
import { parseTakes } from '../../src/core/config/take';
import { file } from './configBuild';
import { corpusPairs } from './configCorpus';

describe('Corpus of config pairs', () => {
  const pairs = corpusPairs();

  it('holds at least 60 pairs', () => {
    assert.ok(pairs.length >= 60, `${pairs.length} pairs`);
  });

  for (const { name, expected, merged: wanted, ...bytes } of pairs) {
    it(`${name}: ${expected.about}`, () => {
      const [old, fresh] = [file(bytes.old), file(bytes.new)];
      const comparison = compareConfigs(old, fresh);
      const choices = parseTakes(expected.take ?? [], comparison);
      assert.ok(choices.ok, JSON.stringify(choices.findings));
      const merged = mergeConfigs(old, fresh, choices.value);
      assert.ok(merged.ok, JSON.stringify(merged.findings));
      assert.equal(comparison.verdict, expected.verdict);
      assert.equal(Buffer.from(merged.value.bytes).toString('latin1'), wanted.toString('latin1'));
    });
  }
});
