import { t } from '@vscode/l10n';
import { diffArrays } from 'diff';
import { visibleWhole } from '../../core/report/visible';
import type { ComparePreview, PreviewLine } from '../../../webview-ui/messages';

const context = 3;
/** Texts that differ in more lines than this are read in the editor. */
const mostEdits = 5_000;

/** What the merged text changes in the new one, with three lines around each change. Both are masked. Pure. */
export function previewOf(fresh: string, merged: string): ComparePreview {
  return { heading: t('Preview: the merged file beside the new one'), lines: previewLines(fresh, merged) };
}

function previewLines(fresh: string, merged: string): readonly PreviewLine[] {
  const lines = linesBeside(linesOf(fresh), linesOf(merged));
  if (!lines) return [words(t('Too much differs to be shown here. Open it in the Diff Editor.'))];
  const hunks = hunksOf(lines);
  if (hunks.length === 0) return [words(t('The new file stays as it is.'))];
  return hunks.flatMap((hunk) => [words(t('Line {0}', hunk[0]?.number ?? 1)), ...hunk.map(shown)]);
}

function linesOf(text: string): readonly string[] {
  return text.replace(/(?:\r\n|\r|\n)$/, '').split(/\r\n|\r|\n/);
}

/** A line of either text, with the number that it has, or would have, in the merged one. */
interface Line {
  readonly kind: 'same' | 'added' | 'removed';
  readonly text: string;
  readonly number: number;
}

/** Both texts line by line; undefined where they differ too much. */
function linesBeside(fresh: readonly string[], merged: readonly string[]): readonly Line[] | undefined {
  const pairs = equalLines(fresh, merged);
  if (!pairs) return undefined;
  const lines: Line[] = [];
  let [from, to] = [0, 0];
  for (const [inFresh, inMerged] of [...pairs, [fresh.length, merged.length] as const]) {
    const number = to + 1;
    lines.push(...fresh.slice(from, inFresh).map((text) => ({ kind: 'removed', text, number }) as const));
    lines.push(...merged.slice(to, inMerged).map((text, n) => ({ kind: 'added', text, number: number + n }) as const));
    const text = merged[inMerged];
    if (text !== undefined) lines.push({ kind: 'same', text, number: inMerged + 1 });
    [from, to] = [inFresh + 1, inMerged + 1];
  }
  return lines;
}

/**
 * Places of lines that are the same in both; undefined where finding them takes too long. A line that only one text has is the same
 * as no other: without those the two are almost equal, however many values were carried over.
 */
function equalLines(
  fresh: readonly string[],
  merged: readonly string[],
): readonly (readonly [number, number])[] | undefined {
  const [left, right] = [sharedWith(fresh, merged), sharedWith(merged, fresh)];
  const texts = (shared: readonly Shared[]): string[] => shared.map(({ text }) => text);
  const parts = diffArrays(texts(left), texts(right), { maxEditLength: mostEdits });
  let [from, to] = [0, 0];
  return parts?.flatMap(({ added, removed, count }) => {
    const pairs =
      added || removed ? [] : left.slice(from, from + count).map(({ at }, n) => [at, right[to + n]?.at ?? 0] as const);
    if (!added) from += count;
    if (!removed) to += count;
    return pairs;
  });
}

interface Shared {
  readonly text: string;
  readonly at: number;
}

function sharedWith(lines: readonly string[], others: readonly string[]): readonly Shared[] {
  const there = new Set(others);
  return lines.map((text, at) => ({ text, at })).filter(({ text }) => there.has(text));
}

/** The changed lines with what stands around them; neighbours whose surroundings meet are one. */
function hunksOf(lines: readonly Line[]): readonly (readonly Line[])[] {
  const hunks: Line[][] = [];
  let until = 0;
  for (const [at, { kind }] of lines.entries()) {
    if (kind === 'same') continue;
    const begin = Math.max(at - context, until);
    const end = Math.min(at + context + 1, lines.length);
    const last = hunks.at(-1);
    if (last && at - context <= until) last.push(...lines.slice(until, Math.max(end, until)));
    else hunks.push(lines.slice(begin, end));
    until = Math.max(end, until);
  }
  return hunks;
}

function words(text: string): PreviewLine {
  return { kind: 'words', text };
}

function shown({ kind, text }: Line): PreviewLine {
  return { kind, text: visibleWhole(text) };
}
