import assert from 'node:assert/strict';
import { execFile } from 'node:child_process';
import { readdirSync } from 'node:fs';
import { join } from 'node:path';
import { promisify } from 'node:util';
import { buildSync } from 'esbuild';
import { RecordStore, type JournalState } from '../../src/node/recordStore';
import { progress, type Progress } from '../../src/core/upgrade/progress';
import { foldRecord, type Upgrade } from '../../src/core/upgrade/upgrade';
import { recordFiles, TestJournal } from '../build/journals';
import { aPlan } from '../build/plans';
import { opened } from '../build/records';
import { aStep } from '../build/runbooks';
import { projectRoot } from '../gates/sources';

interface Report {
  readonly written: readonly number[];
  readonly lost: number;
}

const names = ['A', 'B', 'C', 'D'];
const plan = aPlan([aStep('a')]);

/** The writer as one file, so that four of them start quickly. */
function bundleWriter(journal: TestJournal): string {
  const outfile = join(journal.top, 'writeRecords.cjs');
  const entryPoints = [join(projectRoot, 'test/fixtures/writeRecords.ts')];
  buildSync({ entryPoints, outfile, bundle: true, platform: 'node', target: 'node20', logLevel: 'silent' });
  return outfile;
}

/** Starts four writers at once; `whileRunning` is called until the last one has ended. */
async function writeTogether(
  journal: TestJournal,
  each: number,
  links: 'links' | 'noLinks',
  whileRunning: () => Promise<void>,
): Promise<readonly Report[]> {
  const program = bundleWriter(journal);
  let running = names.length;
  const writers = names.map(async (name) => {
    const args = [program, journal.folder, name, String(each), links];
    const { stdout } = await promisify(execFile)(process.execPath, args).finally(() => (running -= 1));
    return JSON.parse(stdout) as Report;
  });
  const reports = Promise.all(writers);
  while (running > 0) await Promise.race([whileRunning(), reports]);
  return reports;
}

/** No number twice, none missing, each writer's own records in its own order. */
function assertComplete(reports: readonly Report[], state: JournalState, each: number): void {
  const numbers = reports.flatMap(({ written }) => written).sort((a, b) => a - b);
  const expected = Array.from({ length: names.length * each }, (_, n) => n + 2); // 1 has opened the upgrade
  assert.deepEqual(numbers, expected);
  assert.deepEqual([state.condition, state.records.map(({ number }) => number)], ['whole', [1, ...expected]]);
  const texts = state.records.map((record) => (record.type === 'attested' ? record.how : '?'));
  for (const name of names) {
    const own = texts.filter((text) => text.startsWith(name));
    assert.deepEqual(
      own,
      Array.from({ length: each }, (_, n) => `${name} ${String(n)}`),
    );
  }
}

/** Reads again and again, and folds what has come behind what it knows. */
class FoldingReader {
  private readonly store: RecordStore;
  private before: JournalState | undefined;
  private upgrade: Upgrade | undefined;
  reads = 0;

  constructor({ folder }: TestJournal) {
    this.store = new RecordStore(folder);
  }

  async read(): Promise<Progress> {
    const state = await this.store.read();
    assert.ok(['whole', 'empty'].includes(state.condition), JSON.stringify(state.findings));
    const known = this.before?.records ?? [];
    assert.deepEqual(state.records.slice(0, known.length), known);
    for (const record of state.records.slice(known.length)) this.upgrade = foldRecord(this.upgrade, record);
    this.before = state;
    this.reads += 1;
    return progress(plan, this.upgrade);
  }
}

describe('Four processes that write to one journal', () => {
  let journal: TestJournal;
  beforeEach(() => (journal = new TestJournal(recordFiles([opened]))));
  afterEach(function () {
    this.timeout(60_000);
    journal.remove();
  });

  it('use each number once and leave none out, and no reader sees an unfinished record', async function () {
    this.timeout(300_000);
    const each = Number(process.env['MFA_UPGRADE_RECORDS'] ?? 500) / names.length;
    const readers = [new FoldingReader(journal), new FoldingReader(journal)];
    const reports = await writeTogether(journal, each, 'links', async () => {
      await Promise.all(readers.map((reader) => reader.read()));
    });
    assert.ok(readers.every(({ reads }) => reads > 1));
    const anew = new FoldingReader(journal);
    const ends = await Promise.all([...readers, anew].map((reader) => reader.read()));
    assert.equal(ends[0]?.upgrade?.newest.number, 4 * each + 1);
    for (const end of ends) assert.deepEqual(end, ends[0]);
    assert.ok(
      reports.some(({ lost }) => lost > 0),
      'nobody was ever faster: they did not write together',
    );
    assertComplete(reports, await new RecordStore(journal.folder).read(), each);
    assert.deepEqual(
      readdirSync(journal.folder).filter((name) => !/^\d{6}\.json$/.test(name)),
      [],
    );
  });

  it('do so too where there are no hard links', async function () {
    this.timeout(300_000);
    const reader = new RecordStore(journal.folder);
    const reports = await writeTogether(journal, 20, 'noLinks', async () => {
      const state = await reader.read();
      assert.ok(['whole', 'empty', 'beingWritten'].includes(state.condition), JSON.stringify(state.findings));
    });
    assertComplete(reports, await new RecordStore(journal.folder).read(), 20);
  });
});
