import assert from 'node:assert/strict';
import { compile } from '../../src/core/plan/compile';
import { stepId, type Plan, type StepId } from '../../src/core/plan/plan';
import { progress, type Progress } from '../../src/core/upgrade/progress';
import type { RecordBody } from '../../src/core/upgrade/record';
import { refusals, type Action } from '../../src/core/upgrade/refusals';
import { fold } from '../../src/core/upgrade/upgrade';
import { aFarm } from '../build/farms';
import { ended, opened, records, started } from '../build/records';
import { aRunbook, aStep } from '../build/runbooks';

const server = 'mfa01.contoso.example';
const runs = { kind: 'run', verify: 'Test-MfaThing', changes: true, for: 'mfaServers' } as const;
const plan = ((): Plan => {
  const steps = [
    aStep('on', { ...runs, run: 'Set-MfaThing', undo: 'off' }),
    aStep('more', { after: ['on'], for: 'mfaServers', changes: true }),
    aStep('off', { ...runs, run: 'Reset-MfaThing' }),
    aStep('check', { kind: 'run', for: 'mfaServers', run: 'Test-MfaThing', after: ['on'] }),
    aStep('on-check', { for: 'mfaServers', changes: true, after: ['check'] }),
  ];
  const order = ['on', 'more', 'check', 'on-check'].map((step) => ({ kind: 'step', step }) as const);
  const runbook = aRunbook(steps, order);
  const input = {
    farm: aFarm(1),
    farmHash: '',
    runbook,
    runbookHash: '',
    decided: new Map(),
    mode: 'rehearsal',
  } as const;
  const compiled = compile(input);
  assert.ok(compiled.ok, JSON.stringify(compiled.findings));
  return compiled.value;
})();
const [on, off, more, check, onCheck] = (['on', 'off', 'more', 'check', 'on-check'] as const).map((step) =>
  stepId(step, server),
) as [StepId, StepId, StepId, StepId, StepId];
const now = (...bodies: readonly RecordBody[]): Progress => progress(plan, fold(records([opened, ...bodies])));
const codes = (at: Progress, action: Action): readonly string[] => refusals(at, action).map(({ code }) => code);
const done = (step: StepId, run: string): readonly RecordBody[] => [started(step, run), ended(step, run)];
const run = { kind: 'run', step: off } as const;

describe('A way back with a function', () => {
  it('may run while its step is through and nothing that was built on it stands', () => {
    assert.deepEqual(codes(now(), run), ['StepWrongState']);
    assert.deepEqual(codes(now(...done(on, 'r1')), run), []);
    const built = now(...done(on, 'r1'), { type: 'attested', step: more, how: 'seen' });
    assert.deepEqual(codes(built, run), ['StepBuiltOn']);
  });

  it('takes its step back when its result is in, and the step can be done again', () => {
    const running = now(...done(on, 'r1'), started(off, 'r2'));
    assert.equal(running.undo.get(off)?.state, 'running');
    assert.equal(running.steps.get(on)?.state, 'done');
    const back = now(...done(on, 'r1'), ...done(off, 'r2'));
    assert.equal(back.steps.get(on)?.state, 'ready');
    const again = now(...done(on, 'r1'), ...done(off, 'r2'), ...done(on, 'r3'));
    assert.equal(again.steps.get(on)?.state, 'done');
    assert.equal(again.undo.get(off)?.state, 'ready');
  });

  it('does not wait for a check, whose yes goes with the step that it saw; for what stands on the check it does', () => {
    const checked = [...done(on, 'r1'), ...done(check, 'r2')];
    assert.deepEqual(codes(now(...checked), run), []);
    assert.equal(now(...checked).undo.get(off)?.state, 'ready');
    const back = now(...checked, ...done(off, 'r3'));
    assert.equal(back.steps.get(on)?.state, 'ready');
    assert.equal(back.steps.get(check)?.state, 'blocked');
    const again = now(...checked, ...done(off, 'r3'), ...done(on, 'r4'));
    assert.equal(again.steps.get(check)?.state, 'ready');
    const built = now(...checked, { type: 'attested', step: onCheck, how: 'seen' });
    assert.deepEqual(codes(built, run), ['StepBuiltOn']);
  });

  it('takes nothing back when it failed or nobody knows, and is found out like a step', () => {
    const failed = now(...done(on, 'r1'), started(off, 'r2'), ended(off, 'r2', { outcome: 'failed', verified: false }));
    assert.equal(failed.steps.get(on)?.state, 'done');
    assert.deepEqual(codes(failed, run), []);
    const unknown = now(
      ...done(on, 'r1'),
      started(off, 'r2'),
      ended(off, 'r2', { outcome: 'unknown', verified: null }),
    );
    assert.deepEqual(codes(unknown, run), ['StepWrongState']);
    assert.deepEqual(codes(unknown, { kind: 'settle', step: off }), []);
    const settled = now(
      ...done(on, 'r1'),
      started(off, 'r2'),
      ended(off, 'r2', { outcome: 'unknown', verified: null }),
      { type: 'settled', step: off, outcome: 'done', evidence: {} },
    );
    assert.equal(settled.steps.get(on)?.state, 'ready');
  });

  it('holds its host while it runs: nothing else changes there, and nobody says that it is taken back', () => {
    const running = now(...done(on, 'r1'), started(off, 'r2'));
    assert.deepEqual(codes(running, { kind: 'attest', step: more, how: 'seen' }), ['PlaceBusy']);
    assert.deepEqual(codes(running, { kind: 'undo', step: on, how: 'seen' }), ['StepWrongState']);
    assert.deepEqual(codes(running, { kind: 'end', step: off, run: 'r2' }), []);
    assert.deepEqual(codes(running, { kind: 'end', step: off, run: 'other' }), ['RunNotAwaited']);
  });

  it('is attested, skipped or overridden under the name of its step only', () => {
    const at = now(...done(on, 'r1'));
    assert.deepEqual(codes(at, { kind: 'attest', step: off, how: 'seen' }), ['StepUnknown']);
    assert.deepEqual(codes(at, { kind: 'skip', step: off, reason: 'why' }), ['StepUnknown']);
    assert.deepEqual(codes(at, { kind: 'reopen', step: off, reason: 'why' }), ['StepUnknown']);
  });
});
