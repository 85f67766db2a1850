import { readFile } from 'node:fs/promises';
import { configure } from 'safe-stable-stringify';
import type { Runbook } from '../core/runbook/runbook';
import { sha256 } from './sha256';

/** The runbooks that ship with this version, by id. */
export type Runbooks = ReadonlyMap<string, PinnedRunbook>;

/** A runbook as an upgrade pins it: the bytes of runbook.json, and their hash. */
export interface PinnedRunbook {
  readonly runbook: Runbook;
  readonly text: string;
  readonly hash: string;
}

const stringify = configure({ deterministic: true });

/** JSON with sorted keys: what hashes are made of. */
export function sortedJson(value: unknown): string {
  return stringify(value) ?? 'null';
}

/** SHA-256 of the accepted content of farm.json as JSON with sorted keys. */
export function farmHash(content: unknown): string {
  return sha256(sortedJson(content));
}

/** Reads `runbooks.json` as the build wrote it. */
export async function readRunbooks(file: string): Promise<Runbooks> {
  const all = JSON.parse(await readFile(file, 'utf8')) as Record<string, Runbook>;
  return new Map(Object.entries(all).map(([id, runbook]) => [id, pinned(runbook)]));
}

function pinned(runbook: Runbook): PinnedRunbook {
  const text = `${sortedJson(runbook)}\n`;
  return { runbook, text, hash: sha256(text) };
}

/** The runbook that an upgrade has pinned, when the bytes are those of its hash; undefined when they are not there or not those. */
export async function readPinnedRunbook(file: string, hash: string): Promise<PinnedRunbook | undefined> {
  const text = await readFile(file, 'utf8').catch(() => undefined);
  if (text === undefined || sha256(text) !== hash) return undefined;
  return { runbook: JSON.parse(text) as Runbook, text, hash };
}
