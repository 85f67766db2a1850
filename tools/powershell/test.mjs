// All Pester tests in one process of the pinned PowerShell: `node tools/powershell/test.mjs [--coverage] [FILE]`.
// What ships is tested, from a folder of its own; coverage is measured on the sources, takes half as long again, and belongs to
// `npm run prove`. Ends with `N passed, N failed` and the matching exit code.
import { rmSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { parseArgs } from 'node:util';
import { runShown } from '../child.mjs';
import { root } from '../project.mjs';
import { pinnedScriptAnalyzer } from './analyzer.mjs';
import { buildPowerShell } from './build.mjs';
import { pinnedPester, pinnedPowerShell, quietEnvironment } from './install.mjs';

const script = join(dirname(fileURLToPath(import.meta.url)), 'run.ps1');
const { values, positionals } = parseArgs({ options: { coverage: { type: 'boolean' } }, allowPositionals: true });
const measured = values.coverage ? ['-Sources', join(root, 'powershell'), '-CoverageTarget', '85'] : [];
const what = ['-Tests', positionals[0] ?? join(root, 'test', 'powershell'), ...measured];
const modules = values.coverage ? 'powershell' : 'out/powershell';
if (!values.coverage) {
  rmSync(join(root, modules), { recursive: true, force: true }); // what a file of an earlier build defines would count too
  buildPowerShell(modules);
}
const env = {
  ...quietEnvironment,
  MFA_UPGRADE_POWERSHELL: pinnedPowerShell(),
  MFA_UPGRADE_MODULES: join(root, modules),
  MFA_UPGRADE_PESTER: pinnedPester(),
  MFA_UPGRADE_SCRIPT_ANALYZER: pinnedScriptAnalyzer(),
};
const { code } = await runShown(
  pinnedPowerShell(),
  ['-NoLogo', '-NoProfile', '-NonInteractive', '-File', script, '-Pester', pinnedPester(), ...what],
  { cwd: root, env },
);
process.exitCode = code;
