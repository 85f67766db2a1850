// Child processes as the tools start them: an argument list, never a command line built as text.
import { spawn, spawnSync } from 'node:child_process';
import { createInterface } from 'node:readline';

/** Runs a program to its end and gives its standard output. A failure carries the end of what the program said. */
export function runQuietly(file, args, { cwd, env } = {}) {
  const done = spawnSync(file, args, { cwd, env: { ...process.env, ...env }, encoding: 'utf8', maxBuffer: 64e6 });
  if (done.status === 0) return done.stdout;
  const said = done.error?.message ?? `${done.stdout}${done.stderr}`.slice(-2000);
  throw new Error(`${file} ${args.join(' ')} ended with ${done.status ?? done.signal}: ${said}`);
}

/** npm itself. Started by `npm run` it is known by path, so that Windows needs no shell for npm.cmd. */
export function runNpm(args, cwd, env = {}) {
  const known = process.env.npm_execpath;
  const [file, first] = known?.endsWith('.js') ? [process.execPath, [known]] : ['npm', []];
  // npm tells its scripts where it works; a child in another folder must not take that over.
  return runQuietly(file, [...first, ...args], { cwd, env: { npm_config_local_prefix: cwd, ...env } });
}

const graceSeconds = 60;

/** A line for the terminal. */
export function showLine(line) {
  process.stdout.write(`${line}\n`);
}

/**
 * Runs a program and shows its lines as they come, except those that `hides` names. Gives the exit code and the lines.
 * What still runs after `limitMs` is ended, and that is a failure. `show` takes the lines in place of the terminal. Node now
 * and then waits for its own threads when it is through: a minute after `isOver` says so, such a program is ended, with 0.
 */
export async function runShown(file, args, options = {}) {
  const { cwd, env, hides = () => false, limitMs, show = showLine, isOver } = options;
  const child = spawn(file, args, { cwd, env: { ...process.env, ...env }, stdio: ['ignore', 'pipe', 'pipe'] });
  const endChild = () => child.kill();
  process.once('exit', endChild);
  const limit = limitMs && setTimeout(endChild, limitMs);
  let secondsOver = 0;
  const watch =
    isOver && setInterval(() => isOver() && (secondsOver += 1) === graceSeconds && child.kill('SIGKILL'), 1000);
  const lines = [];
  const take = (line) => {
    lines.push(line);
    if (!hides(line)) show(line);
  };
  for (const stream of [child.stdout, child.stderr]) createInterface({ input: stream }).on('line', take);
  const code = await new Promise((resolve, reject) => {
    child.once('error', reject);
    child.once('close', (status) => resolve(status ?? (secondsOver >= graceSeconds ? 0 : 1)));
  });
  clearTimeout(limit);
  clearInterval(watch);
  process.removeListener('exit', endChild);
  return { code, lines };
}
