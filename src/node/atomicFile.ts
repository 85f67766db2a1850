import { randomUUID } from 'node:crypto';
import { basename, dirname, join } from 'node:path';
import { setTimeout as wait } from 'node:timers/promises';
import { errorCode, nodeFileSystem, type JournalFileSystem, type OpenEntry } from './journalFileSystem';
import { sha256 } from './sha256';

export interface AtomicWriteOptions {
  readonly fs?: JournalFileSystem;
  readonly platform?: NodeJS.Platform;
  readonly wait?: (ms: number) => Promise<unknown>;
  /** Who may read and write the file, as POSIX has it; its owner alone where nothing is said. */
  readonly mode?: number;
}

const ownerOnly = 0o600;
const renameLimitMs = 60_000;
const renamePauseMs = 100;

/** A virus scanner or an indexer holds the old file for a moment. */
const heldCodes: readonly string[] = ['EBUSY', 'EPERM', 'EACCES'];

/** What a file system says that cannot sync a folder, Windows first of all. */
const noFolderSyncCodes: readonly string[] = ['EPERM', 'EINVAL', 'EISDIR', 'ENOSYS', 'ENOTSUP', 'EOPNOTSUPP'];

/**
 * Writes a file so that its name shows the old content or the new one, never a part: writes beside it, syncs, reads back and
 * compares, then renames. Its folder has to exist.
 * @throws the error of the file system: the old file is untouched then and nothing is left beside it; only when the sync of the
 * folder fails does the new one stand already
 */
export async function writeAtomically(
  path: string,
  content: string | Uint8Array,
  { fs = nodeFileSystem, platform = process.platform, wait: pause = wait, mode = ownerOnly }: AtomicWriteOptions = {},
): Promise<void> {
  const bytes = Buffer.from(content);
  const temporary = join(dirname(path), `.${basename(path)}-${randomUUID()}.tmp`);
  try {
    await createFile(fs, temporary, bytes, mode);
    await compare(fs, temporary, bytes);
    await renameOver(fs, temporary, path, platform === 'win32' ? pause : undefined);
  } catch (error) {
    await fs.remove(temporary).catch(() => undefined); // the error that counts is the first one
    throw error;
  }
  await syncFolder(fs, dirname(path));
}

/** Makes a new file, writes all bytes and syncs. @throws EEXIST when the name is taken, or what write, sync or close said */
export async function createFile(fs: JournalFileSystem, path: string, bytes: Uint8Array, mode: number): Promise<void> {
  await fillFile(await fs.create(path, mode), bytes);
}

/**
 * Writes all bytes into a new file, syncs and closes it.
 * @param whenWhole called when all bytes are written and before they are safe
 * @throws what write, sync or close said; the file is closed then too
 */
export async function fillFile(file: OpenEntry, bytes: Uint8Array, whenWhole = (): void => undefined): Promise<void> {
  try {
    await writeAll(file, bytes);
    whenWhole();
    await file.sync();
  } catch (error) {
    await file.close().catch(() => undefined); // the error that counts is the first one
    throw error;
  }
  await file.close();
}

/** A write may take fewer bytes than it was given, without an error. */
async function writeAll(file: OpenEntry, bytes: Uint8Array): Promise<void> {
  let written = 0;
  while (written < bytes.length) {
    const taken = await file.write(bytes, written);
    if (taken <= 0) throw Object.assign(new Error('The disk takes no more bytes'), { code: 'ENOSPC' });
    written += taken;
  }
}

/** Makes the names in a folder safe, where the platform can. */
export async function syncFolder(fs: JournalFileSystem, path: string): Promise<void> {
  const folder = await openForSync(fs, path);
  try {
    await folder?.sync();
  } finally {
    await folder?.close();
  }
}

/** An open folder whose sync does nothing where the platform has no such thing; undefined where it cannot even be opened so. */
export async function openForSync(
  fs: JournalFileSystem,
  path: string,
): Promise<Pick<OpenEntry, 'sync' | 'close'> | undefined> {
  try {
    const folder = await fs.openFolder(path);
    return { sync: () => folder.sync().catch(unlessUnsupported), close: () => folder.close() };
  } catch (error) {
    unlessUnsupported(error);
    return undefined;
  }
}

function unlessUnsupported(error: unknown): void {
  if (!noFolderSyncCodes.includes(errorCode(error))) throw error;
}

async function compare(fs: JournalFileSystem, path: string, bytes: Uint8Array): Promise<void> {
  const found = await fs.read(path, bytes.length + 1);
  if (found.length === bytes.length && sha256(found) === sha256(bytes)) return;
  throw Object.assign(new Error(`${basename(path)} does not hold what was written`), { code: 'EIO' });
}

async function renameOver(
  fs: JournalFileSystem,
  from: string,
  to: string,
  pause: ((ms: number) => Promise<unknown>) | undefined,
): Promise<void> {
  for (let waitedMs = 0; ; waitedMs += renamePauseMs) {
    try {
      await fs.rename(from, to);
      return;
    } catch (error) {
      if (!pause || waitedMs >= renameLimitMs || !heldCodes.includes(errorCode(error))) throw error;
      await pause(renamePauseMs);
    }
  }
}
