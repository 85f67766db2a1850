import { hasStranger, type HostContent } from './content';
import type { Inventory, Named } from './inventory';
import { mistake, quoted, some, type Mistake } from './mistake';
import { hostKey } from './names';
import { compareVersions } from './versions';

/** What runs on a host, in the words of a sentence. */
export const componentWords = {
  mfaServer: 'MFA Server',
  phoneFactorAgent: 'PhoneFactor Agent',
  webServiceSdk: 'Web Service SDK',
  userPortal: 'User Portal',
  mobileAppWebService: 'Mobile App Web Service',
} as const;

type Component = keyof typeof componentWords;
type HostPart = Named<HostContent>;

const components = Object.keys(componentWords) as readonly Component[];

/** Whether the host carries the component. A component that is there and wrong counts as there. */
export function carries({ value }: HostPart, component: Component): boolean {
  return Object.hasOwn(value, component);
}

/** No host twice: case and a dot at the end do not make another host. */
export function duplicateHosts({ hosts, hostsByKey }: Inventory): readonly Mistake[] {
  return hosts.flatMap((host) => {
    const first = hostsByKey.get(hostKey(host.name)) ?? host;
    if (first === host) return [];
    const message = `${quoted(host.name)} is listed before${first.name === host.name ? '' : ` as ${quoted(first.name)}`}.`;
    return [
      mistake('FarmDuplicateHost', `${host.pointer}/name`, message, 'List each host once, with all that it carries.'),
    ];
  });
}

/** One master, and MFA Server or PhoneFactor Agent, not both. */
export function masterRules(inventory: Inventory): readonly Mistake[] {
  const { content, hosts } = inventory;
  if (content.hosts === undefined) return [];
  const servers = hosts.filter((host) => carries(host, 'mfaServer'));
  const agents = hosts.filter((host) => carries(host, 'phoneFactorAgent'));
  if (servers.length > 0 && agents.length > 0) return [mixedProducts(servers, agents)];
  const masters = hosts.filter(isMaster);
  if (masters.length > 1) return [severalMasters(masters)];
  return masters.length === 1 || mayHideMaster(inventory) ? [] : [noMaster(servers.length + agents.length)];
}

function isMaster({ value }: HostPart): boolean {
  const roles = [value.mfaServer?.role, value.phoneFactorAgent?.role];
  return roles.includes('master') || roles.includes('primary');
}

/** A master may stand where the schema could not read on. */
function mayHideMaster({ content, hosts }: Inventory): boolean {
  const isUnread = (host: HostPart): boolean =>
    hasStranger(host.value) || (['mfaServer', 'phoneFactorAgent'] as const).some((product) => hidesRole(host, product));
  return (content.hosts ?? []).includes(undefined) || hosts.some(isUnread);
}

function hidesRole(host: HostPart, product: 'mfaServer' | 'phoneFactorAgent'): boolean {
  return carries(host, product) && host.value[product]?.role === undefined;
}

function mixedProducts(servers: readonly HostPart[], agents: readonly HostPart[]): Mistake {
  const names = (hosts: readonly HostPart[]): string => some(hosts.map((host) => host.name));
  const message = `MFA Server is on ${names(servers)} and PhoneFactor Agent on ${names(agents)}.`;
  const remedy = 'A farm has one of the two. Describe two farms in two folders, or correct the hosts.';
  return mistake('FarmMixedProducts', '/hosts', message, remedy);
}

function severalMasters(masters: readonly HostPart[]): Mistake {
  const message = `${masters.length} hosts are the MFA master: ${some(masters.map((host) => host.name))}.`;
  const remedy = 'Look in the console which one it is. Give the others the role "subordinate".';
  return mistake('FarmSeveralMasters', '/hosts', message, remedy);
}

function noMaster(servers: number): Mistake {
  if (servers > 0) {
    const remedy = 'Look in the console which server it is. Give that one the role "master".';
    return mistake('FarmNoMaster', '/hosts', 'No host is the MFA master.', remedy);
  }
  const remedy = 'Say which hosts carry it, and which one of them is the master.';
  return mistake('FarmNoMaster', '/hosts', 'No host carries MFA Server or PhoneFactor Agent.', remedy);
}

/** A host that carries nothing is there as a node of an AD FS farm, or by mistake. */
export function idleHosts(inventory: Inventory): readonly Mistake[] {
  const isIdle = (host: HostPart): boolean =>
    host.value.name !== undefined && // under its right name it may be a node
    !components.some((component) => carries(host, component)) &&
    !hasStranger(host.value) &&
    !inventory.farmsByNode.has(hostKey(host.name));
  if (!areNodesKnown(inventory)) return [];
  return inventory.hosts.filter(isIdle).map(({ name, pointer }) => {
    const remedy = 'Say what it carries, list it in the nodes of its AD FS farm, or take it out.';
    return mistake('FarmIdleHost', pointer, `${quoted(name)} carries nothing and is no AD FS node.`, remedy);
  });
}

/** Whether every list of nodes could be read; otherwise any host may be a node. */
function areNodesKnown({ content }: Inventory): boolean {
  const farms = Object.hasOwn(content, 'adfsFarms') ? content.adfsFarms : [];
  if (farms === undefined || hasStranger(content)) return false;
  return farms.every((farm) => farm?.nodes !== undefined && !farm.nodes.includes(undefined));
}

/** Versions are counted through: up to 5 it is the PhoneFactor Agent, from 6.0 MFA Server (instructions V6-00a, PF-00a). */
export function productVersions({ content, hosts }: Inventory): readonly Mistake[] {
  const wrong = hosts.flatMap(({ value, name, pointer }): readonly Mistake[] => {
    const { mfaServer, phoneFactorAgent } = value;
    if (mfaServer?.version !== undefined && !isMfaServer(mfaServer.version)) {
      const message = `MFA Server on ${quoted(name)} is ${mfaServer.version}; it begins with 6.0.`;
      const remedy = 'Up to 5 it is the PhoneFactor Agent: write "phoneFactorAgent", or correct the version.';
      return [mistake('FarmProductVersion', `${pointer}/mfaServer/version`, message, remedy)];
    }
    if (phoneFactorAgent?.version !== undefined && isMfaServer(phoneFactorAgent.version)) {
      const message = `The PhoneFactor Agent on ${quoted(name)} is ${phoneFactorAgent.version}; it ends with 5.`;
      const remedy = 'From 6.0 on it is MFA Server: write "mfaServer", or correct the version.';
      return [mistake('FarmProductVersion', `${pointer}/phoneFactorAgent/version`, message, remedy)];
    }
    return [];
  });
  const target = content.targetVersion;
  const hasAgents = hosts.some(({ value }) => value.phoneFactorAgent !== undefined); // else the target is too old anyway
  if (!hasAgents || target === undefined || isMfaServer(target)) return wrong;
  const remedy = 'Name a version from 6.0 on.';
  return [...wrong, mistake('FarmProductVersion', '/targetVersion', `${target} is no version of MFA Server.`, remedy)];
}

function isMfaServer(version: string): boolean {
  return compareVersions(version, '6.0') >= 0;
}

/** The upgrade leads forward: no server is newer than the target. */
export function targetVersionRule({ content, hosts }: Inventory): readonly Mistake[] {
  const target = content.targetVersion;
  const products = hosts.flatMap(({ name, value }) =>
    [value.mfaServer?.version, value.phoneFactorAgent?.version].flatMap((version) =>
      version === undefined ? [] : [{ name, version }],
    ),
  );
  const newest = products.sort((a, b) => compareVersions(b.version, a.version))[0];
  if (target === undefined || !newest || compareVersions(newest.version, target) <= 0) return [];
  const message = `${target} is older than ${newest.version}, which is on ${quoted(newest.name)}.`;
  return [
    mistake(
      'FarmTargetOlder',
      '/targetVersion',
      message,
      'Name the version to upgrade to, or correct that of the host.',
    ),
  ];
}
