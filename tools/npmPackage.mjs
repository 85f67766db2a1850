// A package of npm as it was packed, without its dependencies and without its scripts, compared with what was chosen.
import { createHash } from 'node:crypto';
import { readFileSync, readdirSync } from 'node:fs';
import { join } from 'node:path';
import { runNpm } from './child.mjs';

/** npm without questions and without lines of its own. */
export function npm(args, cwd) {
  const quiet = ['--no-audit', '--no-fund', '--loglevel=error'];
  return runNpm([...args, ...quiet], cwd, { npm_config_engine_strict: 'false' });
}

/** Brings `name@version` into the folder and gives the path of its .tgz. Throws when it is not the one of `integrity`. */
export function fetchPackage(folder, name, integrity) {
  npm(['pack', name, '--ignore-scripts', '--pack-destination', folder], folder);
  const packageFile = join(folder, readdirSync(folder).find((file) => file.endsWith('.tgz')) ?? 'missing.tgz');
  const found = `sha512-${createHash('sha512').update(readFileSync(packageFile)).digest('base64')}`;
  if (found !== integrity)
    throw new Error(`${name} came with ${found}, but ${integrity} is expected. Nothing was installed.`);
  return packageFile;
}
