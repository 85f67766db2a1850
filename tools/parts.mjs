// A part that the tools bring along lies in .tools, with a stamp that says how it was made.
import { existsSync, mkdirSync, mkdtempSync, readFileSync, renameSync, rmSync, writeFileSync } from 'node:fs';
import { dirname, join } from 'node:path';

/**
 * Makes sure that a folder holds the part of this stamp: nothing to do when it does. Else `build(work)` makes it beside its place,
 * and it is renamed at the end, so that a stopped or second installation leaves nothing half.
 */
export function installOnce(folder, stamp, build) {
  const file = join(folder, '.stamp');
  if (existsSync(file) && readFileSync(file, 'utf8') === stamp) return;
  mkdirSync(dirname(folder), { recursive: true });
  const work = mkdtempSync(`${folder}.part-`);
  try {
    build(work);
    writeFileSync(join(work, '.stamp'), stamp);
    rmSync(folder, { recursive: true, force: true });
    renameSync(work, folder);
  } finally {
    rmSync(work, { recursive: true, force: true });
  }
}
