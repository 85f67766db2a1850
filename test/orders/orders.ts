import type { Farm, Host, LoadBalancer } from '../../src/core/farm/farm';
import type { Plan, PlanStep } from '../../src/core/plan/plan';
import { walkAdfs } from './adfsWalk';
import type { PlanGraph } from './planGraph';
import { both, called, carrying, either, groupBy, type Which } from './planGraph';

/** What is wrong with a plan by one of the twelve orders; empty = it holds. */
export type Order = (plan: Plan, graph: PlanGraph) => readonly string[];

const serverOf = (host: Host | undefined): Host['mfaServer'] => host?.mfaServer ?? host?.phoneFactorAgent;
const hostOf = ({ hosts }: Farm, name: string): Host | undefined => hosts.find((host) => host.name === name);
const serversOf = ({ hosts }: Farm): readonly Host[] => hosts.filter((host) => serverOf(host));
const adfsIds = (...numbers: readonly (number | string)[]): Which => carrying(...numbers.map((n) => `V6-FS-${n}`));

const takesOut: Which = ({ definition }) => definition.begins === 'drained';
const putsBack: Which = ({ definition }) => definition.ends === 'drained';
const isServer =
  ({ farm }: Plan): Which =>
  ({ target }) =>
    serverOf(hostOf(farm, target)) !== undefined;
const isNoServer =
  (plan: Plan): Which =>
  (step) =>
    !isServer(plan)(step);

const setup = carrying('V6-MFA-4', 'PF-IN-0');
const sdk = carrying('V6-MFA-5b', 'PF-IN-2');
const uninstall = carrying('PF-UN-2c', 'PF-UN-3b', 'PF-UN-4', 'PF-UN-5');
const webParts = carrying(
  'V6-UP-2',
  'V6-UP-3',
  'V6-UP-4',
  'V6-MA-2',
  'V6-MA-3',
  'V6-MA-4',
  'PF-IN-4a',
  'PF-IN-4b',
  'PF-IN-4c',
);
const adapter = adfsIds(2, 3, 4, 5, 6, 7, 8, 9, 10, 11);
const changes = either(
  carrying('V6-MFA-3', 'V6-MFA-6', 'PF-IN-1', 'PF-IN-3'),
  either(setup, sdk, uninstall, webParts, adapter),
  adfsIds('1b', '1c'),
  called('upgrade-primary', 'configure-utility'),
);

/** The twelve orders of the design, by their numbers. */
export const orders: ReadonlyMap<number, Order> = new Map<number, Order>([
  [1, gateFirst],
  [2, backupsFirst],
  [3, oldMasterLast],
  [4, oneOutAtATime],
  [5, serversThenWebThenAdapter],
  [6, adfsFarmsInTurn],
  [7, adapterSwap],
  [8, writesOnPrimary],
  [9, cloudProvidersStay],
  [10, configsPublishedSafely],
  [11, uninstalledInOrder],
  [12, outageEnds],
]);

function gateFirst({ farm }: Plan, graph: PlanGraph): readonly string[] {
  const first = called('honest-gate', 'choose-runbook', 'own-way-in', 'baseline', 'baseline-adfs', 'check-readiness');
  const checked = new Set(graph.all(called('check-readiness')).map(({ target }) => target));
  const missing = farm.hosts.filter(({ name }) => !checked.has(name)).map(({ name }) => `${name} is not checked`);
  return [...missing, ...graph.turned(first, changes)];
}

function backupsFirst(plan: Plan, graph: PlanGraph): readonly string[] {
  const data = either(
    carrying('V6-MFA-2', 'PF-UN-1'),
    both(called('back-up-data-file'), () => plan.runbook === 'migrate'),
  );
  const ofHost = either(
    called('save-program-folder', 'back-up-web-service-sdk'),
    carrying('V6-UP-1', 'V6-MA-1', 'PF-UN-2a', 'PF-UN-2b', 'PF-UN-3a'),
  );
  const has = new Set(
    graph.steps.flatMap(({ target, definition }) => definition.sources.map((id) => `${id}@${target}`)),
  );
  const missing = (part: keyof Host, ...ids: readonly string[]): readonly string[] =>
    plan.runbook === 'migrate'
      ? []
      : plan.farm.hosts
          .filter((host) => host[part] !== undefined && !ids.some((id) => has.has(`${id}@${host.name}`)))
          .map(({ name }) => `${name}: ${part} is not backed up`);
  const dataCount = plan.runbook === 'phonefactor' ? serversOf(plan.farm).length : 1;
  return [
    ...(graph.all(data).length === dataCount ? [] : ['the data file is not backed up once for each place']),
    ...missing('userPortal', 'V6-UP-1', 'PF-UN-2a'),
    ...missing('mobileAppWebService', 'V6-MA-1', 'PF-UN-3a'),
    ...sdksNotSaved(plan, graph),
    ...graph.turned(data, changes),
    ...graph.turnedOnTarget(ofHost, changes),
  ];
}

/** No instruction speaks of saving a Web Service SDK: beside a server it goes with the program folder, elsewhere it has a step of its own. */
function sdksNotSaved({ farm, runbook }: Plan, graph: PlanGraph): readonly string[] {
  if (runbook === 'migrate') return [];
  return farm.hosts
    .filter((host) => {
      const saves = called(serverOf(host) ? 'save-program-folder' : 'back-up-web-service-sdk');
      return host.webServiceSdk && graph.all(both(saves, ({ target }) => target === host.name)).length !== 1;
    })
    .map(({ name }) => `${name}: webServiceSdk is not backed up`);
}

function oldMasterLast(plan: Plan, graph: PlanGraph): readonly string[] {
  if (plan.runbook !== 'in-place') return [];
  const servers = serversOf(plan.farm);
  const master = servers.find((host) => serverOf(host)?.role === 'master')?.name;
  const isMaster: Which = ({ target }) => target === master;
  const promotion = carrying('V6-MFA-6');
  const promoted = graph.all(promotion);
  const upgraded = graph.all(carrying('V6-MFA-4')).map(({ target }) => target);
  const found = servers
    .filter(({ name }) => upgraded.filter((target) => target === name).length !== 1)
    .map(({ name }) => `${name} is not upgraded once`);
  if (servers.length < 2) return [...found, ...promoted.map(({ id }) => `${id}: nobody to promote`)];
  return [
    ...found,
    ...(promoted.length === 1 && promoted[0]?.target !== master ? [] : ['not exactly one subordinate is promoted']),
    ...graph.turned(
      both(setup, (step) => !isMaster(step)),
      both(setup, isMaster),
    ),
    ...graph.turned(promotion, both(setup, isMaster)),
    ...graph.turned(
      both(setup, ({ target }) => target === promoted[0]?.target),
      promotion,
    ),
    ...graph.turned(both(takesOut, isMaster, carrying('V6-MFA-3')), promotion),
    ...graph.turned(called('back-up-data-file-before-promotion'), promotion),
    ...graph.turned(both(takesOut, isMaster, carrying('V6-MFA-3')), called('back-up-data-file-before-promotion')),
    ...graph.turned(called('back-up-data-file-before-old-master'), both(setup, isMaster)),
    ...graph.turned(promotion, called('back-up-data-file-before-old-master')),
  ];
}

/** From taking out to putting back, for servers and web hosts. */
function spans(graph: PlanGraph): readonly (readonly [out: PlanStep, back: PlanStep])[] {
  const ofHosts = carrying('V6-MFA-3');
  const backs = groupBy(graph.all(both(ofHosts, putsBack)), ({ target }) => target);
  return graph
    .all(both(ofHosts, takesOut))
    .flatMap((out) => (backs.get(out.target) ?? []).map((back) => [out, back] as const));
}

function oneOutAtATime(plan: Plan, graph: PlanGraph): readonly string[] {
  const { farm } = plan;
  const all = spans(graph);
  const out = new Set(all.map(([{ target }]) => target));
  const together = plan.runbook === 'phonefactor' && plan.decisions.get('agents')?.value !== 'oneByOne';
  const mustLeave = farm.hosts.filter((host) => {
    if (plan.runbook === 'migrate') return serverOf(host)?.role === 'master' && serversOf(farm).length > 1;
    if (serverOf(host)) return serversOf(farm).length > 1 && !together;
    const isWeb = (host.userPortal ?? host.mobileAppWebService ?? host.webServiceSdk) !== undefined;
    return isWeb && farm.loadBalancers.some(({ members }) => members.includes(host.name));
  });
  const overlaps = all.flatMap(([out1, back1], n) =>
    all
      .slice(n + 1)
      .flatMap(([out2, back2]) =>
        graph.isBefore(back1, out2) || graph.isBefore(back2, out1)
          ? []
          : [`${out1.target} and ${out2.target} are out at once`],
      ),
  );
  return [
    ...mustLeave.filter(({ name }) => !out.has(name)).map(({ name }) => `${name} is never taken out`),
    ...all
      .filter(([first, back]) => !graph.isBefore(first, back))
      .map(([{ target }]) => `${target} comes back before it leaves`),
    ...overlaps,
    ...all.flatMap(([first, back]) => outsideSpan(graph, first, back)),
    ...emptiedByAdfs(plan, graph),
  ];
}

/**
 * A batch of an AD FS farm leaves somebody in each pool of AD FS, unless others stand in for the whole farm, and in what shares its
 * Windows NLB cluster: two pools with the same members.
 */
function emptiedByAdfs({ farm }: Plan, graph: PlanGraph): readonly string[] {
  const backs = groupBy(graph.all(both(adfsIds(8, 11), putsBack)), ({ target }) => target);
  const outs = graph.all(both(adfsIds(2, 8), takesOut));
  const isOutWith = (out1: PlanStep, out2: PlanStep): boolean =>
    !(backs.get(out1.target) ?? []).some((back) => graph.isBefore(back, out2)) &&
    !(backs.get(out2.target) ?? []).some((back) => graph.isBefore(back, out1));
  const keyOf = ({ members }: LoadBalancer): string => [...members].sort().join();
  const ofAdfs = farm.loadBalancers.filter(({ serves }) => serves === 'adfs');
  const clusters = new Set(ofAdfs.filter(({ kind }) => kind === 'windowsNlb').map(keyOf));
  const standsIn = (members: readonly string[]): boolean =>
    farm.adfsFarms.some(
      ({ nodes, interchangeableWith }) =>
        interchangeableWith.length > 0 && members.every((each) => nodes.includes(each)),
    );
  const mustServe = farm.loadBalancers.filter((pool) => {
    if (pool.serves === 'adfs') return pool.members.length > 1 && !standsIn(pool.members);
    return pool.kind === 'windowsNlb' && clusters.has(keyOf(pool));
  });
  return mustServe
    .filter(({ members }) => {
      const leaving = members.map((member) => outs.find(({ target }) => target === member));
      return leaving.every((out) => out && leaving.every((other) => other && isOutWith(out, other)));
    })
    .map(({ name }) => `all members of ${name} are out at once`);
}

/** What is done to a host that leaves its pools is done while it is out. */
function outsideSpan(graph: PlanGraph, out: PlanStep, back: PlanStep): readonly string[] {
  const work = either(setup, sdk, uninstall, webParts, called('upgrade-primary'), carrying('PF-IN-1', 'PF-IN-3'));
  return graph
    .all(both(work, ({ target }) => target === out.target))
    .filter((step) => !graph.isBefore(out, step) || !graph.isBefore(step, back))
    .map(({ id }) => `${id} is not between ${out.id} and ${back.id}`);
}

function serversThenWebThenAdapter(plan: Plan, graph: PlanGraph): readonly string[] {
  const onServer = isServer(plan);
  const ofServers = both(either(setup, sdk), onServer);
  const portals = either(carrying('V6-UP-2', 'V6-UP-3', 'V6-UP-4', 'PF-IN-3', 'PF-IN-4b', 'PF-IN-4c'));
  return [
    ...graph.turned(ofServers, both(webParts, isNoServer(plan))),
    ...graph.turned(ofServers, adapter),
    ...graph.turned(portals, adapter),
    ...graph.turnedOnTarget(ofServers, either(webParts, carrying('PF-IN-3'), called('test-portal-on-server'))),
    ...graph.turnedOnTarget(setup, both(sdk, onServer)),
    ...graph.turnedOnTarget(sdk, both(webParts, isNoServer(plan))),
  ];
}

function adfsFarmsInTurn({ farm }: Plan, graph: PlanGraph): readonly string[] {
  const parts = farm.adfsFarms.map(({ name, nodes }) =>
    graph.all(both(adapter, ({ target }) => target === name || nodes.includes(target))),
  );
  return parts.flatMap((one, n) =>
    parts.slice(n + 1).flatMap((other) => {
      const inTurn = (a: readonly PlanStep[], b: readonly PlanStep[]): boolean =>
        a.every((sooner) => b.every((later) => graph.isBefore(sooner, later)));
      return inTurn(one, other) || inTurn(other, one)
        ? []
        : [`${one[0]?.id ?? ''} and ${other[0]?.id ?? ''} may overlap`];
    }),
  );
}

/** A walk through the plan's own order and through two others that it allows. */
function adapterSwap(plan: Plan, graph: PlanGraph): readonly string[] {
  if (plan.runbook === 'migrate') return [];
  const walked = [plan.steps, graph.anyOrder((ready) => ready - 1), graph.anyOrder((ready) => ready >> 1)];
  return plan.farm.adfsFarms.flatMap((adfs) => {
    const here: Which = ({ target }) => target === adfs.name || adfs.nodes.includes(target);
    const swap = (...numbers: readonly (number | string)[]): Which => both(adfsIds(...numbers), here);
    return [
      ...walked.flatMap((order) => walkAdfs(adfs, order)),
      ...graph.turned(swap(2), swap(3)),
      ...graph.turned(both(swap(8), putsBack), both(swap(8), takesOut)),
      ...graph.turned(both(swap(8), takesOut), swap(9)),
      ...graph.turned(swap('1d'), swap(6)),
      ...graph.turned(
        both(swap(7), ({ target }) => graph.all(swap(6)).some((step) => step.target === target)),
        both(swap(7), ({ target }) => graph.all(swap(6)).every((step) => step.target !== target)),
      ),
    ];
  });
}

function writesOnPrimary(plan: Plan, graph: PlanGraph): readonly string[] {
  const writes = adfsIds(4, 5, 6, 9);
  return plan.farm.adfsFarms.flatMap(({ primary, nodes }) => {
    const own = graph.all(both(writes, ({ target }) => nodes.includes(target)));
    const places = new Set(own.map(({ target }) => target));
    const inBatch = graph.all(both(adfsIds(3), ({ target }) => places.has(target)));
    if (plan.runbook !== 'migrate' && (own.length !== 4 || places.size !== 1 || inBatch.length !== 1))
      return [`${nodes[0] ?? ''}: not one node of the first batch writes once each`];
    return primary === undefined
      ? []
      : own.filter(({ target }) => target !== primary).map(({ id }) => `${id} is not on ${primary}`);
  });
}

function cloudProvidersStay({ farm }: Plan, graph: PlanGraph): readonly string[] {
  const cloud = ['azuremfaauthentication', 'azureprimaryauthentication'];
  return farm.adfsFarms
    .filter(({ registeredProvider }) => cloud.includes(registeredProvider.toLowerCase()))
    .flatMap(({ nodes }) => graph.all(both(adfsIds(5), ({ target }) => nodes.includes(target))).map(({ id }) => id));
}

function configsPublishedSafely({ farm }: Plan, graph: PlanGraph): readonly string[] {
  const kinds = [
    {
      back: carrying('V6-UP-1', 'PF-UN-2a'),
      install: carrying('V6-UP-2', 'V6-UP-3', 'PF-IN-3', 'PF-IN-4b'),
      part: 'portal',
    },
    { back: carrying('V6-MA-1', 'PF-UN-3a'), install: carrying('V6-MA-3', 'PF-IN-4b'), part: 'mobile-app' },
  ];
  return kinds.flatMap(({ back, install, part }) => {
    const isOfPart: Which = ({ step }) => step.includes(part);
    const publish = both(({ kind }) => kind === 'compare', isOfPart);
    const test = both(isOfPart, ({ step }) => step.startsWith('test-'));
    const published = new Set(graph.all(publish).map(({ target }) => target));
    const isOnHost: Which = ({ target }) => hostOf(farm, target) !== undefined;
    const installed = graph.all(both(install, isOfPart, isOnHost, ({ step }) => !step.startsWith('copy-')));
    return [
      ...installed
        .filter(({ target }) => !published.has(target))
        .map(({ id }) => `${id}: its web.config is never compared`),
      ...graph.turnedOnTarget(back, publish),
      ...graph.turnedOnTarget(both(install, isOfPart), publish),
      ...graph.turnedOnTarget(publish, both(putsBack, carrying('V6-MFA-3'))),
      ...graph.turnedOnTarget(test, both(putsBack, carrying('V6-MFA-3'))),
      ...graph.turnedOnTarget(publish, test),
    ];
  });
}

function uninstalledInOrder(plan: Plan, graph: PlanGraph): readonly string[] {
  if (plan.runbook !== 'phonefactor') return [];
  const inOrder = ['PF-UN-2c', 'PF-UN-3b', 'PF-UN-4', 'PF-UN-5'].map((id) => carrying(id));
  const installs = either(
    carrying('PF-IN-0', 'PF-IN-2', 'PF-IN-3', 'PF-IN-4b'),
    called('install-mobile-app-on-server'),
  );
  const gone = new Set(graph.all(carrying('PF-UN-5')).map(({ target }) => target));
  return [
    ...serversOf(plan.farm)
      .filter(({ name }) => !gone.has(name))
      .map(({ name }) => `${name} keeps its agent`),
    ...inOrder.flatMap((sooner, n) => inOrder.slice(n + 1).flatMap((later) => graph.turnedOnTarget(sooner, later))),
    ...graph.turnedOnTarget(uninstall, installs),
  ];
}

function outageEnds(plan: Plan, graph: PlanGraph): readonly string[] {
  const undone = new Set<string>(plan.undo.map(({ undoes }) => undoes));
  const begins = graph.all(({ definition }) => definition.outage === 'begins');
  const farmOf = (node: string): string | undefined =>
    plan.farm.adfsFarms.find(({ nodes }) => nodes.includes(node))?.name;
  const outages = begins.flatMap((begin) => {
    const ends = graph.all(
      ({ definition, target }) => definition.outage === 'ends' && farmOf(target) === farmOf(begin.target),
    );
    const [end] = ends;
    if (!end || ends.length > 1 || !graph.isBefore(begin, end)) return [`${begin.id} does not end once`];
    const inside = graph.all(
      (step) =>
        step.definition.changes &&
        (farmOf(step.target) === farmOf(begin.target) || step.target === farmOf(begin.target)) &&
        (step === begin || step === end || (graph.isBefore(begin, step) && graph.isBefore(step, end))),
    );
    return inside.filter(({ id }) => !undone.has(id)).map(({ id }) => `${id} has no way back`);
  });
  const ends: Which = ({ definition }) => definition.ends !== undefined;
  return [...outages, ...openDuties(graph), ...graph.turned(ends, called('clean-up'))];
}

/** Everything that begins has an end behind it, on the same host where it began on one. */
function openDuties(graph: PlanGraph): readonly string[] {
  return graph
    .all(({ definition }) => definition.begins !== undefined)
    .filter((begin) => {
      const duty = begin.definition.begins;
      return !graph.steps.some(
        (step) => step.definition.ends === duty && step.target === begin.target && graph.isBefore(begin, step),
      );
    })
    .map(({ id, definition }) => `${id}: nothing ends "${definition.begins ?? ''}"`);
}
