import assert from 'node:assert/strict';
import fc from 'fast-check';
import { progress } from '../../src/core/upgrade/progress';
import type { RecordBody, UpgradeRecord } from '../../src/core/upgrade/record';
import { fold, foldRecord, type Upgrade } from '../../src/core/upgrade/upgrade';
import { aPlan } from '../build/plans';
import { RecordStore } from '../../src/node/recordStore';
import { stamp } from '../build/journals';
import { MemoryFileSystem } from '../build/memoryFileSystem';
import { opened, records } from '../build/records';
import { aStep } from '../build/runbooks';
import { rounds } from './rounds';

const names = ['a', 'b', 'c', 'd'];
const steps = names.map((id) => `${id}@Contoso`);

const plan = aPlan([
  aStep('a', { undo: 'd' }),
  aStep('b', { after: ['a'], kind: 'run', run: 'Set-X', changes: true, begins: 'duty' }),
  aStep('c', { after: ['b'], optional: true, ends: 'duty' }),
  aStep('d', { kind: 'decide', decides: 'purpose' }),
]);

const step = fc.constantFrom(...steps);
const run = fc.constantFrom('r1', 'r2', 'r3');
const outcome = fc.constantFrom('done', 'failed', 'refused', 'unknown');
const findings = fc.constant([]);
const evidence = fc.constant({});

/** Any sequence, sensible or not: a reader has to make something of what lies in the folder. */
const anyBody: fc.Arbitrary<RecordBody> = fc.oneof(
  fc.record({ type: fc.constant('started'), step, run, requestHash: fc.constant('q') }),
  fc.record({
    type: fc.constant('ended'),
    step,
    run,
    outcome,
    verified: fc.constantFrom(true, false, null),
    evidence,
    findings,
  }),
  fc.record({ type: fc.constant('attested'), step, how: fc.string() }),
  fc.record({ type: fc.constant('skipped'), step, reason: fc.string() }),
  fc.record({ type: fc.constant('overridden'), steps: fc.array(step), reason: fc.string() }),
  fc.record({ type: fc.constant('reopened'), step, reason: fc.string() }),
  fc.record({ type: fc.constant('settled'), step, outcome, evidence }),
  fc.record({
    type: fc.constant('decided'),
    key: fc.constantFrom('purpose', 'wayBack'),
    value: fc.constantFrom('lab', 'none'),
  }),
  fc.record({ type: fc.constant('movedTo'), computer: fc.string() }),
);

const anyBodies = fc.array(anyBody, { maxLength: 30 });
const anyHistory = anyBodies.map((bodies) => records([opened, ...bodies]));

/** Writes bodies behind what lies there, by a store that knows nothing but the disk. */
async function write(fs: MemoryFileSystem, bodies: readonly RecordBody[]): Promise<readonly UpgradeRecord[]> {
  const store = new RecordStore('journal', { fs });
  const written: UpgradeRecord[] = [];
  for (const body of bodies) {
    const { records: before } = await store.read();
    const outcome = await store.append(body, stamp, before.at(-1)?.number ?? 0);
    assert.equal(outcome.kind, 'written');
    written.push(outcome.record);
  }
  return written;
}

describe('any sequence of records', () => {
  it('gives the same progress as it is written, one by one, and read by a program that begins anew at any point', async () => {
    const same = fc.asyncProperty(anyBodies, fc.nat(31), async (bodies, cut) => {
      const disk = new MemoryFileSystem();
      const all = [opened, ...bodies];
      const first = await write(disk, all.slice(0, cut));
      const later = await write(disk, all.slice(cut)); // after the restart
      const read = progress(plan, fold((await new RecordStore('journal', { fs: disk }).read()).records));
      let oneByOne: Upgrade | undefined;
      for (const record of [...first, ...later]) oneByOne = foldRecord(oneByOne, record);
      assert.deepEqual(read, progress(plan, oneByOne));
      // What was seen before a record came leaves no trace: a reader that looked at every record sees the same.
      assert.deepEqual(read, progress(plan, fold(structuredClone([...first, ...later]))));
    });
    await fc.assert(same, { numRuns: 50 * rounds });
  }).timeout(60_000);

  it('shows a step as done only where a result of a started run, or settling, said yes', () => {
    fc.assert(
      fc.property(anyHistory, (history) => {
        for (const [id, at] of progress(plan, fold(history)).steps) {
          if (at.state !== 'done' || at.step.kind === 'decide') continue;
          const own = history.filter((record) => 'step' in record && record.step === id);
          const startedRuns = own.flatMap((record) => (record.type === 'started' ? [record.run] : []));
          const said = own.some(
            (record) =>
              (record.type === 'settled' && record.outcome === 'done') ||
              (record.type === 'ended' && record.verified === true && startedRuns.includes(record.run)),
          );
          assert.ok(said, `${id} is done without a yes`);
        }
      }),
    );
  });

  it('lets no step be ready whose predecessor is not through', () => {
    fc.assert(
      fc.property(anyHistory, (history) => {
        const { steps: now } = progress(plan, fold(history));
        for (const at of now.values()) assert.equal(at.state === 'ready' && at.waitsFor.length > 0, false);
      }),
    );
  });
});
