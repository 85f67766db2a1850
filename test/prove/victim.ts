import { spawn } from 'node:child_process';
import { mkdirSync, mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { createInterface } from 'node:readline';
import { buildSync } from 'esbuild';
import { partOfContoso } from '../build/contoso';
import { builtProgram } from '../build/shipped';
import { projectRoot } from '../gates/sources';
import { callsIn, traced, type SystemCall, type Tracing } from './systemCalls';

/** Who is killed: the window's process, the script's in the terminal, or both at once. */
export type Who = 'window' | 'script' | 'both';

/** What happens to one life of the program. Nothing = it comes to its end. */
export interface Fate {
  /** Files are named from the folder on. */
  readonly window?: Tracing;
  readonly script?: Tracing;
  /** Killed so long after the script was started. */
  readonly later?: { readonly who: Who; readonly afterMs: number };
}

/** What one life of the program left. */
export interface Life {
  readonly folder: string;
  /** Number and hash of each record that was acknowledged. */
  readonly told: ReadonlyMap<number, string>;
  readonly wasKilled: boolean;
  readonly wasScriptStarted: boolean;
  readonly scriptMs: number;
  readonly windowCalls: readonly SystemCall[];
  readonly scriptCalls: readonly SystemCall[];
}

/** Lives of one program, each in a folder of its own, which is gone at the end. */
export class Lives {
  private readonly home = mkdtempSync(join(tmpdir(), 'mfa-kill-'));
  private readonly program = join(this.home, 'oneStep.cjs');
  private count = 0;

  constructor(private readonly powershell: string) {
    const entryPoints = [join(projectRoot, 'test/prove/oneStep.ts')];
    const built = { bundle: true, platform: 'node', target: 'node20', logLevel: 'silent' } as const;
    buildSync({ ...built, entryPoints, outfile: this.program, mainFields: ['module', 'main'] });
  }

  /** Runs the program on a fresh farm of one server until it ends or meets its fate. */
  async live(fate: Fate): Promise<Life> {
    const name = String((this.count += 1));
    mkdirSync(join(this.home, name));
    const folder = partOfContoso(join(this.home, name), ({ hosts }) => ({ hosts: hosts.slice(0, 1) }));
    const logs = { window: join(this.home, name, 'window.log'), script: join(this.home, name, 'script.log') };
    const script = fate.script ? [...traced(logs.script, fate.script), this.powershell] : [this.powershell];
    const inner = [process.execPath, this.program, folder, builtProgram, ...script];
    const outer = fate.window ? [...traced(logs.window, below(folder, fate.window)), ...inner] : inner;
    const { lines, signal, scriptMs } = await run(outer, fate.later);
    const calls = (log: string): readonly SystemCall[] => callsIn(readFileSync(log, 'utf8'), folder);
    return {
      folder,
      told: new Map(lines.flatMap(toldRecord)),
      wasKilled: signal === 'SIGKILL' || lines.includes('scriptEnded SIGKILL'),
      wasScriptStarted: lines.some((line) => line.startsWith('script ')),
      scriptMs,
      windowCalls: fate.window ? calls(logs.window) : [],
      scriptCalls: fate.script && lines.some((line) => line.startsWith('script ')) ? calls(logs.script) : [],
    };
  }

  /** Takes a life's folder away. */
  bury({ folder }: Life): void {
    rmSync(join(folder, '..'), { recursive: true, force: true, maxRetries: 5 });
  }

  remove(): void {
    rmSync(this.home, { recursive: true, force: true, maxRetries: 5 });
  }
}

function below(folder: string, { injections, files = [] }: Tracing): Tracing {
  return { injections, files: files.map((file) => join(folder, file)) };
}

interface Ending {
  readonly lines: readonly string[];
  readonly signal: NodeJS.Signals | null;
  readonly scriptMs: number;
}

/** One worker thread makes all calls of the window, so that strace can count them. */
const oneWorker = { UV_THREADPOOL_SIZE: '1' };

function run([file = '', ...args]: readonly string[], later: Fate['later']): Promise<Ending> {
  const child = spawn(file, args, { env: { ...process.env, ...oneWorker }, stdio: ['ignore', 'pipe', 'inherit'] });
  const lines: string[] = [];
  const [startedMs, endedMs]: [number[], number[]] = [[], []];
  createInterface({ input: child.stdout }).on('line', (line) => {
    lines.push(line);
    if (line.startsWith('scriptEnded ')) endedMs.push(performance.now());
    const [, script] = /^script (\d+)$/.exec(line) ?? [];
    if (script === undefined) return;
    startedMs.push(performance.now());
    if (later) setTimeout(() => kill(later.who, child.pid, Number(script)), later.afterMs);
  });
  return new Promise((resolve, reject) => {
    child.once('error', reject);
    child.once('close', (_, signal) => {
      resolve({ lines, signal, scriptMs: (endedMs[0] ?? 0) - (startedMs[0] ?? 0) });
    });
  });
}

function kill(who: Who, window: number | undefined, script: number): void {
  const victims = { window: [window], script: [script], both: [window, script] }[who];
  for (const processId of victims) {
    try {
      if (processId !== undefined) process.kill(processId, 'SIGKILL');
    } catch (error) {
      if ((error as NodeJS.ErrnoException).code !== 'ESRCH') throw error; // it had ended already
    }
  }
}

function toldRecord(line: string): readonly (readonly [number, string])[] {
  const [, number, hash] = /^record (\d+) ([0-9a-f]{64})$/.exec(line) ?? [];
  return number === undefined || hash === undefined ? [] : [[Number(number), hash]];
}
