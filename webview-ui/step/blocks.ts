import { element } from '../element';
import { findingsElement } from '../findings';
import type { Block, ShownSource, TableRow } from '../messages';
import { richNodes } from '../richNodes';
import { controls } from '../toolkit';

/** Slot that says when the command has been copied. */
export const copiedSlot = 'copied';

/** One part of a section as elements. `copy` is called when the person asks for the command. */
export function blockElement(block: Block, copy: () => void): HTMLElement {
  switch (block.kind) {
    case 'text':
      return element('div', { class: 'text' }, ...richNodes(block.text));
    case 'lines':
      return element('ul', {}, ...block.lines.map((line) => element('li', {}, line)));
    case 'command':
      return commandElement(block, copy);
    case 'findings':
      return findingsElement(block.findings);
    case 'table':
      return element('table', {}, element('tbody', {}, ...block.rows.map(rowElement)));
    case 'sources':
      return element('ul', {}, ...block.sources.map(sourceElement));
  }
}

function commandElement(
  { text, copy: label, copied }: Extract<Block, { kind: 'command' }>,
  copy: () => void,
): HTMLElement {
  const button = element(controls.button, { appearance: 'secondary', 'data-key': 'copy' }, label);
  button.addEventListener('click', copy);
  const said = element('span', { role: 'status', 'data-slot': copiedSlot, 'data-words': copied });
  return element(
    'div',
    { class: 'command' },
    element('pre', {}, element('code', {}, text)),
    element('p', {}, button, said),
  );
}

function rowElement({ name, values }: TableRow): HTMLElement {
  const cell = element('td', {}, ...values.map((value) => element('div', {}, value)));
  return element('tr', {}, element('th', { scope: 'row' }, name), cell);
}

function sourceElement({ title, address, mark }: ShownSource): HTMLElement {
  const leads = address?.startsWith('https://') === true;
  const name = leads ? element('a', { href: address }, title) : title;
  return element('li', {}, name, ' ', element('span', { class: 'faint' }, mark));
}
