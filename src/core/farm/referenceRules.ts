import { hasStranger, placed, type ClientContent, type LoadBalancerContent, type Placed } from './content';
import { carries, componentWords } from './hostRules';
import { firstByKey, type Inventory, type Named } from './inventory';
import { mistake, quoted, some, type Mistake } from './mistake';
import { hostKey, nameKey } from './names';

/** Members of a load balancer are there and carry what it serves. */
export function balancerMembers(inventory: Inventory): readonly Mistake[] {
  return inventory.loadBalancers.flatMap((balancer) =>
    placed(balancer.value.members, `${balancer.pointer}/members`).flatMap((member) => {
      if (!isThere(inventory, member.value)) return [unknownHost(member)];
      return carriesServed(inventory, member.value, balancer) ? [] : [cannotServe(member, balancer)];
    }),
  );
}

/** Where the list of hosts could not be read, every host may be there. */
function isThere({ content, hostsByKey, farmsByNode }: Inventory, name: string): boolean {
  return content.hosts === undefined || hostsByKey.has(hostKey(name)) || farmsByNode.has(hostKey(name));
}

function carriesServed(
  { content, hostsByKey, farmsByNode }: Inventory,
  name: string,
  { value: { serves } }: Named<LoadBalancerContent>,
): boolean {
  const host = hostsByKey.get(hostKey(name));
  if (content.hosts === undefined || serves === undefined || (host && hasStranger(host.value))) return true; // said already, or nothing can be said
  if (serves === 'adfs') return farmsByNode.has(hostKey(name));
  return host !== undefined && (carries(host, serves) || (serves === 'mfaServer' && carries(host, 'phoneFactorAgent')));
}

function unknownHost({ value, pointer }: Placed<string>): Mistake {
  const remedy = 'List it in "hosts" or among the nodes of an AD FS farm, or correct the name.';
  return mistake('FarmUnknownHost', pointer, `No host is named ${quoted(value)}.`, remedy);
}

function cannotServe(
  { value, pointer }: Placed<string>,
  { name, value: { serves } }: Named<LoadBalancerContent>,
): Mistake {
  const lacks =
    serves === 'adfs' || serves === undefined ? 'is no node of an AD FS farm' : `carries no ${componentWords[serves]}`;
  const message = `${quoted(value)} ${lacks}, which load balancer ${quoted(name)} serves.`;
  return mistake('FarmMemberCannotServe', pointer, message, 'Correct "serves", or take the host out of the members.');
}

/** A client names MFA servers that are there, or a load balancer that is there. */
export function clientTargets(inventory: Inventory): readonly Mistake[] {
  const balancers = firstByKey(inventory.loadBalancers.map((balancer) => [nameKey(balancer.name), balancer]));
  return inventory.clients.flatMap((client) => [
    ...targetKind(client),
    ...placed(client.value.servers, `${client.pointer}/servers`).flatMap((server) => serverOf(inventory, server)),
    ...balancerOf(client, balancers, inventory),
  ]);
}

function targetKind({ name, value, pointer }: Named<ClientContent>): readonly Mistake[] {
  const hasServers = Object.hasOwn(value, 'servers');
  if (hasServers !== Object.hasOwn(value, 'loadBalancer')) return [];
  if (!hasServers && hasStranger(value)) return [];
  const message = hasServers
    ? `Client ${quoted(name)} names servers and a load balancer.`
    : `Client ${quoted(name)} names neither servers nor a load balancer.`;
  return [mistake('FarmClientTarget', pointer, message, 'Give it "servers", or "loadBalancer".')];
}

function serverOf(inventory: Inventory, server: Placed<string>): readonly Mistake[] {
  const { content, hostsByKey } = inventory;
  const host = hostsByKey.get(hostKey(server.value));
  if (!isThere(inventory, server.value)) return [unknownHost(server)];
  if (content.hosts === undefined) return [];
  if (host && (carries(host, 'mfaServer') || carries(host, 'phoneFactorAgent') || hasStranger(host.value))) return [];
  const message = `${quoted(server.value)} carries no MFA Server, so that no client can point at it.`;
  return [mistake('FarmServerWithoutMfa', server.pointer, message, 'Name a host that carries MFA Server.')];
}

function balancerOf(
  { value: { loadBalancer }, pointer }: Named<ClientContent>,
  balancers: ReadonlyMap<string, Named<LoadBalancerContent>>,
  { content }: Inventory,
): readonly Mistake[] {
  if (loadBalancer === undefined || balancers.has(nameKey(loadBalancer))) return [];
  const known = [...balancers.values()].map(({ name }) => name);
  const remedy = known.length > 0 ? `Use one of: ${some(known)}.` : 'Describe it in "loadBalancers".';
  const isUnread = Object.hasOwn(content, 'loadBalancers') && content.loadBalancers === undefined;
  const message = `No load balancer is named ${quoted(loadBalancer)}.`;
  return isUnread ? [] : [mistake('FarmUnknownBalancer', `${pointer}/loadBalancer`, message, remedy)];
}
