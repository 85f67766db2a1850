import type { Change, Comparison } from '../core/config/comparison';
import type { Finding } from '../core/report/finding';
import { visible } from '../core/report/visible';
import { compareFiles } from '../node/compareFiles';
import type { Answer } from './answer';

/** `compare OLD NEW`: what differs between two config files. Exit 0 no setting differs, 1 some do, 2 refused or unreadable. */
export async function compareVerb(oldFile: string, newFile: string): Promise<Answer> {
  const comparison = await compareFiles(oldFile, newFile);
  return comparison.ok ? answer(comparison.value, { old: oldFile, new: newFile }) : refusal(comparison.findings);
}

function refusal(findings: readonly Finding[]): Answer {
  const reason = findings[0]?.message ?? '';
  const json = { apiVersion: 1, findings, verdict: 'refuse', reason, changes: [], warnings: [] };
  return { exitCode: 2, json, lines: [], findings };
}

function answer(
  { verdict, reason, changes, warnings }: Comparison,
  files: { readonly old: string; readonly new: string },
): Answer {
  const placed = warnings.map(({ side, ...warning }): Finding => ({ ...warning, file: files[side] }));
  return {
    exitCode: changes.some(({ isSetting }) => isSetting) ? 1 : 0,
    json: { apiVersion: 1, verdict, reason, changes: changes.map(changeJson), warnings: placed },
    lines: [`${verdict}: ${reason}`, ...changes.map(changeLine)],
    findings: placed,
  };
}

/** The members that other programs rely on; a member without a value is left out. */
function changeJson(change: Change): Readonly<Record<string, unknown>> {
  const { section, name, location, oldLine, newLine, old, new: fresh, secret, action, reason } = change;
  return { class: change.class, section, name, location, oldLine, newLine, old, new: fresh, secret, action, reason };
}

function changeLine(change: Change): string {
  const { section, name, location, oldLine, newLine, action, reason } = change;
  const place = `${location === undefined ? '' : `${visible(location)}|`}${visible(section)}/${visible(name)}`;
  const lines = `line ${oldLine ?? '-'} → ${newLine ?? '-'}`;
  const values = [change.old, change.new].map((value) => (value === undefined ? '-' : visible(value))).join(' → ');
  return `${change.class.padEnd(9)}  ${action.padEnd(6)}  ${place}  ${lines}  ${values}  ${reason}`;
}
