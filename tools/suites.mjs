// The suites of `npm test`. Each runs as a child process with its output shown, and gives { passed, failed, skipped }.
import { existsSync, mkdirSync, readFileSync, rmSync } from 'node:fs';
import { join } from 'node:path';
import { runShown } from './child.mjs';
import { outFolder, root } from './project.mjs';

const closing = /^(\d+) passed, (\d+) failed(?:, (\d+) skipped)?$/;

/** A child's closing line is not shown: the whole run has exactly one, its last. */
function runNode(args, env, options = {}) {
  return runShown(process.execPath, args, { cwd: root, env, hides: (line) => closing.test(line), ...options });
}

/** A crash and a run of nothing are failures, whatever was counted before. */
function judge({ passed, failed, skipped }, code) {
  const isSilent = failed === 0 && (code !== 0 || passed + skipped === 0);
  return { passed, failed: isSilent ? 1 : failed, skipped };
}

/** A program that ends with the closing line, or that only has an exit code: then it counts as one. */
async function runCounted(args, options) {
  const { code, lines } = await runNode(args, undefined, options);
  const found = lines.map((line) => closing.exec(line)).findLast(Boolean);
  if (!found) return { passed: code === 0 ? 1 : 0, failed: code === 0 ? 0 : 1, skipped: 0 };
  const [passed, failed, skipped = 0] = found.slice(1).map((number) => Number(number ?? 0));
  return judge({ passed, failed, skipped }, code);
}

/**
 * A mocha run writes its counts into a file; without the file it did not come to its end.
 * @param options of `runShown`: which lines it hides, and a limit
 */
export async function runWithCounts(name, args, env = {}, options = {}) {
  const folder = join(outFolder, 'counts');
  const file = join(folder, `${name}.json`);
  mkdirSync(folder, { recursive: true });
  rmSync(file, { force: true });
  const { code, lines } = await runNode(
    args,
    { ...env, MFA_UPGRADE_COUNTS: file },
    { isOver: () => existsSync(file), ...options },
  );
  const counts = existsSync(file) ? JSON.parse(readFileSync(file, 'utf8')) : { passed: 0, failed: 1, skipped: 0 };
  return { ...judge(counts, code), lines };
}

/** The arguments of Node that run these tests and write their counts. */
export function mochaArguments(globs, more = []) {
  const mocha = join('node_modules', 'mocha', 'bin', 'mocha.js');
  const reporter = ['--reporter', join(root, 'tools', 'mochaCounts.mjs')];
  return ['--import', 'tsx', mocha, '--forbid-only', '--fail-zero', ...reporter, ...more, ...globs];
}

/** All projects of tsconfig.json in one process, which reads what they share once. It counts as one. */
function checkTypes() {
  return runCounted([join('node_modules', 'typescript', 'bin', 'tsc'), '-b']);
}

/** Whatever lies in test/ and belongs to no other suite runs here, so that no test file is forgotten. */
function runUnit() {
  const others = ['test/host/**', 'test/e2e/**'].flatMap((glob) => ['--ignore', glob]);
  return runWithCounts('unit', mochaArguments(['test/**/*.test.ts'], ['--timeout', '20000', ...others]));
}

function runHost({ lane, desktop }) {
  const args = ['tools/hostTests.mjs', '--lane', lane, ...(desktop ? ['--desktop'] : [])];
  return runWithCounts('host', args);
}

function runE2e({ lane }) {
  const args = mochaArguments(['test/e2e/**/*.test.ts'], ['--timeout', '120000', '--exit']);
  return runWithCounts('e2e', args, { MFA_UPGRADE_LANE: lane });
}

/** In the order in which they run. Host and e2e look at what `package` has built. */
export const suites = {
  types: checkTypes,
  lint: () => runCounted(['tools/lint.mjs']),
  unit: runUnit,
  powershell: ({ show }) => runCounted(['tools/powershell/test.mjs'], show && { show }),
  package: () => runCounted(['tools/package.mjs']),
  host: runHost,
  e2e: runE2e,
};

/** The suites to run for a list of names (all without one), with `package` before those that need it. */
export function chooseSuites(only) {
  const names = only?.split(',') ?? Object.keys(suites);
  const unknown = names.find((name) => !Object.hasOwn(suites, name));
  if (unknown) throw new Error(`There is no suite "${unknown}". Known suites: ${Object.keys(suites).join(', ')}.`);
  const needsPackage = names.includes('host') || names.includes('e2e');
  return Object.keys(suites).filter((name) => names.includes(name) || (name === 'package' && needsPackage));
}
