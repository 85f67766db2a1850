import type { Farm, Host } from './farm';

interface HostIndex {
  readonly byName: ReadonlyMap<string, Host>;
  readonly mfaServers: readonly Host[];
}

/** Farms are values: one index for each, so that looking up a host costs the same in a farm of ten and of ten thousand. */
const indexes = new WeakMap<Farm, HostIndex>();

function indexOf(farm: Farm): HostIndex {
  const known = indexes.get(farm);
  if (known) return known;
  const byName = new Map(farm.hosts.map((host) => [host.name, host]));
  const made = { byName, mfaServers: farm.hosts.filter((host) => host.mfaServer !== undefined) };
  indexes.set(farm, made);
  return made;
}

/** The host of that name, in the farm's own spelling; undefined when the farm has none. */
export function hostNamed(farm: Farm, name: string): Host | undefined {
  return indexOf(farm).byName.get(name);
}

/** The MFA servers of the farm, in the order of farm.json. */
export function mfaServers(farm: Farm): readonly Host[] {
  return indexOf(farm).mfaServers;
}

/** The MFA master of the farm as it was before the upgrade. */
export function masterOf(farm: Farm): Host | undefined {
  return mfaServers(farm).find((host) => host.mfaServer?.role === 'master');
}

/** The subordinates of the farm as they were before the upgrade, in the order of farm.json. */
export function subordinatesOf(farm: Farm): readonly Host[] {
  return mfaServers(farm).filter((host) => host.mfaServer?.role === 'subordinate');
}
