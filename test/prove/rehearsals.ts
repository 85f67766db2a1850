import { spawn, type ChildProcess } from 'node:child_process';
import { existsSync, mkdtempSync, readFileSync, readdirSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { setTimeout as pause } from 'node:timers/promises';
import type { Answer } from '../../src/cli/answer';
import { buildProgram } from '../build/program';
import { builtProgram } from '../build/shipped';
import { projectRoot } from '../gates/sources';

/** A farm to rehearse, in a folder of its own. */
export class RehearsedFarm {
  private readonly home = mkdtempSync(join(tmpdir(), 'mfa-rehearsal-'));
  readonly dir = join(this.home, 'rehearsal');

  constructor(private readonly farmFile: string) {
    buildProgram();
  }

  /** Rehearses to the end of the process. @param given `decide=KEY=VALUE`, `fault=SPEC` */
  async rehearse(...given: readonly string[]): Promise<Answer> {
    const child = this.start(given);
    const out: string[] = [];
    child.stdout?.setEncoding('utf8').on('data', (text: string) => out.push(text));
    await new Promise((resolve) => child.once('close', resolve));
    return JSON.parse(out.join('')) as Answer;
  }

  /** Kills a rehearsal while it runs this step: itself, and its PowerShell too where that is asked. */
  async killDuring(step: string, alsoPowerShell: boolean): Promise<void> {
    const child = this.start([]);
    while (!this.isRunning(step)) {
      if (child.exitCode !== null) throw new Error(`it ended before ${step}`);
      await pause(5);
    }
    const theirs = childrenOf(child.pid ?? 0);
    const closed = new Promise((resolve) => child.once('close', resolve));
    child.kill('SIGKILL');
    if (alsoPowerShell) for (const id of theirs) process.kill(id, 'SIGKILL');
    await closed;
    while (theirs.some((id) => existsSync(`/proc/${id}`))) await pause(20); // one that goes on ends its step and itself
  }

  read(name: string): string {
    return readFileSync(join(this.dir, name), 'utf8');
  }

  remove(): void {
    rmSync(this.home, { recursive: true, force: true, maxRetries: 5 });
  }

  private start(given: readonly string[]): ChildProcess {
    const program = ['--import', 'tsx', join('test', 'prove', 'oneRehearsal.ts')];
    const args = [...program, this.farmFile, this.dir, builtProgram, ...given];
    return spawn(process.execPath, args, { cwd: projectRoot, stdio: ['ignore', 'pipe', 'ignore'] });
  }

  /** A run of the step that was taken and has no result yet. */
  private isRunning(step: string): boolean {
    const runs = join(this.dir, 'runs');
    const names = existsSync(runs) ? readdirSync(runs) : [];
    return names.some((name) => {
      const has = (file: string): boolean => existsSync(join(runs, name, file));
      return (
        has('taken') &&
        !has('result.json') &&
        readFileSync(join(runs, name, 'request.json'), 'utf8').includes(`"${step}@`)
      );
    });
  }
}

/** The processes that this one started, as Linux knows them. */
function childrenOf(processId: number): readonly number[] {
  const text = readFileSync(`/proc/${processId}/task/${processId}/children`, 'utf8');
  return text
    .split(' ')
    .filter((id) => id !== '')
    .map(Number);
}
