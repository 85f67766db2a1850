import { basename, dirname } from 'node:path';
import { upgradeFolderName } from './place';

/** The journal folder of an upgrade and those above it up to `.mfa-upgrade`, topmost first. Without that one: the journal alone. */
export function ownFolders(journal: string): readonly string[] {
  const above = [journal, dirname(journal), dirname(dirname(journal))];
  const top = above.findIndex((folder) => basename(folder) === upgradeFolderName);
  return above.slice(0, Math.max(top, 0) + 1).reverse();
}
