import type { AdfsFarm, Farm, Host } from './farm';
import { adfsFarmNamed, masterOf, mfaServers, serverOn, subordinatesOf } from './hosts';

/** What a selector, a condition or a parameter value may look at. Reading a decision through `decide` is noted by the compiler. */
export interface Scope {
  readonly farm: Farm;
  /** Value of a decision in force, undefined while it is open. */
  readonly decide: (key: string) => string | undefined;
  /** Keys of the decisions in force that begin so, for those that come in numbers: the rules of an AD FS farm. */
  readonly decidedBelow: (prefix: string) => readonly string[];
  /** Target of the lane that the step stands in. */
  readonly lane?: string;
}

type Selector = (scope: Scope) => readonly string[];

const names = (hosts: readonly Host[]): readonly string[] => hosts.map((host) => host.name);

const selectors: ReadonlyMap<string, Selector> = new Map<string, Selector>([
  ['farm', ({ farm }) => [farm.name]],
  ['hosts', ({ farm }) => names(farm.hosts)],
  ['adfsFarms', ({ farm }) => farm.adfsFarms.map((adfs) => adfs.name)],
  ['mfaServers', ({ farm }) => names(mfaServers(farm))],
  ['master', ({ farm }) => names([masterOf(farm)].filter((host) => host !== undefined))],
  ['subordinates', ({ farm }) => names(subordinatesOf(farm))],
  ['promotedServer', promotedServer],
  ['agentsTogether', (scope) => (oneByOne(scope) ? [] : names(masterFirst(scope.farm)))],
  ['agentsOneByOne', (scope) => (oneByOne(scope) ? names(inTurn(scope)) : [])],
  ['webHosts', ({ farm }) => names(webHosts(farm))],
  ['nodes', (scope) => adfsFarmOf(scope)?.nodes ?? []],
  ['registrar', ({ decide, lane }) => listed(decide(`registrar.${lane ?? ''}`))],
  ['firstBatch', firstBatch],
  ['firstBatchButRegistrar', firstBatchButRegistrar],
  ['secondBatch', secondBatch],
  ['secondaries', secondaries],
]);

/** Whether agents are replaced one at a time. A farm of one agent has nothing to take in turn. */
function oneByOne({ farm, decide }: Scope): boolean {
  return mfaServers(farm).length > 1 && decide('agents') === 'oneByOne';
}

/** The first server that is activated becomes the master (source DEP-19); with servers in turn it comes last (source SEED-A). */
function masterFirst(farm: Farm): readonly Host[] {
  return [masterOf(farm), ...subordinatesOf(farm)].filter((host) => host !== undefined);
}

/**
 * Agents that are replaced in turn: the master last. A Mobile App Web Service asks the Web Service SDK of another host where its own
 * has none, so it waits until that one is there; not where it is removed.
 */
function inTurn({ farm, decide }: Scope): readonly Host[] {
  const all = [...masterFirst(farm)].reverse();
  const asksOthers = (host: Host): boolean =>
    host.mobileAppWebService !== undefined && !host.webServiceSdk && decide('mobileAppWebService') !== 'remove';
  return [...all.filter((host) => !asksOthers(host)), ...all.filter(asksOthers)];
}

/** Hosts with web components and no server; those with the Web Service SDK first, because the others ask it. */
function webHosts(farm: Farm): readonly Host[] {
  const apart = farm.hosts.filter(
    (host) => !serverOn(host) && (host.webServiceSdk ?? host.userPortal ?? host.mobileAppWebService) !== undefined,
  );
  return [...apart.filter((host) => host.webServiceSdk), ...apart.filter((host) => !host.webServiceSdk)];
}

/** The AD FS farm of the lane; undefined outside of one. */
export function adfsFarmOf({ farm, lane }: Pick<Scope, 'farm' | 'lane'>): AdfsFarm | undefined {
  return lane === undefined ? undefined : adfsFarmNamed(farm, lane);
}

/** The nodes that are updated first, the one that registers among them. */
function firstBatch({ decide, lane }: Scope): readonly string[] {
  return listed(decide(`firstBatch.${lane ?? ''}`));
}

function firstBatchButRegistrar(scope: Scope): readonly string[] {
  const registrar = scope.decide(`registrar.${scope.lane ?? ''}`);
  return firstBatch(scope).filter((node) => node !== registrar);
}

/** The nodes that carry the sign-ins meanwhile; empty for a single node and for a farm that leaves its balancer as a whole. */
export function secondBatch(scope: Scope): readonly string[] {
  const first = new Set(firstBatch(scope));
  return adfsFarmOf(scope)?.nodes.filter((node) => !first.has(node)) ?? [];
}

/** The nodes that ask the AD FS primary what has changed; with SQL there are none (source WID). */
function secondaries(scope: Scope): readonly string[] {
  const adfs = adfsFarmOf(scope);
  return adfs?.configurationDatabase === 'wid' ? adfs.nodes.filter((node) => node !== adfs.primary) : [];
}

function listed(value = ''): readonly string[] {
  return value === '' ? [] : value.split(',');
}

/** A farm of one server promotes nobody; its own name stands for the step, so that "not needed" can be said of something. */
function promotedServer({ farm, decide }: Scope): readonly string[] {
  const host = mfaServers(farm).length > 1 ? decide('promote') : masterOf(farm)?.name;
  return host === undefined ? [] : [host];
}

/** The closed list of selector names that a step's `for` may use. */
export const selectorNames: ReadonlySet<string> = new Set(selectors.keys());

/**
 * Targets of a selector, in the order of farm.json.
 * @param name one of `selectorNames`; the runbook loader has checked it
 * @throws when the name is unknown: a runbook that was not checked
 */
export function selectTargets(name: string, scope: Scope): readonly string[] {
  const selector = selectors.get(name);
  if (!selector) throw new Error(`The runbook names a selector that does not exist: ${name}`);
  return selector(scope);
}

/** Where a step runs: on its target, or for an AD FS farm on the node that registers, which speaks for all of them. Pure. */
export function hostOf({ farm, decide }: Pick<Scope, 'farm' | 'decide'>, target: string): string {
  return adfsFarmNamed(farm, target) ? (decide(`registrar.${target}`) ?? target) : target;
}
