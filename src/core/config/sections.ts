import { foldCase, identityOf } from './identity';
import type { Lock, SectionKind } from './setting';
import { attributeValue, isNamed, type ConfigElement, type ConfigTree } from './tree';

/** A section as it stands in the file, before its entries are read. */
export interface FoundSection {
  readonly id: string;
  readonly kind: SectionKind;
  readonly location: string | undefined;
  readonly name: string;
  readonly element: ConfigElement;
  readonly lock: Lock | undefined;
}

/** Identity of a location: case and a trailing slash do not count; none, '' and '.' are the place of the file itself. */
export function locationId(path: string | undefined): string {
  const folded = foldCase(path ?? '');
  const trimmed = folded.endsWith('/') ? folded.slice(0, -1) : folded;
  return trimmed === '.' ? '' : trimmed;
}

/** Sections of a web.config that hold settings, at the root and in every location, in document order. Pure, linear. */
export function sectionsOf({ root }: ConfigTree): readonly FoundSection[] {
  return root.children.flatMap((child) => {
    if (!isNamed(child, 'location')) return sectionsIn(child, undefined);
    const path = attributeValue(child, 'path');
    return child.children.flatMap((inner) => sectionsIn(inner, locationId(path) === '' ? undefined : path));
  });
}

function sectionsIn(element: ConfigElement, location: string | undefined): readonly FoundSection[] {
  if (isNamed(element, 'appSettings')) return [found('appSettings', 'appSettings', element, location)];
  if (isNamed(element, 'connectionStrings'))
    return [found('connectionStrings', 'connectionStrings', element, location)];
  if (!isNamed(element, 'applicationSettings', 'userSettings')) return [];
  return element.children.map((section) => found('program', `${element.local}/${section.local}`, section, location));
}

function found(kind: SectionKind, name: string, element: ConfigElement, location: string | undefined): FoundSection {
  const id = identityOf(locationId(location), element.uri, name);
  return { id, kind, location, name, element, lock: lockOf(kind, element) };
}

function lockOf(kind: SectionKind, element: ConfigElement): Lock | undefined {
  if (attributeValue(element, 'configProtectionProvider') !== undefined) return 'encrypted';
  if (element.children.some(({ local }) => local === 'EncryptedData')) return 'encrypted';
  const isExternal =
    attributeValue(element, 'configSource') !== undefined ||
    (kind === 'appSettings' && attributeValue(element, 'file') !== undefined);
  return isExternal ? 'external' : undefined;
}

/** Whether case does not count in the names of a section's entries: .NET's lists of keys and of connection strings. */
export function ignoresCase(kind: string): boolean {
  return kind === 'appSettings' || kind === 'connectionStrings';
}
