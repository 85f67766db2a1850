import { createScanner, parseTree, printParseErrorCode, type Node, type ParseError } from 'jsonc-parser';
import { pointerPart } from './content';
import { JsonPlaces } from './jsonPlaces';
import { quoted, type Mistake } from './mistake';

/** What a text holds. With mistakes in it, `content` is what could be made of the rest; undefined when that is not worth a look. */
export interface JsonText {
  readonly content: unknown;
  readonly places: JsonPlaces;
  readonly mistakes: readonly Mistake[];
}

/** UTF-16 units of a text, bytes of a file. */
export const longestText = 16 * 1024 * 1024;
const deepest = 64;
const mostValues = 500_000;

/**
 * Reads a JSON text, strictly: no comments, no comma before a closing bracket, no member twice. Takes any text without a byte
 * order mark. Depth and number of values are limited before anything that could run long or deep looks at the text.
 */
export function readJson(text: string): JsonText {
  const limit = limitMistake(text);
  if (limit) return { content: undefined, places: new JsonPlaces(text, undefined), mistakes: [limit] };
  const errors: ParseError[] = [];
  const tree = parseTree(text, errors, { disallowComments: true, allowTrailingComma: false });
  const places = new JsonPlaces(text, tree);
  const { mistakes, isWorthALook } = syntaxMistakes(text, errors);
  if (!tree || !isWorthALook) return { content: undefined, places, mistakes };
  return { content: valueOf(tree), places, mistakes: [...mistakes, ...duplicateMembers(tree, '')] };
}

function limitMistake(text: string): Mistake | undefined {
  if (text.length > longestText) return tooLarge('is larger than 16 MB');
  if (/^[ \t\r\n]*$/.test(text)) {
    return { code: 'FarmEmpty', message: 'The farm file is empty.', remedy: 'Describe the farm in it.', offset: 0 };
  }
  return nestingMistake(text);
}

/** For both limits of size. */
export function tooLarge(how: string): Mistake {
  return {
    code: 'FarmTooLarge',
    message: `The farm file ${how}.`,
    remedy: 'Look whether it is the right file. A farm of 10,000 hosts takes less.',
    offset: 0,
  };
}

/** Goes over the tokens, because a parser would go as deep as the text does. No other token begins with these signs. */
function nestingMistake(text: string): Mistake | undefined {
  const scanner = createScanner(text, true);
  let depth = 0;
  let values = 1;
  // By offset, not by length: behind a comment that nothing closes the scanner gives tokens of one character for ever.
  for (scanner.scan(); scanner.getTokenOffset() < text.length; scanner.scan()) {
    const sign = text.charAt(scanner.getTokenOffset());
    if (sign === '}' || sign === ']') depth -= 1;
    if (sign === '{' || sign === '[') depth += 1;
    if (sign === ',') values += 1;
    if (depth > deepest) return tooDeep(scanner.getTokenOffset());
    if (values > mostValues) return tooLarge('holds more than 500,000 values');
  }
  return undefined;
}

function tooDeep(offset: number): Mistake {
  return {
    code: 'FarmTooDeep',
    message: `The farm file is nested deeper than ${deepest} levels.`,
    remedy: 'Look whether it is the right file. A farm needs five levels.',
    offset,
  };
}

interface SyntaxMistakes {
  readonly mistakes: readonly Mistake[];
  /** Comments and closing commas leave the rest as it was meant; after anything else the reader only guesses. */
  readonly isWorthALook: boolean;
}

function syntaxMistakes(text: string, errors: readonly ParseError[]): SyntaxMistakes {
  const mistakes: Mistake[] = [];
  let handled = -1;
  for (const error of errors) {
    if (error.offset === handled) continue;
    handled = error.offset;
    const small = smallMistake(text, error);
    mistakes.push(small ?? notJson(text, error));
    if (!small) return { mistakes, isWorthALook: false };
  }
  return { mistakes, isWorthALook: true };
}

function smallMistake(text: string, { error, offset }: ParseError): Mistake | undefined {
  if (printParseErrorCode(error) === 'InvalidCommentToken') {
    return { code: 'FarmComment', message: 'JSON has no comments.', remedy: 'Take the comment out.', offset };
  }
  const comma = previousOffset(text, offset);
  if (!/[}\]]/.test(text.charAt(offset)) || text.charAt(comma) !== ',') return undefined;
  return {
    code: 'FarmTrailingComma',
    message: 'A comma stands before a closing bracket.',
    remedy: 'Take the comma out.',
    offset: comma,
  };
}

/** Offset of the nearest character before that is no blank. */
function previousOffset(text: string, offset: number): number {
  let place = offset - 1;
  while (/\s/.test(text.charAt(place))) place -= 1;
  return place;
}

const syntaxWords: ReadonlyMap<string, string> = new Map([
  ['CommaExpected', 'A comma is missing'],
  ['ColonExpected', 'A colon is missing'],
  ['PropertyNameExpected', 'A name in quotes is missing'],
  ['ValueExpected', 'A value is missing'],
  ['CloseBraceExpected', 'A closing } is missing'],
  ['CloseBracketExpected', 'A closing ] is missing'],
  ['EndOfFileExpected', 'The farm file goes on after its end'],
  ['UnexpectedEndOfString', 'A text does not end on its line'],
  ['UnexpectedEndOfNumber', 'A number is not whole'],
  ['InvalidEscapeCharacter', 'A text has a backslash before a character that takes none'],
  ['InvalidUnicode', 'A text has \\u without four hexadecimal digits'],
  ['InvalidCharacter', 'A text has a control character in it'],
]);

function notJson(text: string, { error, offset, length }: ParseError): Mistake {
  const what = syntaxWords.get(printParseErrorCode(error)) ?? 'This is not JSON';
  const where = length > 0 ? ` at ${quoted(text.slice(offset, offset + Math.min(length, 200)))}` : ' at the end';
  const remedy = what.includes('backslash') ? 'Write each backslash twice: \\\\.' : 'Correct the farm file here.';
  return { code: 'FarmNotJson', message: `${what}${where}.`, remedy, offset };
}

function valueOf(node: Node): unknown {
  if (node.type === 'array') return (node.children ?? []).map(valueOf);
  if (node.type !== 'object') return node.value;
  const members = (node.children ?? []).flatMap(({ children: [name, value] = [] }): [string, unknown][] =>
    name && value ? [[String(name.value), valueOf(value)]] : [],
  );
  return Object.fromEntries(members); // defines each member, so that "__proto__" is one like any other
}

function duplicateMembers(node: Node, pointer: string): readonly Mistake[] {
  const children = node.children ?? [];
  if (node.type === 'array') return children.flatMap((child, n) => duplicateMembers(child, `${pointer}/${n}`));
  if (node.type !== 'object') return [];
  const seen = new Set<string>();
  return children.flatMap(({ children: [name, value] = [], offset }) => {
    const key = String(name?.value);
    const path = `${pointer}/${pointerPart(key)}`;
    const again = seen.has(key) ? [duplicate(key, path, offset)] : [];
    seen.add(key);
    return value ? [...again, ...duplicateMembers(value, path)] : again;
  });
}

function duplicate(name: string, pointer: string, offset: number): Mistake {
  return {
    code: 'FarmDuplicateMember',
    message: `${quoted(name)} stands twice in the same braces.`,
    remedy: 'Keep one of them.',
    pointer,
    offset,
  };
}
