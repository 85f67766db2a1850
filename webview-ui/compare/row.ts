import { element } from '../element';
import type { CompareRow, CompareSide, ValuePart } from '../messages';

/** One difference: its name and what happens, why, and how it stands in both files with the differing words marked. */
export function rowElement({ name, place, happens, reason, sides }: CompareRow): HTMLElement {
  const head = element(
    'p',
    { class: 'difference' },
    element('strong', {}, name),
    ' ',
    element('span', { class: 'happens' }, happens),
  );
  const values = element('dl', {}, ...sides.flatMap(sideElements));
  return element('li', {}, head, element('p', { class: 'faint' }, place), values, element('p', {}, reason));
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
