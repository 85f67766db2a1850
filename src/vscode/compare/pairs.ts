import { readdir } from 'node:fs/promises';
import { join } from 'node:path';

/** Two config files that belong together: as it was before the upgrade, and as the new version installed it. */
export interface ConfigPair {
  /** What a person calls it. */
  readonly name: string;
  readonly old: string;
  readonly new: string;
}

/** Pairs below `folder`: every config file that stands under one name in configs/X/old and configs/X/new. Sorted by name. */
export async function configPairs(folder: string): Promise<readonly ConfigPair[]> {
  const configs = join(folder, 'configs');
  const found = await Promise.all((await namesIn(configs)).map((name) => pairsOf(join(configs, name), name)));
  return found.flat().sort((one, other) => (one.name < other.name ? -1 : 1));
}

async function pairsOf(folder: string, component: string): Promise<readonly ConfigPair[]> {
  const [old, fresh] = [join(folder, 'old'), join(folder, 'new')];
  const present = new Set(await namesIn(fresh));
  const files = (await namesIn(old)).filter((file) => /\.config$/i.test(file) && present.has(file));
  return files.map((file) => ({ name: `${component}: ${file}`, old: join(old, file), new: join(fresh, file) }));
}

/** What is in a folder. One that is missing, is no folder or may not be read offers no pair; other files can still be chosen. */
function namesIn(folder: string): Promise<readonly string[]> {
  return readdir(folder).catch(() => []);
}
