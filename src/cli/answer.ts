import type { Finding } from '../core/report/finding';
import { visibleSentence } from '../core/report/visible';

/** What a verb answers: exit code, the JSON document, and the lines for a person. */
export interface Answer {
  /** 130 = interrupted. */
  readonly exitCode: 0 | 1 | 2 | 130;
  readonly json: Readonly<Record<string, unknown>>;
  readonly lines: readonly string[];
  /** For people they go to stderr. */
  readonly findings: readonly Finding[];
}

/** Wrong use or unreadable input: every finding, nothing else. */
export function notPossible(findings: readonly Finding[]): Answer {
  return { exitCode: 2, json: { apiVersion: 1, findings }, lines: [], findings };
}

/** A finding as one line: where, what, what to do, and its code last. Nothing in it moves the terminal. */
function findingLine(finding: Finding): string {
  const { file, line, column, pointer, host, severity, message, remedy, code } = finding;
  const position = line === undefined ? '' : `:${String(line)}:${String(column ?? 1)}`;
  const where = [file === undefined ? '' : `${file}${position}`, pointer ?? '', host ?? ''].filter(
    (part) => part !== '',
  );
  return visibleSentence(`${[...where, severity].join(' ')}: ${message} ${remedy} [${code}]`);
}

/** Prints an answer the way the command line promises: with `--json` one document on stdout and nothing else. */
export function print(answer: Answer, asJson: boolean): void {
  if (asJson) {
    process.stdout.write(`${JSON.stringify(answer.json, undefined, 2)}\n`);
  } else {
    for (const finding of answer.findings) process.stderr.write(`${findingLine(finding)}\n`);
    for (const line of answer.lines) process.stdout.write(`${line}\n`);
  }
  process.exitCode = answer.exitCode;
}
