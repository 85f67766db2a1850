import { open, stat } from 'node:fs/promises';
import { readConfig, type ConfigFile } from '../core/config/configFile';
import { largestBytes } from '../core/config/decode';
import type { Finding } from '../core/report/finding';
import { ok, refused, type Result } from '../core/report/result';

/** A config file as it was read: its path, its bytes, what is in it. */
export interface ReadFile {
  readonly path: string;
  readonly bytes: Uint8Array;
  readonly config: ConfigFile;
}

/** Both files, or every finding about either, each with its file. */
export async function readPair(oldPath: string, newPath: string): Promise<Result<readonly [ReadFile, ReadFile]>> {
  const [old, fresh] = [await readFileAt(oldPath), await readFileAt(newPath)];
  return old.ok && fresh.ok ? ok([old.value, fresh.value]) : refused([...old.findings, ...fresh.findings]);
}

async function readFileAt(path: string): Promise<Result<ReadFile>> {
  const bytes = await bytesOf(path);
  if (!bytes.ok) return bytes;
  const config = readConfig(bytes.value);
  if (config.ok) return ok({ path, bytes: bytes.value, config: config.value });
  return refused(inFile(path, config.findings));
}

/** Findings with the file that they speak of. */
export function inFile(file: string, findings: readonly Finding[]): readonly Finding[] {
  return findings.map((finding) => ({ ...finding, file }));
}

/** Bytes of a regular file, at most one more than the limit, so that the reader says that there are too many. */
async function bytesOf(path: string): Promise<Result<Uint8Array>> {
  try {
    // Opening a pipe would wait for somebody to write into it.
    const { size, ...kind } = await kindOf(path);
    return kind.isFile
      ? ok(await firstBytes(path, Math.min(size, largestBytes) + 1))
      : refused([unreadable(path, 'no file')]);
  } catch (error) {
    return refused([unreadable(path, (error as NodeJS.ErrnoException).code ?? 'unknown error')]);
  }
}

async function kindOf(path: string): Promise<{ readonly size: number; readonly isFile: boolean }> {
  const found = await stat(path);
  return { size: found.size, isFile: found.isFile() };
}

/** Up to so many bytes from the beginning; a read may give fewer than it was asked for. */
async function firstBytes(path: string, most: number): Promise<Uint8Array> {
  const file = await open(path, 'r');
  try {
    const bytes = new Uint8Array(most);
    let length = 0;
    for (let taken = -1; taken !== 0 && length < most; length += taken) {
      taken = (await file.read(bytes, length, most - length, length)).bytesRead;
    }
    return bytes.subarray(0, length);
  } finally {
    await file.close();
  }
}

function unreadable(file: string, reason: string): Finding {
  return {
    code: 'ConfigUnreadable',
    severity: 'error',
    message: `The config file cannot be read (${reason}).`,
    remedy: 'Give the path of a config file that you may read.',
    file,
  };
}

/** The first of the files whose bytes are not what was read before. */
export async function changedSince(files: readonly ReadFile[]): Promise<Finding | undefined> {
  for (const { path, bytes } of files) {
    const now = await bytesOf(path);
    if (now.ok && now.value.length === bytes.length && now.value.every((byte, n) => byte === bytes[n])) continue;
    return {
      code: 'ConfigChanged',
      severity: 'error',
      message: 'The config file has changed since it was read, so that nothing is written.',
      remedy: 'Compare again.',
      file: path,
    };
  }
  return undefined;
}
