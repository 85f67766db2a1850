import assert from 'node:assert/strict';
import { stepId } from '../../src/core/plan/plan';
import { deviations } from '../../src/core/upgrade/deviations';
import { progress } from '../../src/core/upgrade/progress';
import type { RecordBody } from '../../src/core/upgrade/record';
import { fold } from '../../src/core/upgrade/upgrade';
import { sampleFarm } from '../build/farms';
import { opened, records } from '../build/records';
import { planOf } from '../orders/anyPlan';

const plan = planOf(sampleFarm('contoso'));
const freeze = stepId('freeze-begins', 'Contoso');
const baseline = stepId('baseline', 'Contoso');
const ways = stepId('own-way-in', 'Contoso');

const told = (...bodies: readonly RecordBody[]): readonly string[] =>
  deviations(progress(plan, fold(records([opened, ...bodies])))).map(
    ({ kind, title, target, reason, by }) => `${kind}: ${title} (${target}), ${reason}, ${by.user}`,
  );

describe('Deviations from the plan', () => {
  it('are told in words, overrides first, each kind in its order', () => {
    assert.deepEqual(
      told(
        { type: 'attested', step: freeze, how: 'told' },
        { type: 'reopened', step: freeze, reason: 'nobody was told' },
        { type: 'skipped', step: baseline, reason: 'no client' },
        { type: 'attested', step: stepId('lift-freeze', 'Contoso'), how: 'not tonight' },
        { type: 'overridden', steps: [baseline, ways], reason: 'no time' },
      ),
      [
        'overridden: Baseline sign-ins (Contoso), no time, jdoe',
        'overridden: Your own way in (Contoso), no time, jdoe',
        'skipped: Baseline sign-ins (Contoso), no client, jdoe',
        'takenBack: End the freeze early (Contoso), not tonight, jdoe',
        'reopened: Change freeze begins (Contoso), nobody was told, jdoe',
      ],
    );
  });

  it('are none where everything went as planned', () => {
    assert.deepEqual(told({ type: 'attested', step: ways, how: 'seen' }), []);
  });
});
