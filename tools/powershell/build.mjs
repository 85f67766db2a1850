// What ships of powershell/: the same modules with one file for what is loaded together. A start reads some thirty files then, not
// three hundred, and each of them is looked at by the execution policy and by a virus scanner.
import { copyFileSync, mkdirSync, readFileSync, readdirSync, writeFileSync } from 'node:fs';
import { basename, dirname, join } from 'node:path';
import { root } from '../project.mjs';

const source = join(root, 'powershell');
/** Loaded whole with the folders below it; only what reports has other users too. */
const loadedWhole = join(source, 'MfaServerUpgrade', 'Private');

/** Lays the modules into a folder of the project and gives the paths of their files, as seen from the project. */
export function buildPowerShell(into = 'dist/powershell') {
  const files = readdirSync(source, { recursive: true, withFileTypes: true }).filter((entry) => entry.isFile());
  const places = new Map();
  for (const file of files.map(({ parentPath, name }) => join(parentPath, name)).sort()) {
    const home = homeOf(dirname(file));
    places.set(home, [...(places.get(home) ?? []), file]);
  }
  return [...places].flatMap(([folder, found]) => buildFolder(folder, found, join(into, folder.slice(source.length))));
}

function homeOf(folder) {
  return dirname(folder) === loadedWhole && basename(folder) !== 'Report' ? loadedWhole : folder;
}

function buildFolder(folder, files, place) {
  const scripts = files.filter((file) => file.endsWith('.ps1'));
  // At the top lies what is started by its name.
  const joined = folder === source || scripts.length < 2 ? [] : scripts;
  const texts = files
    .filter((file) => !joined.includes(file) && !file.endsWith('.json'))
    .map((file) => [basename(file), [file]]);
  if (joined.length > 0) texts.push([`${basename(folder)}.ps1`, joined]);
  return texts.map(([name, parts]) => write(place, name, parts));
}

function write(place, name, parts) {
  mkdirSync(join(root, place), { recursive: true });
  const made = join(root, place, name);
  if (parts.length === 1) copyFileSync(parts[0], made);
  else writeFileSync(made, parts.map((part) => readFileSync(part, 'utf8')).join('\n'));
  return join(place, name).replaceAll('\\', '/');
}
