/** Longer than a name usually is; a text beyond it is cut, and its length is said. */
const longest = 120;

/** Longer than what a finding says, with a path or two in it. */
const longestSentence = 2_000;

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
  return fit(text, longest);
}

/** The same for what is a sentence already, of a finding or a person. */
export function visibleSentence(text: string): string {
  return fit(text, longestSentence);
}

/** The same for a text that is read whole: nothing is cut. The cost grows with its length. */
export function visibleWhole(text: string): string {
  return text.replace(hidden, (character) => short.get(character) ?? escaped(character));
}

function fit(text: string, mostCharacters: number): string {
  const shown = text.length > mostCharacters ? withoutHalfCharacter(text.slice(0, mostCharacters)) : text;
  const line = visibleWhole(shown);
  return shown === text ? line : `${line}… (${text.length} characters)`;
}

function withoutHalfCharacter(text: string): string {
  return text.replace(/[\uD800-\uDBFF]$/, '');
}

function escaped(character: string): string {
  return `\\u{${(character.codePointAt(0) ?? 0).toString(16)}}`;
}
