import { element } from '../element';
import type { CompareRow, CompareSide, FromComparePage, ValuePart } from '../messages';

type Say = (message: FromComparePage) => void;

/** One difference: its name and what happens, why, and how it stands in both files with the differing words marked. */
export function rowElement(row: CompareRow, say: Say): HTMLElement {
  const { name, place, happens, reason, sides } = row;
  const head = element(
    'p',
    { class: 'difference' },
    element('strong', {}, name),
    ' ',
    element('span', { class: 'happens' }, happens),
  );
  const values = sides.length === 0 ? [] : [element('dl', {}, ...sides.flatMap(sideElements))];
  return element(
    'li',
    { id: rowId(row) },
    head,
    element('p', { class: 'faint' }, place),
    ...values,
    element('p', {}, reason),
    ...choosing(row, say),
  );
}

/** Where a row stands on the page. */
export function rowId({ row }: CompareRow): string {
  return `difference-${String(row)}`;
}

/** What can be chosen for the row, and its buttons; nothing where nothing can be done. */
function choosing(row: CompareRow, say: Say): readonly HTMLElement[] {
  const number = row.row;
  const radios = row.options.map(({ side, label, isTicked }) => {
    const id = `${side}-${String(number)}`;
    const input = element('input', { type: 'radio', id, name: `row-${String(number)}`, checked: isTicked });
    input.addEventListener('change', () => {
      say({ kind: 'choose', row: number, side });
    });
    return element('span', {}, input, element('label', { for: id }, label));
  });
  const buttons = [
    button(row, 'confirm', row.confirm, () => {
      const ticked = row.options.find(({ isTicked }) => isTicked);
      if (ticked) say({ kind: 'choose', row: number, side: ticked.side });
    }),
    button(row, 'edit', row.edit, () => {
      say({ kind: 'edit', row: number });
    }),
    button(row, 'reveal', row.reveal, () => {
      say({ kind: 'reveal', row: number });
    }),
  ].flat();
  if (radios.length + buttons.length === 0) return [];
  return [element('div', { class: 'choosing', role: 'group', 'aria-label': row.name }, ...radios, ...buttons)];
}

function button(
  { row, name }: CompareRow,
  id: string,
  label: string | undefined,
  act: () => void,
): readonly HTMLElement[] {
  if (label === undefined) return [];
  const made = element(
    'button',
    { type: 'button', id: `${id}-${String(row)}`, 'aria-label': `${label}: ${name}` },
    label,
  );
  made.addEventListener('click', act);
  return [made];
}

function sideElements({ label, value }: CompareSide): readonly HTMLElement[] {
  return [element('dt', {}, label), element('dd', {}, ...value.map(partNode))];
}

function partNode({ kind, text }: ValuePart): Node | string {
  switch (kind) {
    case 'same':
      return element('code', {}, text);
    case 'different':
      return element('code', {}, element('mark', {}, text));
    case 'words':
      return element('span', { class: 'faint' }, text);
  }
}
