// Runs every check that reads the sources: `node tools/lint.mjs`. Ends with `N passed, N failed` and the matching exit code.
import { existsSync } from 'node:fs';
import { join } from 'node:path';
import { runShown } from './child.mjs';
import { root } from './project.mjs';

const sources = ['src', 'webview-ui', 'test', 'tools', 'bench'].filter((folder) => existsSync(join(root, folder)));

/** eslint takes as long as the others together, so two at a time keep two processors busy. */
const lanes = [
  [{ name: 'eslint', module: 'eslint/bin/eslint.js', args: ['--max-warnings', '0', '--no-warn-ignored', '.'] }],
  [
    { name: 'prettier', module: 'prettier/bin/prettier.cjs', args: ['--check', '--log-level', 'warn', '.'] },
    { name: 'dependency-cruiser', module: 'dependency-cruiser/bin/dependency-cruise.mjs', args: sources },
    { name: 'knip', module: 'knip/bin/knip.js', args: ['--no-progress', '--no-config-hints'] },
  ],
];

/** A check's lines are held back until it has ended: two run at a time, and one that passes says nothing. */
async function runCheck({ name, module, args }) {
  const file = join(root, 'node_modules', module);
  const { code, lines } = await runShown(process.execPath, [file, ...args], { cwd: root, hides: () => true });
  process.stdout.write(code === 0 ? `lint: ${name} ok\n` : `lint: ${name} failed\n${lines.join('\n')}\n`);
  return code === 0;
}

async function runLane(checks) {
  const passed = [];
  for (const check of checks) passed.push(await runCheck(check));
  return passed;
}

const results = (await Promise.all(lanes.map(runLane))).flat();
const passed = results.filter(Boolean).length;
process.stdout.write(`${passed} passed, ${results.length - passed} failed\n`);
process.exitCode = passed === results.length ? 0 : 1;
