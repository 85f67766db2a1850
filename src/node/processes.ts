import { readFile } from 'node:fs/promises';
import { askStartTicks } from './powershell';

/** The process that has taken a run, as it says itself in the file `taken` of the run folder. */
export interface Taker {
  readonly processId: number;
  /** When it started, in ticks of its own system. Two processes with one id differ by it. */
  readonly startTicks: string;
  readonly computer: string;
}

/** Reads the file `taken`; undefined when it does not say which process it was. Pure. */
export function parseTaker(text: string): Taker | undefined {
  try {
    const { processId, startTicks, computer } = (JSON.parse(text) ?? {}) as Partial<Taker>;
    const isId = typeof processId === 'number' && Number.isSafeInteger(processId) && processId > 0;
    const isWhole = isId && typeof startTicks === 'string' && /^\d{1,20}$/.test(startTicks);
    return isWhole && typeof computer === 'string' ? { processId, startTicks, computer } : undefined;
  } catch {
    return undefined; // cut short, or from elsewhere: it says nothing
  }
}

/** Is a process of this computer still there? A process that we may not signal is there. */
export function isAlive(processId: number): boolean {
  try {
    return process.kill(processId, 0);
  } catch (error) {
    return (error as NodeJS.ErrnoException).code === 'EPERM';
  }
}

/**
 * Does the very process still run that has taken a run on this computer? Another process that got its id later is not it.
 * Where the start cannot be told, the process counts as the one: a run that may go on is never taken for gone.
 * @param startOf how the start of a process is told; `readStartTicks` starts nothing
 */
export async function stillRuns(
  { processId, startTicks }: Taker,
  startOf: (processId: number) => Promise<string | undefined> = startTicksOf,
): Promise<boolean> {
  if (!isAlive(processId)) return false;
  const found = await startOf(processId);
  return found === undefined || found === startTicks;
}

async function startTicksOf(processId: number): Promise<string | undefined> {
  return (await readStartTicks(processId)) ?? askStartTicks(processId);
}

/** Start of a process in clock ticks since the computer started, where the system has `/proc`; else undefined. */
export async function readStartTicks(processId: number): Promise<string | undefined> {
  const stat = await readFile(`/proc/${String(processId)}/stat`, 'utf8').catch(() => '');
  return stat.slice(stat.lastIndexOf(')') + 2).split(' ')[19]; // the name before it may hold blanks and brackets
}
