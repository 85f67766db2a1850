// Restores the pinned PowerShell and Pester from NuGet, once. Afterwards nothing is asked of the network.
import { createHash } from 'node:crypto';
import { chmodSync, existsSync, mkdirSync, readFileSync, writeFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { runQuietly } from '../child.mjs';
import { partsFolder, say } from '../project.mjs';
import { pins } from './pins.mjs';

const here = dirname(fileURLToPath(import.meta.url));
const [powershell, pester] = pins.map(({ id, version }) => join(partsFolder, 'nuget', id, version));
const stamp = join(partsFolder, 'powershell', 'restored.json');
const executable =
  process.platform === 'win32'
    ? join(powershell, 'tools/net10.0/any/win/pwsh.exe')
    : join(powershell, 'tools/net10.0/any/unix/pwsh');

/** Settings under which PowerShell asks the network nothing by itself. */
export const quietEnvironment = { POWERSHELL_TELEMETRY_OPTOUT: '1', POWERSHELL_UPDATECHECK: 'Off' };

/** Absolute path of the pinned PowerShell, restored first where it is missing. Throws when it cannot be had. */
export function pinnedPowerShell() {
  if (!isRestored()) restore();
  return executable;
}

/** Absolute path of the pinned Pester's manifest, restored first where it is missing. */
export function pinnedPester() {
  if (!isRestored()) restore();
  return join(pester, 'tools', 'Pester.psd1');
}

function isRestored() {
  return existsSync(executable) && existsSync(stamp) && readFileSync(stamp, 'utf8') === JSON.stringify(pins);
}

function restore() {
  const names = pins.map(({ id, version }) => `${id} ${version}`).join(' and ');
  say(`Restoring ${names} from NuGet into .tools/nuget (once, about 160 MB).`);
  runQuietly('dotnet', ['restore', join(here, 'parts.csproj'), '--nologo', '--verbosity', 'quiet'], {
    env: { DOTNET_CLI_TELEMETRY_OPTOUT: '1', DOTNET_NOLOGO: '1' },
  });
  for (const pin of pins) comparePackage(pin);
  if (process.platform !== 'win32') chmodSync(executable, 0o755);
  tryExecutable();
  mkdirSync(dirname(stamp), { recursive: true });
  writeFileSync(stamp, JSON.stringify(pins));
}

function comparePackage({ id, version, sha512 }) {
  const file = join(partsFolder, 'nuget', id, version, `${id}.${version}.nupkg`);
  const seen = createHash('sha512').update(readFileSync(file)).digest('base64');
  if (seen === sha512) return;
  throw new Error(
    `${file} is not the package that was chosen: SHA-512 ${seen}, expected ${sha512}. Delete its folder.`,
  );
}

// The package carries one build for each system; on another processor it does not start.
function tryExecutable() {
  runQuietly(executable, ['-NoLogo', '-NoProfile', '-NonInteractive', '-Command', 'exit 0'], { env: quietEnvironment });
}
