import type { Transport } from '../farm/farm';
import { adfsFarmOfNode, hostNamed } from '../farm/hosts';
import type { Plan } from '../plan/plan';
import type { Finding } from '../report/finding';
import { visible } from '../report/visible';
import { ok, refused, type Result } from '../report/result';
import { requestHost, type RequestHost } from './request';

/** What a terminal on a host is started with: a line of constant text, and the values that it reads from the environment. */
export interface HostShell {
  readonly line: string;
  readonly env: Readonly<Record<string, string>>;
}

/** As farm.json takes them; asked again, because the name leaves us here. */
const dnsName = /^(?![-.])[A-Za-z0-9_.-]{1,253}$/;

/**
 * The real host that a step is for. Refused where there is none: in a rehearsal, and for a step about a whole farm. Pure.
 * @param target target of the step
 */
export function realHost({ farm, mode }: Plan, target: string, defaultTransport: Transport): Result<RequestHost> {
  if (mode === 'rehearsal') return refused([rehearsalHasNoHosts]);
  const host = hostNamed(farm, target);
  const isHost = host !== undefined || adfsFarmOfNode(farm, target) !== undefined;
  return isHost && dnsName.test(target) ? ok(requestHost(host, target, defaultTransport)) : refused([noHost(target)]);
}

/** How a person gets a PowerShell on a host: as the steps reach it. Nothing but constant text is on the line. Pure. */
export function hostShell({ name, transport, port, useSsl }: RequestHost): Result<HostShell> {
  if (transport === 'bundle') return refused([nobodyReaches(name)]);
  if (transport === 'local') return ok({ line: '', env: {} });
  const enter = {
    winrm: 'Enter-PSSession -ComputerName $env:MFA_UPGRADE_HOST -Authentication Kerberos',
    ssh: 'Enter-PSSession -HostName $env:MFA_UPGRADE_HOST',
  }[transport];
  const onPort = port === undefined ? '' : ' -Port $env:MFA_UPGRADE_PORT';
  const tls = transport === 'winrm' && useSsl ? ' -UseSSL' : '';
  return ok({
    line: enter + onPort + tls,
    env: { MFA_UPGRADE_HOST: name, ...(port === undefined ? {} : { MFA_UPGRADE_PORT: String(port) }) },
  });
}

const rehearsalHasNoHosts: Finding = {
  code: 'RehearsalHasNoHosts',
  severity: 'error',
  message: 'This is a rehearsal: its hosts are simulated, and no real one is opened from it.',
  remedy: 'Open the upgrade of production for that.',
};

function noHost(target: string): Finding {
  return {
    code: 'StepHasNoHost',
    severity: 'error',
    message: `The step is about ${visible(target)}, which is no single host.`,
    remedy: 'Use a step of the host that you mean.',
  };
}

function nobodyReaches(name: string): Finding {
  return {
    code: 'HostTakesBundles',
    severity: 'error',
    message: `Nobody reaches ${visible(name)} from here (transport bundle in farm.json).`,
    remedy: 'Go to the host itself, or use Open Remote Desktop where your network lets it through.',
  };
}
