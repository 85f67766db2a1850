import assert from 'node:assert/strict';
import { mkdirSync, readdirSync, rmSync, unlinkSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { checkJournal } from '../../src/node/journalCheck';
import { sha256 } from '../../src/node/sha256';
import { copyOf, patience, putPipe, recordFiles, said, stamp, TestJournal } from '../build/journals';

const files = recordFiles([said('one'), said('two'), said('three')]);

describe('verify-journal', () => {
  let journal: TestJournal;
  beforeEach(() => (journal = new TestJournal(files)));
  afterEach(() => {
    journal.remove();
  });

  const check = (directory = journal.top): ReturnType<typeof checkJournal> => checkJournal(directory, patience());
  const codes = ({ findings }: Awaited<ReturnType<typeof checkJournal>>): readonly string[] =>
    findings.map(({ code }) => code);
  const putRequest = (run: string, text: string): void => {
    mkdirSync(join(journal.base, 'runs', run), { recursive: true });
    writeFileSync(join(journal.base, 'runs', run, 'request.json'), text);
  };

  it('says that a journal is whole, from the folder that holds it and from the upgrade folder itself', async () => {
    const newest = copyOf(files[2]);
    for (const directory of [journal.top, journal.base]) {
      const { exitCode, json, lines } = await check(directory);
      assert.equal(exitCode, 0);
      assert.deepEqual(json, { apiVersion: 1, records: 3, newest, void: [], condition: 'whole', findings: [] });
      assert.deepEqual(lines, ['The journal is whole.', 'Records: 3', `Newest: 3 ${newest.hash}`]);
    }
  });

  it('names a void number, and changes nothing', async () => {
    journal.put(4, 'cut');
    const { exitCode, json, lines } = await check();
    assert.deepEqual([exitCode, json['void'], lines.at(-1)], [0, [4], 'Void: 4']);
    assert.deepEqual(readdirSync(journal.folder).length, 4);
  });

  it('says that a journal is damaged, with the number', async () => {
    journal.put(2, 'x\n');
    const found = await check();
    assert.deepEqual([found.exitCode, found.json['condition'], ...codes(found)], [1, 'damaged', 'RecordDamaged']);
    assert.match(found.findings[0]?.message ?? '', /^Record 2 /);
  });

  it('compares with what the requests of the runs remember', async () => {
    putRequest('r1', JSON.stringify({ v: 1, journal: copyOf(files[1]) }));
    putRequest('r2', JSON.stringify({ v: 1, journal: copyOf(files[2]) }));
    assert.equal((await check()).exitCode, 0);
    unlinkSync(journal.pathOf(3));
    const cut = await check();
    assert.deepEqual([cut.exitCode, ...codes(cut)], [1, 'JournalCut']);
    recordFiles([said('other'), said('history'), said('here')]).forEach((bytes, n) => journal.put(n + 1, bytes));
    assert.deepEqual(codes(await check()), ['JournalReplaced']);
  });

  it('passes over requests that say nothing', async () => {
    const foreign = ['', 'null', '{"journal":7}', '{"journal":{"number":-1,"hash":"x"}}', '{"journal":{"number":9}}'];
    foreign.forEach((text, n) => putRequest(`r${String(n)}`, text));
    writeFileSync(join(journal.base, 'runs', 'a-file'), '');
    assert.equal((await check()).exitCode, 0);
  });

  it('says that a record is of the other mode', async () => {
    const mixed = recordFiles([said('one'), said('two')], (n) => ({
      ...stamp,
      mode: n === 1 ? 'rehearsal' : 'production',
    }));
    unlinkSync(journal.pathOf(3));
    mixed.forEach((bytes, n) => {
      journal.put(n + 1, bytes);
    });
    const found = await check();
    assert.deepEqual([found.exitCode, found.json['records'], ...codes(found)], [1, 2, 'RecordOtherMode']);
  });

  it('opens no pipe in the place of a record or of a request', async function () {
    if (process.platform === 'win32') this.skip();
    putRequest('r1', '');
    putPipe(join(journal.base, 'runs', 'r1', 'request.json'));
    assert.equal((await check()).exitCode, 0);
    putPipe(journal.pathOf(1));
    const found = await check();
    assert.deepEqual([found.exitCode, ...codes(found)], [1, 'RecordNotFile']);
  });

  it('says that there is none', async () => {
    rmSync(journal.folder, { recursive: true });
    mkdirSync(journal.folder);
    for (const directory of [journal.top, join(journal.top, 'nowhere')]) {
      const { exitCode, json, findings } = await check(directory);
      assert.deepEqual([exitCode, json], [2, { apiVersion: 1, findings }]);
      assert.deepEqual(
        findings.map(({ code }) => code),
        ['JournalMissing'],
      );
    }
  });

  it('is not whole for a newer journal', async () => {
    const head = '{"v":2,"number":4';
    journal.put(4, `${head},"hash":"${sha256(head)}"}\n`);
    const found = await check();
    assert.deepEqual([found.exitCode, found.json['condition'], ...codes(found)], [1, 'newer', 'JournalNewer']);
  });
});
