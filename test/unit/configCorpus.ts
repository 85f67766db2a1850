import assert from 'node:assert/strict';
import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import type { Verdict } from '../../src/core/config/comparison';

/** What a pair of the corpus shows, and what comes out of it. */
export interface Expected {
  readonly about: string;
  readonly verdict: Verdict;
  /** Encoding of the texts in the new file. */
  readonly encoding: BufferEncoding;
  readonly edits: readonly { readonly old: string; readonly new: string }[];
  readonly take?: readonly string[];
}

/** A pair of files, and the file that merging them must give. */
export interface CorpusPair {
  readonly name: string;
  readonly old: Buffer;
  readonly new: Buffer;
  readonly expected: Expected;
  readonly merged: Buffer;
}

const corpus = join('test', 'fixtures', 'config');

/** All pairs, by name. */
export function corpusPairs(): readonly CorpusPair[] {
  return readdirSync(corpus).map((name) => {
    const read = (part: string): Buffer => readFileSync(join(corpus, name, part));
    const expected = JSON.parse(read('edits.json').toString('utf8')) as Expected;
    const fresh = read('new.config');
    return {
      name,
      old: read('old.config'),
      new: fresh,
      expected,
      merged: turned(edited(turned(fresh), expected), fresh),
    };
  });
}

/** The new file with each literal text replaced. Knows no XML. A text that is not there exactly once fails. */
function edited(fresh: Buffer, { edits, encoding }: Expected): Buffer {
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

/** Byte pairs turned round where a file is UTF-16 BE, so that the literal texts can be found as UTF-16 LE. */
const turned = (bytes: Buffer, like = bytes): Buffer => (like[0] === 0xfe ? Buffer.from(bytes).swap16() : bytes);
