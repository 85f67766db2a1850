import { join } from 'node:path';
import type { OutsideCopy } from '../core/upgrade/journal';
import { bytesOfFile, errorCode, nodeFileSystem } from './journalFileSystem';

const requestLimitBytes = 32 * 1024 * 1024;

/**
 * What the requests of an upgrade's runs remember of its journal: each holds number and hash of the newest record of its time.
 * A request that is missing or that says something else is passed over: it proves nothing.
 * @param runs the folder `runs` of the upgrade
 */
export async function outsideCopies(runs: string): Promise<readonly OutsideCopy[]> {
  const names = (await isFolder(runs)) ? await nodeFileSystem.list(runs).catch(noneOnDiskError) : [];
  const copies: OutsideCopy[] = [];
  for (const name of [...names].sort()) {
    const path = join(runs, name, 'request.json');
    const bytes = await bytesOfFile(path, requestLimitBytes).catch(noneOnDiskError);
    const copy = copyIn(Buffer.from(bytes).toString('utf8'));
    if (copy) copies.push(copy);
  }
  return copies;
}

/** A link in its place is not followed. */
async function isFolder(path: string): Promise<boolean> {
  return nodeFileSystem.stat(path).then(
    ({ kind }) => kind === 'folder',
    () => false,
  );
}

function noneOnDiskError(error: unknown): [] {
  if (errorCode(error) === '') throw error;
  return [];
}

function copyIn(text: string): OutsideCopy | undefined {
  const journal = member(parseJson(text), 'journal');
  const [number, hash] = [member(journal, 'number'), member(journal, 'hash')];
  if (typeof number !== 'number' || !Number.isSafeInteger(number) || number < 1) return undefined;
  return typeof hash === 'string' && /^[0-9a-f]{64}$/.test(hash) ? { number, hash } : undefined;
}

function member(value: unknown, name: string): unknown {
  return typeof value === 'object' && value !== null ? (value as Readonly<Record<string, unknown>>)[name] : undefined;
}

function parseJson(text: string): unknown {
  try {
    return JSON.parse(text) as unknown;
  } catch {
    return undefined; // a cut request proves nothing
  }
}
