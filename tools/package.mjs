// `npm run package`: builds for production and writes the .vsix, without the network. vsce prints what it holds; a stranger in it is a failure.
import { readFileSync, rmSync, statSync } from 'node:fs';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { PackageManager, createVSIX, listFiles } from '@vscode/vsce';
import { runQuietly } from './child.mjs';
import { root } from './project.mjs';

const sizeLimitBytes = 500 * 1024;
const strangers = /(^|\/)(node_modules|src|test|tools|out|\.tools)\/|\.map$|\.ts$|\.Tests\.ps1$/i;

/** Where the .vsix of the present version lies. */
function packagePath() {
  const { name, version } = JSON.parse(readFileSync(join(root, 'package.json'), 'utf8'));
  return join(root, `${name}-${version}.vsix`);
}

/** Builds, packages, and gives the path, the size in bytes, the files, and what is wrong with them (nothing when fine). */
async function packageExtension() {
  // A failed build must leave no older package that the suites would take for this one.
  rmSync(packagePath(), { force: true });
  process.stdout.write(runQuietly(process.execPath, ['esbuild.mjs', '--production', '--tests'], { cwd: root }));
  const file = packagePath();
  await createVSIX({
    cwd: root,
    packagePath: file,
    dependencies: false,
    allowMissingRepository: true,
    rewriteRelativeLinks: false,
  });
  const files = (await listFiles({ cwd: root, packageManager: PackageManager.None })).sort();
  const sizeBytes = statSync(file).size;
  return { file, files, sizeBytes, faults: faultsOf(files, sizeBytes) };
}

function faultsOf(files, sizeBytes) {
  const faults = files
    .filter((name) => strangers.test(name))
    .map((name) => `${name} does not belong into the package.`);
  if (sizeBytes > sizeLimitBytes) faults.push(`The package has ${sizeBytes} bytes, ${sizeLimitBytes} are the limit.`);
  return faults;
}

function report({ file, files, sizeBytes, faults }) {
  process.stdout.write(`${file}: ${Math.ceil(sizeBytes / 1024)} KB, ${files.length} files\n`);
  for (const fault of faults) process.stdout.write(`${fault}\n`);
  process.exitCode = faults.length > 0 ? 1 : 0;
  process.stdout.write(`1 passed, ${faults.length} failed\n`);
}

if (process.argv[1] === fileURLToPath(import.meta.url)) report(await packageExtension());
