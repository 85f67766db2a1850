import assert from 'node:assert/strict';
import type { AdfsFarm, Farm, LoadBalancer } from '../../src/core/farm/farm';
import { emptiedPools } from '../../src/core/plan/batches';
import { compile } from '../../src/core/plan/compile';
import { resolveDecisions } from '../../src/core/plan/decisions';
import { stepId, type PlanStep } from '../../src/core/plan/plan';
import { parametersOf } from '../../src/core/run/parameters';
import { watchServers } from '../../src/core/rehearsal/violations';
import { detailLines } from '../../src/core/runbook/details';
import type { Finding } from '../../src/core/report/finding';
import { dutyWords } from '../../src/core/upgrade/dutyWords';
import { progress, type Progress } from '../../src/core/upgrade/progress';
import { fold } from '../../src/core/upgrade/upgrade';
import { aFarm, anAdfsFarm } from '../build/farms';
import { opened, records } from '../build/records';
import { planOf, shippedRunbooks } from '../orders/anyPlan';

const [one, two] = ['mfa01.contoso.example', 'mfa02.contoso.example'] as const;

function pool(name: string, serves: LoadBalancer['serves'], members: readonly string[]): LoadBalancer {
  return { name, kind: 'windowsNlb', serves, members };
}

/** Both MFA servers are nodes of an AD FS farm; `more` says what else it is. */
function shared(
  loadBalancers: readonly LoadBalancer[],
  more: Partial<AdfsFarm> = {},
  others: readonly string[] = [],
): Farm {
  const own = anAdfsFarm('EMEA', [...others, one, two], more);
  const partner = anAdfsFarm('AMER', ['fs8'], { interchangeableWith: ['EMEA'] });
  return aFarm(2, { adfsFarms: more.interchangeableWith ? [own, partner] : [own], loadBalancers });
}
const stoodIn = { interchangeableWith: ['AMER'] };

function findings(farm: Farm, decided: Readonly<Record<string, string>> = {}): readonly Finding[] {
  const decisions = resolveDecisions(farm, new Map(Object.entries(decided)), 'production');
  return decisions.ok ? emptiedPools(farm, decisions.value) : decisions.findings;
}

const sameCluster = [pool('mfa', 'mfaServer', [one, two]), pool('adfs', 'adfs', [two, one])];
const twoClusters = [pool('mfa', 'mfaServer', [one, two]), pool('adfs', 'adfs', [one, two, 'fs1'])];

describe('A batch of an AD FS farm', () => {
  it('is refused where it would empty what shares a cluster with AD FS, and taken where somebody stays', () => {
    const whole = shared(sameCluster, stoodIn);
    const [found] = findings(whole);
    assert.deepEqual([found?.code, found?.pointer], ['BatchEmptiesPool', '/adfsFarms/0']);
    assert.match(found?.message ?? '', /nobody answers in load balancer "mfa".*"adfs"/);
    assert.match(found?.remedy ?? '', /"EMEA" out of "interchangeableWith".*"kind": "other" for "adfs"/);
    const inPlace = shippedRunbooks.get('in-place') ?? assert.fail();
    const given = { farmHash: '', runbook: inPlace, runbookHash: '', decided: new Map(), mode: 'production' } as const;
    assert.equal(compile({ ...given, farm: whole }).findings[0]?.code, 'BatchEmptiesPool');
    assert.deepEqual(findings(shared(sameCluster)), [], 'one of the two stays');
    assert.deepEqual(findings(shared(sameCluster, { ...stoodIn, firstBatch: [one] })), []);
    assert.deepEqual(findings(whole, { 'firstBatch.EMEA': one }), []);
    assert.equal(
      findings(shared(sameCluster, stoodIn), { 'firstBatch.EMEA': `${one},${two}` })[0]?.code,
      'DecisionDoesNotFit',
    );
    const byHand = sameCluster.map((each) => (each.serves === 'adfs' ? { ...each, kind: 'other' as const } : each));
    assert.deepEqual(findings(shared(byHand, stoodIn)), []);
  });

  it('is refused where it holds all that a pool of AD FS has, unless the farm leaves as a whole', () => {
    const site = [pool('Site A', 'adfs', [one, two])];
    const [found] = findings(shared(site, { firstBatch: [one, two] }, ['fs1']));
    assert.equal(found?.pointer, '/adfsFarms/0/firstBatch');
    assert.match(found.remedy, /^Name some of .* in "firstBatch", not all of them\.$/);
    assert.deepEqual(findings(shared(site, { firstBatch: ['fs1', two] }, ['fs1'])), []);
    assert.deepEqual(findings(shared(site, stoodIn)), []);
    assert.deepEqual(
      findings(shared([pool('Site B', 'adfs', [two])], { firstBatch: [two] })),
      [],
      'it has nobody else',
    );
    const registrar = { 'registrar.EMEA': two };
    const late = shared([pool('Site A', 'adfs', [two, 'fs9'])], {}, ['fs1']);
    const farm = { ...late, adfsFarms: [anAdfsFarm('EMEA', ['fs1', one, two, 'fs9'])] };
    assert.equal(findings({ ...farm, adfsFarms: [anAdfsFarm('EMEA', ['fs1', two, one, 'fs9'])] })[0], undefined);
    assert.equal(findings(farm, { ...registrar, 'firstBatch.EMEA': `${two},fs1` })[0], undefined);
    const halves = { ...farm, adfsFarms: [anAdfsFarm('EMEA', [one, two, 'fs9', 'fs1'])] };
    assert.equal(findings(halves, registrar)[0]?.code, 'DecisionDoesNotFit');
  });
});

describe('A node that leaves while AD FS changes', () => {
  const farm = shared(twoClusters, {}, ['fs1']);
  const plan = planOf(farm);

  it('leaves the pools of AD FS, and for its own setup every pool', () => {
    const lines = (step: string): readonly string[] =>
      (plan.steps.find(({ id }) => id === stepId(step, two)) ?? assert.fail(step)).definition.details.flatMap((name) =>
        detailLines(name, farm, two),
      );
    assert.deepEqual(lines('take-second-batch-out'), ['Load balancer adfs (Windows NLB)']);
    assert.deepEqual(lines('take-out-of-traffic'), [
      'Load balancer mfa (Windows NLB)',
      'Load balancer adfs (Windows NLB)',
    ]);
    assert.match(detailLines('adfsPoolsOfHost', shared(sameCluster), two)[0] ?? '', /mfa .*the same cluster as adfs/);
  });

  it('lets its function leave the clusters of AD FS only, also where another pool is left by hand', () => {
    const given = (step: PlanStep | undefined): Readonly<Record<string, unknown>> =>
      parametersOf({
        farm,
        decide: (key) => plan.decisions.get(key)?.value,
        step: step?.definition ?? assert.fail(),
        target: two,
        upgradeId: 'u',
      });
    const steps = (which: Farm): readonly PlanStep[] => planOf(which).steps.filter(({ target }) => target === two);
    const step = (name: string, which = farm): PlanStep | undefined => steps(which).find((each) => each.step === name);
    assert.deepEqual(given(step('take-second-batch-out'))['Cluster'], [`${one},${two},fs1`]);
    assert.deepEqual(given(step('put-second-batch-back'))['Cluster'], [`${one},${two},fs1`]);
    assert.equal(given(step('take-out-of-traffic'))['Cluster'], undefined);
    const byHand = shared(
      twoClusters.map((each) => ({ ...each, kind: each.serves === 'adfs' ? each.kind : 'other' })),
      {},
      ['fs1'],
    );
    assert.equal(step('take-second-batch-out', byHand)?.kind, 'run');
    assert.equal(step('take-out-of-traffic', byHand)?.kind, 'manual');
  });

  it('goes on as MFA server, and the duty says so', () => {
    const out = (...steps: readonly string[]): Progress =>
      progress(
        plan,
        fold(
          records([
            opened,
            ...steps.map((step) => ({ type: 'attested', step: stepId(step, two), how: 'seen' }) as const),
          ]),
        ),
      );
    const ofAdfs = out('take-second-batch-out');
    assert.deepEqual(
      ofAdfs.duties.map((duty) => dutyWords(duty, ofAdfs)),
      [`${two} takes no sign-ins of EMEA. ${one}, fs1 carry on.`],
    );
    const pools = [
      { name: 'adfs', serves: 'adfs', members: [{ host: two, state: 'suspended' }] },
      { name: 'mfa', serves: 'mfaServer', members: [{ host: two, state: 'serving' }] },
    ];
    const calm = { minutes: 0, pools, clients: [], changes: [], violations: [] };
    assert.deepEqual(watchServers(ofAdfs, calm, new Set([two])), []);
    assert.deepEqual(watchServers(out('take-out-of-traffic'), calm, new Set([two])), ['no MFA server serves']);
    const turned = pools.map((each) => ({
      ...each,
      members: [{ host: two, state: each.serves === 'adfs' ? 'serving' : 'stopped' }],
    }));
    assert.deepEqual(watchServers(ofAdfs, { ...calm, pools: turned }, new Set([two])), ['no MFA server serves']);
  });
});
