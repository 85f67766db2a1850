// Starts a real VS Code server on 127.0.0.1. The one place that knows its command line: start, launcher and e2e all come here.
import { spawn } from 'node:child_process';
import { randomBytes } from 'node:crypto';
import { mkdirSync, mkdtempSync, readFileSync, rmSync, symlinkSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join, resolve } from 'node:path';
import { runQuietly } from '../child.mjs';
import { installVsCode } from './install.mjs';

/** Nothing that calls out, greets, or draws the terminal where a reader cannot see its text. */
export const quietSettings = {
  'workbench.startupEditor': 'none',
  'workbench.secondarySideBar.defaultVisibility': 'hidden',
  'workbench.editor.useModal': 'off',
  'telemetry.telemetryLevel': 'off',
  'update.mode': 'none',
  'extensions.ignoreRecommendations': true,
  'git.openRepositoryInParentFolders': 'never',
  'terminal.integrated.gpuAcceleration': 'off',
  'chat.disableAIFeatures': true,
  'chat.commandCenter.enabled': false,
  'chat.agentHost.enabled': false,
};

const noGallery = { EXTENSIONS_GALLERY: '{"serviceUrl":""}' };

/**
 * Starts the server. Options: `lane` (newest or floor), `linked` (folder of an extension to run from its sources) or
 * `vsix` (packaged extension to install), `token` (true: the address carries a random one), `arguments` (more of the
 * server's own), `settings` (over quietSettings), `extensionsDir`, `env`, `data` and `port` (those of an earlier server,
 * to start the same one again). Gives `port`, `data`, `log()`, `urlOf(folder, query)`, `ended` and `stop({ keepData })`.
 */
export async function startServer(options = {}) {
  const { vscode, node } = installVsCode(options.lane ?? 'newest');
  const data = options.data ?? mkdtempSync(join(tmpdir(), 'mfa-'));
  const token = options.token ? randomBytes(16).toString('hex') : undefined;
  const extensionsDir = resolve(options.extensionsDir ?? join(data, 'extensions'));
  const base = ['out/server-main.js', '--accept-server-license-terms', '--telemetry-level', 'off'];
  base.push('--server-data-dir', join(data, 'server'), '--extensions-dir', extensionsDir);
  const env = { ...noGallery, ...prepareData(data, extensionsDir, options), ...options.env };
  if (options.vsix) runQuietly(node, [...base, '--install-extension', resolve(options.vsix)], { cwd: vscode, env });
  const access = token ? ['--connection-token', token] : ['--without-connection-token'];
  const address = ['--host', '127.0.0.1', '--port', String(options.port ?? 0), ...access];
  const child = spawn(node, [...base, ...address, ...(options.arguments ?? [])], {
    cwd: vscode,
    env: { ...process.env, ...env },
    detached: true,
    stdio: ['ignore', 'pipe', 'pipe'],
  });
  return serverOf(child, data, token);
}

/** A short TMPDIR of its own: a killed server leaves sockets there, and a socket's path may have 107 characters at most. */
function prepareData(data, extensionsDir, { linked, settings }) {
  const machine = join(data, 'server', 'data', 'Machine');
  const temporary = join(data, 't');
  for (const folder of [machine, temporary, extensionsDir]) mkdirSync(folder, { recursive: true });
  writeFileSync(join(machine, 'settings.json'), JSON.stringify({ ...quietSettings, ...settings }));
  if (linked) linkExtension(linked, extensionsDir);
  return { TMPDIR: temporary };
}

function linkExtension(folder, extensionsDir) {
  const { publisher, name, version } = JSON.parse(readFileSync(join(folder, 'package.json'), 'utf8'));
  const link = join(extensionsDir, `${publisher}.${name}-${version}`);
  rmSync(link, { force: true });
  symlinkSync(resolve(folder), link);
}

async function serverOf(child, data, token) {
  const ended = new Promise((done) => {
    child.once('exit', (code, signal) => done(signal ?? code));
    child.once('error', (error) => done(error.message));
  });
  // The server outlives its starter otherwise; a starter that ends by process.exit leaves nothing behind.
  const endAtExit = () => child.pid && signalGroup(child.pid, 'SIGKILL');
  process.once('exit', endAtExit);
  const stop = async ({ keepData = false } = {}) => {
    await endGroup(child.pid, ended);
    process.removeListener('exit', endAtExit);
    if (!keepData) rmSync(data, { recursive: true, force: true, maxRetries: 5 });
  };
  const { port, log } = await listeningPort(child, ended);
  if (port !== undefined)
    return {
      port,
      data,
      pid: child.pid,
      ended,
      stop,
      log,
      urlOf: (folder, query) => urlOf(port, token, folder, query),
    };
  await stop();
  throw new Error(`The VS Code server ended before it listened (${await ended}): ${log().slice(-1500)}`);
}

async function listeningPort(child, ended) {
  let text = '';
  const listening = new Promise((found) => {
    const take = (chunk) => {
      text += chunk;
      const said = /Extension host agent listening on (\d+)/.exec(text);
      if (said) found(Number(said[1]));
    };
    child.stdout.on('data', take);
    child.stderr.on('data', take);
  });
  const port = await Promise.race([listening, ended.then(() => undefined)]);
  return { port, log: () => text };
}

/** The whole process group, by its id: the server starts extension hosts and a terminal host, and may end before them. */
async function endGroup(pid, ended) {
  if (pid === undefined) return;
  signalGroup(pid, 'SIGTERM');
  await Promise.race([ended, new Promise((late) => setTimeout(late, 3000).unref())]);
  signalGroup(pid, 'SIGKILL');
  await ended;
}

function signalGroup(pid, signal) {
  try {
    process.kill(-pid, signal);
  } catch (error) {
    if (error.code !== 'ESRCH') throw error;
  }
}

function urlOf(port, token, folder, query = {}) {
  const target = folder ? { folder: resolve(folder) } : { ew: 'true' };
  const said = new URLSearchParams({ ...target, ...query, ...(token ? { tkn: token } : {}) });
  return `http://127.0.0.1:${port}/?${said}`;
}
