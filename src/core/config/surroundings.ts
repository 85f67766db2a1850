import { newSdkDirectory } from '../farm/directories';
import { mfaServers, serverOn } from '../farm/hosts';
import type { Farm } from '../farm/farm';
import { compareVersions } from '../farm/versions';
import type { Plan } from '../plan/plan';
import type { Surroundings } from './comparison';
import type { SdkMove } from './sdkAddress';

/** The virtual directory of the Web Service SDK before and after, where a new one was decided; undefined where it stays. Pure. */
function sdkMoveOf({ farm, decisions }: Pick<Plan, 'farm' | 'decisions'>): SdkMove | undefined {
  if (decisions.get('sdkVirtualDirectory')?.value !== 'new') return undefined;
  const from = new Set(farm.hosts.flatMap(({ webServiceSdk }) => webServiceSdk?.virtualDirectory ?? []));
  return { from: [...from], to: newSdkDirectory };
}

/**
 * What a farm and its decisions say about the two files of a component: the versions that they come from, the names of its machines
 * and load balancers, the address of the Web Service SDK. Of several old versions the oldest counts, because a component may
 * come from it. Pure.
 */
export function surroundingsOf(plan: Pick<Plan, 'farm' | 'decisions'>): Surroundings {
  const { farm } = plan;
  const old = oldestVersion(farm);
  const sdk = sdkMoveOf(plan);
  return {
    ...(old === undefined ? {} : { versions: { old, new: farm.targetVersion } }),
    hosts: [...farm.hosts.map(({ name }) => name), ...farm.loadBalancers.map(({ name }) => name)],
    ...(sdk ? { sdk } : {}),
  };
}

function oldestVersion(farm: Farm): string | undefined {
  return mfaServers(farm)
    .flatMap((host) => serverOn(host)?.version ?? [])
    .sort(compareVersions)[0];
}
