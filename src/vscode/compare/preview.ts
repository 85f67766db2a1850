import { t } from '@vscode/l10n';
import { structuredPatch } from 'diff';
import { visible } from '../../core/report/visible';
import type { ComparePreview, PreviewLine } from '../../../webview-ui/messages';

const context = 3;
/** Texts that differ in more lines than this are read in the editor. */
const mostEdits = 5_000;
/** `visible` cuts what is longer than 120 units. */
const partUnits = 60;

/** What the merged text changes in the new one, with three lines around each change. Both are masked. Pure. */
export function previewOf(fresh: string, merged: string): ComparePreview {
  return { heading: t('Preview: the merged file beside the new one'), lines: previewLines(fresh, merged) };
}

function previewLines(fresh: string, merged: string): readonly PreviewLine[] {
  const options = { context, maxEditLength: mostEdits, stripTrailingCr: true };
  const patch = structuredPatch('', '', fresh, merged, '', '', options);
  if (!patch) return [words(t('Too much differs to be shown here. Open it in the Diff Editor.'))];
  if (patch.hunks.length === 0) return [words(t('The new file stays as it is.'))];
  return patch.hunks.flatMap(({ newStart, lines: own }) => [words(t('Line {0}', newStart)), ...own.flatMap(line)]);
}

function words(text: string): PreviewLine {
  return { kind: 'words', text };
}

function line(text: string): readonly PreviewLine[] {
  const kind = text.startsWith('+') ? 'added' : text.startsWith('-') ? 'removed' : 'same';
  return text.startsWith('\\') ? [] : [{ kind, text: readable(text.slice(1)) }];
}

function readable(text: string): string {
  const parts = text.match(new RegExp(`[^]{1,${String(partUnits)}}`, 'gu')) ?? [];
  return parts.map(visible).join('');
}
