import ts from 'typescript';
import { lineOf, nodesOf, treeOf } from './syntax';

const fileLines = 400;
const functionLines = 60;

/** Calls whose function argument holds cases, each measured by itself. */
const groups = new Set(['describe']);

/** What is too long in a TypeScript or JavaScript file: the file itself, and each function by its line. */
export function tooLong(path: string, text: string): readonly string[] {
  const functions = [...nodesOf(treeOf(path, text))]
    .filter((node) => ts.isFunctionLike(node) && !isGroup(node.parent))
    .filter((node) => linesOf(node) > functionLines)
    .map((node) => `${path}:${lineOf(node)} a function of ${linesOf(node)} lines`);
  return [...tooLongFile(path, text), ...functions];
}

/** The file, when it is too long; for any language. */
export function tooLongFile(path: string, text: string): readonly string[] {
  const lines = text.trimEnd().split('\n').length;
  return lines > fileLines ? [`${path} has ${lines} lines`] : [];
}

/** PowerShell functions that are too long: from `function` to the brace that closes it at the same indentation. */
export function tooLongInPowerShell(path: string, text: string): readonly string[] {
  const functions = text.matchAll(/^([ \t]*)(?:function|filter) ([\w-]+).*\n(?:.*\n)*?\1\}/gm);
  return [...functions]
    .map(([body, , name]) => ({ name, lines: withoutHelp(body).split('\n').length }))
    .filter(({ lines }) => lines > functionLines)
    .map(({ name, lines }) => `${path} ${name} has ${lines} lines`);
}

/** Help stands inside a PowerShell function, a docstring stands above a TypeScript one: both stay out of the count. */
function withoutHelp(body: string): string {
  return body.replace(/<#[\s\S]*?#>\s*/g, '');
}

function isGroup(parent: ts.Node): boolean {
  return ts.isCallExpression(parent) && groups.has(parent.expression.getText().split('.')[0] ?? '');
}

function linesOf(node: ts.Node): number {
  const file = node.getSourceFile();
  return file.getLineAndCharacterOfPosition(node.getEnd()).line + 2 - lineOf(node);
}
