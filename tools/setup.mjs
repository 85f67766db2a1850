// What `npm start` and `npm test` do before their own work. Only Node's builtins: it runs before anything is installed.
import { existsSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { runNpm, runQuietly } from './child.mjs';
import { missingParts } from './machine.mjs';
import { root, say } from './project.mjs';

/** Ends the program with one line for each missing part. */
export function requireParts(uses) {
  const missing = missingParts(uses);
  if (missing.length === 0) return;
  throw new Error(missing.join('\n'));
}

function readPackages(file) {
  return existsSync(file) ? JSON.parse(readFileSync(file, 'utf8')).packages : undefined;
}

/** npm notes what it installed in node_modules/.package-lock.json, last of all: a stopped install leaves none. */
function hasPackages() {
  const wanted = readPackages(join(root, 'package-lock.json'));
  const installed = readPackages(join(root, 'node_modules', '.package-lock.json'));
  if (!wanted || !installed) return false;
  const needed = Object.entries(wanted).filter(
    ([path, { optional, devOptional }]) => path && !optional && !devOptional,
  );
  return needed.every(([path, { version, integrity }]) => {
    const found = installed[path];
    return found?.version === version && found.integrity === integrity;
  });
}

/** Installs the packages of package-lock.json, only where they are missing or the lock file has changed. */
export function installPackages() {
  if (hasPackages()) return;
  say('Installing the packages of package-lock.json');
  runNpm(['ci'], root);
}

/** Writes what the sources import and git does not keep: the farm validator. */
export function generateSources() {
  runQuietly(process.execPath, ['--import', 'tsx', join('tools', 'schemas.ts')], { cwd: root });
}

/** Builds dist/ for development. */
export function buildAll() {
  say('Building the extension');
  runQuietly(process.execPath, ['esbuild.mjs'], { cwd: root });
}

/** The absolute path of a PowerShell that can run the steps; restored from NuGet when the machine has none. */
export function findPowerShell() {
  return runQuietly(process.execPath, [join('tools', 'powershell', 'path.mjs')], { cwd: root }).trim();
}

/** All that tests need, with the PowerShell that they start, unless the caller has named one. */
export function prepareTests(uses) {
  requireParts(uses);
  installPackages();
  generateSources();
  process.env.MFA_UPGRADE_POWERSHELL ??= findPowerShell();
  // A script of a test lives for seconds: .NET would spend a sixth of them on measuring how to run it faster later.
  process.env.DOTNET_TieredPGO ??= '0';
}
