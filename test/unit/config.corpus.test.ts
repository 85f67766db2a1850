import assert from 'node:assert/strict';
import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { compareConfigs } from '../../src/core/config/compare';
import type { Verdict } from '../../src/core/config/comparison';
import { mergeConfigs } from '../../src/core/config/merge';
import { parseTakes } from '../../src/core/config/take';
import { file } from './configBuild';

interface Expected {
  readonly about: string;
  readonly verdict: Verdict;
  /** Encoding of the texts in the new file. */
  readonly encoding: BufferEncoding;
  readonly edits: readonly { readonly old: string; readonly new: string }[];
  readonly take?: readonly string[];
}

const corpus = join('test', 'fixtures', 'config');

/** The new file with each literal text replaced. Knows no XML. A text that is not there exactly once fails. */
function expectedBytes(fresh: Buffer, { edits, encoding }: Expected): Buffer {
  let bytes = fresh;
  for (const edit of edits) {
    const literal = Buffer.from(edit.old, encoding);
    const at = bytes.indexOf(literal);
    assert.ok(at >= 0 && bytes.indexOf(literal, at + 1) < 0, `${edit.old} is not there exactly once`);
    bytes = Buffer.concat([
      bytes.subarray(0, at),
      Buffer.from(edit.new, encoding),
      bytes.subarray(at + literal.length),
    ]);
  }
  return bytes;
}

/** Byte pairs turned round, so that the literal texts of a UTF-16 BE file can be found as UTF-16 LE. */
const turned = (bytes: Uint8Array): Buffer => (bytes[0] === 0xfe ? Buffer.from(bytes).swap16() : Buffer.from(bytes));

describe('Corpus of config pairs', () => {
  const names = readdirSync(corpus);

  it('holds at least 60 pairs', () => {
    assert.ok(names.length >= 60, `${names.length} pairs`);
  });

  for (const name of names) {
    const read = (part: string): Buffer => readFileSync(join(corpus, name, part));
    const expected = JSON.parse(read('edits.json').toString('utf8')) as Expected;

    it(`${name}: ${expected.about}`, () => {
      const [old, fresh] = [file(read('old.config')), file(read('new.config'))];
      const comparison = compareConfigs(old, fresh);
      const choices = parseTakes(expected.take ?? [], comparison);
      assert.ok(choices.ok, JSON.stringify(choices.findings));
      const merged = mergeConfigs(old, fresh, choices.value);
      assert.ok(merged.ok, JSON.stringify(merged.findings));
      assert.equal(comparison.verdict, expected.verdict);
      assert.equal(
        turned(merged.value.bytes).toString('latin1'),
        expectedBytes(turned(read('new.config')), expected).toString('latin1'),
      );
    });
  }
});
