import assert from 'node:assert/strict';
import { stepId, type Plan } from '../../src/core/plan/plan';
import type { Finding } from '../../src/core/report/finding';
import { progress } from '../../src/core/upgrade/progress';
import type { RecordBody } from '../../src/core/upgrade/record';
import { refusals } from '../../src/core/upgrade/refusals';
import { fold } from '../../src/core/upgrade/upgrade';
import { aFarm, anAdfsFarm } from '../build/farms';
import { opened, records, started } from '../build/records';
import { planOf } from './anyPlan';

const second = 'mfa02.contoso.example';
const farm = aFarm(3, { adfsFarms: [anAdfsFarm('EMEA', ['fs1', 'fs2'])] });
const turned = { ...farm, hosts: [farm.hosts[0], farm.hosts[2], farm.hosts[1]].flatMap((host) => host ?? []) };

function against(proposed: Plan, happened: readonly RecordBody[]): readonly Finding['code'][] {
  const plan = planOf(farm);
  const now = progress(plan, fold(records([opened, ...happened])));
  return refusals(now, { kind: 'accept', plan: proposed, instead: plan }).map(({ code }) => code);
}

describe('A farm that is accepted in the middle', () => {
  it('may choose another server to promote until a step has used the choice', () => {
    const promoted: RecordBody = { type: 'attested', step: stepId('promote', second), how: 'seen' };
    assert.deepEqual(against(planOf(turned), []), []);
    assert.deepEqual(against(planOf(turned), [promoted]), ['AcceptanceOtherGoal']);
    assert.deepEqual(against(planOf(farm), [promoted]), []);
  });

  it('waits while a way back runs', () => {
    const off = planOf(farm).steps.find(({ step }) => step === 'switch-old-adapter-off');
    const back = planOf(farm).undo.find(({ undoes }) => undoes === off?.id);
    assert.ok(off && back);
    const going: readonly RecordBody[] = [{ type: 'attested', step: off.id, how: 'seen' }, started(back.id, 'r1')];
    assert.ok(against(planOf(farm), going).includes('AcceptanceNotNow'));
  });
});
