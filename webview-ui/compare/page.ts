import { element } from '../element';
import { fill } from '../fill';
import { findingsElement } from '../findings';
import type {
  CompareAction,
  CompareGroup,
  ComparePageState,
  CompareRow,
  FromComparePage,
  Sought,
  TableRow,
} from '../messages';
import { controls } from '../toolkit';
import { fits } from './narrow';
import { previewElement } from './preview';
import { rowElement, rowId } from './row';

/** Whom the page tells what a person does. */
export interface Listener {
  readonly fold: (group: string, isOpen: boolean) => void;
  readonly say: (message: FromComparePage) => void;
  readonly seek: (sought: Sought) => void;
}

/** The page of a comparison: the verdict first, then the differences by what becomes of them. */
export class ComparePage {
  private readonly verdict = element('h1', { id: 'verdict', 'aria-live': 'polite' });
  private readonly pair = element('p', { class: 'target' });
  private readonly notes = element('div');
  private readonly files = element('table');
  private readonly findings = element('div');
  private readonly narrowing = element('p', { class: 'narrow' });
  private readonly unfoldAll = element(controls.button, { appearance: 'secondary' });
  private readonly groups = element('div', { class: 'groups' });
  private readonly preview = element('div');
  private readonly actions = element('footer');
  private readonly search = element('input', { type: 'search', id: 'search' }) as HTMLInputElement;
  private readonly searchLabel = element('label', { for: 'search' });
  private readonly onlyOpen = element('input', { type: 'checkbox', id: 'only-open' }) as HTMLInputElement;
  private readonly onlyOpenLabel = element('label', { for: 'only-open' });
  private state: ComparePageState | undefined;

  constructor(
    root: HTMLElement,
    private readonly listener: Listener,
  ) {
    const header = element('header', {}, this.verdict, this.pair, this.notes, this.files);
    const only = element('span', {}, this.onlyOpen, this.onlyOpenLabel);
    this.narrowing.append(this.searchLabel, this.search, only, this.unfoldAll);
    const parts = [header, this.findings, this.narrowing, this.groups, this.preview, this.actions];
    root.replaceChildren(element('main', { 'aria-labelledby': 'verdict' }, ...parts));
    for (const each of [this.search, this.onlyOpen])
      each.addEventListener('input', () => {
        this.narrow();
        listener.seek(this.sought());
      });
    this.unfoldAll.addEventListener('click', () => {
      for (const group of this.groups.querySelectorAll('details')) group.open = true;
    });
  }

  /** Puts a search of before back, or clears it. */
  seek(sought: Sought | undefined): void {
    this.search.value = sought?.text ?? '';
    this.onlyOpen.checked = sought?.isOpen ?? false;
  }

  private sought(): Sought {
    return { text: this.search.value, isOpen: this.onlyOpen.checked };
  }

  /** Shows a comparison in place of the one before. */
  show(state: ComparePageState, unfolded: ReadonlySet<string>): void {
    this.state = state;
    this.keepFocus(() => {
      this.groups.replaceChildren(...state.groups.map((group) => this.group(group, unfolded)));
      this.around(state);
    });
  }

  /** Shows the same comparison after a choice: the rows that come with it take the place of theirs, the others stay. */
  change(state: ComparePageState): void {
    const fresh = new Map(state.groups.flatMap(({ rows }) => rows.map((row) => [row.row, row] as const)));
    const before = this.state?.groups ?? [];
    const rowsOf = (n: number): readonly CompareRow[] =>
      (before[n]?.rows ?? []).map((row) => fresh.get(row.row) ?? row);
    this.state = { ...state, groups: state.groups.map((group, n) => ({ ...group, rows: rowsOf(n) })) };
    this.keepFocus(() => {
      for (const row of fresh.values())
        document.getElementById(rowId(row))?.replaceWith(rowElement(row, this.listener.say));
      this.around(state);
    });
  }

  /** Everything but the differences. */
  private around(state: ComparePageState): void {
    document.title = state.pair;
    fill(this.verdict, state.verdict);
    this.verdict.dataset['tone'] = state.tone;
    fill(this.pair, state.pair);
    this.notes.replaceChildren(...state.notes.map((note) => element('p', {}, note)));
    this.files.replaceChildren(element('tbody', {}, ...state.files.map(fileElement)));
    this.findings.replaceChildren(...(state.findings.length === 0 ? [] : [findingsElement(state.findings)]));
    fill(this.unfoldAll, state.unfoldAll);
    this.narrowing.hidden = state.groups.length === 0;
    this.unfoldAll.hidden = !state.groups.some(({ folded }) => folded);
    fill(this.searchLabel, state.search);
    fill(this.onlyOpenLabel, state.onlyOpen);
    this.preview.replaceChildren(...(state.preview ? previewElement(state.preview) : []));
    this.actions.replaceChildren(...state.actions.map((action, n) => this.action(action, n)));
    this.narrow();
  }

  private keepFocus(draw: () => void): void {
    const focused = document.activeElement?.id ?? '';
    draw();
    // What was drawn anew has lost the focus; a button that is gone hands it to the row's ticked answer.
    const ticked = `[name="${CSS.escape(focused.replace(/^[a-z]+-/, 'row-'))}"]:checked`;
    if (focused !== '') (document.getElementById(focused) ?? document.querySelector<HTMLElement>(ticked))?.focus();
  }

  /** Leaves in sight what fits the search and the filter; a group with a hit is unfolded. */
  private narrow(): void {
    const wanted = this.sought();
    const isNarrow = wanted.text !== '' || wanted.isOpen;
    for (const [n, group] of (this.state?.groups ?? []).entries()) {
      const details = this.groups.children[n] as HTMLDetailsElement;
      const items = details.querySelectorAll<HTMLElement>('.differences > li');
      const hits = group.rows.map((row) => fits(row, wanted));
      for (const [at, item] of items.entries()) item.hidden = hits[at] !== true;
      details.hidden = !hits.includes(true);
      if (isNarrow && !details.hidden) details.open = true;
    }
  }

  private action({ command, label }: CompareAction, n: number): HTMLElement {
    const button = element(
      controls.button,
      { id: `action-${command}`, appearance: n === 0 ? 'primary' : 'secondary' },
      label,
    );
    button.addEventListener('click', () => {
      this.listener.say({ kind: 'command', command });
    });
    return button;
  }

  private group({ id, heading, folded, rows, more }: CompareGroup, unfolded: ReadonlySet<string>): HTMLElement {
    const summary = element('summary', {}, element('h2', {}, heading));
    const list = element('ul', { class: 'differences' }, ...rows.map((row) => rowElement(row, this.listener.say)));
    const rest = more === undefined ? [] : [element('p', {}, more)];
    const isOpen = !folded || unfolded.has(id);
    const details = element('details', { open: isOpen }, summary, list, ...rest) as HTMLDetailsElement;
    details.addEventListener('toggle', () => {
      this.listener.fold(id, details.open);
    });
    return details;
  }
}

function fileElement({ name, values }: TableRow): HTMLElement {
  return element('tr', {}, element('th', { scope: 'row' }, name), element('td', {}, ...values));
}
