import fc from 'fast-check';
import { textOf } from '../gates/sources';

/** A mistake of one place: a member name misspelt, or a value of another type. */
export interface Slip {
  readonly content: unknown;
  /** JSON pointer of what is wrong. */
  readonly pointer: string;
  readonly isName: boolean;
}

type Json = Readonly<Record<string, unknown>>;
/** Member names and list numbers from the root on. */
type Path = readonly (string | number)[];

/** A name with one slip of the fingers, at a letter that is there. */
const misspellings: readonly ((name: string, at: number) => string)[] = [
  (name, at) => name.slice(0, at) + name.slice(at + 1),
  (name, at) => name.slice(0, at + 1) + name.slice(at),
  (name, at) => `${name.slice(0, at)}x${name.slice(at + 1)}`,
  (name, at) =>
    name.slice(0, at) +
    name
      .slice(at, at + 2)
      .split('')
      .reverse()
      .join('') +
    name.slice(at + 2),
  (name) => name.toUpperCase(),
];

const values: readonly unknown[] = [null, 5, true, 'x', [], {}];
const known: ReadonlySet<string> = new Set(
  [...textOf('schemas/farm.schema.json').matchAll(/"([^"]+)": \{/g)].map(([, name = '']) => name),
);

function isObject(value: unknown): value is Json {
  return typeof value === 'object' && value !== null && !Array.isArray(value);
}

function typeOf(value: unknown): string {
  return Array.isArray(value) ? 'array' : typeof value;
}

/** Every place in a content, the root too. */
function placesIn(content: unknown, path: Path = []): readonly Path[] {
  const within = Array.isArray(content) ? [...content.keys()] : isObject(content) ? Object.keys(content) : [];
  return [path, ...within.flatMap((part) => placesIn((content as Json)[part], [...path, part]))];
}

function at(content: unknown, path: Path): unknown {
  return path.reduce((part, name) => (part as Json)[name], content);
}

/** The content with the part at a path replaced by what `change` makes of it. */
function changedAt(content: unknown, [first, ...rest]: Path, change: (part: unknown) => unknown): unknown {
  if (first === undefined) return change(content);
  if (Array.isArray(content))
    return content.map((part: unknown, n) => (n === first ? changedAt(part, rest, change) : part));
  const members = Object.entries(content as Json);
  return Object.fromEntries(
    members.map(([name, part]) => [name, name === first ? changedAt(part, rest, change) : part]),
  );
}

function misspelt(content: unknown, path: Path, misspell: (name: string) => string): readonly Slip[] {
  const name = path.at(-1);
  if (typeof name !== 'string') return [];
  const wrong = misspell(name);
  if (known.has(wrong) || wrong === '') return [];
  const rename = (part: unknown): unknown =>
    Object.fromEntries(Object.entries(part as Json).map(([each, value]) => [each === name ? wrong : each, value]));
  const parent = path.slice(0, -1);
  return [{ content: changedAt(content, parent, rename), pointer: ['', ...parent, wrong].join('/'), isName: true }];
}

function ofAnotherType(content: unknown, path: Path, value: unknown): readonly Slip[] {
  if (typeOf(at(content, path)) === typeOf(value) && value !== null) return [];
  return [{ content: changedAt(content, path, () => value), pointer: ['', ...path].join('/'), isName: false }];
}

/** All the slips that can be made in a content. */
export function everySlip(content: unknown): readonly Slip[] {
  return placesIn(content).flatMap((path) => [
    ...misspellings.flatMap((misspell) =>
      Array.from({ length: String(path.at(-1) ?? '').length }, (_, n) =>
        misspelt(content, path, (name) => misspell(name, n)),
      ).flat(),
    ),
    ...values.flatMap((value) => ofAnotherType(content, path, value)),
  ]);
}

/** One slip at any place of any of these contents. */
export function anySlip(contents: fc.Arbitrary<unknown>): fc.Arbitrary<Slip> {
  return contents.chain((content) => {
    const places = placesIn(content);
    const drawn = fc.tuple(fc.constantFrom(...places), fc.boolean(), fc.nat(), fc.nat());
    return drawn
      .map(([path, isName, which, letter]) => {
        const misspell = misspellings[which % misspellings.length] ?? String;
        const here = letter % Math.max(1, String(path.at(-1) ?? '').length);
        return isName
          ? misspelt(content, path, (name) => misspell(name, here))
          : ofAnotherType(content, path, values[which % values.length]);
      })
      .filter((slips) => slips.length > 0)
      .map(([slip]) => slip as Slip);
  });
}
