import { join } from 'node:path';
import { setTimeout as wait } from 'node:timers/promises';
import type { Clock } from '../core/report/clock';
import type { Finding } from '../core/report/finding';
import { judgeJournal, nextPosition, type JournalState, type OutsideCopy } from '../core/upgrade/journal';
import type { RecordBody, UpgradeRecord } from '../core/upgrade/record';
import { recordLimitBytes, serialiseRecord, type Stamp } from '../core/upgrade/recordFormat';
import { notOwnFolder, notReadable, notWritten, tooLong, uncertain } from './diskFindings';
import { errorCode, nodeFileSystem, type JournalFileSystem } from './journalFileSystem';
import { JournalReader } from './journalReader';
import { RecordWriter, type Claim } from './recordWriter';
import { sha256 } from './sha256';
import { systemClock } from './systemClock';

export type { JournalState } from '../core/upgrade/journal';

/** How an append ended. `lost`: somebody was faster; fold the state, ask again. `refused`: nothing is acknowledged. */
export type AppendOutcome =
  | { readonly kind: 'written'; readonly record: UpgradeRecord }
  | { readonly kind: 'lost'; readonly state: JournalState }
  | { readonly kind: 'refused'; readonly finding: Finding };

export interface RecordStoreOptions {
  readonly fs?: JournalFileSystem;
  readonly wait?: (ms: number) => Promise<unknown>;
  /** Runs evenly and is never set: for the time that a torn file is left alone. */
  readonly elapsedMs?: () => number;
  /** For the age of temporary files only. */
  readonly clock?: Clock;
}

const pauseMs = 500;
const waitLimitMs = 60_000;
const nothing: JournalState = { records: [], voidNumbers: [], condition: 'empty', findings: [] };

/**
 * The journal of one upgrade on disk: records that are only ever added. Many windows and programs may use the same folder at
 * once; the number of a record is the only lock. Nothing on disk makes it throw: what is wrong is a finding.
 */
export class RecordStore {
  private readonly fs: JournalFileSystem;
  private readonly wait: (ms: number) => Promise<unknown>;
  private readonly reader: JournalReader;
  private readonly writer: RecordWriter;
  private state: JournalState = nothing;
  private known: readonly OutsideCopy[] = [];
  /** The newest record that this store has seen: an outside copy too. */
  private remembered: OutsideCopy | undefined;
  private queue: Promise<unknown> = Promise.resolve();
  private isTidy = false;

  constructor(
    private readonly folder: string,
    private readonly options: RecordStoreOptions = {},
  ) {
    const elapsedMs = options.elapsedMs ?? (() => performance.now());
    this.fs = options.fs ?? nodeFileSystem;
    this.wait = options.wait ?? wait;
    this.reader = new JournalReader(folder, { fs: this.fs, elapsedMs });
    this.writer = new RecordWriter(folder, this.fs, elapsedMs);
  }

  /**
   * Reads what is new, and notices when something old has changed or is gone. Gives the same object when nothing has changed.
   * @param known newest records that somebody remembers outside the folder; kept for later reads and appends
   */
  read(known?: OutsideCopy | readonly OutsideCopy[]): Promise<JournalState> {
    return this.inTurn(() => this.refresh('all', known));
  }

  /** Like `read`, but waits until nobody is writing the newest record any more, at most a minute. */
  readSettled(known?: OutsideCopy | readonly OutsideCopy[]): Promise<JournalState> {
    return this.inTurn(async () => {
      await this.refresh('all', known);
      return this.settle();
    });
  }

  /**
   * Writes one record behind those that the caller knows.
   * @param after number of the newest record that the caller has folded, 0 for none
   */
  append(body: RecordBody, stamp: Stamp, after: number): Promise<AppendOutcome> {
    return this.inTurn(() => this.appendNow(body, stamp, after));
  }

  private inTurn<T>(act: () => Promise<T>): Promise<T> {
    const turn = this.queue.then(act);
    this.queue = turn.catch(() => undefined); // whoever asked gets the error; the next one starts all the same
    return turn;
  }

  private async appendNow(body: RecordBody, stamp: Stamp, after: number): Promise<AppendOutcome> {
    await this.refresh('new');
    const state = await this.settle();
    if (state.condition !== 'empty' && state.condition !== 'whole') return refusal(state);
    if ((state.records.at(-1)?.number ?? 0) !== after) return { kind: 'lost', state };
    const position = nextPosition(state);
    const made = serialise(body, stamp, position);
    const bytes = Buffer.from(made?.line ?? '');
    if (!made || bytes.length > recordLimitBytes) return { kind: 'refused', finding: tooLong(this.folder) };
    const unmade = after === 0 ? await this.writer.makeFolder() : undefined;
    const claim = unmade ?? (await this.writer.claim({ number: position.number, builtOn: after, bytes }));
    await this.tidy();
    return this.conclude(claim, made.record);
  }

  /** Says only what a look at the disk confirms. */
  private async conclude(claim: Claim, record: UpgradeRecord): Promise<AppendOutcome> {
    if (claim.kind === 'failed' || claim.kind === 'uncertain') this.reader.forget();
    await this.refresh('new');
    const state = claim.kind === 'taken' ? await this.settle() : this.state;
    const isThere = state.records.some(({ number, hash }) => number === record.number && hash === record.hash);
    switch (claim.kind) {
      case 'taken':
        return { kind: 'lost', state };
      case 'claimed':
        if (isThere) return { kind: 'written', record };
        return isReadable(state) ? { kind: 'lost', state } : this.unsure(record, undefined);
      case 'failed':
        return { kind: 'refused', finding: notWritten(claim.error, this.folder) };
      case 'uncertain':
        if (!isThere && isReadable(state)) return { kind: 'refused', finding: notWritten(claim.error, this.folder) };
        return this.unsure(record, claim.error);
    }
  }

  private unsure({ number }: UpgradeRecord, error: unknown): AppendOutcome {
    return { kind: 'refused', finding: uncertain(number, error, this.folder) };
  }

  private async settle(): Promise<JournalState> {
    for (let waitedMs = 0; this.state.condition === 'beingWritten' && waitedMs < waitLimitMs; waitedMs += pauseMs) {
      await this.wait(pauseMs);
      await this.refresh('new');
    }
    return this.state;
  }

  /** Begins anew, as if the folder had never been read: for a journal that somebody has thrown away as a whole. */
  forget(): Promise<void> {
    return this.inTurn(() => {
      this.reader.forget();
      this.state = nothing;
      this.known = [];
      this.remembered = undefined;
      return Promise.resolve();
    });
  }

  private async refresh(how: 'all' | 'new', known?: OutsideCopy | readonly OutsideCopy[]): Promise<JournalState> {
    if (known !== undefined) this.known = 'number' in known ? [known] : known;
    const state = await this.look(how);
    const newest = state.records.at(-1);
    if (newest && newest.number > (this.remembered?.number ?? 0)) {
      this.remembered = { number: newest.number, hash: newest.hash };
    }
    if (!isSame(state, this.state)) this.state = state;
    return this.state;
  }

  private async look(how: 'all' | 'new'): Promise<JournalState> {
    try {
      const listing = await this.reader.look(how);
      if (!listing) return { ...nothing, condition: 'damaged', findings: [notOwnFolder(this.folder)] };
      const copies = this.remembered ? [...this.known, this.remembered] : this.known;
      return judgeJournal(listing, copies, (name) => join(this.folder, name));
    } catch (error) {
      if (errorCode(error) === '') throw error;
      return { ...this.state, condition: 'damaged', findings: [notReadable(error, this.folder)] };
    }
  }

  private async tidy(): Promise<void> {
    if (this.isTidy) return;
    this.isTidy = true;
    await this.writer.removeOldTemporaries((this.options.clock ?? systemClock).nowMs());
  }
}

function serialise(
  body: RecordBody,
  stamp: Stamp,
  position: ReturnType<typeof nextPosition>,
): ReturnType<typeof serialiseRecord> | undefined {
  try {
    return serialiseRecord(body, stamp, position, sha256);
  } catch (error) {
    if (error instanceof RangeError) return undefined; // nested too deep for JSON
    throw error;
  }
}

function refusal({ findings }: JournalState): AppendOutcome {
  const [finding] = findings;
  if (!finding) throw new Error('A journal that takes no record has to say why');
  return { kind: 'refused', finding };
}

function isReadable({ findings }: JournalState): boolean {
  return findings.every(({ code }) => code !== 'JournalUnreadable' && code !== 'RecordUnreadable');
}

function isSame(one: JournalState, two: JournalState): boolean {
  const summary = ({ records, ...rest }: JournalState): string =>
    JSON.stringify([records.length, records.at(-1)?.hash, rest]);
  return summary(one) === summary(two);
}
