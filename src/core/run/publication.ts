import type { CarriedDecision } from '../config/carryOver';
import type { Evidence } from '../upgrade/record';
import type { ParameterValue } from './parameters';

/** What was compared and decided before a config file is published. Goes into records: hashes and reasons, no value. */
export interface Review {
  readonly verdict: 'restore' | 'merge';
  /** SHA-256 of the saved file, of the one that is replaced, and of the one that is published. */
  readonly old: string;
  readonly new: string;
  readonly merged: string;
  readonly decisions: readonly CarriedDecision[];
}

/** A reviewed config file on its way to its host. */
export interface Publication {
  /** The file in base64. It holds passwords: it is never shown, and leaves the run folder when the run has ended. */
  readonly content: string;
  readonly review: Review;
}

/** The review as parameters of the functions that publish and verify. Pure. */
export function reviewParameters({ old, new: fresh, merged }: Review): Readonly<Record<string, ParameterValue>> {
  return { Sha256: merged, ReplacedSha256: fresh, SavedSha256: old };
}

/** The review that the record of a publish carries; undefined where it has none, or none that is whole. Pure. */
export function reviewIn(evidence: Evidence | undefined): Review | undefined {
  const review = (evidence?.['review'] ?? {}) as Partial<Record<keyof Review, unknown>>;
  const { verdict, old, new: fresh, merged, decisions } = review;
  const isWhole =
    (verdict === 'restore' || verdict === 'merge') &&
    [old, fresh, merged].every((hash) => typeof hash === 'string' && /^[0-9a-f]{64}$/.test(hash)) &&
    Array.isArray(decisions) &&
    decisions.every(isDecision);
  return isWhole ? (review as Review) : undefined;
}

function isDecision(value: unknown): boolean {
  const {
    section,
    name,
    location = '',
    taken,
    reason,
  } = (value ?? {}) as Partial<Record<keyof CarriedDecision, unknown>>;
  const isText = [section, name, location, reason].every((text) => typeof text === 'string');
  return isText && (taken === 'old' || taken === 'new' || taken === 'written');
}
