import { element } from '../element';
import { fill } from '../fill';
import { findingsElement } from '../findings';
import type { CompareGroup, ComparePageState, TableRow } from '../messages';
import { controls } from '../toolkit';
import { rowElement } from './row';

/** The page of a comparison: the verdict first, then the differences by what becomes of them. */
export class ComparePage {
  private readonly verdict = element('h1', { id: 'verdict' });
  private readonly pair = element('p', { class: 'target' });
  private readonly notes = element('div');
  private readonly files = element('table');
  private readonly findings = element('div');
  private readonly unfoldAll = element(controls.button, { appearance: 'secondary' });
  private readonly groups = element('div', { class: 'groups' });

  /** @param fold is told of every group that is folded or unfolded */
  constructor(
    root: HTMLElement,
    private readonly fold: (group: string, isOpen: boolean) => void,
  ) {
    const header = element('header', {}, this.verdict, this.pair, this.notes, this.files);
    const parts = [header, this.findings, element('p', {}, this.unfoldAll), this.groups];
    root.replaceChildren(element('main', { 'aria-labelledby': 'verdict' }, ...parts));
    this.unfoldAll.addEventListener('click', () => {
      for (const group of this.groups.querySelectorAll('details')) group.open = true;
    });
  }

  /** Shows a comparison in place of the one before. */
  show(state: ComparePageState, unfolded: ReadonlySet<string>): void {
    document.title = state.pair;
    fill(this.verdict, state.verdict);
    this.verdict.dataset['tone'] = state.tone;
    fill(this.pair, state.pair);
    this.notes.replaceChildren(...state.notes.map((note) => element('p', {}, note)));
    this.files.replaceChildren(element('tbody', {}, ...state.files.map(fileElement)));
    this.findings.replaceChildren(...(state.findings.length === 0 ? [] : [findingsElement(state.findings)]));
    fill(this.unfoldAll, state.unfoldAll);
    this.unfoldAll.hidden = !state.groups.some(({ folded }) => folded);
    this.groups.replaceChildren(...state.groups.map((group) => this.group(group, unfolded)));
  }

  private group({ id, heading, folded, rows, more }: CompareGroup, unfolded: ReadonlySet<string>): HTMLElement {
    const summary = element('summary', {}, element('h2', {}, heading));
    const list = element('ul', { class: 'differences' }, ...rows.map(rowElement));
    const rest = more === undefined ? [] : [element('p', {}, more)];
    const isOpen = !folded || unfolded.has(id);
    const details = element('details', { open: isOpen }, summary, list, ...rest) as HTMLDetailsElement;
    details.addEventListener('toggle', () => {
      this.fold(id, details.open);
    });
    return details;
  }
}

function fileElement({ name, values }: TableRow): HTMLElement {
  return element('tr', {}, element('th', { scope: 'row' }, name), element('td', {}, ...values));
}
