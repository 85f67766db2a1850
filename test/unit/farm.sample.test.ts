import assert from 'node:assert/strict';
import { existsSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { decodeFarm, parseFarm } from '../../src/core/farm/parse';
import type { Farm } from '../../src/core/farm/farm';
import { projectFiles, projectRoot } from '../gates/sources';

const sample = join(projectRoot, 'samples', 'contoso');

function contoso(): Farm {
  const text = decodeFarm(readFileSync(join(sample, 'farm.json')));
  assert.ok(text.ok);
  const parsed = parseFarm(text.value);
  assert.ok(parsed.ok, JSON.stringify(parsed.findings));
  return parsed.value.farm;
}

/** Names that public documents give; everything else in a sample config says that it is invented. */
const publicNames = new Set([
  'USE_WEB_SERVICE_SDK',
  'WEB_SERVICE_SDK_AUTHENTICATION_USERNAME',
  'WEB_SERVICE_SDK_AUTHENTICATION_PASSWORD',
  'SSL_REQUIRED',
  'pfup_pfwssdk_PfWsSdk',
  'pfpaws_pfwssdk_PfWsSdk',
  'applicationSettings',
]);

describe('The sample Contoso', () => {
  it('has the hosts, AD FS farms, pool and client that the walk needs', () => {
    const { hosts, adfsFarms, loadBalancers, clients, targetVersion } = contoso();
    const servers = hosts.filter((host) => host.mfaServer);
    assert.equal(targetVersion, '8.0.1.1');
    assert.deepEqual(
      servers.map((host) => host.mfaServer?.role),
      ['master', 'subordinate', 'subordinate'],
    );
    assert.ok(servers.every((host) => host.webServiceSdk && host.mfaServer?.version === '6.3.1'));
    assert.equal(servers.filter((host) => host.userPortal).length, 1);
    assert.equal(hosts.filter((host) => host.userPortal && host.transport === 'bundle').length, 2);
    assert.equal(hosts.filter((host) => host.mobileAppWebService && !host.mfaServer).length, 1);
    assert.deepEqual(
      adfsFarms.map(({ configurationDatabase, nodes, proxies }) => [
        configurationDatabase,
        nodes.length,
        proxies.length,
      ]),
      [
        ['wid', 3, 1],
        ['sql', 2, 0],
      ],
    );
    assert.deepEqual(
      loadBalancers.map(({ kind, members }) => [kind, members.length]),
      [['windowsNlb', 2]],
    );
    assert.deepEqual(
      clients.map(({ kind }) => kind),
      ['radius'],
    );
  });

  it('is marked as a sample', () => {
    assert.match(readFileSync(join(sample, '.mfa-upgrade-sample'), 'utf8'), /^[^\n]+\.\n$/);
  });

  it('has an old and a new file of each kind, with the line ends that IIS writes', () => {
    const configs = projectFiles().filter((path) => path.startsWith('samples/contoso/configs/'));
    const old = configs.filter((path) => path.includes('/old/'));
    assert.deepEqual(
      new Set(old.map((path) => path.split('/')[3])),
      new Set(['user-portal', 'mobile-app', 'adfs-adapter', 'adfs-adapter-attributes']),
    );
    for (const path of old) assert.ok(existsSync(join(projectRoot, path.replace('/old/', '/new/'))), path);
    for (const path of configs) assert.doesNotMatch(readFileSync(join(projectRoot, path), 'utf8'), /(?<!\r)\n/, path);
  });

  it('names nothing as real that is not public', () => {
    const configs = projectFiles().filter((path) => /^samples\/contoso\/configs\/.*web\.config$/.test(path));
    const names = configs.flatMap((path) =>
      [...readFileSync(join(projectRoot, path), 'utf8').matchAll(/\b(?:key|name)="([^"]*)"/g)].map(
        (match) => match[1] ?? '',
      ),
    );
    assert.ok(names.length > 20);
    assert.deepEqual(
      names.filter((name) => !name.startsWith('FIXTURE_') && !publicNames.has(name)),
      [],
    );
  });
});
