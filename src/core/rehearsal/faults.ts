import type { Farm } from '../farm/farm';
import { hostKey, sameHost } from '../farm/names';
import type { Finding } from '../report/finding';
import { ok, refused, type Result } from '../report/result';
import { visible } from '../report/visible';

/** A program that is to end with an exit code on a host, once. */
export interface Fault {
  readonly host: string;
  readonly program: string;
  readonly exitCode: number;
}

/** Faults as given: `HOST:PROGRAM=CODE`. Refuses what is none, and a host that the farm does not have. Pure. */
export function parseFaults(given: readonly string[], farm: Farm): Result<readonly Fault[]> {
  const faults = given.map((text) => parseFault(text, farm));
  const findings = faults.flatMap((fault) => ('code' in fault ? [fault] : []));
  return findings.length > 0 ? refused(findings) : ok(faults.flatMap((fault) => ('code' in fault ? [] : [fault])));
}

function parseFault(text: string, { hosts }: Farm): Fault | Finding {
  const [, name, program, code] = /^([^:]+):([^\\/:*?"<>|=]+)=(-?\d{1,10})$/.exec(text) ?? [];
  if (name === undefined || program === undefined || code === undefined) return noFault(text);
  const host = hosts.find((each) => sameHost(each.name, name));
  if (host) return { host: hostKey(host.name), program, exitCode: Number(code) };
  return {
    code: 'FaultUnknownHost',
    severity: 'error',
    message: `--fault ${visible(text)} names a host that the farm does not have.`,
    remedy: `Use one of: ${hosts.map((each) => each.name).join(', ')}.`,
  };
}

function noFault(text: string): Finding {
  return {
    code: 'FaultUnreadable',
    severity: 'error',
    message: `--fault ${visible(text)} is no fault.`,
    remedy: 'Write --fault HOST:PROGRAM=CODE, such as mfa02.contoso.example:msiexec.exe=1603.',
  };
}
