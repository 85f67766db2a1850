import type { Finding } from '../report/finding';
import { refused, type Result } from '../report/result';
import { positionAt } from './lines';

/** What keeps a config file from being read or merged: a code, what is, what to do. No text of the file is ever part of it. */
export interface Refusal {
  readonly code: string;
  readonly message: string;
  readonly remedy: string;
}

/** A refusal as an error finding; with a text and an offset also with line and column. Cost: one pass over the text. */
export function refusalAt(refusal: Refusal, text?: string, offset = 0): Finding {
  return { ...refusal, severity: 'error', ...(text === undefined ? {} : positionAt(text, offset)) };
}

/** Refuses the whole input for one reason. */
export function refuse<T>(refusal: Refusal, text?: string, offset = 0): Result<T> {
  return refused([refusalAt(refusal, text, offset)]);
}

/** Thrown inside a reader to leave the parser's callbacks; caught by that reader only. */
export class StopReading extends Error {
  constructor(
    readonly refusal: Refusal,
    readonly offset: number,
  ) {
    super(refusal.message);
  }
}
