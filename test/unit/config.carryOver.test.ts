import assert from 'node:assert/strict';
import {
  carryOver,
  nothingChosen,
  preselected,
  type CarriedFile,
  type CarriedOver,
  type Chosen,
} from '../../src/core/config/carryOver';
import { compareConfigs } from '../../src/core/config/compare';
import type { Surroundings } from '../../src/core/config/comparison';
import { sdkConsumers } from '../../src/core/config/sdkConsumers';
import { surroundingsOf } from '../../src/core/config/surroundings';
import { detailLines } from '../../src/core/runbook/details';
import { aFarm } from '../build/farms';
import { add, app, bytesOf, changeOf, file, program, setting, web } from './configBuild';

const url = (directory: string): string => `https://mfa01/${directory}/PfWsSdk.asmx`;
const portal = (address: string, ...more: readonly string[]): string =>
  web(app(add('FIXTURE_A', 'x'), ...more), program(setting('pfup_pfwssdk_PfWsSdk', address)));
const sdk = { from: ['PhoneFactorWebServiceSdk', 'Own/Sdk'], to: 'MultiFactorAuthWebServiceSdk' };
const versions = { old: '7.1', new: '8.0.1.1' };
const carried = (text: string): CarriedFile => ({ bytes: bytesOf(text), config: file(text) });

function over(
  old: string,
  fresh: string,
  around: Surroundings,
  chosen: Chosen = nothingChosen,
): CarriedOver & { readonly text: string } {
  const made = carryOver(carried(old), carried(fresh), chosen, around);
  assert.ok(made.ok, JSON.stringify(made.findings));
  return { ...made.value, text: new TextDecoder().decode(made.value.bytes) };
}

describe('Carrying a config file over', () => {
  const old = portal(
    url('Own/Sdk'),
    add('WEB_SERVICE_SDK_AUTHENTICATION_PASSWORD', 'FIXTURE-secret'),
    add('SSL_REQUIRED', 'false'),
  );
  const fresh = portal('http://localhost:4898/PfWsSdk.asmx', add('WEB_SERVICE_SDK_AUTHENTICATION_PASSWORD', ''));

  it('puts the old file back whole where the new one has nothing more', () => {
    const made = over(old, fresh, { versions });
    assert.deepEqual([made.verdict, made.text, made.open], ['restore', old, 0]);
  });

  it('tells of what somebody decided that somebody did, and not what was advised', () => {
    const id = changeOf(compareConfigs(file(old), file(fresh)), 'SSL_REQUIRED').id ?? '';
    const { decisions } = over(old, fresh, {}, { choices: new Map([[id, 'old']]) });
    const decided = decisions.filter(({ reason }) => reason === 'Somebody decided it.');
    assert.deepEqual(
      decided.map(({ name, taken }) => [name, taken]),
      [['SSL_REQUIRED', 'old']],
    );
  });

  it('never puts a file of 6.x back whole over 7.0 or later, nor one of which nobody says the version', () => {
    for (const around of [{ versions: { old: '6.3.1', new: '7.0' } }, {}]) {
      assert.equal(over(old, fresh, around).verdict, 'merge');
      const forced = carryOver(carried(old), carried(fresh), { ...nothingChosen, whole: true }, around);
      assert.equal(forced.findings[0]?.code, 'ConfigNotRestored');
    }
    const more = portal('x', add('FIXTURE_NEW', 'y'));
    const forced = carryOver(carried(old), carried(more), { ...nothingChosen, whole: true }, { versions });
    assert.equal(forced.findings[0]?.code, 'ConfigNotRestored');
    assert.equal(over(old, fresh, { versions }, { ...nothingChosen, whole: false }).verdict, 'merge');
  });

  it('tells what became of each difference, without a value', () => {
    const ticked = preselected(compareConfigs(file(old), file(fresh)));
    const made = over(old, fresh, { versions: { old: '6.3', new: '8.0' } }, { choices: ticked });
    assert.deepEqual(
      made.decisions.map(({ name, taken }) => [name, taken]),
      [
        ['WEB_SERVICE_SDK_AUTHENTICATION_PASSWORD', 'old'],
        ['pfup_pfwssdk_PfWsSdk', 'old'],
        ['SSL_REQUIRED', 'old'],
      ],
    );
    assert.doesNotMatch(JSON.stringify(made.decisions), /FIXTURE-secret|mfa01/);
    assert.equal(over(old, fresh, {}).open, 1);
    assert.equal(made.open, 0);
  });
});

describe('A Web Service SDK that gets another virtual directory', () => {
  const around = { versions, sdk };
  const fresh = portal('http://localhost:4898/PfWsSdk.asmx');

  for (const directory of ['PhoneFactorWebServiceSdk', 'own/sdk'])
    it(`is asked under its new one by the portal that asked ${directory}, with a reason of its own`, () => {
      const old = portal(url(directory));
      const made = over(old, fresh, around);
      assert.equal(made.text, portal(url(sdk.to)));
      assert.deepEqual([made.verdict, made.decisions[0]?.taken], ['merge', 'written']);
      const change = changeOf(compareConfigs(file(old), file(fresh), around), 'pfup_pfwssdk_PfWsSdk');
      assert.equal(change.written, url(sdk.to));
      assert.match(change.reason, /sdkVirtualDirectory/);
    });

  it('is asked under its new one by both shapes of the adapter file', () => {
    const attribute = (address: string): string => `<Config UseWebServiceSdk="true" WebServiceSdkUrl="${address}" />`;
    const element = (address: string): string => `<Config><WebServiceSdkUrl>${address}</WebServiceSdkUrl></Config>`;
    for (const shape of [attribute, element])
      assert.equal(over(shape(url('Own/Sdk')), shape('x'), around).text, shape(url(sdk.to)));
  });

  it('is asked under its new one also where the two files do not differ, and once is enough', () => {
    const old = portal(url('Own/Sdk'));
    assert.equal(over(old, old, around).text, portal(url(sdk.to)));
    assert.equal(over(old, portal(url(sdk.to)), around).text, portal(url(sdk.to)));
  });

  it('leaves an address alone that the farm does not name, and what somebody chose', () => {
    for (const address of [url('Other'), 'https://mfa01/PfWsSdk.asmx', 'https://mfa01/Own/Sdk/Other.asmx'])
      assert.equal(over(portal(address), fresh, around).text, portal(address));
    const old = portal(url('Own/Sdk'));
    const id = changeOf(compareConfigs(file(old), file(fresh), around), 'pfup_pfwssdk_PfWsSdk').id ?? '';
    assert.equal(over(old, fresh, around, { choices: new Map([[id, 'old']]) }).text, old);
    assert.equal(over(old, fresh, around, { choices: new Map([[id, 'new']]) }).text, fresh);
  });

  it('masks an address that carries a password', () => {
    const old = portal('https://user:FIXTURE-secret@mfa01/Own/Sdk/PfWsSdk.asmx');
    assert.doesNotMatch(JSON.stringify(compareConfigs(file(old), file(fresh), around)), /FIXTURE-secret/);
  });

  it('comes from the decision, with the directories and the oldest version of the farm', () => {
    const two = aFarm(2);
    const hosts = two.hosts.map((host, n) => ({
      ...host,
      mfaServer: { version: n === 0 ? '7.1' : '6.3.1', role: 'subordinate' as const },
      webServiceSdk: { virtualDirectory: 'Sdk', site: 'Default Web Site' },
    }));
    const farm = { ...two, hosts };
    const decided = (value: string): ReadonlyMap<string, { value: string; from: 'decision' }> =>
      new Map([['sdkVirtualDirectory', { value, from: 'decision' }]]);
    assert.equal(surroundingsOf({ farm, decisions: decided('keep') }).sdk, undefined);
    const { sdk: move, versions: both } = surroundingsOf({ farm, decisions: decided('new') });
    assert.deepEqual(move, { from: ['Sdk'], to: 'MultiFactorAuthWebServiceSdk' });
    assert.deepEqual(both, { old: '6.3.1', new: farm.targetVersion });
  });

  it('names everything that breaks, and what nobody but a person can change', () => {
    const one = aFarm(1);
    const web01 = {
      name: 'web01',
      bitness: 64,
      userPortal: { virtualDirectory: 'p', site: 's', changedDefaultTheme: false, customThemes: [] },
    } as const;
    const farm = {
      ...one,
      hosts: [...one.hosts, web01],
      clients: [
        { name: 'Intranet', kind: 'webServiceSdk', servers: [] },
        { name: 'VPN', kind: 'radius', servers: [] },
      ],
    } as const;
    assert.deepEqual(
      sdkConsumers(farm).map(({ name, by }) => [name, by]),
      [
        ['User Portal on web01', 'merge'],
        ['Intranet', 'byHand'],
        ['Microsoft Identity Manager, where you have it', 'byHand'],
      ],
    );
    const lines = detailLines('sdkConsumers', farm, 'Contoso');
    assert.match(lines.join('\n'), /Intranet: its own configuration. By hand/);
    assert.match(lines.join('\n'), /MfaSettings\.xml, element LOCMFASRV\. By hand/);
  });
});
