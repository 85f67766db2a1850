import assert from 'node:assert/strict';
import { mkdirSync, renameSync, rmSync, symlinkSync, truncateSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { judgeJournal, type JournalFile, type JournalState, type OutsideCopy } from '../../src/core/upgrade/journal';
import { readRecord } from '../../src/core/upgrade/recordFormat';
import { RecordStore } from '../../src/node/recordStore';
import { sha256 } from '../../src/node/sha256';
import { copyOf, patience, recordFiles, said, stamp, TestJournal } from '../build/journals';

const files = recordFiles([said('one'), said('two'), said('three')]);
const [first = Buffer.alloc(0), second = Buffer.alloc(0), third = Buffer.alloc(0)] = files;

const codes = ({ findings }: JournalState): readonly string[] => findings.map(({ code }) => code);
const numbers = ({ records }: JournalState): readonly number[] => records.map(({ number }) => number);

/** Judges record files as they would lie on disk, number by number. */
function judge(bytes: readonly Uint8Array[], copies: readonly OutsideCopy[] = []): JournalState {
  const read = bytes.map((each, n): JournalFile => ({ number: n + 1, content: readRecord(each, n + 1, sha256) }));
  return judgeJournal({ files: read, strays: [], isBeingWritten: false }, copies, (name) => name);
}

function flipped(bytes: Buffer, at: number, bit: number): Buffer {
  const copy = Buffer.from(bytes);
  copy[at] = (copy[at] ?? 0) ^ (1 << bit);
  return copy;
}

describe('Damage to record files', () => {
  it('any flip of any bit is seen: as damage with its number, or as the torn newest record', function () {
    this.timeout(60_000);
    files.forEach((file, n) => {
      for (let at = 0; at < file.length; at++) {
        for (let bit = 0; bit < 8; bit++) {
          const state = judge(files.with(n, flipped(file, at, bit)));
          const isVoid = n === 2 && at === file.length - 1;
          const where = `record ${String(n + 1)}, byte ${String(at)}, bit ${String(bit)}`;
          assert.equal(state.condition, isVoid ? 'whole' : 'damaged', where);
          assert.equal(state.records.length, n, where);
          assert.match(state.findings[0]?.message ?? '', new RegExp(`^Record ${String(n + 1)} `), where);
        }
      }
    });
  });

  it('with an outside copy the torn newest record is damage too', () => {
    const state = judge([first, second, flipped(third, third.length - 1, 0)], [copyOf(third)]);
    assert.deepEqual([state.condition, ...codes(state)], ['damaged', 'RecordTorn']);
  });

  it('a record of the other mode makes the journal read-only and hides none behind it', () => {
    const mixed = recordFiles([said('one'), said('two'), said('three')], (number) =>
      number === 2 ? { ...stamp, mode: 'production' } : stamp,
    );
    const state = judge(mixed, [copyOf(mixed[2])]);
    assert.deepEqual([state.condition, numbers(state), ...codes(state)], ['damaged', [1, 2, 3], 'RecordOtherMode']);
    assert.match(state.findings[0]?.message ?? '', /^Record 2 is of the other mode/);
  });

  it('every cut of the newest record makes it void, and of another one damage', () => {
    for (let length = 0; length < third.length; length++) {
      const state = judge([first, second, third.subarray(0, length)]);
      assert.deepEqual([state.condition, state.voidNumbers, ...codes(state)], ['whole', [3], 'RecordVoid']);
    }
    for (let length = 0; length < second.length; length++) {
      const state = judge([first, second.subarray(0, length), third]);
      assert.deepEqual([state.condition, numbers(state), ...codes(state)], ['damaged', [1], 'RecordTorn']);
    }
  });

  it('the newest record ending in zeros, at any length, is void', () => {
    for (let length = 0; length < third.length; length++) {
      const state = judge([first, second, Buffer.from(third).fill(0, length)]);
      assert.deepEqual([state.condition, state.voidNumbers], ['whole', [3]]);
    }
  });

  it('missing, exchanged and foreign records are named with their numbers', () => {
    const all = recordFiles([said('one'), said('two'), said('three'), said('four')]);
    const left = all.flatMap((file, n): JournalFile[] =>
      n === 0 || n === 3 ? [{ number: n + 1, content: readRecord(file, n + 1, sha256) }] : [],
    );
    const missing = judgeJournal({ files: left, strays: [], isBeingWritten: false }, [], (name) => name);
    assert.deepEqual([missing.findings[0]?.message, numbers(missing)], ['Records 2 to 3 are missing.', [1]]);
    assert.deepEqual(codes(judge([first, third, second])), ['RecordMisnamed']);
    const [, other = Buffer.alloc(0)] = recordFiles([said('other'), said('history')]);
    assert.deepEqual(codes(judge([first, other, third])), ['RecordOutOfOrder']);
  });

  it('an older copy put back is noticed by what is remembered outside, and the missing numbers are named', () => {
    const older = judge([first], [copyOf(third)]);
    assert.deepEqual([older.condition, numbers(older), ...codes(older)], ['damaged', [1], 'JournalCut']);
    assert.match(older.findings[0]?.message ?? '', /^Records 2 to 3 are missing at the end/);
    const [other = Buffer.alloc(0)] = recordFiles([said('other')]);
    assert.deepEqual(codes(judge([first], [copyOf(other)])), ['JournalReplaced']);
    assert.equal(judge(files, files.map(copyOf)).condition, 'whole');
    assert.deepEqual(codes(judge([], [copyOf(first)])), ['JournalCut']);
  });

  it('what stands behind a record of a newer version is not judged', () => {
    const head = '{"v":2,"anything":1';
    const newer = Buffer.from(`${head},"hash":"${sha256(head)}"}\n`);
    const state = judge([first, newer, Buffer.from('x\n')], [copyOf(third)]);
    assert.deepEqual([state.condition, numbers(state), ...codes(state)], ['newer', [1], 'JournalNewer']);
    assert.equal(judge([Buffer.from('x\n'), newer]).condition, 'damaged');
  });
});

describe('Damage to a journal folder', () => {
  let journal: TestJournal;
  beforeEach(() => (journal = new TestJournal(files)));
  afterEach(() => {
    journal.remove();
  });

  const read = (): Promise<JournalState> => new RecordStore(journal.folder, patience()).readSettled();

  const exchange = (path: string, put: (path: string) => void): void => {
    renameSync(path, `${path}.kept`);
    put(path);
  };
  const damages: readonly (readonly [what: string, code: string, hurt: (path: string) => void])[] = [
    ['a folder in the place of a record', 'RecordNotFile', (path) => exchange(path, (at) => mkdirSync(at))],
    ['a link in its place', 'RecordNotFile', (path) => exchange(path, (at) => symlinkSync(`${path}.kept`, at))],
    ['a link that leads nowhere', 'RecordNotFile', (path) => exchange(path, (at) => symlinkSync('/nowhere', at))],
    ['a record of 200 MB', 'RecordTooLarge', (path) => truncateSync(path, 200 * 1024 * 1024)],
    ['line ends of Windows', 'RecordLineEnds', (path) => writeFileSync(path, second.toString().replace('\n', '\r\n'))],
    ['a missing record', 'RecordMissing', (path) => rmSync(path)],
    ['a second version beside it', 'RecordCopied', (path) => writeFileSync(path.replace('.json', ' (1).json'), second)],
  ];
  for (const [what, code, hurt] of damages) {
    it(`${what} is named, and no record is taken`, async () => {
      hurt(journal.pathOf(2));
      const state = await read();
      assert.deepEqual([state.condition, ...codes(state)], ['damaged', code]);
      const outcome = await new RecordStore(journal.folder, patience()).append(said('more'), stamp, 3);
      assert.equal(outcome.kind === 'refused' && outcome.finding.code, code);
    });
  }

  it('a journal, or an upgrade folder, that is a link is not followed', async () => {
    for (const path of [journal.folder, journal.base]) {
      renameSync(path, join(journal.top, 'elsewhere'));
      symlinkSync(join(journal.top, 'elsewhere'), path);
      assert.deepEqual(codes(await read()), ['JournalLinked']);
      rmSync(path);
      renameSync(join(journal.top, 'elsewhere'), path);
    }
    assert.equal((await read()).condition, 'whole');
  });

  it('a file in the place of the journal is named', async () => {
    rmSync(journal.folder, { recursive: true });
    writeFileSync(journal.folder, 'x');
    assert.deepEqual(codes(await read()), ['JournalLinked']);
  });

  it('other files beside the records are left alone', async () => {
    for (const name of ['desktop.ini', '.DS_Store', '.record-1.tmp']) writeFileSync(join(journal.folder, name), 'x');
    assert.equal((await read()).condition, 'whole');
  });

  it('no journal is an empty one', async () => {
    rmSync(journal.base, { recursive: true });
    assert.equal((await read()).condition, 'empty');
  });
});
