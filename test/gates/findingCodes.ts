import ts from 'typescript';
import { nodesOf, treeOf } from './syntax';

/** Two words at least, so that a heading or a single word is never taken for a code. */
const codeName = '(?:[A-Z]+[a-z0-9]+){2,}[A-Z]*';
const wholeCode = new RegExp(`^${codeName}$`);

/** A file of the project: its path and its text. */
export interface Source {
  readonly path: string;
  readonly text: string;
}

/**
 * Finding codes that TypeScript sources use: string literals that are the value of a member or a constant `code`, or the argument for a
 * parameter named `code` of a function of these sources.
 */
export function codesInTypeScript(sources: readonly Source[]): ReadonlySet<string> {
  const nodes = sources.flatMap(({ path, text }) => [...nodesOf(treeOf(path, text))]);
  const makers = new Map(nodes.flatMap((node) => makerOf(node)));
  const values = nodes.flatMap((node) => codeValue(node, makers)).flatMap((value) => literalsOf(value));
  return new Set(values.filter((code) => wholeCode.test(code)));
}

/** A function with a parameter named `code`, and the place of that parameter. */
function makerOf(node: ts.Node): readonly (readonly [string, number])[] {
  if (!ts.isFunctionDeclaration(node) && !ts.isArrowFunction(node)) return [];
  const place = node.parameters.findIndex((parameter) => parameter.name.getText() === 'code');
  const name = ts.isVariableDeclaration(node.parent) ? node.parent.name.getText() : node.name?.getText();
  return place < 0 || name === undefined ? [] : [[name, place]];
}

function codeValue(node: ts.Node, makers: ReadonlyMap<string, number>): readonly ts.Node[] {
  const isNamed = ts.isPropertyAssignment(node) || ts.isVariableDeclaration(node);
  if (isNamed && node.name.getText() === 'code') return node.initializer ? [node.initializer] : [];
  if (!ts.isCallExpression(node)) return [];
  const argument = node.arguments[makers.get(node.expression.getText()) ?? -1];
  return argument ? [argument] : [];
}

/** The literals that a value can be: itself, or both sides of a choice. */
function literalsOf(value: ts.Node): readonly string[] {
  if (ts.isStringLiteralLike(value)) return [value.text];
  return ts.isConditionalExpression(value) ? [value.whenTrue, value.whenFalse].flatMap(literalsOf) : [];
}

/** Finding codes and error ids that PowerShell sources use: `-Code X`, `-ErrorId X`, `code = 'X'`, `ErrorId = 'X'`. */
export function codesInPowerShell(sources: readonly Source[]): ReadonlySet<string> {
  const before = '(?:-(?:[Cc]ode|ErrorId)\\s+|\\b(?:[Cc]ode|[Ee]rrorId)\\s*=\\s*)';
  const used = new RegExp(`${before}['"]?(${codeName})\\b`, 'g');
  return new Set(sources.flatMap(({ text }) => [...text.matchAll(used)].map((match) => match[1] ?? '')));
}

/** Codes that the page lists: in backticks at the head of a table row, a list item or a heading. */
export function codesInPage(page: string): ReadonlySet<string> {
  const listed = page.matchAll(new RegExp(`^(?:\\||-|#{2,4}) *\`(${codeName})\``, 'gm'));
  return new Set([...listed].map((match) => match[1] ?? ''));
}
