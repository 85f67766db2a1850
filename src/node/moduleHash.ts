import { readdir, readFile } from 'node:fs/promises';
import { join, relative, sep } from 'node:path';
import { sha256 } from './sha256';

/**
 * SHA-256 over everything in the program's folder `powershell`: one line for each file, its path and its own SHA-256, in the
 * order of the paths' characters. An elevated run compares it before it loads any of it (Invoke-ElevatedStep.ps1 reckons the same).
 */
export async function moduleHash(programFolder: string): Promise<string> {
  const folder = join(programFolder, 'powershell');
  const entries = await readdir(folder, { recursive: true, withFileTypes: true });
  const paths = entries
    .filter((entry) => entry.isFile())
    .map((entry) => relative(folder, join(entry.parentPath, entry.name)).split(sep).join('/'))
    .sort((one, other) => (one < other ? -1 : 1));
  const lines = await Promise.all(paths.map(async (path) => `${path} ${sha256(await readFile(join(folder, path)))}\n`));
  return sha256(lines.join(''));
}
