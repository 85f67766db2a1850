import type { Node } from 'jsonc-parser';
import { pointerPart } from './content';

/** What of a member is meant: its value, or its name. */
export type Part = 'value' | 'name';

/** Where the values of a JSON text stand. Line ends and the members of an object are indexed when first asked for. */
export class JsonPlaces {
  private readonly members = new Map<Node, ReadonlyMap<string, Node>>();
  private lineStarts: readonly number[] | undefined;

  /** @param tree the parsed text, undefined when nothing could be read */
  constructor(
    private readonly text: string,
    private readonly tree: Node | undefined,
  ) {}

  /**
   * Offset of what a JSON pointer names. A pointer that leads nowhere gives the deepest place that is there; of members with
   * the same name the later one counts, as in the content.
   */
  offsetOf(pointer: string, part: Part): number {
    let place = this.tree;
    for (const name of pointer.split('/').slice(1)) place = (place && this.childOf(place, name)) ?? place;
    const member = place?.parent?.type === 'property' ? place.parent : undefined;
    return (part === 'name' ? member : place)?.offset ?? 0;
  }

  /** Line and column of an offset, both 1-based, in UTF-16 units. */
  lineAndColumn(offset: number): { readonly line: number; readonly column: number } {
    this.lineStarts ??= [0, ...[...this.text.matchAll(/\r\n|\n|\r/g)].map((end) => end.index + end[0].length)];
    const line = countUpTo(this.lineStarts, offset);
    return { line, column: offset - (this.lineStarts[line - 1] ?? 0) + 1 };
  }

  private childOf(node: Node, name: string): Node | undefined {
    if (node.type === 'array') return node.children?.[Number(name)];
    const index = this.members.get(node) ?? membersOf(node);
    this.members.set(node, index);
    return index.get(name);
  }
}

/** Pointer part -> value of each member. */
function membersOf(node: Node): ReadonlyMap<string, Node> {
  const properties = node.type === 'object' ? (node.children ?? []) : [];
  return new Map(
    properties.flatMap(({ children: [name, value] = [] }): [string, Node][] =>
      name && value ? [[pointerPart(String(name.value)), value]] : [],
    ),
  );
}

/** How many of the ascending numbers are at or below the limit. */
function countUpTo(ascending: readonly number[], limit: number): number {
  let low = 0;
  let high = ascending.length;
  while (low < high) {
    const middle = (low + high) >> 1;
    if ((ascending[middle] ?? 0) <= limit) low = middle + 1;
    else high = middle;
  }
  return low;
}
