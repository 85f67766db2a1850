import assert from 'node:assert/strict';
import type { Farm, Host } from '../../src/core/farm/farm';
import { resolveDecisions } from '../../src/core/plan/decisions';
import { misrouted, routingNotes, runbookOf } from '../../src/core/plan/routing';
import { aFarm, anAdfsFarm, sampleFarm } from '../build/farms';

const withAgents = (version = '5.1.2', targetVersion = '8.1'): Farm => {
  const { mfaServer: _server, ...host } = aFarm(1).hosts[0] ?? assert.fail();
  return aFarm(0, { hosts: [{ ...host, phoneFactorAgent: { version, role: 'master' } }], targetVersion });
};
const versions = (...all: readonly string[]): Farm => {
  const farm = aFarm(all.length);
  const hosts = farm.hosts.map((host, n): Host => ({
    ...host,
    mfaServer: { role: 'subordinate', ...host.mfaServer, version: all[n] ?? '' },
  }));
  return { ...farm, hosts };
};
const codes = (farm: Farm, runbook: string): readonly string[] =>
  routingNotes(farm, runbook).map(({ code, severity, pointer }) => `${severity} ${code} ${pointer ?? ''}`);

describe('The runbook of a farm', () => {
  it('is phonefactor where there is an agent, else in-place', () => {
    assert.deepEqual([withAgents(), aFarm(2)].map(runbookOf), ['phonefactor', 'in-place']);
  });

  it('is refused with the reason, the right one and the place to change', () => {
    const told = (farm: Farm, runbook: string): string => {
      const { pointer, remedy } = misrouted(farm, runbook) ?? {};
      return `${pointer ?? ''} ${remedy ?? ''}`;
    };
    assert.equal(told(withAgents(), 'in-place'), '/hosts Use the runbook phonefactor.');
    assert.equal(told(withAgents(), 'migrate'), '/hosts Use the runbook phonefactor.');
    assert.equal(told(aFarm(1), 'phonefactor'), '/hosts Use the runbook in-place.');
    assert.match(told(aFarm(1), 'migrate'), /^\/targetVersion Set the target version to 8.1/);
    assert.equal(misrouted(aFarm(1, { targetVersion: '8.1' }), 'migrate'), undefined);
    assert.equal(misrouted(aFarm(1, { targetVersion: '8.10' }), 'migrate'), undefined);
    assert.equal(misrouted(aFarm(1), 'in-place'), undefined);
  });

  it('is checked as a decision', () => {
    const given = (farm: Farm, value: string): readonly string[] =>
      resolveDecisions(farm, new Map([['runbook', value]]), 'production').findings.map(({ code }) => code);
    assert.deepEqual(given(aFarm(1), 'migrate'), ['RunbookDoesNotFit']);
    assert.deepEqual(given(aFarm(1), 'nonsense'), ['DecisionUnknownValue']);
    assert.deepEqual(given(aFarm(1, { targetVersion: '8.1' }), 'migrate'), []);
  });

  it('in place to 8.1 is allowed, with a warning that names both orders', () => {
    assert.deepEqual(codes(sampleFarm('northwind'), 'in-place'), ['warning TargetIsMigrationBuild /targetVersion']);
    assert.deepEqual(codes(sampleFarm('northwind'), 'migrate'), []);
    assert.deepEqual(codes(aFarm(2), 'in-place'), []);
  });

  it('explains several versions side by side, compared number by number', () => {
    assert.deepEqual(codes(versions('6.3.1', '6.10'), 'in-place'), ['information FarmMixedVersions /hosts']);
    assert.match(routingNotes(versions('6.10', '6.9'), 'in-place')[0]?.message ?? '', /6\.9, 6\.10/);
    assert.deepEqual(codes(versions('8.0', '8.0.0.0'), 'in-place'), []);
  });

  it('says where the farm file has forgotten the Web Service SDK that a host asks', () => {
    const portal = { virtualDirectory: 'MultiFactorAuth', site: 'Default Web Site', changedDefaultTheme: false };
    const web = { name: 'web01', bitness: 64, userPortal: { ...portal, customThemes: [] } } as const;
    const bare = aFarm(1, {}, () => false);
    assert.deepEqual(codes(bare, 'in-place'), []);
    const asking = { ...bare, hosts: [...bare.hosts, web] };
    assert.deepEqual(codes(asking, 'in-place'), ['warning FarmListsNoSdk /hosts']);
    assert.match(routingNotes(asking, 'in-place')[0]?.message ?? '', /^web01 asks/);
    assert.deepEqual(codes({ ...aFarm(1), hosts: [...aFarm(1).hosts, web] }, 'in-place'), []);
    const adfsFarms = [anAdfsFarm('EMEA', ['fs1'])];
    assert.deepEqual(codes({ ...bare, adfsFarms }, 'in-place'), ['warning FarmListsNoSdk /hosts']);
  });
});

describe('Decisions of a farm', () => {
  const resolve = (farm: Farm, given: Readonly<Record<string, string>> = {}): ReturnType<typeof resolveDecisions> =>
    resolveDecisions(farm, new Map(Object.entries(given)), 'production');
  const value = (farm: Farm, key: string, given: Readonly<Record<string, string>> = {}): string | undefined => {
    const resolved = resolve(farm, given);
    assert.ok(resolved.ok, JSON.stringify(resolved.findings));
    return resolved.value.get(key)?.value;
  };
  const nodes = ['fs1', 'fs2', 'fs3', 'fs4', 'fs5'];
  const withAdfs = (more: Parameters<typeof anAdfsFarm>[2] = {}): Farm =>
    aFarm(1, { adfsFarms: [anAdfsFarm('EMEA', nodes, more)] });

  it('take half of the nodes, rounded down, from the one that registers on, round to the beginning', () => {
    const farm = withAdfs({ configurationDatabase: 'wid', primary: 'fs5' });
    assert.equal(value(farm, 'firstBatch.EMEA'), 'fs5,fs1');
    assert.equal(value(farm, 'registrar.EMEA'), 'fs5');
  });

  it('take all nodes of a farm that another one stands in for', () => {
    assert.equal(value(withAdfs({ interchangeableWith: ['AMER'] }), 'firstBatch.EMEA'), nodes.join(','));
  });

  it('refuse a registrar outside the first batch of farm.json, and take it with a batch of its own', () => {
    const farm = withAdfs({ firstBatch: ['fs1', 'fs2'] });
    assert.deepEqual(
      resolve(farm, { 'registrar.EMEA': 'fs4' }).findings.map(({ code }) => code),
      ['DecisionDoesNotFit'],
    );
    assert.equal(value(farm, 'registrar.EMEA', { 'registrar.EMEA': 'fs4', 'firstBatch.EMEA': 'fs4,fs5' }), 'fs4');
  });

  it('keep the mobile app web service before 8.0', () => {
    const before = resolve(aFarm(1, { targetVersion: '7.3' }), { mobileAppWebService: 'remove' });
    assert.deepEqual(
      before.findings.map(({ code, pointer }) => `${code} ${pointer ?? ''}`),
      ['MobileAppStillNeeded /targetVersion'],
    );
    assert.equal(value(aFarm(1), 'mobileAppWebService', { mobileAppWebService: 'remove' }), 'remove');
  });

  it('name a folder for backups outside web roots', () => {
    assert.equal(value(aFarm(1), 'backupFolder'), 'C:\\ProgramData\\MFA Server Upgrade');
  });
});
