import type { Finding, Severity } from '../report/finding';
import type { Evidence, Mode } from '../upgrade/record';

/** `result.json` of a run folder, written by the terminal script as its last act. */
export interface RunResult {
  readonly v: 1;
  readonly run: string;
  readonly step: string;
  readonly requestHash: string;
  readonly mode: Mode;
  readonly whatIf: boolean;
  /** `unknown`: the host was lost in the middle. */
  readonly outcome: 'done' | 'failed' | 'refused' | 'unknown';
  /** The verifying function's word: yes, no, or it could not run (null). */
  readonly verified: boolean | null;
  readonly restartNeeded: boolean;
  /** The computer's own name for itself. */
  readonly computer: string;
  readonly evidence: Evidence;
  readonly findings: readonly Finding[];
  readonly startedAt: string;
  readonly endedAt: string;
  readonly powershell: string;
}

type Fields = Readonly<Record<string, unknown>>;

/**
 * Reads what a run left behind. Untrusted: the folder may have been touched by anybody.
 * @returns the result, or undefined when it is not one of this version
 */
export function parseRunResult(text: string): RunResult | undefined {
  const value = parseJson(text);
  if (!isFields(value) || value['v'] !== 1) return undefined;
  const { run, step, requestHash, mode, outcome, verified, evidence, findings } = value;
  const named = [run, step, requestHash].every((member) => typeof member === 'string');
  const known =
    isOneOf(mode, ['production', 'rehearsal']) && isOneOf(outcome, ['done', 'failed', 'refused', 'unknown']);
  const told = (verified === null || typeof verified === 'boolean') && typeof value['restartNeeded'] === 'boolean';
  if (!named || !known || !told || typeof value['whatIf'] !== 'boolean') return undefined;
  if (!isFields(evidence) || !Array.isArray(findings) || !findings.every(isFinding)) return undefined;
  return value as unknown as RunResult;
}

function parseJson(text: string): unknown {
  try {
    return JSON.parse(text) as unknown;
  } catch {
    return undefined; // a cut or foreign file is no result; the caller says so
  }
}

function isFields(value: unknown): value is Fields {
  return typeof value === 'object' && value !== null && !Array.isArray(value);
}

function isOneOf(value: unknown, known: readonly string[]): boolean {
  return typeof value === 'string' && known.includes(value);
}

const severities: readonly Severity[] = ['error', 'inhibitor', 'warning', 'information'];

function isFinding(value: unknown): value is Finding {
  if (!isFields(value)) return false;
  const said = [value['code'], value['message'], value['remedy']].every((member) => typeof member === 'string');
  return said && isOneOf(value['severity'], severities);
}
