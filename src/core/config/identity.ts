/**
 * A text with upper and lower case made equal, as .NET compares keys: character by character, and a letter outside ASCII
 * never becomes one inside it. Pure.
 */
export function foldCase(text: string): string {
  if (!/[^\0-\u007f]/.test(text)) return text.toUpperCase();
  return text.replace(/[a-z\u0080-\uffff]/g, foldUnit);
}

function foldUnit(unit: string): string {
  const upper = unit.toUpperCase();
  const leavesItsPlace = upper.length > 1 || (unit > '\u007f' && upper < '\u0080');
  return leavesItsPlace ? unit : upper;
}

/** Identity of something from its parts: between them stands a NUL, which no XML text can hold. */
export function identityOf(...parts: readonly string[]): string {
  return parts.join('\0');
}

/** A part of a type name, behind a comma, that changes with every version of a program or of .NET. */
const versionPart = /^\s*(?:Version|PublicKeyToken)\s*=[^\]]*/i;

/** A type name without version and token, and the blanks in front of their commas; any other text stays as it is. Linear. */
export function withoutVersion(value: string): string {
  if (!value.includes('=')) return value;
  const [first = '', ...more] = value.split(',');
  const kept = [first];
  for (const part of more) {
    const version = versionPart.exec(part)?.[0];
    if (version === undefined) kept.push(`,${part}`);
    else kept.push((kept.pop() ?? '').trimEnd(), part.slice(version.length));
  }
  return kept.join('');
}

/** Whether two values are the same type name but for version or token. */
export function isSameType(a: string, b: string): boolean {
  return a !== b && withoutVersion(a) === withoutVersion(b);
}
