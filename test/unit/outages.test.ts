import assert from 'node:assert/strict';
import type { StepId } from '../../src/core/plan/plan';
import { progress } from '../../src/core/upgrade/progress';
import type { RecordBody } from '../../src/core/upgrade/record';
import { fold } from '../../src/core/upgrade/upgrade';
import { sampleFarm } from '../build/farms';
import { refusals } from '../../src/core/upgrade/refusals';
import { ended, opened, records, started } from '../build/records';
import { planOf } from '../orders/anyPlan';

const plan = planOf(sampleFarm('contoso'));
const named = (step: string): StepId =>
  plan.steps.find((each) => each.step === step && each.lane === 'EMEA')?.id ?? assert.fail(step);
const [off, on, test] = [named('switch-old-adapter-off'), named('switch-new-adapter-on'), named('test-adapter')];
const back = plan.undo.find(({ undoes }) => undoes === off)?.id ?? assert.fail();
const seen = (step: StepId): RecordBody => ({ type: 'attested', step, how: 'seen' });

/** Outages as numbers of the records that began and ended them; `opened` is number 1. */
function outages(...bodies: readonly RecordBody[]): readonly string[] {
  const all = records([opened, ...bodies]);
  const numberAt = (time: string | undefined): string =>
    String(all.find((record) => record.time === time)?.number ?? '');
  return progress(plan, fold(all)).outages.map(
    ({ adfsFarm, from, to }) => `${adfsFarm} ${numberAt(from)}-${numberAt(to)}`,
  );
}

describe('Outages', () => {
  it('begin when the run starts that switches off, not when it has ended', () => {
    assert.deepEqual(outages(), []);
    assert.deepEqual(outages(started(off, 'r1'), ended(off, 'r1')), ['EMEA 2-']);
  });

  it('end when the new adapter is on and its test has passed, and not before', () => {
    assert.deepEqual(outages(seen(off), seen(on)), ['EMEA 2-']);
    assert.deepEqual(outages(seen(off), seen(on), seen(test)), ['EMEA 2-4']);
    const failed = ended(test, 'r2', { outcome: 'failed', verified: false });
    assert.deepEqual(outages(seen(off), seen(on), started(test, 'r2'), failed), ['EMEA 2-']);
  });

  it('end with the way back, and stay in the ledger when another one follows', () => {
    const gone = [seen(off), started(back, 'r2'), ended(back, 'r2')];
    assert.deepEqual(outages(...gone), ['EMEA 2-4']);
    assert.deepEqual(outages(...gone, seen(off)), ['EMEA 2-4', 'EMEA 5-']);
  });

  it('go on while nobody knows, and where the switch failed: it may have happened all the same', () => {
    const unknown = ended(off, 'r1', { outcome: 'unknown', verified: null });
    assert.deepEqual(outages(started(off, 'r1'), unknown), ['EMEA 2-']);
    const failed = ended(off, 'r1', { outcome: 'failed', verified: false });
    assert.deepEqual(outages(started(off, 'r1'), failed), ['EMEA 2-']);
  });

  it('are none where the run was refused: nothing was changed', () => {
    const refused = ended(off, 'r1', { outcome: 'refused', verified: null });
    assert.deepEqual(outages(started(off, 'r1'), refused), []);
  });

  it('open again when the step that ended them is reopened', () => {
    const reopened: RecordBody = { type: 'reopened', step: on, reason: 'it was the wrong farm' };
    assert.deepEqual(outages(seen(off), seen(on), seen(test), reopened), ['EMEA 2-4', 'EMEA 5-']);
  });
});

describe('A step of the AD FS phase in the wrong order', () => {
  const at = (step: string, target: string): StepId =>
    plan.steps.find((each) => each.step === step && each.target.startsWith(target))?.id ?? assert.fail(step);

  for (const [what, step, missing, first] of [
    ['on before the second batch is out', on, at('take-second-batch-out', 'fs03'), 'Take out of traffic (fs03'],
    [
      'a restart before the registration',
      at('restart-registrar', 'fs01'),
      named('register-new-adapter'),
      'Register the',
    ],
    ['off before the first batch has the adapter', off, at('install-adapter', 'fs01'), 'Install the adapter'],
    ['unregistered before it is off', named('unregister-old-adapter'), off, 'Switch the old adapter off'],
  ] as const)
    it(`is refused, and is told what comes first: ${what}`, () => {
      const before = plan.steps.slice(
        0,
        plan.steps.findIndex(({ id }) => id === step),
      );
      const through = (left?: StepId): readonly RecordBody[] =>
        before
          .filter(({ id }) => id !== left)
          .map(({ id, decides: key }) => (key === undefined ? seen(id) : { type: 'decided', key, value: 'x' }));
      const asked = (bodies: readonly RecordBody[]): readonly string[] =>
        refusals(progress(plan, fold(records([opened, ...bodies]))), { kind: 'run', step }).map(
          ({ message }) => message,
        );
      assert.deepEqual(asked(through()), []);
      assert.ok(asked(through(missing))[0]?.includes(`waits for ${first}`), asked(through(missing)).join());
    });
});
