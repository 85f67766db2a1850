import { mayHave, type HostContent } from './content';
import { called, lacks, type Inventory, type Named } from './inventory';
import { mistake, quoted, someOf, type Mistake } from './mistake';
import { hostKey } from './names';

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
function carries({ value }: HostPart, component: Component): boolean {
  return Object.hasOwn(value, component);
}

/** No host twice: case and a dot at the end do not make another host. */
export function duplicateHosts({ hostNames }: Inventory): readonly Mistake[] {
  return [...hostNames.byKey.values()].flatMap(([first, ...others]) => others.map((host) => duplicateOf(first, host)));
}

function duplicateOf(first: HostPart | undefined, host: HostPart): Mistake {
  const as = first === undefined || first.name === host.name ? '' : ` as ${called(first)}`;
  const message = `${called(host)} is listed before${as}.`;
  return mistake(
    'FarmDuplicateHost',
    `${host.pointer}/name`,
    message,
    'List each host once, with all that it carries.',
  );
}

/** One master, and MFA Server or PhoneFactor Agent, not both. */
export function masterRules(inventory: Inventory): readonly Mistake[] {
  const { content, hosts } = inventory;
  if (content.hosts === undefined) return [];
  const servers = hosts.filter((host) => carries(host, 'mfaServer'));
  const agents = hosts.filter((host) => carries(host, 'phoneFactorAgent'));
  if (servers.length > 0 && agents.length > 0) return [mixedProducts(servers, agents)];
  const masters = different(hosts.filter(isMaster));
  if (masters.length > 1) return [severalMasters(masters)];
  return masters.length === 1 || mayHideMaster(inventory) ? [] : [noMaster(servers.length + agents.length)];
}

/** Each host once: one that is listed twice is told as such. */
function different(hosts: readonly HostPart[]): readonly HostPart[] {
  const byKey = new Map(hosts.map((host) => [host.name === undefined ? host.pointer : hostKey(host.name), host]));
  return [...byKey.values()];
}

function isMaster({ value }: HostPart): boolean {
  const roles = [value.mfaServer?.role, value.phoneFactorAgent?.role];
  return roles.includes('master') || roles.includes('primary');
}

/** A master may stand where the file could not be read on. */
function mayHideMaster({ content, hosts }: Inventory): boolean {
  return (content.hosts ?? []).includes(undefined) || hosts.some(mayBeMaster);
}

function mayBeMaster({ value }: HostPart): boolean {
  const product = value.mfaServer ?? value.phoneFactorAgent;
  if (product) return product.role === undefined;
  return mayHave(value, 'mfaServer') || mayHave(value, 'phoneFactorAgent');
}

function mixedProducts(servers: readonly HostPart[], agents: readonly HostPart[]): Mistake {
  const names = (hosts: readonly HostPart[]): string => someOf(hosts.map((host) => called(host)));
  const message = `MFA Server is on ${names(servers)} and PhoneFactor Agent on ${names(agents)}.`;
  const remedy = 'A farm has one of the two. Describe two farms in two folders, or correct the hosts.';
  return mistake('FarmMixedProducts', '/hosts', message, remedy);
}

function severalMasters(masters: readonly HostPart[]): Mistake {
  const message = `${masters.length} hosts are the MFA master: ${someOf(masters.map((host) => called(host)))}.`;
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
export function idleHosts({ hosts, nodeNames }: Inventory): readonly Mistake[] {
  return hosts.flatMap((host) => {
    const { name, value, pointer } = host;
    const isIdle = !components.some((component) => mayHave(value, component));
    if (!isIdle || name === undefined || !lacks(nodeNames, hostKey(name))) return []; // under its right name it may be a node
    const remedy = 'Say what it carries, list it in the nodes of its AD FS farm, or take it out.';
    return [mistake('FarmIdleHost', pointer, `${quoted(name)} carries nothing and is no AD FS node.`, remedy)];
  });
}
