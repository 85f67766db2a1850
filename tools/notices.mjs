// The third-party notices that ship: made from what the bundles really hold, so nothing is forgotten or named in vain.
import { readFileSync, readdirSync } from 'node:fs';
import { join } from 'node:path';
import { root } from './project.mjs';

/** The text of the notices for all packages that are in the given esbuild metafiles. */
export function noticesOf(metafiles) {
  const inputs = metafiles.flatMap((metafile) => Object.keys(metafile.inputs));
  const folders = [...new Set(inputs.map(packageFolderOf).filter(Boolean))];
  const notices = folders.map((folder) => noticeOf(join(root, folder)));
  return `MFA Server Upgrade contains these packages.\n\n${[...new Set(notices)].sort().join('\n')}`;
}

/** The innermost package folder of an input path, also below a scope or another package. */
function packageFolderOf(input) {
  return /^.*node_modules\/(?:@[^/]+\/)?[^/]+/.exec(input)?.[0];
}

function noticeOf(folder) {
  const { name, version, license } = JSON.parse(readFileSync(join(folder, 'package.json'), 'utf8'));
  const file = readdirSync(folder).find((entry) => /^(licen[cs]e|copying)(\.|$)/i.test(entry));
  if (!file && !license) throw new Error(`${name} ${version} carries no licence. Leave it out of the bundle.`);
  const text = file ? readFileSync(join(folder, file), 'utf8').trim() : `Licence: ${license}`;
  return `${'-'.repeat(72)}\n${name} ${version}\n\n${text}\n`;
}
