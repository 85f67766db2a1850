import type { PlanStep } from '../../src/core/plan/plan';
import { isOver } from '../../src/core/rehearsal/playing';
import { rehearse } from '../../src/node/rehearsal';
import type { UpgradeFolder } from '../../src/node/upgradeFolder';
import { builtProgram } from './shipped';

/**
 * Plays a rehearsal, each step on the simulated farm, and stops before a step.
 * @returns the step that it stopped at
 */
export async function playUntil(upgrade: UpgradeFolder, powershell: string, step: string): Promise<PlanStep> {
  const view = await upgrade.open();
  if (!view.ok) throw new Error(JSON.stringify(view.findings));
  const { steps } = view.value.progress.plan;
  const at = steps.findIndex((each) => each.step === step);
  const [wanted, before] = [steps[at], steps[at - 1]];
  if (!wanted || !before) throw new Error(`The plan has no step ${step}`);
  let isThere = isOver(view.value.progress, before.id);
  const played = await rehearse({
    upgrade,
    powershell: { path: powershell, from: 'MFA_UPGRADE_POWERSHELL' },
    programFolder: builtProgram,
    decided: new Map(),
    faults: [],
    print: () => undefined,
    onStep: ({ id }) => (isThere ||= id === before.id),
    isStopped: () => isThere,
  });
  if (!played.ok || !isThere) throw new Error(JSON.stringify(played));
  return wanted;
}
