import { ok, type Result } from '../report/result';
import { openingOf, type Encoding } from './encoding';
import { refuse, type Refusal } from './refusal';
import { readUtf8, type Units } from './utf8';

/** Of both Node and the browser; the core has neither's type library. */
declare class TextDecoder {
  constructor(encoding: 'utf-8', options: { readonly fatal: boolean; readonly ignoreBOM: boolean });
  decode(bytes: Uint8Array): string;
}
declare class TextEncoder {
  encode(text: string): Uint8Array;
}

/** A file's text without its byte order mark, and what is needed to write it back byte for byte. */
export interface DecodedText {
  readonly text: string;
  readonly encoding: Encoding;
  readonly mark: Uint8Array;
}

/** Largest file that is read; real ones have 5 to 50 KB. */
export const largestBytes = 16 * 1024 * 1024;

const tooLarge: Refusal = {
  code: 'ConfigTooLarge',
  message: 'The file is larger than 16 MB, the limit for a config file.',
  remedy: 'Check that this is the config file of the component.',
};
const empty: Refusal = {
  code: 'ConfigEmpty',
  message: 'The file is empty.',
  remedy: 'Take the config file from the backup.',
};
const unknown: Refusal = {
  code: 'ConfigEncodingUnknown',
  message: 'The file is in an encoding that is not read here. UTF-8, UTF-16, ISO-8859-1 and US-ASCII are.',
  remedy: 'Save the file as UTF-8 and name that encoding in its first line.',
};
const mismatch: Refusal = {
  code: 'ConfigEncodingMismatch',
  message: 'The bytes of the file are not in the encoding that its beginning names.',
  remedy: 'Save the file in the encoding that its first line names.',
};

/**
 * Reads the bytes of a config file into text. Takes any bytes; refuses more than 16 MB, no bytes, an encoding other than
 * UTF-8, UTF-16, ISO-8859-1 and US-ASCII, and bytes that the named encoding cannot have, with the place. Pure, linear.
 */
export function decode(bytes: Uint8Array): Result<DecodedText> {
  if (bytes.length > largestBytes) return refuse(tooLarge);
  if (bytes.length === 0) return refuse(empty, '');
  const opening = openingOf(bytes);
  if (opening === 'unknown') return refuse(unknown, '');
  if (opening === 'mismatch') return refuse(mismatch, '');
  const { text, isWhole } = read(bytes.subarray(opening.markLength), opening.encoding);
  if (!isWhole) return refuse(mismatch, text, text.length);
  return ok({ text, encoding: opening.encoding, mark: bytes.slice(0, opening.markLength) });
}

/** The text of the bytes, up to where they are not in the encoding. */
function read(bytes: Uint8Array, encoding: Encoding): { readonly text: string; readonly isWhole: boolean } {
  const whole = encoding === 'utf-8' ? wholeUtf8(bytes) : undefined;
  if (whole !== undefined) return { text: whole, isWhole: true };
  const { units, isWhole } = readUnits(bytes, encoding);
  return { text: textOf(units), isWhole };
}

/** The platform's decoder is many times faster than ours, which says where the bytes are wrong. */
function wholeUtf8(bytes: Uint8Array): string | undefined {
  try {
    return new TextDecoder('utf-8', { fatal: true, ignoreBOM: true }).decode(bytes);
  } catch (error) {
    if (error instanceof TypeError) return undefined;
    throw error;
  }
}

function readUnits(bytes: Uint8Array, encoding: Encoding): Units {
  switch (encoding) {
    case 'utf-8':
      return readUtf8(bytes);
    case 'utf-16le':
      return readUtf16(bytes, 0, 1);
    case 'utf-16be':
      return readUtf16(bytes, 1, 0);
    case 'iso-8859-1':
      return { units: Uint16Array.from(bytes), isWhole: true };
    case 'us-ascii':
      return upTo(Uint16Array.from(bytes), (unit) => unit > 0x7f);
  }
}

function readUtf16(bytes: Uint8Array, low: 0 | 1, high: 0 | 1): Units {
  const units = new Uint16Array(bytes.length >> 1);
  for (let n = 0; n < units.length; n += 1) {
    units[n] = (bytes[2 * n + low] ?? 0) | ((bytes[2 * n + high] ?? 0) << 8);
  }
  const read = upTo(units, (unit, n) => isLone(units, unit, n));
  return { units: read.units, isWhole: read.isWhole && bytes.length % 2 === 0 };
}

/** Half of a surrogate pair without its other half: no XML character, and the parser would let it pass. */
function isLone(units: Uint16Array, unit: number, n: number): boolean {
  if (unit < 0xd800 || unit > 0xdfff) return false;
  const other = (unit < 0xdc00 ? units[n + 1] : units[n - 1]) ?? 0;
  return other >> 10 !== (unit < 0xdc00 ? 0x37 : 0x36);
}

function upTo(units: Uint16Array, isWrong: (unit: number, n: number) => boolean): Units {
  const end = units.findIndex(isWrong);
  return end < 0 ? { units, isWhole: true } : { units: units.subarray(0, end), isWhole: false };
}

function textOf(units: Uint16Array): string {
  const pieces: string[] = [];
  // Spreading would walk an iterator: ten times slower.
  for (let n = 0; n < units.length; n += 8192) {
    const piece: ArrayLike<number> = units.subarray(n, n + 8192);
    pieces.push(Reflect.apply<undefined, readonly number[], string>(String.fromCharCode, undefined, piece as number[]));
  }
  return pieces.join('');
}

/** Writes a text back as a file was: its byte order mark, its encoding. Takes only characters that the encoding has. Pure. */
export function encode(text: string, { encoding, mark }: Pick<DecodedText, 'encoding' | 'mark'>): Uint8Array {
  const body = encoding === 'utf-8' ? new TextEncoder().encode(text) : writeUnits(text, encoding);
  const bytes = new Uint8Array(mark.length + body.length);
  bytes.set(mark);
  bytes.set(body, mark.length);
  return bytes;
}

function writeUnits(text: string, encoding: Exclude<Encoding, 'utf-8'>): Uint8Array {
  const width = encoding === 'utf-16le' || encoding === 'utf-16be' ? 2 : 1;
  const bytes = new Uint8Array(text.length * width);
  const low = encoding === 'utf-16be' ? 1 : 0;
  for (let n = 0; n < text.length; n += 1) {
    bytes[width * n + low] = text.charCodeAt(n) & 0xff;
    if (width === 2) bytes[2 * n + 1 - low] = text.charCodeAt(n) >> 8;
  }
  return bytes;
}
