import { lstat, mkdir, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import type { Finding } from '../core/report/finding';
import { errorCode } from './journalFileSystem';
import type { Place } from './place';

const gitFiles: Readonly<Record<string, string>> = { '.gitignore': '*\n', '.gitattributes': '* -text\n' };

/**
 * Makes the upgrade's own folder for its owner alone, and keeps it out of version control. What is there stays.
 * @throws the error of the file system
 */
export async function makeOwnFolder({ top, base }: Place): Promise<void> {
  await mkdir(base, { recursive: true, mode: 0o700 });
  for (const [name, text] of Object.entries(gitFiles)) {
    await writeFile(join(top, name), text, { flag: 'wx', mode: 0o600 }).catch(unlessThere); // follows no link
  }
}

function unlessThere(error: unknown): void {
  if (errorCode(error) !== 'EEXIST') throw error;
}

/** What in the upgrade's folder is not what it has to be, such as a link out of it. The journal is looked at by its own reader. */
export async function foreignEntries({ top, runs, hosts, runbookFile }: Place): Promise<readonly Finding[]> {
  const files = [runbookFile, ...Object.keys(gitFiles).map((name) => join(top, name))];
  const found = [
    ...(await Promise.all(files.map(async (path) => ((await isForeign(path, 'file')) ? [path] : [])))),
    ...(await Promise.all([runs, hosts].map(async (path) => ((await isForeign(path, 'folder')) ? [path] : [])))),
  ];
  return found.flat().map(notOurs);
}

/** Nothing is nothing foreign: it is made when it is needed. */
async function isForeign(path: string, kind: 'file' | 'folder'): Promise<boolean> {
  const stat = await lstat(path).catch(() => undefined);
  if (!stat) return false;
  return kind === 'file' ? !stat.isFile() : !stat.isDirectory();
}

function notOurs(file: string): Finding {
  return {
    code: 'UpgradeFolderLinked',
    severity: 'error',
    message: 'A link, or something else than belongs there, stands in the folder of the upgrade. It was not followed.',
    remedy: 'Put the real file or folder in its place, or take the link away.',
    file,
  };
}
