import assert from 'node:assert/strict';
import { stepId } from '../../src/core/plan/plan';
import { dutyWords } from '../../src/core/upgrade/dutyWords';
import { progress, type Progress } from '../../src/core/upgrade/progress';
import type { RecordBody } from '../../src/core/upgrade/record';
import { fold } from '../../src/core/upgrade/upgrade';
import { aFarm, anAdfsFarm, sampleFarm } from '../build/farms';
import { opened, records } from '../build/records';
import { planOf } from '../orders/anyPlan';

const northwind = planOf(sampleFarm('northwind'));
const [mfa01, mfa02] = ['mfa01.northwind.example', 'mfa02.northwind.example'];

function after(plan: typeof northwind, ...steps: readonly (readonly [step: string, target: string])[]): Progress {
  const bodies = steps.map(([step, target]): RecordBody => ({
    type: 'attested',
    step: stepId(step, target),
    how: 'seen',
  }));
  return progress(plan, fold(records([opened, ...bodies])));
}
const named = ({ duties }: Progress): readonly string[] => duties.map(({ name, target }) => `${name} ${target}`);
const inWords = (at: Progress): readonly string[] => at.duties.map((duty) => dutyWords(duty, at));

describe('Open duties', () => {
  it('end with the next step that ends them: a host that is server and AD FS node leaves its pools twice', () => {
    const out = after(northwind, ['take-out-of-traffic', mfa02]);
    assert.deepEqual(named(out), [`drained ${mfa02}`]);
    assert.equal(out.duties[0]?.endedBy, `put-back-into-traffic@${mfa02}`);
    const back = after(northwind, ['take-out-of-traffic', mfa02], ['put-back-into-traffic', mfa02]);
    assert.deepEqual(named(back), []);
    const again = after(
      northwind,
      ['take-out-of-traffic', mfa02],
      ['put-back-into-traffic', mfa02],
      ['take-second-batch-out', mfa02],
    );
    assert.deepEqual(
      again.duties.map(({ endedBy }) => endedBy),
      [`put-second-batch-back@${mfa02}`],
    );
  });

  it('say what does not work and who carries on', () => {
    assert.deepEqual(inWords(after(northwind, ['take-out-of-traffic', mfa02])), [
      `${mfa02} takes no requests. ${mfa01} carries on.`,
    ]);
    const both = after(northwind, ['take-out-of-traffic', mfa02], ['take-old-master-out-of-traffic', mfa01]);
    assert.deepEqual(
      inWords(both).map((words) => words.endsWith('Nobody carries its part.')),
      [true, true],
    );
    assert.deepEqual(inWords(after(northwind, ['freeze-begins', 'Northwind'])), [
      'Nobody changes users and settings: the change freeze holds.',
    ]);
  });

  it('name the AD FS farm that is without MFA, not the node on which it was switched off', () => {
    const off = after(northwind, ['switch-old-adapter-off', mfa01]);
    assert.deepEqual(
      off.outages.map(({ adfsFarm }) => adfsFarm),
      ['Corp'],
    );
    assert.deepEqual(inWords(off), ['People of Corp sign in without a second factor, or not at all.']);
    const partners = [
      anAdfsFarm('EMEA', ['fs1'], { interchangeableWith: ['AMER'] }),
      anAdfsFarm('AMER', ['fs2'], { interchangeableWith: ['EMEA'] }),
    ];
    const cluster = planOf(aFarm(1, { adfsFarms: partners }));
    assert.deepEqual(inWords(after(cluster, ['switch-old-adapter-off', 'fs1'])), [
      'EMEA has no second factor; AMER asks for it meanwhile.',
    ]);
  });
});
