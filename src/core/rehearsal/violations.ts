import { mfaServers, poolsOf, serverOn } from '../farm/hosts';
import { hostKey, sameHost } from '../farm/names';
import type { Plan } from '../plan/plan';
import { adfsFarmOfDuty } from '../upgrade/duties';
import { dutyWords } from '../upgrade/dutyWords';
import type { Progress } from '../upgrade/progress';
import type { FarmState } from './farmState';

/** What was seen of the simulated farm: what must never be, and what a farm of single hosts cannot avoid. */
export interface Watched {
  readonly violations: readonly string[];
  readonly notes: readonly string[];
}

/**
 * Whether MFA is still answered, with the farm as it is after a step. Farms of one MFA server have no other one, and a farm of
 * PhoneFactor Agents announces its outage, so both are left out. Pure.
 * @param running hosts whose service MultiFactorAuth runs
 */
export function watchServers(progress: Progress, state: FarmState, running: ReadonlySet<string>): readonly string[] {
  const servers = mfaServers(progress.plan.farm).filter(({ mfaServer }) => mfaServer);
  if (servers.length < 2) return [];
  const drained = new Set(
    progress.duties
      .filter((duty) => duty.name === 'drained' && !adfsFarmOfDuty(progress.plan, duty))
      .map(({ target }) => hostKey(target)),
  );
  const serving = servers
    .map(({ name }) => hostKey(name))
    .filter((host) => running.has(host) && !drained.has(host) && isReached(state, host));
  return serving.length > 0 ? [] : ['no MFA server serves'];
}

/**
 * A host that no client and no pool names is asked by its own components: it counts as reached. Who signs in through AD FS on this host
 * does not ask its MFA Server.
 */
function isReached({ pools, clients }: FarmState, host: string): boolean {
  const agreed = clients.filter((client) => client.agreed.includes(host));
  const asking = pools.filter(({ serves }) => serves !== 'adfs');
  const member = asking.flatMap(({ members }) => members.filter((each) => each.host === host));
  if (agreed.length === 0 && member.length === 0) return true;
  return agreed.some(({ servers }) => servers.includes(host)) || member.some(({ state }) => state === 'serving');
}

/**
 * What the simulation itself saw that must never be, and hosts that a program changed while people still reached them. Where
 * nobody else can answer, or the total outage was announced, it is said and no violation. Pure.
 */
export function watchChanges(plan: Plan, { changes, violations }: FarmState): Watched {
  const reached = changes.filter(({ reachedThrough }) => reachedThrough.length > 0);
  const words = ({ host, program, reachedThrough }: (typeof reached)[number]): string =>
    `${host} was changed by ${program} while it was reached through ${reachedThrough.join(', ')}`;
  const lines = (alone: boolean): readonly string[] => [
    ...new Set(reached.filter(({ host }) => isAlone(plan, host) === alone).map(words)),
  ];
  return {
    violations: [...violations, ...lines(false)],
    notes: lines(true).map((line) => `${line}; nobody else can answer`),
  };
}

function isAlone({ farm, steps }: Plan, host: string): boolean {
  const server = farm.hosts.find(({ name }) => sameHost(name, host));
  if (server && serverOn(server) && steps.some(({ step }) => step === 'announce-total-outage')) return true;
  const inPool = poolsOf(farm, host).some(({ members }) => members.length > 1);
  return !inPool && mfaServers(farm).length < 2;
}

/** What has to be as before when the evening is over: every client's own list, every pool, no open duty. Pure. */
export function watchEnd(progress: Progress, { clients, pools }: FarmState): readonly string[] {
  const lists = clients.filter(({ servers, agreed }) => servers.join() !== agreed.join());
  const out = pools.flatMap(({ name, members }) =>
    members.filter(({ state }) => state !== 'serving').map(({ host, state }) => `${host} is ${state} in ${name}`),
  );
  return [
    ...lists.map(
      ({ name, servers, agreed }) =>
        `${name} asks ${servers.join(', ') || 'nobody'}, and ${agreed.join(', ')} was agreed`,
    ),
    ...out,
    ...progress.duties.map((duty) => `a duty is open: ${dutyWords(duty, progress)}`),
  ];
}
