import type { Finding } from '../report/finding';
import type { StepProgress, StepState } from './stepProgress';

/** Why something may not be done to a step. Pure. */
export function refusal(at: StepProgress, code: string, message: string, remedy: string): Finding {
  return { code, severity: 'error', message, remedy, host: at.step.target };
}

/** A step in the words of the checklist: its title and its target. */
export function nameOf({ step }: StepProgress): string {
  return `${step.title} (${step.target})`;
}

/** What to do first about a step that stands in the way, by its state. */
export const whatNow: Readonly<Record<StepState, string>> = {
  blocked: 'Do first what it waits for.',
  ready: 'Run it or mark it as done first.',
  running: 'Wait for it, or use Find Out.',
  done: 'Use Reopen where the record is wrong.',
  attested: 'Use Reopen where the record is wrong.',
  skipped: 'Use Reopen to take it up again.',
  overridden: 'Use Reopen to take it up again.',
  failed: 'Read its findings, then run it again.',
  unknown: 'Use Find Out first.',
};
