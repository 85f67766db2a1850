import { XMLParser } from 'fast-xml-parser';
import { ok, type Result } from '../report/result';
import type { ConfigFile } from './configFile';
import { refuse, type Refusal } from './refusal';
import { contentSource, resolveReferences, textOf } from './source';
import type { ConfigAttribute, ConfigElement } from './tree';

/** An element as the second reader sees it, in document order. Line ends in values are LF, as that reader makes them. */
export interface WitnessedElement {
  readonly name: string;
  readonly start: number;
  /** The parser's own object. Its keys are names with an @ in front, so that none is a member of every object. */
  readonly attributes: Readonly<Record<string, string>>;
  /** Text and CDATA directly inside, comments left out. */
  readonly text: string;
  /** Number of elements inside, at any depth. */
  readonly inside: number;
}

const disagreement: Refusal = {
  code: 'ConfigWitnessDisagrees',
  message: 'Two independent readers do not see the same file from here on, so that nothing is written.',
  remedy: 'Carry the values over by hand.',
};
const unreadable: Refusal = {
  ...disagreement,
  message: 'The second, independent reader cannot read the file, so that nothing is written.',
};
const tooDeep: Refusal = {
  ...disagreement,
  message: 'The second, independent reader reads at most 100 levels of elements, so that nothing is written.',
};
const reserved: Refusal = {
  ...disagreement,
  message:
    'The second, independent reader does not read elements that are named constructor, prototype or __proto__, so that nothing is written.',
};

/** Its defaults change values; these settings keep every character. Its limit of depth stays as it is. */
export const witnessSettings = {
  preserveOrder: true,
  ignoreAttributes: false,
  attributeNamePrefix: '@',
  trimValues: false,
  parseTagValue: false,
  parseAttributeValue: false,
  htmlEntities: true,
  commentPropName: '#comment',
  cdataPropName: '#cdata',
  captureMetaData: true,
};

type Node = Readonly<Record<string, unknown>>;

/**
 * Reads a file a second time, with another parser, and checks that both see the same elements at the same places with the
 * same values. Takes a file that was read; gives the second reading, or where the two disagree. Pure.
 */
export function witnessOf(file: ConfigFile): Result<readonly WitnessedElement[]> {
  const seen = secondReading(file.text);
  if (!seen) return unreadRefusal(file);
  const place = file.elements.findIndex((element, n) => !isSame(file, element, seen[n]));
  if (place < 0 && seen.length === file.elements.length) return ok(seen);
  return refuse(disagreement, file.text, file.elements[place]?.start ?? file.text.length);
}

/** A file whose second reading is not the expected one: the first place where they part. */
export function witnessRefusal(text: string, offset: number): Result<never> {
  return refuse(disagreement, text, offset);
}

/** Names that the second reader refuses, so that no file can reach what all objects of the language share. */
const reservedNames = new Set(['constructor', 'prototype', '__proto__']);
const mostLevels = 100;

function unreadRefusal({ text, elements }: ConfigFile): Result<never> {
  const named = elements.find(({ name }) => reservedNames.has(name));
  if (named) return refuse(reserved, text, named.start);
  const levels: number[] = [];
  for (const { parent } of elements) levels.push(parent === undefined ? 1 : (levels[parent.index] ?? 0) + 1);
  const deepest = elements[levels.findIndex((level) => level > mostLevels)];
  return deepest ? refuse(tooDeep, text, deepest.start) : refuse(unreadable, text);
}

function secondReading(text: string): readonly WitnessedElement[] | undefined {
  try {
    return flattened(new XMLParser(witnessSettings).parse(text) as readonly Node[]);
  } catch (error) {
    // The parser has one class for all its errors, and their texts quote the file.
    if (error instanceof Error) return undefined;
    throw error;
  }
}

type Growing = { -readonly [Key in keyof WitnessedElement]: WitnessedElement[Key] };

/** Nodes that are looked through, how far, and the element that they stand in. */
interface Level {
  readonly nodes: readonly Node[];
  readonly element: Growing | undefined;
  readonly first: number;
  next: number;
}

function flattened(top: readonly Node[]): readonly WitnessedElement[] {
  const elements: Growing[] = [];
  const levels: Level[] = [{ nodes: top, element: undefined, first: 0, next: 0 }];
  for (let level = levels.at(-1); level; level = levels.at(-1)) {
    const node = level.nodes[level.next++];
    if (!node) {
      if (level.element) level.element.inside = elements.length - level.first;
      levels.pop();
      continue;
    }
    const name = nameOf(node);
    if (name === '#text' || name === '#cdata') addText(level.element, name, node);
    else if (name !== '#comment' && !name.startsWith('?')) {
      const element = { name, start: startOf(node), attributes: attributesOf(node), text: '', inside: 0 };
      elements.push(element);
      levels.push({ nodes: node[name] as readonly Node[], element, first: elements.length, next: 0 });
    }
  }
  return elements;
}

/** A node has one member for its name, and may have one for its attributes. */
function nameOf(node: Node): string {
  for (const key in node) if (key !== ':@') return key;
  return '';
}

function addText(element: Growing | undefined, name: string, node: Node): void {
  const text = name === '#text' ? node[name] : (node[name] as readonly Node[])[0]?.['#text'];
  if (element) element.text += String(text);
}

const noAttributes: Readonly<Record<string, string>> = {};

function attributesOf(node: Node): Readonly<Record<string, string>> {
  return (node[':@'] as Readonly<Record<string, string>> | undefined) ?? noAttributes;
}

function startOf(node: Node): number {
  const meta = (node as unknown as Readonly<Record<symbol, unknown>>)[
    XMLParser.getMetaDataSymbol() as unknown as symbol
  ];
  return (meta as { readonly startIndex?: number } | undefined)?.startIndex ?? -1;
}

function isSame({ text }: ConfigFile, element: ConfigElement, seen: WitnessedElement | undefined): boolean {
  if (seen?.name !== element.name || seen.start !== element.start) return false;
  let count = 0;
  for (const key in seen.attributes) if (key !== '@xmlns' && !key.startsWith('@xmlns:')) count += 1;
  if (count !== element.attributes.length) return false;
  for (const attribute of element.attributes) {
    if (seen.attributes[`@${attribute.name}`] !== valueOf(text, attribute)) return false;
  }
  return element.children.length > 0 || seen.text === leafText(text, element);
}

/** The value as the second reader has it: a line end written as such is an LF there, one written as a reference is not. */
function valueOf(text: string, { value, start, end }: ConfigAttribute): string {
  return value.includes('\r') ? resolveReferences(withLineFeeds(text.slice(start, end))) : value;
}

function leafText(text: string, leaf: ConfigElement): string {
  return textOf(withLineFeeds(contentSource(text, leaf)));
}

/** A source with LF for every line end, as the second reader has it before it reads. */
function withLineFeeds(source: string): string {
  return source.includes('\r') ? source.replace(/\r\n?/g, () => '\n') : source;
}
