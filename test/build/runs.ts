import assert from 'node:assert/strict';
import { writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { stepId } from '../../src/core/plan/plan';
import type { FolderView, OpenView } from '../../src/node/folderView';
import { askStartTicks } from '../../src/node/powershell';
import { readStartTicks, type Taker } from '../../src/node/processes';
import { prepareRun, type PreparedRun } from '../../src/node/runFolder';
import type { UpgradeFolder } from '../../src/node/upgradeFolder';
import { aRunbook, aStep } from './runbooks';

export const runbook = aRunbook([
  aStep('hand'),
  aStep('run', { kind: 'run', run: 'Set-X', verify: 'Test-X', changes: true, for: 'mfaServers' }),
]);
export const hand = stepId('hand', 'Contoso');
export const run = stepId('run', 'mfa01.contoso.example');
export const options = { whatIf: false, defaultTransport: 'winrm' } as const;

export function opened(view: FolderView): OpenView {
  assert.equal(view.kind, 'open');
  return view;
}

export async function stateOf(upgrade: UpgradeFolder, id: typeof hand): Promise<string | undefined> {
  return opened(await upgrade.read()).progress.steps.get(id)?.state;
}

export async function prepare(upgrade: UpgradeFolder): Promise<PreparedRun> {
  const prepared = await prepareRun(upgrade, run, options);
  assert.ok(prepared.ok, JSON.stringify(prepared.findings));
  return prepared.value;
}

export function leaveResult({ folder, request, requestHash }: PreparedRun, more: Record<string, unknown> = {}): void {
  const result = {
    v: 1,
    run: request.run,
    step: request.step,
    requestHash,
    mode: request.mode,
    whatIf: false,
    outcome: 'done',
    verified: true,
    restartNeeded: false,
    computer: 'mfa01',
    evidence: {},
    findings: [],
    startedAt: '',
    endedAt: '',
    powershell: '7.6.9',
    ...more,
  };
  writeFileSync(join(folder, 'result.json'), JSON.stringify(result));
}

export const gone: Taker = { processId: 4_194_304, startTicks: '1', computer: 'ADMIN01' }; // beyond the largest process id of Linux

/** The mark that this process would leave, had it taken a run on the computer of the tests. */
export async function thisProcess(): Promise<Taker> {
  const startTicks = (await readStartTicks(process.pid)) ?? (await askStartTicks(process.pid)) ?? '1';
  return { processId: process.pid, startTicks, computer: 'ADMIN01' };
}

export function leaveMark({ folder }: PreparedRun, mark: Taker): void {
  writeFileSync(join(folder, 'taken'), `${JSON.stringify(mark)}\n`);
}
