// `npm run bench`: how the pure functions grow, and what a step costs beside its function. Ratios of medians, measured in one run; absolute times are for scale only.
import { buildSync } from 'esbuild';
import { execFileSync } from 'node:child_process';
import { join, resolve } from 'node:path';
import { compile } from '../src/core/plan/compile';
import type { Plan } from '../src/core/plan/plan';
import { progress } from '../src/core/upgrade/progress';
import { fold } from '../src/core/upgrade/upgrade';
import { loadRunbook } from '../src/core/runbook/load';
import { aFarm } from '../test/build/farms';
import { opened, records } from '../test/build/records';
import { readRunbookFiles, runbookNames } from '../tools/runbookInput';
import { median } from './median';
import { stepOverhead } from './stepOverhead';

const root = resolve(__dirname, '..');
const rounds = 7;
const sizes = [10, 100, 1000];

function medianMs(act: () => unknown): number {
  const times = Array.from({ length: rounds }, () => {
    const start = performance.now();
    act();
    return performance.now() - start;
  });
  return median(times);
}

function show(name: string, times: readonly number[], aim: string): void {
  const shown = sizes.map((size, n) => `${String(size)} hosts ${(times[n] ?? 0).toFixed(1)} ms`).join(', ');
  const ratio = (times[2] ?? 0) / (times[1] ?? 1);
  process.stdout.write(`${name}: ${shown}; 100 to 1,000 = ${ratio.toFixed(1)} times (${aim})\n`);
}

/** The table of config files. It measures what ships, a bundle: what runs the other sources here names every closure, which is felt. */
function configSpeed(): string {
  const outfile = join(root, 'out', 'bench', 'configSpeed.js');
  buildSync({ entryPoints: [join(root, 'bench', 'configSpeed.ts')], outfile, bundle: true, platform: 'node' });
  return execFileSync(process.execPath, [outfile], { encoding: 'utf8' });
}

async function main(): Promise<void> {
  const files = readRunbookFiles();
  const runbook = loadRunbook(files, 'in-place', runbookNames(files));
  if (!runbook.ok) throw new Error('The runbook does not load.');
  const planOf = (servers: number): Plan => {
    const given = {
      farmHash: '',
      runbook: runbook.value,
      runbookHash: '',
      decided: new Map(),
      mode: 'production',
    } as const;
    const plan = compile({ farm: aFarm(servers), ...given });
    if (!plan.ok) throw new Error('The plan does not compile.');
    return plan.value;
  };
  const plans = sizes.map(planOf);
  const histories = plans.map(({ steps }) =>
    fold(records([opened, ...steps.map(({ id }) => ({ type: 'attested', step: id, how: 'seen' }) as const)])),
  );
  show(
    'compile',
    sizes.map((size) => medianMs(() => planOf(size))),
    'aim: at most 12',
  );
  show(
    'progress',
    plans.map((plan, n) => medianMs(() => progress(plan, histories[n]))),
    'aim: at most 12',
  );
  process.stdout.write(`\n${configSpeed().trim()}\n\n`);
  process.stdout.write(`${await stepOverhead()}\n`);
}

void main();
