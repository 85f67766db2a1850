import { isLonger } from './names';

/** Names that Windows takes for devices, in any folder and with any ending. */
const device = /^(?:con|prn|aux|nul|conin\$|conout\$|(?:com|lpt)[0-9¹²³]) *(?:\.|$)/i;

/** Controls, invisible characters, line ends, and what no name of a Windows folder holds (a colon would name a stream). */
const forbidden = /[\p{C}\p{Zl}\p{Zp}\\/:*?"<>|]/u;

const longestPath = 259;
const longestFolder = 128;

/**
 * Why a text cannot name a folder of one's own, as half a sentence that follows the text; undefined when it can. The same
 * rule as `folderName` in schemas/farm.schema.json.
 */
export function folderNameProblem(name: string): string | undefined {
  return isLonger(name, longestFolder) ? `is longer than ${longestFolder} characters` : stepProblem(name);
}

/** What is wrong with one folder of a path. */
function stepProblem(name: string): string | undefined {
  if (name === '') return 'has a folder without a name';
  if (name === '.' || name === '..') return 'leads to another folder';
  if (forbidden.test(name)) return 'has characters that no folder name has';
  if (/[. ]$/.test(name)) return 'has a folder that ends with a dot or a blank';
  return device.test(name) ? 'has the name of a device in it' : undefined;
}

/**
 * Why a text is no full path on the host itself, as half a sentence that follows the text; undefined when it is one: drive,
 * folders, with or without a backslash at the end. The same rule as `localPath` in schemas/farm.schema.json.
 */
export function localPathProblem(path: string): string | undefined {
  if (/^(?:\\\\|\/\/)/.test(path)) return 'is a share or a device';
  if (!/^[A-Za-z]:\\/.test(path)) return 'does not begin with a drive and a backslash';
  if (isLonger(path, longestPath)) return `is longer than ${longestPath} characters`;
  const folders = path.slice(3).replace(/\\$/, '');
  const names = path.length === 3 ? [] : folders.split('\\');
  return names.map(stepProblem).find((problem) => problem !== undefined);
}

/** Whether a text is a full path on the host itself: no share, no device, no stream, no `..`. Takes any text. */
export function isLocalPath(path: string): boolean {
  return localPathProblem(path) === undefined;
}
