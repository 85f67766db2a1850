import type { AdfsFarm, Farm, LoadBalancer } from '../farm/farm';
import { adfsPoolsOf, sharedWith } from '../farm/hosts';
import { sameHost } from '../farm/names';
import type { Finding } from '../report/finding';
import type { ResolvedDecision } from './plan';

/**
 * The node on which register and unregister run: the AD FS primary (WID), in SQL farms what a decision or farm.json says,
 * else the first node of a first batch that was given, else the first node listed. Source of the rule: WID.
 */
export function registrarOf(adfs: AdfsFarm, given: ReadonlyMap<string, string>): ResolvedDecision {
  if (adfs.primary !== undefined) return { value: adfs.primary, from: 'computed' };
  const decided = adfs.nodes.find((node) => sameHost(node, given.get(`registrar.${adfs.name}`) ?? ''));
  if (decided !== undefined) return { value: decided, from: 'decision' };
  if (adfs.registrar !== undefined) return { value: adfs.registrar, from: 'farm' };
  const batch = given.get(`firstBatch.${adfs.name}`)?.split(',') ?? adfs.firstBatch;
  const firstOfBatch = adfs.nodes.find((node) => sameHost(node, batch?.[0]?.trim() ?? ''));
  return { value: firstOfBatch ?? adfs.nodes[0] ?? '', from: 'computed' };
}

/**
 * The first batch: what farm.json says, else the registrar and the nodes after it, round to the beginning, half rounded down,
 * at least one. A farm that others stand in for leaves the balancer as a whole: all of its nodes (source SEED-A, V6-FS-0).
 */
export function firstBatchOf(adfs: AdfsFarm, registrar: string): ResolvedDecision {
  if (adfs.firstBatch !== undefined) return { value: adfs.firstBatch.join(','), from: 'farm' };
  const start = adfs.nodes.indexOf(registrar);
  const half = Math.max(1, Math.floor(adfs.nodes.length / 2));
  const size = adfs.interchangeableWith.length > 0 ? adfs.nodes.length : half;
  const batch = Array.from({ length: size }, (_, n) => adfs.nodes[(start + n) % adfs.nodes.length] ?? registrar);
  return { value: batch.join(','), from: 'computed' };
}

/**
 * A pool in which nobody is left while a batch is out (order 4): one of AD FS, unless the farm leaves as a whole because others
 * stand in for it, or one that shares its cluster. Undefined where there is none, and for a single node, which stays in traffic. Pure.
 */
export function emptiedPool(farm: Farm, adfs: AdfsFarm, first: readonly string[]): LoadBalancer | undefined {
  if (adfs.nodes.length === 1 && adfs.interchangeableWith.length === 0) return undefined;
  const firstBatch = new Set(first);
  const second = adfs.nodes.filter((node) => !firstBatch.has(node));
  const mayEmpty = ({ serves, members }: LoadBalancer): boolean =>
    serves === 'adfs' && (second.length === 0 || members.length === 1);
  return [firstBatch, new Set(second)]
    .flatMap((batch) => {
      const pools = new Set([...batch].flatMap((node) => adfsPoolsOf(farm, node)));
      return [...pools].filter(({ members }) => members.every((member) => batch.has(member)));
    })
    .find((pool) => !mayEmpty(pool));
}

/** The AD FS farms whose batches would leave nobody in a pool, each with what to do. Pure. */
export function emptiedPools(farm: Farm, decisions: ReadonlyMap<string, ResolvedDecision>): readonly Finding[] {
  return farm.adfsFarms.flatMap((adfs, n): readonly Finding[] => {
    const first = decisions.get(`firstBatch.${adfs.name}`)?.value.split(',') ?? [];
    const pool = emptiedPool(farm, adfs, first);
    if (!pool) return [];
    const shared = sharedWith(farm.loadBalancers, pool);
    const cluster =
      shared && ` It has the members of "${shared.name}": both are one Windows NLB cluster, and a node leaves both.`;
    return [
      {
        code: 'BatchEmptiesPool',
        severity: 'error',
        message: `While a batch of AD FS farm "${adfs.name}" is out, nobody answers in load balancer "${pool.name}".${cluster ?? ''}`,
        remedy: [howToDivide(adfs, pool, first), shared && howToPart(shared)]
          .filter((part) => part !== undefined)
          .join(' '),
        pointer: `/adfsFarms/${n}${adfs.firstBatch ? '/firstBatch' : ''}`,
      },
    ];
  });
}

/** A farm that leaves as a whole is divided only when nobody counts on it to ask for the second factor at every moment. */
function howToDivide(
  { name, nodes }: AdfsFarm,
  { members }: LoadBalancer,
  first: readonly string[],
): string | undefined {
  if (first.length === nodes.length)
    return `Take "${name}" out of "interchangeableWith", there and at its partners: it is then changed in batches, with an outage of its own.`;
  return members.length > 1 ? `Name some of ${members.join(', ')} in "firstBatch", not all of them.` : undefined;
}

function howToPart({ name }: LoadBalancer): string {
  return `Where AD FS has a cluster of its own, write "kind": "other" for "${name}": a person takes the nodes out then.`;
}
