// All Pester tests in one process of the pinned PowerShell, with coverage: `node tools/powershell/test.mjs [FILE]`.
// A file runs alone and without coverage. Ends with `N passed, N failed` and the matching exit code.
import { dirname, join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { runShown } from '../child.mjs';
import { root } from '../project.mjs';
import { pinnedScriptAnalyzer } from './analyzer.mjs';
import { pinnedPester, pinnedPowerShell, quietEnvironment } from './install.mjs';

const script = join(dirname(fileURLToPath(import.meta.url)), 'run.ps1');
const [only] = process.argv.slice(2);
const what = only
  ? ['-Tests', only]
  : ['-Tests', join(root, 'test', 'powershell'), '-Sources', join(root, 'powershell'), '-CoverageTarget', '85'];
const env = {
  ...quietEnvironment,
  MFA_UPGRADE_POWERSHELL: pinnedPowerShell(),
  MFA_UPGRADE_PESTER: pinnedPester(),
  MFA_UPGRADE_SCRIPT_ANALYZER: pinnedScriptAnalyzer(),
};
const { code } = await runShown(
  pinnedPowerShell(),
  ['-NoLogo', '-NoProfile', '-NonInteractive', '-File', script, '-Pester', pinnedPester(), ...what],
  { cwd: root, env },
);
process.exitCode = code;
