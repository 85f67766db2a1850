// Builds everything that ships into dist/. `node esbuild.mjs [--production] [--tests]`; --tests adds the in-host suite.
import { chmodSync, existsSync, readdirSync, rmSync, writeFileSync } from 'node:fs';
import { join, relative } from 'node:path';
import { parseArgs } from 'node:util';
import { build } from 'esbuild';
import { runShown } from './tools/child.mjs';
import { noticesOf } from './tools/notices.mjs';
import { root } from './tools/project.mjs';
import { SharedRooms } from './tools/sharedRooms.mjs';
import { generateSources } from './tools/setup.mjs';
import { buildPowerShell } from './tools/powershell/build.mjs';

const { values } = parseArgs({ options: { production: { type: 'boolean' }, tests: { type: 'boolean' } } });

const shared = {
  absWorkingDir: root,
  bundle: true,
  metafile: true,
  minify: values.production === true,
  sourcemap: values.production ? false : 'linked',
  sourcesContent: false,
  logLevel: 'warning',
};

/** node20 is what VS Code 1.99 and the command line's `engines` promise. */
// jsonc-parser's `main` is a UMD file whose own requires no bundler follows; its `module` is whole.
const onNode = { ...shared, platform: 'node', format: 'cjs', target: 'node20', mainFields: ['module', 'main'] };

// What the pages share, the toolkit above all, is one file that both load.
const inPage = { ...shared, platform: 'browser', format: 'esm', splitting: true, target: 'chrome134' };

function buildShared() {
  return build({ ...onNode, stdin: rooms.entry(), outfile: 'dist/core.js' });
}

function buildExtension() {
  const places = { entryPoints: ['src/extension.ts'], outfile: 'dist/extension.js', external: ['vscode'] };
  return build({ ...onNode, ...places, plugins: [rooms.plugin()] });
}

async function buildCommandLine() {
  const banner = { js: '#!/usr/bin/env node' };
  const done = await build({
    ...onNode,
    entryPoints: ['src/cli/main.ts'],
    outfile: 'dist/cli.js',
    banner,
    plugins: [rooms.plugin()],
  });
  chmodSync(join(root, 'dist', 'cli.js'), 0o755);
  return done;
}

/** A script and a style sheet for each page, webview-ui/<page>/main.ts, and a script that the pages share. */
function buildPages() {
  const pages = readdirSync(join(root, 'webview-ui'), { withFileTypes: true })
    .filter((entry) => entry.isDirectory() && existsSync(join(root, 'webview-ui', entry.name, 'main.ts')))
    .map(({ name }) => ({ in: `webview-ui/${name}/main.ts`, out: name }));
  return pages.length === 0
    ? []
    : [build({ ...inPage, entryPoints: pages, outdir: 'dist/webview', chunkNames: 'shared-[hash]' })];
}

/** The in-host suite runs inside VS Code's own Node, which takes no TypeScript. */
function buildHostTests() {
  const files = readdirSync(join(root, 'test', 'host'), { recursive: true }).filter((file) => file.endsWith('.ts'));
  const entryPoints = files.map((file) => join('test', 'host', file));
  rmSync(join(root, 'out', 'test', 'host'), { recursive: true, force: true });
  const places = { outdir: 'out/test/host', outbase: 'test/host', external: ['vscode', 'mocha'] };
  return build({ ...onNode, ...places, entryPoints, minify: false, sourcemap: 'inline' });
}

/** Writes dist/runbooks.json; it is TypeScript, so tsx runs it. False where it has said, a line each, what is wrong with them. */
async function buildRunbooks() {
  const { code } = await runShown(process.execPath, ['--import', 'tsx', 'tools/runbooks.ts'], { cwd: root });
  return code === 0;
}

/** What an earlier build left goes last, so that a VS Code that is open on dist/ never finds it empty. */
function removeStale(metafiles, scripts) {
  const made = [
    'dist/runbooks.json',
    notices,
    ...scripts,
    ...metafiles.flatMap((metafile) => Object.keys(metafile.outputs)),
  ];
  const present = readdirSync(join(root, 'dist'), { recursive: true, withFileTypes: true }).filter((entry) =>
    entry.isFile(),
  );
  const paths = present.map((entry) => relative(root, join(entry.parentPath, entry.name)).replaceAll('\\', '/'));
  for (const path of paths.filter((file) => !made.includes(file))) rmSync(join(root, path));
}

async function buildProduct() {
  const scripts = buildPowerShell();
  const built = await Promise.all([buildExtension(), buildCommandLine(), ...buildPages()]);
  built.push(await buildShared());
  const metafiles = built.map(({ metafile }) => metafile);
  writeFileSync(join(root, notices), noticesOf(metafiles));
  removeStale(metafiles, scripts);
  if (values.tests) await buildHostTests();
}

const rooms = new SharedRooms();
const notices = 'dist/THIRD-PARTY-NOTICES.txt';
generateSources();
if (await buildRunbooks()) await buildProduct();
else process.exitCode = 1;
