import { readdirSync, readFileSync } from 'node:fs';

/** Ids of the processes of a process group in whose command line a text stands. */
export function processesBelow(group: number, text: string): readonly number[] {
  return readdirSync('/proc')
    .filter((id) => /^\d+$/.test(id) && isBelow(id, group, text))
    .map(Number);
}

/** Whether a process belongs to a process group and carries a text in its command line. */
function isBelow(id: string, group: number, text: string): boolean {
  try {
    const stat = readFileSync(`/proc/${id}/stat`, 'utf8');
    const isOfGroup = Number(stat.slice(stat.lastIndexOf(')') + 2).split(' ')[2]) === group;
    return isOfGroup && readFileSync(`/proc/${id}/cmdline`, 'utf8').includes(text);
  } catch (error) {
    if ((error as NodeJS.ErrnoException).code === 'ENOENT' || (error as NodeJS.ErrnoException).code === 'ESRCH')
      return false; // it ended meanwhile
    throw error;
  }
}
