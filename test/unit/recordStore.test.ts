import assert from 'node:assert/strict';
import {
  readdirSync,
  readFileSync,
  rmSync,
  statSync,
  symlinkSync,
  unlinkSync,
  utimesSync,
  writeFileSync,
} from 'node:fs';
import { join } from 'node:path';
import { nodeFileSystem, type JournalFileSystem, type OpenEntry } from '../../src/node/journalFileSystem';
import { RecordStore, type AppendOutcome, type RecordStoreOptions } from '../../src/node/recordStore';
import { serialiseRecord } from '../../src/core/upgrade/recordFormat';
import { sha256 } from '../../src/node/sha256';
import { copyOf, patience, recordFiles, said, stamp, TestJournal } from '../build/journals';

const files = recordFiles([said('one'), said('two'), said('three')]);
const [first = Buffer.alloc(0), second = Buffer.alloc(0), third = Buffer.alloc(0)] = files;

const failing = (code: string) => (): Promise<never> => Promise.reject(Object.assign(new Error(code), { code }));
const codeOf = (outcome: AppendOutcome): string => (outcome.kind === 'refused' ? outcome.finding.code : outcome.kind);

describe('RecordStore', () => {
  let journal: TestJournal;
  beforeEach(() => (journal = new TestJournal()));
  afterEach(() => {
    journal.remove();
  });

  const storeWith = (options: RecordStoreOptions = {}): RecordStore =>
    new RecordStore(journal.folder, { ...patience(), ...options });
  const storeOn = (fs: Partial<JournalFileSystem>): RecordStore => storeWith({ fs: { ...nodeFileSystem, ...fs } });
  const putAll = (...bytes: readonly (Uint8Array | string)[]): void => {
    bytes.forEach((each, n) => journal.put(n + 1, each));
  };

  it('writes the bytes of the format, and nothing beside them', async () => {
    rmSync(journal.base, { recursive: true });
    const store = storeWith();
    for (const [n, text] of ['one', 'two', 'three'].entries()) {
      assert.equal(codeOf(await store.append(said(text), stamp, n)), 'written');
    }
    assert.deepEqual(readdirSync(journal.folder), ['000001.json', '000002.json', '000003.json']);
    assert.deepEqual(
      [1, 2, 3].map((number) => readFileSync(journal.pathOf(number))),
      files,
    );
  });

  it('gives the written record as a reader sees it', async () => {
    const store = storeWith();
    const outcome = await store.append(said('one'), stamp, 0);
    assert.ok(outcome.kind === 'written');
    assert.deepEqual([outcome.record], (await storeWith().read()).records);
  });

  it('loses to whoever was faster, and shows what that one did', async () => {
    await storeWith().append(said('one'), stamp, 0);
    const outcome = await storeWith().append(said('two'), stamp, 0);
    assert.ok(outcome.kind === 'lost');
    assert.deepEqual(
      outcome.state.records.map(({ number }) => number),
      [1],
    );
  });

  it('loses also when the other one comes between looking and writing', async () => {
    const link: JournalFileSystem['link'] = (from, to) => {
      putAll(first);
      return nodeFileSystem.link(from, to);
    };
    const outcome = await storeOn({ link }).append(said('late'), stamp, 0);
    assert.ok(outcome.kind === 'lost');
    assert.equal(outcome.state.records.length, 1);
    assert.deepEqual(readdirSync(journal.folder), ['000001.json']);
  });

  it('knows its own record when a share gives the number and still reports an error', async () => {
    for (const [n, code] of ['EEXIST', 'EIO', 'EPERM'].entries()) {
      const link: JournalFileSystem['link'] = async (from, to) => {
        await nodeFileSystem.link(from, to);
        return failing(code)();
      };
      assert.equal(codeOf(await storeOn({ link }).append(said(code), stamp, n)), 'written', code);
    }
  });

  it('lets appends of one window wait for each other', async () => {
    const store = storeWith();
    const outcomes = await Promise.all(['one', 'two'].map((text) => store.append(said(text), stamp, 0)));
    assert.deepEqual(outcomes.map(codeOf), ['written', 'lost']);
  });

  it('takes no record behind two torn ones: only the newest can be void', async () => {
    putAll(first, '', 'cut');
    const outcome = await storeWith().append(said('more'), stamp, 1);
    assert.equal(outcome.kind === 'refused' && outcome.finding.code, 'RecordTorn');
  });

  it('names the torn newest record in the next one', async () => {
    putAll(first, 'cut');
    const outcome = await storeWith().append(said('more'), stamp, 1);
    assert.ok(outcome.kind === 'written');
    assert.deepEqual([outcome.record.number, outcome.record.void, outcome.record.prev], [3, [2], copyOf(first).hash]);
    const state = await storeWith().read();
    assert.deepEqual([state.condition, state.voidNumbers, state.findings], ['whole', [2], []]);
  });

  it('leaves out a record that was finished only after the next one had called it void', async () => {
    putAll(first, 'cut');
    await storeWith().append(said('more'), stamp, 1);
    journal.put(2, second);
    const state = await storeWith().read();
    assert.deepEqual([state.condition, state.records.map(({ number }) => number)], ['whole', [1, 3]]);
  });

  it('starts with a void number when the first record was torn', async () => {
    putAll('cut');
    assert.equal((await storeWith().readSettled()).condition, 'empty');
    const outcome = await storeWith().append(said('one'), stamp, 0);
    assert.ok(outcome.kind === 'written');
    assert.deepEqual([outcome.record.number, outcome.record.void, outcome.record.prev], [2, [1], '0'.repeat(64)]);
  });

  it('takes a torn newest record for being written until it has not changed for ten seconds', async () => {
    putAll(first, 'cut');
    let nowMs = 0;
    const store = storeWith({ elapsedMs: () => nowMs });
    const conditionAt = async (ms: number): Promise<string> => {
      nowMs = ms;
      return (await store.read()).condition;
    };
    assert.equal(await conditionAt(0), 'beingWritten');
    assert.equal(await conditionAt(9_999), 'beingWritten');
    journal.put(2, 'cut, and more');
    assert.equal(await conditionAt(10_000), 'beingWritten');
    assert.equal(await conditionAt(19_999), 'beingWritten');
    assert.equal(await conditionAt(20_000), 'whole');
  });

  it('waits for whoever is writing, then loses to the finished record', async () => {
    putAll(first, 'cut');
    const wait = (): Promise<void> => {
      journal.put(2, second);
      return Promise.resolve();
    };
    const outcome = await storeWith({ wait }).append(said('more'), stamp, 1);
    assert.ok(outcome.kind === 'lost');
    assert.equal(outcome.state.records.length, 2);
  });

  it('gives up on a record that keeps growing, and says so', async () => {
    putAll(first, 'cut');
    let length = 0;
    const wait = (): Promise<void> => {
      journal.put(2, 'x'.repeat((length += 1)));
      return Promise.resolve();
    };
    assert.equal(codeOf(await storeWith({ wait }).append(said('more'), stamp, 1)), 'JournalBeingWritten');
  });

  it('gives the same state as long as nothing changes', async () => {
    putAll(...files);
    const store = storeWith();
    const state = await store.read();
    assert.equal(await store.read(), state);
    journal.put(4, 'cut');
    assert.notEqual(await store.read(), state);
  });

  it('reads a whole record once, and again only when the file has changed', async () => {
    putAll(...files);
    const read: string[] = [];
    const store = storeOn({ read: (path, limit) => (read.push(path.slice(-6)), nodeFileSystem.read(path, limit)) });
    await store.read();
    await store.read();
    assert.deepEqual(read.splice(0).sort(), ['1.json', '2.json', '3.json']);
    utimesSync(journal.pathOf(2), 1, 1);
    assert.equal((await store.read()).condition, 'whole');
    assert.deepEqual(read, ['2.json']);
  });

  it('notices an old record that changes, an old one that goes, and a tail that is cut, without an outside copy', async () => {
    putAll(...files);
    const store = storeWith();
    const codes = async (): Promise<readonly string[]> => (await store.read()).findings.map(({ code }) => code);
    assert.deepEqual(await codes(), []);
    writeFileSync(journal.pathOf(1), Buffer.from(first).fill(0x20, 30, 31));
    assert.deepEqual(await codes(), ['RecordDamaged']);
    unlinkSync(journal.pathOf(1));
    assert.deepEqual(await codes(), ['RecordMissing']);
    putAll(first);
    unlinkSync(journal.pathOf(3));
    assert.deepEqual(await codes(), ['JournalCut']);
    assert.equal(codeOf(await store.append(said('more'), stamp, 2)), 'JournalCut');
    putAll(first, second, third);
    assert.deepEqual(await codes(), []);
  });

  it('keeps to what is remembered outside when it appends', async () => {
    putAll(first, second);
    const store = storeWith();
    assert.equal((await store.read(copyOf(third))).condition, 'damaged');
    assert.equal(codeOf(await store.append(said('more'), stamp, 2)), 'JournalCut');
  });

  it('never takes a torn newest record for void that somebody remembers', async () => {
    putAll(first, second.subarray(0, 40));
    const state = await storeWith().readSettled(copyOf(second));
    assert.deepEqual([state.condition, state.findings[0]?.code], ['damaged', 'RecordTorn']);
  });

  it('finds a record that came between two looks of one list', async () => {
    putAll(...files);
    let lists = 0;
    const list: JournalFileSystem['list'] = async (folder) => {
      const names = await nodeFileSystem.list(folder);
      return (lists += 1) === 1 ? names.filter((name) => name !== '000002.json') : names;
    };
    assert.deepEqual((await storeOn({ list }).read()).findings, []);
  });

  it('refuses a record over 4 MB and one nested too deep, and writes nothing', async () => {
    const deep = JSON.parse(`${'['.repeat(50_000)}${']'.repeat(50_000)}`) as unknown;
    for (const farm of ['x'.repeat(4 * 1024 * 1024), deep]) {
      assert.equal(
        codeOf(await storeWith().append({ type: 'farmAccepted', farm, farmHash: 'h' }, stamp, 0)),
        'RecordTooLong',
      );
    }
    assert.deepEqual(readdirSync(journal.folder), []);
  });

  it('says what to do when there is no room, no right, no free file, and when the disk fails', async () => {
    const said = [
      ['ENOSPC', 'JournalDiskFull'],
      ['EDQUOT', 'JournalDiskFull'],
      ['EACCES', 'JournalReadOnly'],
      ['EROFS', 'JournalReadOnly'],
      ['EMFILE', 'JournalTooManyFiles'],
      ['EIO', 'JournalDiskError'],
    ] as const;
    for (const [code, expected] of said) {
      const outcome = await storeOn({ create: failing(code) }).append({ type: 'movedTo', computer: 'B' }, stamp, 0);
      assert.equal(codeOf(outcome), expected);
    }
    const unlistable = await storeOn({ list: failing('EACCES') }).read();
    assert.deepEqual([unlistable.condition, unlistable.findings[0]?.code], ['damaged', 'JournalUnreadable']);
  });

  it('keeps showing what it knew while the folder cannot be read', async () => {
    putAll(...files);
    let list: JournalFileSystem['list'] = (folder) => nodeFileSystem.list(folder);
    const store = storeOn({ list: (folder) => list(folder) });
    await store.read();
    list = failing('EHOSTDOWN');
    const state = await store.read();
    assert.deepEqual([state.condition, state.records.length], ['damaged', 3]);
    list = (folder) => nodeFileSystem.list(folder);
    assert.equal((await store.read()).condition, 'whole');
  });

  it('takes away temporary files of a day ago, and no younger ones', async () => {
    const names = ['00000000-0000-4000-8000-000000000000', '00000000-0000-4000-8000-000000000001'];
    const [old = '', young = ''] = names.map((name) => join(journal.folder, `.record-${name}.tmp`));
    for (const path of [old, young]) writeFileSync(path, 'cut');
    utimesSync(old, 1_000_000, 1_000_000);
    const clock = { nowMs: () => statSync(young).mtimeMs + 60_000 };
    await storeWith({ clock }).append(said('one'), stamp, 0);
    assert.deepEqual(
      readdirSync(journal.folder).sort(),
      [young.slice(journal.folder.length + 1), '000001.json'].sort(),
    );
  });

  it('does not write through a link in the place of the journal', async () => {
    rmSync(journal.folder, { recursive: true });
    symlinkSync(journal.top, journal.folder);
    assert.equal(codeOf(await storeWith().append(said('one'), stamp, 0)), 'JournalLinked');
    assert.deepEqual(readdirSync(journal.top), ['.mfa-upgrade']);
  });

  it('does not warn where a folder cannot be synced', async () => {
    const openFolder: JournalFileSystem['openFolder'] = async (path) => ({
      ...(await nodeFileSystem.openFolder(path)),
      sync: failing('EPERM'),
    });
    assert.equal(codeOf(await storeOn({ openFolder }).append(said('one'), stamp, 0)), 'written');
    assert.equal(codeOf(await storeOn({ openFolder: failing('EISDIR') }).append(said('two'), stamp, 1)), 'written');
  });

  describe('where there are no hard links', () => {
    /** Every file that is made under a number gets these calls instead of the real ones. */
    const withoutLinks = (calls: (file: OpenEntry) => Partial<OpenEntry>): Partial<JournalFileSystem> => ({
      link: failing('EPERM'),
      create: async (path) => {
        const file = await nodeFileSystem.create(path, 0o600);
        return /\d{6}\.json$/.test(path) ? { ...file, ...calls(file) } : file;
      },
    });

    it('takes back a number that it could not fill, and leaves one that it was too slow with', async () => {
      const full = withoutLinks(() => ({ write: failing('ENOSPC') }));
      assert.equal(codeOf(await storeOn(full).append(said('one'), stamp, 0)), 'JournalDiskFull');
      assert.deepEqual(readdirSync(journal.folder), []);
      let nowMs = 0;
      const slow = withoutLinks(() => ({ write: () => ((nowMs = 5_001), failing('ENOSPC')()) }));
      const store = storeWith({ fs: { ...nodeFileSystem, ...slow }, elapsedMs: () => nowMs });
      assert.equal(codeOf(await store.append(said('one'), stamp, 0)), 'JournalDiskFull');
      assert.deepEqual(readdirSync(journal.folder), ['000001.json']);
    });

    it('never takes back a whole record, which others may build on, and says that it is not sure', async () => {
      const outcome = await storeOn(withoutLinks(() => ({ sync: failing('EIO') }))).append(said('one'), stamp, 0);
      assert.equal(codeOf(outcome), 'RecordUncertain');
      assert.equal((await storeWith().read()).records.length, 1);
    });

    it('acknowledges nothing that somebody has called void meanwhile', async () => {
      const prev = '0'.repeat(64);
      const { line } = serialiseRecord(said('faster'), stamp, { number: 2, void: [1], prev }, sha256);
      const voided = withoutLinks((file) => ({
        sync: async () => {
          await file.sync();
          journal.put(2, line);
        },
      }));
      const outcome = await storeOn(voided).append(said('one'), stamp, 0);
      assert.ok(outcome.kind === 'lost');
      assert.deepEqual(
        outcome.state.records.map(({ number }) => number),
        [2],
      );
    });
  });

  it('believes nothing that it read before an error of sync: it reads everything again', async () => {
    putAll(...files);
    const read: string[] = [];
    const store = storeOn({
      read: (path, limit) => (read.push(path.slice(-6)), nodeFileSystem.read(path, limit)),
      create: async (path) => ({ ...(await nodeFileSystem.create(path, 0o600)), sync: failing('EIO') }),
    });
    await store.read();
    read.length = 0;
    assert.equal(codeOf(await store.append(said('more'), stamp, 3)), 'JournalDiskError');
    assert.deepEqual(read.sort(), ['1.json', '2.json', '3.json']);
    assert.deepEqual(readdirSync(journal.folder).length, 3);
  });
});
