import type { Finding } from '../report/finding';
import { visible } from '../report/visible';
import type { JsonPlaces, Part } from './jsonPlaces';

/** Something in the farm file that must be changed, before it is known where in the text it stands. */
export interface Mistake {
  readonly code: string;
  /** What is: a whole sentence. */
  readonly message: string;
  /** What to do: whole sentences. */
  readonly remedy: string;
  /** JSON pointer of what to change. */
  readonly pointer?: string;
  /** What of the member to point at; its value when absent. */
  readonly part?: Part;
  /** Where in the text, when no pointer says it. */
  readonly offset?: number;
}

/** A mistake at a value or member of the content. */
export function mistake(code: string, pointer: string, message: string, remedy: string): Mistake {
  return { code, pointer, message, remedy };
}

/** A value as a sentence shows it: in quotes, cut, nothing hidden in it. */
export function quoted(value: string): string {
  return `"${visible(value)}"`;
}

/** `"mfaServer"`, or `entry 3 of "hosts"`: the end of a pointer in words. */
export function placeWords(pointer: string): string {
  const parts = pointer.split('/');
  const last = parts.at(-1) ?? '';
  return /^\d+$/.test(last) ? `entry ${Number(last) + 1} of "${parts.at(-2) ?? ''}"` : `"${last}"`;
}

/** Words as the beginning of a sentence. */
export function sentence(words: string): string {
  return words.charAt(0).toUpperCase() + words.slice(1);
}

/** Some names of a list that may be long. */
export function some(names: readonly string[]): string {
  return someOf(names.map(quoted));
}

/** Some words of a list that may be long. */
export function someOf(names: readonly string[]): string {
  const shown = names.slice(0, 5).join(', ');
  return names.length > 5 ? `${shown} and ${names.length - 5} more` : shown;
}

/** Findings in the order of the text, where there is one; otherwise in the order in which they were found. */
export function findingsOf(mistakes: readonly Mistake[], places?: JsonPlaces, file?: string): readonly Finding[] {
  const found = mistakes.map((each) => ({
    each,
    offset: each.offset ?? places?.offsetOf(each.pointer ?? '', each.part ?? 'value') ?? 0,
  }));
  return found
    .sort((a, b) => a.offset - b.offset)
    .map(({ each: { code, message, remedy, pointer }, offset }) => ({
      code,
      severity: 'error',
      message,
      remedy,
      ...(file !== undefined && { file }),
      ...places?.lineAndColumn(offset),
      ...(pointer !== undefined && { pointer }),
    }));
}
