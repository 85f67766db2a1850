import type { AdfsFarm } from '../farm/farm';
import { sameHost } from '../farm/names';
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
