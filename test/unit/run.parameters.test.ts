import assert from 'node:assert/strict';
import { parametersOf } from '../../src/core/run/parameters';
import type { Farm } from '../../src/core/farm/farm';
import { aFarm, anAdfsFarm } from '../build/farms';
import { aStep } from '../build/runbooks';

const portal = {
  name: 'web01',
  bitness: 32,
  userPortal: { virtualDirectory: 'Portal', site: 'Default Web Site', changedDefaultTheme: false, customThemes: [] },
} as const;

function valueOf(name: string, farm: Farm, target: string, decided: Record<string, string> = {}): unknown {
  const step = aStep('a', { kind: 'run', run: 'Test-MfaThing', with: { Value: name } });
  return parametersOf({ farm, decide: (key) => decided[key], step, target, upgradeId: 'u1' })['Value'];
}

function ofAdfs(members: readonly string[]): Pick<Farm, 'loadBalancers'> {
  return { loadBalancers: [{ name: 'adfs', kind: 'windowsNlb', serves: 'adfs', members }] };
}

function withPath(installPath?: string): Farm {
  const farm = aFarm(1);
  const mfaServer = { version: '6.3.1', role: 'master', ...(installPath !== undefined && { installPath }) } as const;
  return { ...farm, hosts: [...farm.hosts.map((host) => ({ ...host, mfaServer })), portal] };
}

describe('What a function is given', () => {
  it('finds the program folder of the master through its administrative share', () => {
    const usual = '\\\\mfa01.contoso.example\\C$\\Program Files\\Multi-Factor Authentication Server';
    assert.equal(valueOf('upgradedProgramFolder', withPath(), 'web01'), usual);
    assert.equal(
      valueOf('upgradedProgramFolder', withPath('D:\\MFA\\'), 'web01'),
      '\\\\mfa01.contoso.example\\D$\\MFA',
    );
  });

  it('names the folder itself on the master', () => {
    assert.equal(valueOf('upgradedProgramFolder', withPath('D:\\MFA\\'), 'mfa01.contoso.example'), 'D:\\MFA');
  });

  it('gives the portal its old name, or the new default where that was decided', () => {
    assert.equal(valueOf('newPortalDirectory', withPath(), 'web01'), 'Portal');
    const decided = { portalVirtualDirectory: 'new' };
    assert.equal(valueOf('newPortalDirectory', withPath(), 'web01', decided), 'MultiFactorAuth');
    assert.equal(valueOf('newPortalDirectory', withPath(), 'mfa01.contoso.example', decided), undefined);
  });

  it('says where the last node of a pool may leave: its only member, or a whole AD FS farm that others stand in for', () => {
    const pool = (members: readonly string[]): Partial<Farm> => ({
      loadBalancers: [{ name: 'pool', kind: 'windowsNlb', serves: 'mfaServer', members }],
    });
    const [one, two] = ['mfa01.contoso.example', 'mfa02.contoso.example'] as const;
    assert.equal(valueOf('lastInPool', aFarm(2, pool([one])), one), 'alone');
    assert.equal(valueOf('lastInPool', aFarm(2, pool([one, two])), one), undefined);
    const adfs = aFarm(2, { ...ofAdfs([one, two]), adfsFarms: [anAdfsFarm('EMEA', [one, two])] });
    assert.equal(valueOf('lastInAdfs', adfs, two, { 'firstBatch.EMEA': `${one},${two}` }), 'asWhole');
    assert.equal(valueOf('lastInAdfs', adfs, one, { 'firstBatch.EMEA': one }), undefined);
    assert.equal(valueOf('lastInPool', adfs, two, { 'firstBatch.EMEA': `${one},${two}` }), undefined, 'its own setup');
    const wider = aFarm(2, { ...ofAdfs([one, two, 'fs9']), adfsFarms: [anAdfsFarm('EMEA', [one, two])] });
    assert.equal(valueOf('lastInAdfs', wider, two, { 'firstBatch.EMEA': `${one},${two}` }), undefined, 'fs9 answers');
  });

  it('names the clusters of AD FS by their nodes, and none that serves something else', () => {
    const [one, two] = ['mfa01.contoso.example', 'mfa02.contoso.example'] as const;
    const { loadBalancers } = ofAdfs([one, 'fs1']);
    const servers = { name: 'mfa', kind: 'windowsNlb', serves: 'mfaServer', members: [one, two] } as const;
    const farm = aFarm(2, { loadBalancers: [servers, ...loadBalancers] });
    assert.deepEqual(valueOf('adfsClusters', farm, one), [`${one},fs1`]);
    assert.equal(valueOf('adfsClusters', farm, two), undefined);
  });

  it('finds the saved program folder of the master below the backup folder, through its administrative share', () => {
    const decided = { backupFolder: 'D:\\MFA Backup\\' };
    const shared = '\\\\mfa01.contoso.example\\D$\\MFA Backup\\u1\\save-program-folder';
    assert.equal(valueOf('savedProgramFolder', withPath(), 'fs01', decided), shared);
    const local = 'D:\\MFA Backup\\u1\\save-program-folder';
    assert.equal(valueOf('savedProgramFolder', withPath(), 'mfa01.contoso.example', decided), local);
  });

  it('gives a node the version before and the registered name of its AD FS farm', () => {
    const farm = withPath();
    const adfs = anAdfsFarm('EMEA', ['fs01'], { registeredProvider: 'ContosoMfa' });
    assert.equal(valueOf('versionBefore', farm, 'fs01'), '6.3.1');
    assert.equal(valueOf('registeredProvider', { ...farm, adfsFarms: [adfs] }, 'fs01'), 'ContosoMfa');
    assert.equal(valueOf('registeredProvider', farm, 'web01'), undefined);
  });

  it('takes the adapter of before from the server on a node of the farm, the AD FS primary first, where there is one', () => {
    const farm = withPath();
    const [master, ...others] = farm.hosts;
    const second = {
      name: 'mfa02.contoso.example',
      bitness: 64,
      mfaServer: { version: '6.0', role: 'subordinate' },
    } as const;
    const hosts = [...(master ? [master] : []), ...others, second];
    const adfs = anAdfsFarm('EMEA', ['fs01', 'mfa01.contoso.example', second.name], { primary: second.name });
    const mixed = { ...farm, hosts, adfsFarms: [adfs] };
    assert.equal(valueOf('versionBefore', mixed, 'fs01'), '6.0');
    const shared = '\\\\mfa02.contoso.example\\D$\\u1\\save-program-folder';
    assert.equal(valueOf('savedProgramFolder', mixed, 'fs01', { backupFolder: 'D:\\' }), shared);
  });

  it('gives the bitness of the host as a number', () => {
    assert.equal(valueOf('bitness', withPath(), 'web01'), 32);
  });
});
