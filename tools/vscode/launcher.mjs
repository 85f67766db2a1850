#!/usr/bin/env node
// Stands in for the desktop `code` program: the same command line, but VS Code runs as a server and shows in a headless
// Chromium. @vscode/test-electron takes it as vscodeExecutablePath. Ends with the exit code that VS Code gives.
import { existsSync, mkdirSync, readFileSync } from 'node:fs';
import { join, resolve } from 'node:path';
import { format } from 'node:util';
import { openBrowser } from '../browser/find.mjs';
import { startServer } from './server.mjs';

const limitMs = Number(process.env.MFA_UPGRADE_HOST_LIMIT_MS ?? 180_000);

/** VS Code sends its own log the same way as mocha's lines; these beginnings are its own. */
const chatter =
  /^(\[[A-Za-z][\w -]*(:\w+)?\] |Creating a socket|Resolv(ing|ed) connection token|Ignoring fetching|ChatSessionStore|Updating additional)/;

function parseCommandLine(words) {
  const line = { folders: [], options: new Map() };
  for (const word of words) {
    const option = /^--([^=]+)(?:=(.*))?$/s.exec(word);
    if (option) line.options.set(option[1], option[2] ?? '');
    else line.folders.push(word);
  }
  return line;
}

/** The user settings that the caller laid into its user data folder, as the desktop would read them. */
function userSettings(userDataDir) {
  const file = userDataDir && join(userDataDir, 'User', 'settings.json');
  return file && existsSync(file) ? JSON.parse(readFileSync(file, 'utf8')) : {};
}

/** 1.139 reads the payload only with the driver flag. It hides toasts and refuses dialogs: for in-host runs alone. */
function serverOptions({ options }) {
  const trust = options.has('disable-workspace-trust') ? ['--disable-workspace-trust'] : [];
  const extensionsDir = resolve(options.get('extensions-dir') ?? join('.vscode-test', 'extensions'));
  mkdirSync(extensionsDir, { recursive: true });
  return {
    lane: process.env.MFA_UPGRADE_LANE ?? 'newest',
    arguments: ['--enable-smoke-test-driver', ...trust],
    settings: userSettings(options.get('user-data-dir')),
    extensionsDir,
  };
}

function urlOf(server, { folders, options }) {
  const payload = ['extensionDevelopmentPath', 'extensionTestsPath']
    .filter((name) => options.get(name))
    .map((name) => [name, `vscode-remote://127.0.0.1:${server.port}${encodeURI(resolve(options.get(name)))}`]);
  return server.urlOf(folders[0], { payload: JSON.stringify(payload) });
}

function showLog(type, words) {
  if (chatter.test(String(words[0])) && !process.env.MFA_UPGRADE_VERBOSE) return;
  const stream = type === 'error' || type === 'warn' ? process.stderr : process.stdout;
  stream.write(`${format(...words)}\n`);
}

/** Settles with the exit code that VS Code gives, or with a reason why none comes. */
function outcomeOf(page, server) {
  return new Promise((settle, refuse) => {
    const end = (why) => refuse(new Error(`The run in VS Code has no result: ${why}.`));
    void page.exposeFunction('codeAutomationExit', settle).catch(refuse);
    page.on('crash', () => end('the page crashed'));
    void server.ended.then((how) => end(`the server ended (${how})`));
    for (const signal of ['SIGINT', 'SIGTERM', 'SIGHUP']) process.once(signal, () => end(`stopped by ${signal}`));
    setTimeout(() => end(`nothing came within ${limitMs / 1000} s`), limitMs).unref();
  });
}

async function runInPage(page, server, url) {
  await page.exposeFunction('codeAutomationLog', showLog);
  const outcome = outcomeOf(page, server);
  await Promise.race([page.goto(url), outcome]);
  return outcome;
}

async function launch(words) {
  const line = parseCommandLine(words);
  const server = await startServer(serverOptions(line));
  let browser;
  try {
    browser = await openBrowser();
    const page = await browser.newPage({ viewport: { width: 1400, height: 900 }, locale: 'en-GB' });
    return await runInPage(page, server, urlOf(server, line));
  } finally {
    await browser?.close();
    await server.stop();
  }
}

process.exitCode = await launch(process.argv.slice(2)).catch((error) => {
  process.stderr.write(`${error instanceof Error ? error.message : String(error)}\n`);
  return 1;
});
