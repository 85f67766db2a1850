import { element } from '../element';
import type { ComparePreview, PreviewLine } from '../messages';

const signs: Readonly<Record<PreviewLine['kind'], string>> = { same: '  ', added: '+ ', removed: '- ', words: '' };

/** The inline diff: a sign in front of each line says the same as its colour. */
export function previewElement({ heading, note, lines }: ComparePreview): readonly HTMLElement[] {
  const drawn = lines.map(({ kind, text }) => element('div', { 'data-kind': kind }, `${signs[kind]}${text}`));
  const list = element('div', { class: 'preview', tabindex: '0', role: 'region', 'aria-label': heading }, ...drawn);
  const said = note === undefined ? [] : [element('p', {}, note)];
  return [element('h2', { id: 'preview' }, heading), ...said, list];
}
