import {
  placed,
  type AdfsFarmContent,
  type ClientContent,
  type FarmContent,
  type HostContent,
  type LoadBalancerContent,
  type Placed,
  type Sound,
} from './content';
import { hostKey } from './names';

/** A part of the farm file of which some members may be missing. */
type Part<T> = NonNullable<Sound<T>>;

/** A part by its name; by its pointer, which is no name, where the name was refused or is missing. */
export interface Named<T> extends Placed<Part<T>> {
  readonly name: string;
}

/** The farm file as the rules look at it: what is there, by name, built once. */
export interface Inventory {
  readonly content: Part<FarmContent>;
  readonly hosts: readonly Named<HostContent>[];
  readonly adfsFarms: readonly Named<AdfsFarmContent>[];
  readonly loadBalancers: readonly Named<LoadBalancerContent>[];
  readonly clients: readonly Named<ClientContent>[];
  /** Host key -> the first host of that name. */
  readonly hostsByKey: ReadonlyMap<string, Named<HostContent>>;
  /** Host key -> the first AD FS farm that has it as a node. */
  readonly farmsByNode: ReadonlyMap<string, Named<AdfsFarmContent>>;
}

/** Takes the sound parts of a farm file; Linear. */
export function takeInventory(sound: Sound<FarmContent>): Inventory {
  const content = sound ?? {};
  const hosts = named<HostContent>(content.hosts, '/hosts');
  const adfsFarms = named<AdfsFarmContent>(content.adfsFarms, '/adfsFarms');
  const nodes = adfsFarms.flatMap((farm) =>
    nodesOf(farm).map(({ value }): [string, Named<AdfsFarmContent>] => [hostKey(value), farm]),
  );
  return {
    content,
    hosts,
    adfsFarms,
    loadBalancers: named<LoadBalancerContent>(content.loadBalancers, '/loadBalancers'),
    clients: named<ClientContent>(content.clients, '/clients'),
    hostsByKey: firstByKey(hosts.map((host) => [hostKey(host.name), host])),
    farmsByNode: firstByKey(nodes),
  };
}

/** The nodes of an AD FS farm, each with its place. */
export function nodesOf({ value, pointer }: Named<AdfsFarmContent>): readonly Placed<string>[] {
  return placed(value.nodes, `${pointer}/nodes`);
}

/** Of entries with the same key the first one counts. */
export function firstByKey<T>(entries: readonly (readonly [string, T])[]): ReadonlyMap<string, T> {
  return new Map([...entries].reverse());
}

function named<T extends { readonly name: string }>(
  list: readonly Sound<T>[] | undefined,
  pointer: string,
): readonly Named<T>[] {
  return placed(list, pointer).map(({ value, pointer: place }) => {
    const { name } = value as { readonly name?: string };
    return { value: value as Part<T>, pointer: place, name: name ?? place };
  });
}
