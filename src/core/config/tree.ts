/** Range of UTF-16 offsets in a text, `end` behind the last unit. */
export interface Range {
  readonly start: number;
  readonly end: number;
}

/** An attribute and where its value stands, without the quotes. Declarations of namespaces are not kept. */
export interface ConfigAttribute extends Range {
  /** As written, with its prefix. */
  readonly name: string;
  readonly local: string;
  /** Namespace, '' for none. */
  readonly uri: string;
  readonly quote: '"' | "'";
  /** Decoded as .NET does: references resolved, line ends and blanks left as they are. */
  readonly value: string;
}

/** An element, its ranges and its children. `start` to `end` is all of it, `contentStart` to `contentEnd` its inside. */
export interface ConfigElement extends Range {
  /** As written, with its prefix. */
  readonly name: string;
  readonly local: string;
  /** Namespace, '' for none and for the one of .NET 2.0 configuration. */
  readonly uri: string;
  readonly parent: ConfigElement | undefined;
  readonly attributes: readonly ConfigAttribute[];
  readonly children: readonly ConfigElement[];
  readonly isSelfClosing: boolean;
  readonly contentStart: number;
  readonly contentEnd: number;
  /** Place in document order, from 0. */
  readonly index: number;
}

/** A text that is well-formed, and its elements in document order; the first one is the root. */
export interface ConfigTree {
  readonly text: string;
  readonly root: ConfigElement;
  readonly elements: readonly ConfigElement[];
}

/** Value of an attribute without a namespace; undefined where the element lacks it. Cost: the element's attributes. */
export function attributeValue(element: ConfigElement, local: string): string | undefined {
  return attributeOf(element, local)?.value;
}

/** An attribute without a namespace, by name. */
export function attributeOf(element: ConfigElement, local: string): ConfigAttribute | undefined {
  // Asked for several names of every element: a closure each time would be felt.
  for (const attribute of element.attributes) if (attribute.local === local && attribute.uri === '') return attribute;
  return undefined;
}

/** Whether an element has this name and no namespace. */
export function isNamed(element: ConfigElement, ...locals: readonly string[]): boolean {
  return element.uri === '' && locals.includes(element.local);
}
