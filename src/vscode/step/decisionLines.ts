import { t } from '@vscode/l10n';
import { choicesOf } from '../../core/plan/decisions';
import type { DecisionOrigin, Plan } from '../../core/plan/plan';
import { visible } from '../../core/report/visible';

/** What a decision stands at, where that comes from, and what else it can be. */
export function decisionLines(key: string, plan: Plan): readonly string[] {
  const present = plan.decisions.get(key);
  const choices = choicesOf(plan.farm, key, plan.mode);
  return [
    present
      ? t('{0} ({1})', visible(present.value), originWords(present.from))
      : t('Nothing is decided yet. What needs it waits.'),
    ...(choices && choices.length > 1 ? [t('It can be: {0}.', visible(choices.join(', ')))] : []),
  ];
}

function originWords(from: DecisionOrigin): string {
  switch (from) {
    case 'decision':
      return t('decided here');
    case 'farm':
      return t('from farm.json');
    case 'default':
      return t('what holds when nobody decides');
    case 'computed':
      return t('follows from farm.json');
  }
}
