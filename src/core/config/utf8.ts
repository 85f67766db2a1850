/** UTF-16 units of a text, and the byte where reading had to stop. */
export interface Units {
  readonly units: Uint16Array;
  readonly isWhole: boolean;
}

/** Smallest character that a sequence of two, three, four bytes may write; below it the sequence is overlong. */
const smallest = [0, 0, 0x80, 0x800, 0x10000];

/**
 * Reads UTF-8 strictly: overlong sequences, surrogates, characters above U+10FFFF and cut sequences end the reading.
 * Platform decoders do not say where; here the units read so far give the place. Pure, one pass.
 */
export function readUtf8(bytes: Uint8Array): Units {
  const units = new Uint16Array(bytes.length);
  let length = 0;
  let n = 0;
  while (n < bytes.length) {
    const first = bytes[n] ?? 0;
    if (first < 0x80) {
      units[length++] = first;
      n += 1;
      continue;
    }
    const size = sequenceSize(first);
    const character = size === 0 ? -1 : characterAt(bytes, n, size);
    if (character < 0) return { units: units.subarray(0, length), isWhole: false };
    length = put(units, length, character);
    n += size;
  }
  return { units: units.subarray(0, length), isWhole: true };
}

function sequenceSize(first: number): 0 | 2 | 3 | 4 {
  if (first < 0xc2 || first > 0xf4) return 0;
  if (first < 0xe0) return 2;
  return first < 0xf0 ? 3 : 4;
}

/** The character of a sequence, or -1. */
function characterAt(bytes: Uint8Array, start: number, size: number): number {
  let character = (bytes[start] ?? 0) & (0xff >> (size + 1));
  for (let n = start + 1; n < start + size; n += 1) {
    const byte = bytes[n] ?? 0;
    if (byte >> 6 !== 2) return -1;
    character = (character << 6) | (byte & 0x3f);
  }
  const isSurrogate = character >= 0xd800 && character <= 0xdfff;
  return isSurrogate || character < (smallest[size] ?? 0) || character > 0x10ffff ? -1 : character;
}

function put(units: Uint16Array, length: number, character: number): number {
  if (character < 0x10000) {
    units[length] = character;
    return length + 1;
  }
  units[length] = 0xd800 + ((character - 0x10000) >> 10);
  units[length + 1] = 0xdc00 + (character & 0x3ff);
  return length + 2;
}
