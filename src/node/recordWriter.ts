import { randomUUID } from 'node:crypto';
import { dirname, join } from 'node:path';
import { recordFileName } from '../core/upgrade/recordFormat';
import { createFile, fillFile, openForSync, syncFolder } from './atomicFile';
import { errorCode, type JournalFileSystem, type OpenEntry } from './journalFileSystem';
import { ownFolders } from './ownFolders';

/**
 * How the claim to a number ended. `failed`: nothing stands under the number by us. `uncertain`: something of ours may.
 * After an error of sync nothing that this process believes about the disk holds any more.
 */
export type Claim =
  | { readonly kind: 'claimed' }
  | { readonly kind: 'taken' }
  | { readonly kind: 'failed' | 'uncertain'; readonly error: unknown };

/** Whoever has not filled a number by then leaves it: soon others take it for torn. */
const fillLimitMs = 5_000;
const temporaryAgeMs = 24 * 60 * 60 * 1000;
const temporaryName = /^\.record-[0-9a-f-]{36}\.tmp$/;

/** What file systems without hard links say; EISDIR is what Windows says on FAT. */
const noLinkCodes: readonly string[] = ['EPERM', 'ENOSYS', 'ENOTSUP', 'EOPNOTSUPP', 'EISDIR', 'EINVAL', 'EXDEV'];

/** What a number is claimed for. */
export interface NewRecord {
  readonly number: number;
  /** Number of the record that it builds on, 0 for none. */
  readonly builtOn: number;
  readonly bytes: Uint8Array;
}

type NumberedFile = NewRecord & { readonly mode: number };

/** Claims record numbers of one journal folder. */
export class RecordWriter {
  constructor(
    private readonly folder: string,
    private readonly fs: JournalFileSystem,
    private readonly elapsedMs: () => number,
  ) {}

  /** Makes the journal's folder where it is not there yet, and makes the names that lead to it safe. */
  async makeFolder(): Promise<Claim | undefined> {
    try {
      await this.fs.makeFolder(this.folder);
      for (const folder of ownFolders(this.folder)) await syncFolder(this.fs, dirname(folder));
      return undefined;
    } catch (error) {
      if (errorCode(error) === '') throw error;
      return { kind: 'failed', error };
    }
  }

  /**
   * Writes a record under a temporary name and gives it its number. The number is the lock: who finds it taken has lost.
   * `claimed` is only said when bytes and name are safe on the disk, as far as the platform can make them so.
   */
  async claim(record: NewRecord): Promise<Claim> {
    const temporary = join(this.folder, `.record-${randomUUID()}.tmp`);
    let folder: Pick<OpenEntry, 'sync' | 'close'> | undefined;
    try {
      folder = await openForSync(this.fs, this.folder); // before the number is given: nothing may fail later that can fail now
      const { permissions } = await this.fs.stat(this.folder);
      const mode = permissions & 0o666; // whoever may read the journal may read its records
      await createFile(this.fs, temporary, record.bytes, mode);
      return await this.giveNumber(temporary, { ...record, mode }, folder);
    } catch (error) {
      if (errorCode(error) === '') throw error;
      return { kind: 'failed', error };
    } finally {
      await this.fs.remove(temporary).catch(ignore);
      await folder?.close().catch(ignore);
    }
  }

  /** Takes away what killed writers have left. A writer that loses its file so is told that it could not write. */
  async removeOldTemporaries(nowMs: number): Promise<void> {
    const names = await this.fs.list(this.folder).catch((): readonly string[] => []);
    for (const name of names.filter((each) => temporaryName.test(each))) {
      const path = join(this.folder, name);
      const stat = await this.fs.stat(path).catch(ignore);
      if (stat && nowMs - stat.modifiedMs > temporaryAgeMs) await this.fs.remove(path).catch(ignore);
    }
  }

  private pathOf(number: number): string {
    return join(this.folder, recordFileName(number));
  }

  private async giveNumber(
    temporary: string,
    record: NumberedFile,
    folder: Pick<OpenEntry, 'sync'> | undefined,
  ): Promise<Claim> {
    const linked = await this.link(temporary, this.pathOf(record.number));
    const claim = linked === 'noLinks' ? await this.fillNumber(record) : linked;
    if (claim.kind !== 'claimed') return claim;
    try {
      await folder?.sync();
      return claim;
    } catch (error) {
      return { kind: 'uncertain', error };
    }
  }

  private async link(temporary: string, path: string): Promise<Claim | 'noLinks'> {
    try {
      await this.fs.link(temporary, path);
      return { kind: 'claimed' };
    } catch (error) {
      const found = await this.compare(temporary, path); // a share may do it and still report an error
      if (found === 'same') return { kind: 'claimed' };
      if (errorCode(error) === 'EEXIST') return { kind: 'taken' };
      if (noLinkCodes.includes(errorCode(error))) return 'noLinks';
      return { kind: found === 'other' ? 'failed' : 'uncertain', error };
    }
  }

  private async compare(one: string, two: string): Promise<'same' | 'other' | 'unknown'> {
    try {
      const [first, second] = [await this.fs.stat(one), await this.fs.stat(two)];
      return first.identity === second.identity ? 'same' : 'other';
    } catch (error) {
      return errorCode(error) === 'ENOENT' ? 'other' : 'unknown';
    }
  }

  /** Without hard links the record grows under its number, and readers wait until it is whole. */
  private async fillNumber({ number, builtOn, bytes, mode }: NumberedFile): Promise<Claim> {
    const path = this.pathOf(number);
    await this.syncRecord(builtOn);
    const startedMs = this.elapsedMs();
    const file = await this.fs.create(path, mode).catch((error: unknown) => error);
    if (!isOpen(file)) return errorCode(file) === 'EEXIST' ? { kind: 'taken' } : { kind: 'failed', error: file };
    let isWhole = false as boolean;
    try {
      await fillFile(file, bytes, () => (isWhole = true));
      return { kind: 'claimed' };
    } catch (error) {
      const isOld = this.elapsedMs() - startedMs > fillLimitMs;
      return { kind: isWhole || isOld ? 'uncertain' : await this.giveBack(path), error };
    }
  }

  /** A record that grew under its number is seen whole before it is safe: nothing is built on it before. */
  private async syncRecord(number: number): Promise<void> {
    if (number === 0) return;
    const file = await this.fs.openFile(this.pathOf(number));
    try {
      await file.sync();
    } finally {
      await file.close();
    }
  }

  /** A torn number that nobody has built on, and that nobody can have taken for void yet. */
  private giveBack(path: string): Promise<'failed' | 'uncertain'> {
    return this.fs.remove(path).then(
      () => 'failed',
      () => 'uncertain',
    );
  }
}

function isOpen(file: unknown): file is OpenEntry {
  return typeof file === 'object' && file !== null && 'sync' in file;
}

/** For tidying up: what matters was said before. */
function ignore(): undefined {
  return undefined;
}
