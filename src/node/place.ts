import { lstat } from 'node:fs/promises';
import { basename, dirname, join, resolve } from 'node:path';
import type { Finding } from '../core/report/finding';
import type { Mode } from '../core/upgrade/record';
import { numberOfFileName, readRecord, recordFileName, recordLimitBytes } from '../core/upgrade/recordFormat';
import { bytesOfFile, nodeFileSystem } from './journalFileSystem';
import { sha256 } from './sha256';

/** Where an upgrade lives: the folder with farm.json, and below it the upgrade's own folder for this mode. */
export interface Place {
  readonly folder: string;
  readonly mode: Mode;
  readonly farmFile: string;
  /** `.mfa-upgrade`, or the DIR of a rehearsal elsewhere: keeps its content out of version control. */
  readonly top: string;
  readonly base: string;
  readonly journal: string;
  readonly runs: string;
  readonly runbookFile: string;
  readonly hosts: string;
}

export const upgradeFolderName = '.mfa-upgrade';
export const sampleMarker = '.mfa-upgrade-sample';

/** The place of the production upgrade or of the rehearsal beside `folder`'s farm.json. */
export function placeOf(folder: string, mode: Mode): Place {
  const production = join(resolve(folder), upgradeFolderName);
  return placeAt(folder, mode, production, mode === 'production' ? production : join(production, 'rehearsal'));
}

/** The place of the rehearsal of a farm file: beside it, or in a folder of its own. */
export function placeOfRehearsal(farmFile: string, directory?: string): Place {
  const file = resolve(farmFile);
  if (directory === undefined) return { ...placeOf(dirname(file), 'rehearsal'), farmFile: file };
  const base = resolve(directory);
  const top = basename(dirname(base)) === upgradeFolderName ? dirname(base) : base;
  return { ...placeAt(dirname(file), 'rehearsal', top, base), farmFile: file };
}

function placeAt(folder: string, mode: Mode, top: string, base: string): Place {
  return {
    folder: resolve(folder),
    mode,
    top,
    base,
    farmFile: join(resolve(folder), 'farm.json'),
    journal: join(base, 'journal'),
    runs: join(base, 'runs'),
    runbookFile: join(base, 'runbook.json'),
    hosts: join(base, 'hosts'),
  };
}

/**
 * The upgrade that a DIR of the command line means: such a folder itself, or one that holds `.mfa-upgrade` (then the production upgrade).
 * The mode is read from the first of its records that can be read. Undefined when there is no upgrade.
 */
export async function placeOfDirectory(directory: string): Promise<Place | undefined> {
  const dir = resolve(directory);
  const base = (await exists(join(dir, upgradeFolderName))) ? join(dir, upgradeFolderName) : dir;
  const mode = await modeOf(join(base, 'journal'));
  if (!mode) return undefined;
  const top = basename(dirname(base)) === upgradeFolderName ? dirname(base) : base;
  return placeAt(dirname(top), mode, top, base);
}

/** Mode in the first record that is one; damage is found by whoever reads the journal, so without any it counts as production. */
async function modeOf(journal: string): Promise<Mode | undefined> {
  if (!(await exists(journal))) return undefined;
  const names = await nodeFileSystem.list(journal).catch(() => []);
  const numbers = names.flatMap((name) => numberOfFileName(name) ?? []).sort((a, b) => a - b);
  for (const number of numbers) {
    const path = join(journal, recordFileName(number));
    const bytes = await bytesOfFile(path, recordLimitBytes).catch(() => new Uint8Array());
    const content = readRecord(bytes, number, sha256);
    if (content.kind === 'record') return content.record.mode;
  }
  return 'production';
}

/** A sample folder is for rehearsals only. */
export function isSample(folder: string): Promise<boolean> {
  return exists(join(folder, sampleMarker));
}

/**
 * What is uneasy about where a folder lies: a program that copies files back and forth, or a network between. Nothing is
 * refused; records are made to survive both, but a lost network stops the evening. Pure; by the path alone, of either system.
 */
export function placeWarnings(folder: string): readonly Finding[] {
  const parts = folder.split(/[\\/]/);
  const isShare = /^(?:\\\\|\/\/)[^\\/?.]/.test(folder);
  const isSynced = parts.some((part) => /^OneDrive(?: - .+)?$/i.test(part));
  const warning = (code: string, message: string): Finding => ({
    code,
    severity: 'warning',
    message,
    remedy: 'Better keep the folder of the upgrade on a disk of this computer.',
    file: folder,
  });
  return [
    ...(isSynced
      ? [warning('FolderSynced', 'OneDrive keeps a copy of this folder, and may put older files back.')]
      : []),
    ...(isShare
      ? [warning('FolderOnShare', 'This folder lies on a share. When the network goes, nothing can be recorded.')]
      : []),
  ];
}

/** Whether something lies at a path; a link itself counts, not what it leads to. */
export async function exists(path: string): Promise<boolean> {
  return lstat(path).then(
    () => true,
    () => false,
  );
}
