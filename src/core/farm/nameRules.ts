import { placed, type Placed } from './content';
import type { Inventory } from './inventory';
import { mistake, quoted, type Mistake } from './mistake';
import { hostKey, nameKey } from './names';

/** A name that is taken, and by what. */
interface Taken {
  readonly name: string;
  readonly what: string;
}

/** Names of AD FS farms, load balancers and clients are their own, also beside the names of hosts and of the farm itself. */
export function takenNames(inventory: Inventory): readonly Mistake[] {
  const { content, adfsFarms, loadBalancers, clients, hostNames, nodeNames } = inventory;
  const carriesName = (key: string): boolean => hostNames.byKey.has(key) || nodeNames.byKey.has(key);
  const taken = new Map<string, Taken>();
  if (content.name !== undefined) taken.set(nameKey(content.name), { name: content.name, what: 'the farm itself' });
  const isHost = (name: string): Taken | undefined =>
    carriesName(hostKey(name)) ? { name, what: 'a host' } : undefined;
  const kinds = [
    ...adfsFarms.map((part) => ({ part, what: 'an AD FS farm' })),
    ...loadBalancers.map((part) => ({ part, what: 'a load balancer' })),
    ...clients.map((part) => ({ part, what: 'a client' })),
  ];
  const farmName = content.name === undefined ? undefined : isHost(content.name);
  const found = farmName ? [nameTaken(farmName.name, '/name', farmName)] : [];
  for (const { part, what } of kinds) {
    const { name, pointer } = part;
    if (name === undefined) continue;
    const other = taken.get(nameKey(name)) ?? isHost(name);
    if (other) found.push(nameTaken(name, `${pointer}/name`, other));
    else taken.set(nameKey(name), { name, what });
  }
  return found;
}

function nameTaken(name: string, pointer: string, { what }: Taken): Mistake {
  const message = `${quoted(name)} is already the name of ${what}.`;
  return mistake('FarmNameTaken', pointer, message, 'Give it a name of its own. Case does not count.');
}

/** No name twice in a list. */
export function listedTwice({ adfsFarms, loadBalancers, clients, hosts }: Inventory): readonly Mistake[] {
  const hostLists = [
    ...adfsFarms.flatMap(({ value, pointer }) => [
      placed(value.nodes, `${pointer}/nodes`),
      placed(value.firstBatch, `${pointer}/firstBatch`),
      placed(value.proxies, `${pointer}/proxies`),
    ]),
    ...loadBalancers.map(({ value, pointer }) => placed(value.members, `${pointer}/members`)),
    ...clients.map(({ value, pointer }) => placed(value.servers, `${pointer}/servers`)),
  ];
  const nameLists = [
    ...adfsFarms.map(({ value, pointer }) => placed(value.interchangeableWith, `${pointer}/interchangeableWith`)),
    ...hosts.map(({ value, pointer }) => placed(value.userPortal?.customThemes, `${pointer}/userPortal/customThemes`)),
  ];
  return [
    ...hostLists.flatMap((list) => repeated(list, hostKey)),
    ...nameLists.flatMap((list) => repeated(list, nameKey)),
  ];
}

function repeated(list: readonly Placed<string>[], keyOf: (name: string) => string): readonly Mistake[] {
  const seen = new Set<string>();
  return list.flatMap(({ value, pointer }) => {
    const isNew = !seen.has(keyOf(value));
    seen.add(keyOf(value));
    if (isNew) return [];
    return [mistake('FarmListedTwice', pointer, `${quoted(value)} stands twice in this list.`, 'Keep one of them.')];
  });
}
