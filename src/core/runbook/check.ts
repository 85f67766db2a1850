import { missingMember, unknownMember, unknownName, wrongValue, type Path, type Problem } from './problem';

/** Looks at one value of a YAML text and says what is wrong with it. */
export type Check = (value: unknown, path: Path) => readonly Problem[];

/** Some text that is not blank. */
export const text: Check = (value, path) =>
  typeof value === 'string' && value.trim() !== '' ? [] : [wrongValue(value, 'some text', path)];

/** Yes or no. */
export const flag: Check = (value, path) =>
  typeof value === 'boolean' ? [] : [wrongValue(value, 'true or false', path)];

/** A whole number from 1. */
export const count: Check = (value, path) =>
  Number.isInteger(value) && Number(value) > 0 ? [] : [wrongValue(value, 'a whole number from 1', path)];

/** One of a few words. */
export function oneOf(...values: readonly string[]): Check {
  return (value, path) =>
    typeof value === 'string' && values.includes(value) ? [] : [wrongValue(value, values.join(' or '), path)];
}

/** A name out of a closed list. @param what the kind of name, in words */
export function nameOf(what: string, known: ReadonlySet<string>): Check {
  return (value, path) =>
    typeof value === 'string' && known.has(value) ? [] : [unknownName(what, value, known, path)];
}

/** A list, each item checked. */
export function listOf(check: Check): Check {
  return (value, path) =>
    Array.isArray(value) ? value.flatMap((item, n) => check(item, [...path, n])) : [wrongValue(value, 'a list', path)];
}

/** A list with something in it, each item checked. */
export function someOf(check: Check): Check {
  const list = listOf(check);
  return (value, path) =>
    Array.isArray(value) && value.length === 0 ? [wrongValue(value, 'at least one', path)] : list(value, path);
}

/** Members of any name, each value checked. */
export function mapOf(check: Check): Check {
  return (value, path) =>
    isRecord(value)
      ? Object.entries(value).flatMap(([name, each]) => check(each, [...path, name]))
      : [wrongValue(value, 'members with values', path)];
}

/** Members of known names only, each value checked; some must be there. */
export function membersOf(checks: ReadonlyMap<string, Check>, needed: readonly string[]): Check {
  const known = new Set(checks.keys());
  return (value, path) => {
    if (!isRecord(value)) return [wrongValue(value, `members: ${[...known].join(', ')}`, path)];
    const missing = needed.filter((name) => !(name in value)).map((name) => missingMember(name, path));
    const wrong = Object.entries(value).flatMap(([name, each]) => {
      const check = checks.get(name);
      return check ? check(each, [...path, name]) : [unknownMember(name, known, [...path, name])];
    });
    return [...missing, ...wrong];
  };
}

/** Whether a value has members. */
export function isRecord(value: unknown): value is Readonly<Record<string, unknown>> {
  return typeof value === 'object' && value !== null && !Array.isArray(value);
}
