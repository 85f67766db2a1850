import { open } from 'node:fs/promises';
import { join } from 'node:path';
import type { StepId } from '../core/plan/plan';
import { everyStep, type Progress } from '../core/upgrade/progress';
import type { Place } from './place';
import { parseTaker } from './processes';

/** What a running step lets others see of it: its process, and the newest line that it wrote. */
export interface LifeSign {
  readonly processId?: number;
  readonly computer?: string;
  /** ISO 8601, by the clock of the computer on which it runs. */
  readonly time?: string;
  readonly text?: string;
}

const limitBytes = 64 * 1024;

/** Signs of life of the steps and ways back that run now, out of their run folders. What cannot be read is left out. */
export async function lifeSigns({ runs }: Place, progress: Progress): Promise<ReadonlyMap<StepId, LifeSign>> {
  const running = everyStep(progress).filter(({ state, awaits }) => state === 'running' && awaits !== undefined);
  const signs = await Promise.all(
    running.map(async ({ step, awaits = '' }) => [step.id, await signOf(join(runs, awaits))] as const),
  );
  return new Map(signs);
}

async function signOf(folder: string): Promise<LifeSign> {
  const { processId, computer } = parseTaker((await readShort(join(folder, 'taken'))) ?? '') ?? {};
  const process = { ...(processId !== undefined && { processId }), ...(computer !== undefined && { computer }) };
  return { ...process, ...lineOf(await readShort(join(folder, 'output.json'))) };
}

/** The line may be half written, or from anybody: anything but two texts says nothing. */
function lineOf(content = ''): Pick<LifeSign, 'time' | 'text'> {
  try {
    const { time, text } = (JSON.parse(content) ?? {}) as { time?: unknown; text?: unknown };
    const isWhole = typeof time === 'string' && !Number.isNaN(Date.parse(time)) && typeof text === 'string';
    return isWhole ? { time, text } : {};
  } catch {
    return {};
  }
}

async function readShort(path: string): Promise<string | undefined> {
  const file = await open(path, 'r').catch(() => undefined);
  if (!file) return undefined;
  try {
    const { size } = await file.stat();
    return size > limitBytes ? undefined : await file.readFile('utf8');
  } catch {
    return undefined;
  } finally {
    await file.close();
  }
}
