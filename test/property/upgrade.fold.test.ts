import assert from 'node:assert/strict';
import fc from 'fast-check';
import { compile } from '../../src/core/plan/compile';
import type { Plan } from '../../src/core/plan/plan';
import { progress } from '../../src/core/upgrade/progress';
import type { RecordBody } from '../../src/core/upgrade/record';
import { fold, foldRecord, type Upgrade } from '../../src/core/upgrade/upgrade';
import { aFarm } from '../build/farms';
import { opened, records } from '../build/records';
import { aRunbook, aStep } from '../build/runbooks';
import './rounds';

const names = ['a', 'b', 'c', 'd'];
const steps = names.map((id) => `${id}@Contoso`);

const plan: Plan = (() => {
  const [a, b, c, d] = [
    aStep('a', { undo: 'd' }),
    aStep('b', { after: ['a'], kind: 'run', run: 'Set-X', changes: true, begins: 'duty' }),
    aStep('c', { after: ['b'], optional: true, ends: 'duty' }),
    aStep('d', { kind: 'decide', decides: 'purpose' }),
  ];
  const made = compile({
    farm: aFarm(1),
    farmHash: '',
    runbook: aRunbook([a, b, c, d]),
    runbookHash: '',
    decided: new Map(),
    mode: 'rehearsal',
  });
  assert.ok(made.ok);
  return made.value;
})();

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

const anyHistory = fc.array(anyBody, { maxLength: 30 }).map((bodies) => records([opened, ...bodies]));

describe('any sequence of records', () => {
  it('gives the same progress folded at once, one by one, and after a restart at any point', () => {
    fc.assert(
      fc.property(anyHistory, fc.nat(31), (history, cut) => {
        const atOnce = progress(plan, fold(history));
        let oneByOne: Upgrade | undefined;
        for (const record of history) oneByOne = foldRecord(oneByOne, record);
        let restarted = fold(history.slice(0, cut));
        for (const record of history.slice(cut)) restarted = foldRecord(restarted, record);
        assert.deepEqual(progress(plan, oneByOne), atOnce);
        assert.deepEqual(progress(plan, restarted), atOnce);
      }),
    );
  });

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
