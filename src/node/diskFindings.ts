import type { Finding } from '../core/report/finding';
import { errorCode } from './journalFileSystem';

/** A record could not be written, and has no number. */
export function notWritten(error: unknown, file: string): Finding {
  const code = errorCode(error);
  switch (code) {
    case 'ENOSPC':
    case 'EDQUOT':
      return { ...diskFull, file };
    case 'EACCES':
    case 'EPERM':
    case 'EROFS':
      return { ...readOnly, file };
    case 'EMFILE':
    case 'ENFILE':
      return { ...tooManyFiles, file };
    default:
      return {
        code: 'JournalDiskError',
        severity: 'error',
        message: `The disk or the share reported an error (${code}). Nothing was recorded.`,
        remedy: 'Look at the disk or the connection, then do it again.',
        file,
      };
  }
}

const diskFull: Finding = {
  code: 'JournalDiskFull',
  severity: 'error',
  message: 'There is no room left where the records lie. Nothing was recorded.',
  remedy: 'Make room on that disk, then do it again.',
};

const readOnly: Finding = {
  code: 'JournalReadOnly',
  severity: 'error',
  message: 'The folder of the records cannot be written to. Nothing was recorded.',
  remedy: 'Look at the rights of the folder, and whether the disk is read-only, then do it again.',
};

const tooManyFiles: Finding = {
  code: 'JournalTooManyFiles',
  severity: 'error',
  message: 'This computer has too many files open. Nothing was recorded.',
  remedy: 'Close other windows and programs, then do it again.',
};

/** A record has its number, and nobody knows whether it outlives a loss of power. */
export function uncertain(number: number, error: unknown, file: string): Finding {
  return {
    code: 'RecordUncertain',
    severity: 'error',
    message: `Record ${String(number)} may be there, but the disk reported an error (${errorCode(error) || 'not seen again'}).`,
    remedy: 'Look at the disk, refresh, and see whether the step shows it. Then do it again where it does not.',
    file,
  };
}

/** The journal folder cannot be looked at. */
export function notReadable(error: unknown, file: string): Finding {
  return {
    code: 'JournalUnreadable',
    severity: 'error',
    message: `The records cannot be read (${errorCode(error)}).`,
    remedy: 'Look at the rights of the folder and at the disk or the connection, then refresh.',
    file,
  };
}

/** The journal folder, or one above it, is a link or a file. */
export function notOwnFolder(file: string): Finding {
  return {
    code: 'JournalLinked',
    severity: 'error',
    message: 'A link or a file stands in the place of the folder of the records. It was not followed.',
    remedy: 'Put the real folder in its place.',
    file,
  };
}

/** What a record would say is longer than a record may be. */
export function tooLong(file: string): Finding {
  return {
    code: 'RecordTooLong',
    severity: 'error',
    message: 'What is to be recorded is larger than 4 MB or nested too deep. Nothing was recorded.',
    remedy: 'Make the evidence or the farm smaller, then do it again.',
    file,
  };
}
