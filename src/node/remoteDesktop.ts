import { spawn } from 'node:child_process';
import { statSync } from 'node:fs';
import { join } from 'node:path';
import type { Finding } from '../core/report/finding';
import { ok, refused, type Result } from '../core/report/result';

/**
 * Opens Remote Desktop to a host, with the program of Windows by its full path; it goes on when we end.
 * @param host DNS name, looked at before (`realHost`)
 */
export function openRemoteDesktop(
  host: string,
  { env, platform }: { readonly env: NodeJS.ProcessEnv; readonly platform: NodeJS.Platform },
): Result<'opened'> {
  if (platform !== 'win32') return refused([needsWindows(host)]);
  const program = join(env['SystemRoot'] ?? '', 'System32', 'mstsc.exe');
  if (!statSync(program, { throwIfNoEntry: false })?.isFile()) return refused([notThere(program)]);
  spawn(program, [`/v:${host}`], { detached: true, stdio: 'ignore' })
    .on('error', () => undefined) // it is there and was not started: Windows has said why
    .unref();
  return ok('opened');
}

function needsWindows(host: string): Finding {
  return {
    code: 'RemoteDesktopNeedsWindows',
    severity: 'error',
    message: 'Remote Desktop is opened on Windows only, and this computer has another system.',
    remedy: `Open ${host} with a Remote Desktop client of your own.`,
  };
}

function notThere(program: string): Finding {
  return {
    code: 'RemoteDesktopNotThere',
    severity: 'error',
    message: `Remote Desktop is not on this computer: ${program}.`,
    remedy: 'Open the host from another computer.',
  };
}
