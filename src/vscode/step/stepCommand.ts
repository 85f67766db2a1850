import { t } from '@vscode/l10n';
import { hostOf } from '../../core/farm/selectors';
import type { PlanStep } from '../../core/plan/plan';
import { visible } from '../../core/report/visible';
import { commandText } from '../../core/run/commandText';
import { parametersOf, type ParameterValue } from '../../core/run/parameters';
import type { Progress } from '../../core/upgrade/progress';

/**
 * The command that a run of this step stands for, as a person could type it; undefined when a person does the step.
 * Before the upgrade is opened its id is not there yet, and the command says so.
 */
export function stepCommand(
  { function: act, target, definition }: PlanStep,
  { plan, upgrade }: Progress,
): string | undefined {
  if (act === undefined) return undefined;
  const decide = (key: string): string | undefined => plan.decisions.get(key)?.value;
  const upgradeId = upgrade?.upgradeId ?? t('<made when the upgrade begins>');
  const host = hostOf({ farm: plan.farm, decide }, target);
  const parameters = parametersOf({ farm: plan.farm, decide, step: definition, target: host, upgradeId });
  return commandText(act, shownParameters({ ComputerName: host, ...parameters }));
}

/** What cannot be seen in a value is written out: the command that is read is the command that is copied. */
function shownParameters(
  parameters: Readonly<Record<string, ParameterValue>>,
): Readonly<Record<string, ParameterValue>> {
  return Object.fromEntries(Object.entries(parameters).map(([name, value]) => [name, shownValue(value)]));
}

function shownValue(value: ParameterValue): ParameterValue {
  if (typeof value === 'string') return visible(value);
  return typeof value === 'object' ? value.map(visible) : value;
}
