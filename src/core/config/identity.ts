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

/** Parts of a type name that change with every version of a program or of .NET. */
const versionParts = /\s*,\s*(?:Version|PublicKeyToken)\s*=\s*[^,\]]*/gi;

/** A type name without version and token; any other text stays as it is. */
export function withoutVersion(value: string): string {
  return value.includes('=') ? value.replace(versionParts, () => '') : value;
}

/** Whether two values are the same type name but for version or token. */
export function isSameType(a: string, b: string): boolean {
  return a !== b && withoutVersion(a) === withoutVersion(b);
}
