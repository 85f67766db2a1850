import type { Finding } from './finding';

/** A value, or the findings that explain why there is none. */
export type Result<T> =
  | { readonly ok: true; readonly value: T; readonly findings: readonly Finding[] }
  | { readonly ok: false; readonly findings: readonly Finding[] };

/** A value, with the warnings that came with it. */
export function ok<T>(value: T, findings: readonly Finding[] = []): Result<T> {
  return { ok: true, value, findings };
}

/** No value: every finding that stands in the way, at once. */
export function refused<T>(findings: readonly Finding[]): Result<T> {
  return { ok: false, findings };
}
