import { l10n } from 'vscode';
import type { Finding } from '../../core/report/finding';
import { computerFindings, type Computer } from '../../core/run/computer';
import { askComputer, type PowerShell } from '../../node/powershell';
import { commandIds } from '../ids';
import { thisPowerShell } from '../run/runner';
import { showFindings } from '../show';
import type { Command, Desk } from './command';

/** *Check This Computer*: which PowerShell was found, what it may do here, and what to do where something is in the way. */
export const checkThisComputer: Command = {
  id: commandIds.checkThisComputer,
  needsTrust: true,
  async run(desk) {
    const powershell = thisPowerShell();
    const computer = powershell.ok ? await askComputer(powershell.value) : powershell;
    if (!powershell.ok || !computer.ok) {
      report(desk, [], computer.findings);
      showFindings(computer.findings);
    } else {
      report(desk, facts(powershell.value, computer.value), computerFindings(computer.value));
    }
  },
};

function facts(
  { path, from }: PowerShell,
  { version, edition, languageMode, elevated, policies }: Computer,
): readonly string[] {
  const elevation =
    elevated === null ? l10n.t('has no meaning on this system') : elevated ? l10n.t('yes') : l10n.t('no');
  return [
    l10n.t('PowerShell {0} {1}: {2} ({3})', edition, version, path, from),
    l10n.t('Language mode: {0}', languageMode),
    l10n.t('Running as administrator: {0}', elevation),
    ...policies.map(({ scope, policy }) => l10n.t('Execution policy, {0}: {1}', scope, policy)),
  ];
}

function report({ log }: Desk, lines: readonly string[], findings: readonly Finding[]): void {
  for (const line of lines) log.info(line);
  for (const { message, remedy, code } of findings) log.warn(`${message} ${remedy} [${code}]`);
  if (findings.length === 0) log.info(l10n.t('This computer is ready to run the steps.'));
  log.show(true);
}
