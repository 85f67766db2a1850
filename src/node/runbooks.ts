import { readFile } from 'node:fs/promises';
import { configure } from 'safe-stable-stringify';
import type { Runbook, StepDefinition, StepText } from '../core/runbook/runbook';
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

/** `runbooks.json`: the runbooks with each text once, because several steps and runbooks have the same. */
interface Packed {
  readonly texts: readonly StepText[];
  readonly runbooks: readonly (Omit<Runbook, 'steps'> & { readonly steps: Readonly<Record<string, PackedStep>> })[];
}
type PackedStep = Omit<StepDefinition, 'text'> & { readonly text: number };

/** The content of `runbooks.json`, as the build writes it. Pure. */
export function packRunbooks(runbooks: readonly Runbook[]): string {
  const numbers = new Map<string, number>();
  const pack = ({ text, ...step }: StepDefinition): PackedStep => {
    const key = sortedJson(text);
    const number = numbers.get(key) ?? numbers.size;
    numbers.set(key, number);
    return { ...step, text: number };
  };
  const packed = runbooks.map((runbook) => ({ ...runbook, steps: mapValues(runbook.steps, pack) }));
  return `${sortedJson({ texts: [...numbers.keys()].map((text) => JSON.parse(text) as StepText), runbooks: packed })}\n`;
}

/** Reads `runbooks.json` as the build wrote it. */
export async function readRunbooks(file: string): Promise<Runbooks> {
  const { texts, runbooks } = JSON.parse(await readFile(file, 'utf8')) as Packed;
  const unpack = ({ text: number, ...step }: PackedStep): StepDefinition => {
    const text = texts[number];
    if (!text) throw new Error(`${file} has no text ${String(number)}: build it again.`);
    return { ...step, text };
  };
  return new Map(
    runbooks.map((runbook) => [runbook.id, pinned({ ...runbook, steps: mapValues(runbook.steps, unpack) })]),
  );
}

function mapValues<A, B>(record: Readonly<Record<string, A>>, change: (value: A) => B): Readonly<Record<string, B>> {
  return Object.fromEntries(Object.entries(record).map(([key, value]) => [key, change(value)]));
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
