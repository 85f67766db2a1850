import { t } from '@vscode/l10n';
import { visible } from '../../core/report/visible';
import type { Evidence } from '../../core/upgrade/record';
import type { TableRow } from '../../../webview-ui/messages';
import { localTime } from './localTime';

/** More is in the record; a page that nobody can scroll to its end helps nobody. */
const mostRows = 60;

/**
 * Evidence of a run as rows of a table: one for each plain value, one for each thing in a list (a file with its hashes).
 * Takes whatever a result file held.
 */
export function evidenceRows(evidence: Evidence): readonly TableRow[] {
  const rows = Object.entries(evidence).flatMap(([name, value]) => rowsOf(words(name), value));
  const more = rows.length - mostRows;
  return more > 0
    ? [...rows.slice(0, mostRows), { name: t('and {0} more', more), values: [t('The record holds them all.')] }]
    : rows;
}

function rowsOf(name: string, value: unknown): readonly TableRow[] {
  if (Array.isArray(value))
    return value.map((item, n) => ({ name: t('{0}, {1}', name, n + 1), values: linesOf(item) }));
  return [{ name, values: linesOf(value) }];
}

/** A thing with members is a line for each, and for each thing of a list in it; deeper ones stay as they were written. */
function linesOf(value: unknown): readonly string[] {
  if (typeof value !== 'object' || value === null) return [shown(value)];
  return Object.entries(value).flatMap(([name, member]) =>
    Array.isArray(member)
      ? member.map((item) => `${words(name)}: ${inOneLine(item)}`)
      : `${words(name)}: ${shown(member)}`,
  );
}

function inOneLine(item: unknown): string {
  return typeof item === 'object' && item !== null ? Object.values(item).map(shown).join(' · ') : shown(item);
}

function shown(value: unknown): string {
  if (value === null || value === undefined || value === '') return t('none');
  if (typeof value === 'boolean') return value ? t('yes') : t('no');
  if (typeof value !== 'string') return visible(JSON.stringify(value));
  return isTime.test(value) ? localTime(value) : visible(value);
}

const isTime = /^\d{4}-\d\d-\d\dT\d\d:\d\d:\d\d(\.\d+)?Z$/;

/** `SourceSha256` as words. */
function words(name: string): string {
  const spaced = visible(name).replace(
    /([a-z0-9])([A-Z])/g,
    (_, before: string, after: string) => `${before} ${after.toLowerCase()}`,
  );
  const sentence = spaced.charAt(0).toUpperCase() + spaced.slice(1);
  return sentence.replace(/sha256/i, 'SHA-256').replace('Powershell', 'PowerShell');
}
