import type { Finding } from '../core/report/finding';
import type { JournalState } from '../core/upgrade/journal';
import { outsideCopies } from './outsideCopies';
import { placeOfDirectory } from './place';
import { RecordStore, type RecordStoreOptions } from './recordStore';

/** What `verify-journal` answers. */
export interface JournalCheck {
  /** 0 whole, 1 not whole, 2 no journal that can be read. */
  readonly exitCode: 0 | 1 | 2;
  readonly json: Readonly<Record<string, unknown>>;
  readonly lines: readonly string[];
  readonly findings: readonly Finding[];
}

/**
 * Checks the records of an upgrade, also against what the requests of its runs remember. Changes nothing.
 * @param directory an upgrade's folder, or one that holds `.mfa-upgrade`
 */
export async function checkJournal(directory: string, options: RecordStoreOptions = {}): Promise<JournalCheck> {
  const place = await placeOfDirectory(directory);
  if (!place) return noJournal([missing(directory)]);
  const state = await new RecordStore(place.journal, options).readSettled(await outsideCopies(place.runs));
  const isThere = state.records.length + state.voidNumbers.length + state.findings.length > 0;
  if (!isThere) return noJournal([missing(directory)]);
  if (state.findings.some(({ code }) => code === 'JournalUnreadable')) return noJournal(state.findings);
  if (state.condition === 'empty') return noJournal([...state.findings, missing(directory)]); // all that was begun is void
  return answer(state);
}

function answer(state: JournalState): JournalCheck {
  const { records, voidNumbers, condition, findings } = state;
  const last = records.at(-1);
  const newest = last ? { number: last.number, hash: last.hash } : null;
  return {
    exitCode: condition === 'whole' ? 0 : 1,
    json: { apiVersion: 1, records: records.length, newest, void: voidNumbers, condition, findings },
    lines: linesFor(state),
    findings,
  };
}

const sentences: Readonly<Record<JournalState['condition'], string>> = {
  empty: 'The journal holds no record yet.',
  whole: 'The journal is whole.',
  damaged: 'The journal is damaged: the upgrade can be read up to the damage, and takes no record.',
  newer: 'A newer version has written this journal: it can be read in part, and takes no record here.',
  beingWritten: 'Somebody is writing to the journal. Ask again.',
};

function linesFor({ records, voidNumbers, condition }: JournalState): readonly string[] {
  const last = records.at(-1);
  return [
    sentences[condition],
    `Records: ${String(records.length)}`,
    ...(last ? [`Newest: ${String(last.number)} ${last.hash}`] : []),
    ...(voidNumbers.length > 0 ? [`Void: ${voidNumbers.join(', ')}`] : []),
  ];
}

function noJournal(findings: readonly Finding[]): JournalCheck {
  return { exitCode: 2, json: { apiVersion: 1, findings }, lines: [], findings };
}

function missing(directory: string): Finding {
  return {
    code: 'JournalMissing',
    severity: 'error',
    message: 'There are no records of an upgrade here.',
    remedy: 'Give a folder that holds .mfa-upgrade, or such a folder itself.',
    file: directory,
  };
}
