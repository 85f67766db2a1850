import type { Finding } from '../report/finding';
import { visible } from '../report/visible';
import { recordFileName, type RecordDefect } from './recordFormat';

/** What keeps a journal from being whole. */
export type JournalTrouble = RecordDefect | 'torn' | 'missing' | 'outOfOrder' | 'otherMode' | 'cut' | 'replaced';

type Numbers = readonly (readonly [from: number, to: number])[];
type PathOf = (name: string) => string;

interface Words {
  readonly code: string;
  /** Follows the numbers: "Record 42 ...". */
  readonly one: string;
  readonly many: string;
  readonly remedy: string;
}

const fromBackup =
  'The upgrade can be read but takes no record. Put the journal folder back from a backup that has them.';
const fromBackupOne = 'The upgrade can be read but takes no record. Put the file back from a backup of this folder.';

const words: Readonly<Record<JournalTrouble, Words>> = {
  changed: {
    code: 'RecordDamaged',
    one: 'is damaged: its content does not fit its hash.',
    many: 'are damaged: their content does not fit their hashes.',
    remedy: fromBackupOne,
  },
  lineEnds: {
    code: 'RecordLineEnds',
    one: 'has the line end of Windows: a program, often git, has changed it.',
    many: 'have the line end of Windows: a program, often git, has changed them.',
    remedy: 'Put the folder back from a copy that was not changed, and keep .gitattributes with it.',
  },
  foreign: {
    code: 'RecordForeign',
    one: 'does not say what a record has to say.',
    many: 'do not say what a record has to say.',
    remedy: fromBackupOne,
  },
  misnamed: {
    code: 'RecordMisnamed',
    one: 'holds a record with another number.',
    many: 'hold records with other numbers.',
    remedy: 'Give the file back the number that stands in it, or put it back from a backup of this folder.',
  },
  notAFile: {
    code: 'RecordNotFile',
    one: 'is no file: a folder, a link or a pipe stands in its place. It was not opened.',
    many: 'are no files: folders, links or pipes stand in their places. They were not opened.',
    remedy: fromBackupOne,
  },
  tooLarge: {
    code: 'RecordTooLarge',
    one: 'is larger than 4 MB, which no record is. It was not read.',
    many: 'are larger than 4 MB, which no record is. They were not read.',
    remedy: fromBackupOne,
  },
  unreadable: {
    code: 'RecordUnreadable',
    one: 'cannot be read.',
    many: 'cannot be read.',
    remedy: 'Look at the rights of the file and at the disk, then refresh.',
  },
  torn: {
    code: 'RecordTorn',
    one: 'is cut short, and it was complete before or others follow it.',
    many: 'are cut short, and they were complete before or others follow them.',
    remedy: fromBackupOne,
  },
  missing: { code: 'RecordMissing', one: 'is missing.', many: 'are missing.', remedy: fromBackup },
  outOfOrder: {
    code: 'RecordOutOfOrder',
    one: 'does not follow the record before it.',
    many: 'do not follow the records before them.',
    remedy: 'Two copies of this folder were mixed. Put the whole folder back from one of them.',
  },
  otherMode: {
    code: 'RecordOtherMode',
    one: 'is of the other mode: rehearsal and production never share records. It counts for nothing.',
    many: 'are of the other mode: rehearsal and production never share records. They count for nothing.',
    remedy:
      'The upgrade can be read but takes no record. Put the whole folder back from a backup in which it has one mode.',
  },
  cut: {
    code: 'JournalCut',
    one: 'is missing at the end: this folder is older than what this computer remembers.',
    many: 'are missing at the end: this folder is older than what this computer remembers.',
    remedy: 'Bring back the newest copy of this folder. What was done since this copy is not in it.',
  },
  replaced: {
    code: 'JournalReplaced',
    one: 'is not the one that this computer remembers.',
    many: 'are not those that this computer remembers.',
    remedy:
      'Another copy of this upgrade, or another upgrade, lies here. Bring back the right folder, then open it again.',
  },
};

/** A sentence about records that do not fit. @param ranges first and last of the numbers in a row, in any order */
export function troubleFinding(trouble: JournalTrouble, ranges: Numbers, pathOf: PathOf): Finding {
  const { code, one, many, remedy } = words[trouble];
  const rows = joined(ranges);
  const isOne = rows.length === 1 && rows[0]?.[0] === rows[0]?.[1];
  const message = `${isOne ? 'Record' : 'Records'} ${listed(rows)} ${isOne ? one : many}`;
  return { code, severity: 'error', message, remedy, file: pathOf(recordFileName(rows[0]?.[0] ?? 1)) };
}

/** A sentence about the newest record, torn: still being written, or void. */
export function tornFinding(number: number, isBeingWritten: boolean, pathOf: PathOf): Finding {
  const file = pathOf(recordFileName(number));
  if (isBeingWritten) {
    return {
      code: 'JournalBeingWritten',
      severity: 'information',
      message: `Record ${String(number)} is being written.`,
      remedy: 'Wait ten seconds, then refresh.',
      file,
    };
  }
  return {
    code: 'RecordVoid',
    severity: 'information',
    message: `Record ${String(number)} was torn while it was written and holds nothing. It was not acknowledged.`,
    remedy: 'Go on: the next record names it. Look at the step that you did last.',
    file,
  };
}

/** A sentence about a record that this version cannot understand. */
export function newerFinding(number: number, pathOf: PathOf): Finding {
  return {
    code: 'JournalNewer',
    severity: 'error',
    message: `Record ${String(number)} was written by a newer version. From there on nothing is shown.`,
    remedy: 'Update the extension on this computer, then open the folder again.',
    file: pathOf(recordFileName(number)),
  };
}

/** A sentence about a file that looks like a second version of a record. */
export function copiedFinding(name: string, pathOf: PathOf): Finding {
  return {
    code: 'RecordCopied',
    severity: 'error',
    message: `${visible(name)} lies beside the records: a program that synchronises folders may have kept two versions.`,
    remedy: 'Look at what it says, then move it out of the folder. Keep the folder off synchronised drives.',
    file: pathOf(name),
  };
}

/** Ascending, without overlaps. */
function joined(ranges: Numbers): Numbers {
  const rows: [number, number][] = [];
  for (const [from, to] of ranges.toSorted(([a], [b]) => a - b)) {
    const last = rows.at(-1);
    if (last && from <= last[1] + 1) last[1] = Math.max(last[1], to);
    else rows.push([from, to]);
  }
  return rows;
}

function listed(rows: Numbers): string {
  const texts = rows.map(([from, to]) => (from === to ? String(from) : `${String(from)} to ${String(to)}`));
  const shown = texts.slice(0, 5);
  const more = texts.length - shown.length;
  return `${shown.join(', ')}${more > 0 ? ` and others` : ''}`;
}
