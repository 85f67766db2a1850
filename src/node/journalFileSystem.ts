import { constants } from 'node:fs';
import { link, lstat, mkdir, open, readdir, rename, unlink, type FileHandle } from 'node:fs/promises';

/** What stands under a name, links not followed. */
export interface EntryStat {
  readonly kind: 'file' | 'folder' | 'link' | 'other';
  readonly sizeBytes: number;
  readonly modifiedMs: number;
  /** Who may read and write, as POSIX has it. */
  readonly permissions: number;
  /** The same for two names of one file. */
  readonly identity: string;
  /** Changes whenever the file does. */
  readonly version: string;
}

/** An open file or folder. */
export interface OpenEntry {
  /** Writes from `offset` on and says how many bytes were taken, which may be fewer than were given. */
  write(bytes: Uint8Array, offset: number): Promise<number>;
  sync(): Promise<void>;
  close(): Promise<void>;
}

/** The calls that records and other files are written with. Narrow, so that a test can let each of them fail. */
export interface JournalFileSystem {
  list(folder: string): Promise<readonly string[]>;
  stat(path: string): Promise<EntryStat>;
  /** At most `limitBytes` of a file; a link in its place is refused. */
  read(path: string, limitBytes: number): Promise<Uint8Array>;
  /** A new file; refused with EEXIST when the name is taken. */
  create(path: string, mode: number): Promise<OpenEntry>;
  /** A file that is there, to be synced. */
  openFile(path: string): Promise<OpenEntry>;
  openFolder(path: string): Promise<OpenEntry>;
  /** For its owner alone, where it is not there yet. */
  makeFolder(path: string): Promise<void>;
  /** A second name for a file; refused with EEXIST when the name is taken. */
  link(from: string, to: string): Promise<void>;
  rename(from: string, to: string): Promise<void>;
  remove(path: string): Promise<void>;
}

/** The real calls. */
export const nodeFileSystem: JournalFileSystem = {
  list: (folder) => readdir(folder),
  stat: statEntry,
  read: readAtMost,
  create: async (path, mode) => entry(await open(path, 'wx', mode)),
  openFile: async (path) => entry(await open(path, 'r+')), // Windows syncs only what may be written
  openFolder: async (path) => entry(await open(path, 'r')),
  makeFolder: async (path) => {
    await mkdir(path, { recursive: true, mode: 0o700 });
  },
  link,
  rename,
  remove: unlink,
};

/**
 * At most `limitBytes` of a file; nothing where something else stands in its place: to open a pipe would wait until somebody
 * writes to it. Throws the error of the file system.
 */
export async function bytesOfFile(path: string, limitBytes: number): Promise<Uint8Array> {
  const { kind } = await nodeFileSystem.stat(path);
  return kind === 'file' ? nodeFileSystem.read(path, limitBytes) : new Uint8Array();
}

/** The code of an error of the file system, such as ENOSPC; empty for any other error. */
export function errorCode(error: unknown): string {
  const code = error instanceof Error && 'code' in error ? error.code : undefined;
  return typeof code === 'string' ? code : '';
}

async function statEntry(path: string): Promise<EntryStat> {
  const stat = await lstat(path, { bigint: true });
  const identity = `${String(stat.dev)}:${String(stat.ino)}`;
  const version = [identity, stat.size, stat.mtimeNs, stat.ctimeNs].join(':');
  const sizeBytes = Number(stat.size);
  const permissions = Number(stat.mode) & 0o777;
  return { kind: kindOf(stat), sizeBytes, modifiedMs: Number(stat.mtimeMs), permissions, identity, version };
}

function kindOf(stat: { isFile(): boolean; isDirectory(): boolean; isSymbolicLink(): boolean }): EntryStat['kind'] {
  if (stat.isFile()) return 'file';
  if (stat.isDirectory()) return 'folder';
  return stat.isSymbolicLink() ? 'link' : 'other';
}

/** Windows has no O_NOFOLLOW; there only the look before the reading tells a link. */
const readFlags = constants.O_RDONLY | ((constants.O_NOFOLLOW as number | undefined) ?? 0);

async function readAtMost(path: string, limitBytes: number): Promise<Uint8Array> {
  const file = await open(path, readFlags);
  try {
    const { size } = await file.stat();
    const bytes = Buffer.alloc(Math.min(size, limitBytes));
    return bytes.subarray(0, await fill(file, bytes));
  } finally {
    await file.close();
  }
}

async function fill(file: FileHandle, bytes: Buffer): Promise<number> {
  let filled = 0;
  while (filled < bytes.length) {
    const { bytesRead } = await file.read(bytes, filled, bytes.length - filled, filled);
    if (bytesRead === 0) break; // the file has become shorter meanwhile
    filled += bytesRead;
  }
  return filled;
}

function entry(file: FileHandle): OpenEntry {
  return {
    write: async (bytes, offset) => (await file.write(bytes, offset, bytes.length - offset)).bytesWritten,
    sync: () => file.sync(),
    close: () => file.close(),
  };
}
