import assert from 'node:assert/strict';
import fc from 'fast-check';
import type { Plan, PlanStep } from '../../src/core/plan/plan';
import { progress } from '../../src/core/upgrade/progress';
import type { RecordBody } from '../../src/core/upgrade/record';
import { fold } from '../../src/core/upgrade/upgrade';
import { opened, records } from '../build/records';
import { anyFarmWithDecisions, planOf } from './anyPlan';

/** What a step leaves behind when it is done: a decision its value, everything else the word of a person. */
function doneBy({ id, decides }: PlanStep): readonly RecordBody[] {
  if (decides === 'runbook') return []; // the opening has chosen it
  return [
    decides === undefined ? { type: 'attested', step: id, how: 'seen' } : { type: 'decided', key: decides, value: 'x' },
  ];
}

/** Goes on with the first ready step of the list until nothing is ready, from what was recorded so far. */
function goOn(plan: Plan, recorded: readonly RecordBody[]): readonly RecordBody[] {
  const done = [...recorded];
  for (const step of plan.steps) {
    const at = progress(plan, fold(records([opened, ...done]))).steps.get(step.id);
    if (at?.state === 'ready') done.push(...doneBy(step));
  }
  return done;
}

describe('An upgrade that was left and taken up again', () => {
  it('goes on as if it had not been left, at any step of any plan', () => {
    const resumes = fc.property(
      anyFarmWithDecisions,
      fc.double({ min: 0, max: 1, noNaN: true }),
      ([farm, decided], at) => {
        const plan = planOf(farm, decided);
        fc.pre(plan.steps.length < 150); // each step folds all records anew
        const atOnce = goOn(plan, []);
        const left = atOnce.slice(0, Math.floor(at * atOnce.length));
        const later = planOf(structuredClone(farm), new Map(decided));
        assert.deepEqual(goOn(later, left), atOnce);
        const end = progress(plan, fold(records([opened, ...atOnce])));
        assert.deepEqual(
          [...end.steps.values()]
            .filter(({ state }) => state !== 'done' && state !== 'attested')
            .map(({ step }) => step.id),
          [],
        );
        assert.deepEqual(end.duties, []);
      },
    );
    fc.assert(resumes, { numRuns: 25 });
  }).timeout(60_000);
});
