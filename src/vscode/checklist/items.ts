import {
  l10n,
  MarkdownString,
  ThemeColor,
  ThemeIcon,
  TreeItem,
  TreeItemCheckboxState,
  TreeItemCollapsibleState,
} from 'vscode';
import type { NotNeeded, StepId } from '../../core/plan/plan';
import { visible, visibleSentence } from '../../core/report/visible';
import { dutyWords } from '../../core/upgrade/dutyWords';
import type { Progress } from '../../core/upgrade/progress';
import { canBeBegun } from '../../core/upgrade/refusals';
import { isThrough } from '../../core/upgrade/stepHistory';
import type { StepProgress, StepState } from '../../core/upgrade/stepProgress';
import type { OpenView } from '../../node/folderView';
import type { LifeSign } from '../../node/lifeSigns';
import { commandIds } from '../ids';
import { clockTime } from '../step/localTime';
import { blockedWords, normalUntil } from '../step/statusWords';
import { stepsBelow, type Row } from './outline';

/** How the checklist stands as a whole, which decides what is unfolded. */
export interface Unfolding {
  readonly isFiltered: boolean;
  /** Id of the phase that people are in: of all phases only this one is unfolded by itself. */
  readonly presentPhase: string | undefined;
}

/** A row as VS Code shows it. Draws what Progress says and nothing else. */
export function rowItem(
  row: Row,
  { progress, life, rehearsed }: OpenView,
  title: (id: StepId) => string,
  unfolding: Unfolding,
): TreeItem {
  switch (row.kind) {
    case 'phase':
    case 'group':
      return parentItem(row, progress, unfolding);
    case 'duties':
      return dutiesItem(row);
    case 'duty':
      return dutyItem(row, progress);
    case 'step': {
      const at = progress.steps.get(row.id);
      return at ? stepItem(at, { progress, life, rehearsed }, title(row.id)) : new TreeItem(row.id);
    }
    case 'notNeeded': {
      const step = progress.plan.notNeeded.find(({ id }) => id === row.id);
      return step ? notNeededItem(step, title(row.id)) : new TreeItem(row.id);
    }
  }
}

function parentItem(
  row: Extract<Row, { kind: 'phase' | 'group' }>,
  progress: Progress,
  { isFiltered, presentPhase }: Unfolding,
): TreeItem {
  if (row.kind === 'group' && row.by === 'notNeeded') return asideItem(row);
  const steps = stepsBelow(row).flatMap((id) => progress.steps.get(id) ?? []);
  const through = steps.filter(({ happened }) => isThrough(happened)).length;
  const isPresent = steps.some(({ state }) => state !== 'blocked') && through < steps.length;
  const isUnfolded = isFiltered || (row.kind === 'phase' ? row.id === presentPhase : isPresent);
  const { Expanded, Collapsed } = TreeItemCollapsibleState;
  const item = new TreeItem(visible(row.title), isUnfolded ? Expanded : Collapsed);
  // VS Code remembers by id what a person has folded: a filter, or becoming the present phase, begins anew.
  item.id = isFiltered ? `${row.id}?` : row.id === presentPhase ? `${row.id}!` : row.id;
  item.contextValue = row.kind === 'group' && row.by === 'lane' ? 'lane' : row.kind;
  const counted = l10n.t('{0} of {1}', through, steps.length);
  item.description = [counted, ...troubles(steps)].join(' · ');
  const word = through === steps.length ? stateWord.done : isPresent ? l10n.t('in progress') : stateWord.blocked;
  label(item, [word, visible(row.title), targetsOf(steps, row.title), item.description]);
  return item;
}

/** The hosts and AD FS farms that a row speaks of: by name where they are few. */
function targetsOf(steps: readonly StepProgress[], title: string): string {
  const targets = [...new Set(steps.map(({ step }) => step.target))].filter((target) => target !== title);
  return targets.length > 3 ? l10n.t('{0} hosts and farms', targets.length) : targets.map(visible).join(', ');
}

/** What a screen reader says of a row: state, title, target, description, in this order. */
function label(item: TreeItem, parts: readonly string[]): string {
  const said = parts.filter((part) => part !== '').join(', ');
  item.accessibilityInformation = { label: said };
  return said;
}

function dutiesItem({ id, children }: Extract<Row, { kind: 'duties' }>): TreeItem {
  const item = new TreeItem(l10n.t('Open'), TreeItemCollapsibleState.Expanded);
  item.id = id;
  item.description = String(children.length);
  item.contextValue = 'duties';
  item.iconPath = new ThemeIcon('bell-dot', new ThemeColor('list.warningForeground'));
  label(item, [l10n.t('open'), l10n.t('begun and not ended'), item.description]);
  return item;
}

/** What it means in words; a click opens the step that ends it, or the one that began it. */
function dutyItem({ id, duty }: Extract<Row, { kind: 'duty' }>, progress: Progress): TreeItem {
  const words = visibleSentence(dutyWords(duty, progress));
  const item = new TreeItem(words);
  item.id = id;
  item.description = duty.since === undefined ? '' : l10n.t('since {0}', clockTime(duty.since));
  item.contextValue = 'duty';
  const arguments_ = [duty.endedBy ?? duty.begunBy];
  item.command = { command: commandIds.previewCommand, title: l10n.t('Show'), arguments: arguments_ };
  label(item, [l10n.t('open'), words, visible(duty.target), item.description]);
  return item;
}

function asideItem({ id, children }: Extract<Row, { kind: 'group' }>): TreeItem {
  const item = new TreeItem(l10n.t('Not needed here'), TreeItemCollapsibleState.Collapsed);
  item.id = id;
  item.description = String(children.length);
  item.contextValue = 'notNeeded';
  label(item, [l10n.t('not needed'), l10n.t('{0} steps', children.length)]);
  return item;
}

function troubles(steps: readonly StepProgress[]): readonly string[] {
  const failed = steps.filter(({ state }) => state === 'failed').length;
  const unknown = steps.filter(({ state }) => state === 'unknown').length;
  const inhibitors = steps.flatMap(inhibitorsFound).length;
  return [
    ...(inhibitors > 0 ? [inhibitors === 1 ? l10n.t('1 inhibitor') : l10n.t('{0} inhibitors', inhibitors)] : []),
    ...(failed > 0 ? [l10n.t('{0} failed', failed)] : []),
    ...(unknown > 0 ? [l10n.t('{0} unknown', unknown)] : []),
  ];
}

function inhibitorsFound({ state, findings }: StepProgress): StepProgress['findings'] {
  return state === 'done' ? findings.filter(({ severity }) => severity === 'inhibitor') : [];
}

type Shown = Pick<OpenView, 'progress' | 'life' | 'rehearsed'>;

function stepItem(at: StepProgress, shown: Shown, title: string): TreeItem {
  const item = new TreeItem(title);
  item.id = at.step.id;
  const description = describe(at, shown);
  item.description = description;
  item.contextValue = tokensOf(at).join(' ');
  item.command = { command: commandIds.previewCommand, title: l10n.t('Show'), arguments: [at.step.id] };
  const target = visible(at.step.target);
  const said = label(item, [stateWord[at.state], title, title === target ? at.step.title : target, description]);
  const icon = iconOf(at);
  if (icon) item.iconPath = icon;
  if (hasCheckbox(at.state)) item.checkboxState = checkbox(at, said);
  return item;
}

/** What menus ask about a step, as a list of words. */
function tokensOf(at: StepProgress): readonly string[] {
  const { state, step } = at;
  const { optional, undo, verify } = step.definition;
  const publishable = step.kind === 'compare' && step.function !== undefined;
  const runnable = step.function !== undefined && !publishable;
  const can = {
    runnable,
    publishable,
    tryable: runnable && verify !== undefined,
    asks: step.definition.asks !== undefined,
    beginnable: canBeBegun(at),
    optional,
    undoable: undo !== undefined,
  };
  return ['step', state, step.kind, ...Object.entries(can).flatMap(([word, is]) => (is ? [word] : []))];
}

/** Tooltips are made when somebody asks for them. The text is the runbook's; nothing in it may run a command. */
export function stepTooltip({ step }: StepProgress): MarkdownString {
  const { why, whatYouShouldSee } = step.definition.text;
  const tooltip = new MarkdownString(`**${step.title}** (`);
  tooltip.isTrusted = false;
  tooltip.appendText(visible(step.target));
  tooltip.appendMarkdown(`)\n\n${why}\n\n${l10n.t('You should see')}: ${whatYouShouldSee}`);
  return tooltip;
}

function hasCheckbox(state: StepState): boolean {
  return state !== 'blocked' && state !== 'running';
}

function checkbox({ state }: StepProgress, said: string): NonNullable<TreeItem['checkboxState']> {
  const checked = state === 'done' || state === 'attested' || state === 'overridden' || state === 'skipped';
  return {
    state: checked ? TreeItemCheckboxState.Checked : TreeItemCheckboxState.Unchecked,
    tooltip: checked ? l10n.t('Uncheck to reopen') : l10n.t('Check when it is done'),
    accessibilityInformation: { label: said },
  };
}

const stateWord: Readonly<Record<StepState, string>> = {
  blocked: l10n.t('blocked'),
  ready: l10n.t('ready'),
  running: l10n.t('running'),
  done: l10n.t('done'),
  failed: l10n.t('failed'),
  unknown: l10n.t('unknown'),
  attested: l10n.t('attested'),
  skipped: l10n.t('skipped'),
  overridden: l10n.t('overridden'),
};

function iconOf(at: StepProgress): ThemeIcon | undefined {
  switch (at.state) {
    case 'running':
      return new ThemeIcon('sync~spin');
    case 'blocked':
      return new ThemeIcon('lock', new ThemeColor('disabledForeground'));
    case 'failed':
      return new ThemeIcon('error', new ThemeColor('testing.iconFailed'));
    case 'unknown':
      return new ThemeIcon('question', new ThemeColor('list.warningForeground'));
    case 'attested':
      return new ThemeIcon('person');
    case 'overridden':
      return new ThemeIcon('warning', new ThemeColor('list.warningForeground'));
    case 'skipped':
      return new ThemeIcon('debug-step-over');
    case 'done':
      return inhibitorsFound(at).length > 0 ? new ThemeIcon('error', new ThemeColor('testing.iconFailed')) : undefined;
    case 'ready':
      return undefined;
  }
}

/** The one fact that matters now. */
function describe(at: StepProgress, { progress, life, rehearsed }: Shown): string {
  const time = at.since === undefined ? '' : clockTime(at.since);
  switch (at.state) {
    case 'blocked':
      return visible(blockedWords(at, progress, 1));
    case 'ready':
      return visible(at.findings[0]?.message ?? (at.step.automation === 'planned' ? l10n.t('by hand') : ''));
    case 'running':
      return runningWords(time, life.get(at.step.id), normalUntil(at, rehearsed));
    case 'attested':
      return l10n.t('attested by {0} {1}', visible(at.by?.user ?? ''), time);
    case 'failed':
      return visible(at.findings[0]?.message ?? l10n.t('failed {0}', time));
    case 'unknown':
      return visible(at.findings[0]?.message ?? l10n.t('not known any more: look again'));
    case 'skipped':
    case 'overridden':
      return visible(at.said ?? '');
    case 'done':
      return doneWords(at, time);
  }
}

/** Since when it runs, when it was heard of last, and how long silence is normal. */
function runningWords(time: string, sign: LifeSign | undefined, until: string | undefined): string {
  return [
    l10n.t('running since {0}', time),
    sign?.time === undefined ? '' : l10n.t('last line {0}', clockTime(sign.time)),
    until === undefined ? '' : l10n.t('silence is normal until {0}', until),
  ]
    .filter((part) => part !== '')
    .join(' · ');
}

function doneWords(at: StepProgress, time: string): string {
  const inhibitor = inhibitorsFound(at)[0];
  if (inhibitor) return visible(inhibitor.message);
  if (at.restartNeeded) return l10n.t('{0} still has to be restarted', visible(at.step.target));
  return at.step.kind === 'decide' ? visible(at.said ?? '') : time;
}

function notNeededItem(step: NotNeeded, title: string): TreeItem {
  const item = new TreeItem(title);
  item.id = step.id;
  item.description = visible(step.reason);
  item.iconPath = new ThemeIcon('circle-slash', new ThemeColor('disabledForeground'));
  item.contextValue = 'notNeeded';
  label(item, [l10n.t('not needed'), title, visible(step.target), item.description]);
  return item;
}
