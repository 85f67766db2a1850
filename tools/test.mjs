// `npm test`: the only test command. `--only host,e2e`, `--lane floor`, `--desktop` (test-electron brings VS Code itself).
import { parseArgs } from 'node:util';
import { showLine } from './child.mjs';
import { prepareTests } from './setup.mjs';
import { chooseSuites, suites } from './suites.mjs';

function parseOptions() {
  const { values } = parseArgs({
    options: { only: { type: 'string' }, lane: { type: 'string', default: 'newest' }, desktop: { type: 'boolean' } },
  });
  return values;
}

/** A suite that cannot even start is one failure, and the others still run. */
async function runSuite(name, options, show = showLine) {
  const startedMs = performance.now();
  show(`\n=== ${name}`);
  const counts = await suites[name](options).catch((error) => {
    show(error instanceof Error ? error.stack : String(error));
    return { passed: 0, failed: 1, skipped: 0 };
  });
  const seconds = Math.round((performance.now() - startedMs) / 1000);
  show(`=== ${name}: ${describe(counts)} in ${seconds} s`);
  return counts;
}

/** The PowerShell suite takes one processor, so it runs beside the others; its lines are shown when they are through. */
function startBeside(options) {
  const lines = [];
  const running = runSuite('powershell', { ...options, show: (line) => lines.push(line) }, (line) => lines.push(line));
  return {
    show: async () => {
      const counts = await running;
      process.stdout.write(`${lines.join('\n')}\n`);
      return counts;
    },
  };
}

function describe({ passed, failed, skipped }) {
  return `${passed} passed, ${failed} failed${skipped > 0 ? `, ${skipped} skipped` : ''}`;
}

async function runAll(options) {
  const total = { passed: 0, failed: 0, skipped: 0 };
  prepareTests(['server', 'browser', 'powershell']);
  const names = chooseSuites(options.only);
  const beside = names.length > 1 && names.includes('powershell') ? startBeside(options) : undefined;
  const add = (counts) => {
    for (const kind of Object.keys(total)) total[kind] += counts[kind];
  };
  for (const name of names) if (name !== 'powershell' || !beside) add(await runSuite(name, options));
  if (beside) add(await beside.show());
  return total;
}

// process.exit takes the running suite along; a signal by itself would leave it and its VS Code behind.
for (const signal of ['SIGINT', 'SIGTERM', 'SIGHUP']) process.once(signal, () => process.exit(1));

const total = await runAll(parseOptions()).catch((error) => {
  process.stdout.write(`${error instanceof Error ? error.message : String(error)}\n`);
  return { passed: 0, failed: 1, skipped: 0 };
});
process.stdout.write(`\n${describe(total)}\n`);
process.exitCode = total.failed > 0 ? 1 : 0;
