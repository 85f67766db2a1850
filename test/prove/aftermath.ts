import { spawn } from 'node:child_process';
import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { setTimeout as wait } from 'node:timers/promises';
import type { StepProgress } from '../../src/core/upgrade/stepProgress';
import { checkJournal } from '../../src/node/journalCheck';
import { runArguments } from '../../src/node/powershell';
import { isAlive } from '../../src/node/processes';
import { endRun, prepareRun, runEnvironment, takeResults, type PreparedRun } from '../../src/node/runFolder';
import { findOut, settleByLook } from '../../src/node/settle';
import { sha256 } from '../../src/node/sha256';
import type { UpgradeFolder } from '../../src/node/upgradeFolder';
import { aRehearsal, builtProgram, makeReady } from '../build/shipped';
import { patience } from '../build/journals';
import type { Life } from './victim';

/** What was found after a kill, by somebody who opens the folder afresh. */
export interface Aftermath {
  /** Acknowledged records that are not there any more, or not as they were acknowledged. */
  readonly lost: readonly number[];
  /** Moments at which the step was called done while no whole copy was there. */
  readonly falselyDone: readonly string[];
  /** State of the step as found, and after *Find Out*. */
  readonly states: string;
  /** What else is not as it should be. */
  readonly troubles: readonly string[];
}

const step = 'back-up-data-file';
const how = { defaultTransport: 'ssh' } as const;

/** Opens the folder of a killed life, takes in what is there, finds out, goes on, and compares with what was acknowledged. */
export async function lookAfter(life: Life, powershell: string): Promise<Aftermath> {
  const upgrade = await aRehearsal(life.folder);
  const look = new Look(upgrade, powershell);
  const found = await look.state('as found');
  const troubles = [...(await journalTroubles(upgrade))];
  await takeResults(upgrade);
  await look.state('after taking results');
  await look.findOut();
  const settled = await look.state('after Find Out');
  const end = await look.goOn(life.wasScriptStarted);
  if (end !== (life.wasScriptStarted ? 'done' : 'ready')) troubles.push(`goes on to ${end}`);
  troubles.push(...(await journalTroubles(upgrade)));
  return {
    lost: [...life.told].flatMap(([number, hash]) => (isKept(upgrade, number, hash) ? [] : [number])),
    falselyDone: look.falselyDone,
    states: found === settled ? found : `${found} > ${settled}`,
    troubles,
  };
}

/** One pair of eyes on the step; each state that it sees is compared with the files of the simulated host. */
class Look {
  readonly falselyDone: string[] = [];

  constructor(
    private readonly upgrade: UpgradeFolder,
    private readonly powershell: string,
  ) {}

  async state(when: string): Promise<string> {
    const at = await this.at();
    if (at?.state === 'done' && !isCopied(this.upgrade)) this.falselyDone.push(when);
    return at?.state ?? 'none';
  }

  /** As a person would: *Find Out*, and again as long as the script still runs. */
  async findOut(): Promise<void> {
    const at = await this.at();
    if (!at || !['running', 'unknown'].includes(at.state)) return;
    const found = await findOut(this.upgrade, at.step.id, how);
    if (!found.ok) throw new Error(JSON.stringify(found.findings));
    if (found.value.kind === 'stillRuns') return this.waitFor(found.value.processId);
    if (found.value.kind !== 'look') return;
    await this.run(found.value.prepared);
    const settled = await settleByLook(this.upgrade, at.step.id, found.value.prepared);
    if (!settled.ok) throw new Error(JSON.stringify(settled.findings));
  }

  /** Takes the upgrade on: until the step is ready, or until it is done. @returns its state then */
  async goOn(toTheEnd: boolean): Promise<string> {
    const id = await makeReady(this.upgrade, step);
    const state = await this.state('when it was made ready');
    if (!toTheEnd || state === 'done') return state;
    const prepared = await prepareRun(this.upgrade, id, { ...how, whatIf: false });
    if (!prepared.ok) throw new Error(JSON.stringify(prepared.findings));
    await this.run(prepared.value);
    await endRun(this.upgrade, id, prepared.value.request.run);
    return this.state('after another run');
  }

  private async at(): Promise<StepProgress | undefined> {
    const view = await this.upgrade.read();
    if (view.kind !== 'open') throw new Error(`The folder cannot be opened: ${JSON.stringify(view)}`);
    return [...view.progress.steps.values()].find((each) => each.step.step === step);
  }

  private async waitFor(processId: number): Promise<void> {
    while (isAlive(processId)) await wait(50);
    await takeResults(this.upgrade);
    await this.findOut();
  }

  private run(prepared: PreparedRun): Promise<void> {
    const env = { ...process.env, ...runEnvironment(prepared) };
    const child = spawn(this.powershell, runArguments(builtProgram), { cwd: builtProgram, env, stdio: 'ignore' });
    return new Promise((resolve, reject) => {
      child.once('error', reject);
      child.once('close', () => resolve());
    });
  }
}

/** The journal as `verify-journal` sees it: whole or not begun, and a torn newest record named. */
async function journalTroubles({ place }: UpgradeFolder): Promise<readonly string[]> {
  const files = existsSync(place.journal)
    ? readdirSync(place.journal).filter((name) => /^\d{6}\.json$/.test(name))
    : [];
  if (files.length === 0) return [];
  const { exitCode, json, findings } = await checkJournal(place.base, patience());
  const named = [json['records'], (json['void'] as readonly number[] | undefined)?.length ?? 0];
  const whole = files.filter((name) => isWhole(readFileSync(join(place.journal, name), 'utf8'))).length;
  const isRight = exitCode === 0 && named[0] === whole && named[1] === files.length - whole;
  return isRight ? [] : [`verify-journal: ${JSON.stringify({ exitCode, named, whole, findings })}`];
}

function isKept({ place }: UpgradeFolder, number: number, hash: string): boolean {
  const path = join(place.journal, `${String(number).padStart(6, '0')}.json`);
  const text = existsSync(path) ? readFileSync(path, 'utf8') : '';
  return isWhole(text) && text.endsWith(`,"hash":"${hash}"}\n`);
}

/** By the journal's format, without the product's reader: the hash covers all that stands before it. */
function isWhole(text: string): boolean {
  const [, head, hash] = /^(.*),"hash":"([0-9a-f]{64})"\}\n$/s.exec(text) ?? [];
  return head !== undefined && sha256(head) === hash;
}

/** Whether a named set holds every file of the live Data folder with the same bytes. Reads files only, nothing that says so. */
function isCopied({ place }: UpgradeFolder): boolean {
  const disk = join(place.hosts, 'mfa01.contoso.example', 'files', 'C');
  const live = hashesBelow(join(disk, 'Program Files', 'Multi-Factor Authentication Server', 'Data'));
  const sets = foldersNamed(join(disk, 'ProgramData'), /[\\/]back-up-data-file[\\/]\d{8}T\d{9}Z[\\/]Data$/);
  return live !== '' && sets.some((set) => hashesBelow(set) === live);
}

function foldersNamed(top: string, name: RegExp): readonly string[] {
  if (!existsSync(top)) return [];
  const paths = readdirSync(top, { recursive: true, encoding: 'utf8' }).map((path) => join(top, path));
  return paths.filter((path) => name.test(path));
}

function hashesBelow(folder: string): string {
  if (!existsSync(folder)) return '';
  const entries = readdirSync(folder, { recursive: true, withFileTypes: true }).filter((entry) => entry.isFile());
  const paths = entries.map((entry) => join(entry.parentPath, entry.name)).sort();
  return paths.map((path) => `${path.slice(folder.length)} ${sha256(readFileSync(path))}\n`).join('');
}
