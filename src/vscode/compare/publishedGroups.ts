import { t } from '@vscode/l10n';
import type { CarriedDecision } from '../../core/config/carryOver';
import { visible } from '../../core/report/visible';
import type { CompareGroup, CompareRow } from '../../../webview-ui/messages';
import { placeOf } from './groups';

type Taken = CarriedDecision['taken'];

/** The differences of a published file by what was taken, as the record has them: without a value. Pure. */
export function publishedGroups(decisions: readonly CarriedDecision[]): readonly CompareGroup[] {
  const numbered = decisions.map((decision, number) => ({ decision, number }));
  return (['old', 'written', 'new'] as const).flatMap((taken) => {
    const own = numbered.filter(({ decision }) => decision.taken === taken);
    if (own.length === 0) return [];
    const rows = own.map(({ decision, number }) => row(decision, number));
    return [{ id: `published-${taken}`, heading: `${heading(taken)} (${own.length})`, folded: taken === 'new', rows }];
  });
}

function row({ taken, reason, ...decision }: CarriedDecision, number: number): CompareRow {
  return {
    row: number,
    name: visible(decision.name),
    place: placeOf(decision),
    happens: happens(taken),
    reason,
    sides: [],
    isOpen: false,
    options: [],
  };
}

function heading(taken: Taken): string {
  switch (taken) {
    case 'old':
      return t('Taken from the old file');
    case 'written':
      return t('Written');
    case 'new':
      return t('Left as in the new file');
  }
}

function happens(taken: Taken): string {
  switch (taken) {
    case 'old':
      return t('from the old file');
    case 'written':
      return t('a value of its own');
    case 'new':
      return t('as in the new file');
  }
}
