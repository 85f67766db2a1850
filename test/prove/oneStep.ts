// A rehearsal from its farm.json to one step done, by the very code of the window, in a process that may be killed at any call:
// `FOLDER PROGRAM POWERSHELL [ARGUMENT...]`. Each record is told on stdout as soon as it is acknowledged.
import { spawn } from 'node:child_process';
import { writeSync } from 'node:fs';
import { join } from 'node:path';
import { runArguments } from '../../src/node/powershell';
import { endRun, prepareRun, runEnvironment, type PreparedRun } from '../../src/node/runFolder';
import type { UpgradeFolder } from '../../src/node/upgradeFolder';
import { aRehearsal, makeReady } from '../build/shipped';

const [folder = '', program = '', powershell = '', ...before] = process.argv.slice(2);

function say(line: string): void {
  writeSync(1, `${line}\n`);
}

/** Says number and hash of every record right after the call that wrote it has returned. */
function tellRecords(upgrade: UpgradeFolder): void {
  const [open, perform] = [upgrade.open.bind(upgrade), upgrade.perform.bind(upgrade)];
  upgrade.open = async () => {
    const opened = await open();
    const newest = opened.ok ? opened.value.journal.records.at(-1) : undefined;
    if (newest) say(`record ${newest.number} ${newest.hash}`);
    return opened;
  };
  upgrade.perform = async (action, bodyOf) => {
    const written = await perform(action, bodyOf);
    if (written.ok) say(`record ${written.value.number} ${written.value.hash}`);
    return written;
  };
}

/** The terminal's process, to its end however that comes. */
function runScript(prepared: PreparedRun): Promise<void> {
  const env = { ...process.env, ...runEnvironment(prepared) };
  const child = spawn(powershell, [...before, ...runArguments(program)], { cwd: program, env, stdio: 'ignore' });
  say(`script ${child.pid ?? 0}`);
  return new Promise((resolve) => {
    child.once('close', (code, signal) => {
      say(`scriptEnded ${signal ?? code ?? 0}`);
      resolve();
    });
  });
}

async function main(): Promise<void> {
  const upgrade = await aRehearsal(folder, join(program, 'runbooks.json'));
  tellRecords(upgrade);
  const id = await makeReady(upgrade, 'back-up-data-file');
  const prepared = await prepareRun(upgrade, id, { whatIf: false, defaultTransport: 'ssh' });
  if (!prepared.ok) throw new Error(JSON.stringify(prepared.findings));
  await runScript(prepared.value);
  await endRun(upgrade, id, prepared.value.request.run);
}

void main();
