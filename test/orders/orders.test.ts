import assert from 'node:assert/strict';
import fc from 'fast-check';
import type { Farm, LoadBalancer } from '../../src/core/farm/farm';
import type { Plan, PlanStep, StepId } from '../../src/core/plan/plan';
import { aFarm, anAdfsFarm, sampleFarm } from '../build/farms';
import { anyFarmWithDecisions, planOf } from './anyPlan';
import { orders } from './orders';
import { carrying, PlanGraph, type Which } from './planGraph';

const farmCount = Number(process.env['MFA_UPGRADE_FARMS'] ?? 250);

/** What each order says of a plan, those that hold left out. */
function broken(plan: Plan): Readonly<Record<number, readonly string[]>> {
  const graph = new PlanGraph(plan);
  const all = [...orders].map(([number, order]) => [number, order(plan, graph)] as const);
  return Object.fromEntries(
    all.filter(([, found]) => found.length > 0).map(([number, found]) => [number, found.slice(0, 5)]),
  );
}

const samples: readonly (readonly [name: string, plan: () => Plan])[] = [
  ['contoso', () => planOf(sampleFarm('contoso'))],
  ['fabrikam', () => planOf(sampleFarm('fabrikam'))],
  ['northwind', () => planOf(sampleFarm('northwind'))],
  ['northwind, migrated', () => planOf(sampleFarm('northwind'), new Map([['runbook', 'migrate']]))],
];

describe('The twelve orders', () => {
  for (const [name, plan] of samples)
    it(`hold on ${name}`, () => {
      assert.deepEqual(broken(plan()), {});
    });

  it(`hold on ${farmCount} farms of any shape, with any decisions`, function () {
    this.timeout(0);
    const holds = fc.property(anyFarmWithDecisions, ([farm, decided]) => {
      assert.deepEqual(broken(planOf(farm, decided)), {});
    });
    fc.assert(holds, { numRuns: farmCount });
  });
});

/** A plan in which these steps wait for nothing any more, and stand at the beginning. */
function hurried(plan: Plan, which: Which): Plan {
  const moved = plan.steps.filter(which).map((step): PlanStep => ({ ...step, after: [] }));
  return { ...plan, steps: [...moved, ...plan.steps.filter((step) => !which(step))] };
}

/** A plan without these steps; who waited for them waits for what they waited for. */
function without(plan: Plan, which: Which): Plan {
  const gone = new Map<StepId, readonly StepId[]>();
  const through = (ids: readonly StepId[]): readonly StepId[] => [
    ...new Set(ids.flatMap((id) => gone.get(id) ?? [id])),
  ];
  const steps: PlanStep[] = [];
  for (const step of plan.steps) {
    if (which(step)) gone.set(step.id, through(step.after));
    else steps.push({ ...step, after: through(step.after) });
  }
  return { ...plan, steps };
}

/** A plan that forgets one edge kind: these steps no longer wait for those. */
function unbound(plan: Plan, later: Which, sooner: Which): Plan {
  const forgotten = new Set(plan.steps.filter(sooner).map(({ id }) => id));
  return {
    ...plan,
    steps: plan.steps.map((step) =>
      later(step) ? { ...step, after: step.after.filter((id) => !forgotten.has(id)) } : step,
    ),
  };
}

const two = (): Plan =>
  planOf(aFarm(2, { adfsFarms: [anAdfsFarm('EMEA', ['fs1', 'fs2']), anAdfsFarm('AMER', ['fs3', 'fs4'])] }));
const onWid = (): Plan =>
  planOf(
    aFarm(1, { adfsFarms: [anAdfsFarm('EMEA', ['fs1', 'fs2'], { configurationDatabase: 'wid', primary: 'fs1' })] }),
  );

/** A server, and a host with nothing but the Web Service SDK. */
function sdkApart(): Farm {
  const webServiceSdk = { virtualDirectory: 'MultiFactorAuthWebServiceSdk', site: 'Default Web Site' };
  const { hosts, ...farm } = aFarm(1);
  return { ...farm, hosts: [...hosts, { name: 'sdk01', bitness: 64, webServiceSdk }] };
}

/** Two MFA servers that are the nodes of an AD FS farm, behind one cluster. */
function behind(served: LoadBalancer['serves'], others: readonly string[] = []): Plan {
  const farm = aFarm(2);
  const nodes = farm.hosts.map(({ name }) => name);
  const adfsFarms = [
    anAdfsFarm('EMEA', nodes, { interchangeableWith: others }),
    ...others.map((name) => anAdfsFarm(name, ['fs1'], { interchangeableWith: ['EMEA'] })),
  ];
  const pools = [...new Set(['adfs', served] as const)].map((serves): LoadBalancer => ({
    name: serves,
    kind: 'windowsNlb',
    serves,
    members: nodes,
  }));
  return planOf({ ...farm, adfsFarms, loadBalancers: others.length > 0 ? [] : pools });
}
const named =
  (name: string): Which =>
  ({ step }) =>
    step === name;

const mutants: readonly (readonly [order: number, what: string, make: () => Plan])[] = [
  [1, 'a setup before the checks', () => hurried(two(), carrying('V6-MFA-4'))],
  [1, 'no readiness', () => without(two(), named('check-readiness'))],
  [2, 'no backup of the data file', () => without(two(), carrying('V6-MFA-2'))],
  [2, 'no backup of a portal', () => without(planOf(sampleFarm('contoso')), carrying('V6-UP-1'))],
  [2, 'no backup of an SDK apart', () => without(planOf(sdkApart()), named('back-up-web-service-sdk'))],
  [
    2,
    'an SDK that is changed before its backup',
    () => unbound(planOf(sdkApart()), named('install-visual-cpp'), named('back-up-web-service-sdk')),
  ],
  [
    3,
    'the old master before the promotion',
    () => unbound(two(), named('back-up-data-file-before-old-master'), named('promote')),
  ],
  [3, 'nobody is promoted', () => without(two(), named('promote'))],
  [
    4,
    'the next server leaves while one is out',
    () => unbound(two(), named('take-old-master-out-of-traffic'), named('put-back-into-traffic')),
  ],
  [4, 'a setup in traffic', () => without(two(), named('take-out-of-traffic'))],
  [
    4,
    'the second batch of AD FS out with the first',
    () => unbound(behind('adfs'), named('take-second-batch-out'), named('put-first-batch-back')),
  ],
  [
    4,
    'a whole AD FS farm out of a cluster that MFA servers share',
    () => ({ ...behind('mfaServer', ['AMER']), farm: behind('mfaServer').farm }),
  ],
  [5, 'adapters before servers', () => unbound(two(), named('keep-adfs-quiet'), () => true)],
  [
    5,
    'a portal before the servers',
    () => unbound(planOf(sampleFarm('contoso')), named('take-web-host-out-of-traffic'), named('freeze-ends')),
  ],
  [6, 'two AD FS farms at once', () => unbound(two(), named('export-adapter-config'), named('sign-in-through-adfs'))],
  [
    7,
    'on while a node of the second batch is in traffic',
    () => unbound(two(), named('switch-new-adapter-on'), named('take-second-batch-out')),
  ],
  [
    7,
    'unregistered while in the policy',
    () => unbound(two(), named('unregister-old-adapter'), named('switch-old-adapter-off')),
  ],
  [7, 'no export', () => without(two(), carrying('V6-FS-1a'))],
  [8, 'written on a secondary', () => elsewhere(two(), carrying('V6-FS-6'), 'fs2')],
  [
    9,
    'a cloud provider',
    () => planOf(withProvider(aFarm(1, { adfsFarms: [anAdfsFarm('EMEA', ['fs1'])] }), 'AzureMfaAuthentication')),
  ],
  [
    10,
    'a published file that nobody tested',
    () => unbound(planOf(sampleFarm('contoso')), named('put-web-host-back-into-traffic'), named('test-portal')),
  ],
  [10, 'no comparison', () => without(planOf(sampleFarm('contoso')), carrying('V6-UP-4'))],
  [
    11,
    'the SDK before the portal',
    () => unbound(planOf(sampleFarm('fabrikam')), named('uninstall-web-service-sdk'), () => true),
  ],
  [11, 'an agent that stays', () => without(planOf(sampleFarm('fabrikam')), carrying('PF-UN-5'))],
  [12, 'an outage without an end', () => without(two(), carrying('V6-FS-9'))],
  [
    12,
    'a step inside the outage without a way back',
    () => ({ ...two(), undo: two().undo.filter(({ step }) => step !== 'unregister-new-adapter') }),
  ],
  [
    12,
    'a poll duration that is restored after the last step',
    () => unbound(onWid(), named('end-adfs-quiet'), named('restore-poll-duration')),
  ],
  [12, 'a host that stays out', () => without(two(), named('put-second-batch-back'))],
];

function elsewhere(plan: Plan, which: Which, target: string): Plan {
  return { ...plan, steps: plan.steps.map((step) => (which(step) ? { ...step, target } : step)) };
}

function withProvider(farm: Farm, registeredProvider: string): Farm {
  return { ...farm, adfsFarms: farm.adfsFarms.map((adfs) => ({ ...adfs, registeredProvider })) };
}

describe('The predicates of the twelve orders', () => {
  it('have a mutant each', () => {
    assert.deepEqual([...new Set(mutants.map(([number]) => number))], [...orders.keys()]);
  });

  for (const [number, what, make] of mutants)
    it(`order ${number} catches ${what}`, () => {
      assert.ok(broken(make())[number], `order ${number} says nothing`);
    });
});
