import { t } from '@vscode/l10n';
import type { Action, Change } from '../../core/config/comparison';
import type { Choice } from '../../core/config/edit';
import { visible } from '../../core/report/visible';
import type { CompareGroup, CompareOption, CompareRow } from '../../../webview-ui/messages';
import { shownSides } from './shownValues';

/** More rows of a group are not drawn: nobody reads them on a page. */
const mostRows = 1_000;

const groupIds = ['carried', 'decide', 'byHand', 'new', 'framework', 'gone'] as const;
type GroupId = (typeof groupIds)[number];

/** The differences by what becomes of them, those that need somebody first. A group with nothing in it is left out. Pure. */
export function groupsOf(changes: readonly Change[], choosing: Choosing): readonly CompareGroup[] {
  const numbered = changes.map((change, number) => ({ change, number }));
  return groupIds.flatMap((id) => {
    const own = numbered.filter(({ change }) => groupOf(change) === id);
    return own.length === 0 ? [] : [group(id, own, choosing)];
  });
}

/** What somebody has chosen, by the id of a difference, and whether anything can be chosen now. */
export interface Choosing {
  readonly choices: ReadonlyMap<string, Choice>;
  readonly isOffered: boolean;
}

/** Whether a difference waits for a decision. */
export function isOpen({ id, action }: Change, { choices }: Choosing): boolean {
  return action === 'decide' && !(id !== undefined && choices.has(id));
}

/** A difference, and its place among all: the number by which the page names it. */
interface Numbered {
  readonly change: Change;
  readonly number: number;
}

function group(id: GroupId, changes: readonly Numbered[], choosing: Choosing): CompareGroup {
  const hidden = changes.length - mostRows;
  return {
    id,
    heading: `${headingOf(id)} (${changes.length})`,
    folded: id === 'new' || id === 'framework' || id === 'gone',
    rows: changes.slice(0, mostRows).map((each) => row(each, choosing)),
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

function row({ change, number }: Numbered, choosing: Choosing): CompareRow {
  const { id = '', name, reason } = change;
  return {
    row: number,
    name: visible(name),
    place: [placeOf(change), ...linesOf(change)].join(' · '),
    happens: happens(change, choosing.choices.get(id)),
    reason,
    sides: shownSides(change),
    isOpen: isOpen(change, choosing),
    ...(choosing.isOffered ? controls(change, choosing) : { options: [] }),
    ...(change.secret && change.id !== undefined ? { reveal: t('Reveal') } : {}),
  };
}

/** Section, and location where there is one. Pure. */
export function placeOf({
  section,
  location,
}: {
  readonly section: string;
  readonly location?: string | undefined;
}): string {
  return location === undefined ? visible(section) : t('{0}, location {1}', visible(section), visible(location));
}

/** `line 14 → 22`: where it stands in the old file and in the new one; a file that lacks it has no line. */
function linesOf({ oldLine, newLine }: Change): readonly string[] {
  if (oldLine !== undefined && newLine !== undefined) return [t('line {0} → {1}', oldLine, newLine)];
  if (oldLine !== undefined) return [t('line {0} of the old file', oldLine)];
  return newLine === undefined ? [] : [t('line {0} of the new file', newLine)];
}

function controls(change: Change, choosing: Choosing): Pick<CompareRow, 'options' | 'confirm' | 'edit'> {
  const { canTakeOld, isSetting, id, secret, preselected } = change;
  if (id === undefined || !isSetting || !canTakeOld) return { options: [] };
  const isInsertion = change.class === 'gone';
  const chosen = choosing.choices.get(id) ?? preselected ?? defaultSide(change);
  const option = (side: 'old' | 'new', label: string): CompareOption => ({ side, label, isTicked: chosen === side });
  return {
    options: isInsertion
      ? [option('new', t('leave out')), option('old', t('insert'))]
      : [option('old', t('old value')), option('new', t('new value'))],
    ...(preselected !== undefined && isOpen(change, choosing) ? { confirm: t('Confirm') } : {}),
    ...(isInsertion || secret ? {} : { edit: t('Edit…') }),
  };
}

/** What is ticked where nobody has chosen: neither, where a moved address is written or a decision is open. */
function defaultSide({ action, written }: Change): 'old' | 'new' | undefined {
  if (action === 'old') return written === undefined ? 'old' : undefined;
  return action === 'new' ? 'new' : undefined;
}

function happens(change: Change, chosen: Choice | undefined): string {
  const isGone = change.class === 'gone';
  if (chosen === undefined) return isGone && change.action === 'new' ? t('left out') : happensTo(change.action);
  if (typeof chosen !== 'string') return t('your value: {0}', visible(chosen.text));
  if (isGone) return chosen === 'old' ? t('inserted') : t('left out');
  return happensTo(chosen);
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
