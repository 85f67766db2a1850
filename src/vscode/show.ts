import { window } from 'vscode';
import type { Finding } from '../core/report/finding';

/** Tells a person why something was not done: the first finding as a sentence, the rest in the checklist and the log. */
export function showFindings(findings: readonly Finding[]): void {
  const first = findings[0];
  if (first) void window.showErrorMessage(`${first.message} ${first.remedy}`);
}
