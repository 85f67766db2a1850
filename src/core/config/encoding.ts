/** Encodings that a config file may have; every other one is refused. */
export type Encoding = 'utf-8' | 'utf-16le' | 'utf-16be' | 'iso-8859-1' | 'us-ascii';

/** How the bytes of a file begin: its encoding and the number of bytes of the byte order mark. */
export interface Opening {
  readonly encoding: Encoding;
  readonly markLength: 0 | 2 | 3;
}

/** Names of encodings as XML declarations write them, in lower case, and the encodings whose bytes they describe. */
const declared: ReadonlyMap<string, readonly Encoding[]> = new Map([
  ['utf-8', ['utf-8']],
  ['utf-16', ['utf-16le', 'utf-16be']],
  ['iso-8859-1', ['iso-8859-1']],
  ['latin1', ['iso-8859-1']],
  ['us-ascii', ['us-ascii']],
]);

/** Longest XML declaration that is looked at; a longer one has no encoding that we know. */
const longestDeclaration = 400;
const openings: readonly (readonly [bytes: readonly number[], encoding: Encoding | 'utf-32', markLength: 0 | 2 | 3])[] =
  [
    [[0xff, 0xfe, 0, 0], 'utf-32', 0],
    [[0, 0, 0xfe, 0xff], 'utf-32', 0],
    [[0xef, 0xbb, 0xbf], 'utf-8', 3],
    [[0xff, 0xfe], 'utf-16le', 2],
    [[0xfe, 0xff], 'utf-16be', 2],
    [[0x3c, 0, 0, 0], 'utf-32', 0],
    [[0, 0, 0, 0x3c], 'utf-32', 0],
    [[0x3c, 0], 'utf-16le', 0],
    [[0, 0x3c], 'utf-16be', 0],
  ];

/**
 * Encoding of a file by its byte order mark, else by its first character, else by its XML declaration, else UTF-8.
 * Gives `unknown` for an encoding that is not read here, and `mismatch` where mark and declaration contradict each other:
 * .NET does not load such a file either. Pure; looks at the beginning only.
 */
export function openingOf(bytes: Uint8Array): Opening | 'unknown' | 'mismatch' {
  const found = openings.find(([start]) => start.every((byte, n) => bytes[n] === byte));
  if (found?.[1] === 'utf-32') return 'unknown';
  const isWide = found !== undefined && found[1] !== 'utf-8';
  const label = declaredLabel(bytes.subarray(found?.[2] ?? 0), found?.[1] === 'utf-16be' ? 1 : 0, isWide ? 2 : 1);
  const possible = label === undefined ? undefined : declared.get(label);
  if (label !== undefined && !possible) return 'unknown';
  if (!found) return possible?.length === 2 ? 'mismatch' : { encoding: possible?.[0] ?? 'utf-8', markLength: 0 };
  if (possible && !possible.includes(found[1])) return 'mismatch';
  return { encoding: found[1], markLength: found[2] };
}

/** The encoding that the XML declaration names, in lower case; read as ASCII, every `width`-th byte from `first` on. */
function declaredLabel(bytes: Uint8Array, first: number, width: number): string | undefined {
  const head: string[] = [];
  for (let n = first; n < Math.min(bytes.length, longestDeclaration * width); n += width) {
    head.push(String.fromCharCode(bytes[n] ?? 0));
  }
  const declaration = /^<\?xml\s[^>]*?\?>/.exec(head.join(''))?.[0];
  return declaration && /\sencoding\s*=\s*["']([^"']*)["']/.exec(declaration)?.[1]?.toLowerCase();
}

/** The highest character that an encoding can write; above it a numeric reference is needed. */
export function highestCharacter(encoding: Encoding): number {
  if (encoding === 'iso-8859-1') return 0xff;
  return encoding === 'us-ascii' ? 0x7f : 0x10ffff;
}
