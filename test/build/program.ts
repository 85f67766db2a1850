import { execFileSync } from 'node:child_process';
import { join } from 'node:path';
import { buildPowerShell } from '../../tools/powershell/build.mjs';
import { projectRoot } from '../gates/sources';

/** Builds what ships beside the code, the runbooks and the PowerShell, for tests that run before the package is built. */
export function buildProgram(): void {
  const args = ['--import', 'tsx', join('tools', 'runbooks.ts')];
  execFileSync(process.execPath, args, { cwd: projectRoot, stdio: 'ignore' });
  buildPowerShell();
}
