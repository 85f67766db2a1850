import { basename, dirname } from 'node:path';
import type { EntryStat, JournalFileSystem, OpenEntry } from '../../src/node/journalFileSystem';

interface File {
  readonly id: number;
  bytes: Buffer;
  /** What survives a loss of power for sure. */
  safe: Buffer;
  version: number;
}

/** One change to the names of a folder that is not safe yet. */
interface NameChange {
  readonly name: string;
  readonly file: File | undefined;
}

/** Chooses a whole number from 0 to `most`. */
export type Choose = (most: number) => number;

function failed(code: string): Error {
  return Object.assign(new Error(code), { code });
}

/**
 * One folder of files that forgets, at a loss of power, what was not synced: names in any selection, bytes in any length or
 * as zeros. Without hard links when `hasLinks` is false; a write takes at most `writeLimit` bytes.
 */
export class MemoryFileSystem implements JournalFileSystem {
  private names = new Map<string, File>();
  private safeNames = new Map<string, File>();
  private changes: NameChange[] = [];
  private nextId = 1;

  constructor(
    private readonly hasLinks = true,
    private readonly writeLimit = 64,
  ) {}

  /** What is on the disk after a loss of power, by chance. */
  afterPowerLoss(choose: Choose): MemoryFileSystem {
    const after = new MemoryFileSystem(this.hasLinks, this.writeLimit);
    const names = new Map(this.safeNames);
    for (const { name, file } of this.changes) {
      if (choose(1) === 0) continue;
      if (file) names.set(name, file);
      else names.delete(name);
    }
    const kept = new Map<File, File>();
    for (const [name, file] of names) {
      const copy = kept.get(file) ?? after.adopt(survivor(file, choose));
      kept.set(file, copy);
      after.names.set(name, copy);
      after.safeNames.set(name, copy);
    }
    return after;
  }

  list(): Promise<readonly string[]> {
    return Promise.resolve([...this.names.keys()]);
  }

  stat(path: string): Promise<EntryStat> {
    const file = this.names.get(basename(path));
    if (!file && basename(path) !== 'journal') return Promise.reject(failed('ENOENT'));
    const [identity, sizeBytes] = [String(file?.id ?? 0), file?.bytes.length ?? 0];
    const version = `${identity}:${String(file?.version ?? 0)}`;
    return Promise.resolve({
      kind: file ? 'file' : 'folder',
      sizeBytes,
      modifiedMs: 0,
      permissions: 0o700,
      identity,
      version,
    });
  }

  read(path: string, limitBytes: number): Promise<Uint8Array> {
    const file = this.names.get(basename(path));
    return file ? Promise.resolve(Buffer.from(file.bytes.subarray(0, limitBytes))) : Promise.reject(failed('ENOENT'));
  }

  create(path: string): Promise<OpenEntry> {
    if (this.names.has(basename(path))) return Promise.reject(failed('EEXIST'));
    const file = this.adopt(Buffer.alloc(0));
    this.change(basename(path), file);
    return Promise.resolve(this.entry(file));
  }

  openFile(path: string): Promise<OpenEntry> {
    const file = this.names.get(basename(path));
    return file ? Promise.resolve(this.entry(file)) : Promise.reject(failed('ENOENT'));
  }

  openFolder(path: string): Promise<OpenEntry> {
    return Promise.resolve({
      write: () => Promise.reject(failed('EISDIR')),
      sync: () => {
        if (basename(path) === 'journal') [this.safeNames, this.changes] = [new Map(this.names), []];
        return Promise.resolve();
      },
      close: () => Promise.resolve(),
    });
  }

  makeFolder(path: string): Promise<void> {
    return dirname(path) === path ? Promise.reject(failed('EPERM')) : Promise.resolve();
  }

  link(from: string, to: string): Promise<void> {
    const file = this.names.get(basename(from));
    if (!this.hasLinks) return Promise.reject(failed('EPERM'));
    if (!file) return Promise.reject(failed('ENOENT'));
    if (this.names.has(basename(to))) return Promise.reject(failed('EEXIST'));
    this.change(basename(to), file);
    return Promise.resolve();
  }

  rename(from: string, to: string): Promise<void> {
    const file = this.names.get(basename(from));
    if (!file) return Promise.reject(failed('ENOENT'));
    this.change(basename(to), file);
    return this.remove(from);
  }

  remove(path: string): Promise<void> {
    if (!this.names.has(basename(path))) return Promise.reject(failed('ENOENT'));
    this.change(basename(path), undefined);
    return Promise.resolve();
  }

  private entry(file: File): OpenEntry {
    return {
      write: (bytes, offset) => {
        const part = bytes.subarray(offset, offset + this.writeLimit);
        file.bytes = Buffer.concat([file.bytes.subarray(0, offset), part]);
        file.version += 1;
        return Promise.resolve(part.length);
      },
      sync: () => {
        file.safe = file.bytes;
        return Promise.resolve();
      },
      close: () => Promise.resolve(),
    };
  }

  private adopt(bytes: Buffer): File {
    return { id: this.nextId++, bytes, safe: bytes, version: 0 };
  }

  private change(name: string, file: File | undefined): void {
    if (file) this.names.set(name, file);
    else this.names.delete(name);
    this.changes.push({ name, file });
  }
}

function survivor({ bytes, safe }: File, choose: Choose): Buffer {
  if (bytes.equals(safe)) return bytes;
  const kept = Buffer.from(bytes.subarray(0, safe.length + choose(bytes.length - safe.length)));
  const zeros = Buffer.alloc(choose(1) === 0 ? 0 : bytes.length - kept.length);
  return Buffer.concat([kept, zeros]);
}
