import assert from 'node:assert/strict';
import { hostKey, hostNameProblem, nameProblem, sameHost } from '../../src/core/farm/names';
import { folderNameProblem, isLocalPath, localPathProblem } from '../../src/core/farm/paths';
import { compareVersions, crossesVersion } from '../../src/core/farm/versions';

describe('The name of a host', () => {
  it('means the same host in other case and with a dot at the end', () => {
    assert.ok(sameHost('mfa01', 'MFA01.'));
    assert.ok(!sameHost('mfa01', 'mfa01.contoso.example'));
    assert.equal(hostKey('Mfa01.Contoso.Example.'), 'mfa01.contoso.example');
  });

  it('never becomes another one through a look-alike', () => {
    assert.ok(!sameHost('krb01', '\u212Arb01'));
    assert.equal(hostNameProblem('\u212Arb01'), 'has a character beyond ASCII, U+212A');
  });

  it('has one label or more, with digits, dashes and _', () => {
    for (const name of ['a', 'mfa01', 'MFA_01', '_ldap.x', 'a-b.c-d', '3com.example', `${'a'.repeat(63)}.example.`]) {
      assert.equal(hostNameProblem(name), undefined, name);
    }
  });

  it('is refused with the reason', () => {
    const reasons = new Map([
      ['', /empty/],
      ['10.0.0.5', /IP address/],
      ['10.0.0.5.', /IP address/],
      ['fe80::1', /IP address/],
      ['[::1]', /IP address/],
      ['a..b', /two dots/],
      ['.a', /begins with one/],
      ['-a', /begins with a dash/],
      ['a.-b', /begins with a dash/],
      ['a-.b', /ends with a dash/],
      ['a b', /no DNS name has/],
      ['10.1', /ends with a number/],
      ['0x7F', /ends with a number/],
      [`${'a'.repeat(64)}.b`, /more than 63/],
      ['a.'.repeat(127), /^$/],
      [`${'a.'.repeat(126)}ab`, /longer than 253/],
    ]);
    for (const [name, reason] of reasons) assert.match(hostNameProblem(name) ?? '', reason, name);
  });
});

describe('The name of a farm, a balancer or a client', () => {
  it('has 1 to 64 letters, digits, blanks, - _ and dots', () => {
    for (const name of ['E', 'VPN gateway', 'a-b_c.d', '4711', 'Zürich', '東京', '.net', 'x'.repeat(64)]) {
      assert.equal(nameProblem(name), undefined, name);
    }
  });

  it('is refused with the reason', () => {
    const reasons = new Map([
      ['', /empty/],
      [' ', /blank/],
      ['a ', /blank/],
      ['..', /neither a letter/],
      ['a,b', /cannot have/],
      ['a/b', /cannot have/],
      ['a\u200Bb', /cannot have/],
      ['a\u3164', /cannot have/],
      ['a\tb', /cannot have/],
      ['a²', /cannot have/],
      ['x'.repeat(65), /longer than 64/],
    ]);
    for (const [name, reason] of reasons) assert.match(nameProblem(name) ?? '', reason, name);
  });
});

describe('A path on a host', () => {
  it('is a drive and folders, with or without a backslash at the end', () => {
    for (const path of [
      'D:\\MFA',
      'd:\\MFA\\',
      'C:\\',
      'C:\\Program Files\\Multi-Factor Authentication Server\\',
      'C:\\a.b\\Büro',
    ]) {
      assert.equal(localPathProblem(path), undefined, path);
    }
  });

  it('is refused with the reason', () => {
    const reasons = new Map([
      ['', /drive/],
      ['MFA', /drive/],
      ['D:MFA', /drive/],
      ['D:/MFA', /drive/],
      ['\\MFA', /drive/],
      ['\\\\nas\\mfa', /share/],
      ['//nas/mfa', /share/],
      ['\\\\?\\D:\\MFA', /device/],
      ['\\\\.\\pipe\\x', /device/],
      ['D:\\a\\..\\b', /another folder/],
      ['D:\\.', /another folder/],
      ['D:\\a\\\\b', /without a name/],
      ['D:\\\\', /without a name/],
      ['D:\\a:b', /no folder name has/],
      ['D:\\a/b', /no folder name has/],
      ['D:\\a*', /no folder name has/],
      ['D:\\a\u202eb', /no folder name has/],
      ['D:\\a\nb', /no folder name has/],
      ['D:\\a.\\b', /dot or a blank/],
      ['D:\\a \\b', /dot or a blank/],
      ['D:\\NUL', /device/],
      ['D:\\a\\com1.txt\\b', /device/],
      ['D:\\Lpt\u00b2', /device/],
      [`D:\\${'a'.repeat(257)}`, /longer than 259/],
    ]);
    for (const [path, reason] of reasons) {
      assert.match(localPathProblem(path) ?? '', reason, path);
      assert.equal(isLocalPath(path), false);
    }
  });

  it('has folders whose names are not devices, even where they begin like one', () => {
    for (const name of ['Console', 'nullable', 'com10', 'Blue']) assert.equal(folderNameProblem(name), undefined, name);
    for (const name of ['', '..', 'a\\b', 'aux', 'Blue.', 'x'.repeat(129)]) assert.ok(folderNameProblem(name), name);
  });
});

describe('A version', () => {
  it('is compared number by number, missing numbers as 0', () => {
    assert.equal(compareVersions('8.0', '8.0.0.0'), 0);
    assert.ok(compareVersions('6.10', '6.9') > 0);
    assert.ok(compareVersions('6.3.1', '6.3.1.1') < 0);
    assert.equal(compareVersions('08.00', '8.0'), 0);
  });

  it('is crossed by an upgrade from below it to it or beyond', () => {
    assert.ok(crossesVersion('6.3.1', '8.0.1.1', '7.0'));
    assert.ok(crossesVersion('6.3.1', '7.0.0.0', '7.0'));
    assert.ok(!crossesVersion('7.0', '8.0', '7.0'));
    assert.ok(!crossesVersion('6.0', '6.3', '7.0'));
  });
});
