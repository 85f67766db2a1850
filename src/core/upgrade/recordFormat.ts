import type { Actor, Mode, RecordBody, UpgradeRecord } from './record';
import { shapeOf } from './recordShape';

declare class TextDecoder {
  constructor(label: string, options: { fatal: boolean; ignoreBOM: boolean });
  decode(bytes: Uint8Array): string;
}

/** SHA-256 of a text's UTF-8 bytes as lower-case hex. */
export type Sha256 = (text: string) => string;

/** `prev` of the first record. */
export const noRecordHash = '0'.repeat(64);

/** No record is longer: a file beyond it is not even read. */
export const recordLimitBytes = 4 * 1024 * 1024;

/** Who writes a record, when, and in which mode. */
export interface Stamp {
  /** ISO 8601, UTC. */
  readonly time: string;
  readonly actor: Actor;
  readonly mode: Mode;
}

/** Where a record stands: its number, the torn numbers before it, and the hash of the record that it follows. */
export interface RecordPosition {
  readonly number: number;
  readonly void: readonly number[];
  readonly prev: string;
}

/** What is wrong with a file that should hold a record. The findings of a journal say it in a sentence. */
export type RecordDefect = 'changed' | 'lineEnds' | 'foreign' | 'misnamed' | 'notAFile' | 'tooLarge' | 'unreadable';

/** What a record file holds. */
export type RecordContent =
  | { readonly kind: 'record'; readonly record: UpgradeRecord }
  | { readonly kind: 'torn' }
  | { readonly kind: 'newer' }
  | { readonly kind: 'damaged'; readonly defect: RecordDefect };

const hashMember = ',"hash":';
const hashTail = /^,"hash":"([0-9a-f]{64})"\}$/;
const recordName = /^(\d{6,15})\.json$/;

/** `000042.json`. */
export function recordFileName(number: number): string {
  return `${String(number).padStart(6, '0')}.json`;
}

/** The number that a file name stands for; undefined when it is no record's name, however near it comes. Pure. */
export function numberOfFileName(name: string): number | undefined {
  const number = Number(recordName.exec(name)?.[1]);
  return number > 0 && recordFileName(number) === name ? number : undefined;
}

/**
 * Makes the one line of a record, with its line end. Pure.
 * @returns the line, and the record as every reader will see it
 * @throws RangeError when the body nests too deep to be written, Error when it has not the members of its type
 */
export function serialiseRecord(
  body: RecordBody,
  { time, actor, mode }: Stamp,
  position: RecordPosition,
  sha256: Sha256,
): { readonly line: string; readonly record: UpgradeRecord } {
  const { number, prev } = position;
  const torn = position.void.length > 0 ? { void: position.void } : {};
  const head = JSON.stringify({ v: 1, number, time, actor, mode, ...body, ...torn, prev }).slice(0, -1);
  const line = `${head}${hashMember}"${sha256(head)}"}\n`;
  const content = readLine(line, number, sha256);
  if (content.kind !== 'record') throw new Error(`A record of type ${body.type} lacks what it must have`);
  return { line, record: content.record };
}

/**
 * Says what the bytes of a record file are: a record, the torn rest of one, the work of a newer version, or damage. Any bytes
 * give an answer. Unknown members of a record are kept. Pure; reads the bytes once and hashes them once.
 * @param number the number that the file is named with
 */
export function readRecord(bytes: Uint8Array, number: number, sha256: Sha256): RecordContent {
  if (bytes.at(-1) !== 0x0a) return { kind: 'torn' }; // empty, without its line end, or ending in zeros
  const text = decode(bytes);
  return text === undefined ? damaged('changed') : readLine(text, number, sha256);
}

/** The hash stands last and covers every byte before it, so that one changed byte anywhere is seen. */
function readLine(text: string, number: number, sha256: Sha256): RecordContent {
  const at = text.lastIndexOf(hashMember);
  const hash = at < 0 ? undefined : hashTail.exec(text.slice(at, -1))?.[1];
  if (hash === undefined) return damaged(text.endsWith('}\r\n') ? 'lineEnds' : 'changed');
  if (sha256(text.slice(0, at)) !== hash) return damaged('changed');
  const value = parseJson(text);
  switch (shapeOf(value)) {
    case 'newer':
      return { kind: 'newer' };
    case 'other':
      return damaged('foreign');
    case 'record': {
      const record = value as UpgradeRecord;
      return record.number === number ? { kind: 'record', record } : damaged('misnamed');
    }
  }
}

function damaged(defect: RecordDefect): RecordContent {
  return { kind: 'damaged', defect };
}

function decode(bytes: Uint8Array): string | undefined {
  try {
    return new TextDecoder('utf-8', { fatal: true, ignoreBOM: true }).decode(bytes);
  } catch {
    return undefined; // not UTF-8: no record that we wrote
  }
}

function parseJson(text: string): unknown {
  try {
    return JSON.parse(text) as unknown;
  } catch {
    return undefined; // not JSON: no record that we wrote
  }
}
