import type { Farm } from '../farm/farm';
import { fittingDecisions, isLaidByRehearsal } from '../plan/decisions';
import type { Progress } from '../upgrade/progress';

/**
 * The decisions of an upgrade that its rehearsal takes over: those that fit the farm. Of a production upgrade the paths of
 * installers are left out, because a rehearsal lays its own on the simulated hosts. Pure.
 */
export function decisionsToRehearse(farm: Farm, { upgrade, plan }: Progress): ReadonlyMap<string, string> {
  const given = [...(upgrade?.decisions ?? [])]
    .filter(([key]) => plan.mode === 'rehearsal' || !isLaidByRehearsal(key))
    .map(([key, { value }]): [string, string] => [key, value]);
  return fittingDecisions(farm, new Map(given), 'rehearsal').fitting;
}
