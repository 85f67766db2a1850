import { directoryAfter } from './directories';
import type { Farm, LoadBalancer } from './farm';
import { adfsPoolsOf, hostNamed, mfaServers, poolsOf, serverOn } from './hosts';
import { adfsFarmOf, hostOf, secondBatch, type Scope } from './selectors';
import { compareVersions } from './versions';

/** Whether a condition holds for a target, and when not, why: a sentence that stands beside "not needed". */
export type Verdict = { readonly holds: true } | { readonly holds: false; readonly reason: string };

type Condition = (scope: Scope, target: string) => Verdict;

const verdict = (holds: boolean, reason: string): Verdict => (holds ? { holds } : { holds, reason });

const conditions: ReadonlyMap<string, Condition> = new Map<string, Condition>([
  ['severalMfaServers', ({ farm }) => verdict(mfaServers(farm).length > 1, 'The farm has one MFA server.')],
  ['singleMfaServer', ({ farm }) => verdict(mfaServers(farm).length === 1, 'The farm has several MFA servers.')],
  [
    'hasWebServiceSdk',
    ({ farm }, target) =>
      verdict(hostNamed(farm, target)?.webServiceSdk !== undefined, `${target} has no Web Service SDK.`),
  ],
  [
    'hasUserPortal',
    ({ farm }, target) => verdict(hostNamed(farm, target)?.userPortal !== undefined, `${target} has no User Portal.`),
  ],
  ['hasMobileApp', ({ farm }, target) => verdict(hasMobileApp(farm, target), noMobileApp(target))],
  [
    'keepsMobileApp',
    ({ farm, decide }, target) =>
      hasMobileApp(farm, target)
        ? verdict(decide('mobileAppWebService') !== 'remove', 'The Mobile App Web Service is removed.')
        : { holds: false, reason: noMobileApp(target) },
  ],
  [
    'removesMobileApp',
    ({ farm, decide }, target) =>
      hasMobileApp(farm, target)
        ? verdict(decide('mobileAppWebService') === 'remove', 'The Mobile App Web Service is kept.')
        : { holds: false, reason: noMobileApp(target) },
  ],
  [
    'mayRemoveMobileApp',
    ({ farm }) =>
      farm.hosts.some((host) => host.mobileAppWebService)
        ? verdict(compareVersions(farm.targetVersion, '8.0') >= 0, 'The app needs it up to version 7.')
        : { holds: false, reason: 'The farm has no Mobile App Web Service.' },
  ],
  [
    'oldMasterReturns',
    ({ farm, decide }) =>
      mfaServers(farm).length > 1
        ? verdict(decide('finalMaster') === 'old', 'The promoted server stays MFA master (primary).')
        : { holds: false, reason: 'The farm has one MFA server.' },
  ],
  [
    'hasAnySdk',
    ({ farm }) =>
      verdict(
        farm.hosts.some((host) => host.webServiceSdk),
        'The farm has no Web Service SDK.',
      ),
  ],
  [
    'hasAnyPortal',
    ({ farm }) =>
      verdict(
        farm.hosts.some((host) => host.userPortal),
        'The farm has no User Portal.',
      ),
  ],
  ['hasAdfsFarms', ({ farm }) => verdict(farm.adfsFarms.length > 0, 'The farm has no AD FS.')],
  ['renamesSdk', renames('webServiceSdk', 'Web Service SDK')],
  ['renamesPortal', renames('userPortal', 'User Portal')],
  [
    'agentsInTurn',
    ({ farm, decide }) =>
      verdict(mfaServers(farm).length > 1 && decide('agents') === 'oneByOne', 'All agents are replaced together.'),
  ],
  [
    'stopsAll',
    ({ farm, decide }) =>
      verdict(mfaServers(farm).length === 1 || decide('agents') !== 'oneByOne', 'One agent at a time is replaced.'),
  ],
  ['inPool', ({ farm }, target) => verdict(poolsOf(farm, target).length > 0, `No load balancer names ${target}.`)],
  [
    'onlyWindowsNlb',
    ({ farm }, target) =>
      verdict(onlyWindowsNlb(farm, target), `Not everything that asks ${target} comes through Windows NLB.`),
  ],
  [
    'onlyAdfsNlb',
    ({ farm }, target) =>
      verdict(isNlbOnly(adfsPoolsOf(farm, target)), `Not every sign-in comes to ${target} through Windows NLB.`),
  ],
  [
    'needsVisualCpp',
    ({ farm }) => verdict(compareVersions(farm.targetVersion, '7.0') >= 0, 'Only 7.0 and later need Visual C++ 2015.'),
  ],
  ['needsVisualCppFolder', needsVisualCppFolder],
  ['isNoServer', isNoServer],
  ['savesOldAdapter', savesOldAdapter],
  [
    'savesOldAdapterElsewhere',
    (scope, target) => {
      const apart = isNoServer(scope, target);
      return apart.holds ? savesOldAdapter(scope) : apart;
    },
  ],
  ['leavesTraffic', (scope) => verdict(!isAlone(scope), 'The only node stays in traffic.')],
  [
    'staysInTraffic',
    (scope) => verdict(isAlone(scope), 'Its batch is out of traffic before the adapter is installed.'),
  ],
  ['hasSecondBatch', (scope) => verdict(secondBatch(scope).length > 0, 'All nodes are in one batch.')],
  [
    'leavesAsWhole',
    (scope) =>
      verdict(
        !isAlone(scope) && secondBatch(scope).length === 0,
        isAlone(scope)
          ? 'The only node stays in traffic.'
          : 'The first batch is back before the adapter is switched on.',
      ),
  ],
  [
    'rulesToEdit',
    ({ decide, decidedBelow, lane }) =>
      verdict(
        decidedBelow(`rule.${lane ?? ''}.`).some((key) => isOfFarm(key, lane) && decide(key) === 'edit'),
        'No rule is to be edited.',
      ),
  ],
  [
    'wayBackIsInstaller',
    ({ decide }) =>
      verdict((decide('wayBack') ?? 'installer') === 'installer', 'The way back is not the old installer.'),
  ],
]);

/** The number stands last: what comes after the name of another farm may begin with this one's, as in `a.1`. */
function isOfFarm(key: string, lane = ''): boolean {
  return /^\d+$/.test(key.slice(`rule.${lane}.`.length));
}

/** A new name was decided, and a host has another one today. */
function renames(component: 'webServiceSdk' | 'userPortal', words: string): Condition {
  return ({ farm, decide }) => {
    const today = farm.hosts.flatMap((host) => host[component] ?? []);
    if (today.length === 0) return { holds: false, reason: `The farm has no ${words}.` };
    const isNew = today.some((each) => directoryAfter(component, each, decide) !== each.virtualDirectory);
    return verdict(isNew, `The ${words} keeps its address.`);
  };
}

function hasMobileApp(farm: Farm, target: string): boolean {
  return hostNamed(farm, target)?.mobileAppWebService !== undefined;
}

function isNoServer(scope: Scope, target: string): Verdict {
  const host = hostOf(scope, target);
  return verdict(!serverOn(hostNamed(scope.farm, host)), `The setup of MFA Server laid its files on ${host}.`);
}

/** What the program folder of an agent holds of an adapter is not public: a person looks there. */
function savesOldAdapter({ farm }: Pick<Scope, 'farm'>): Verdict {
  return verdict(
    farm.hosts.every(({ phoneFactorAgent }) => phoneFactorAgent === undefined),
    'Whether the folder of a PhoneFactor Agent holds the files of an adapter is not public.',
  );
}

/** The setup of MFA Server brings Visual C++; hosts without it need the packages (instruction V6-00c). */
function needsVisualCppFolder({ farm }: Pick<Scope, 'farm'>): Verdict {
  if (compareVersions(farm.targetVersion, '7.0') < 0)
    return { holds: false, reason: 'Only 7.0 and later need Visual C++ 2015.' };
  return verdict(
    [...farm.hosts.map(({ name }) => name), ...farm.adfsFarms.flatMap(({ nodes }) => nodes)].some(
      (name) => !serverOn(hostNamed(farm, name)),
    ),
    'The setup of MFA Server brings Visual C++, and there are no other hosts.',
  );
}

/** Windows NLB is the one way of requests that a function can close and open: no other balancer, no client that names the host. */
function onlyWindowsNlb(farm: Farm, host: string): boolean {
  const askedDirectly = farm.clients.some((client) => client.servers.includes(host));
  return isNlbOnly(poolsOf(farm, host)) && !askedDirectly;
}

function isNlbOnly(pools: readonly LoadBalancer[]): boolean {
  return pools.length > 0 && pools.every(({ kind }) => kind === 'windowsNlb');
}

function noMobileApp(target: string): string {
  return `${target} has no Mobile App Web Service.`;
}

/** A single node that no other farm stands in for. */
function isAlone(scope: Scope): boolean {
  const adfs = adfsFarmOf(scope);
  return adfs?.nodes.length === 1 && adfs.interchangeableWith.length === 0;
}

/** The closed list of condition names that a step's `when` may use. */
export const conditionNames: ReadonlySet<string> = new Set(conditions.keys());

/**
 * Does the condition hold for this target?
 * @param name one of `conditionNames`; the runbook loader has checked it
 * @throws when the name is unknown: a runbook that was not checked
 */
export function judge(name: string, scope: Scope, target: string): Verdict {
  const condition = conditions.get(name);
  if (!condition) throw new Error(`The runbook names a condition that does not exist: ${name}`);
  return condition(scope, target);
}
