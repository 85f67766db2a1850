import assert from 'node:assert/strict';
import fc from 'fast-check';
import type { Plan, StepId } from '../../src/core/plan/plan';
import { progress, type Progress } from '../../src/core/upgrade/progress';
import type { RecordBody } from '../../src/core/upgrade/record';
import { refusals } from '../../src/core/upgrade/refusals';
import { ifYouStopNow } from '../../src/core/upgrade/stopNow';
import { fold } from '../../src/core/upgrade/upgrade';
import { aFarm, anAdfsFarm, sampleFarm } from '../build/farms';
import { opened, records } from '../build/records';
import { planOf } from '../orders/anyPlan';
import { rounds } from './rounds';

const plans: readonly Plan[] = [
  planOf(sampleFarm('northwind')),
  planOf(sampleFarm('fabrikam')),
  planOf(aFarm(2, { adfsFarms: [anAdfsFarm('EMEA', ['fs1', 'fs2', 'fs3']), anAdfsFarm('AMER', ['fs4'])] })),
];

const now = (plan: Plan, bodies: readonly RecordBody[]): Progress => progress(plan, fold(records([opened, ...bodies])));
const attest = (step: StepId): RecordBody => ({ type: 'attested', step, how: 'seen' });

/** How far somebody came, step by step in the plan's order, and what happened to the last one. */
const anyStand = fc.record({
  plan: fc.constantFrom(...plans),
  share: fc.double({ min: 0, max: 1, noNaN: true }),
  last: fc.constantFrom('attested', 'running', 'failed'),
});

function bodiesOf({ plan, share, last }: { plan: Plan; share: number; last: string }): readonly RecordBody[] {
  const through = plan.steps.slice(0, Math.floor(share * plan.steps.length));
  const bodies = through.flatMap(({ id, decides }): readonly RecordBody[] =>
    decides === 'runbook' ? [] : decides === undefined ? [attest(id)] : [{ type: 'decided', key: decides, value: 'x' }],
  );
  const next = plan.steps[through.length];
  if (!next || last === 'attested' || next.decides !== undefined) return bodies;
  const started: RecordBody = { type: 'started', step: next.id, run: 'r' };
  const ended = { type: 'ended', step: next.id, run: 'r', verified: false, evidence: {}, findings: [] } as const;
  return last === 'running' ? [...bodies, started] : [...bodies, started, { ...ended, outcome: 'failed' }];
}

describe('If you stop now', () => {
  it('lists exactly what is open, and ways back that may be gone one after the other and end it', () => {
    const holds = fc.property(anyStand, (stand) => {
      const bodies = [...bodiesOf(stand)];
      const { plan } = stand;
      const { duties } = ifYouStopNow(now(plan, bodies));
      assert.deepEqual(
        duties.map(({ duty }) => duty),
        now(plan, bodies).duties,
      );
      for (const { duty, back } of duties) {
        const gone = [...bodies];
        const isSettled = (id: StepId): boolean =>
          ['done', 'attested'].includes(now(plan, gone).steps.get(id)?.state ?? '');
        if (back.length === 0 || !back.every(({ undoes }) => isSettled(undoes))) continue; // what runs or failed is found out first
        for (const undo of back) {
          assert.deepEqual(refusals(now(plan, gone), { kind: 'undo', step: undo.undoes, how: 'seen' }), [], undo.id);
          gone.push(attest(undo.id));
        }
        const left = now(plan, gone).duties.map(({ begunBy }) => begunBy);
        assert.ok(!left.includes(duty.begunBy), `${duty.name} of ${duty.begunBy}`);
      }
    });
    fc.assert(holds, { numRuns: 60 * rounds });
  }).timeout(60_000);

  it('has a way back for everything that is open inside the outage of an AD FS farm', () => {
    const plan = plans[2] ?? assert.fail();
    const begin = plan.steps.findIndex(({ step }) => step === 'switch-old-adapter-off');
    const end = plan.steps.findIndex(({ step }) => step === 'switch-new-adapter-on');
    for (let share = begin + 1; share <= end; share += 1) {
      const { duties } = ifYouStopNow(
        now(plan, bodiesOf({ plan, share: share / plan.steps.length, last: 'attested' })),
      );
      const off = duties.find(({ duty }) => duty.name === 'adapter-off');
      assert.ok(off && off.back.length > 0 && off.forward.length > 0, plan.steps[share - 1]?.id);
    }
  });
});
