import type { AdfsFarm, Farm, Host, LoadBalancer, ServerProduct } from './farm';

interface HostIndex {
  readonly byName: ReadonlyMap<string, Host>;
  readonly mfaServers: readonly Host[];
  readonly pools: ReadonlyMap<string, readonly LoadBalancer[]>;
  readonly adfsFarms: ReadonlyMap<string, AdfsFarm>;
  readonly adfsFarmsByNode: ReadonlyMap<string, AdfsFarm>;
}

/** Farms are values: one index for each, so that looking up a host costs the same in a farm of ten and of ten thousand. */
const indexes = new WeakMap<Farm, HostIndex>();

function indexOf(farm: Farm): HostIndex {
  const known = indexes.get(farm);
  if (known) return known;
  const byName = new Map(farm.hosts.map((host) => [host.name, host]));
  const made = {
    byName,
    mfaServers: farm.hosts.filter((host) => serverOn(host) !== undefined),
    pools: poolsByHost(farm),
    adfsFarms: new Map(farm.adfsFarms.map((adfs) => [adfs.name, adfs])),
    adfsFarmsByNode: new Map(farm.adfsFarms.flatMap((adfs) => adfs.nodes.map((node) => [node, adfs] as const))),
  };
  indexes.set(farm, made);
  return made;
}

/** The host of that name, in the farm's own spelling; undefined when the farm has none. */
export function hostNamed(farm: Farm, name: string): Host | undefined {
  return indexOf(farm).byName.get(name);
}

/** MFA Server on a host, or the PhoneFactor Agent that it will follow: a farm has one of the two. */
export function serverOn(host: Host | undefined): ServerProduct | undefined {
  return host?.mfaServer ?? host?.phoneFactorAgent;
}

/** The MFA servers of the farm (in a PhoneFactor farm its agents), in the order of farm.json. */
export function mfaServers(farm: Farm): readonly Host[] {
  return indexOf(farm).mfaServers;
}

/** The MFA master of the farm as it was before the upgrade. */
export function masterOf(farm: Farm): Host | undefined {
  return mfaServers(farm).find((host) => serverOn(host)?.role === 'master');
}

/** The subordinates of the farm as they were before the upgrade, in the order of farm.json. */
export function subordinatesOf(farm: Farm): readonly Host[] {
  return mfaServers(farm).filter((host) => serverOn(host)?.role === 'subordinate');
}

/** The pools that name a host. */
export function poolsOf(farm: Farm, host: string): readonly LoadBalancer[] {
  return indexOf(farm).pools.get(host) ?? [];
}

/**
 * The pools that a node leaves while its AD FS farm changes: those that serve AD FS, and what shares a cluster with one of them.
 * Everything else on the host is left as it is and goes on serving.
 */
export function adfsPoolsOf(farm: Farm, host: string): readonly LoadBalancer[] {
  const pools = poolsOf(farm, host);
  return pools.filter((pool) => pool.serves === 'adfs' || sharedWith(pools, pool) !== undefined);
}

/**
 * The pool of AD FS that is the same Windows NLB cluster as another pool, out of those of one host. A node leaves a cluster as a whole,
 * and a cluster is known by its nodes only: two pools with the same members are one as far as anybody can tell.
 */
export function sharedWith(pools: readonly LoadBalancer[], pool: LoadBalancer): LoadBalancer | undefined {
  const isSame = ({ kind, serves, members }: LoadBalancer): boolean =>
    serves === 'adfs' &&
    kind === 'windowsNlb' &&
    members.length === pool.members.length &&
    members.every((member) => pool.members.includes(member));
  return pool.serves === 'adfs' || pool.kind !== 'windowsNlb' ? undefined : pools.find(isSame);
}

/** The AD FS farm of that name; undefined when there is none. */
export function adfsFarmNamed(farm: Farm, name: string): AdfsFarm | undefined {
  return indexOf(farm).adfsFarms.get(name);
}

/** The AD FS farm that a host is a node of: one at most. */
export function adfsFarmOfNode(farm: Farm, host: string): AdfsFarm | undefined {
  return indexOf(farm).adfsFarmsByNode.get(host);
}

function poolsByHost({ loadBalancers }: Farm): ReadonlyMap<string, readonly LoadBalancer[]> {
  const pools = new Map<string, LoadBalancer[]>();
  for (const pool of loadBalancers)
    for (const member of pool.members) {
      const known = pools.get(member);
      if (known) known.push(pool);
      else pools.set(member, [pool]);
    }
  return pools;
}
