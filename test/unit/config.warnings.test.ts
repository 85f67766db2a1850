import assert from 'node:assert/strict';
import { compareConfigs } from '../../src/core/config/compare';
import { mask } from '../../src/core/config/secrets';
import { add, app, changeOf, codes, compare, file, program, setting, web } from './configBuild';

const adapter = (password: string, thumbprint: string): string =>
  `<FixtureAdapter WebServiceSdkPassword="${password}" WebServiceSdkCertificateThumbprint="${thumbprint}"/>`;

describe('Rule 8: every difference is explained', () => {
  const old =
    '<configuration>\n<appSettings>\n<add key="FIXTURE_A" value="1"/>\n<add key="FIXTURE_GONE" value="1"/></appSettings>\n</configuration>';
  const fresh =
    '<configuration>\r\n\r\n<appSettings>\r<add key="FIXTURE_A" value="2"/><add key="FIXTURE_NEW" value="1"/></appSettings></configuration>';
  const comparison = compare(old, fresh);

  it('by class, line in each file, default action and one sentence', () => {
    const shown = comparison.changes.map((change) => [
      change.class,
      change.name,
      change.oldLine,
      change.newLine,
      change.action,
    ]);
    assert.deepEqual(shown, [
      ['setting', 'FIXTURE_A', 3, 4, 'old'],
      ['new', 'FIXTURE_NEW', undefined, 4, 'new'],
      ['gone', 'FIXTURE_GONE', 4, undefined, 'decide'],
    ]);
  });

  it('the reasons are sentences', () => {
    for (const { reason } of comparison.changes) assert.match(reason, /^[A-Z][^.!]*\.$/);
    assert.match(comparison.reason, /^[A-Z][^.!]*\.$/);
  });

  it('the same input gives the same answer', () => {
    assert.deepEqual(compare(old, fresh), comparison);
  });
});

describe('Rule 8: warnings', () => {
  const warned = (name: string, value: string): readonly string[] =>
    codes(compare(web(program(setting(name, value))), web(program(setting(name, 'x')))).warnings);

  it('an old value that nobody ever set', () => {
    const old = web(app(add('USE_WEB_SERVICE_SDK', 'false')));
    assert.deepEqual(codes(compare(old, web(app(add('USE_WEB_SERVICE_SDK', 'true')))).warnings), ['ConfigOldDefault']);
    assert.ok(warned('pfup_pfwssdk_PfWsSdk', 'http://localhost:4898/PfWsSdk.asmx').includes('ConfigOldDefault'));
  });

  it('a folder of the old product', () => {
    assert.deepEqual(warned('FIXTURE_A', 'C:\\Program Files\\PhoneFactor\\Data'), ['ConfigOldPath']);
  });

  it('a virtual directory of the old product', () => {
    assert.deepEqual(warned('FIXTURE_A', 'https://mfa01.contoso.local/PhoneFactorWebServiceSdk/PfWsSdk.asmx'), [
      'ConfigOldVirtualDirectory',
    ]);
  });

  it('localhost, in an address and beside one', () => {
    assert.deepEqual(warned('FIXTURE_A', 'https://localhost/x'), ['ConfigOtherMachine']);
    assert.deepEqual(warned('FIXTURE_A', 'net.pipe on localhost'), ['ConfigOtherMachine']);
  });

  it("another machine's name, once the farm's names are known", () => {
    const read = (value: string): ReturnType<typeof file> => file(web(program(setting('FIXTURE_A', value))));
    const [old, fresh] = [read('https://elsewhere.contoso.local/x'), read('x')];
    const found = (hosts?: readonly string[]): readonly string[] =>
      codes(compareConfigs(old, fresh, hosts ? { hosts } : {}).warnings);
    assert.deepEqual(
      [found(), found(['mfa01.contoso.local']), found(['ELSEWHERE.contoso.local'])],
      [[], ['ConfigOtherMachine'], []],
    );
  });

  it('an & in the adapter password', () => {
    assert.deepEqual(codes(compare(adapter('FIXTURE_a&amp;b', ''), adapter('', '')).warnings), [
      'ConfigAdapterPassword',
    ]);
  });

  it('thumbprint and password both set, or both empty', () => {
    const both = compare(adapter('FIXTURE_p', '0'), adapter('', ''));
    const none = compare(adapter('', ''), adapter('', ''));
    const one = compare(adapter('FIXTURE_p', ''), adapter('', ''));
    assert.deepEqual(
      [both, none, one].map(({ warnings }) => codes(warnings)),
      [['ConfigAdapterCredentials'], ['ConfigAdapterCredentials'], []],
    );
  });

  it('each with line and remedy', () => {
    const [warning] = compare(`\n\n${adapter('FIXTURE_a&amp;b', '')}`, adapter('', '')).warnings;
    assert.deepEqual([warning?.line, warning?.remedy.endsWith('.')], [3, true]);
  });
});

describe('Rule 9: secrets', () => {
  const secret = 'FIXTURE-very-secret';
  const hidden = (old: string, fresh: string): void => {
    const comparison = compare(old, fresh);
    assert.ok(comparison.changes.some((change) => change.secret && change.old === mask));
    assert.ok(!JSON.stringify(comparison).includes(secret));
  };

  it('are masked by name', () => {
    for (const name of ['WEB_SERVICE_SDK_AUTHENTICATION_PASSWORD', 'FIXTURE_Password', 'FIXTURE_password']) {
      hidden(web(app(add(name, secret))), web(app(add(name, 'x'))));
    }
    hidden(adapter(secret, ''), adapter('', ''));
    hidden(
      web(`<system.web><identity password="${secret}"/></system.web>`),
      web('<system.web><identity password="x"/></system.web>'),
    );
  });

  it('are masked by section: connection strings, machine keys, cipher data', () => {
    const string = (value: string): string =>
      web(`<connectionStrings><add name="a" connectionString="${value}"/></connectionStrings>`);
    const key = (value: string): string => web(`<system.web><machineKey validationKey="${value}"/></system.web>`);
    const cipher = (value: string): string =>
      web(
        `<FIXTURE configProtectionProvider="P"><EncryptedData><CipherData><CipherValue>${value}</CipherValue></CipherData></EncryptedData></FIXTURE>`,
      );
    for (const body of [string, key, cipher]) hidden(body(secret), body('x'));
  });

  it('are masked by what a value carries', () => {
    for (const value of [`Server=a;Password=${secret}`, `PWD = ${secret}`, `https://user:${secret}@host/`]) {
      hidden(web(app(add('FIXTURE_A', value))), web(app(add('FIXTURE_A', 'x'))));
    }
  });

  it('have one width, empty or long', () => {
    const name = 'FIXTURE_PASSWORD';
    const change = changeOf(compare(web(app(add(name, ''))), web(app(add(name, secret)))), name);
    assert.deepEqual([change.old, change.new], [mask, mask]);
  });

  it('that are equal show no difference', () => {
    const same = web(app(add('FIXTURE_PASSWORD', secret)));
    assert.deepEqual(compare(same, same).changes, []);
  });
});
