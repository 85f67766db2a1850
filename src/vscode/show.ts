import { window, type LogOutputChannel } from 'vscode';
import type { Finding } from '../core/report/finding';
import { shownText } from './shownText';

/** Tells a person why something was not done: the first finding as a sentence, the rest in the checklist and the log. */
export function showFindings(findings: readonly Finding[]): void {
  const first = findings[0];
  if (first) void window.showErrorMessage(`${shownText(first.message)} ${shownText(first.remedy)}`);
}

/** Tells of a fault of ours: whole in the log, in one sentence on the screen. */
export function tellOf(log: LogOutputChannel): (error: unknown) => void {
  return (error) => {
    const message = error instanceof Error ? error.message : String(error);
    log.error(error instanceof Error ? error : message);
    void window.showErrorMessage(`This did not work: ${shownText(message)} The log has more.`);
  };
}
