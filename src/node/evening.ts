import { spawn, type ChildProcessByStdio } from 'node:child_process';
import { createInterface, type Interface } from 'node:readline';
import type { Readable, Writable } from 'node:stream';
import type { Fault } from '../core/rehearsal/faults';
import type { Finding } from '../core/report/finding';
import { ok, refused, type Result } from '../core/report/result';
import { runArguments, type PowerShell } from './powershell';

/** What the process of a rehearsal is asked: to make the farm, to run a prepared step, to play what a person does. */
export type EveningRequest = { readonly hosts: string } & (
  | { readonly farm: unknown; readonly faults: readonly Fault[] }
  | { readonly run: string; readonly requestHash: string }
  | { readonly operator: Played }
);

interface Played {
  readonly step: string;
  readonly target: string;
  readonly minutes: number;
  /** Virtual directory of the web component that the step is about; empty for none. */
  readonly directory: string;
  /** Site below which it lies; empty for none. */
  readonly site: string;
  readonly besideFunction: boolean;
}

/** Its answer: the exit code of a step, the simulated clock before and after, and what the operator did. */
export interface EveningAnswer {
  readonly exitCode: number;
  readonly before: number;
  readonly after: number;
  readonly said: string;
}

/** The one PowerShell process that plays a whole rehearsal: a request a line, an answer a line. */
export class Evening {
  private readonly child: ChildProcessByStdio<Writable, Readable, Readable>;
  private readonly lines: Interface;
  private readonly ended: Promise<string>;

  /** @param print takes what the steps print, as it comes */
  constructor({ path }: PowerShell, programFolder: string, print: (text: string) => void) {
    // A group of its own: Ctrl+C is for us, who end after the present step. The end of its input ends it, whatever becomes of us.
    this.child = spawn(path, [...runArguments(programFolder, 'Invoke-RehearsalEvening.ps1')], {
      cwd: programFolder,
      stdio: ['pipe', 'pipe', 'pipe'],
      detached: true,
      windowsHide: true,
    });
    this.lines = createInterface({ input: this.child.stdout });
    this.child.stdin.on('error', () => undefined); // it has ended: that is told below
    this.child.stderr.setEncoding('utf8').on('data', print);
    this.ended = new Promise((resolve) => {
      this.child.once('error', (error) => {
        resolve(error.message);
      });
      this.child.once('exit', (code, signal) => {
        resolve(`It ended with ${String(code ?? signal)}.`);
      });
    });
  }

  /** Asks and waits for the answer. Refused when the process is gone, or answers with something else. */
  async ask(request: EveningRequest): Promise<Result<EveningAnswer>> {
    const answer = new Promise<string>((resolve) => this.lines.once('line', resolve));
    this.child.stdin.write(`${JSON.stringify(request)}\n`);
    const line = await Promise.race([answer, this.ended.then((why) => ({ why }))]);
    if (typeof line !== 'string') return refused([processEnded(line.why)]);
    const read = readAnswer(line);
    return read ? ok(read) : refused([processEnded('It gave no answer that can be read.')]);
  }

  /** Lets the process end: its input is over. */
  async close(): Promise<void> {
    this.child.stdin.end();
    await this.ended;
  }
}

function readAnswer(line: string): EveningAnswer | undefined {
  try {
    const answer = JSON.parse(line) as Partial<EveningAnswer> | null;
    return typeof answer?.exitCode === 'number' ? (answer as EveningAnswer) : undefined;
  } catch {
    return undefined;
  }
}

function processEnded(why: string): Finding {
  return {
    code: 'RehearsalProcessEnded',
    severity: 'error',
    message: `The PowerShell of the rehearsal is gone. ${why}`,
    remedy: 'Start the same rehearsal again: it goes on where it stopped.',
  };
}
