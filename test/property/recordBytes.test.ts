import assert from 'node:assert/strict';
import fc from 'fast-check';
import { judgeJournal, nextPosition, type JournalState } from '../../src/core/upgrade/journal';
import type { RecordBody } from '../../src/core/upgrade/record';
import { readRecord, serialiseRecord } from '../../src/core/upgrade/recordFormat';
import { sha256 } from '../../src/node/sha256';
import { recordFiles, said, stamp } from '../build/journals';
import { rounds } from './rounds';

const files = recordFiles(['one', 'two', 'three', 'four', 'five'].map(said));

function judge(bytes: readonly Uint8Array[]): JournalState {
  const read = bytes.map((each, n) => ({ number: n + 1, content: readRecord(each, n + 1, sha256) }));
  return judgeJournal({ files: read, strays: [], isBeingWritten: false }, [], (name) => name);
}

/** Bytes as damage leaves them: anything at all, a record with a part exchanged, a record with another hash that fits. */
const damagedBytes = fc.oneof(
  fc.uint8Array({ maxLength: 400 }),
  fc
    .tuple(fc.constantFrom(...files), fc.nat(400), fc.nat(40), fc.uint8Array({ maxLength: 40 }))
    .map(([file, at, length, patch]) => Buffer.concat([file.subarray(0, at), patch, file.subarray(at + length)])),
  fc.json({ maxDepth: 4 }).map((text) => {
    const head = text.replace(/\}$/, '');
    return Buffer.from(`${head},"hash":"${sha256(head)}"}\n`);
  }),
);

/** Bodies with all that JSON can carry inside of them. */
const body: fc.Arbitrary<RecordBody> = fc.oneof(
  fc.string({ unit: 'binary' }).map(said),
  fc.jsonValue().map((farm): RecordBody => ({ type: 'farmAccepted', farm, farmHash: '' })),
  fc
    .dictionary(fc.string(), fc.jsonValue())
    .map((evidence): RecordBody => ({ type: 'settled', step: 'a@b', outcome: 'done', evidence })),
);

describe('Records', () => {
  it('any bytes in any record file give the records before it, and a named finding unless the file is torn', () => {
    const places = fc.array(fc.tuple(fc.nat(files.length - 1), damagedBytes), { minLength: 1, maxLength: 3 });
    fc.assert(
      fc.property(places, (changes) => {
        const bytes: Uint8Array[] = [...files];
        for (const [n, change] of changes) bytes[n] = change;
        const hurt = bytes.findIndex((each, n) => !Buffer.from(each).equals(files[n] ?? Buffer.alloc(0)));
        const state = judge(bytes);
        if (hurt < 0) return assert.equal(state.condition, 'whole');
        assert.deepEqual(
          state.records.map(({ number }) => number),
          files.slice(0, hurt).map((_, n) => n + 1),
        );
        assert.match(state.findings[0]?.message ?? '', /^Records? \d/);
        if (state.condition !== 'damaged') assert.ok(bytes.slice(hurt).every((each) => each.at(-1) !== 0x0a));
      }),
      { numRuns: 3_000 * rounds },
    );
  });

  it('what is written is what is read, whatever it says', () => {
    fc.assert(
      fc.property(body, fc.nat(1e6), (written, n) => {
        const position = { number: n + 1, void: [], prev: '0'.repeat(64) };
        const { line, record } = serialiseRecord(written, stamp, position, sha256);
        assert.deepEqual(readRecord(Buffer.from(line), n + 1, sha256), { kind: 'record', record });
        assert.equal(line.indexOf('\n'), line.length - 1);
      }),
      { numRuns: 1_000 * rounds },
    );
  });

  it('a torn tail is named by the next record, which makes the journal whole again', () => {
    fc.assert(
      fc.property(fc.nat(200), (length) => {
        const bytes = files.map((file, n) => (n < files.length - 1 ? file : file.subarray(0, length)));
        const position = nextPosition(judge(bytes));
        assert.equal(position.number, files.length + 1);
        const { line } = serialiseRecord(said('next'), stamp, position, sha256);
        const state = judge([...bytes, Buffer.from(line)]);
        assert.deepEqual([state.condition, state.findings, state.voidNumbers.length], ['whole', [], 1]);
      }),
    );
  });
});
