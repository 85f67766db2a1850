import { execFileSync } from 'node:child_process';
import { existsSync, readFileSync } from 'node:fs';
import { join } from 'node:path';

export const projectRoot = join(__dirname, '..', '..');

/** Files of the project as git sees them: tracked, or new and not ignored. */
export function projectFiles(): readonly string[] {
  const args = ['ls-files', '-z', '--cached', '--others', '--exclude-standard'];
  const listed = execFileSync('git', args, { cwd: projectRoot, encoding: 'utf8', maxBuffer: 64e6 });
  return [...new Set(listed.split('\0'))].filter((path) => path !== '' && existsSync(join(projectRoot, path)));
}

/** Text of a file of the project, by its path from the root. */
export function textOf(path: string): string {
  return readFileSync(join(projectRoot, path), 'utf8');
}
