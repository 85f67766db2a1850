import type { ConfigFile } from './configFile';
import { isInsideSecret, isSecretValue, mask } from './secrets';
import { piecesOf, textOfPiece, type Piece } from './source';
import type { ConfigAttribute, ConfigElement } from './tree';

/** A place of the text that is shown in other words. */
interface Cover {
  readonly start: number;
  readonly end: number;
  readonly shown: string;
}

const differentMask = `${mask} (different)`;

/**
 * The text of a file as it may be shown: every secret value is masked where it stands, also in entries that are not in force, and
 * so is every comment, because nobody knows what an administrator has kept in one. A secret that `other` has with another value
 * says so. Line ends outside secrets stay. Pure, linear.
 */
export function maskedText(file: ConfigFile, other?: ConfigFile): string {
  const different = differentPlaces(file, other);
  const secret = secretElements(file);
  const covers = [
    ...gapCovers(file.text, 0, file.root.start, false, mask),
    ...file.elements.flatMap((element) => elementCovers(file, element, secret.has(element), different)),
    ...gapCovers(file.text, file.root.end, file.text.length, false, mask),
  ];
  return covered(file.text, covers);
}

function covered(text: string, covers: readonly Cover[]): string {
  const parts: string[] = [];
  let at = 0;
  for (const { start, end, shown } of [...covers].sort((a, b) => a.start - b.start)) {
    parts.push(text.slice(at, start), shown);
    at = end;
  }
  return [...parts, text.slice(at)].join('');
}

/** Where secrets in force stand whose value the other file has otherwise. */
function differentPlaces({ settings }: ConfigFile, other: ConfigFile | undefined): ReadonlySet<object> {
  const found = new Set<object>();
  for (const { id, isSecret, value, place } of settings.inForce.values()) {
    const there = other?.settings.inForce.get(id);
    if (isSecret && place && there && there.value !== value)
      found.add(place.kind === 'attribute' ? place.attribute : place.element);
  }
  return found;
}

/** Elements that are all secret: by their own name, by that of an entry, or by what is around them. In document order. */
function secretElements({ elements }: ConfigFile): ReadonlySet<ConfigElement> {
  const found = new Set<ConfigElement>();
  for (const element of elements) {
    const names = [element.local, ...element.attributes.filter(isNaming).map(({ value }) => value)];
    const isSecret = names.some((name) => isSecretValue(name, undefined)) || isInsideSecret(element);
    if (isSecret || (element.parent && found.has(element.parent))) found.add(element);
  }
  return found;
}

const isNaming = ({ local }: ConfigAttribute): boolean => local === 'key' || local === 'name';

function elementCovers(
  { text }: ConfigFile,
  element: ConfigElement,
  isSecret: boolean,
  different: ReadonlySet<object>,
): readonly Cover[] {
  const shown = (place: object): string => (different.has(place) ? differentMask : mask);
  const attributes = element.attributes
    .filter((each) => isSecretValue(each.local, each.value) || (isSecret && !isNaming(each)))
    .map((each) => ({ start: each.start, end: each.end, shown: shown(each) }));
  if (element.isSelfClosing) return attributes;
  const gaps = gapsOf(element);
  const own = gaps.flatMap(([start, end]) => piecesOf(text.slice(start, end)).map(textOfPiece)).join('');
  const isHidden = isSecret || isSecretValue(element.local, own);
  return [...attributes, ...gaps.flatMap(([start, end]) => gapCovers(text, start, end, isHidden, shown(element)))];
}

/** The texts of an element between its children. */
function gapsOf({ contentStart, contentEnd, children }: ConfigElement): readonly (readonly [number, number])[] {
  const starts = [contentStart, ...children.map(({ end }) => end)];
  return starts.map((start, n) => [start, children[n]?.start ?? contentEnd]);
}

function gapCovers(text: string, start: number, end: number, isHidden: boolean, shown: string): readonly Cover[] {
  const covers: Cover[] = [];
  let at = start;
  for (const piece of piecesOf(text.slice(start, end))) {
    const instead = insteadOf(piece, isHidden, shown);
    if (instead !== undefined) covers.push({ start: at, end: at + piece.source.length, shown: instead });
    at += piece.source.length;
  }
  return covers;
}

function insteadOf({ kind, source }: Piece, isHidden: boolean, shown: string): string | undefined {
  if (kind === 'comment') return `<!--${source.slice(4, -3).replace(/[^\s][^\r\n]*/g, () => mask)}-->`;
  return isHidden && (kind === 'text' || kind === 'cdata') && source.trim() !== '' ? shown : undefined;
}
