import { execFileSync } from 'node:child_process';
import { cpSync, mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join, resolve } from 'node:path';
import { runArguments } from '../src/node/powershell';
import { prepareRun, runEnvironment, type PreparedRun } from '../src/node/runFolder';
import { aRehearsal, builtProgram, makeReady } from '../test/build/shipped';
import { buildPowerShell } from '../tools/powershell/build.mjs';
import { pinnedPowerShell } from '../tools/powershell/install.mjs';
import { median } from './median';

const root = resolve(__dirname, '..');

/** How long a start takes, in milliseconds. */
function timed(powershell: string, args: readonly string[], env: NodeJS.ProcessEnv): number {
  const start = performance.now();
  execFileSync(powershell, args, { env: { ...process.env, ...env }, stdio: 'ignore' });
  return performance.now() - start;
}

/** The same function on the same simulated host, called by nobody but PowerShell. */
function directCall({ request }: PreparedRun, hosts: string): readonly string[] {
  const modules = join(builtProgram, 'powershell');
  const given = Object.entries(request.parameters).map(([name, value]) => `-${name} ${quoted(value)}`);
  const lines = [
    `$module = Import-Module '${modules}/MfaServerUpgrade/MfaServerUpgrade.psd1' -PassThru`,
    `Import-Module '${modules}/MfaServerRehearsal/MfaServerRehearsal.psd1'`,
    `Enter-MfaRehearsalHost -Hosts '${hosts}' -Name '${request.host.name}' -RunFolder '${hosts}' -Module $module`,
    `${request.function} -ComputerName '${request.host.name}' ${given.join(' ')}`,
  ];
  return ['-NoLogo', '-NoProfile', '-NonInteractive', '-Command', lines.join('; ')];
}

function quoted(value: unknown): string {
  return Array.isArray(value) ? value.map((each) => `'${String(each)}'`).join(',') : `'${String(value)}'`;
}

/** A step through the script that runs every step, against the same PowerShell that calls its function. One line. */
export async function stepOverhead(): Promise<string> {
  buildPowerShell();
  const home = mkdtempSync(join(tmpdir(), 'mfa-bench-'));
  try {
    cpSync(join(root, 'samples', 'contoso'), join(home, 'contoso'), { recursive: true });
    const upgrade = await aRehearsal(join(home, 'contoso'));
    await makeReady(upgrade, 'check-readiness');
    const powershell = pinnedPowerShell();
    const view = await upgrade.read();
    const checks =
      view.kind === 'open' ? view.progress.plan.steps.filter(({ step }) => step === 'check-readiness') : [];
    const through: number[] = [];
    const direct: number[] = [];
    for (const { id } of checks) {
      const prepared = await prepareRun(upgrade, id, { whatIf: false, defaultTransport: 'ssh' });
      if (!prepared.ok) throw new Error(JSON.stringify(prepared.findings));
      through.push(timed(powershell, runArguments(builtProgram), runEnvironment(prepared.value)));
      direct.push(timed(powershell, directCall(prepared.value, upgrade.place.hosts), {}));
    }
    const [one, other] = [median(through), median(direct)];
    const rounds = `medians of ${String(through.length)}`;
    return `step through the script: ${one.toFixed(0)} ms, called directly ${other.toFixed(0)} ms, ${rounds} = ${(one / other).toFixed(2)} times (aim: at most 1.3)`;
  } finally {
    rmSync(home, { recursive: true, force: true });
  }
}
