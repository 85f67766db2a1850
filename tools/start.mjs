// `npm start`: the only command a newcomer types. Installs what is missing, builds, and opens VS Code on the sample Contoso.
import { cpSync, existsSync, rmSync } from 'node:fs';
import { delimiter, dirname, join, relative } from 'node:path';
import { parseArgs } from 'node:util';
import { outFolder, root, say } from './project.mjs';
import { buildAll, findPowerShell, installPackages, requireParts } from './setup.mjs';
import { checkPage } from './startCheck.mjs';
import { findDesktop, openDesktop } from './vscode/desktop.mjs';
import { startServer } from './vscode/server.mjs';

const sampleCopy = join(outFolder, 'contoso');

function parseOptions() {
  const flag = { type: 'boolean', default: false };
  const { values } = parseArgs({ options: { check: flag, server: flag, fresh: flag } });
  return values;
}

/** An existing copy is kept, so that a rehearsal goes on; --fresh begins anew. */
function copySample({ fresh }) {
  if (fresh) rmSync(sampleCopy, { recursive: true, force: true });
  if (!existsSync(sampleCopy)) cpSync(join(root, 'samples', 'contoso'), sampleCopy, { recursive: true });
}

/** The extension looks for `pwsh` on the path. Where there is none, the pinned one is put behind everything else there. */
function withPowerShell() {
  const pathName = Object.keys(process.env).find((name) => name.toUpperCase() === 'PATH') ?? 'PATH';
  const folders = (process.env[pathName] ?? '').split(delimiter);
  const hasOwn = process.platform === 'win32' || folders.some((folder) => existsSync(join(folder, 'pwsh')));
  if (hasOwn) return {};
  requireParts(['powershell']);
  return { [pathName]: [...folders, dirname(findPowerShell())].join(delimiter) };
}

/** Gives the environment for VS Code. */
function prepare(options, uses) {
  requireParts(uses);
  const env = withPowerShell();
  installPackages();
  buildAll();
  copySample(options);
  return env;
}

const secondsSinceStart = () => `${Math.round(performance.now() / 1000)} s`;

/** Listens before the server is there, so that no Ctrl+C leaves one behind. */
function stopSignal() {
  return new Promise((resolve) => {
    for (const signal of ['SIGINT', 'SIGTERM', 'SIGHUP']) process.once(signal, () => resolve(signal));
  });
}

async function check(options) {
  const env = prepare(options, ['server', 'browser']);
  const stopped = stopSignal().then((signal) => Promise.reject(new Error(`Stopped by ${signal}.`)));
  const server = await startServer({ linked: root, token: true, env, arguments: ['--disable-workspace-trust'] });
  try {
    const picture = await Promise.race([checkPage(server.urlOf(sampleCopy)), stopped]);
    process.stdout.write(
      `The checklist shows its phases ${secondsSinceStart()} after the start: ${relative(root, picture)}\n`,
    );
  } finally {
    await server.stop();
  }
}

async function serve(options, why) {
  say(`VS Code opens in the browser (${why})`);
  const env = prepare(options, ['server']);
  const stopped = stopSignal();
  const server = await startServer({ linked: root, token: true, env });
  process.stdout.write(`VS Code is ready after ${secondsSinceStart()}, until Ctrl+C: ${server.urlOf(sampleCopy)}\n`);
  const ended = await Promise.race([stopped.then(() => undefined), server.ended]);
  await server.stop();
  if (ended !== undefined) throw new Error(`The VS Code server ended (${ended}): ${server.log().slice(-1500)}`);
}

async function openOwn(options, { file, version }) {
  const env = prepare(options, []);
  await openDesktop(file, sampleCopy, env);
  process.stdout.write(
    `VS Code ${version} opens ${relative(root, sampleCopy)}, ${secondsSinceStart()} after the start.\n`,
  );
}

async function start() {
  const options = parseOptions();
  if (options.check) return check(options);
  const desktop = options.server ? { why: 'as asked for' } : findDesktop();
  return desktop.file ? openOwn(options, desktop) : serve(options, desktop.why);
}

try {
  await start();
} catch (error) {
  process.stderr.write(`${error instanceof Error ? error.message : String(error)}\n`);
  process.exitCode = 1;
}
