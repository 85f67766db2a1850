import { mayHave, placed, type AdfsFarmContent } from './content';
import { called, isRead, lacks, nodesOf, type Inventory, type Named, type Names } from './inventory';
import { mistake, quoted, sentence, some, type Mistake } from './mistake';
import { asciiLowerCase, hostKey } from './names';

type AdfsPart = Named<AdfsFarmContent>;

/** Names that AD FS itself gives to its cloud providers (source ADFSMFA); the adapter is never one of them. */
const cloudProviders = ['AzureMfaAuthentication', 'AzurePrimaryAuthentication'];

/** The nodes of an AD FS farm by their names, and the farm in the words of a sentence. */
interface Nodes extends Names<string> {
  readonly of: string;
}

/** What can be said of an AD FS farm by itself. */
export function adfsFarmRules({ adfsFarms, nodeNames }: Inventory): readonly Mistake[] {
  return adfsFarms.flatMap((farm) => {
    const nodes = nodesBy(farm, nodeNames);
    return [
      ...registeringNode(farm),
      ...strangers(farm, nodes),
      ...firstBatch(farm, nodes),
      ...provider(farm),
      ...proxies(farm, nodes),
    ];
  });
}

/** A node that stands twice is told as such, and may be there in place of another one. */
function nodesBy(farm: AdfsPart, nodeNames: Inventory['nodeNames']): Nodes {
  const byKey = new Map(nodesOf(farm).map(({ value }) => [hostKey(value), [value]]));
  const areAllKnown =
    isRead(farm.value.nodes) && [...byKey.keys()].every((key) => nodeNames.byKey.get(key)?.length === 1);
  return { byKey, areAllKnown, of: called(farm, 'AD FS farm') };
}

/** WID has one node that writes, SQL has none that is special. Source: WID. */
function registeringNode(farm: AdfsPart): readonly Mistake[] {
  const { value, pointer } = farm;
  const { configurationDatabase: database, primary, registrar } = value;
  const name = sentence(called(farm, 'AD FS farm'));
  if (database === 'sql' && primary !== undefined) {
    const message = `${name} is on SQL Server and has no AD FS primary.`;
    const remedy = 'Take "primary" out. "registrar" can name the node that registers the adapter.';
    return [mistake('FarmPrimaryNotForSql', `${pointer}/primary`, message, remedy)];
  }
  const lacksPrimary = database === 'wid' && !mayHave(value, 'primary');
  if (database === 'wid' && registrar !== undefined) {
    const message = `${name} is on WID, where the AD FS primary registers the adapter.`;
    const remedy = lacksPrimary ? 'Write "primary" in its place, with the AD FS primary.' : 'Take "registrar" out.';
    return [mistake('FarmRegistrarNotForWid', `${pointer}/registrar`, message, remedy)];
  }
  if (!lacksPrimary) return [];
  const message = `${name} is on WID and names no AD FS primary.`;
  return [
    mistake('FarmPrimaryMissing', pointer, message, 'Add "primary" with the node that is the AD FS primary now.'),
  ];
}

/** Primary, registrar and first batch are nodes of the farm. */
function strangers(farm: AdfsPart, nodes: Nodes): readonly Mistake[] {
  const { value, pointer } = farm;
  const writer = value.configurationDatabase === 'sql' ? 'registrar' : 'primary'; // the other one is refused anyway
  const named = value[writer] === undefined ? [] : [{ value: value[writer], pointer: `${pointer}/${writer}` }];
  return [...named, ...placed(value.firstBatch, `${pointer}/firstBatch`)]
    .filter((host) => lacks(nodes, hostKey(host.value)))
    .map((host) => {
      const remedy = `Use one of its nodes: ${some(nodesOf(farm).map((node) => node.value))}. Or add it to them.`;
      const message = `${quoted(host.value)} is no node of ${nodes.of}.`;
      return mistake('FarmNotANode', host.pointer, message, remedy);
    });
}

/**
 * The first batch holds the node that registers, and leaves a node in traffic where there are several, unless another farm
 * serves the same people meanwhile. Source of the first half: WID.
 */
function firstBatch({ value, pointer }: AdfsPart, nodes: Nodes): readonly Mistake[] {
  const batch = new Set(placed(value.firstBatch, '').map((node) => hostKey(node.value)));
  const isOfNodes = isRead(value.firstBatch) && [...batch].every((node) => nodes.byKey.has(node));
  if (!isOfNodes || batch.size === 0) return []; // a stranger in it is told as such, and may stand for the node that is missing
  const registers = value.configurationDatabase === 'wid' ? value.primary : value.registrar;
  const place = `${pointer}/firstBatch`;
  if (registers !== undefined && nodes.byKey.has(hostKey(registers)) && !batch.has(hostKey(registers))) {
    const message = `The first batch of ${nodes.of} leaves out ${quoted(registers)}, which registers the adapter.`;
    return [mistake('FarmBatchWithoutRegistrar', place, message, `Add ${quoted(registers)} to the first batch.`)];
  }
  const isWhole = nodes.areAllKnown && nodes.byKey.size > 1 && batch.size === nodes.byKey.size;
  const mayLeaveAsWhole = mayHave(value, 'interchangeableWith') && value.interchangeableWith?.length !== 0;
  if (!isWhole || mayLeaveAsWhole) return [];
  const message = `The first batch of ${nodes.of} holds all of its nodes, so that none is left in traffic.`;
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

function proxies({ value, pointer }: AdfsPart, nodes: Nodes): readonly Mistake[] {
  return placed(value.proxies, `${pointer}/proxies`)
    .filter((proxy) => nodes.byKey.has(hostKey(proxy.value)))
    .map((proxy) => {
      const message = `${quoted(proxy.value)} is a node of ${nodes.of}, and its proxy too.`;
      return mistake('FarmProxyIsNode', proxy.pointer, message, 'Leave it in one of the two lists.');
    });
}

/** A node belongs to one AD FS farm. */
export function sharedNodes({ adfsFarms, nodeNames }: Inventory): readonly Mistake[] {
  return adfsFarms.flatMap((farm) =>
    nodesOf(farm).flatMap((node) => {
      const first = nodeNames.byKey.get(hostKey(node.value))?.[0] ?? farm;
      if (first === farm) return [];
      const message = `${quoted(node.value)} is a node of ${called(first, 'AD FS farm')} and of ${called(farm)}.`;
      return [mistake('FarmNodeInTwoFarms', node.pointer, message, 'Leave it to the farm that it belongs to.')];
    }),
  );
}
