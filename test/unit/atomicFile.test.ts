import assert from 'node:assert/strict';
import { mkdtempSync, readdirSync, readFileSync, rmSync, statSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { writeAtomically } from '../../src/node/atomicFile';
import { nodeFileSystem, type JournalFileSystem } from '../../src/node/journalFileSystem';
import { FailingFileSystem } from '../build/failingFileSystem';

const failure = (code: string): Error => Object.assign(new Error(code), { code });

describe('writeAtomically', () => {
  let folder: string;
  let path: string;
  beforeEach(() => {
    folder = mkdtempSync(join(tmpdir(), 'mfa-atomic-'));
    path = join(folder, 'runbook.json');
    writeFileSync(path, 'old');
  });
  afterEach(() => {
    rmSync(folder, { recursive: true });
  });

  const shown = (): string => readFileSync(path, 'utf8');
  const assertUntouched = (): void => {
    assert.deepEqual([shown(), readdirSync(folder)], ['old', ['runbook.json']]);
  };

  it('replaces the content and leaves nothing beside it', async () => {
    await writeAtomically(path, 'new ü');
    assert.deepEqual([shown(), readdirSync(folder)], ['new ü', ['runbook.json']]);
    await writeAtomically(join(folder, 'b'), new Uint8Array());
    assert.equal(readFileSync(join(folder, 'b')).length, 0);
  });

  it('leaves the file to its owner alone, unless it is told otherwise', async function () {
    if (process.platform === 'win32') this.skip();
    await writeAtomically(path, 'new');
    await writeAtomically(join(folder, 'b'), 'new', { mode: 0o640 });
    assert.deepEqual(
      [path, join(folder, 'b')].map((file) => statSync(file).mode & 0o777),
      [0o600, 0o640],
    );
  });

  it('goes on when a write takes fewer bytes than it was given', async () => {
    const create: JournalFileSystem['create'] = async (name) => {
      const file = await nodeFileSystem.create(name, 0o600);
      return { ...file, write: (bytes, offset) => file.write(bytes.subarray(0, offset + 3), offset) };
    };
    await writeAtomically(path, 'a longer text', { fs: { ...nodeFileSystem, create } });
    assert.equal(shown(), 'a longer text');
  });

  it('ends when a write takes nothing, and when less is found than was written', async () => {
    const create: JournalFileSystem['create'] = async (name) => ({
      ...(await nodeFileSystem.create(name, 0o600)),
      write: () => Promise.resolve(0),
    });
    await assert.rejects(writeAtomically(path, 'new', { fs: { ...nodeFileSystem, create } }), { code: 'ENOSPC' });
    const lying: JournalFileSystem['create'] = async (name) => ({
      ...(await nodeFileSystem.create(name, 0o600)),
      write: (bytes, offset) => Promise.resolve(bytes.length - offset),
    });
    await assert.rejects(writeAtomically(path, 'new', { fs: { ...nodeFileSystem, create: lying } }), { code: 'EIO' });
    assertUntouched();
  });

  it('leaves the old file as it was, whichever call fails before the rename', async () => {
    const whole = new FailingFileSystem(nodeFileSystem, undefined);
    await writeAtomically(join(folder, 'other'), 'x', { fs: whole.fs });
    rmSync(join(folder, 'other'));
    const renamed = whole.calls.indexOf('rename');
    assert.ok(renamed > 3);
    for (let call = 0; call <= renamed; call++) {
      const { fs } = new FailingFileSystem(nodeFileSystem, { call, code: 'EIO', forGood: false });
      await assert.rejects(writeAtomically(path, 'new', { fs, platform: 'linux' }), { code: 'EIO' });
      assertUntouched();
    }
  });

  for (const code of ['EBUSY', 'EPERM', 'EACCES']) {
    it(`waits on Windows while another program holds the old file (${code}), at most a minute`, async () => {
      let waitedMs = 0;
      let heldMs = 5_000;
      const wait = (ms: number): Promise<void> => {
        waitedMs += ms;
        return Promise.resolve();
      };
      const rename: JournalFileSystem['rename'] = (from, to) =>
        waitedMs < heldMs ? Promise.reject(failure(code)) : nodeFileSystem.rename(from, to);
      await writeAtomically(path, 'new', { fs: { ...nodeFileSystem, rename }, platform: 'win32', wait });
      assert.deepEqual([shown(), waitedMs], ['new', 5_000]);
      [heldMs, waitedMs] = [Infinity, 0];
      await assert.rejects(
        writeAtomically(path, 'newer', { fs: { ...nodeFileSystem, rename }, platform: 'win32', wait }),
        { code },
      );
      assert.deepEqual([shown(), waitedMs, readdirSync(folder).length], ['new', 60_000, 1]);
    });
  }

  it('does not wait elsewhere, nor for other errors', async () => {
    const wait = (): Promise<void> => assert.fail('it waited');
    for (const [platform, code] of [
      ['linux', 'EBUSY'],
      ['win32', 'ENOSPC'],
    ] as const) {
      const fs = { ...nodeFileSystem, rename: () => Promise.reject(failure(code)) };
      await assert.rejects(writeAtomically(path, 'new', { fs, platform, wait }), { code });
    }
    assertUntouched();
  });
});
