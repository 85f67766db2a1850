import { ok, refused, type Result } from '../report/result';
import type { FarmContent } from './content';
import type { Farm } from './farm';
import { longestText, readJson, tooLarge } from './json';
import { findingsOf, mistake, type Mistake } from './mistake';
import { farmOf } from './model';
import { breachesOfRules } from './rules';
import { checkStructure } from './structure';

/** A farm, and the content of the file that it was read from. */
export interface ParsedFarm {
  readonly farm: Farm;
  readonly content: unknown;
}

/** What every engine brings; core knows no platform whose types would name it. */
declare class TextDecoder {
  constructor(encoding: 'utf-8', options: { readonly fatal: true });
  decode(bytes: Uint8Array): string;
}

/**
 * Text of a farm file: UTF-8, strictly, with or without a byte order mark (which is left out).
 * Refuses UTF-16, other bytes that are no UTF-8, and more than 16 MB.
 * @param file path that findings carry
 */
export function decodeFarm(bytes: Uint8Array, file?: string): Result<string> {
  if (bytes.length > longestText) return refused(findingsOf([tooLarge('is larger than 16 MB')], undefined, file));
  if (isUtf16(bytes)) return refused(findingsOf([wrongEncoding('is written in UTF-16')], undefined, file));
  try {
    return ok(new TextDecoder('utf-8', { fatal: true }).decode(bytes));
  } catch {
    return refused(findingsOf([wrongEncoding('is not written in UTF-8')], undefined, file));
  }
}

/** A byte order mark of UTF-16, or a first character of which one byte is 0: JSON begins with ASCII. */
function isUtf16([first, second]: Uint8Array): boolean {
  const hasMark = (first === 0xff && second === 0xfe) || (first === 0xfe && second === 0xff);
  return hasMark || (first !== second && (first === 0 || second === 0));
}

function wrongEncoding(how: string): Mistake {
  const code = how.endsWith('16') ? 'FarmUtf16' : 'FarmNotUtf8';
  return { code, message: `The farm file ${how}.`, remedy: 'Save it as UTF-8.', offset: 0 };
}

/**
 * Reads a farm file. Gives the farm and its content, or everything that is wrong with it at once, each with its JSON pointer,
 * line and column, in the order of the text. Takes any text; never throws; linear in its length.
 * @param file path that findings carry
 */
export function parseFarm(text: string, file?: string): Result<ParsedFarm> {
  const { content, places, mistakes } = readJson(text.replace(/^\uFEFF/, ''));
  const twice = mistakes.flatMap(({ pointer }) => pointer ?? []);
  const all = content === undefined ? mistakes : [...mistakes, ...mistakesIn(content, twice)];
  if (all.length > 0) return refused(findingsOf(all, places, file));
  return ok({ farm: farmOf(content as FarmContent), content });
}

/** The farm of content that was accepted earlier and kept in a record: the same rules, no positions. Takes any JSON value. */
export function farmFromContent(content: unknown): Result<Farm> {
  const mistakes = mistakesIn(content);
  return mistakes.length > 0 ? refused(findingsOf(mistakes)) : ok(farmOf(content as FarmContent));
}

function mistakesIn(content: unknown, twice: readonly string[] = []): readonly Mistake[] {
  const newer = newerFormat(content);
  if (newer) return [newer];
  const { mistakes, sound } = checkStructure(content, twice);
  return [...mistakes, ...breachesOfRules(sound)];
}

/** A newer format may mean anything: nothing else is said about such a file. */
function newerFormat(content: unknown): Mistake | undefined {
  if (typeof content !== 'object' || content === null || !('formatVersion' in content)) return undefined;
  const version = content.formatVersion;
  if (!Number.isInteger(version) || Number(version) <= 1) return undefined;
  const message = `The farm file has format ${String(version)}. This version of MFA Server Upgrade reads format 1.`;
  return mistake('FarmFormatNewer', '/formatVersion', message, 'Update MFA Server Upgrade.');
}
