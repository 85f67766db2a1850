import { spawnSync } from 'node:child_process';

/** A system call that changes something below a folder, as a program made it. */
export interface SystemCall {
  readonly name: string;
  /** How many calls of that name its thread had made, this one included: what strace counts by. */
  readonly nth: number;
  /** How many calls of that name had changed something below the folder, this one included. */
  readonly ordinal: number;
  /** It was begun and did not come back: the process was killed instead. */
  readonly isCut: boolean;
  readonly line: string;
}

const tracer = 'strace';
const changing = 'mkdir mkdirat rename renameat renameat2 link linkat unlink unlinkat rmdir ftruncate'.split(' ');
const watched = ['openat', 'write', 'pwrite64', 'fsync', 'fdatasync', ...changing];

/** Where there is no strace nothing can be killed at a given call. */
export function hasStrace(): boolean {
  return spawnSync(tracer, ['-V']).status === 0;
}

/** What strace does with a program. */
export interface Tracing {
  /** What is done to calls, such as `fsync:signal=KILL:when=3`: a kill comes in the place of the call. */
  readonly injections: readonly string[];
  /** Only calls on these files count and are logged; all without it. */
  readonly files?: readonly string[];
}

/** The command line that runs a program under strace, without the programs that it starts. */
export function traced(log: string, { injections, files = [] }: Tracing): readonly string[] {
  const set = watched.map((name) => `?${name}`).join(','); // a processor may lack the older names
  const inject = injections.flatMap((each) => ['-e', `inject=${each}`]);
  return [
    tracer,
    '-f',
    '-b',
    'execve',
    '-qq',
    '-y',
    '-o',
    log,
    '-e',
    `trace=${set}`,
    ...inject,
    ...files.flatMap((file) => ['-P', file]),
  ];
}

/** What a log of strace says about changes below a folder, in order. Calls that were refused are left out: they changed nothing. */
export function callsIn(log: string, folder: string): readonly SystemCall[] {
  const counts = new Map<string, number>();
  const count = (key: string): number => {
    const next = (counts.get(key) ?? 0) + 1;
    counts.set(key, next);
    return next;
  };
  return joined(log).flatMap((line) => {
    const [, thread, name] = /^(\d+) +(\w+)\(/.exec(line) ?? [];
    if (thread === undefined || name === undefined) return [];
    const nth = count(`${thread} ${name}`);
    const isChange = line.includes(`${folder}/`) && (name !== 'openat' || line.includes('O_CREAT'));
    if (!isChange || line.includes(' = -1 ')) return [];
    return [{ name, nth, ordinal: count(name), isCut: / = \?$|<unfinished \.\.\.>$/.test(line), line }];
  });
}

/** A call that others came in between is logged in two pieces. */
function joined(log: string): readonly string[] {
  const lines: string[] = [];
  const begun = new Map<string, number>();
  for (const line of log.split('\n')) {
    const [, thread = '', rest] = /^(\d+) +(?:<\.\.\. \w+ resumed>(.*))?/.exec(line) ?? [];
    const at = begun.get(thread);
    if (rest !== undefined && at !== undefined) lines[at] = `${lines[at] ?? ''}${rest}`.replace('<unfinished ...>', '');
    else lines.push(line);
    if (line.endsWith('<unfinished ...>')) begun.set(thread, lines.length - 1);
  }
  return lines;
}
