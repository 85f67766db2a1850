/**
 * What a host is found by: its name without case and without the dot at the end. Only ASCII letters lose their case, so that
 * no look-alike becomes a host that is there. Takes any text.
 */
export function hostKey(name: string): string {
  return asciiLowerCase(name.endsWith('.') ? name.slice(0, -1) : name);
}

/** Whether two names mean the same host: case and a dot at the end do not count. */
export function sameHost(a: string, b: string): boolean {
  return hostKey(a) === hostKey(b);
}

/** What an AD FS farm, a load balancer or a client is found by: its name without case, composed characters as one. */
export function nameKey(name: string): string {
  return name.normalize('NFC').toLowerCase();
}

/** ASCII letters in lower case, everything else as it is. */
export function asciiLowerCase(text: string): string {
  return text.replace(/[A-Z]+/g, (letters) => letters.toLowerCase());
}

/** Whether a text has more characters than that. The cost does not grow with the length of the text. */
export function isLonger(text: string, most: number): boolean {
  return Array.from(text.slice(0, 2 * most + 2)).length > most;
}

/** Half a sentence on a text, when its test says that something is wrong with it. */
type Check = readonly [problem: string, isWrong: (text: string) => boolean];

const firstProblem = (checks: readonly Check[], text: string): string | undefined =>
  checks.find(([, isWrong]) => isWrong(text))?.[0];

const labels = (name: string): readonly string[] => hostKey(name).split('.');

const hostChecks: readonly Check[] = [
  ['is empty', (name) => name === ''],
  ['is longer than 253 characters', (name) => hostKey(name).length > 253],
  ['is an IP address', (name) => /^\d+(?:\.\d+){3}$/.test(hostKey(name)) || /^\[?[\da-f]*:[\da-f:.]*\]?$/i.test(name)],
  ['has characters that no DNS name has', (name) => /[^A-Za-z0-9_.-]/.test(name)],
  ['has two dots with nothing between them, or begins with one', (name) => labels(name).includes('')],
  ['has a part of more than 63 characters', (name) => labels(name).some((label) => label.length > 63)],
  ['has a part that begins with a dash', (name) => labels(name).some((label) => label.startsWith('-'))],
  ['has a part that ends with a dash', (name) => labels(name).some((label) => label.endsWith('-'))],
  ['ends with a number, as an IP address does', (name) => /(?:^|\.)(?:\d+|0x[\da-f]*)$/i.test(hostKey(name))],
];

/**
 * Why a text is no DNS name of a host, as half a sentence that follows the name; undefined when it is one. The same rule as
 * `hostName` in schemas/farm.schema.json.
 */
export function hostNameProblem(name: string): string | undefined {
  return beyondAscii(name) ?? firstProblem(hostChecks, name);
}

/** The first character beyond ASCII, by its number because it may look like another one; undefined when there is none. */
export function beyondAscii(text: string): string | undefined {
  const character = /[^\0-\x7F]/u.exec(text)?.[0].codePointAt(0);
  if (character === undefined) return undefined;
  return `has a character beyond ASCII, U+${character.toString(16).toUpperCase().padStart(4, '0')}`;
}

const nameChecks: readonly Check[] = [
  ['is empty', (name) => name === ''],
  ['is longer than 64 characters', (name) => isLonger(name, 64)],
  ['begins or ends with a blank', (name) => name.startsWith(' ') || name.endsWith(' ')],
  [
    'has characters that a name cannot have',
    (name) => /[^\p{L}\p{M}\p{Nd} ._-]|\p{Default_Ignorable_Code_Point}/u.test(name),
  ],
  ['has neither a letter nor a digit in front', (name) => !/^[ ._-]*[\p{L}\p{Nd}]/u.test(name)],
];

/**
 * Why a text cannot name a farm, an AD FS farm, a load balancer or a client; undefined when it can. The same rule as `name`
 * in schemas/farm.schema.json.
 */
export function nameProblem(name: string): string | undefined {
  return firstProblem(nameChecks, name);
}
