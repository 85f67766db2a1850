import type { AdfsFarm } from '../../src/core/farm/farm';
import type { PlanStep } from '../../src/core/plan/plan';
import { carrying } from './planGraph';

interface Node {
  /** The new assembly is on it, the old one gone. */
  hasNew: boolean;
  /** It has started since it held the new assembly and the new registration. */
  hasLoadedNew: boolean;
  isInTraffic: boolean;
}

/** An AD FS farm as far as the adapter is concerned: one policy and one registration for all nodes, the rest on each node. */
interface World {
  policy: 'old' | 'none' | 'new';
  registered: 'old' | 'none' | 'new';
  isExported: boolean;
  readonly nodes: ReadonlyMap<string, Node>;
}

type Effect = (world: World, node: Node | undefined) => string | undefined;

const run =
  (verb: string) =>
  ({ definition }: PlanStep): boolean =>
    definition.run?.startsWith(`${verb}-`) === true;

/** What each instruction does to the farm, and what AD FS would refuse (facts 3.2 to 3.6). */
const effects: readonly (readonly [which: (step: PlanStep) => boolean, effect: Effect])[] = [
  [carrying('V6-FS-1a'), (world) => void (world.isExported = true)],
  [run('Suspend'), (_, node) => (node?.isInTraffic === true ? void (node.isInTraffic = false) : 'was out already')],
  [run('Resume'), (_, node) => (node?.isInTraffic === false ? void (node.isInTraffic = true) : 'was in already')],
  [run('Install'), (_, node) => (node ? void (node.hasNew = true) : 'is no node')],
  [
    carrying('V6-FS-4'),
    (world) => (world.policy === 'old' ? void (world.policy = 'none') : 'the old provider is not on'),
  ],
  [
    carrying('V6-FS-5'),
    (world) => {
      if (!world.isExported) return 'its configuration is not saved';
      if (world.policy !== 'none') return 'it is still in the policy';
      return world.registered === 'old' ? void (world.registered = 'none') : 'it is not registered';
    },
  ],
  [
    carrying('V6-FS-6'),
    (world, node) => {
      if (!node?.hasNew) return 'the node that registers has no new assembly';
      return world.registered === 'none' ? void (world.registered = 'new') : 'a provider is registered';
    },
  ],
  [
    run('Restart'),
    ({ registered }, node) => {
      if (!node) return 'is no node';
      node.hasLoadedNew = node.hasNew && registered === 'new';
      return undefined;
    },
  ],
  [
    carrying('V6-FS-9'),
    (world) =>
      world.policy === 'none' && world.registered === 'new' ? void (world.policy = 'new') : 'nothing to switch on',
  ],
];

/** Walks one order of a plan and says where the farm comes into a state that lets people in, locks them out, or is refused. */
export function walkAdfs(adfs: AdfsFarm, order: readonly PlanStep[]): readonly string[] {
  const nodes = adfs.nodes.map((name) => [name, { hasNew: false, hasLoadedNew: false, isInTraffic: true }] as const);
  const world: World = { policy: 'old', registered: 'old', isExported: false, nodes: new Map(nodes) };
  const found: string[] = [];
  for (const step of order) {
    if (!isOfFarm(step, adfs)) continue;
    const [, effect] = effects.find(([which]) => which(step)) ?? [];
    const problem = effect?.(world, world.nodes.get(step.target));
    if (problem !== undefined) found.push(`${step.id}: ${problem}`);
    found.push(...badStates(adfs, world).map((state) => `${step.id}: ${state}`));
  }
  if (world.policy !== 'new') found.push(`${adfs.name}: the new provider is not on at the end`);
  for (const [name, node] of world.nodes)
    if (!node.isInTraffic || !node.hasLoadedNew) found.push(`${name}: not in traffic with the new adapter at the end`);
  return found;
}

function isOfFarm(step: PlanStep, adfs: AdfsFarm): boolean {
  const isHere = step.target === adfs.name || adfs.nodes.includes(step.target);
  return isHere && step.definition.sources.some((source) => source.startsWith('V6-FS-'));
}

function badStates(adfs: AdfsFarm, { policy, nodes }: World): readonly string[] {
  const inTraffic = [...nodes].filter(([, node]) => node.isInTraffic);
  const mayBeEmpty = adfs.interchangeableWith.length > 0;
  return [
    ...(inTraffic.length === 0 && !mayBeEmpty ? ['no node is in traffic'] : []),
    ...inTraffic.flatMap(([name, node]) => {
      if (policy === 'old' && node.hasNew) return [`${name} has lost the old assembly and the old provider is on`];
      return policy === 'new' && !node.hasLoadedNew ? [`${name} does not know the new provider, which is on`] : [];
    }),
  ];
}
