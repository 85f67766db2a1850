import { isSecretElement, isSecretName, isSecretValue } from './secrets';
import { sectionsOf } from './sections';
import type { ConfigAttribute, ConfigElement, ConfigTree } from './tree';

/** What of a file is never shown: the one rule for everything that goes out. */
export interface SecretPlaces {
  /** Elements that are all secret, but for the names of settings: by their own name, by that of an entry, by what is around them. */
  readonly elements: ReadonlySet<ConfigElement>;
  /** Sections of settings, and the attribute that names their entries. */
  readonly lists: ReadonlyMap<ConfigElement, string>;
}

/** Finds what is secret in a file that was located. Pure, linear. */
export function secretPlaces(tree: ConfigTree): SecretPlaces {
  const lists = sectionsOf(tree).map(
    ({ kind, element }) => [element, kind === 'appSettings' ? 'key' : 'name'] as const,
  );
  return { elements: withInside(tree, hasSecretName), lists: new Map(lists) };
}

/** Elements that fit, and everything in them. */
export function withInside(
  { elements }: Pick<ConfigTree, 'elements'>,
  fits: (element: ConfigElement) => boolean,
): ReadonlySet<ConfigElement> {
  const found = new Set<ConfigElement>();
  // Parents stand in front of what is in them.
  for (const element of elements) {
    if ((element.parent !== undefined && found.has(element.parent)) || fits(element)) found.add(element);
  }
  return found;
}

function hasSecretName({ local, attributes }: ConfigElement): boolean {
  if (isSecretElement(local)) return true;
  for (const attribute of attributes) if (isNaming(attribute) && isSecretName(attribute.value)) return true;
  return false;
}

/** Sections of other programs write them as they like. */
function isNaming({ local }: ConfigAttribute): boolean {
  return (local.length === 3 || local.length === 4) && /^(?:key|name)$/i.test(local);
}

/** Whether an attribute's value is secret. What names a setting, and the name that makes an entry secret, are not. */
export function isSecretAttribute(places: SecretPlaces, element: ConfigElement, attribute: ConfigAttribute): boolean {
  if (isSecretValue(attribute.local, attribute.value)) return true;
  return places.elements.has(element) && !isShownName(places, element, attribute);
}

/** What a section of settings consists of. */
const entries = new Set(['add', 'remove', 'setting']);

function isShownName({ elements, lists }: SecretPlaces, element: ConfigElement, attribute: ConfigAttribute): boolean {
  const { parent, local } = element;
  const isEntry = parent !== undefined && entries.has(local);
  if (isEntry && lists.get(parent) === attribute.local && attribute.uri === '') return true;
  const isSecretAround = isSecretElement(local) || (parent !== undefined && elements.has(parent));
  return isNaming(attribute) && isSecretName(attribute.value) && !isSecretAround;
}

/** Whether the text that stands in an element is secret. */
export function isSecretText({ elements }: SecretPlaces, element: ConfigElement, text: string): boolean {
  return elements.has(element) || isSecretValue(element.local, text);
}

/** Whether something in an element is secret, at any depth. Cost: the elements inside. */
export function hasSecretInside(
  { elements }: Pick<ConfigTree, 'elements'>,
  places: SecretPlaces,
  top: ConfigElement,
): boolean {
  for (let n = top.index; n < elements.length; n += 1) {
    const element = elements[n];
    if (!element || element.start >= top.end) return false;
    if (places.elements.has(element)) return true;
    if (element.attributes.some((attribute) => isSecretAttribute(places, element, attribute))) return true;
  }
  return false;
}
