import { t } from '@vscode/l10n';
import type { Change, Comparison, ConfigWarning } from '../../core/config/comparison';
import type { Finding } from '../../core/report/finding';
import type { Result } from '../../core/report/result';
import { visible, visibleSentence } from '../../core/report/visible';
import type { CompareAction, ComparePageState, ComparePreview, ShownFinding } from '../../../webview-ui/messages';
import { shownFinding } from '../webview/shownFinding';
import { groupsOf, isOpen, type Choosing } from './groups';
import type { ConfigPair } from './pairs';

/** A pair, and how a person finds its files: relative to the open folder where they are in it. */
export interface NamedPair {
  readonly pair: ConfigPair;
  readonly shown: { readonly old: string; readonly new: string };
}

/** What stands on the page besides the comparison. */
export interface Beside extends Choosing {
  readonly preview?: ComparePreview;
  readonly actions: readonly CompareAction[];
  /** Why what was chosen cannot be done. */
  readonly findings: readonly Finding[];
}

/** A comparison that is only looked at. */
export const nothingBeside: Beside = { choices: new Map(), isOffered: false, actions: [], findings: [] };

/**
 * Everything that the page of a comparison shows, as plain data in words. Pure: takes the comparison, which is masked, and
 * nothing that leads to the values of secrets.
 */
export function comparePageState(
  named: NamedPair,
  compared: Result<Comparison>,
  beside: Beside = nothingBeside,
): ComparePageState {
  return compared.ok ? pageOf(named, compared.value, beside) : refusedPage(named, compared.findings);
}

function pageOf(named: NamedPair, comparison: Comparison, beside: Beside): ComparePageState {
  const { changes, warnings, verdict } = comparison;
  const isWhole = verdict === 'restore' && beside.choices.size === 0;
  const waits = changes.some((change) => isOpen(change, beside) || change.action === 'byHand');
  return {
    ...frame(named),
    verdict: changes.length === 0 ? t('Nothing to carry over: no setting differs.') : verdictOf(comparison, beside),
    tone: waits ? 'caution' : 'good',
    notes: changes.length === 0 ? [] : [comparison.reason, ...(isWhole ? restoreNotes() : [])],
    findings: [...beside.findings.map((finding) => shownRefusal(finding, named)), ...warnings.map(shownWarning)],
    groups: groupsOf(changes, beside),
    ...(beside.preview ? { preview: beside.preview } : {}),
    actions: beside.actions,
  };
}

function refusedPage(named: NamedPair, findings: readonly Finding[]): ComparePageState {
  return {
    ...frame(named),
    verdict: t('Not compared: {0}', visibleSentence(findings[0]?.message ?? '')),
    tone: 'bad',
    notes: [],
    findings: findings.map((finding) => shownRefusal(finding, named)),
    groups: [],
    actions: [],
  };
}

type Frame = Pick<ComparePageState, 'id' | 'pair' | 'files' | 'unfoldAll' | 'search' | 'onlyOpen'>;

function frame({ pair, shown }: NamedPair): Frame {
  return {
    id: JSON.stringify([pair.old, pair.new]),
    pair: visible(pair.name),
    files: [
      { name: t('Old'), values: [visible(shown.old)] },
      { name: t('New'), values: [visible(shown.new)] },
    ],
    unfoldAll: t('Unfold All'),
    search: t('Search names and sections'),
    onlyOpen: t('Only what is open'),
  };
}

/** What to do, with how much of it: `Carry over 4 values, 1 decision open.` */
function verdictOf({ verdict, changes }: Comparison, beside: Beside): string {
  if (verdict === 'restore' && beside.choices.size === 0) return t('Restore the old file whole.');
  const count = (fits: (change: Change) => boolean): number => changes.filter(fits).length;
  const carried = count(
    ({ id = '', action }) =>
      (beside.choices.get(id) ?? action) !== 'new' && (beside.choices.has(id) || action === 'old'),
  );
  const [open, byHand] = [count((change) => isOpen(change, beside)), count(({ action }) => action === 'byHand')];
  const parts = [
    carried === 1
      ? t('Carry over 1 value')
      : carried > 0
        ? t('Carry over {0} values', carried)
        : t('Carry over nothing'),
    ...(open === 0 ? [] : [open === 1 ? t('1 decision open') : t('{0} decisions open', open)]),
    ...(byHand === 0 ? [] : [t('{0} to do by hand', byHand)]),
  ];
  return `${parts.join(', ')}.`;
}

/** The page knows two files and not the versions they come from. */
function restoreNotes(): readonly string[] {
  return [
    t('A file from a version before 7.0 never goes back whole. Check the versions: the files do not say them.'),
    t('The differences below count only when values are carried over into the new file instead.'),
  ];
}

function shownWarning(warning: ConfigWarning): ShownFinding {
  return placed(warning, warning.side === 'old' ? t('Old') : t('New'));
}

function shownRefusal(finding: Finding, { pair }: NamedPair): ShownFinding {
  const side = finding.file === pair.old ? t('Old') : finding.file === pair.new ? t('New') : '';
  return placed(finding, side);
}

/** A finding with the file and the line that it speaks of, in front. */
function placed(finding: Finding, side: string): ShownFinding {
  const said = shownFinding(finding);
  const place = finding.line === undefined ? side : t('{0}, line {1}', side, finding.line);
  return place === '' ? said : { ...said, message: `${place}: ${said.message}` };
}
