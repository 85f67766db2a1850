import { randomUUID } from 'node:crypto';
import { hostname, userInfo } from 'node:os';
import { join } from 'node:path';
import { readRunbooks } from './runbooks';
import { systemClock } from './systemClock';
import type { World } from './upgradeFolder';

/**
 * This computer, this person, and the runbooks that ship with this version.
 * @param dist folder with runbooks.json as the build wrote it
 */
export async function thisWorld(dist: string, extensionVersion: string): Promise<World> {
  return {
    runbooks: await readRunbooks(join(dist, 'runbooks.json')),
    extensionVersion,
    clock: systemClock,
    actor: { user: userInfo().username, computer: hostname() },
    newId: randomUUID,
  };
}
