// The in-host suite's entry: VS Code loads it inside the extension host and waits for `run`.
import { readdirSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';

/** Every *.test.js below this folder runs: files found = files run. */
function testFiles(): string[] {
  const names = readdirSync(__dirname, { recursive: true, encoding: 'utf8' });
  return names.filter((name) => name.endsWith('.test.js')).map((name) => join(__dirname, name));
}

function writeCounts(stats: Mocha.Stats | undefined): void {
  const file = process.env['MFA_UPGRADE_COUNTS'];
  if (file === undefined || stats === undefined) return;
  writeFileSync(file, JSON.stringify({ passed: stats.passes, failed: stats.failures, skipped: stats.pending }));
}

export async function run(): Promise<void> {
  // Mocha is an ES module, and the oldest VS Code's Node cannot require one.
  const { default: Mocha } = await import('mocha');
  const mocha = new Mocha({ ui: 'bdd', color: false, timeout: 60_000, forbidOnly: true, failZero: true });
  for (const file of testFiles()) mocha.addFile(file);
  await new Promise<void>((resolve, reject) => {
    const runner = mocha.run((failures) => {
      writeCounts(runner.stats);
      if (failures > 0) reject(new Error(`${failures} in-host tests failed.`));
      else resolve();
    });
  });
}
