import { execFile } from 'node:child_process';
import { statSync } from 'node:fs';
import { delimiter, isAbsolute, join } from 'node:path';
import { promisify } from 'node:util';
import type { Finding } from '../core/report/finding';
import { ok, refused, type Result } from '../core/report/result';
import { parseComputer, type Computer } from '../core/run/computer';

/** The PowerShell that runs the steps, and where it was found: shown to the person. */
export interface PowerShell {
  readonly path: string;
  readonly from: 'the setting' | 'MFA_UPGRADE_POWERSHELL' | 'pwsh' | 'Windows PowerShell';
}

export interface PowerShellSearch {
  /** Value of the setting `mfaUpgrade.powershell.path`, empty when it is not set. */
  readonly setting: string;
  readonly env: NodeJS.ProcessEnv;
  readonly platform: NodeJS.Platform;
  /** Only the command line takes `MFA_UPGRADE_POWERSHELL`. */
  readonly isCommandLine: boolean;
}

/** Finds PowerShell: what was named, else `pwsh` on the path, else Windows PowerShell 5.1. Nothing found is a finding with its remedy. */
export function findPowerShell({ setting, env, platform, isCommandLine }: PowerShellSearch): Result<PowerShell> {
  const variable = isCommandLine ? (env['MFA_UPGRADE_POWERSHELL'] ?? '') : '';
  if (variable !== '') return named(variable, 'MFA_UPGRADE_POWERSHELL');
  if (setting !== '') return named(setting, 'the setting');
  const onPath = pathEntries(env).map((folder) => join(folder, platform === 'win32' ? 'pwsh.exe' : 'pwsh'));
  const pwsh = onPath.find(isFile);
  if (pwsh !== undefined) return usable({ path: pwsh, from: 'pwsh' });
  const windows = join(env['SystemRoot'] ?? '', 'System32', 'WindowsPowerShell', 'v1.0', 'powershell.exe');
  return platform === 'win32' && isFile(windows)
    ? usable({ path: windows, from: 'Windows PowerShell' })
    : refused([notFound]);
}

function named(path: string, from: PowerShell['from']): Result<PowerShell> {
  return isAbsolute(path) && isFile(path) ? usable({ path, from }) : refused([notThere(path, from)]);
}

/** VS Code replaces `${...}` in a task's command: such a path would start something else. */
function usable(powershell: PowerShell): Result<PowerShell> {
  return powershell.path.includes('${') ? refused([unusablePath(powershell.path)]) : ok(powershell);
}

function pathEntries(env: NodeJS.ProcessEnv): readonly string[] {
  return (env['PATH'] ?? env['Path'] ?? '').split(delimiter).filter((folder) => isAbsolute(folder));
}

function isFile(path: string): boolean {
  return statSync(path, { throwIfNoEntry: false })?.isFile() ?? false;
}

/** The command line of every run: always the same, nothing of a farm, a config or a person on it. */
export function runArguments(programFolder: string, name = 'Invoke-UpgradeStep.ps1'): readonly string[] {
  const script = join(programFolder, 'powershell', name);
  return ['-NoLogo', '-NoProfile', '-NonInteractive', '-ExecutionPolicy', 'RemoteSigned', '-File', script];
}

/** Asks PowerShell what it is and what it may do here. Constant text: it runs also where scripts are forbidden. */
const question = [
  '$ErrorActionPreference = "Stop"',
  '$windows = $PSVersionTable.PSVersion.Major -lt 6 -or $IsWindows',
  '$elevated = $null',
  'if ($windows -and $ExecutionContext.SessionState.LanguageMode -eq "FullLanguage") { $elevated = (New-Object Security.Principal.WindowsPrincipal([Security.Principal.WindowsIdentity]::GetCurrent())).IsInRole([Security.Principal.WindowsBuiltInRole]::Administrator) }',
  '$policies = @(Get-ExecutionPolicy -List | ForEach-Object { @{ scope = "$($_.Scope)"; policy = "$($_.ExecutionPolicy)" } })',
  '@{ version = "$($PSVersionTable.PSVersion)"; edition = "$($PSVersionTable.PSEdition)"; languageMode = "$($ExecutionContext.SessionState.LanguageMode)"; windows = [bool]$windows; elevated = $elevated; policies = $policies } | ConvertTo-Json -Depth 4 -Compress',
].join('; ');

/** What this computer's PowerShell says of itself: version, language mode, execution policies, elevation. */
export async function askComputer(powershell: PowerShell): Promise<Result<Computer>> {
  const args = ['-NoLogo', '-NoProfile', '-NonInteractive', '-Command', question];
  const answer = await promisify(execFile)(powershell.path, args, { timeout: 60_000, windowsHide: true }).then(
    ({ stdout }) => parseComputer(stdout),
    () => undefined,
  );
  return answer ? ok(answer) : refused([noAnswer(powershell.path)]);
}

/** Constant text too: the process is named in the environment. */
const startQuestion =
  '(Get-Process -Id $env:MFA_UPGRADE_PROCESS -ErrorAction Stop).StartTime.ToFileTimeUtc().ToString([cultureinfo]::InvariantCulture)';

/** When a process of this computer started, in ticks, as PowerShell tells it; undefined when nothing answers or it may not be told. */
export async function askStartTicks(processId: number): Promise<string | undefined> {
  const powershell = findPowerShell({
    setting: '',
    env: process.env,
    platform: process.platform,
    isCommandLine: false,
  });
  if (!powershell.ok) return undefined;
  const args = ['-NoLogo', '-NoProfile', '-NonInteractive', '-Command', startQuestion];
  const env = { ...process.env, MFA_UPGRADE_PROCESS: String(processId) };
  const answer = await promisify(execFile)(powershell.value.path, args, {
    timeout: 60_000,
    windowsHide: true,
    env,
  }).then(
    ({ stdout }) => stdout.trim(),
    () => '',
  );
  return /^\d{1,20}$/.test(answer) ? answer : undefined;
}

const notFound: Finding = {
  code: 'PowerShellNotFound',
  severity: 'error',
  message: 'No PowerShell was found on this computer.',
  remedy: 'Install PowerShell 7, or name its full path in the setting mfaUpgrade.powershell.path.',
};

function notThere(path: string, from: string): Finding {
  return {
    code: 'PowerShellNotThere',
    severity: 'error',
    message: `There is no PowerShell at ${path}, which ${from} names.`,
    remedy: 'Give the full path of pwsh or powershell.exe.',
  };
}

function unusablePath(path: string): Finding {
  return {
    code: 'PowerShellPathUnusable',
    severity: 'error',
    message: `The path ${path} holds "\${", which VS Code would replace.`,
    remedy: 'Use a PowerShell in another folder.',
  };
}

function noAnswer(path: string): Finding {
  return {
    code: 'PowerShellNoAnswer',
    severity: 'error',
    message: `${path} was started and gave no answer.`,
    remedy: 'Start it by hand and see what it says.',
  };
}
