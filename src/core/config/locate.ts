import { SaxesParser } from 'saxes';
import { ok, type Result } from '../report/result';
import { lineAt, lineStarts } from './lines';
import { refuse, StopReading, type Refusal } from './refusal';
import { resolveReferences } from './source';
import type { ConfigAttribute, ConfigElement, ConfigTree } from './tree';

/** Deepest nesting of elements that is read. */
const deepestNesting = 256;

type Parser = SaxesParser<{ readonly xmlns: true; readonly position: false }>;
type Open = Writable<ConfigElement> & { children: ConfigElement[] };
type Writable<T> = { -readonly [Key in keyof T]: T[Key] };

/** An attribute as the parser tells it: its namespace comes only when the tag ends. */
interface Source {
  readonly name: string;
  readonly value: string;
  readonly local: string;
  readonly uri?: string;
}

/** Most elements have no children, and need no list of their own. */
const none: never[] = [];

/** .NET 2.0 wrote it on the root; it means no namespace there. */
const net20 = 'http://schemas.microsoft.com/.NetConfiguration/v2.0';
const declarations = 'http://www.w3.org/2000/xmlns/';

const correct = 'Correct the file at this place, or take it from the backup.';
const malformed: Refusal = {
  code: 'ConfigNotWellFormed',
  message: 'The file is no well-formed XML here.',
  remedy: correct,
};
const bareAmpersand: Refusal = {
  code: 'ConfigNotWellFormed',
  message: 'An & stands here that begins no reference known in XML.',
  remedy: 'Write &amp; in its place.',
};
const doctype: Refusal = {
  code: 'ConfigDoctype',
  message: 'The file has a document type declaration. A config file needs none, and it can hide what is read.',
  remedy: 'Remove the declaration, or take the file from the backup.',
};
const tooDeep: Refusal = {
  code: 'ConfigTooDeep',
  message: `The elements are nested deeper than ${deepestNesting}, the limit for a config file.`,
  remedy: 'Check that this is the config file of the component.',
};
const otherVersion: Refusal = {
  code: 'ConfigXmlVersion',
  message: 'The file says that it is not XML 1.0. .NET reads only that.',
  remedy: 'Write version="1.0" in its first line.',
};

/**
 * Gate and locator: passes only well-formed XML 1.0 with namespaces and without a document type, and gives the exact
 * range of every element and attribute value. Takes decoded text; refuses everything else with line and column, and never
 * shows what stands there. Pure, one pass.
 */
export function locate(text: string): Result<ConfigTree> {
  try {
    return new Locator(text).read();
  } catch (error) {
    if (error instanceof StopReading) return refuse(error.refusal, text, error.offset);
    throw error;
  }
}

class Locator {
  private readonly parser: Parser = new SaxesParser({ xmlns: true, position: false });
  private readonly elements: Open[] = [];
  private readonly open: Open[] = [];
  /** Attributes of the tag that is read, and where the value of each ends. */
  private sources: Source[] = [];
  private ends: number[] = [];
  /** Behind the last tag or attribute that was whole. */
  private reached = 0;
  private isAtEnd = false;

  constructor(private readonly text: string) {
    const { parser } = this;
    // Six handlers and no more: with a seventh the engine keeps the parser as a dictionary, five times slower.
    parser.on('error', () => this.stop());
    parser.on('xmldecl', ({ version }) => {
      if (version !== '1.0') throw new StopReading(otherVersion, 0);
    });
    parser.on('doctype', () => {
      throw new StopReading(doctype, text.lastIndexOf('<!DOCTYPE', parser.position));
    });
    parser.on('attribute', (attribute) => this.addAttribute(attribute));
    parser.on('opentag', ({ name, local, uri, isSelfClosing }) => this.openElement(name, local, uri, isSelfClosing));
    parser.on('closetag', () => this.closeElement());
  }

  read(): Result<ConfigTree> {
    this.parser.write(this.text);
    this.isAtEnd = true;
    this.parser.close();
    const root = this.elements[0];
    return root ? ok({ text: this.text, root, elements: this.elements }) : this.stop();
  }

  /** The parser stands behind the closing quote. */
  private addAttribute(source: Source): void {
    this.reached = this.parser.position;
    this.sources.push(source);
    this.ends.push(this.reached - 1);
  }

  private openElement(name: string, local: string, uri: string, isSelfClosing: boolean): void {
    const contentStart = this.parser.position;
    const attributes = this.attributes();
    const behindName = attributes[0]
      ? attributes[0].start - attributes[0].name.length - 3
      : contentStart - (isSelfClosing ? 2 : 1);
    const start = this.backTo('<', behindName - name.length - 1, contentStart);
    const parent = this.open.at(-1);
    if (this.open.length >= deepestNesting) throw new StopReading(tooDeep, start);
    const element: Open = {
      name,
      local,
      uri: uri === net20 ? '' : uri,
      parent,
      attributes,
      children: none,
      isSelfClosing,
      start,
      contentStart,
      contentEnd: contentStart,
      end: contentStart,
      index: this.elements.length,
    };
    this.reached = contentStart;
    if (parent?.children === none) parent.children = [element];
    else parent?.children.push(element);
    this.elements.push(element);
    this.open.push(element);
  }

  private attributes(): readonly ConfigAttribute[] {
    const { sources, ends } = this;
    if (sources.length === 0) return none;
    const attributes = sources.map((source, n) => this.attribute(source, ends[n] ?? 0));
    const hasDeclaration = attributes.some(({ uri }) => uri === declarations);
    this.sources = [];
    this.ends = [];
    return hasDeclaration ? attributes.filter(({ uri }) => uri !== declarations) : attributes;
  }

  /** A value cannot hold its own quote, so the one before it opens it. What the parser gives is shorter where it has references. */
  private attribute({ name, local, uri = '', value: decoded }: Source, end: number): ConfigAttribute {
    const quote = this.text[end] === "'" ? "'" : '"';
    const start = this.backTo(quote, end - decoded.length - 1, end) + 1;
    const source = this.text.slice(start, end);
    const value = source.length === decoded.length ? source : resolveReferences(source);
    return { name, local, uri, quote, start, end, value };
  }

  /** The last place of a character before an offset: mostly where it is looked for first, which spares the search. */
  private backTo(character: string, likely: number, before: number): number {
    if (this.text[likely] === character) return likely;
    return before === 0 ? -1 : this.text.lastIndexOf(character, before - 1);
  }

  private closeElement(): void {
    const element = this.open.pop();
    if (!element || element.isSelfClosing) return;
    element.end = this.parser.position;
    element.contentEnd = this.backTo('<', element.end - element.name.length - 3, element.end);
    this.reached = element.end;
  }

  /** The parser reads on until a reference ends; the & that began it is the place that a person looks for. */
  private stop(): never {
    const { text, reached, parser } = this;
    const offset = this.isAtEnd ? text.length : Math.max(parser.position - 1, 0);
    const ampersand = bareReference(text.slice(reached, Math.max(parser.position, reached)));
    if (ampersand >= 0) throw new StopReading(bareAmpersand, reached + ampersand);
    throw new StopReading(this.isAtEnd ? this.unfinished() : malformed, offset);
  }

  private unfinished(): Refusal {
    const element = this.open.at(-1);
    if (!element) return malformed;
    const line = lineAt(lineStarts(this.text), element.start);
    return { ...malformed, message: `The file ends before the element that begins in line ${line} is closed.` };
  }
}

const outside = /<!--|<!\[CDATA\[|<\?|&(?!(?:#[0-9]+|#x[0-9a-fA-F]+|amp|lt|gt|quot|apos);)/g;
const ends: ReadonlyMap<string, string> = new Map([
  ['<!--', '-->'],
  ['<![CDATA[', ']]>'],
  ['<?', '?>'],
]);

/** Where the first & stands that begins no known reference, outside comments, CDATA and instructions; -1 for none. */
function bareReference(source: string): number {
  const search = new RegExp(outside);
  for (let found = search.exec(source); found; found = search.exec(source)) {
    const end = ends.get(found[0]);
    if (end === undefined) return found.index;
    const closed = source.indexOf(end, search.lastIndex);
    if (closed < 0) return -1;
    search.lastIndex = closed + end.length;
  }
  return -1;
}
