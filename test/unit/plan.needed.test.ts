import assert from 'node:assert/strict';
import type { Farm, Host } from '../../src/core/farm/farm';
import { newSdkDirectory } from '../../src/core/farm/directories';
import { stepId, type Plan } from '../../src/core/plan/plan';
import { aFarm, anAdfsFarm } from '../build/farms';
import { planOf } from '../orders/anyPlan';
import { PlanGraph } from '../orders/planGraph';

const [one, two, three] = ['mfa01.contoso.example', 'mfa02.contoso.example', 'mfa03.contoso.example'] as const;
const web = { virtualDirectory: 'MFA', site: 'Default Web Site' } as const;
const app = { mobileAppWebService: web };
const portal = { userPortal: { ...web, changedDefaultTheme: false, customThemes: [] } };

const decide = (values: Readonly<Record<string, string>>): ReadonlyMap<string, string> =>
  new Map(Object.entries(values));

function withParts(farm: Farm, name: string, parts: Partial<Host>): Farm {
  return { ...farm, hosts: farm.hosts.map((host) => (host.name === name ? { ...host, ...parts } : host)) };
}
function reasonOf({ notNeeded }: Plan, step: string): string | undefined {
  return notNeeded.find((each) => each.step === step)?.reason;
}
function isInPlan({ steps }: Plan, step: string): boolean {
  return steps.some((each) => each.step === step);
}

describe('What a plan needs', () => {
  it('edits the rules of the AD FS farm that was decided, also where the name of one begins with that of another', () => {
    const farm = aFarm(1, { adfsFarms: [anAdfsFarm('a.1', ['fs1']), anAdfsFarm('a', ['fs2'])] });
    const edited = (key: string): readonly string[] =>
      planOf(farm, decide({ [key]: 'edit' })).steps.flatMap(({ step, target }) =>
        step === 'edit-rules' ? [target] : [],
      );
    assert.deepEqual(edited('rule.a.1.1'), ['a.1']);
    assert.deepEqual(edited('rule.a.1'), ['a']);
  });

  it('changes an address where a component gets another name, and says why it does not', () => {
    const renamed = decide({ sdkVirtualDirectory: 'new', portalVirtualDirectory: 'new' });
    const none = planOf(
      aFarm(1, {}, () => false),
      renamed,
    );
    assert.equal(reasonOf(none, 'change-sdk-address'), 'The farm has no Web Service SDK.');
    assert.equal(reasonOf(none, 'change-portal-address'), 'The farm has no User Portal.');
    const named = withParts(aFarm(1), one, { ...portal, webServiceSdk: { ...web, virtualDirectory: 'Sdk' } });
    const both = planOf(named, renamed);
    assert.deepEqual([isInPlan(both, 'change-sdk-address'), isInPlan(both, 'change-portal-address')], [true, true]);
    assert.equal(reasonOf(planOf(named), 'change-sdk-address'), 'The Web Service SDK keeps its address.');
    assert.equal(
      reasonOf(planOf(aFarm(1), renamed), 'change-sdk-address'),
      'The Web Service SDK keeps its address.',
      'it has this name',
    );
  });

  it('tells a person to give a virtual directory the name that was decided', () => {
    const plan = planOf(withParts(aFarm(1), one, portal));
    const textOf = (name: string): string =>
      plan.steps.find(({ step }) => step === name)?.definition.text.whatToDo ?? '';
    const sdk = textOf('update-web-service-sdk-of-old-master');
    assert.match(sdk, new RegExp(`name that was decided.*\`${newSdkDirectory}\`.*\`sdkVirtualDirectory\` is \`new\``));
    const page = textOf('accept-portal-update-of-old-master');
    assert.match(page, /name that was decided.*`MultiFactorAuth`.*`portalVirtualDirectory` is `new`/);
  });

  it('says of a farm of one server that it promotes nobody because there is nobody', () => {
    assert.equal(reasonOf(planOf(aFarm(1)), 'promote-old-master'), 'The farm has one MFA server.');
    assert.match(reasonOf(planOf(aFarm(2)), 'promote-old-master') ?? '', /^The promoted server stays/);
  });

  it('replaces the master of agents last, also where an app has no SDK beside it and is removed', () => {
    const farm = aFarm(3, {}, (n) => n < 3);
    const hosts = farm.hosts.map(({ mfaServer, ...host }) => ({ ...host, phoneFactorAgent: mfaServer }) as Host);
    const agents = withParts({ ...farm, hosts }, three, app);
    const order = (mobileAppWebService: string): readonly string[] =>
      planOf(agents, decide({ agents: 'oneByOne', mobileAppWebService })).steps.flatMap(({ step, target }) =>
        step === 'install-mfa-server' ? [target] : [],
      );
    assert.deepEqual(order('keep'), [two, one, three]);
    assert.deepEqual(order('remove'), [three, two, one]);
  });
});

describe('An open decision', () => {
  it('holds the hosts that it concerns, and lets the others back into traffic', () => {
    const plan = planOf(withParts(aFarm(2), one, app));
    const graph = new PlanGraph(plan);
    const [decision] = graph.all(({ step }) => step === 'mobile-app-decision');
    const isHeld = (id: string): boolean =>
      graph.all((step) => step.id === id).some((step) => decision !== undefined && graph.isBefore(decision, step));
    assert.equal(isHeld(stepId('put-back-into-traffic', two)), false);
    assert.equal(isHeld(stepId('put-old-master-back-into-traffic', one)), true);
    const removed = planOf(withParts(aFarm(2), one, app), decide({ mobileAppWebService: 'remove' }));
    const back = removed.steps.find(({ step }) => step === 'put-old-master-back-into-traffic');
    assert.ok(back?.after.includes(stepId('remove-mobile-app-of-old-master', one)));
  });

  it('holds what turns on it behind steps that are not needed: the adapter of a single node and its folder', () => {
    const graph = new PlanGraph(planOf(aFarm(1, { adfsFarms: [anAdfsFarm('EMEA', ['fs1'])] })));
    assert.deepEqual(
      graph.turned(
        ({ step }) => step === 'visual-cpp-folder',
        ({ step }) => step === 'install-adapter-on-single-node',
      ),
      [],
    );
  });
});
