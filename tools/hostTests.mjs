// Runs the in-host suite in a real extension host. `node tools/hostTests.mjs [--lane floor] [--desktop]`
import { cpSync, mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { parseArgs } from 'node:util';
import { runTests } from '@vscode/test-electron';
import { root } from './project.mjs';

const { values } = parseArgs({
  options: { lane: { type: 'string', default: 'newest' }, desktop: { type: 'boolean' } },
});

/** Without a path test-electron downloads VS Code itself: the desktop way. */
const ours = { vscodeExecutablePath: join(root, 'tools', 'vscode', 'launcher.mjs') };

// test-electron hands on Ctrl+C alone; a SIGTERM must not leave VS Code behind either.
process.once('SIGTERM', () => process.emit('SIGINT'));

const folder = mkdtempSync(join(tmpdir(), 'mfa-host-'));
try {
  cpSync(join(root, 'samples', 'contoso'), folder, { recursive: true });
  await runTests({
    ...(values.desktop ? {} : ours),
    extensionDevelopmentPath: root,
    extensionTestsPath: join(root, 'out', 'test', 'host', 'index.js'),
    launchArgs: [folder],
    extensionTestsEnv: { MFA_UPGRADE_LANE: values.lane },
  });
} catch (error) {
  process.stderr.write(`${error instanceof Error ? error.message : String(error)}\n`);
  process.exitCode = 1;
} finally {
  rmSync(folder, { recursive: true, force: true, maxRetries: 5 });
}
