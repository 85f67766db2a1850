import assert from 'node:assert/strict';
import { compile } from '../../src/core/plan/compile';
import type { Farm } from '../../src/core/farm/farm';
import type { Plan } from '../../src/core/plan/plan';
import type { Runbook } from '../../src/core/runbook/runbook';
import { aFarm } from '../build/farms';
import { aRunbook, aStep, lanes } from '../build/runbooks';

function planOf(farm: Farm, runbook: Runbook, decided: Record<string, string> = {}): Plan {
  const input = {
    farm,
    farmHash: 'f',
    runbook,
    runbookHash: 'r',
    decided: new Map(Object.entries(decided)),
    mode: 'production',
  } as const;
  const plan = compile(input);
  assert.ok(plan.ok, JSON.stringify(plan.findings));
  return plan.value;
}

const ids = (plan: Plan): readonly string[] => plan.steps.map(({ id }) => id);
const after = (plan: Plan, id: string): readonly string[] => plan.steps.find((step) => step.id === id)?.after ?? [];

describe('compile', () => {
  it('makes one instance a target, in the order of farm.json', () => {
    const plan = planOf(aFarm(3), aRunbook([aStep('a', { for: 'mfaServers' })]));
    assert.deepEqual(ids(plan), ['a@mfa01.contoso.example', 'a@mfa02.contoso.example', 'a@mfa03.contoso.example']);
  });

  it('lets a step wait for its predecessor on the same target', () => {
    const steps = [aStep('a', { for: 'mfaServers' }), aStep('b', { for: 'mfaServers', after: ['a'] })];
    assert.deepEqual(after(planOf(aFarm(2), aRunbook(steps)), 'b@mfa02.contoso.example'), ['a@mfa02.contoso.example']);
  });

  it('lets a step wait for every target of a predecessor that its own target does not have', () => {
    const steps = [aStep('a', { for: 'mfaServers' }), aStep('b', { after: ['a'] })];
    const plan = planOf(aFarm(2), aRunbook(steps));
    assert.deepEqual(after(plan, 'b@Contoso'), ['a@mfa01.contoso.example', 'a@mfa02.contoso.example']);
  });

  it('lets afterAll wait for every target even where the own target has the predecessor', () => {
    const steps = [aStep('a', { for: 'mfaServers' }), aStep('b', { for: 'mfaServers', afterAll: ['a'] })];
    const plan = planOf(aFarm(2), aRunbook(steps));
    assert.deepEqual(after(plan, 'b@mfa01.contoso.example'), ['a@mfa01.contoso.example', 'a@mfa02.contoso.example']);
  });

  it('says of a step that is not needed why, and lets who waited for it wait for what it waited for', () => {
    const steps = [
      aStep('a', { for: 'mfaServers' }),
      aStep('sdk', { for: 'mfaServers', when: 'hasWebServiceSdk', after: ['a'] }),
      aStep('c', { for: 'mfaServers', after: ['sdk'] }),
    ];
    const plan = planOf(
      aFarm(2, {}, (n) => n === 1),
      aRunbook(steps),
    );
    assert.deepEqual(after(plan, 'c@mfa02.contoso.example'), ['a@mfa02.contoso.example']);
    assert.deepEqual(after(plan, 'c@mfa01.contoso.example'), ['sdk@mfa01.contoso.example']);
    assert.deepEqual(
      plan.notNeeded.map(({ id, reason }) => [id, reason]),
      [['sdk@mfa02.contoso.example', 'mfa02.contoso.example has no Web Service SDK.']],
    );
  });

  it('goes through the lanes of a group one after the other', () => {
    const steps = [aStep('out', {}), aStep('up', { after: ['out'] }), aStep('in', { after: ['up'] })];
    const runbook = aRunbook(steps, [lanes('mfaServers', ['out', 'up', 'in'])]);
    const plan = planOf(aFarm(2), runbook);
    assert.deepEqual(after(plan, 'out@mfa02.contoso.example'), ['in@mfa01.contoso.example']);
    assert.deepEqual(after(plan, 'up@mfa02.contoso.example'), ['out@mfa02.contoso.example']);
  });

  it('lets the next lane wait for every end of the lane before', () => {
    const steps = [aStep('out'), aStep('left', { after: ['out'] }), aStep('right', { after: ['out'] })];
    const plan = planOf(aFarm(2), aRunbook(steps, [lanes('mfaServers', ['out', 'left', 'right'])]));
    assert.deepEqual(after(plan, 'out@mfa02.contoso.example'), [
      'left@mfa01.contoso.example',
      'right@mfa01.contoso.example',
    ]);
  });

  it('lets parallel lanes go side by side', () => {
    const plan = planOf(aFarm(2), aRunbook([aStep('out')], [lanes('mfaServers', ['out'], true)]));
    assert.deepEqual(after(plan, 'out@mfa02.contoso.example'), []);
  });

  it('moves a step behind its predecessors where the runbook lists it before them', () => {
    const plan = planOf(aFarm(1), aRunbook([aStep('b', { after: ['a'] }), aStep('a')]));
    assert.deepEqual(ids(plan), ['a@Contoso', 'b@Contoso']);
  });

  it('refuses a runbook that leads in a circle on this farm, and names the steps', () => {
    const runbook = aRunbook([aStep('a', { after: ['b'] }), aStep('b', { after: ['a'] })]);
    const input = {
      farm: aFarm(1),
      farmHash: '',
      runbook,
      runbookHash: '',
      decided: new Map(),
      mode: 'production',
    } as const;
    const plan = compile(input);
    assert.deepEqual(plan.ok || plan.findings.map(({ code }) => code), ['PlanCircle']);
  });

  const nlb = { name: 'Pool', kind: 'windowsNlb', serves: 'mfaServer', members: ['mfa01.contoso.example'] } as const;
  const radius = { name: 'VPN', kind: 'radius', servers: ['mfa01.contoso.example'] } as const;
  for (const [what, more, kind] of [
    ['only Windows NLB asks the host', { loadBalancers: [nlb] }, 'run'],
    ['another balancer asks it too', { loadBalancers: [nlb, { ...nlb, name: 'B', kind: 'other' }] }, 'manual'],
    ['a client names it', { loadBalancers: [nlb], clients: [radius] }, 'manual'],
    ['no balancer names it', {}, 'manual'],
  ] as const)
    it(`lets a step with runWhen be ${kind} where ${what}, and its undo too`, () => {
      const known = { kind: 'run', run: 'Test-MfaThing', runWhen: 'onlyWindowsNlb' } as const;
      const back = aStep('back', known);
      const runbook = aRunbook([aStep('out', { ...known, for: 'mfaServers', undo: 'back' })]);
      const plan = planOf(aFarm(1, more), { ...runbook, steps: { ...runbook.steps, back } });
      const function_ = kind === 'run' ? 'Test-MfaThing' : undefined;
      const made = [plan.steps[0], plan.undo[0]].map((step) => [step?.kind, step?.function]);
      assert.deepEqual(made, [
        [kind, function_],
        [kind, function_],
      ]);
    });

  it('compiles a step whose function does not exist yet as manual, and says planned', () => {
    const step = aStep('a', { kind: 'run', run: 'Install-MfaServer', automation: 'planned' });
    const plan = planOf(aFarm(1), aRunbook([step]));
    assert.deepEqual(
      plan.steps.map(({ kind, automation, function: act }) => [kind, automation, act]),
      [['manual', 'planned', undefined]],
    );
  });

  it('promotes the first subordinate, or the one that was decided, in any case', () => {
    const runbook = aRunbook([aStep('promote', { for: 'promotedServer' })]);
    assert.deepEqual(ids(planOf(aFarm(3), runbook)), ['promote@mfa02.contoso.example']);
    assert.deepEqual(ids(planOf(aFarm(3), runbook, { promote: 'MFA03.contoso.example' })), [
      'promote@mfa03.contoso.example',
    ]);
  });

  it('knows which decisions an instance was made from', () => {
    const runbook = aRunbook([
      aStep('promote', { for: 'promotedServer', with: { Installer: 'installer' } }),
      aStep('a'),
    ]);
    const plan = planOf(aFarm(2), runbook);
    assert.deepEqual(
      plan.steps.map(({ uses }) => [...uses].sort()),
      [['installer', 'promote'], []],
    );
  });

  it('gives the same plan for the same input', () => {
    const runbook = aRunbook([aStep('a', { for: 'mfaServers' }), aStep('b', { after: ['a'] })]);
    assert.deepEqual(planOf(aFarm(3), runbook), planOf(aFarm(3), runbook));
  });
});

describe('decisions', () => {
  const runbook = aRunbook([aStep('a')]);
  const refusedFor = (key: string, value: string): readonly string[] => {
    const decided = new Map([[key, value]]);
    const plan = compile({ farm: aFarm(2), farmHash: '', runbook, runbookHash: '', decided, mode: 'production' });
    return plan.findings.map(({ code, remedy }) => `${code}: ${remedy}`);
  };

  it('names the known keys when a key is not known', () => {
    assert.match(refusedFor('color', 'red')[0] ?? '', /^DecisionUnknownKey: Use one of: runbook, purpose, installer/);
  });

  it('names the known values when a value is not known', () => {
    assert.deepEqual(refusedFor('wayBack', 'luck'), ['DecisionUnknownValue: Use one of: installer, snapshot, none.']);
  });

  it('takes only full local paths', () => {
    for (const path of ['\\\\server\\share\\x.exe', 'setup.exe', 'D:\\a\\..\\b', '\\\\?\\C:\\x', 'C:\\a:stream'])
      assert.match(refusedFor('installer', path)[0] ?? '', /^DecisionNotAPath/, path);
  });

  it('does not promote a host that is no subordinate', () => {
    assert.match(refusedFor('promote', 'mfa01.contoso.example')[0] ?? '', /^DecisionUnknownValue/);
  });

  it('has defaults of its own for a rehearsal', () => {
    const plan = compile({
      farm: aFarm(1),
      farmHash: '',
      runbook,
      runbookHash: '',
      decided: new Map(),
      mode: 'rehearsal',
    });
    assert.deepEqual(plan.ok && plan.value.decisions.get('purpose'), { value: 'lab', from: 'default' });
  });
});
