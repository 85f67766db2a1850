import type { Farm, Host } from './farm';
import { masterOf, mfaServers, subordinatesOf } from './hosts';

/** What a selector, a condition or a parameter value may look at. Reading a decision through `decide` is noted by the compiler. */
export interface Scope {
  readonly farm: Farm;
  /** Value of a decision in force, undefined while it is open. */
  readonly decide: (key: string) => string | undefined;
}

type Selector = (scope: Scope) => readonly string[];

const names = (hosts: readonly Host[]): readonly string[] => hosts.map((host) => host.name);

const selectors: ReadonlyMap<string, Selector> = new Map<string, Selector>([
  ['farm', ({ farm }) => [farm.name]],
  ['hosts', ({ farm }) => names(farm.hosts)],
  ['adfsFarms', ({ farm }) => farm.adfsFarms.map((adfs) => adfs.name)],
  ['mfaServers', ({ farm }) => names(mfaServers(farm))],
  ['master', ({ farm }) => names([masterOf(farm)].filter((host) => host !== undefined))],
  ['subordinates', ({ farm }) => names(subordinatesOf(farm))],
  ['promotedServer', promotedServer],
]);

/** A farm of one server promotes nobody; its own name stands for the step, so that "not needed" can be said of something. */
function promotedServer({ farm, decide }: Scope): readonly string[] {
  const host = mfaServers(farm).length > 1 ? decide('promote') : masterOf(farm)?.name;
  return host === undefined ? [] : [host];
}

/** The closed list of selector names that a step's `for` may use. */
export const selectorNames: ReadonlySet<string> = new Set(selectors.keys());

/**
 * Targets of a selector, in the order of farm.json.
 * @param name one of `selectorNames`; the runbook loader has checked it
 * @throws when the name is unknown: a runbook that was not checked
 */
export function selectTargets(name: string, scope: Scope): readonly string[] {
  const selector = selectors.get(name);
  if (!selector) throw new Error(`The runbook names a selector that does not exist: ${name}`);
  return selector(scope);
}
