import {
  mayHave,
  placed,
  type AdfsFarmContent,
  type ClientContent,
  type FarmContent,
  type HostContent,
  type LoadBalancerContent,
  type Placed,
  type Sound,
} from './content';
import { placeWords, quoted } from './mistake';
import { hostKey, nameKey } from './names';

/** A part of the farm file of which some members may be missing. */
type Part<T> = NonNullable<Sound<T>>;

/** A part by its name; without one where it was refused or is missing. */
export interface Named<T> extends Placed<Part<T>> {
  readonly name: string | undefined;
}

/** The names that a kind of thing has. */
export interface Names<T> {
  /** Key -> what is named so: one thing, unless a name was given twice. */
  readonly byKey: ReadonlyMap<string, readonly T[]>;
  /** Every definition could be read and has a name of its own. */
  readonly areAllKnown: boolean;
}

/** The farm file as the rules look at it: what is there, by name, built once. */
export interface Inventory {
  readonly content: Part<FarmContent>;
  readonly hosts: readonly Named<HostContent>[];
  readonly adfsFarms: readonly Named<AdfsFarmContent>[];
  readonly loadBalancers: readonly Named<LoadBalancerContent>[];
  readonly clients: readonly Named<ClientContent>[];
  readonly hostNames: Names<Named<HostContent>>;
  /** Nodes of AD FS farms, each with its farm. */
  readonly nodeNames: Names<Named<AdfsFarmContent>>;
  readonly adfsFarmNames: Names<Named<AdfsFarmContent>>;
  readonly balancerNames: Names<Named<LoadBalancerContent>>;
}

/** Takes the sound parts of a farm file. Linear. */
export function takeInventory(sound: Sound<FarmContent>): Inventory {
  const content = sound ?? {};
  const hosts = named<HostContent>(content.hosts, '/hosts');
  const adfsFarms = named<AdfsFarmContent>(content.adfsFarms, '/adfsFarms');
  const loadBalancers = named<LoadBalancerContent>(content.loadBalancers, '/loadBalancers');
  const areFarmsRead = isRead(mayHave(content, 'adfsFarms') ? content.adfsFarms : []);
  const areBalancersRead = isRead(mayHave(content, 'loadBalancers') ? content.loadBalancers : []);
  const areNodesRead = areFarmsRead && adfsFarms.every(({ value }) => isRead(value.nodes));
  const nodes = adfsFarms.flatMap((farm) => nodesOf(farm).map((node) => [hostKey(node.value), farm] as const));
  return {
    content,
    hosts,
    adfsFarms,
    loadBalancers,
    clients: named<ClientContent>(content.clients, '/clients'),
    hostNames: namesOf(keyed(hosts, hostKey), isRead(content.hosts)),
    nodeNames: namesOf(nodes, areNodesRead),
    adfsFarmNames: namesOf(keyed(adfsFarms, nameKey), areFarmsRead),
    balancerNames: namesOf(keyed(loadBalancers, nameKey), areBalancersRead),
  };
}

/**
 * Whether surely nothing has a name. Where a definition could not be read, or two have the same name, it may be the one that is
 * meant: that is told already, and whoever names it makes no mistake of its own.
 */
export function lacks({ byKey, areAllKnown }: Names<unknown>, key: string): boolean {
  return areAllKnown && !byKey.has(key);
}

/** Whether a list is there and each of its elements could be read. */
export function isRead(list: readonly unknown[] | undefined): boolean {
  return list !== undefined && !list.includes(undefined);
}

/** What a sentence calls a part: its name behind the word for its kind; its place in the file where it has no name. */
export function called({ name, pointer }: Named<unknown>, kind?: string): string {
  if (name === undefined) return placeWords(pointer);
  return kind === undefined ? quoted(name) : `${kind} ${quoted(name)}`;
}

/** The nodes of an AD FS farm, each with its place. */
export function nodesOf({ value, pointer }: Named<AdfsFarmContent>): readonly Placed<string>[] {
  return placed(value.nodes, `${pointer}/nodes`);
}

function namesOf<T>(entries: readonly (readonly [key: string | undefined, T])[], areRead: boolean): Names<T> {
  const byKey = new Map<string, T[]>();
  for (const [key, value] of entries) {
    const known = key === undefined ? undefined : byKey.get(key);
    if (known) known.push(value);
    else if (key !== undefined) byKey.set(key, [value]);
  }
  return { byKey, areAllKnown: areRead && byKey.size === entries.length };
}

function keyed<T>(
  parts: readonly Named<T>[],
  keyOf: (name: string) => string,
): readonly (readonly [string | undefined, Named<T>])[] {
  return parts.map((part) => [part.name === undefined ? undefined : keyOf(part.name), part]);
}

function named<T extends { readonly name: string }>(
  list: readonly Sound<T>[] | undefined,
  pointer: string,
): readonly Named<T>[] {
  return placed(list, pointer).map(({ value, pointer: place }) => {
    const { name } = value as { readonly name?: string };
    return { value: value as Part<T>, pointer: place, name };
  });
}
