// Builds the program that reads config files as .NET does, once. Afterwards nothing is asked of the network.
import { createHash } from 'node:crypto';
import { readFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { runQuietly } from '../child.mjs';
import { installOnce } from '../parts.mjs';
import { partsFolder, say } from '../project.mjs';

const here = dirname(fileURLToPath(import.meta.url));
const project = join(here, 'ReadConfig.csproj');
const folder = join(partsFolder, 'dotnet', 'read-config');
const sources = [project, join(here, 'Program.cs'), join(here, 'packages.lock.json')];
const quiet = { DOTNET_CLI_TELEMETRY_OPTOUT: '1', DOTNET_NOLOGO: '1' };

/** What .NET reads from each of these files, in their order; see Program.cs. The program is built first where it is missing. */
export function readByDotnet(files) {
  const stamp = sources.map((file) => createHash('sha256').update(readFileSync(file)).digest('hex')).join(' ');
  installOnce(folder, stamp, build);
  const lines = runQuietly('dotnet', [join(folder, 'ReadConfig.dll'), ...files], { env: quiet })
    .trim()
    .split('\n');
  return lines.map((line) => JSON.parse(line));
}

function build(work) {
  say('Building the reader of .NET configuration into .tools/dotnet (once, with one package of NuGet).');
  // A server that stays behind the build would keep the pipe open that its output is read from.
  const more = ['-p:RestoreLockedMode=true', '-p:UseSharedCompilation=false', '-nodeReuse:false'];
  const args = ['build', project, '--configuration', 'Release', '--output', work, '--nologo', '--verbosity', 'quiet'];
  runQuietly('dotnet', [...args, ...more], { env: quiet });
}
