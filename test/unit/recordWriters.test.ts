import assert from 'node:assert/strict';
import { execFile } from 'node:child_process';
import { readdirSync } from 'node:fs';
import { join } from 'node:path';
import { promisify } from 'node:util';
import { buildSync } from 'esbuild';
import { RecordStore, type JournalState } from '../../src/node/recordStore';
import { TestJournal } from '../build/journals';
import { projectRoot } from '../gates/sources';

interface Report {
  readonly written: readonly number[];
  readonly lost: number;
}

const names = ['A', 'B', 'C', 'D'];

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
  const expected = Array.from({ length: names.length * each }, (_, n) => n + 1);
  assert.deepEqual(numbers, expected);
  assert.deepEqual([state.condition, state.records.map(({ number }) => number)], ['whole', expected]);
  const texts = state.records.map((record) => (record.type === 'attested' ? record.how : '?'));
  for (const name of names) {
    const own = texts.filter((text) => text.startsWith(name));
    assert.deepEqual(
      own,
      Array.from({ length: each }, (_, n) => `${name} ${String(n)}`),
    );
  }
}

describe('Four processes that write to one journal', () => {
  let journal: TestJournal;
  beforeEach(() => (journal = new TestJournal()));
  afterEach(function () {
    this.timeout(60_000);
    journal.remove();
  });

  it('use each number once and leave none out, and no reader sees an unfinished record', async function () {
    this.timeout(300_000);
    const each = Number(process.env['MFA_UPGRADE_RECORDS'] ?? 500) / names.length;
    const reader = new RecordStore(journal.folder);
    let reads = 0;
    let before: JournalState = await reader.read();
    const reports = await writeTogether(journal, each, 'links', async () => {
      const state = await reader.read();
      assert.ok(['whole', 'empty'].includes(state.condition), JSON.stringify(state.findings));
      assert.deepEqual(state.records.slice(0, before.records.length), before.records);
      [before, reads] = [state, reads + 1];
    });
    assert.ok(reads > 0);
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
