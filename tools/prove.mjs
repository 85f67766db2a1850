// `npm run prove`: the tests that are worth more the longer they run, in their long form, one after the other.
import { existsSync, readFileSync, rmSync } from 'node:fs';
import { join } from 'node:path';
import { runQuietly } from './child.mjs';
import { outFolder, root } from './project.mjs';
import { prepareTests } from './setup.mjs';
import { mochaArguments, runWithCounts } from './suites.mjs';

/** What proves, how it is made long, and the minutes that it may take on two cores. Together they are at most 45. */
const proofs = [
  {
    name: 'kill-matrix',
    minutes: 10,
    tests: ['test/unit/killMatrix.test.ts'],
    env: { MFA_UPGRADE_KILLS: 'all' },
  },
  {
    name: 'properties',
    minutes: 2,
    tests: ['test/property/**/*.test.ts'],
    env: { MFA_UPGRADE_ROUNDS: '16' },
  },
  {
    // Five minutes with its start and its end.
    name: 'config-mutations',
    minutes: 5,
    tests: ['test/unit/config.mutations.test.ts'],
    env: { MFA_UPGRADE_MUTATION_SECONDS: '285' },
  },
  {
    name: 'record-writers',
    minutes: 1,
    tests: ['test/unit/recordWriters.test.ts'],
    env: { MFA_UPGRADE_RECORDS: '2000' },
  },
  {
    name: 'orders',
    minutes: 8,
    tests: ['test/orders/orders.test.ts'],
    env: { MFA_UPGRADE_FARMS: '20000' },
  },
  {
    name: 'rehearsals',
    minutes: 4,
    tests: ['test/unit/rehearsal.wholeFarms.test.ts'],
    env: { MFA_UPGRADE_REHEARSALS: 'all' },
  },
  {
    name: 'ways-back',
    minutes: 2,
    tests: ['test/unit/rehearsal.waysBack.test.ts'],
    env: { MFA_UPGRADE_REHEARSALS: 'all' },
  },
  {
    name: 'powershell-coverage',
    minutes: 6,
    tests: ['test/prove/powershellCoverage.ts'],
    env: {},
  },
  {
    name: 'walks',
    minutes: 7,
    tests: ['unhappy', 'keyboard', 'adfs', 'compare', 'publish', 'registerScript'].map(
      (walk) => `test/e2e/${walk}.test.ts`,
    ),
    env: { MFA_UPGRADE_WALKS: 'all' },
  },
];

/** What a proof leaves beside its counts: its figures in one line, and a table. */
function reportOf(name, kind) {
  const file = join(outFolder, 'prove', `${name}.${kind}`);
  return { file, read: () => (existsSync(file) ? readFileSync(file, 'utf8').trim() : '') };
}

function figuresOf(name, env, { passed, failed, skipped }) {
  const long = Object.entries(env).map(([variable, value]) => `${variable}=${value}`);
  const counts = `${passed} tests passed, ${failed} failed${skipped > 0 ? `, ${skipped} skipped` : ''}`;
  return [reportOf(name, 'txt').read(), counts, ...long].filter((figure) => figure !== '').join('; ');
}

async function prove({ name, minutes, tests, env }) {
  for (const kind of ['txt', 'md']) rmSync(reportOf(name, kind).file, { force: true });
  const startedMs = performance.now();
  const options = { hides: () => true, limitMs: minutes * 60_000 };
  const { lines, ...counts } = await runWithCounts(
    `prove-${name}`,
    mochaArguments(tests, ['--timeout', '0', '--exit']),
    env,
    options,
  );
  const seconds = Math.round((performance.now() - startedMs) / 1000);
  const outcome = counts.failed > 0 ? 'failed' : counts.skipped > 0 ? 'skipped' : 'passed';
  const spent = `${seconds} of ${minutes * 60} s`;
  process.stdout.write(`${name}: ${outcome}; ${figuresOf(name, env, counts)}; ${spent}\n`);
  if (outcome === 'failed') process.stdout.write(`${lines.join('\n')}\n`);
  const table = reportOf(name, 'md').read();
  if (table !== '') process.stdout.write(`\n${table}\n\n`);
  return outcome;
}

for (const signal of ['SIGINT', 'SIGTERM', 'SIGHUP']) process.once(signal, () => process.exit(1));

const total = { passed: 0, failed: 0, skipped: 0 };
try {
  prepareTests(['server', 'browser', 'powershell']);
  runQuietly(process.execPath, [join('tools', 'package.mjs')], { cwd: root }); // the walks are those of the packaged extension
  for (const proof of proofs) total[await prove(proof)] += 1;
} catch (error) {
  process.stdout.write(`${error instanceof Error ? error.message : String(error)}\n`);
  total.failed += 1;
}
const { passed, failed, skipped } = total;
process.stdout.write(`${passed} passed, ${failed} failed${skipped > 0 ? `, ${skipped} skipped` : ''}\n`);
process.exitCode = failed > 0 ? 1 : 0;
