import { execFileSync } from 'node:child_process';
import { mkdtempSync, rmSync, writeFileSync, mkdirSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { RecordBody, UpgradeRecord } from '../../src/core/upgrade/record';
import { noRecordHash, recordFileName, serialiseRecord, type Stamp } from '../../src/core/upgrade/recordFormat';
import type { RecordStoreOptions } from '../../src/node/recordStore';
import { sha256 } from '../../src/node/sha256';

/** Who writes the records of tests, and when. */
export const stamp: Stamp = {
  time: '2026-11-25T20:15:00.000Z',
  actor: { user: 'jdoe', computer: 'ADMIN01' },
  mode: 'rehearsal',
};

/** A short record that differs from every other one by its text. */
export function said(text: string): RecordBody {
  return { type: 'attested', step: 'a@Contoso', how: text };
}

/** Record files as bytes, from number 1, each building on the one before it. @param stampOf of the record with a number */
export function recordFiles(
  bodies: readonly RecordBody[],
  stampOf: (number: number) => Stamp = () => stamp,
): readonly Buffer[] {
  let prev = noRecordHash;
  return bodies.map((body, n) => {
    const { line, record } = serialiseRecord(body, stampOf(n + 1), { number: n + 1, void: [], prev }, sha256);
    prev = record.hash;
    return Buffer.from(line);
  });
}

/** Number and hash of the record in a file, as somebody outside would remember them. */
export function copyOf(file: Uint8Array | undefined): { readonly number: number; readonly hash: string } {
  const { number, hash } = JSON.parse(Buffer.from(file ?? []).toString()) as UpgradeRecord;
  return { number, hash };
}

const pipeMaker = 'mkfifo'; // of the system, no package's

/** A pipe that nobody writes to, in the place of a file: who opens it waits for ever. Windows has none. */
export function putPipe(path: string): void {
  rmSync(path, { force: true });
  execFileSync(pipeMaker, [path]);
}

/** A journal folder of its own for a test, below an upgrade's folder. */
export class TestJournal {
  readonly top = mkdtempSync(join(tmpdir(), 'mfa-journal-'));
  readonly base = join(this.top, '.mfa-upgrade');
  readonly folder = join(this.base, 'journal');

  constructor(files: readonly Uint8Array[] = []) {
    mkdirSync(this.folder, { recursive: true });
    files.forEach((bytes, n) => this.put(n + 1, bytes));
  }

  put(number: number, bytes: Uint8Array | string): void {
    writeFileSync(this.pathOf(number), bytes);
  }

  pathOf(number: number): string {
    return join(this.folder, recordFileName(number));
  }

  remove(): void {
    rmSync(this.top, { recursive: true, force: true });
  }
}

/** Options under which waiting takes no time and the clock goes on by as much. */
export function patience(): Required<Pick<RecordStoreOptions, 'wait' | 'elapsedMs'>> {
  let nowMs = 0;
  return {
    elapsedMs: () => nowMs,
    wait: (ms) => {
      nowMs += ms;
      return Promise.resolve();
    },
  };
}
