import { spawn } from 'node:child_process';
import type { StepId } from '../core/plan/plan';
import { refused, type Result } from '../core/report/result';
import { placeOfDirectory } from '../node/place';
import { findPowerShell, runArguments, type PowerShell } from '../node/powershell';
import { runEnvironment } from '../node/runFolder';
import { findOut, forgetLook, settleBy, type FindOut } from '../node/settle';
import { UpgradeFolder, type World } from '../node/upgradeFolder';
import { notPossible, type Answer } from './answer';
import { isDamaged, noUpgrade } from './status';

/** `settle DIR STEP`: finds out how a step stands of which nobody knows, by the same look at the host that *Find Out* takes. */
export async function settleVerb(
  directory: string,
  step: string,
  programFolder: string,
  world: World,
): Promise<Answer> {
  const place = await placeOfDirectory(directory);
  if (!place) return notPossible([noUpgrade(directory)]);
  const folder = new UpgradeFolder(place, world);
  const id = step as StepId;
  const found = await findOut(folder, id, { defaultTransport: process.platform === 'win32' ? 'winrm' : 'ssh' });
  if (!found.ok) return { ...notPossible(found.findings), exitCode: (await takesNoRecord(folder)) ? 1 : 2 };
  const { value } = found;
  if (value.kind !== 'look' && value.kind !== 'wait') return answerFor(step, value);
  const { kind, prepared } = value;
  const powershell = findPowerShell({ setting: '', env: process.env, platform: process.platform, isCommandLine: true });
  if (!powershell.ok) {
    if (kind === 'look') await forgetLook(prepared);
    return notPossible(powershell.findings);
  }
  const end = await look(folder, id, value, powershell.value, programFolder);
  return end.ok ? answerFor(step, end.value) : { ...notPossible(end.findings), exitCode: 1 };
}

/** Then the answer is no, whatever was asked. */
async function takesNoRecord(folder: UpgradeFolder): Promise<boolean> {
  const view = await folder.read();
  return view.kind !== 'noFarm' && isDamaged(view.journal);
}

async function look(
  folder: UpgradeFolder,
  id: StepId,
  { kind, prepared }: Extract<FindOut, { kind: 'look' | 'wait' }>,
  { path }: PowerShell,
  programFolder: string,
): Promise<Result<FindOut>> {
  const options = {
    cwd: programFolder,
    env: { ...process.env, ...runEnvironment(prepared) },
    stdio: ['ignore', 2, 2] as const,
  };
  const child = spawn(path, [...runArguments(programFolder)], { ...options, stdio: [...options.stdio] });
  const ended = await new Promise<number | null | Error>((resolve) => {
    child.once('error', resolve);
    child.once('exit', resolve);
  });
  if (!(ended instanceof Error)) return settleBy(kind, folder, id, prepared);
  return refused([
    {
      code: 'PowerShellNotStarted',
      severity: 'error',
      message: `PowerShell could not be started. ${ended.message}`,
      remedy: 'Name another one in MFA_UPGRADE_POWERSHELL.',
    },
  ]);
}

function answerFor(step: string, found: FindOut): Answer {
  const { outcome, line } = wordsFor(found);
  const isGood = outcome === 'done' || outcome === 'refused';
  return {
    exitCode: isGood ? 0 : 1,
    json: { apiVersion: 1, step, outcome },
    lines: [`${step}: ${line}`],
    findings: [],
  };
}

function wordsFor(found: FindOut): { readonly outcome: string; readonly line: string } {
  switch (found.kind) {
    case 'settled':
      return { outcome: found.outcome, line: settledWords[found.outcome] };
    case 'stillRuns':
      return { outcome: 'running', line: `it still runs on this computer (process ${String(found.processId)}).` };
    case 'askPerson':
      return {
        outcome: 'unknown',
        line: 'only a person can see this. Look at it, then use Mark as Done in the checklist.',
      };
    case 'look':
      return { outcome: 'unknown', line: 'nobody has looked yet.' };
    case 'wait':
      return { outcome: 'unknown', line: 'its bundle is not back yet.' };
  }
}

const settledWords = {
  done: 'its effect is there. It is done.',
  failed: 'its effect is not there. Run it again.',
  refused: 'it was never started. It stands where it stood before.',
  unknown: 'nobody can say yet.',
} as const;
