import assert from 'node:assert/strict';
import type { Farm, Host } from '../../src/core/farm/farm';
import type { Plan } from '../../src/core/plan/plan';
import { detailLines } from '../../src/core/runbook/details';
import { readRunbookFiles, runbookNames } from '../../tools/runbookInput';
import { aFarm, anAdfsFarm, sampleFarm } from '../build/farms';
import { planOf } from '../orders/anyPlan';

const { instructions } = runbookNames(readRunbookFiles());

const plans: readonly Plan[] = [
  planOf(sampleFarm('contoso')),
  planOf(sampleFarm('fabrikam')),
  planOf(sampleFarm('northwind')),
  planOf(sampleFarm('northwind'), new Map([['runbook', 'migrate']])),
];

/** Targets of the steps that carry an instruction, in the order of the plan. */
const targetsOf = (plan: Plan, id: string): readonly string[] =>
  plan.steps.filter(({ definition }) => definition.sources.includes(id)).map(({ target }) => target);

const adfsIds = [...instructions].filter((id) => id.startsWith('V6-FS-'));

function adfsTargets(farm: Farm, decided?: ReadonlyMap<string, string>): Readonly<Record<string, readonly string[]>> {
  const plan = planOf(farm, decided);
  return Object.fromEntries(adfsIds.map((id) => [id.slice('V6-FS-'.length), targetsOf(plan, id)]));
}

describe('The instructions of the two documents', () => {
  for (const id of instructions)
    it(`${id} has a step in the plan of a sample`, () => {
      assert.ok(plans.some((plan) => targetsOf(plan, id).length > 0));
    });

  it('stand on the nodes that do them, in two batches', () => {
    const adfs = anAdfsFarm('EMEA', ['fs1', 'fs2', 'fs3'], { configurationDatabase: 'wid', primary: 'fs2' });
    assert.deepEqual(adfsTargets(aFarm(1, { adfsFarms: [adfs] })), {
      '0': ['EMEA'],
      '1a': ['EMEA'],
      '1b': ['fs1', 'fs2', 'fs3'],
      '1c': ['fs2'],
      '1d': ['EMEA'],
      '2': ['fs2'],
      '3': ['fs2'],
      '4': ['fs2'],
      '5': ['fs2'],
      '6': ['fs2'],
      '7': ['fs2'],
      '8': ['fs2', 'fs1', 'fs3'],
      '9': ['fs2'],
      '10': ['fs1', 'fs3', 'fs1', 'fs3'],
      '11': ['fs1', 'fs3'],
    });
  });

  it('leave a single node in traffic, and switch off before they install', () => {
    const plan = planOf(aFarm(1, { adfsFarms: [anAdfsFarm('EMEA', ['fs1'])] }));
    const order = plan.steps.flatMap(({ definition }) =>
      definition.sources.filter((id) => /^V6-FS-[2-9]|^V6-FS-1[01]/.test(id)),
    );
    assert.deepEqual(order, ['V6-FS-4', 'V6-FS-3', 'V6-FS-5', 'V6-FS-6', 'V6-FS-7', 'V6-FS-9']);
  });

  it('take a farm that another one stands in for out as a whole, and bring it back last', () => {
    const adfsFarms = [
      anAdfsFarm('EMEA', ['fs1', 'fs2'], { interchangeableWith: ['AMER'] }),
      anAdfsFarm('AMER', ['fs3'], { interchangeableWith: ['EMEA'] }),
    ];
    const plan = planOf(aFarm(1, { adfsFarms }));
    const order = plan.steps
      .filter(({ target }) => ['fs1', 'fs2'].includes(target))
      .flatMap(({ definition }) => definition.sources.filter((id) => /^V6-FS-[2-9]|^V6-FS-1[01]/.test(id)));
    assert.deepEqual(order, [
      ...['V6-FS-2', 'V6-FS-2', 'V6-FS-3', 'V6-FS-3', 'V6-FS-4', 'V6-FS-5', 'V6-FS-6'],
      ...['V6-FS-7', 'V6-FS-7', 'V6-FS-9', 'V6-FS-11', 'V6-FS-11'],
    ]);
  });
});

describe('The plan', () => {
  const before = (plan: Plan, first: string, then: string): boolean => {
    const ids = plan.steps.map(({ id }) => id as string);
    const ancestors = new Set<string>([then]);
    for (const step of [...plan.steps].reverse())
      if (ancestors.has(step.id)) for (const id of step.after) ancestors.add(id);
    assert.ok(ids.includes(first) && ids.includes(then), `${first}, ${then}`);
    return ancestors.has(first);
  };

  it('backs up a portal on an MFA server before that server’s setup', () => {
    const plan = planOf(sampleFarm('contoso'));
    assert.ok(before(plan, 'back-up-portal@mfa03.contoso.example', 'upgrade-mfa-server@mfa03.contoso.example'));
    const north = planOf(sampleFarm('northwind'));
    assert.ok(before(north, 'back-up-portal@mfa01.northwind.example', 'upgrade-old-master@mfa01.northwind.example'));
  });

  it('never switches the new adapter on while a node of the second batch is in traffic', () => {
    const plan = planOf(sampleFarm('contoso'));
    for (const node of ['fs02', 'fs03'])
      assert.ok(
        before(plan, `take-second-batch-out@${node}.contoso.example`, 'switch-new-adapter-on@fs01.contoso.example'),
      );
  });

  it('announces the total outage of a single server before its setup, and drains and promotes nobody', () => {
    const plan = planOf(aFarm(1));
    assert.ok(before(plan, 'announce-total-outage@mfa01.contoso.example', 'upgrade-old-master@mfa01.contoso.example'));
    assert.deepEqual([...targetsOf(plan, 'V6-MFA-3'), ...targetsOf(plan, 'V6-MFA-6')], []);
    const outage = planOf(sampleFarm('fabrikam'));
    assert.ok(before(outage, 'announce-total-outage@Fabrikam', 'uninstall-agent@pf01.fabrikam.example'));
  });

  it('names every client of the farm where the total outage is announced', () => {
    const clients = [{ name: 'VPN', kind: 'radius', servers: ['mfa01.contoso.example'] }] as const;
    const servers = aFarm(1, { clients });
    const hosts = servers.hosts.map(({ mfaServer, ...host }) => ({ ...host, phoneFactorAgent: mfaServer }) as Host);
    for (const { farm, steps } of [planOf(servers), planOf({ ...servers, hosts })]) {
      const announced = steps.find(({ step }) => step === 'announce-total-outage') ?? assert.fail(farm.name);
      const lines = announced.definition.details.flatMap((name) => detailLines(name, farm, announced.target));
      assert.deepEqual(lines, ['VPN: asks mfa01.contoso.example']);
    }
  });

  it('looks who still asks before the rules go back, and uninstalls the master last', () => {
    const adfsFarms = [anAdfsFarm('EMEA', ['fs1'])];
    const plan = planOf(aFarm(3, { adfsFarms, targetVersion: '8.1' }), new Map([['runbook', 'migrate']]));
    for (const host of ['mfa01', 'mfa02', 'mfa03'].map((name) => `${name}.contoso.example`)) {
      assert.ok(before(plan, `remaining-use-before-rules@${host}`, 'restore-saved-rules@EMEA'));
      assert.ok(before(plan, 'switch-adapter-off@EMEA', `remaining-use@${host}`));
    }
    for (const host of ['mfa02', 'mfa03'].map((name) => `${name}.contoso.example`)) {
      assert.ok(before(plan, 'remaining-use@mfa01.contoso.example', `uninstall-components@${host}`));
      assert.ok(before(plan, `uninstall-components@${host}`, 'uninstall-components-of-master@mfa01.contoso.example'));
    }
  });

  it('names what a step waits for directly, and grows no faster than the farm', () => {
    for (const farm of [aFarm(12), aFarm(12, {}, () => false), sampleFarm('contoso')]) {
      const { steps } = planOf(farm);
      assert.ok(steps.flatMap(({ after }) => after).length <= 3 * steps.length);
    }
  });

  it('promotes the old master again only where that is decided', () => {
    assert.ok(!planOf(aFarm(2)).steps.some(({ step }) => step === 'promote-old-master'));
    const plan = planOf(aFarm(2), new Map([['finalMaster', 'old']]));
    assert.ok(before(plan, 'final-master@Contoso', 'promote-old-master@mfa01.contoso.example'));
  });

  it('replaces agents together or one at a time, as decided', () => {
    const agents = ['pf1', 'pf2'].map((name, n) => ({
      name,
      bitness: 64 as const,
      phoneFactorAgent: { version: '5.1', role: n === 0 ? ('master' as const) : ('subordinate' as const) },
    }));
    const farm = aFarm(0, { hosts: agents });
    const together = planOf(farm);
    assert.ok(before(together, 'uninstall-agent@pf1', 'install-mfa-server@pf2'));
    assert.deepEqual(targetsOf(together, 'V6-MFA-3'), []);
    const inTurn = planOf(farm, new Map([['agents', 'oneByOne']]));
    assert.ok(before(inTurn, 'put-back-into-traffic@pf2', 'take-out-of-traffic@pf1'));
    assert.ok(!inTurn.steps.some(({ step }) => step === 'announce-total-outage'));
  });

  it('replaces an agent with a mobile app and no SDK after the one that it asks', () => {
    const agent = (name: string, role: 'master' | 'subordinate', more: Partial<Host>): Host => ({
      name,
      bitness: 64,
      phoneFactorAgent: { version: '5.1', role },
      ...more,
    });
    const asking = agent('pf1', 'subordinate', {
      mobileAppWebService: { virtualDirectory: 'app', site: 'Default Web Site' },
    });
    const webServiceSdk = { virtualDirectory: 'PhoneFactorWebServiceSdk', site: 'Default Web Site' };
    const asked = agent('pf2', 'master', { webServiceSdk });
    const plan = planOf(aFarm(0, { hosts: [asking, asked] }), new Map([['agents', 'oneByOne']]));
    assert.ok(before(plan, 'put-back-into-traffic@pf2', 'take-out-of-traffic@pf1'));
  });

  it('puts a drained web host back only after its merge and its test', () => {
    const plan = planOf(sampleFarm('contoso'));
    for (const step of ['merge-portal-config', 'test-portal'])
      assert.ok(before(plan, `${step}@web01.contoso.example`, 'put-web-host-back-into-traffic@web01.contoso.example'));
  });

  it('edits rules only between off and on, and only where somebody has decided so', () => {
    const farm = sampleFarm('contoso');
    assert.ok(!planOf(farm).steps.some(({ step }) => step === 'edit-rules'));
    const plan = planOf(farm, new Map([['rule.EMEA.2', 'edit']]));
    assert.ok(before(plan, 'switch-old-adapter-off@fs01.contoso.example', 'edit-rules@EMEA'));
    assert.ok(before(plan, 'edit-rules@EMEA', 'switch-new-adapter-on@fs01.contoso.example'));
    assert.ok(!plan.steps.some(({ id }) => (id as string) === 'edit-rules@AMER'));
  });

  it('lets a person put the old adapter back where agents stood: what their folder holds is not public', () => {
    const servers = aFarm(1, { adfsFarms: [anAdfsFarm('EMEA', ['fs1', 'fs2'])] });
    const hosts = servers.hosts.map(({ mfaServer, ...host }) => ({ ...host, phoneFactorAgent: mfaServer }) as Host);
    const wayBack = (farm: Farm): readonly string[] =>
      planOf(farm)
        .undo.filter(({ step }) => step === 'register-old-adapter' || step === 'put-old-adapter-back')
        .map(({ step, target, kind }) => `${kind} ${step}@${target}`);
    const steps = ['put-old-adapter-back@fs1', 'register-old-adapter@fs1', 'put-old-adapter-back@fs2'];
    assert.deepEqual(wayBack(servers).toSorted(), steps.map((step) => `run ${step}`).toSorted());
    assert.deepEqual(wayBack({ ...servers, hosts }).toSorted(), steps.map((step) => `manual ${step}`).toSorted());
  });

  it('removes the mobile app instead of installing it, where that is decided', () => {
    const plan = planOf(sampleFarm('contoso'), new Map([['mobileAppWebService', 'remove']]));
    const names = plan.steps.filter(({ target }) => target === 'app01.contoso.example').map(({ step }) => step);
    assert.deepEqual(names, ['check-readiness', 'back-up-mobile-app', 'install-visual-cpp', 'remove-mobile-app']);
  });
});
