import fc from 'fast-check';
import type { Farm } from '../../src/core/farm/farm';
import { compile } from '../../src/core/plan/compile';
import type { Plan } from '../../src/core/plan/plan';
import { loadRunbooks } from '../../src/core/runbook/load';
import type { Runbook } from '../../src/core/runbook/runbook';
import { readRunbookFiles, runbookNames } from '../../tools/runbookInput';
import { anyFarm } from '../property/anyFarm';

const files = readRunbookFiles();
const loaded = loadRunbooks(files, runbookNames(files));
if (!loaded.ok) throw new Error(JSON.stringify(loaded.findings, undefined, 1));

/** The runbooks as they stand in the sources, by id. */
export const shippedRunbooks: ReadonlyMap<string, Runbook> = new Map(
  loaded.value.map((runbook) => [runbook.id, runbook]),
);

/** The plan of a farm by the runbook that it goes by, or that the decisions name. */
export function planOf(farm: Farm, decided: ReadonlyMap<string, string> = new Map()): Plan {
  const id = decided.get('runbook') ?? (farm.hosts.some((host) => host.phoneFactorAgent) ? 'phonefactor' : 'in-place');
  const runbook = shippedRunbooks.get(id);
  if (!runbook) throw new Error(`There is no runbook ${id}`);
  const plan = compile({ farm, farmHash: 'f', runbook, runbookHash: 'r', decided, mode: 'production' });
  if (!plan.ok) throw new Error(JSON.stringify(plan.findings));
  return plan.value;
}

/** Decisions that a person could take for a farm. */
function anyDecisions(farm: Farm): fc.Arbitrary<ReadonlyMap<string, string>> {
  const [major = 0] = farm.targetVersion.split('.').map(Number);
  const isMfaServer = !farm.hosts.some((host) => host.phoneFactorAgent);
  const subordinates = farm.hosts.filter((host) => host.mfaServer?.role === 'subordinate').map(({ name }) => name);
  const choices: Readonly<Record<string, readonly string[]>> = {
    agents: ['oneByOne', 'together'],
    mobileAppWebService: major >= 8 ? ['keep', 'remove'] : ['keep'],
    sdkVirtualDirectory: ['keep', 'new'],
    portalVirtualDirectory: ['keep', 'new'],
    wayBack: ['installer', 'snapshot', 'none'],
    ...(farm.targetVersion === '8.1' && isMfaServer && { runbook: ['in-place', 'migrate'] }),
    ...(subordinates.length > 0 && { promote: subordinates }),
    ...Object.fromEntries(farm.adfsFarms.map(({ name }) => [`rule.${name}.1`, ['keep', 'edit']])),
  };
  const each = Object.entries(choices).map(([key, values]) => fc.tuple(fc.constant(key), fc.constantFrom(...values)));
  return fc
    .tuple(fc.tuple(...each), fc.subarray(Object.keys(choices)))
    .map(([pairs, keys]) => new Map(pairs.filter(([key]) => keys.includes(key))));
}

/** Any farm, and decisions that fit it. */
export const anyFarmWithDecisions: fc.Arbitrary<readonly [Farm, ReadonlyMap<string, string>]> = anyFarm.chain((farm) =>
  anyDecisions(farm).map((decided) => [farm, decided] as const),
);
