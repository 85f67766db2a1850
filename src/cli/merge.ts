import { realpath, stat } from 'node:fs/promises';
import { basename, dirname, join } from 'node:path';
import { compareConfigs } from '../core/config/compare';
import { mergeConfigs, type Merged } from '../core/config/merge';
import { parseTakes } from '../core/config/take';
import type { Finding } from '../core/report/finding';
import { refused, type Result } from '../core/report/result';
import { writeAtomically } from '../node/atomicFile';
import { inPair } from '../node/compareFiles';
import { notPossible, type Answer } from './answer';
import { changedSince, readPair, type ReadFile } from '../node/configFiles';

export interface MergeOptions {
  readonly out: string;
  readonly take: readonly string[];
}

/** `merge OLD NEW --out FILE`: writes the new file with the old values. Exit 0 written, 2 refused, and then nothing is written. */
export async function mergeVerb(oldFile: string, newFile: string, { out, take }: MergeOptions): Promise<Answer> {
  const taken = await outIsInput(out, [oldFile, newFile]);
  if (taken) return notPossible([taken]);
  const pair = await readPair(oldFile, newFile);
  if (!pair.ok) return notPossible(pair.findings);
  const merged = merge(pair.value, take);
  if (!merged.ok) return notPossible(merged.findings);
  const changed = await changedSince(pair.value);
  if (changed) return notPossible([changed]);
  const failed = await write(out, merged.value.bytes);
  return failed ? notPossible([failed]) : answer(out, merged.value);
}

function merge([old, fresh]: readonly [ReadFile, ReadFile], take: readonly string[]): Result<Merged> {
  const choices = parseTakes(take, compareConfigs(old.config, fresh.config));
  if (!choices.ok) return choices;
  const merged = mergeConfigs(old.config, fresh.config, choices.value);
  return merged.ok ? merged : refused(inPair([old, fresh], merged.findings));
}

/** The files that are compared stay as they are: by whatever name, link or path they are given. */
async function outIsInput(out: string, inputs: readonly string[]): Promise<Finding | undefined> {
  const target = await fileIdentity(out);
  const identities = await Promise.all(inputs.map(fileIdentity));
  if (!identities.some((identity) => identity.some((part) => target.includes(part)))) return undefined;
  return {
    code: 'ConfigOutIsInput',
    severity: 'error',
    message: 'The file to write is one of the two that are merged.',
    remedy: 'Give --out a name of its own, and publish the merged file afterwards.',
    file: out,
  };
}

/** What tells that two paths lead to one file: the path without links and, where the file exists, its number on its disk. */
async function fileIdentity(path: string): Promise<readonly string[]> {
  const folder = await realpath(dirname(path)).catch(() => dirname(path));
  const own = await realpath(path).catch(() => join(folder, basename(path)));
  const found = await stat(path).catch(() => undefined);
  return found ? [own, `${found.dev}:${found.ino}`] : [own];
}

async function write(out: string, bytes: Uint8Array): Promise<Finding | undefined> {
  try {
    await writeAtomically(out, bytes);
    return undefined;
  } catch (error) {
    return {
      code: 'ConfigNotWritten',
      severity: 'error',
      message: `The merged file cannot be written (${(error as NodeJS.ErrnoException).code ?? 'unknown error'}).`,
      remedy: 'Give --out a file in a folder that is there and that you may write.',
      file: out,
    };
  }
}

function answer(out: string, { carried, inserted }: Merged): Answer {
  const lines = [
    `${out}: values carried over: ${carried}, keys put in: ${inserted}, everything else as in the new file.`,
  ];
  return { exitCode: 0, json: { apiVersion: 1, out, carried, inserted }, lines, findings: [] };
}
