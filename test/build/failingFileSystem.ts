import type { JournalFileSystem, OpenEntry } from '../../src/node/journalFileSystem';

/** Which call fails, with what, and whether all later ones fail too. */
export interface Fault {
  /** 0 for the first call. */
  readonly call: number;
  readonly code: string;
  readonly forGood: boolean;
}

/** A file system whose every call can be made to fail. */
export class FailingFileSystem {
  /** Names of the calls so far. */
  readonly calls: string[] = [];
  readonly fs: JournalFileSystem;

  constructor(
    inner: JournalFileSystem,
    private readonly fault: Fault | undefined,
  ) {
    const guard = this.guard.bind(this);
    this.fs = {
      list: (folder) => guard('list', () => inner.list(folder)),
      stat: (path) => guard('stat', () => inner.stat(path)),
      read: (path, limit) => guard('read', () => inner.read(path, limit)),
      create: (path, mode) => guard('create', async () => this.entry('file', await inner.create(path, mode))),
      openFile: (path) => guard('openFile', async () => this.entry('file', await inner.openFile(path))),
      openFolder: (path) => guard('openFolder', async () => this.entry('folder', await inner.openFolder(path))),
      makeFolder: (path) => guard('makeFolder', () => inner.makeFolder(path)),
      link: (from, to) => guard('link', () => inner.link(from, to)),
      rename: (from, to) => guard('rename', () => inner.rename(from, to)),
      remove: (path) => guard('remove', () => inner.remove(path)),
    };
  }

  private entry(what: string, inner: OpenEntry): OpenEntry {
    return {
      write: (bytes, offset) => this.guard(`${what}.write`, () => inner.write(bytes, offset)),
      sync: () => this.guard(`${what}.sync`, () => inner.sync()),
      close: () => this.guard(`${what}.close`, () => inner.close()),
    };
  }

  private guard<T>(name: string, act: () => Promise<T>): Promise<T> {
    const call = this.calls.push(name) - 1;
    const { fault } = this;
    const hits = fault && (fault.forGood ? call >= fault.call : call === fault.call);
    return hits ? Promise.reject(Object.assign(new Error(fault.code), { code: fault.code })) : act();
  }
}
