import { t } from '@vscode/l10n';
import type { Action, Change } from '../../core/config/comparison';
import { visible } from '../../core/report/visible';
import type { CompareGroup, CompareRow } from '../../../webview-ui/messages';
import { shownSides } from './shownValues';

/** More rows of a group are not drawn: nobody reads them on a page. */
const mostRows = 300;

const groupIds = ['carried', 'decide', 'byHand', 'new', 'framework', 'gone'] as const;
type GroupId = (typeof groupIds)[number];

/** The differences by what becomes of them, those that need somebody first. A group with nothing in it is left out. Pure. */
export function groupsOf(changes: readonly Change[]): readonly CompareGroup[] {
  return groupIds.flatMap((id) => {
    const own = changes.filter((change) => groupOf(change) === id);
    return own.length === 0 ? [] : [group(id, own)];
  });
}

function group(id: GroupId, changes: readonly Change[]): CompareGroup {
  const hidden = changes.length - mostRows;
  return {
    id,
    heading: `${headingOf(id)} (${changes.length})`,
    folded: id === 'new' || id === 'framework' || id === 'gone',
    rows: changes.slice(0, mostRows).map(row),
    ...(hidden > 0
      ? { more: t('{0} more are not shown. The command line lists all: mfa-upgrade compare.', hidden) }
      : {}),
  };
}

/** First what somebody has to do, then why the new file keeps what it has. */
function groupOf({ action, class: kind }: Change): GroupId {
  switch (action) {
    case 'old':
      return 'carried';
    case 'decide':
    case 'byHand':
      return action;
    case 'new':
      return kind === 'type' ? 'framework' : kind === 'gone' ? 'gone' : 'new';
  }
}

function headingOf(id: GroupId): string {
  switch (id) {
    case 'carried':
      return t('Carried over');
    case 'decide':
      return t('To decide');
    case 'byHand':
      return t('To do by hand');
    case 'new':
      return t('New, left as it is');
    case 'framework':
      return t('From the framework, always new');
    case 'gone':
      return t('Gone');
  }
}

function row(change: Change): CompareRow {
  const { name, section, location, reason, action } = change;
  const place = location === undefined ? visible(section) : t('{0}, location {1}', visible(section), visible(location));
  const happens = change.class === 'gone' && action === 'new' ? t('left out') : happensTo(action);
  return { name: visible(name), place, happens, reason, sides: shownSides(change) };
}

function happensTo(action: Action): string {
  switch (action) {
    case 'old':
      return t('old value kept');
    case 'new':
      return t('new file stays as it is');
    case 'decide':
      return t('your decision');
    case 'byHand':
      return t('by hand');
  }
}
