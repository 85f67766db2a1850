import { t } from '@vscode/l10n';
import type { Change, Comparison, ConfigWarning } from '../../core/config/comparison';
import type { Finding } from '../../core/report/finding';
import type { Result } from '../../core/report/result';
import { visible, visibleSentence } from '../../core/report/visible';
import type { CompareAction, ComparePageState, ComparePreview, ShownFinding } from '../../../webview-ui/messages';
import { shownFinding } from '../webview/shownFinding';
import { localTime } from '../step/localTime';
import { groupsOf, isOpen, type Choosing } from './groups';
import type { ConfigPair } from './pairs';
import { publishedGroups } from './publishedGroups';
import type { Published, StepBeside } from './stepBeside';

/** A pair, and how a person finds its files: relative to the open folder where they are in it. */
export interface NamedPair {
  readonly pair: ConfigPair;
  readonly shown: { readonly old: string; readonly new: string };
  /** When both came from their host; undefined for files of one's own. */
  readonly fetched?: string;
}

/** What stands on the page besides the comparison. */
export interface Beside extends Choosing {
  readonly preview?: ComparePreview;
  readonly actions: readonly CompareAction[];
  /** Why what was chosen cannot be done. */
  readonly findings: readonly Finding[];
  /** The step whose files they are; undefined for two files of one's own. */
  readonly step?: StepBeside;
}

/** A comparison that is only looked at. */
export const nothingBeside: Beside = { choices: new Map(), isOffered: false, actions: [], findings: [] };

/**
 * Everything that the page of a comparison shows, as plain data in words. Pure: takes the comparison, which is masked, and
 * nothing that leads to the values of secrets. Undefined = the two files are not here: their step is through, or was taken back.
 */
export function comparePageState(
  named: NamedPair,
  compared: Result<Comparison> | undefined,
  beside: Beside = nothingBeside,
): ComparePageState {
  if (beside.step?.published) return publishedPage(named, beside.step.published, beside.actions);
  if (!compared) return emptyPage(named, beside);
  return compared.ok ? pageOf(named, compared.value, beside) : refusedPage(named, compared.findings, beside.actions);
}

/** What stands in the record of a publish: the same in every window, and after every reload. */
function publishedPage(named: NamedPair, published: Published, actions: Beside['actions']): ComparePageState {
  const { review, by, since, stays } = published;
  const taken = review.decisions.filter((decision) => decision.taken !== 'new').length;
  return {
    ...frame(named, 'published'),
    verdict:
      review.verdict === 'restore'
        ? t('Published: the old file is back whole.')
        : taken === 1
          ? t('Published: the new file with 1 old value.')
          : t('Published: the new file with {0} old values.', taken),
    tone: 'good',
    notes: [
      t('By {0}, {1}. What it took the place of is kept on the host.', visible(by), localTime(since)),
      t('SHA-256 of the published file: {0}', review.merged),
      ...(stays ? [t('It cannot be undone now: {0}', visibleSentence(stays.message))] : []),
    ],
    findings: [],
    groups: publishedGroups(review.decisions),
    actions,
  };
}

function emptyPage(named: NamedPair, { step, actions }: Beside): ComparePageState {
  const [verdict, note] =
    step?.isTakenBack === true
      ? [
          t('Taken back: the file that was there before is there again.'),
          t('Before anything is published, compare again.'),
        ]
      : [t('Nothing to compare here.'), t('The two files are fetched anew when they are compared again.')];
  return { ...frame(named, 'empty'), verdict, tone: 'plain', notes: [note], findings: [], groups: [], actions };
}

function pageOf(named: NamedPair, comparison: Comparison, beside: Beside): ComparePageState {
  const { changes, warnings, verdict } = comparison;
  const isWhole = verdict === 'restore' && beside.choices.size === 0;
  const waits = changes.some((change) => isOpen(change, beside) || change.action === 'byHand');
  const trouble = beside.step?.findings ?? [];
  const advice = changes.length === 0 ? t('Nothing to carry over: no setting differs.') : verdictOf(comparison, beside);
  const refusals = [...trouble, ...beside.findings].map((finding) => shownRefusal(finding, named));
  return {
    ...frame(named, trouble.length > 0 ? 'trouble' : 'compared'),
    verdict: trouble.length > 0 ? t('Not published. The reason stands below.') : advice,
    tone: trouble.length > 0 ? 'bad' : waits ? 'caution' : 'good',
    notes: changes.length === 0 ? [] : [comparison.reason, ...(isWhole ? restoreNotes() : [])],
    findings: [...refusals, ...warnings.map(shownWarning)],
    groups: groupsOf(changes, beside),
    ...(beside.preview ? { preview: { ...beside.preview, ...notInPreview(changes, beside) } } : {}),
    actions: beside.actions,
  };
}

/** What is only ticked beforehand is not in the merged text yet. */
function notInPreview(changes: readonly Change[], beside: Beside): { readonly note?: string } {
  const open = changes.filter((change) => isOpen(change, beside)).length;
  if (open === 0) return {};
  const first =
    open === 1
      ? t('1 decision is open: what is ticked there comes in when it is confirmed.')
      : t('{0} decisions are open: what is ticked there comes in when it is confirmed.', open);
  return { note: beside.step ? `${first} ${t('After that the file can be published.')}` : first };
}

function refusedPage(named: NamedPair, findings: readonly Finding[], actions: Beside['actions']): ComparePageState {
  return {
    ...frame(named, 'refused'),
    verdict: t('Not compared: {0}', visibleSentence(findings[0]?.message ?? '')),
    tone: 'bad',
    notes: [],
    findings: findings.map((finding) => shownRefusal(finding, named)),
    groups: [],
    actions,
  };
}

type Frame = Pick<ComparePageState, 'id' | 'pair' | 'files' | 'unfoldAll' | 'search' | 'onlyOpen'>;

/** @param stage the page begins at its top when another one is reached */
function frame({ pair, shown, fetched }: NamedPair, stage: string): Frame {
  const [old, fresh] =
    fetched === undefined ? [t('Old'), t('New')] : [t('Old, as it was saved'), t('New, as it was installed')];
  return {
    id: JSON.stringify([pair.old, pair.new, stage]),
    pair: fetched === undefined ? visible(pair.name) : t('{0} · fetched {1}', visible(pair.name), localTime(fetched)),
    files: [
      { name: old, values: [visibleSentence(shown.old)] },
      { name: fresh, values: [visibleSentence(shown.new)] },
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
