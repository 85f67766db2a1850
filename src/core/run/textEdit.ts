import type { Evidence } from '../upgrade/record';

/** One line of a file as it is, and as a step makes it. */
export interface TextEdit {
  readonly file: string;
  readonly line: number;
  readonly before: string;
  readonly after: string;
}

/** The edit that evidence tells of; undefined where it tells of none, or of one that changes nothing. Takes whatever a result held. Pure. */
export function textEditIn(evidence: Evidence): TextEdit | undefined {
  const { script: file, line } = evidence;
  const [before, after] = [textOf(evidence['before']), textOf(evidence['after'])];
  if (typeof file !== 'string' || typeof line !== 'number' || before === undefined || after === undefined)
    return undefined;
  return before === after ? undefined : { file, line, before, after };
}

function textOf(side: unknown): string | undefined {
  const { text } = (side ?? {}) as { readonly text?: unknown };
  return typeof text === 'string' ? text : undefined;
}
