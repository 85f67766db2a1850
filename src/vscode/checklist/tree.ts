import { EventEmitter, l10n, ThemeIcon, TreeItem, Uri, type Disposable, type TreeDataProvider } from 'vscode';
import type { StepId } from '../../core/plan/plan';
import type { Finding } from '../../core/report/finding';
import { visible, visibleSentence } from '../../core/report/visible';
import type { OpenView } from '../../node/folderView';
import type { Session } from '../session';
import { filteredRows, filterWords, type Filter } from './filter';
import { rowItem, stepTooltip, type Unfolding } from './items';
import { dutyRows, outline, presentPhase, type Row } from './outline';

/** Id of a row of the tree: VS Code keeps selection and expansion by it. */
export type RowId = string;

/** The checklist: phases, hosts, steps, drawn from the session's view. Only rows that look different are drawn again. */
export class ChecklistTree implements TreeDataProvider<RowId>, Disposable {
  private readonly changed = new EventEmitter<RowId[] | undefined>();
  readonly onDidChangeTreeData = this.changed.event;
  private rows = new Map<RowId, Row>();
  private parents = new Map<RowId, RowId>();
  private roots: readonly RowId[] = [];
  private looks = new Map<RowId, string>();
  private titles = new Map<StepId, string>();
  private filter: Filter | undefined;
  private presentPhase: RowId | undefined;
  private readonly subscription: Disposable;

  constructor(private readonly session: Pick<Session, 'view' | 'onDidChange'>) {
    this.subscription = session.onDidChange(() => {
      this.redraw();
    });
  }

  dispose(): void {
    this.subscription.dispose();
    this.changed.dispose();
  }

  getChildren(id?: RowId): RowId[] {
    if (id === undefined)
      return this.session.view.kind === 'refused' ? findingIds(this.session.view.findings) : [...this.roots];
    const row = this.rows.get(id);
    return row && 'children' in row ? row.children.map((child) => child.id) : [];
  }

  getParent(id: RowId): RowId | undefined {
    return this.parents.get(id);
  }

  getTreeItem(id: RowId): TreeItem {
    const { view } = this.session;
    if (view.kind === 'refused') return findingItem(view.findings[findingNumber(id)], id);
    const row = this.rows.get(id);
    return row && view.kind === 'open'
      ? rowItem(row, view, (step) => this.titles.get(step) ?? step, this.unfolding)
      : new TreeItem(id);
  }

  resolveTreeItem(item: TreeItem, id: RowId): TreeItem {
    const { view } = this.session;
    const at = view.kind === 'open' ? view.progress.steps.get(id as StepId) : undefined;
    if (at) item.tooltip = stepTooltip(at);
    return item;
  }

  /** Shows only some of the steps, or all again. */
  show(filter: Filter | undefined): void {
    this.filter = filter;
    this.looks = new Map(); // every row is another one: parents are open under a filter
    this.redraw();
  }

  /** What is shown, in words, with how many of how many steps; undefined while all are. */
  get shownPart(): string | undefined {
    if (!this.filter) return undefined;
    const shown = [...this.rows.values()].filter(({ kind }) => kind === 'step').length;
    const { view } = this.session;
    const all = view.kind === 'open' ? view.progress.steps.size : 0;
    return l10n.t('Shown: {0}, {1} of {2} steps.', filterWords(this.filter), shown, all);
  }

  /** The host or AD FS farm that a row is about: of a step its target, of a row of one lane the lane. */
  targetOf(id: RowId): string | undefined {
    const row = this.rows.get(id);
    const { view } = this.session;
    if (row?.kind === 'step' && view.kind === 'open') return view.progress.steps.get(row.id)?.step.target;
    if (row?.kind === 'duty') return row.duty.target;
    return row?.kind === 'group' && row.by === 'lane' ? row.title : undefined;
  }

  /** The step that a row leads to: its own, or the one that ends what is open. */
  stepOf(id: RowId): StepId | undefined {
    const row = this.rows.get(id);
    if (row?.kind === 'duty') return row.duty.endedBy ?? row.duty.begunBy;
    return row?.kind === 'step' || row?.kind === 'notNeeded' ? row.id : undefined;
  }

  private get unfolding(): Unfolding {
    return { isFiltered: this.filter !== undefined, presentPhase: this.presentPhase };
  }

  /** Shows a row again as it is: a checkbox that was clicked and not taken goes back. */
  redrawRow(id: RowId): void {
    this.changed.fire([id]);
  }

  private redraw(): void {
    const { view } = this.session;
    const before = this.looks;
    if (view.kind === 'open') this.take(view);
    else this.clear();
    const isSameShape = before.size === this.looks.size && [...this.looks.keys()].every((id) => before.has(id));
    if (!isSameShape || view.kind !== 'open') this.changed.fire(undefined);
    else {
      const different = [...this.looks].filter(([id, look]) => before.get(id) !== look).map(([id]) => id);
      if (different.length > 0) this.changed.fire(different);
    }
  }

  private clear(): void {
    this.rows = new Map();
    this.parents = new Map();
    this.roots = [];
    this.looks = new Map();
  }

  private take(view: OpenView): void {
    this.clear();
    const { progress, pinned } = view;
    const all = outline(progress.plan, pinned.runbook);
    const rows = [...dutyRows(progress.duties), ...filteredRows(all, this.filter, progress)];
    this.roots = rows.map(({ id }) => id);
    this.presentPhase = presentPhase(all, progress);
    const steps = [...progress.plan.steps, ...progress.plan.notNeeded];
    this.titles = new Map(steps.map(({ id, title }) => [id, title]));
    for (const row of rows) this.index(row, undefined);
    this.nameByTarget(steps);
    for (const [id] of this.rows) this.looks.set(id, lookOf(this.getTreeItem(id)));
  }

  /** Below a group of one step the target names the row; everywhere else the step's own title does, with a target that no row above names. */
  private nameByTarget(
    steps: readonly { readonly id: StepId; readonly lane?: string; readonly target: string }[],
  ): void {
    for (const { id, lane, target } of steps) {
      const parent = this.rows.get(this.parents.get(id) ?? '');
      if (parent?.kind === 'group' && parent.by === 'step') this.titles.set(id, visible(target));
      else if (lane !== undefined && lane !== target)
        this.titles.set(id, `${this.titles.get(id) ?? ''} (${visible(target)})`);
    }
  }

  private index(row: Row, parent: RowId | undefined): void {
    this.rows.set(row.id, row);
    if (parent !== undefined) this.parents.set(row.id, parent);
    if ('children' in row) for (const child of row.children) this.index(child, row.id);
  }
}

function lookOf(item: TreeItem): string {
  return JSON.stringify([item.id, item.label, item.description, item.iconPath, item.checkboxState, item.contextValue]);
}

function findingIds(findings: readonly Finding[]): RowId[] {
  return findings.map((_, n) => `finding:${String(n)}`);
}

function findingNumber(id: RowId): number {
  return Number(id.slice('finding:'.length));
}

function findingItem(finding: Finding | undefined, id: RowId): TreeItem {
  const message = visibleSentence(finding?.message ?? '');
  const remedy = visibleSentence(finding?.remedy ?? '');
  const item = new TreeItem(message);
  item.id = id;
  item.description = remedy;
  item.tooltip = `${message} ${remedy}`;
  item.iconPath = new ThemeIcon('error');
  item.accessibilityInformation = { label: [l10n.t('error'), message, remedy].join(', ') };
  if (finding?.file !== undefined) item.command = openAt(finding.file, finding);
  return item;
}

function openAt(file: string, { line = 1, column = 1 }: Finding): NonNullable<TreeItem['command']> {
  const at = { line: line - 1, character: column - 1 };
  return {
    command: 'vscode.open',
    title: l10n.t('Open'),
    arguments: [Uri.file(file), { selection: { start: at, end: at } }],
  };
}
