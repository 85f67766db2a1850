// What ships of powershell/: the same modules with one file a folder. A start reads some forty files then, not three hundred, and
// each of them is looked at by the execution policy and by a virus scanner.
import { copyFileSync, mkdirSync, readFileSync, readdirSync, writeFileSync } from 'node:fs';
import { basename, join } from 'node:path';
import { root } from '../project.mjs';

const source = join(root, 'powershell');

/** Lays the modules into a folder of the project and gives the paths of their files, as seen from the project. */
export function buildPowerShell(into = 'dist/powershell') {
  return readdirSync(source, { recursive: true, withFileTypes: true })
    .filter((entry) => entry.isDirectory())
    .map((entry) => join(entry.parentPath, entry.name))
    .concat(source)
    .flatMap((folder) => buildFolder(folder, into));
}

function buildFolder(folder, into) {
  const names = readdirSync(folder, { withFileTypes: true })
    .filter((entry) => entry.isFile())
    .map(({ name }) => name)
    .sort();
  const scripts = names.filter((name) => name.endsWith('.ps1'));
  // At the top lies what is started by its name.
  const joined = folder === source || scripts.length < 2 ? [] : scripts;
  const texts = names.filter((name) => !joined.includes(name) && !name.endsWith('.json')).map((name) => [name, [name]]);
  if (joined.length > 0) texts.push([`${basename(folder)}.ps1`, joined]);
  return texts.map(([name, parts]) => write(folder, join(into, folder.slice(source.length)), name, parts));
}

function write(folder, place, name, parts) {
  mkdirSync(join(root, place), { recursive: true });
  const made = join(root, place, name);
  if (parts.length === 1) copyFileSync(join(folder, name), made);
  else writeFileSync(made, parts.map((part) => readFileSync(join(folder, part), 'utf8')).join('\n'));
  return join(place, name).replaceAll('\\', '/');
}
