import type { Finding } from '../report/finding';
import type { RecordBody } from '../upgrade/record';
import { symptomsOf } from './logReader';
import { parseRunResult, type RunResult } from './result';

/** A run as its `started` record tells of it. */
export interface StartedRun {
  readonly step: string;
  readonly run: string;
  readonly requestHash: string | undefined;
  readonly mode: string;
}

/** The record that ends a run. */
export type EndedBody = Extract<RecordBody, { type: 'ended' }>;

/**
 * The record that a result file becomes. A file that is none, or that belongs to another run, leaves the step unknown. Where
 * it went wrong, known symptoms in its texts are told with their remedies. Pure.
 * @param text content of result.json; undefined when the run ended without one
 */
export function endedRecord(started: StartedRun, text: string | undefined): EndedBody {
  const result = text === undefined ? undefined : parseRunResult(text);
  const { step, run } = started;
  if (!result) return unknown(started, text === undefined ? noResult : noGoodResult);
  if (!belongs(result, started)) return unknown(started, otherResult);
  const { verified, restartNeeded, evidence, findings, computer, powershell, endedAt } = result;
  return {
    type: 'ended',
    step,
    run,
    outcome: result.outcome,
    verified,
    ...(restartNeeded ? { restartNeeded } : {}),
    evidence: { ...evidence, computer, powershell, endedAt },
    findings: wentWell(result) ? findings : [...findings, ...symptomsOf(findings, evidence)],
  };
}

/** The record of a run that no process has ever taken: nothing was changed, and the step stands where it stood. Pure. */
export function neverTaken({ step, run }: StartedRun): EndedBody {
  return { type: 'ended', step, run, outcome: 'refused', verified: null, evidence: {}, findings: [notTaken] };
}

function wentWell({ outcome, verified }: RunResult): boolean {
  return outcome === 'done' && verified === true;
}

function belongs(result: RunResult, { step, run, requestHash, mode }: StartedRun): boolean {
  const same = result.run === run && result.step === step && result.mode === mode;
  return same && !result.whatIf && result.requestHash === requestHash;
}

function unknown({ step, run }: StartedRun, finding: Finding): EndedBody {
  return { type: 'ended', step, run, outcome: 'unknown', verified: null, evidence: {}, findings: [finding] };
}

const notTaken: Finding = {
  code: 'RunNeverTaken',
  severity: 'error',
  message: 'The script did not begin. Nothing was changed.',
  remedy: 'Read what its terminal says, then run the step again.',
};

const noResult: Finding = {
  code: 'RunNoResult',
  severity: 'warning',
  message: 'The run ended without a result. Nobody knows yet what it has done.',
  remedy: 'Use Find Out: it looks at the host again.',
};

const noGoodResult: Finding = {
  code: 'RunResultUnreadable',
  severity: 'warning',
  message: 'The result of the run cannot be read.',
  remedy: 'Use Find Out: it looks at the host again.',
};

const otherResult: Finding = {
  code: 'RunResultOther',
  severity: 'warning',
  message: 'The result in the run folder belongs to another run.',
  remedy: 'Use Find Out: it looks at the host again.',
};
