import { highestCharacter, type Encoding } from './encoding';
import type { ValuePlace } from './setting';
import { contentSource, piecesOf, textOfPiece, type Piece } from './source';
import type { Range } from './tree';

/** A value's place as the merge writes to it: what is replaced, and what stands around the value there. */
export interface WritingPlace extends Range {
  readonly before: string;
  readonly after: string;
}

/** The range of a value; of an element without an end tag, its `/>`, which then becomes an end tag of its own. Pure. */
export function writingPlace(place: ValuePlace): WritingPlace {
  if (place.kind === 'attribute')
    return { start: place.attribute.start, end: place.attribute.end, before: '', after: '' };
  const { contentStart, contentEnd, isSelfClosing, end, name } = place.element;
  if (!isSelfClosing) return { start: contentStart, end: contentEnd, before: '', after: '' };
  return { start: end - '/>'.length, end, before: '>', after: `</${name}>` };
}

/**
 * The old value as it is written at a new place: the raw old text, with only the quote in use there escaped. Between an
 * attribute and an element what would be markup is escaped too. Pure, linear.
 */
export function copiedSource(oldText: string, from: ValuePlace, to: ValuePlace): string {
  if (from.kind === 'content') {
    const source = contentSource(oldText, from.element);
    return to.kind === 'content'
      ? source
      : piecesOf(source)
          .map((piece) => inAttribute(piece, to))
          .join('');
  }
  const source = oldText.slice(from.attribute.start, from.attribute.end);
  return to.kind === 'attribute' ? quoted(source, to) : source.replaceAll(']]>', () => ']]&gt;');
}

/** A piece of an element's inside as an attribute value; a comment is none of it. */
function inAttribute(piece: Piece, to: ValuePlace): string {
  return quoted(piece.kind === 'text' ? piece.source : escapedMarkup(textOfPiece(piece)), to);
}

function quoted(source: string, to: ValuePlace): string {
  if (to.kind === 'content') return source;
  const { quote } = to.attribute;
  return source.replaceAll(quote, () => (quote === '"' ? '&quot;' : '&apos;'));
}

function escapedMarkup(text: string): string {
  return text.replace(/[&<>]/g, (character) => (character === '&' ? '&amp;' : character === '<' ? '&lt;' : '&gt;'));
}

/** A text that somebody typed, as it is written at a place: markup, the quote and line ends escaped. Pure, linear. */
export function typedSource(text: string, to: ValuePlace): string {
  return quoted(escapedMarkup(text), to).replace(/[\t\n\r]/g, reference);
}

function reference(character: string): string {
  return `&#x${(character.codePointAt(0) ?? 0).toString(16).toUpperCase()};`;
}

/**
 * A source fit for an encoding: characters that it lacks become numeric references, in CDATA between two sections. Gives
 * undefined where such a character stands in a comment, an instruction or a name, where no reference is possible. Linear.
 */
export function sourceFor(source: string, encoding: Encoding, kind: ValuePlace['kind']): string | undefined {
  const highest = highestCharacter(encoding);
  if (highest === 0x10ffff) return source;
  const isLacking = (character: string): boolean => (character.codePointAt(0) ?? 0) > highest;
  const write = (text: string): string =>
    text.replace(/[^\0-\u007f]/gu, (found) => (isLacking(found) ? reference(found) : found));
  if (kind === 'attribute') return write(source);
  const written = piecesOf(source).map((piece) => pieceFor(piece, write));
  return written.every((piece) => piece !== undefined) ? written.join('') : undefined;
}

function pieceFor({ kind, source }: Piece, write: (text: string) => string): string | undefined {
  const written = write(source);
  if (written === source || kind === 'text') return written;
  if (kind === 'cdata') return source.replace(/[^\0-\u007f]/gu, (found) => inCdata(found, write(found)));
  return kind === 'tag' && isOnlyInValues(source) ? written : undefined;
}

function inCdata(found: string, written: string): string {
  return found === written ? found : `]]>${written}<![CDATA[`;
}

/** Whether names of a tag are ASCII: outside ASCII only its quoted values may need references. */
function isOnlyInValues(tag: string): boolean {
  return !/[^\0-\u007f]/.test(tag.replace(/"[^"]*"|'[^']*'/g, () => ''));
}
