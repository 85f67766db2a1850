import type { Finding } from '../report/finding';
import type { SdkMove } from './sdkAddress';

/** What the comparison advises: put the old file back whole, carry values over, or neither. */
export type Verdict = 'restore' | 'merge' | 'refuse';

/**
 * What happens to a difference unless somebody decides otherwise: the old value is carried over, what the new file has
 * stays, a decision is open, or only a person can do it in the file.
 */
export type Action = 'old' | 'new' | 'decide' | 'byHand';

/** A difference as it may be shown: secrets are masked in it, and nothing leads from it to their values. */
export interface Change {
  /** Names the difference in a merge's choices; undefined where nothing can be chosen. */
  readonly id: string | undefined;
  readonly class: 'setting' | 'structure' | 'type' | 'new' | 'gone';
  readonly section: string;
  readonly name: string;
  readonly location: string | undefined;
  readonly oldLine: number | undefined;
  readonly newLine: number | undefined;
  readonly old: string | undefined;
  readonly new: string | undefined;
  /** What is written by default in place of the old value: an address that moves. */
  readonly written?: string;
  readonly secret: boolean;
  readonly action: Action;
  /** One sentence. */
  readonly reason: string;
  /** Whether it is, or may change, a setting. */
  readonly isSetting: boolean;
  /** Whether the old value can be taken, or a key inserted. */
  readonly canTakeOld: boolean;
  /** The answer that a page ticks beforehand; a person still confirms it. */
  readonly preselected: 'old' | undefined;
}

/** A warning, with its line in one of the two files. */
export interface ConfigWarning extends Finding {
  readonly side: 'old' | 'new';
}

/** Two files compared. */
export interface Comparison {
  readonly verdict: Verdict;
  /** The verdict in a sentence. */
  readonly reason: string;
  readonly changes: readonly Change[];
  readonly warnings: readonly ConfigWarning[];
}

/** What is known besides the two files. */
export interface Surroundings {
  /** Versions of the program that the files belong to, two to four numbers, checked by the farm file. */
  readonly versions?: { readonly old: string; readonly new: string };
  /** Names of the farm's machines and of the names in front of them; another machine's name in a value is warned about. */
  readonly hosts?: readonly string[];
  /** The decision that the Web Service SDK gets another virtual directory. */
  readonly sdk?: SdkMove;
}
