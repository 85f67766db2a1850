import assert from 'node:assert/strict';
import type { StepId } from '../../src/core/plan/plan';
import { parseSignIns, watchSignIns, type SignIns } from '../../src/core/rehearsal/signIns';
import { progress, type Progress } from '../../src/core/upgrade/progress';
import { fold } from '../../src/core/upgrade/upgrade';
import { sampleFarm } from '../build/farms';
import { opened, records } from '../build/records';
import { planOf } from '../orders/anyPlan';

const plan = planOf(sampleFarm('contoso'));
const off = plan.steps.find(({ step }) => step === 'switch-old-adapter-off')?.id ?? assert.fail();
const after = (...steps: readonly StepId[]): Progress =>
  progress(plan, fold(records([opened, ...steps.map((step) => ({ type: 'attested', step, how: 'seen' }) as const)])));
const counted = (passed: number, refused: number): readonly SignIns[] => [{ adfsFarm: 'EMEA', passed, refused }];

describe('The sign-ins of a rehearsal', () => {
  it('are added up from node and proxy of an AD FS farm', () => {
    const rows = [
      { node: 'fs01', proxy: '', challenged: 5, passed: 1, refused: 0.5 },
      { node: 'fs01', proxy: 'wap01', challenged: 5, passed: 2, refused: 0 },
    ];
    assert.deepEqual(parseSignIns(JSON.stringify({ name: 'EMEA', signIns: rows })), {
      adfsFarm: 'EMEA',
      passed: 3,
      refused: 0.5,
    });
  });

  it('without a second factor, or refused, are told outside an outage', () => {
    const earlier = { progress: after(), signIns: counted(1, 1) };
    assert.deepEqual(watchSignIns(earlier, { progress: after(), signIns: counted(1, 1) }), []);
    assert.deepEqual(watchSignIns(earlier, { progress: after(), signIns: counted(2, 2) }), [
      'people of EMEA were let through without a second factor',
      'people of EMEA were refused',
    ]);
    assert.equal(watchSignIns({ progress: after(), signIns: [] }, earlier).length, 2, 'from the first minute');
  });

  it('are expected while the outage of their AD FS farm goes on, and in the step that begins or ends it', () => {
    const [calm, out] = [after(), after(off)];
    for (const [from, to] of [
      [calm, out],
      [out, out],
      [out, calm],
    ] as const)
      assert.deepEqual(
        watchSignIns({ progress: from, signIns: counted(1, 1) }, { progress: to, signIns: counted(9, 9) }),
        [],
      );
    const amer = [{ adfsFarm: 'AMER', passed: 3, refused: 0 }];
    assert.equal(watchSignIns({ progress: out, signIns: [] }, { progress: out, signIns: amer }).length, 1);
  });
});
