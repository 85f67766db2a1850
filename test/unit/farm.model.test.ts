import assert from 'node:assert/strict';
import { farmFromContent } from '../../src/core/farm/parse';
import { changed, changedBy, example, parsed } from './farmExample';

const farmOf = (content: unknown): ReturnType<typeof parsed>['farm'] => parsed(JSON.stringify(content)).farm;

describe('The model of a farm', () => {
  it('holds the hosts of the file, then the AD FS nodes that are not among them', () => {
    assert.deepEqual(
      farmOf(example).hosts.map(({ name }) => name.split('.')[0]),
      ['mfa01', 'mfa02', 'web01', 'fs01', 'fs02', 'fs11', 'fs12'],
    );
    assert.deepEqual(farmOf(example).hosts.at(-1), { name: 'fs12.contoso.example', bitness: 64 });
  });

  it('takes the spelling of the hosts everywhere, and of the nodes for those that are not among them', () => {
    const farm = farmOf(
      changedBy(
        ['/adfsFarms/0/nodes/0', 'FS01.contoso.example.'],
        ['/adfsFarms/0/nodes/1', 'FS02.Contoso.Example'],
        ['/adfsFarms/0/firstBatch', ['fs01.CONTOSO.example', 'fs02.contoso.example']],
        ['/adfsFarms/1/registrar', 'FS12.contoso.example'],
        ['/loadBalancers/0/members/0', 'WEB01.contoso.example'],
        ['/clients/0/servers/1', 'MFA02.contoso.example.'],
      ),
    );
    assert.deepEqual(farm.adfsFarms[0]?.nodes, ['fs01.contoso.example', 'FS02.Contoso.Example']);
    assert.deepEqual(farm.adfsFarms[0].firstBatch, farm.adfsFarms[0].nodes);
    assert.equal(farm.adfsFarms[1]?.registrar, 'fs12.contoso.example');
    assert.deepEqual(farm.loadBalancers[0]?.members, ['web01.contoso.example']);
    assert.deepEqual(farm.clients[0]?.servers, ['mfa01.contoso.example', 'mfa02.contoso.example']);
  });

  it('takes the spelling of names where they are given', () => {
    const farm = farmOf(
      changedBy(['/adfsFarms/0/interchangeableWith/0', 'amer'], ['/clients/1/loadBalancer', 'PORTAL']),
    );
    assert.deepEqual(farm.adfsFarms[0]?.interchangeableWith, ['AMER']);
    assert.equal(farm.clients[1]?.loadBalancer, 'portal');
  });

  it('knows two roles, whatever words the file takes', () => {
    const farm = farmOf(changedBy(['/hosts/0/mfaServer/role', 'primary'], ['/hosts/1/mfaServer/role', 'secondary']));
    assert.deepEqual(
      farm.hosts.map((host) => host.mfaServer?.role).filter((role) => role !== undefined),
      ['master', 'subordinate'],
    );
  });

  it('has the defaults filled in, and nothing where nothing was said', () => {
    const { hosts, clients, adfsFarms } = farmOf(example);
    assert.deepEqual(hosts[2], {
      name: 'web01.contoso.example',
      transport: 'bundle',
      bitness: 64,
      userPortal: {
        virtualDirectory: 'MultiFactorAuth',
        site: 'Default Web Site',
        changedDefaultTheme: false,
        customThemes: ['Blue'],
      },
    });
    assert.deepEqual(hosts[0], {
      name: 'mfa01.contoso.example',
      bitness: 64,
      mfaServer: { version: '6.3.1', role: 'master' },
    });
    assert.deepEqual(clients[1], { name: 'Intranet', kind: 'iis', servers: [], loadBalancer: 'portal' });
    assert.deepEqual(adfsFarms[1]?.proxies, []);
    assert.equal(Object.hasOwn(adfsFarms[1], 'firstBatch'), false);
  });

  it('keeps the content as it was written', () => {
    const content = changed('/$schema', './farm.schema.json');
    assert.deepEqual(parsed(JSON.stringify(content)).content, content);
  });

  it('comes from a record as it comes from the file', () => {
    assert.deepEqual(farmFromContent(structuredClone(example)), { ok: true, value: farmOf(example), findings: [] });
    const [finding] = farmFromContent(changed('/name', 5)).findings;
    assert.deepEqual([finding?.pointer, finding?.line, finding?.column], ['/name', undefined, undefined]);
  });
});
