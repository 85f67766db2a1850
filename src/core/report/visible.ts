/** Longer than a name usually is; a text beyond it is cut, and its length is said. */
const longest = 120;

/**
 * What a reader cannot see or what would move the text around: controls and escapes, bidirectional and other format
 * characters, invisible ones, line ends, lone surrogates, blanks other than the plain one, characters without a meaning.
 */
const hidden = /(?! )[\p{C}\p{Z}\p{Default_Ignorable_Code_Point}]/gu;

const short: ReadonlyMap<string, string> = new Map([
  ['\n', '\\n'],
  ['\r', '\\r'],
  ['\t', '\\t'],
]);

/**
 * Text of a file, a host or a person, made fit for a sentence: what cannot be seen is written as `\u{202e}`, what is long is
 * cut. Takes any text of any length, gives one line. Pure; the cost does not grow with the length.
 */
export function visible(text: string): string {
  const shown = text.length > longest ? withoutHalfCharacter(text.slice(0, longest)) : text;
  const line = shown.replace(hidden, (character) => short.get(character) ?? escaped(character));
  return shown === text ? line : `${line}… (${text.length} characters)`;
}

function withoutHalfCharacter(text: string): string {
  return text.replace(/[\uD800-\uDBFF]$/, '');
}

function escaped(character: string): string {
  return `\\u{${(character.codePointAt(0) ?? 0).toString(16)}}`;
}
