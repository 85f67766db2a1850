import assert from 'node:assert/strict';
import type { Finding } from '../../src/core/report/finding';
import type { Result } from '../../src/core/report/result';
import { loadRunbook, loadRunbooks } from '../../src/core/runbook/load';
import type { Runbook } from '../../src/core/runbook/runbook';
import type { RunbookNames } from '../../src/core/runbook/stepDefinition';

export const names: RunbookNames = {
  selectors: new Set(['farm', 'hosts', 'mfaServers', 'subordinates', 'master']),
  conditions: new Set(['severalMfaServers', 'hasWebServiceSdk']),
  parameters: new Set(['upgradeId', 'installer']),
  details: new Set(['clients', 'poolsOfHost']),
  decisions: new Set(['purpose', 'outage.{target}']),
  functions: new Set(['Backup-MfaServerData', 'Test-MfaServerDataBackup', 'Test-MfaUpgradeReadiness']),
  instructions: new Set(['V6-MFA-2']),
};

export const sourcesText = `HA:
  title: High availability
  address: https://example.com/ha
  mark: documented
EH:
  title: A blog
  address: https://example.com/eh
  mark: community
`;

export const headings =
  '## What to do\n\n1. Look.\n\n## Why\n\nBecause.\n\n## What you should see\n\nIt.\n\n## If it goes wrong\n\nAsk.\n\n## Way back\n\nNone.\n';

/** A step file; its front matter begins with id, title, kind and sources in lines 2 to 5. */
export function stepFile(id: string, more = '', kind = 'manual', text = headings): string {
  return `---\nid: ${id}\ntitle: ${id}\nkind: ${kind}\nsources: [V6-MFA-2, HA]\n${more}---\n\n${text}`;
}

export const outlineOf = (...steps: readonly string[]): string =>
  `title: Test\nphases:\n  - id: one\n    title: One\n    steps:\n${steps.map((step) => `      - ${step}\n`).join('')}`;

export const base: Readonly<Record<string, string>> = {
  'sources.yaml': sourcesText,
  'test/runbook.yaml': outlineOf('first', 'second'),
  'test/one/first.md': stepFile('first'),
  'test/one/second.md': stepFile('second', 'after: [first]\n'),
};

export function load(changed: Readonly<Record<string, string>> = {}): Result<Runbook> {
  return loadRunbook(new Map(Object.entries({ ...base, ...changed })), 'test', names);
}

export function loaded(changed: Readonly<Record<string, string>> = {}): Runbook {
  const result = load(changed);
  assert.ok(result.ok, JSON.stringify(result.findings));
  return result.value;
}

export function inShort({ code, file, line }: Finding): string {
  return `${code} ${file ?? ''}:${line ?? 0}`;
}

/** The findings of a refusal as `code file:line`. */
export function refused(changed: Readonly<Record<string, string>>): readonly string[] {
  const result = load(changed);
  assert.ok(!result.ok, 'it was loaded');
  return result.findings.map(inShort);
}

/** The same of the whole folder. */
export function refusedFolder(changed: Readonly<Record<string, string>>): readonly string[] {
  const result = loadRunbooks(new Map(Object.entries({ ...base, ...changed })), names);
  assert.ok(!result.ok, 'it was loaded');
  return result.findings.map(inShort);
}

export function findingOf(changed: Readonly<Record<string, string>>): Finding {
  const { findings } = load(changed);
  assert.equal(findings.length, 1, JSON.stringify(findings));
  return findings[0] ?? assert.fail();
}

/** The second step with a line more in its front matter, which is line 6. */
export const second = (line: string, kind?: string): Readonly<Record<string, string>> => ({
  'test/one/second.md': stepFile('second', `${line}\n`, kind),
});
