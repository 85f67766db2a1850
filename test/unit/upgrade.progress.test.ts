import assert from 'node:assert/strict';
import { stepId, type Plan, type StepId } from '../../src/core/plan/plan';
import type { Finding } from '../../src/core/report/finding';
import type { RecordBody } from '../../src/core/upgrade/record';
import { progress, type Progress } from '../../src/core/upgrade/progress';
import { refusals, type Action } from '../../src/core/upgrade/refusals';
import { fold } from '../../src/core/upgrade/upgrade';
import type { StepDefinition } from '../../src/core/runbook/runbook';
import { aFarm, anAdfsFarm } from '../build/farms';
import { ended, opened, records, started } from '../build/records';
import { aPlan } from '../build/plans';
import { aStep } from '../build/runbooks';

function planOf(steps: readonly StepDefinition[], servers = 1, decided = new Map<string, string>()): Plan {
  const members = aFarm(servers).hosts.map(({ name }) => name);
  const loadBalancers = [{ name: 'pool', kind: 'other', serves: 'mfaServer', members } as const];
  return aPlan(steps, aFarm(servers, { loadBalancers }), decided);
}

function progressOf(plan: Plan, ...bodies: readonly RecordBody[]): Progress {
  return progress(plan, fold(records([opened, ...bodies])));
}

const at = (step: string, target = 'Contoso'): StepId => stepId(step, target);
const host = (n: number): string => `mfa0${String(n)}.contoso.example`;
const states = (now: Progress): readonly string[] => [...now.steps.values()].map(({ state }) => state);
const codes = (now: Progress, action: Action): readonly string[] => refusals(now, action).map(({ code }) => code);
const attested = (step: StepId): RecordBody => ({ type: 'attested', step, how: 'seen' });
const inhibitor: Finding = {
  code: 'NoSpace',
  severity: 'inhibitor',
  message: 'The disk is full.',
  remedy: 'Make room.',
};

describe('progress', () => {
  const chain = [aStep('a'), aStep('b', { after: ['a'] }), aStep('c', { after: ['b'] })];

  it('blocks what waits, and names it', () => {
    const now = progressOf(planOf(chain));
    assert.deepEqual(states(now), ['ready', 'blocked', 'blocked']);
    assert.deepEqual(now.steps.get(at('c'))?.waitsFor, [at('b')]);
  });

  it('knows no states before the upgrade is opened', () => {
    assert.deepEqual(states(progress(planOf(chain), undefined)), ['ready', 'blocked', 'blocked']);
  });

  it('lets successors go on after an attestation, a skip and an override', () => {
    const plan = planOf([
      aStep('a'),
      aStep('b', { after: ['a'], optional: true }),
      aStep('c', { after: ['b'] }),
      aStep('d', { after: ['c'] }),
    ]);
    const said: RecordBody[] = [
      attested(at('a')),
      { type: 'skipped', step: at('b'), reason: 'no need' },
      { type: 'overridden', steps: [at('c')], reason: 'must' },
    ];
    assert.deepEqual(states(progressOf(plan, ...said)), ['attested', 'skipped', 'overridden', 'ready']);
  });

  it('makes everything built on a reopened step unknown, and lets what was not begun wait', () => {
    const now = progressOf(planOf(chain), attested(at('a')), attested(at('b')), {
      type: 'reopened',
      step: at('a'),
      reason: 'wrong',
    });
    assert.deepEqual(states(now), ['unknown', 'unknown', 'blocked']);
  });

  it('leaves steps alone that were done again after the reopening', () => {
    const said = [
      attested(at('a')),
      attested(at('b')),
      { type: 'reopened', step: at('a'), reason: 'wrong' } as const,
      attested(at('a')),
    ];
    assert.deepEqual(states(progressOf(planOf(chain), ...said)), ['attested', 'unknown', 'blocked']);
    assert.deepEqual(states(progressOf(planOf(chain), ...said, attested(at('b')))), ['attested', 'attested', 'ready']);
  });

  it('puts a step back once its undo step is through, each time', () => {
    const plan = planOf([aStep('a', { undo: 'back' }), aStep('b', { after: ['a'] }), aStep('back')]);
    const back = attested(at('back'));
    assert.equal(progressOf(plan, attested(at('a')), back).steps.get(at('a'))?.state, 'ready');
    assert.equal(progressOf(plan, attested(at('a')), back, attested(at('a'))).steps.get(at('a'))?.state, 'attested');
  });

  it('keeps the changing steps of a host from running while an inhibitor is open there, and only there', () => {
    const check = aStep('check', { for: 'mfaServers', kind: 'run', run: 'Test-X' });
    const change = aStep('change', { for: 'mfaServers', kind: 'run', run: 'Set-X', changes: true, after: ['check'] });
    const checked = (n: number, findings: readonly Finding[]): RecordBody[] => [
      started(at('check', host(n)), `r${String(n)}`),
      ended(at('check', host(n)), `r${String(n)}`, { findings }),
    ];
    const now = progressOf(planOf([check, change], 2), ...checked(1, [inhibitor]), ...checked(2, []));
    assert.deepEqual(states(now), ['done', 'done', 'blocked', 'ready']);
    assert.match(refusals(now, { kind: 'run', step: at('change', host(1)) })[0]?.message ?? '', /The disk is full/);
    const overridden = progressOf(planOf([check, change], 2), ...checked(1, [inhibitor]), ...checked(2, []), {
      type: 'overridden',
      steps: [at('check', host(1))],
      reason: 'the disk is watched',
    });
    assert.deepEqual(states(overridden), ['overridden', 'done', 'ready', 'ready']);
  });

  it('keeps an inhibitor while the check runs again, and after it failed, until one comes to an end', () => {
    const check = aStep('check', { for: 'mfaServers', kind: 'run', run: 'Test-X' });
    const change = aStep('change', { for: 'mfaServers', kind: 'run', run: 'Set-X', changes: true });
    const plan = planOf([check, change]);
    const id = at('check', host(1));
    const found = [started(id, 'r1'), ended(id, 'r1', { findings: [inhibitor] })];
    const change1 = (...said: readonly RecordBody[]): string | undefined =>
      progressOf(plan, ...found, ...said).steps.get(at('change', host(1)))?.state;
    assert.equal(change1(started(id, 'r2')), 'blocked');
    assert.equal(change1(started(id, 'r2'), ended(id, 'r2', { outcome: 'failed', verified: false })), 'blocked');
    assert.equal(change1(started(id, 'r2'), ended(id, 'r2', { outcome: 'refused', verified: null })), 'blocked');
    assert.equal(change1(started(id, 'r2'), ended(id, 'r2')), 'ready');
  });

  it('lists what was begun and is not ended, also after a failure', () => {
    const plan = planOf([aStep('out', { begins: 'drained' }), aStep('in', { after: ['out'], ends: 'drained' })]);
    const duties = (...said: readonly RecordBody[]): readonly string[] =>
      progressOf(plan, ...said).duties.map(({ name }) => name);
    assert.deepEqual(duties(), []);
    assert.deepEqual(duties(attested(at('out'))), ['drained']);
    assert.deepEqual(duties(started(at('out'), 'r1'), ended(at('out'), 'r1', { outcome: 'failed', verified: false })), [
      'drained',
    ]);
    assert.deepEqual(duties(attested(at('out')), attested(at('in'))), []);
  });

  it('has an open duty for a restart, until a person says that the host was restarted', () => {
    const plan = planOf([aStep('set', { kind: 'run', run: 'Set-X', for: 'mfaServers', changes: true })]);
    const id = at('set', host(1));
    const done = [started(id, 'r1'), ended(id, 'r1', { restartNeeded: true })];
    const [duty] = progressOf(plan, ...done).duties;
    assert.deepEqual([duty?.name, duty?.target, duty?.begunBy, duty?.endedBy], ['restart', host(1), id, undefined]);
    assert.deepEqual(progressOf(plan, ...done, attested(id)).duties, []);
    assert.deepEqual(states(progressOf(plan, ...done, attested(id))), ['done']);
  });

  it('takes a decision as done by its record, and the runbook as chosen by opening', () => {
    const plan = planOf([
      aStep('runbook', { kind: 'decide', decides: 'runbook' }),
      aStep('purpose', { kind: 'decide', decides: 'purpose' }),
    ]);
    assert.deepEqual(states(progress(plan, undefined)), ['ready', 'ready']);
    assert.deepEqual(states(progressOf(plan)), ['done', 'ready']);
    assert.deepEqual(states(progressOf(plan, { type: 'decided', key: 'purpose', value: 'lab' })), ['done', 'done']);
  });
});

describe('refusals', () => {
  const run = aStep('run', { kind: 'run', run: 'Set-X', changes: true, for: 'mfaServers' });
  const plan = planOf([run, aStep('hand', { after: ['run'] })], 2);
  const open = progressOf(plan);
  const running = progressOf(plan, started(at('run', host(1)), 'r1'));

  it('refuses nothing that may be done', () => {
    assert.deepEqual(codes(open, { kind: 'run', step: at('run', host(1)) }), []);
  });

  it('refuses a blocked step with the names of what it waits for', () => {
    const [finding] = refusals(open, { kind: 'attest', step: at('hand'), how: 'seen' });
    assert.equal(finding?.message, `hand (Contoso) waits for run (${host(1)}), run (${host(2)}).`);
  });

  it('refuses to start what runs, and what is done', () => {
    assert.deepEqual(codes(running, { kind: 'run', step: at('run', host(1)) }), ['StepWrongState']);
    const done = progressOf(plan, started(at('run', host(1)), 'r1'), ended(at('run', host(1)), 'r1'));
    assert.deepEqual(codes(done, { kind: 'run', step: at('run', host(1)) }), ['StepWrongState']);
  });

  it('lets a failed step wait for what was reopened under it', () => {
    const chain = planOf([aStep('a'), aStep('b', { after: ['a'], kind: 'run', run: 'Set-X', changes: true })]);
    const failed = ended(at('b'), 'r1', { outcome: 'failed', verified: false });
    const now = progressOf(chain, attested(at('a')), started(at('b'), 'r1'), failed, {
      type: 'reopened',
      step: at('a'),
      reason: 'r',
    });
    assert.deepEqual(codes(now, { kind: 'run', step: at('b') }), ['StepBlocked']);
  });

  it('reopens no decision', () => {
    const decision = planOf([aStep('d', { kind: 'decide', decides: 'purpose' })]);
    const now = progressOf(decision, { type: 'decided', key: 'purpose', value: 'lab' });
    assert.deepEqual(codes(now, { kind: 'reopen', step: at('d'), reason: 'r' }), ['StepIsDecision']);
  });

  it('lets one changing step at a time touch a pool', () => {
    assert.deepEqual(codes(running, { kind: 'run', step: at('run', host(2)) }), ['PlaceBusy']);
  });

  it('lets no changing step begin while another is at its place, by hand or by word neither', () => {
    const byHand = planOf([run, aStep('hand', { changes: true, for: 'mfaServers' })], 2);
    const busy = progressOf(byHand, started(at('run', host(1)), 'r1'));
    assert.deepEqual(codes(busy, { kind: 'begin', step: at('hand', host(1)) }), ['PlaceBusy']);
    assert.deepEqual(codes(busy, { kind: 'attest', step: at('hand', host(1)), how: 'seen' }), ['PlaceBusy']);
  });

  it('takes a changing step of which nobody knows for busy at its host, until somebody says how it stands', () => {
    const two = planOf([run, aStep('hand', { changes: true, for: 'mfaServers' })], 2);
    const lost = (step: StepId): RecordBody[] => [
      started(step, 'r1'),
      ended(step, 'r1', { outcome: 'unknown', verified: null }),
    ];
    const now = progressOf(two, ...lost(at('run', host(1))));
    assert.deepEqual(codes(now, { kind: 'begin', step: at('hand', host(1)) }), ['PlaceBusy']);
    assert.deepEqual(codes(now, { kind: 'run', step: at('run', host(2)) }), []);
    const both = progressOf(two, ...lost(at('run', host(1))), ...lost(at('hand', host(1))));
    assert.deepEqual(codes(both, { kind: 'attest', step: at('run', host(1)), how: 'seen' }), []);
    assert.deepEqual(codes(both, { kind: 'attest', step: at('hand', host(1)), how: 'seen' }), []);
  });

  it('lets no other changing step begin on a host that still has to be restarted', () => {
    const two = planOf(
      [run, aStep('hand', { changes: true, for: 'mfaServers' }), aStep('look', { for: 'mfaServers' })],
      2,
    );
    const id = at('run', host(1));
    const done = [started(id, 'r1'), ended(id, 'r1', { restartNeeded: true })];
    const now = progressOf(two, ...done);
    assert.deepEqual(codes(now, { kind: 'begin', step: at('hand', host(1)) }), ['RestartOpen']);
    assert.deepEqual(codes(now, { kind: 'attest', step: at('hand', host(1)), how: 'seen' }), ['RestartOpen']);
    assert.deepEqual(codes(now, { kind: 'attest', step: at('look', host(1)), how: 'seen' }), []);
    assert.deepEqual(codes(now, { kind: 'run', step: at('run', host(2)) }), []);
    assert.deepEqual(codes(now, { kind: 'attest', step: id, how: 'restarted at 22:10' }), []);
    const restarted = progressOf(two, ...done, attested(id));
    assert.deepEqual(codes(restarted, { kind: 'begin', step: at('hand', host(1)) }), []);
    assert.deepEqual(codes(restarted, { kind: 'attest', step: id, how: 'again' }), ['StepWrongState']);
    const failed = ended(id, 'r1', { outcome: 'failed', verified: false, restartNeeded: true });
    assert.deepEqual(codes(progressOf(two, started(id, 'r1'), failed), { kind: 'run', step: id }), []);
  });

  it('runs no check again while its last run may still go on', () => {
    const check = planOf([aStep('check', { kind: 'run', run: 'Test-X' })]);
    const lost = [started(at('check'), 'r1'), ended(at('check'), 'r1', { outcome: 'unknown', verified: null })];
    const again: Action = { kind: 'run', step: at('check') };
    assert.deepEqual(codes(progressOf(check, ...lost), again), ['StepWrongState']);
    const noAnswer = [started(at('check'), 'r1'), ended(at('check'), 'r1', { verified: null })];
    assert.deepEqual(codes(progressOf(check, ...noAnswer), again), []);
  });

  it('tries what changes something, and no check', () => {
    const both = progressOf(
      planOf([
        aStep('check', { kind: 'run', run: 'Test-X' }),
        aStep('set', { kind: 'run', run: 'Set-X', verify: 'Test-X' }),
      ]),
    );
    assert.deepEqual(codes(both, { kind: 'whatIf', step: at('set') }), []);
    assert.deepEqual(codes(both, { kind: 'whatIf', step: at('check') }), ['StepOnlyLooks']);
  });

  it('does not take the word of a person for a step that is running', () => {
    assert.deepEqual(codes(running, { kind: 'attest', step: at('run', host(1)), how: 'seen' }), ['StepWrongState']);
  });

  it('takes only a result that is waited for', () => {
    assert.deepEqual(codes(running, { kind: 'end', step: at('run', host(1)), run: 'r1' }), []);
    assert.deepEqual(codes(running, { kind: 'end', step: at('run', host(1)), run: 'r2' }), ['RunNotAwaited']);
    assert.deepEqual(codes(open, { kind: 'end', step: at('run', host(1)), run: 'r1' }), ['RunNotAwaited']);
  });

  it('wants a reason in words', () => {
    assert.deepEqual(codes(open, { kind: 'attest', step: at('run', host(1)), how: '  ' }), ['ReasonMissing']);
  });

  it('skips only what is optional, and never overrides what must not be', () => {
    const strict = progressOf(planOf([aStep('a', { neverOverride: true }), aStep('b', { optional: true })]));
    assert.deepEqual(codes(strict, { kind: 'skip', step: at('a'), reason: 'r' }), ['StepNotOptional']);
    assert.deepEqual(codes(strict, { kind: 'skip', step: at('b'), reason: 'r' }), []);
    assert.deepEqual(codes(strict, { kind: 'override', steps: [at('a')], reason: 'r' }), ['StepNeverOverridden']);
  });

  it('does not change a decision that a started step has used', () => {
    const uses = planOf([aStep('promote', { for: 'promotedServer' })], 2);
    const decide: Action = { kind: 'decide', key: 'promote', value: host(2) };
    assert.deepEqual(codes(progressOf(uses), decide), []);
    assert.deepEqual(codes(progressOf(uses, attested(at('promote', host(2)))), decide), ['DecisionUsed']);
  });

  it('takes a decision together with the others', () => {
    const nodes = [1, 2, 3].map((n) => `adfs0${String(n)}.contoso.example`);
    const farm = aFarm(1, { adfsFarms: [anAdfsFarm('EMEA', nodes)] });
    const plan = aPlan([aStep('a')], farm, new Map([['registrar.EMEA', nodes[1] ?? '']]));
    const now = progressOf(plan, { type: 'decided', key: 'registrar.EMEA', value: nodes[1] ?? '' });
    const batch = (value: string): Action => ({ kind: 'decide', key: 'firstBatch.EMEA', value });
    assert.deepEqual(codes(now, batch(nodes[0] ?? '')), ['DecisionDoesNotFit']);
    assert.deepEqual(codes(now, batch(nodes[1] ?? '')), []);
  });

  it('takes back only what has a way back and carries nothing', () => {
    const undoable = planOf([aStep('a', { undo: 'back' }), aStep('b', { after: ['a'] }), aStep('back')]);
    const undo: Action = { kind: 'undo', step: at('a'), how: 'seen' };
    assert.deepEqual(codes(progressOf(undoable), undo), ['StepWrongState']);
    assert.deepEqual(codes(progressOf(undoable, attested(at('a'))), undo), []);
    assert.deepEqual(codes(progressOf(undoable, attested(at('a')), attested(at('b'))), undo), ['StepBuiltOn']);
    const begun = [attested(at('a')), started(at('b'), 'r1')];
    const failed = ended(at('b'), 'r1', { outcome: 'failed', verified: false });
    assert.deepEqual(codes(progressOf(undoable, ...begun), undo), ['StepBuiltOn']);
    assert.deepEqual(codes(progressOf(undoable, ...begun, failed), undo), []);
    assert.deepEqual(codes(progressOf(undoable, attested(at('b'))), { ...undo, step: at('b') }), ['StepHasNoUndo']);
  });

  it('names a step that the plan does not have', () => {
    assert.deepEqual(codes(open, { kind: 'run', step: at('nothing') }), ['StepUnknown']);
  });
});
