import { readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { placeOf, type Place } from './place';

/** Beside the journal of a rehearsal: simulated minutes by step instance. */
export const durationsFile = 'durations.json';

/**
 * Minutes that each step took in the rehearsal of this folder's farm. Only an estimate stands on it, so anything that is no
 * such file counts as none.
 */
export async function readDurations({ folder, mode, base }: Place): Promise<ReadonlyMap<string, number>> {
  const rehearsal = mode === 'rehearsal' ? base : placeOf(folder, 'rehearsal').base;
  try {
    const content: unknown = JSON.parse(await readFile(join(rehearsal, durationsFile), 'utf8'));
    if (typeof content !== 'object' || content === null) return new Map();
    const pairs = Object.entries(content).filter((pair): pair is [string, number] => typeof pair[1] === 'number');
    return new Map(pairs.filter(([, minutes]) => minutes >= 0));
  } catch {
    return new Map();
  }
}
