import { join } from 'node:path';
import {
  numberOfFileName,
  readRecord,
  recordFileName,
  recordLimitBytes,
  type RecordContent,
} from '../core/upgrade/recordFormat';
import type { JournalFile, JournalListing } from '../core/upgrade/journal';
import { errorCode, type EntryStat, type JournalFileSystem } from './journalFileSystem';
import { ownFolders } from './ownFolders';
import { sha256 } from './sha256';

/** How long a torn newest file has to stay as it is, by the reader's own clock, before nobody writes it any more. */
const quietMs = 10_000;

/** Files looked at together. */
const together = 16;

interface Seen {
  readonly content: RecordContent;
  /** Of the file when it was read. */
  readonly version: string;
}

export interface ReaderWorld {
  readonly fs: JournalFileSystem;
  /** Runs evenly and is never set. */
  readonly elapsedMs: () => number;
}

/** Looks at a journal folder. What was read once is read again only when the file has changed. */
export class JournalReader {
  private readonly seen = new Map<number, Seen>();
  private unfinished: { readonly file: string; readonly sinceMs: number } | undefined;

  constructor(
    private readonly folder: string,
    private readonly world: ReaderWorld,
  ) {}

  /** Forgets what was read: the next look takes everything from the disk. */
  forget(): void {
    this.seen.clear();
  }

  /**
   * What lies in the folder now; undefined when the folder itself, or one of the upgrade's above it, is no real folder.
   * @param how `all` looks at every file for changes, `new` takes whole records that were read before as they were
   * @throws the error of the file system when the folder cannot be listed
   */
  async look(how: 'all' | 'new'): Promise<JournalListing | undefined> {
    if (!(await this.isOwnFolder())) return undefined;
    const names = await this.names();
    const numbers = numbersOf(names);
    await this.readFiles(numbers, how);
    return {
      files: numbers.flatMap((number) => this.fileOf(number)),
      strays: names.filter(isStray).sort(),
      isBeingWritten: this.isBeingWritten(numbers.at(-1)),
    };
  }

  /**
   * Names in the folder. A list that is made while records are added may lack one and show the next; a second list, made
   * after that, has it.
   */
  private async names(): Promise<readonly string[]> {
    const first = await this.list();
    const numbers = numbersOf(first);
    const highest = numbers.at(-1) ?? 0;
    if (numbers.length === highest) return first;
    return (await this.list()).filter((name) => (numberOfFileName(name) ?? 0) <= highest);
  }

  private async list(): Promise<readonly string[]> {
    try {
      return await this.world.fs.list(this.folder);
    } catch (error) {
      if (errorCode(error) === 'ENOENT') return [];
      throw error;
    }
  }

  /** Links out of the upgrade's folder are not followed. */
  private async isOwnFolder(): Promise<boolean> {
    for (const folder of ownFolders(this.folder)) {
      const stat = await this.stat(folder);
      if (stat && stat.kind !== 'folder') return false;
    }
    return true;
  }

  private async readFiles(numbers: readonly number[], how: 'all' | 'new'): Promise<void> {
    const present = new Set(numbers);
    for (const number of this.seen.keys()) if (!present.has(number)) this.seen.delete(number);
    const open = numbers.filter((number) => how === 'all' || this.seen.get(number)?.content.kind !== 'record');
    for (let at = 0; at < open.length; at += together) {
      await Promise.all(open.slice(at, at + together).map((number) => this.readFile(number)));
    }
  }

  private async readFile(number: number): Promise<void> {
    const path = join(this.folder, recordFileName(number));
    try {
      const stat = await this.stat(path);
      if (!stat) this.seen.delete(number);
      else if (stat.version !== this.seen.get(number)?.version) await this.take(number, path, stat);
    } catch (error) {
      if (isPassing(error)) throw error;
      if (errorCode(error) === 'ENOENT') this.seen.delete(number);
      else this.seen.set(number, { content: { kind: 'damaged', defect: 'unreadable' }, version: '' });
    }
  }

  private async take(number: number, path: string, stat: EntryStat): Promise<void> {
    const content = await this.contentOf(number, path, stat);
    this.seen.set(number, { content, version: stat.version });
  }

  private async contentOf(number: number, path: string, stat: EntryStat): Promise<RecordContent> {
    if (stat.kind !== 'file') return { kind: 'damaged', defect: 'notAFile' };
    if (stat.sizeBytes > recordLimitBytes) return { kind: 'damaged', defect: 'tooLarge' };
    return readRecord(await this.world.fs.read(path, recordLimitBytes), number, sha256);
  }

  private async stat(path: string): Promise<EntryStat | undefined> {
    try {
      return await this.world.fs.stat(path);
    } catch (error) {
      if (errorCode(error) === 'ENOENT') return undefined;
      throw error;
    }
  }

  private fileOf(number: number): readonly JournalFile[] {
    const seen = this.seen.get(number);
    return seen ? [{ number, content: seen.content }] : [];
  }

  /** Where there are no hard links a record grows under its number: it is torn only when it does not grow any more. */
  private isBeingWritten(newest: number | undefined): boolean {
    const seen = newest === undefined ? undefined : this.seen.get(newest);
    if (newest === undefined || seen?.content.kind !== 'torn') {
      this.unfinished = undefined;
      return false;
    }
    const file = `${String(newest)} ${seen.version}`;
    const nowMs = this.world.elapsedMs();
    if (this.unfinished?.file !== file) this.unfinished = { file, sinceMs: nowMs };
    return nowMs - this.unfinished.sinceMs < quietMs;
  }
}

/** Errors that say nothing about the file: too many open files, not enough memory. */
function isPassing(error: unknown): boolean {
  return ['EMFILE', 'ENFILE', 'ENOMEM'].includes(errorCode(error));
}

/** Ascending. */
function numbersOf(names: readonly string[]): readonly number[] {
  return names.flatMap((name) => numberOfFileName(name) ?? []).sort((a, b) => a - b);
}

/** A second version of a record, as programs that synchronise folders leave them. */
function isStray(name: string): boolean {
  return /\.json$/i.test(name) && numberOfFileName(name) === undefined;
}
