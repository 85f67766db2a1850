import { element } from '../element';
import { fill } from '../fill';
import type { PageAction, Section, StepCommand, StepPageState } from '../messages';
import { controls } from '../toolkit';
import { blockElement, copiedSlot } from './blocks';

/** What a person does on the page. */
export interface Gestures {
  readonly command: (command: StepCommand) => void;
  readonly copy: () => void;
  /** A section was folded or unfolded. */
  readonly fold: (section: string, isOpen: boolean) => void;
}

/** The page of one step. Its parts are made once and filled again, so that a screen reader hears only what has changed. */
export class Page {
  private readonly mode = element('p', { class: 'mode' });
  private readonly title = element('h1', { id: 'title' });
  private readonly target = element('p', { class: 'target' });
  private readonly status = element('p', { class: 'status', role: 'status' });
  private readonly notes = element('div', { class: 'notes' });
  private readonly body = element('div');
  private readonly actions = element('footer', { class: 'actions' });

  constructor(
    root: HTMLElement,
    private readonly gestures: Gestures,
  ) {
    const header = element('header', {}, this.mode, this.title, this.target, this.status, this.notes);
    root.replaceChildren(element('main', { 'aria-labelledby': 'title' }, header, this.body), this.actions);
  }

  /** Shows a state in place of the one before. What has the focus keeps it. */
  show(state: StepPageState, unfolded: ReadonlySet<string>): void {
    const focused = document.activeElement?.closest<HTMLElement>('[data-key]')?.dataset['key'];
    document.title = state.title;
    fill(this.mode, state.mode ?? '');
    fill(this.title, state.title);
    fill(this.target, state.target);
    fill(this.status, state.status.words);
    this.status.dataset['tone'] = state.status.tone;
    this.notes.replaceChildren(...state.notes.map((note) => element('p', {}, note)));
    this.body.replaceChildren(...state.sections.map((section) => this.section(section, unfolded)));
    this.actions.replaceChildren(...state.actions.map((action, n) => this.action(action, n)));
    this.actions.hidden = state.actions.length === 0;
    if (focused !== undefined) document.querySelector<HTMLElement>(`[data-key="${CSS.escape(focused)}"]`)?.focus();
  }

  /** Says beside the command that it has been copied. */
  showCopied(): void {
    const slot = document.querySelector<HTMLElement>(`[data-slot="${copiedSlot}"]`);
    if (slot) fill(slot, slot.dataset['words'] ?? '');
  }

  private section({ id, heading, folded, blocks }: Section, unfolded: ReadonlySet<string>): HTMLElement {
    const name = element('h2', { id: `section-${id}` }, heading);
    const content = blocks.map((block) => blockElement(block, this.gestures.copy));
    if (!folded) return element('section', { 'aria-labelledby': name.id }, name, ...content);
    const summary = element('summary', { 'data-key': `fold-${id}` }, name);
    const details = element('details', { open: unfolded.has(id) }, summary, ...content) as HTMLDetailsElement;
    details.addEventListener('toggle', () => {
      this.gestures.fold(id, details.open);
    });
    return details;
  }

  private action({ command, label }: PageAction, n: number): HTMLElement {
    const appearance = n === 0 ? 'primary' : 'secondary';
    const button = element(controls.button, { appearance, 'data-key': `do-${command}` }, label);
    button.addEventListener('click', () => {
      this.gestures.command(command);
    });
    return button;
  }
}
