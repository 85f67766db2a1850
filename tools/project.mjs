// Where the project lies and where its tools keep what they install or make.
import { dirname, join } from 'node:path';
import { fileURLToPath } from 'node:url';

export const root = dirname(dirname(fileURLToPath(import.meta.url)));

/** Real parts, installed once and kept between runs. */
export const partsFolder = join(root, '.tools');

/** What a run makes: the sample's copy, screenshots, counts. */
export const outFolder = join(root, 'out');

/** One line about what a tool is doing, on stderr so that a printed path or URL stays alone on stdout. */
export function say(line) {
  process.stderr.write(`${line}\n`);
}
