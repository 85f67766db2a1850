import { element } from './element';
import type { ShownFinding } from './messages';

/** Findings as a list: severity, what is, then what to do and the code. */
export function findingsElement(findings: readonly ShownFinding[]): HTMLElement {
  return element('ul', { class: 'findings' }, ...findings.map(findingElement));
}

function findingElement({ tone, severity, message, remedy, code }: ShownFinding): HTMLElement {
  return element(
    'li',
    { 'data-tone': tone },
    element('p', {}, element('strong', {}, severity), ` ${message}`),
    element('p', {}, `${remedy} `, element('span', { class: 'faint' }, `[${code}]`)),
  );
}
