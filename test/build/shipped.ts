import { randomUUID } from 'node:crypto';
import { hostname } from 'node:os';
import { join, resolve } from 'node:path';
import type { Plan, PlanStep, StepId } from '../../src/core/plan/plan';
import { isThrough } from '../../src/core/upgrade/stepHistory';
import { placeOf } from '../../src/node/place';
import { readRunbooks } from '../../src/node/runbooks';
import { systemClock } from '../../src/node/systemClock';
import { UpgradeFolder } from '../../src/node/upgradeFolder';

const root = resolve(__dirname, '..', '..');

/** Where the build puts what ships beside the code: the runbooks, and the PowerShell. */
export const builtProgram = join(root, 'dist');
const builtRunbooks = join(builtProgram, 'runbooks.json');

/** A rehearsal with the runbooks as they were built, by another pair of hands than the window's. */
export async function aRehearsal(folder: string, runbooks = builtRunbooks): Promise<UpgradeFolder> {
  return new UpgradeFolder(placeOf(folder, 'rehearsal'), {
    runbooks: await readRunbooks(runbooks),
    extensionVersion: '0.1.0',
    clock: systemClock,
    actor: { user: 'anna', computer: hostname() }, // the window's own, so that it does not ask whether to go on here
    newId: randomUUID,
  });
}

/** Attests and decides everything that a step waits for, until it is ready. @returns its id */
export async function makeReady(
  upgrade: UpgradeFolder,
  step: string,
  decided: Readonly<Record<string, string>> = {},
): Promise<StepId> {
  const opened = await upgrade.open();
  if (!opened.ok) throw new Error(JSON.stringify(opened.findings));
  const { plan, steps } = opened.value.progress;
  const wanted = plan.steps.find((other) => other.step === step);
  if (!wanted) throw new Error(`The plan has no step ${step}`);
  const before = ancestorsOf(plan, wanted);
  const isOpen = ({ id }: PlanStep): boolean => !isThrough(steps.get(id)?.happened ?? 'nothing');
  for (const each of plan.steps) if (before.has(each.id) && isOpen(each)) await through(upgrade, each, decided);
  return wanted.id;
}

function ancestorsOf(plan: Plan, step: PlanStep): ReadonlySet<StepId> {
  const found = new Set<StepId>(step.after);
  for (const each of [...plan.steps].reverse()) if (found.has(each.id)) for (const id of each.after) found.add(id);
  return found;
}

const choices: Readonly<Record<string, string>> = {
  purpose: 'lab',
  wayBack: 'snapshot',
  installer: 'C:\\Installers\\MultiFactorAuthenticationServerSetup.exe',
  previousInstaller: 'C:\\Installers\\Previous\\MultiFactorAuthenticationServerSetup.exe',
  vcRuntimeFolder: 'C:\\Installers\\VisualCpp',
};

async function through(
  upgrade: UpgradeFolder,
  step: PlanStep,
  decided: Readonly<Record<string, string>>,
): Promise<void> {
  const key = step.decides;
  if (key === 'runbook') return;
  const value = decided[key ?? ''] ?? choices[key ?? ''] ?? '';
  const written =
    key === undefined
      ? await upgrade.perform({ kind: 'attest', step: step.id, how: 'seen' }, () => ({
          type: 'attested',
          step: step.id,
          how: 'seen',
        }))
      : await upgrade.perform({ kind: 'decide', key, value }, () => ({ type: 'decided', key, value }));
  if (!written.ok) throw new Error(JSON.stringify(written.findings));
}
