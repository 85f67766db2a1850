import assert from 'node:assert/strict';
import type { StepId } from '../../src/core/plan/plan';
import { progress } from '../../src/core/upgrade/progress';
import type { RecordBody } from '../../src/core/upgrade/record';
import { fold } from '../../src/core/upgrade/upgrade';
import { outageLedger, outageQuestion } from '../../src/vscode/step/outageLines';
import { sampleFarm } from '../build/farms';
import { opened, records } from '../build/records';
import { planOf } from '../orders/anyPlan';

const plan = planOf(sampleFarm('contoso'));
const named = (step: string): StepId =>
  plan.steps.find((each) => each.step === step && each.lane === 'EMEA')?.id ?? assert.fail(step);
const [off, on, test] = [named('switch-old-adapter-off'), named('switch-new-adapter-on'), named('test-adapter')];
const stand = (bodies: readonly RecordBody[], rehearsed: Readonly<Record<string, number>> = {}) => ({
  progress: progress(plan, fold(records([opened, ...bodies]))),
  rehearsed: new Map(Object.entries(rehearsed)),
});
const seen = (step: StepId): RecordBody => ({ type: 'attested', step, how: 'seen' });

describe('Before and during an outage', () => {
  it('is asked for whom, for how long, how to come back, and what may wait at the end', () => {
    const lines = outageQuestion(stand([], { [off]: 2, [on]: 3, [test]: 1.5 }), off);
    assert.deepEqual(lines, [
      'Everybody who signs in through EMEA: without a second factor, or not at all.',
      'Planned: 7 min from off to on, as rehearsed.',
      'The way back: Undo on this step, which is Switch the old adapter on again.',
      'Since 2024-09-30 MFA Server may no longer answer: then switching on is what locks people out.',
    ]);
    assert.match(outageQuestion(stand([]), off)[1] ?? '', /not rehearsed/);
    assert.deepEqual(outageQuestion(stand([]), on), []);
  });

  it('says that it is longer than somebody has set: planned, while it goes on, and afterwards', () => {
    const given = (bodies: readonly RecordBody[], budgetMinutes: number) => ({
      ...stand(bodies, { [off]: 2, [on]: 3, [test]: 1.5 }),
      budgetMinutes,
    });
    const tooLong = 'That is longer than the 6 min that were set. Find a longer window before it begins.';
    assert.equal(outageQuestion(given([], 6), off)[2], tooLong);
    assert.equal(outageQuestion(given([], 7), off).length, 4);
    assert.equal(outageQuestion(given([], 0), off).length, 4, 'nobody has set it');
    assert.equal(
      outageLedger(given([seen(off)], 6), off)[3],
      'The 6 min that were set are over. Decide now: go on, or go the way back.',
    );
    const over = outageLedger(given([seen(off), seen(on), seen(test)], 1), off);
    assert.equal(over[3], 'That was longer than the 1 min that were set.');
    assert.equal(outageLedger(given([seen(off), seen(on), seen(test)], 2), off).length, 3);
  });

  it('keeps a ledger on the steps that begin and end it: planned, running, final', () => {
    assert.equal(outageLedger(stand([]), off).length, 1);
    assert.match(outageLedger(stand([seen(off)]), on)[1] ?? '', /^EMEA is without MFA since \d\d:\d\d: \d+ min\.$/);
    const over = outageLedger(stand([seen(off), seen(on), seen(test)]), test);
    assert.match(over[1] ?? '', /^EMEA was without MFA from \d\d:\d\d to \d\d:\d\d: 2 min\.$/);
    assert.deepEqual(outageLedger(stand([]), named('export-adapter-config')), []);
  });
});
