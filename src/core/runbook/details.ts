import type { Client, Farm, LoadBalancer } from '../farm/farm';
import { consumerLine, sdkConsumers } from '../config/sdkConsumers';
import { adfsPoolsOf, hostNamed, poolsOf, sharedWith } from '../farm/hosts';

type Detail = (farm: Farm, target: string) => readonly string[];

const details: ReadonlyMap<string, Detail> = new Map<string, Detail>([
  ['clients', (farm) => farm.clients.map((client) => `${client.name}: ${pointsAt(client)}`)],
  ['poolsOfHost', (farm, target) => poolsOf(farm, target).map((pool) => poolLine(pool))],
  [
    'adfsPoolsOfHost',
    (farm, target) => {
      const pools = adfsPoolsOf(farm, target);
      return pools.map((pool) => poolLine(pool, sharedWith(pools, pool)));
    },
  ],
  ['clientsOfHost', (farm, target) => clientsOf(farm, target).map((client) => `${client.name}: ${pointsAt(client)}`)],
  ['adfsProxies', (farm, target) => farm.adfsFarms.find((adfs) => adfs.name === target)?.proxies ?? []],
  ['sdkConsumers', (farm) => sdkConsumers(farm).map(consumerLine)],
  [
    'themesOfHost',
    (farm, target) => hostNamed(farm, target)?.userPortal?.customThemes.map((theme) => `Theme ${theme}`) ?? [],
  ],
  ['outageOfNode', outageOfNode],
]);

/** Whose sign-ins are without the second factor between off and on, and who stands in meanwhile. */
function outageOfNode(farm: Farm, node: string): readonly string[] {
  return farm.adfsFarms
    .filter((adfs) => adfs.nodes.includes(node))
    .map((adfs) =>
      adfs.interchangeableWith.length > 0
        ? `${adfs.interchangeableWith.join(', ')} asks for the second factor meanwhile`
        : `Everybody who signs in through ${adfs.name}: without a second factor, or not at all`,
    );
}

function clientsOf(farm: Farm, host: string): readonly Client[] {
  const pools = new Set(poolsOf(farm, host).map((pool) => pool.name));
  return farm.clients.filter(
    (client) => client.servers.includes(host) || (client.loadBalancer !== undefined && pools.has(client.loadBalancer)),
  );
}

function pointsAt(client: Client): string {
  return client.loadBalancer === undefined
    ? `asks ${client.servers.join(', then ')}`
    : `asks through ${client.loadBalancer}`;
}

function poolLine(pool: LoadBalancer, shared?: LoadBalancer): string {
  const same = shared ? `, the same cluster as ${shared.name}: the host leaves both` : '';
  return `Load balancer ${pool.name} (${kindOf(pool)}${same})`;
}

function kindOf(pool: LoadBalancer): string {
  return pool.kind === 'windowsNlb' ? 'Windows NLB' : 'not Windows NLB: by hand';
}

/** The closed list of names that a step's `details` may use. */
export const detailNames: ReadonlySet<string> = new Set(details.keys());

/**
 * The lines of this farm that belong to a step, for example the pools that a host must leave.
 * @param name one of `detailNames`; the runbook loader has checked it
 * @throws when the name is unknown: a runbook that was not checked
 */
export function detailLines(name: string, farm: Farm, target: string): readonly string[] {
  const detail = details.get(name);
  if (!detail) throw new Error(`The runbook names a detail that does not exist: ${name}`);
  return detail(farm, target);
}
