import { mayHave, placed, type ClientContent, type LoadBalancerContent, type Placed } from './content';
import { componentWords } from './hostRules';
import { called, lacks, type Inventory, type Named } from './inventory';
import { mistake, quoted, sentence, some, type Mistake } from './mistake';
import { hostKey, nameKey } from './names';

/** Members of a load balancer are there and carry what it serves. */
export function balancerMembers(inventory: Inventory): readonly Mistake[] {
  return inventory.loadBalancers.flatMap((balancer) =>
    placed(balancer.value.members, `${balancer.pointer}/members`).flatMap((member) => {
      if (isNowhere(inventory, member.value)) return [unknownHost(member)];
      return mayServe(inventory, member.value, balancer) ? [] : [cannotServe(member, balancer)];
    }),
  );
}

function isNowhere({ hostNames, nodeNames }: Inventory, name: string): boolean {
  return lacks(hostNames, hostKey(name)) && lacks(nodeNames, hostKey(name));
}

function mayServe(inventory: Inventory, name: string, { value: { serves } }: Named<LoadBalancerContent>): boolean {
  if (serves === undefined) return true; // said already
  if (serves === 'adfs') return !lacks(inventory.nodeNames, hostKey(name));
  if (serves === 'mfaServer') return mayCarryServer(inventory, name);
  return mayCarry(inventory, name, serves);
}

function mayCarryServer(inventory: Inventory, name: string): boolean {
  return mayCarry(inventory, name, 'mfaServer') || mayCarry(inventory, name, 'phoneFactorAgent');
}

function mayCarry({ hostNames }: Inventory, name: string, component: keyof typeof componentWords): boolean {
  const hosts = hostNames.byKey.get(hostKey(name));
  return hosts ? hosts.some(({ value }) => mayHave(value, component)) : !hostNames.areAllKnown;
}

function unknownHost({ value, pointer }: Placed<string>): Mistake {
  const remedy = 'List it in "hosts" or among the nodes of an AD FS farm, or correct the name.';
  return mistake('FarmUnknownHost', pointer, `No host is named ${quoted(value)}.`, remedy);
}

function cannotServe({ value, pointer }: Placed<string>, balancer: Named<LoadBalancerContent>): Mistake {
  const { serves } = balancer.value;
  const lacking =
    serves === 'adfs' || serves === undefined ? 'is no node of an AD FS farm' : `carries no ${componentWords[serves]}`;
  const message = `${quoted(value)} ${lacking}, which ${called(balancer, 'load balancer')} serves.`;
  return mistake('FarmMemberCannotServe', pointer, message, 'Correct "serves", or take the host out of the members.');
}

/** A client names MFA servers that are there, or a load balancer that is there. */
export function clientTargets(inventory: Inventory): readonly Mistake[] {
  return inventory.clients.flatMap((client) => [
    ...targetKind(client),
    ...placed(client.value.servers, `${client.pointer}/servers`).flatMap((server) => serverOf(inventory, server)),
    ...balancerOf(client, inventory),
  ]);
}

function targetKind(client: Named<ClientContent>): readonly Mistake[] {
  const { value, pointer } = client;
  const hasServers = Object.hasOwn(value, 'servers');
  if (hasServers !== Object.hasOwn(value, 'loadBalancer') || (!hasServers && mayHave(value, 'servers'))) return [];
  const what = hasServers ? 'names servers and a load balancer' : 'names neither servers nor a load balancer';
  const message = `${sentence(called(client, 'client'))} ${what}.`;
  return [mistake('FarmClientTarget', pointer, message, 'Give it "servers", or "loadBalancer".')];
}

function serverOf(inventory: Inventory, server: Placed<string>): readonly Mistake[] {
  if (isNowhere(inventory, server.value)) return [unknownHost(server)];
  if (mayCarryServer(inventory, server.value)) return [];
  const message = `${quoted(server.value)} carries no MFA Server, so that no client can point at it.`;
  return [mistake('FarmServerWithoutMfa', server.pointer, message, 'Name a host that carries MFA Server.')];
}

function balancerOf(
  { value: { loadBalancer }, pointer }: Named<ClientContent>,
  { loadBalancers, balancerNames }: Inventory,
): readonly Mistake[] {
  if (loadBalancer === undefined || !lacks(balancerNames, nameKey(loadBalancer))) return [];
  const known = loadBalancers.flatMap(({ name }) => name ?? []);
  const remedy = known.length > 0 ? `Use one of: ${some(known)}.` : 'Describe it in "loadBalancers".';
  const message = `No load balancer is named ${quoted(loadBalancer)}.`;
  return [mistake('FarmUnknownBalancer', `${pointer}/loadBalancer`, message, remedy)];
}
