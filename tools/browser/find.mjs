// Finds or unpacks the Chromium that the suites drive. `node tools/browser/find.mjs` prints its path.
import { createReadStream, createWriteStream, existsSync, mkdirSync, renameSync } from 'node:fs';
import { createRequire } from 'node:module';
import { dirname, join } from 'node:path';
import { pipeline } from 'node:stream/promises';
import { fileURLToPath } from 'node:url';
import { createBrotliDecompress } from 'node:zlib';
import { partsFolder, root, say } from '../project.mjs';

/** The browser of MFA_UPGRADE_BROWSER, else the Chromium inside the npm package @sparticuz/chromium, unpacked once. */
async function findBrowser(env = process.env) {
  const named = env.MFA_UPGRADE_BROWSER;
  if (named && !existsSync(named)) throw new Error(`MFA_UPGRADE_BROWSER names ${named}, and no file is there.`);
  return named || (await unpackChromium());
}

async function unpackChromium() {
  const require = createRequire(join(root, 'package.json'));
  const packed = join(dirname(require.resolve('@sparticuz/chromium')), '..', '..', 'bin', 'chromium.br');
  const program = join(partsFolder, 'browser', 'chromium');
  if (existsSync(program)) return program;
  say('Unpacking Chromium (once) into .tools/browser');
  mkdirSync(dirname(program), { recursive: true });
  const unfinished = `${program}.part-${process.pid}`;
  await pipeline(createReadStream(packed), createBrotliDecompress(), createWriteStream(unfinished, { mode: 0o755 }));
  renameSync(unfinished, program);
  return program;
}

/** Opens the browser without a window. The arguments keep it from calling out and let it run as root. */
export async function openBrowser() {
  const { chromium } = await import('playwright-core');
  const quiet = ['--disable-background-networking', '--disable-component-update', '--disable-sync', '--no-first-run'];
  const args = ['--no-sandbox', '--disable-gpu', '--disable-quic', ...quiet];
  return chromium.launch({ executablePath: await findBrowser(), headless: true, args });
}

// No top-level await: the end-to-end suite loads this file as CommonJS.
if (process.argv[1] === fileURLToPath(import.meta.url))
  void findBrowser().then((program) => process.stdout.write(`${program}\n`));
