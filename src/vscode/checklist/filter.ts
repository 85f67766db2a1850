import { l10n } from 'vscode';
import type { Progress } from '../../core/upgrade/progress';
import { wentWrong, type StepProgress } from '../../core/upgrade/stepProgress';
import { shownText } from '../shownText';
import { onlyRows, type Row } from './outline';

/** Which steps the checklist shows: what a person can do now, what went wrong, or what concerns one host or AD FS farm. */
export type Filter =
  { readonly kind: 'canDo' } | { readonly kind: 'failed' } | { readonly kind: 'target'; readonly target: string };

/** The rows that a filter leaves; what is open stands first under any of them. Pure. */
export function filteredRows(rows: readonly Row[], filter: Filter | undefined, { steps }: Progress): readonly Row[] {
  if (!filter) return rows;
  return onlyRows(rows, (id) => {
    const at = steps.get(id);
    return at !== undefined && keeps(filter, at);
  });
}

function keeps(filter: Filter, at: StepProgress): boolean {
  switch (filter.kind) {
    case 'canDo':
      return at.state === 'ready' || wentWrong(at);
    case 'failed':
      return wentWrong(at);
    case 'target':
      return at.step.target === filter.target || at.step.lane === filter.target;
  }
}

/** What is shown, in words: for the line above the checklist. */
export function filterWords(filter: Filter): string {
  switch (filter.kind) {
    case 'canDo':
      return l10n.t('what I can do now');
    case 'failed':
      return l10n.t('failed or unknown');
    case 'target':
      return shownText(filter.target);
  }
}
