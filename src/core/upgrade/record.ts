import type { Finding } from '../report/finding';

/** Is it the farm itself, or its simulation? */
export type Mode = 'production' | 'rehearsal';
/** Who wrote a record, and on which computer. */
export interface Actor {
  readonly user: string;
  readonly computer: string;
}
/** How a run ended. */
export type Outcome = 'done' | 'failed' | 'refused' | 'unknown';
/** What a run or a look found, as data. */
export type Evidence = Readonly<Record<string, unknown>>;

/** What each type of record says. docs/journal-format.md describes the file; this is its one list of types. */
export type RecordBody =
  | {
      readonly type: 'opened';
      readonly upgradeId: string;
      readonly runbookId: string;
      readonly runbookHash: string;
      readonly farmHash: string;
      readonly extensionVersion: string;
      /** The accepted content of farm.json. */
      readonly farm: unknown;
    }
  | { readonly type: 'farmAccepted'; readonly farm: unknown; readonly farmHash: string }
  | {
      readonly type: 'runbookAccepted';
      readonly runbookId: string;
      readonly runbookHash: string;
      readonly extensionVersion: string;
    }
  | { readonly type: 'movedTo'; readonly computer: string }
  | { readonly type: 'decided'; readonly key: string; readonly value: string }
  | { readonly type: 'started'; readonly step: string; readonly run?: string; readonly requestHash?: string }
  | {
      readonly type: 'ended';
      readonly step: string;
      readonly run: string;
      readonly outcome: Outcome;
      /** The verifying function's word: yes, no, or it could not run. */
      readonly verified: boolean | null;
      readonly restartNeeded?: boolean;
      readonly evidence: Evidence;
      readonly findings: readonly Finding[];
    }
  | { readonly type: 'attested'; readonly step: string; readonly how: string }
  | { readonly type: 'skipped'; readonly step: string; readonly reason: string }
  | { readonly type: 'overridden'; readonly steps: readonly string[]; readonly reason: string }
  | { readonly type: 'reopened'; readonly step: string; readonly reason: string }
  | { readonly type: 'settled'; readonly step: string; readonly outcome: Outcome; readonly evidence: Evidence };

/** Name of a type of record. */
export type RecordType = RecordBody['type'];

/** A whole record as it stands in `journal/000042.json`. */
export type UpgradeRecord = RecordBody & {
  readonly v: 1;
  readonly number: number;
  /** ISO 8601, UTC. Shown, never used for order. */
  readonly time: string;
  readonly actor: Actor;
  readonly mode: Mode;
  /** Numbers of files that hold no record: torn while they were written. */
  readonly void?: readonly number[];
  readonly prev: string;
  readonly hash: string;
};
