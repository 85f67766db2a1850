import type { ConfigFile } from './configFile';
import { isSecretAttribute, isSecretText, withInside, type SecretPlaces } from './secretPlaces';
import { mask } from './secrets';
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
 * so are comments and instructions, because nobody knows what an administrator has kept in one. A secret that `other` has with
 * another value says so. Line ends outside secrets stay. Pure, linear.
 * @param beside files whose values may stand in this one: what is secret there is secret here
 */
export function maskedText(file: ConfigFile, other?: ConfigFile, beside: readonly ConfigFile[] = []): string {
  const all = [file, ...beside];
  const covering: Covering = { file, ...secretsOf(file, all), different: differentPlaces(file, other, all) };
  const covers = [
    ...gapCovers(file.text, 0, file.root.start, false, mask),
    ...file.elements.flatMap((element) => elementCovers(covering, element)),
    ...gapCovers(file.text, file.root.end, file.text.length, false, mask),
  ];
  return covered(file.text, covers);
}

/** What is covered in a file, and where another one has another secret. */
interface Covering {
  readonly file: ConfigFile;
  readonly places: SecretPlaces;
  /** Attributes of settings that are secret in one of the files. */
  readonly attributes: ReadonlySet<ConfigAttribute>;
  readonly different: ReadonlySet<object>;
}

function secretsOf(file: ConfigFile, all: readonly ConfigFile[]): Pick<Covering, 'places' | 'attributes'> {
  const elements = new Set<ConfigElement>();
  const attributes = new Set<ConfigAttribute>();
  for (const [id, { place, entry }] of file.settings.inForce) {
    for (const { settings, secret } of all) {
      const found = settings.inForce.get(id);
      if (found?.isSecret !== true) continue;
      if (place?.kind === 'attribute') attributes.add(place.attribute);
      else if (place) elements.add(place.element);
      if (secret.elements.has(found.entry)) elements.add(entry);
    }
  }
  const isSecret = (element: ConfigElement): boolean => file.secret.elements.has(element) || elements.has(element);
  return { places: { ...file.secret, elements: withInside(file, isSecret) }, attributes };
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
function differentPlaces(
  { settings }: ConfigFile,
  other: ConfigFile | undefined,
  all: readonly ConfigFile[],
): ReadonlySet<object> {
  const found = new Set<object>();
  for (const { id, value, place } of settings.inForce.values()) {
    const isSecret = all.some((file) => file.settings.inForce.get(id)?.isSecret);
    const there = other?.settings.inForce.get(id);
    if (isSecret && place && there && there.value !== value)
      found.add(place.kind === 'attribute' ? place.attribute : place.element);
  }
  return found;
}

function elementCovers(covering: Covering, element: ConfigElement): readonly Cover[] {
  const { places, different, file, attributes } = covering;
  const shown = (place: object): string => (different.has(place) ? differentMask : mask);
  const covers = element.attributes
    .filter((each) => attributes.has(each) || isSecretAttribute(places, element, each))
    .map((each) => ({ start: each.start, end: each.end, shown: shown(each) }));
  if (element.isSelfClosing) return covers;
  const gaps = gapsOf(element);
  const own = gaps.flatMap(([start, end]) => piecesOf(file.text.slice(start, end)).map(textOfPiece)).join('');
  const isHidden = isSecretText(places, element, own);
  return [...covers, ...gaps.flatMap(([start, end]) => gapCovers(file.text, start, end, isHidden, shown(element)))];
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
  if (kind === 'comment') return `<!--${maskedLines(source.slice(4, -3))}-->`;
  if (kind === 'instruction') return isDeclaration(source) ? undefined : `<?${maskedLines(source.slice(2, -2))}?>`;
  return isHidden && (kind === 'text' || kind === 'cdata') && source.trim() !== '' ? shown : undefined;
}

/** A text without its words, line by line. */
function maskedLines(text: string): string {
  return text.replace(/[^\s][^\r\n]*/g, () => mask);
}

/** The first line of a file: the gate passes nothing but version, encoding and standalone in it. */
const isDeclaration = (source: string): boolean => /^<\?xml\s/.test(source);
