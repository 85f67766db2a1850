import { l10n, window } from 'vscode';
import { hostShell, realHost } from '../../core/run/hostShell';
import type { RequestHost } from '../../core/run/request';
import { openRemoteDesktop as openDesktop } from '../../node/remoteDesktop';
import { commandIds } from '../ids';
import { defaultTransport, thisPowerShell } from '../run/runner';
import { showFindings } from '../show';
import { stepFor, type Command, type Desk } from './command';

/** *Open PowerShell on Host*: a terminal with a session to the host of a step, reached as its steps reach it. */
export const openPowerShellOnHost: Command = {
  id: commandIds.openPowerShellOnHost,
  needsTrust: true,
  async run(desk, argument) {
    const host = await hostFor(desk, argument);
    if (!host) return;
    const powershell = thisPowerShell();
    const shell = hostShell(host);
    if (!powershell.ok || !shell.ok) {
      showFindings([...powershell.findings, ...shell.findings]);
      return;
    }
    const { line, env } = shell.value;
    const shellArgs = ['-NoLogo', '-NoExit', ...(line === '' ? [] : ['-Command', line])];
    window.createTerminal({ name: host.name, shellPath: powershell.value.path, shellArgs, env }).show();
  },
};

/** *Open Remote Desktop*: the screen of the host of a step, where a setup with a window is clicked through. */
export const openRemoteDesktop: Command = {
  id: commandIds.openRemoteDesktop,
  needsTrust: true,
  async run(desk, argument) {
    const host = await hostFor(desk, argument);
    if (host) showFindings(openDesktop(host.name, process).findings);
  },
};

async function hostFor(desk: Desk, argument: unknown): Promise<RequestHost | undefined> {
  const id = await stepFor(desk, argument, l10n.t('The host of which step?'), () => true);
  const { view } = desk.session;
  const at = id !== undefined && view.kind === 'open' ? view.progress.steps.get(id) : undefined;
  if (!at || view.kind !== 'open') return undefined;
  const host = realHost(view.progress.plan, at.step.target, defaultTransport());
  if (host.ok) return host.value;
  showFindings(host.findings);
  return undefined;
}
