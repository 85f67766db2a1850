import { isMap, isScalar, isSeq, LineCounter, parseDocument, visit, type Document } from 'yaml';
import type { Finding } from '../report/finding';
import { ok, refused, type Result } from '../report/result';
import { visible } from '../report/visible';
import { runbookFinding, type Path, type Problem } from './problem';

/** A YAML text as plain values that remember where they stand. */
export interface YamlText {
  readonly file: string;
  readonly value: unknown;
  /** Line of the member or item at a path, or of what is nearest above it. */
  readonly lineOf: (path: Path) => number;
}

/**
 * Reads YAML without merge keys. Refuses what is not YAML, a member that stands twice, and every alias: a name for another
 * part of the text is what an alias bomb is made of, and no runbook needs one.
 * @param firstLine line of the file on which `text` begins, 1-based
 */
export function readYaml(text: string, file: string, firstLine = 1): Result<YamlText> {
  const lines = new LineCounter();
  const document = parseDocument(text, { merge: false, uniqueKeys: true, lineCounter: lines });
  const lineAt = (offset: number): number => lines.linePos(offset).line + firstLine - 1;
  const findings = [...syntaxFindings(document, file, lineAt), ...aliasFindings(document, file, lineAt)];
  if (findings.length > 0) return refused(findings);
  const value: unknown = document.toJS({ maxAliasCount: 0 });
  return ok({ file, value, lineOf: (path) => lineAt(offsetOf(document, path)) });
}

/** Problems of a YAML text as findings with file and line. */
export function findingsIn({ file, lineOf }: YamlText, problems: readonly Problem[]): readonly Finding[] {
  return problems.map(({ code, path, message, remedy }) => runbookFinding(code, file, lineOf(path), message, remedy));
}

type LineAt = (offset: number) => number;

function syntaxFindings(document: Document, file: string, lineAt: LineAt): readonly Finding[] {
  return [...document.errors, ...document.warnings].map((error) => {
    const line = lineAt(error.pos[0]);
    if (error.code === 'DUPLICATE_KEY')
      return runbookFinding('RunbookMemberTwice', file, line, 'This member stands here twice.', 'Keep one of the two.');
    const reason = visible((error.message.split('\n')[0] ?? '').replace(/ at line \d+, column \d+:?$/, ''));
    return runbookFinding('RunbookNotYaml', file, line, `This is not YAML: ${reason}.`, 'Correct this line.');
  });
}

function aliasFindings(document: Document, file: string, lineAt: LineAt): readonly Finding[] {
  const found: Finding[] = [];
  const message = 'This is an alias, a name for another part of the text.';
  visit(document, {
    Alias: (_key, node) => {
      const line = lineAt(node.range?.[0] ?? 0);
      found.push(runbookFinding('RunbookAlias', file, line, message, 'Write the value itself.'));
    },
  });
  return found;
}

function offsetOf(document: Document, path: Path): number {
  let node: unknown = document.contents;
  let offset = 0;
  for (const part of path) {
    const found = childOf(node, part);
    if (!found) break;
    offset = found.offset ?? offset;
    node = found.node;
  }
  return offset;
}

function childOf(node: unknown, part: string | number): { node: unknown; offset: number | undefined } | undefined {
  if (isSeq(node)) {
    const item = node.items[Number(part)];
    return { node: item, offset: isMap(item) || isSeq(item) || isScalar(item) ? item.range?.[0] : undefined };
  }
  if (!isMap(node)) return undefined;
  const pair = node.items.find(({ key }) => isScalar(key) && String(key.value) === String(part));
  return pair && { node: pair.value, offset: isScalar(pair.key) ? pair.key.range?.[0] : undefined };
}
