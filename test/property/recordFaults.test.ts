import assert from 'node:assert/strict';
import fc from 'fast-check';
import { RecordStore, type AppendOutcome, type JournalState } from '../../src/node/recordStore';
import { FailingFileSystem, type Fault } from '../build/failingFileSystem';
import { patience, said, stamp } from '../build/journals';
import { MemoryFileSystem, type Choose } from '../build/memoryFileSystem';
import { rounds } from './rounds';

const folder = '/upgrade/journal';
const codes = ['EIO', 'ENOSPC', 'EACCES', 'EROFS', 'EMFILE', 'EBUSY'];
const texts = ['one', 'two', 'three'];

type Told = ReadonlyMap<string, AppendOutcome>;

/** Says three things one after the other, as a window does: reads, appends, asks again when somebody was faster. */
async function sayAll(store: RecordStore): Promise<Told> {
  const told = new Map<string, AppendOutcome>();
  for (const text of texts) {
    const before = await store.read();
    told.set(text, await store.append(said(text), stamp, before.records.at(-1)?.number ?? 0));
  }
  return told;
}

function textsIn({ records }: JournalState): readonly string[] {
  return records.map((record) => (record.type === 'attested' ? record.how : '?'));
}

const readAll = (fs: MemoryFileSystem): Promise<JournalState> =>
  new RecordStore(folder, { fs, ...patience() }).readSettled();

/** Nothing acknowledged is missing, nothing denied is there, and the journal can go on. */
function assertTruthful(told: Told, state: JournalState, where: string): void {
  assert.ok(state.condition === 'whole' || state.condition === 'empty', `${where}: ${JSON.stringify(state.findings)}`);
  for (const [text, outcome] of told) {
    const times = textsIn(state).filter((each) => each === text).length;
    if (outcome.kind === 'written') assert.equal(times, 1, `${where}: ${text} was acknowledged`);
    else if (outcome.kind !== 'refused' || outcome.finding.code !== 'RecordUncertain') {
      assert.equal(times, 0, `${where}: ${text} was denied`);
    }
  }
}

/** After a loss of power no acknowledged record may be missing. What was denied or unsure may be there or not. */
function assertKept(told: Told, state: JournalState, where: string): void {
  assert.ok(state.condition === 'whole' || state.condition === 'empty', `${where}: ${JSON.stringify(state.findings)}`);
  const written = [...told].filter(([, outcome]) => outcome.kind === 'written').map(([text]) => text);
  assert.deepEqual(
    written.filter((text) => !textsIn(state).includes(text)),
    [],
    where,
  );
}

async function countCalls(hasLinks: boolean): Promise<number> {
  const failing = new FailingFileSystem(new MemoryFileSystem(hasLinks), undefined);
  const told = await sayAll(new RecordStore(folder, { fs: failing.fs, ...patience() }));
  assert.deepEqual(
    [...told.values()].map(({ kind }) => kind),
    ['written', 'written', 'written'],
  );
  return failing.calls.length;
}

async function endure(hasLinks: boolean, fault: Fault): Promise<Told> {
  const disk = new MemoryFileSystem(hasLinks);
  const failing = new FailingFileSystem(disk, fault);
  const told = await sayAll(new RecordStore(folder, { fs: failing.fs, ...patience() }));
  const where = `${failing.calls[fault.call] ?? '?'} (${JSON.stringify(fault)})`;
  assertTruthful(told, await readAll(disk), where);
  for (const choose of [(): number => 0, (most: number): number => most]) {
    assertKept(told, await readAll(disk.afterPowerLoss(choose)), `${where}, power lost`);
  }
  return told;
}

for (const hasLinks of [true, false]) {
  describe(`Each call of the file system failing, ${hasLinks ? 'with' : 'without'} hard links`, () => {
    for (const code of codes) {
      it(`${code}: nothing acknowledged is lost, nothing is acknowledged falsely, once and for good`, async function () {
        this.timeout(60_000);
        const calls = await countCalls(hasLinks);
        assert.ok(calls > 60);
        for (let call = 0; call < calls; call++) {
          await endure(hasLinks, { call, code, forGood: true });
          const told = await endure(hasLinks, { call, code, forGood: false });
          assert.ok(
            [...told.values()].some(({ kind }) => kind === 'written'),
            'one fault is no end',
          );
        }
      });
    }

    it('a loss of power at any call keeps what was acknowledged, whatever else it keeps', async function () {
      this.timeout(60_000);
      const calls = await countCalls(hasLinks);
      const chances = fc.infiniteStream(fc.nat());
      await fc.assert(
        fc.asyncProperty(fc.nat(calls), chances, async (call, chance) => {
          const disk = new MemoryFileSystem(hasLinks);
          const failing = new FailingFileSystem(disk, { call, code: 'EIO', forGood: true });
          const told = await sayAll(new RecordStore(folder, { fs: failing.fs, ...patience() }));
          const choose: Choose = (most) => chance.next().value % (most + 1);
          const after = disk.afterPowerLoss(choose);
          assertKept(told, await readAll(after), `power lost at ${failing.calls[call] ?? 'the end'}`);
          const again = await sayAll(new RecordStore(folder, { fs: after, ...patience() }));
          assert.ok(
            [...again.values()].every(({ kind }) => kind === 'written'),
            'the journal goes on',
          );
          assert.equal((await readAll(after)).condition, 'whole');
        }),
        { numRuns: 500 * rounds },
      );
    });
  });
}
