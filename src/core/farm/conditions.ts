import { hostNamed, mfaServers } from './hosts';
import type { Scope } from './selectors';

/** Whether a condition holds for a target, and when not, why: a sentence that stands beside "not needed". */
export type Verdict = { readonly holds: true } | { readonly holds: false; readonly reason: string };

type Condition = (scope: Scope, target: string) => Verdict;

const verdict = (holds: boolean, reason: string): Verdict => (holds ? { holds } : { holds, reason });

const conditions: ReadonlyMap<string, Condition> = new Map<string, Condition>([
  ['severalMfaServers', ({ farm }) => verdict(mfaServers(farm).length > 1, 'The farm has one MFA server.')],
  ['singleMfaServer', ({ farm }) => verdict(mfaServers(farm).length === 1, 'The farm has several MFA servers.')],
  [
    'hasWebServiceSdk',
    ({ farm }, target) =>
      verdict(hostNamed(farm, target)?.webServiceSdk !== undefined, `${target} has no Web Service SDK.`),
  ],
  [
    'wayBackIsInstaller',
    ({ decide }) =>
      verdict((decide('wayBack') ?? 'installer') === 'installer', 'The way back is not the old installer.'),
  ],
]);

/** The closed list of condition names that a step's `when` may use. */
export const conditionNames: ReadonlySet<string> = new Set(conditions.keys());

/**
 * Does the condition hold for this target?
 * @param name one of `conditionNames`; the runbook loader has checked it
 * @throws when the name is unknown: a runbook that was not checked
 */
export function judge(name: string, scope: Scope, target: string): Verdict {
  const condition = conditions.get(name);
  if (!condition) throw new Error(`The runbook names a condition that does not exist: ${name}`);
  return condition(scope, target);
}
