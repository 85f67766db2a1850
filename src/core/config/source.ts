import type { ConfigElement } from './tree';

const references = /&(?:#x([0-9a-f]+)|#([0-9]+)|(amp|lt|gt|quot|apos));/gi;
const named: ReadonlyMap<string, string> = new Map([
  ['amp', '&'],
  ['lt', '<'],
  ['gt', '>'],
  ['quot', '"'],
  ['apos', "'"],
]);

/** Resolves the references of a piece of text or of an attribute value that the gate has passed. Pure, linear. */
export function resolveReferences(source: string): string {
  if (!source.includes('&')) return source;
  return source.replace(references, (whole, hex?: string, decimal?: string, name?: string) => {
    if (name !== undefined) return named.get(name) ?? whole;
    return String.fromCodePoint(hex === undefined ? Number(decimal) : parseInt(hex, 16));
  });
}

/** Kinds of piece that the inside of an element consists of. */
export type PieceKind = 'text' | 'tag' | 'cdata' | 'comment' | 'instruction';

/** A piece of the inside of an element, as written. */
export interface Piece {
  readonly kind: PieceKind;
  readonly source: string;
}

const markup: readonly (readonly [begin: string, end: string, kind: PieceKind])[] = [
  ['<!--', '-->', 'comment'],
  ['<![CDATA[', ']]>', 'cdata'],
  ['<?', '?>', 'instruction'],
];

/** Cuts the inside of an element into its pieces; joined they give it back. Takes only what the gate has passed. Linear. */
export function piecesOf(source: string): readonly Piece[] {
  const pieces: Piece[] = [];
  let at = 0;
  while (at < source.length) {
    const piece = pieceAt(source, at);
    pieces.push(piece);
    at += piece.source.length;
  }
  return pieces;
}

function pieceAt(source: string, at: number): Piece {
  if (!source.startsWith('<', at)) {
    const end = source.indexOf('<', at);
    return { kind: 'text', source: source.slice(at, end < 0 ? source.length : end) };
  }
  const found = markup.find(([begin]) => source.startsWith(begin, at));
  const end = found ? source.indexOf(found[1], at + found[0].length) + found[1].length : tagEnd(source, at);
  return { kind: found?.[2] ?? 'tag', source: source.slice(at, end) };
}

/** Behind the `>` of a tag; one inside a quoted value does not count. */
function tagEnd(source: string, at: number): number {
  const tag = /[^"'>]*(?:(?:"[^"]*"|'[^']*')[^"'>]*)*>/y;
  tag.lastIndex = at;
  return at + (tag.exec(source)?.[0].length ?? 1);
}

/** What a piece means as text: resolved text, the inside of CDATA, nothing for the others. */
export function textOfPiece({ kind, source }: Piece): string {
  if (kind === 'text') return resolveReferences(source);
  return kind === 'cdata' ? source.slice('<![CDATA['.length, -']]>'.length) : '';
}

/** The inside of an element as written. */
export function contentSource(text: string, element: ConfigElement): string {
  return text.slice(element.contentStart, element.contentEnd);
}

/**
 * What the inside of an element means. Without child elements: its text, comments left out. With them: one string that is
 * equal for equal content whatever prefixes, quotes, comments and blanks between elements are used; marks in it are NULs,
 * which no XML text can hold. Pure, linear, no recursion.
 */
export function contentValue(text: string, element: ConfigElement): string {
  if (element.children.length > 0) return structuredValue(text, element);
  return textOf(contentSource(text, element));
}

/** What a source without elements means: text and CDATA. Takes only what the gate has passed. Linear. */
export function textOf(source: string): string {
  return source.includes('<') ? piecesOf(source).map(textOfPiece).join('') : resolveReferences(source);
}

function structuredValue(text: string, top: ConfigElement): string {
  const parts: string[] = [];
  const work: (ConfigElement | string)[] = [...partsInside(text, top)].reverse();
  for (let part = work.pop(); part !== undefined; part = work.pop()) {
    if (typeof part === 'string') {
      parts.push(part);
      continue;
    }
    const attributes = part.attributes.map(({ uri, local, value }) => `\0@${uri}\0${local}\0${value}`).sort();
    parts.push(`\0<${part.uri}\0${part.local}`, ...attributes, '\0>');
    work.push('\0/');
    for (const inner of partsInside(text, part).reverse()) work.push(inner);
  }
  return parts.join('');
}

/** Children and the texts between them; a text of blanks beside a child is layout. */
function partsInside(text: string, element: ConfigElement): (ConfigElement | string)[] {
  const parts: (ConfigElement | string)[] = [];
  let at = element.contentStart;
  for (const child of element.children) {
    parts.push(textOf(text.slice(at, child.start)), child);
    at = child.end;
  }
  parts.push(textOf(text.slice(at, element.contentEnd)));
  if (element.children.length === 0) return parts;
  return parts.filter((part) => typeof part !== 'string' || part.trim() !== '');
}

/** The text that stands in an element itself, outside its children, blanks around it cut. */
export function ownText(text: string, element: ConfigElement): string {
  if (element.isSelfClosing) return '';
  if (element.children.length === 0) return contentValue(text, element).trim();
  const parts = partsInside(text, element).filter((part) => typeof part === 'string');
  return parts.join('').trim();
}
