// Finds the person's own VS Code and opens it with the extension in development mode.
import { spawn, spawnSync } from 'node:child_process';
import { existsSync, realpathSync } from 'node:fs';
import { delimiter, dirname, join } from 'node:path';
import { outFolder, root } from '../project.mjs';

const isWindows = process.platform === 'win32';
const oldest = [1, 99];

/** The person's VS Code as `{ file, version }`, or `{ why }` there is none to use. */
export function findDesktop(env = process.env) {
  if (process.platform === 'linux' && !env.DISPLAY && !env.WAYLAND_DISPLAY) return { why: 'there is no display' };
  for (const file of candidates(env)) {
    const version = versionOf(file);
    if (version && isNewEnough(version)) return { file, version };
  }
  return { why: 'no VS Code 1.99 or newer is on the path' };
}

/** Not `code` of a remote session, nor that of Windows inside WSL: both speak to another machine's window. */
function candidates(env) {
  const names = ['code', 'code-insiders', 'codium'].map((name) => (isWindows ? `${name}.cmd` : name));
  const folders = (env.PATH ?? env.Path ?? '').split(delimiter).filter((folder) => !folder.includes('remote-cli'));
  return names
    .flatMap((name) => folders.map((folder) => join(folder, name)))
    .filter((file) => existsSync(file) && !(env.WSL_DISTRO_NAME && file.startsWith('/mnt/')));
}

/** A .cmd runs only through a shell; its path stands in quotes, and the argument is a constant. */
function versionOf(file) {
  const command = isWindows ? `"${file}"` : file;
  const said = spawnSync(command, ['--version'], { shell: isWindows, encoding: 'utf8', timeout: 15_000 });
  return /^\d+\.\d+\.\d+/m.exec(said.stdout ?? '')?.[0];
}

function isNewEnough(version) {
  const [major, minor] = version.split('.').map(Number);
  return major > oldest[0] || (major === oldest[0] && minor >= oldest[1]);
}

/** On Windows the program beside bin\code.cmd, which needs no shell and so no quoting. */
function programOf(file) {
  if (!isWindows) return file;
  const folder = dirname(dirname(realpathSync(file)));
  const programs = ['Code.exe', 'Code - Insiders.exe', 'VSCodium.exe'].map((name) => join(folder, name));
  const program = programs.find((candidate) => existsSync(candidate));
  if (!program)
    throw new Error(`No VS Code program lies beside ${file}. Start with --server, or install VS Code anew.`);
  return program;
}

/** Opens the folder in a window with its own user data, so that a VS Code that is already open is left alone. */
export async function openDesktop(file, folder, env) {
  const own = [
    `--user-data-dir=${join(outFolder, 'desktop', 'user')}`,
    `--extensions-dir=${join(outFolder, 'desktop', 'extensions')}`,
  ];
  const args = [
    `--extensionDevelopmentPath=${root}`,
    ...own,
    '--new-window',
    '--skip-welcome',
    '--skip-release-notes',
    folder,
  ];
  const child = spawn(programOf(file), args, { stdio: 'ignore', detached: true, env: { ...process.env, ...env } });
  await new Promise((resolve, reject) => child.once('spawn', resolve).once('error', reject));
  child.unref();
}
