import { placed, type AdfsFarmContent, type Placed } from './content';
import { nodesOf, type Inventory, type Named } from './inventory';
import { mistake, quoted, some, type Mistake } from './mistake';
import { asciiLowerCase, hostKey, nameKey } from './names';

type AdfsPart = Named<AdfsFarmContent>;

/** Names that AD FS itself gives to its cloud providers (source ADFSMFA); the adapter is never one of them. */
const cloudProviders = ['AzureMfaAuthentication', 'AzurePrimaryAuthentication'];

/** What can be said of an AD FS farm by itself. */
export function adfsFarmRules({ adfsFarms }: Inventory): readonly Mistake[] {
  return adfsFarms.flatMap((farm) => {
    const nodes = new Set(nodesOf(farm).map(({ value }) => hostKey(value)));
    return [
      ...registeringNode(farm),
      ...strangers(farm, nodes),
      ...firstBatch(farm),
      ...provider(farm),
      ...proxies(farm, nodes),
    ];
  });
}

/** WID has one node that writes, SQL has none that is special. Source: WID. */
function registeringNode({ name, value, pointer }: AdfsPart): readonly Mistake[] {
  const { configurationDatabase: database, primary, registrar } = value;
  const found: Mistake[] = [];
  if (database === 'wid' && !Object.hasOwn(value, 'primary')) {
    const message = `AD FS farm ${quoted(name)} is on WID and names no AD FS primary.`;
    found.push(
      mistake('FarmPrimaryMissing', pointer, message, 'Add "primary" with the node that is the AD FS primary now.'),
    );
  }
  if (database === 'sql' && primary !== undefined) {
    const message = `AD FS farm ${quoted(name)} is on SQL Server and has no AD FS primary.`;
    const remedy = 'Take "primary" out. "registrar" can name the node that registers the adapter.';
    found.push(mistake('FarmPrimaryNotForSql', `${pointer}/primary`, message, remedy));
  }
  if (database === 'wid' && registrar !== undefined) {
    const message = `AD FS farm ${quoted(name)} is on WID, where the AD FS primary registers the adapter.`;
    found.push(mistake('FarmRegistrarNotForWid', `${pointer}/registrar`, message, 'Take "registrar" out.'));
  }
  return found;
}

/** Primary, registrar and first batch are nodes of the farm. */
function strangers(farm: AdfsPart, nodes: ReadonlySet<string>): readonly Mistake[] {
  const { name, value, pointer } = farm;
  if (value.nodes === undefined || value.nodes.includes(undefined)) return [];
  const writer = value.configurationDatabase === 'sql' ? 'registrar' : 'primary'; // the other one is refused anyway
  const named = value[writer] === undefined ? [] : [{ value: value[writer], pointer: `${pointer}/${writer}` }];
  return [...named, ...placed(value.firstBatch, `${pointer}/firstBatch`)]
    .filter((host) => !nodes.has(hostKey(host.value)))
    .map((host) => {
      const remedy = `Use one of its nodes: ${some(nodesOf(farm).map((node) => node.value))}. Or add it to them.`;
      const message = `${quoted(host.value)} is no node of AD FS farm ${quoted(name)}.`;
      return mistake('FarmNotANode', host.pointer, message, remedy);
    });
}

/**
 * The first batch holds the node that registers, and leaves a node in traffic where there are several, unless another farm
 * serves the same people meanwhile. Source of the first half: WID.
 */
function firstBatch({ name, value, pointer }: AdfsPart): readonly Mistake[] {
  const batch = value.firstBatch;
  if (!batch || batch.length === 0 || batch.includes(undefined)) return [];
  const keys = new Set(batch.map((node) => hostKey(node ?? '')));
  const registers = value.configurationDatabase === 'wid' ? value.primary : value.registrar;
  const place = `${pointer}/firstBatch`;
  if (registers !== undefined && !keys.has(hostKey(registers))) {
    const message = `The first batch of AD FS farm ${quoted(name)} leaves out ${quoted(registers)}, which registers the adapter.`;
    return [mistake('FarmBatchWithoutRegistrar', place, message, `Add ${quoted(registers)} to the first batch.`)];
  }
  const nodes = new Set((value.nodes ?? []).map((node) => hostKey(node ?? '')));
  const isWhole = nodes.size > 1 && [...nodes].every((node) => keys.has(node));
  if (!isWhole || (Object.hasOwn(value, 'interchangeableWith') && value.interchangeableWith?.length !== 0)) return [];
  const message = `The first batch of AD FS farm ${quoted(name)} holds all of its nodes, so that none is left in traffic.`;
  return [mistake('FarmBatchWholeFarm', place, message, 'Leave at least one node for the second batch.')];
}

function provider({ value, pointer }: AdfsPart): readonly Mistake[] {
  const name = value.registeredProvider;
  if (name === undefined) return [];
  const cloud = cloudProviders.find((known) => asciiLowerCase(known) === asciiLowerCase(name));
  if (!cloud) return [];
  const message = `${cloud} is a cloud provider that AD FS brings itself, not the adapter of MFA Server.`;
  const remedy = 'Use the name under which the adapter of MFA Server is registered.';
  return [mistake('FarmCloudProvider', `${pointer}/registeredProvider`, message, remedy)];
}

function proxies({ name, value, pointer }: AdfsPart, nodes: ReadonlySet<string>): readonly Mistake[] {
  return placed(value.proxies, `${pointer}/proxies`)
    .filter((proxy) => nodes.has(hostKey(proxy.value)))
    .map((proxy) => {
      const message = `${quoted(proxy.value)} is a node of AD FS farm ${quoted(name)}, and its proxy too.`;
      return mistake('FarmProxyIsNode', proxy.pointer, message, 'Leave it in one of the two lists.');
    });
}

/** A node belongs to one AD FS farm. */
export function sharedNodes({ adfsFarms, farmsByNode }: Inventory): readonly Mistake[] {
  return adfsFarms.flatMap((farm) =>
    nodesOf(farm).flatMap((node) => {
      const first = farmsByNode.get(hostKey(node.value)) ?? farm;
      if (first === farm) return [];
      const message = `${quoted(node.value)} is a node of AD FS farm ${quoted(first.name)} and of ${quoted(farm.name)}.`;
      return [mistake('FarmNodeInTwoFarms', node.pointer, message, 'Leave it to the farm that it belongs to.')];
    }),
  );
}

/** Interchangeable farms name each other. */
export function interchangeableFarms({ adfsFarms }: Inventory): readonly Mistake[] {
  const partners = new Map(adfsFarms.map((farm) => [nameKey(farm.name), partnersOf(farm)]));
  return adfsFarms.flatMap((farm) =>
    placed(farm.value.interchangeableWith, `${farm.pointer}/interchangeableWith`).flatMap((other) => {
      const known = partners.get(nameKey(other.value));
      if (!known) return [unknownFarm(other, adfsFarms)];
      if (nameKey(other.value) === nameKey(farm.name)) return [interchangeableWithItself(other)];
      return known.has(nameKey(farm.name)) ? [] : [oneSided(farm.name, other)];
    }),
  );
}

function partnersOf({ value }: AdfsPart): ReadonlySet<string> {
  return new Set((value.interchangeableWith ?? []).map((name) => nameKey(name ?? '')));
}

function unknownFarm({ value, pointer }: Placed<string>, farms: readonly AdfsPart[]): Mistake {
  const remedy = `Use one of: ${some(farms.map(({ name }) => name))}.`;
  return mistake('FarmUnknownAdfsFarm', pointer, `No AD FS farm is named ${quoted(value)}.`, remedy);
}

function interchangeableWithItself({ value, pointer }: Placed<string>): Mistake {
  const message = `AD FS farm ${quoted(value)} is named as interchangeable with itself.`;
  return mistake('FarmInterchangeableWithItself', pointer, message, 'Name the other farm.');
}

function oneSided(name: string, { value, pointer }: Placed<string>): Mistake {
  const message = `${quoted(name)} is named as interchangeable with ${quoted(value)}, which does not name it.`;
  const remedy = `Add ${quoted(name)} to "interchangeableWith" of ${quoted(value)}, or take it out here.`;
  return mistake('FarmInterchangeableOneSided', pointer, message, remedy);
}
