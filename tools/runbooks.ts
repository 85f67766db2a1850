// Checks the texts below runbooks/ and makes dist/runbooks.json, which ships: `tsx tools/runbooks.ts`.
import { mkdirSync, writeFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import type { Finding } from '../src/core/report/finding';
import { loadRunbooks } from '../src/core/runbook/load';
import type { Runbook } from '../src/core/runbook/runbook';
import { packRunbooks } from '../src/node/runbooks';
import { readRunbookFiles, runbookNames } from './runbookInput';

const target = join(dirname(__dirname), 'dist', 'runbooks.json');

function inOneLine({ file = '', line = 1, message, remedy }: Finding): string {
  return `runbooks/${file}:${line} ${message} ${remedy}`;
}

/** How much there is, and how many functions its steps still wait for. */
function summary({ id, steps }: Runbook): string {
  const definitions = Object.values(steps);
  const planned = definitions.flatMap(({ automation, run }) => (automation === 'planned' ? [run] : []));
  return `${id}: ${definitions.length} steps, ${new Set(planned).size} functions planned`;
}

const files = readRunbookFiles();
const runbooks = loadRunbooks(files, runbookNames(files));
if (!runbooks.ok) {
  process.stderr.write(`${runbooks.findings.map(inOneLine).join('\n')}\n`);
  process.exitCode = 1;
} else {
  mkdirSync(dirname(target), { recursive: true });
  writeFileSync(target, packRunbooks(runbooks.value));
  process.stdout.write(runbooks.value.map((runbook) => `${summary(runbook)}\n`).join(''));
}
