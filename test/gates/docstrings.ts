import ts from 'typescript';
import { lineOf, treeOf } from './syntax';

/** Exports of a file that nothing explains: no docstring on the declaration. Re-exports are explained where they are made. */
export function withoutDocstring(path: string, text: string): readonly string[] {
  return treeOf(path, text)
    .statements.filter((statement) => isExported(statement) && ts.getJSDocCommentsAndTags(statement).length === 0)
    .map((statement) => `${path}:${lineOf(statement)} ${namesOf(statement)}`);
}

function isExported(statement: ts.Statement): boolean {
  const modifiers = ts.canHaveModifiers(statement) ? ts.getModifiers(statement) : undefined;
  return modifiers?.some((modifier) => modifier.kind === ts.SyntaxKind.ExportKeyword) ?? false;
}

function namesOf(statement: ts.Statement): string {
  if (ts.isVariableStatement(statement)) {
    return statement.declarationList.declarations.map((declaration) => declaration.name.getText()).join(', ');
  }
  return (statement as ts.Statement & { readonly name?: ts.Identifier }).name?.text ?? statement.getText().slice(0, 40);
}
