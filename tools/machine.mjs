// What the machine must have beside Node and npm. Each missing part is one line with its remedy.
import { spawnSync } from 'node:child_process';
import { root } from './project.mjs';
import { readFileSync } from 'node:fs';
import { join } from 'node:path';

function answers(file, args, expected = /./) {
  const said = spawnSync(file, args, { encoding: 'utf8' });
  return said.status === 0 && expected.test(said.stdout);
}

/** Debian keeps ldconfig outside a plain user's PATH. */
function hasLibrary(name) {
  return ['/sbin/ldconfig', 'ldconfig'].some((program) => answers(program, ['-p'], new RegExp(`${name}\\.so`)));
}

const compilers = ['python3', 'make', 'g++'].map((name) => ({
  name,
  isThere: () => answers(name, ['--version']),
  remedy: `Install it: apt-get install ${name}`,
}));

const libraries = ['libnss3', 'libnspr4'].map((name) => ({
  name,
  isThere: () => process.env.MFA_UPGRADE_BROWSER !== undefined || hasLibrary(name),
  remedy: `Install it: apt-get install ${name}`,
}));

const dotnet = {
  name: '.NET SDK',
  isThere: () => answers('dotnet', ['--list-sdks']),
  remedy: 'Install the .NET SDK 8 or newer: or put PowerShell 7 (pwsh) on the path.',
};

const parts = {
  /** VS Code from npm has two native modules that are compiled here. */
  server: compilers,
  browser: libraries,
  powershell: [dotnet],
};

function nodeFault() {
  const { engines } = JSON.parse(readFileSync(join(root, 'package.json'), 'utf8'));
  const [major, minor] = engines.node.match(/\d+/g).map(Number);
  const [ours, oursMinor] = process.versions.node.split('.').map(Number);
  if (ours > major || (ours === major && oursMinor >= minor)) return [];
  return [`Node ${process.versions.node} is too old. Install Node ${engines.node.replace('>=', '')} or newer.`];
}

/** The lines about what is missing for the given uses (server, browser, powershell); empty when all is there. */
export function missingParts(uses) {
  const missing = uses.flatMap((use) => parts[use]).filter((part) => !part.isThere());
  return [...nodeFault(), ...missing.map(({ name, remedy }) => `${name} is missing. ${remedy}`)];
}
