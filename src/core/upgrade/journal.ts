import type { Finding } from '../report/finding';
import { copiedFinding, newerFinding, tornFinding, troubleFinding, type JournalTrouble } from './journalFindings';
import type { UpgradeRecord } from './record';
import { noRecordHash, type RecordContent } from './recordFormat';

/** What a reader knows after reading a journal. A value. */
export interface JournalState {
  /**
   * Those that hang together from the first one on, in order. What stands behind damage is not among them, but for a record of the
   * other mode: that one is among them, and what is behind it too.
   */
  readonly records: readonly UpgradeRecord[];
  /**
   * Numbers without a record: torn while they were written, named by a record or still to be named by the next one. None where
   * the journal is damaged: nobody knows there what else is missing.
   */
  readonly voidNumbers: readonly number[];
  /** Only `empty` and `whole` take another record. */
  readonly condition: 'empty' | 'whole' | 'damaged' | 'newer' | 'beingWritten';
  /** What is wrong, with the numbers, and what to do. */
  readonly findings: readonly Finding[];
}

/** Number and hash of a record, remembered outside the folder. */
export interface OutsideCopy {
  readonly number: number;
  readonly hash: string;
}

/** A file that is named like a record, and what it holds. */
export interface JournalFile {
  readonly number: number;
  readonly content: RecordContent;
}

/** What lies in a journal folder. */
export interface JournalListing {
  /** Ascending by number. */
  readonly files: readonly JournalFile[];
  /** Names of files that look like second versions of a record. */
  readonly strays: readonly string[];
  /** The newest file is torn and somebody may still be writing it. */
  readonly isBeingWritten: boolean;
}

/** First and last of some numbers in a row. */
type Range = readonly [from: number, to: number];

/** The records that follow one another, and everything that does not fit. */
interface Chain {
  readonly records: UpgradeRecord[];
  readonly troubles: Map<JournalTrouble, Range[]>;
  /** Highest number that was looked at. */
  last: number;
  isNewer: boolean;
}

/**
 * Judges what lies in a journal folder: which records count, what is void, what is damaged. Any listing gives an answer.
 * Pure; the cost grows with the number of files.
 * @param copies what is remembered outside the folder: by it a cut tail and an older copy are noticed
 * @param pathOf path of the file with a name, for the findings
 */
export function judgeJournal(
  { files, strays, isBeingWritten }: JournalListing,
  copies: readonly OutsideCopy[],
  pathOf: (name: string) => string,
): JournalState {
  const named = namedNumbers(files);
  const torn = tornTail(files);
  const chain = followChain(files.slice(0, files.length - torn.length), named);
  const tail = chain.isNewer ? [] : torn;
  for (const number of tail) expectNext(chain, number, number);
  for (const copy of copies) compareCopy(chain, copy, tail);
  for (const { number } of chain.records.filter(isOfOtherMode)) note(chain, 'otherMode', number);
  const damage = [
    ...[...chain.troubles].map(([trouble, ranges]) => troubleFinding(trouble, ranges, pathOf)),
    ...strays.map((name) => copiedFinding(name, pathOf)),
  ];
  const condition = damage.length > 0 ? 'damaged' : conditionOf(chain, tail.length > 0 && isBeingWritten);
  const notes = condition === 'damaged' ? [] : notesOn(chain, tail, isBeingWritten, pathOf);
  const voidNumbers = condition === 'damaged' ? [] : [...named, ...tail].sort((a, b) => a - b);
  return { records: chain.records, voidNumbers, condition, findings: [...damage, ...notes] };
}

/** The number that the next record takes, the torn numbers that it names, and the hash that it builds on. Pure. */
export function nextPosition({ records, voidNumbers }: JournalState): {
  readonly number: number;
  readonly void: readonly number[];
  readonly prev: string;
} {
  const last = records.at(-1);
  const torn = voidNumbers.filter((number) => number > (last?.number ?? 0));
  return { number: (torn.at(-1) ?? last?.number ?? 0) + 1, void: torn, prev: last?.hash ?? noRecordHash };
}

function conditionOf({ records, isNewer }: Chain, isBeingWritten: boolean): JournalState['condition'] {
  if (isNewer) return 'newer';
  if (isBeingWritten) return 'beingWritten';
  return records.length === 0 ? 'empty' : 'whole';
}

function notesOn(
  { isNewer, last }: Chain,
  tail: readonly number[],
  isBeingWritten: boolean,
  pathOf: (name: string) => string,
): readonly Finding[] {
  if (isNewer) return [newerFinding(last, pathOf)];
  return tail.map((number) => tornFinding(number, isBeingWritten && number === tail.at(-1), pathOf));
}

/** Numbers that a later record calls void, whatever their files hold by now. */
function namedNumbers(files: readonly JournalFile[]): ReadonlySet<number> {
  return new Set(files.flatMap(({ content }) => (content.kind === 'record' ? (content.record.void ?? []) : [])));
}

/** Number of the newest file where it is torn. One before it was the newest once, and somebody built on it. */
function tornTail(files: readonly JournalFile[]): readonly number[] {
  const newest = files.at(-1);
  return newest?.content.kind === 'torn' ? [newest.number] : [];
}

function followChain(files: readonly JournalFile[], named: ReadonlySet<number>): Chain {
  const chain: Chain = { records: [], troubles: new Map(), last: 0, isNewer: false };
  for (const file of files) {
    if (chain.isNewer) break; // what a newer version wrote behind it is not for us to judge
    if (!named.has(file.number)) addFile(chain, file);
  }
  return chain;
}

function addFile(chain: Chain, { number, content }: JournalFile): void {
  switch (content.kind) {
    case 'newer':
      expectNext(chain, number, number);
      chain.isNewer = true;
      return;
    case 'torn':
      expectNext(chain, number, number);
      note(chain, 'torn', number);
      return;
    case 'damaged':
      expectNext(chain, number, number);
      note(chain, content.defect, number);
      return;
    case 'record':
      addRecord(chain, content.record);
      return;
  }
}

/** Behind the first damage no record is taken: what it builds on is not known. */
function addRecord(chain: Chain, record: UpgradeRecord): void {
  expectNext(chain, record.number - (record.void?.length ?? 0), record.number);
  if (chain.troubles.size > 0) return;
  const before = chain.records.at(-1)?.hash ?? noRecordHash;
  if (record.prev === before) chain.records.push(record);
  else note(chain, 'outOfOrder', record.number);
}

/** The first record says whether it is production. One of the other mode hangs in the chain all the same: those behind it count. */
function isOfOtherMode({ mode }: UpgradeRecord, _: number, [first]: readonly UpgradeRecord[]): boolean {
  return mode !== first?.mode;
}

/** Notes the numbers that are missing before `first`, and goes on to `last`. */
function expectNext(chain: Chain, first: number, last: number): void {
  if (first > chain.last + 1) note(chain, 'missing', chain.last + 1, first - 1);
  chain.last = last;
}

/** Every record that is remembered has to be there, and has to be the same. */
function compareCopy(chain: Chain, { number, hash }: OutsideCopy, tail: readonly number[]): void {
  if (chain.isNewer && number >= chain.last) return;
  if (tail.includes(number)) return note(chain, 'torn', number);
  if (number > chain.last) return note(chain, 'cut', chain.last + 1, number);
  const newest = chain.records.at(-1)?.number ?? 0;
  if (number > newest && chain.troubles.size > 0) return; // it lies behind damage that is told anyway
  if (chain.records.find((record) => record.number === number)?.hash !== hash) note(chain, 'replaced', number);
}

function note({ troubles }: Chain, trouble: JournalTrouble, from: number, to = from): void {
  troubles.set(trouble, [...(troubles.get(trouble) ?? []), [from, to]]);
}
