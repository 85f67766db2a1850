import assert from 'node:assert/strict';
import { mkdirSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import type { Plan } from '../../src/core/plan/plan';
import { hostShell, realHost } from '../../src/core/run/hostShell';
import { moduleHash } from '../../src/node/moduleHash';
import { openRemoteDesktop } from '../../src/node/remoteDesktop';
import { sha256 } from '../../src/node/sha256';
import { aFolder } from '../build/folders';
import { aFarm, anAdfsFarm } from '../build/farms';

describe('a PowerShell on a host', () => {
  const host = { name: 'mfa01.contoso.example' } as const;

  it('is reached as the steps reach it, with constant text on the line', () => {
    const values = { name: "x'; Remove-Item C:\\", port: 5986, useSsl: true } as const;
    assert.deepEqual(hostShell({ ...values, transport: 'winrm' }), {
      ok: true,
      value: {
        line: 'Enter-PSSession -ComputerName $env:MFA_UPGRADE_HOST -Authentication Kerberos -Port $env:MFA_UPGRADE_PORT -UseSSL',
        env: { MFA_UPGRADE_HOST: values.name, MFA_UPGRADE_PORT: '5986' },
      },
      findings: [],
    });
    const ssh = hostShell({ ...host, transport: 'ssh' });
    assert.equal(ssh.ok && ssh.value.line, 'Enter-PSSession -HostName $env:MFA_UPGRADE_HOST');
    const here = hostShell({ ...host, transport: 'local' });
    assert.deepEqual(here.ok && here.value, { line: '', env: {} });
  });

  it('is none where nobody reaches the host', () => {
    assert.equal(hostShell({ ...host, transport: 'bundle' }).findings[0]?.code, 'HostTakesBundles');
  });
});

describe('the real host of a step', () => {
  const farm = aFarm(1, { adfsFarms: [anAdfsFarm('EMEA', ['fs01'])] });
  const server = farm.hosts[0]?.name ?? '';
  const plan = (mode: string): Plan => ({ farm, mode }) as unknown as Plan;
  const codeOf = (mode: string, target: string): string | undefined =>
    realHost(plan(mode), target, 'winrm').findings[0]?.code;

  it('is one of farm.json or a node of an AD FS farm', () => {
    const found = realHost(plan('production'), server, 'ssh');
    assert.deepEqual(found.ok && found.value, { name: server, transport: 'ssh' });
    const node = realHost(plan('production'), 'fs01', 'winrm');
    assert.deepEqual(node.ok && node.value, { name: 'fs01', transport: 'winrm' });
  });

  it('is none in a rehearsal, and none for a step about a farm', () => {
    assert.equal(codeOf('rehearsal', server), 'RehearsalHasNoHosts');
    assert.equal(codeOf('production', 'EMEA'), 'StepHasNoHost');
    assert.equal(codeOf('production', 'Contoso'), 'StepHasNoHost');
  });
});

describe('Remote Desktop', () => {
  it('is opened on Windows only, by the program of Windows', () => {
    const code = (platform: NodeJS.Platform): string | undefined =>
      openRemoteDesktop('mfa01', { env: { SystemRoot: '/nowhere' }, platform }).findings[0]?.code;
    assert.equal(code('linux'), 'RemoteDesktopNeedsWindows');
    assert.equal(code('win32'), 'RemoteDesktopNotThere');
  });
});

describe('the hash of the PowerShell files', () => {
  it('covers each path and each byte, in the order of the characters', async () => {
    const folder = aFolder({});
    mkdirSync(join(folder.path, 'powershell', 'a'), { recursive: true });
    for (const [name, text] of [
      ['b.ps1', '2'],
      ['B.ps1', '3'],
      ['a/c.ps1', '1'],
    ] as const)
      writeFileSync(join(folder.path, 'powershell', name), text);
    const lines = `B.ps1 ${sha256('3')}\na/c.ps1 ${sha256('1')}\nb.ps1 ${sha256('2')}\n`;
    assert.equal(await moduleHash(folder.path), sha256(lines));
    folder.remove();
  });
});
