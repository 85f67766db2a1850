import assert from 'node:assert/strict';
import { decodeFarm, parseFarm } from '../../src/core/farm/parse';
import type { Finding } from '../../src/core/report/finding';
import { changed, changedBy, example, findingsIn, parsed, told } from './farmExample';

const text = JSON.stringify(example, undefined, 2);
const utf8 = (value: string): Uint8Array => new TextEncoder().encode(value);
const utf16 = (value: string): Uint8Array => Buffer.from(value, 'utf16le');

/** Code, line and column of each finding. */
const places = (findings: readonly Finding[]): readonly string[] =>
  findings.map(({ code, line, column }) => `${code} ${String(line)}:${String(column)}`);

describe('The bytes of a farm file', () => {
  it('are UTF-8, with or without a byte order mark', () => {
    assert.deepEqual(decodeFarm(utf8(text)), { ok: true, value: text, findings: [] });
    assert.deepEqual(decodeFarm(utf8(`\uFEFF${text}`)), { ok: true, value: text, findings: [] });
  });

  it('in UTF-16 are refused by that name, with a mark and without, either way round', () => {
    const swapped = (bytes: Uint8Array): Uint8Array => Buffer.from(bytes).swap16();
    for (const bytes of [utf16(`\uFEFF${text}`), utf16(text), swapped(utf16(`\uFEFF${text}`)), swapped(utf16(text))]) {
      assert.deepEqual(told(decodeFarm(bytes).findings), ['FarmUtf16']);
    }
  });

  it('that are no UTF-8 are refused, with the file that was read', () => {
    const [finding] = decodeFarm(Uint8Array.of(0x7b, 0xfc, 0x7d), 'farm.json').findings;
    assert.equal(finding?.code, 'FarmNotUtf8');
    assert.equal(finding.file, 'farm.json');
  });

  it('are 16 MB at most', () => {
    assert.equal(decodeFarm(new Uint8Array(16 * 1024 * 1024).fill(0x20)).ok, true);
    assert.deepEqual(told(decodeFarm(new Uint8Array(16 * 1024 * 1024 + 1).fill(0x20)).findings), ['FarmTooLarge']);
  });
});

describe('The text of a farm file', () => {
  it('may begin with a byte order mark, which moves no column', () => {
    assert.equal(parseFarm(`\uFEFF${text}`).ok, true);
    assert.deepEqual(places(parseFarm('\uFEFF{,}').findings), ['FarmNotJson 1:2']);
  });

  const broken: readonly (readonly [what: string, text: string, places: readonly string[]])[] = [
    ['nothing', '', ['FarmEmpty 1:1']],
    ['blanks', ' \r\n\t', ['FarmEmpty 1:1']],
    ['a word', 'farm', ['FarmNotJson 1:1']],
    ['a missing comma', '{"a": 1\n "b": 2}', ['FarmNotJson 2:2']],
    ['a missing colon', '{"a" 1}', ['FarmNotJson 1:6']],
    ['a missing value', '{"a": }', ['FarmNotJson 1:7']],
    ['a name without quotes', '{a: 1}', ['FarmNotJson 1:2']],
    ['single quotes', "{'a': 1}", ['FarmNotJson 1:2']],
    ['a missing brace', '{"a": 1', ['FarmNotJson 1:8']],
    ['a missing bracket', '{"a": [1', ['FarmNotJson 1:9']],
    ['an end after a comma', '[1,', ['FarmNotJson 1:4']],
    ['a text over two lines', '{"a": "x\ny"}', ['FarmNotJson 1:7']],
    ['a single backslash', '{"a": "D:\\MFA"}', ['FarmNotJson 1:7']],
    ['something after the end', '{} {}', ['FarmNotJson 1:4']],
    ['a control character in a text', '{"a": "\u0001"}', ['FarmNotJson 1:7']],
    ['a number with a zero in front', '{"a": 01}', ['FarmNotJson 1:8']],
  ];
  for (const [what, broken_, expected] of broken) {
    it(`with ${what} is no JSON: one finding, at the place`, () => {
      assert.deepEqual(places(parseFarm(broken_).findings), expected);
    });
  }

  it('has no comments and no comma before a bracket, and the rest is looked at all the same', () => {
    const noted = '// Ours\r\n{\r\n  "name": "Contoso",\r\n  "targetVersion": "8", /* soon */\r\n  "hosts": [],\r\n}';
    assert.deepEqual(places(parseFarm(noted).findings), [
      'FarmComment 1:1',
      'FarmVersion 4:20',
      'FarmComment 4:25',
      'FarmNoMaster 5:12',
      'FarmTrailingComma 5:14',
    ]);
  });

  it('names a member once: the later one is told, with its own place', () => {
    const twice = text.replace('"name": "Contoso",', '"name": "Contoso",\n  "name": "Fabrikam",');
    const { findings } = parseFarm(twice, 'farm.json');
    assert.deepEqual(told(findings), ['FarmDuplicateMember /name']);
    assert.deepEqual(places(findings), ['FarmDuplicateMember 4:3']);
    assert.equal(findings[0]?.file, 'farm.json');
  });

  it('draws no conclusion from a member that stands twice', () => {
    const twice = text
      .replace('"nodes": [', '"nodes": ["fs09"],\n "nodes": [')
      .replace('"hosts": [', '"hosts": [],\n"hosts": [');
    const last = `${text.slice(0, text.lastIndexOf('}'))},"loadBalancers": []}`;
    assert.deepEqual(told(parseFarm(twice).findings), [
      'FarmDuplicateMember /hosts',
      'FarmDuplicateMember /adfsFarms/0/nodes',
    ]);
    assert.deepEqual(told(parseFarm(last).findings), ['FarmDuplicateMember /loadBalancers']);
  });

  it('nested to 64 levels is read, deeper is refused at the place, up to 200,000 levels and more', () => {
    const nested = (levels: number): string => `${'['.repeat(levels)}${']'.repeat(levels)}`;
    assert.deepEqual(told(parseFarm(nested(64)).findings), ['FarmWrongType ']);
    assert.deepEqual(places(parseFarm(nested(65)).findings), ['FarmTooDeep 1:65']);
    assert.deepEqual(places(parseFarm('['.repeat(200_000)).findings), ['FarmTooDeep 1:65']);
    assert.deepEqual(told(parseFarm('{"a":'.repeat(200_000)).findings), ['FarmTooDeep']);
  });

  it('over 16 MB is refused, and so is one of more than 500,000 values', () => {
    assert.deepEqual(told(parseFarm(' '.repeat(16 * 1024 * 1024 + 1)).findings), ['FarmTooLarge']);
    assert.deepEqual(told(parseFarm(`[${'0,'.repeat(500_000)}0]`).findings), ['FarmTooLarge']);
  });

  it('with __proto__ has an unknown member like any other, and nothing else changes', () => {
    const withProto = text.replace('"name": "Contoso",', '"name": "Contoso", "__proto__": {"hosts": []},');
    const withMember = text.replace('"port": 5986', '"constructor": 1, "__proto__": {"mfaServer": 1}');
    assert.deepEqual(told(parseFarm(withProto).findings), ['FarmUnknownMember /__proto__']);
    assert.deepEqual(told(parseFarm(withMember).findings), [
      'FarmUnknownMember /hosts/1/constructor',
      'FarmUnknownMember /hosts/1/__proto__',
    ]);
    assert.equal(Object.hasOwn(Object.prototype, 'hosts'), false);
  });
});

describe('A badly broken farm file', () => {
  const content = changedBy(
    ['/name', ' '],
    ['/targetVersion', '6.0'],
    ['/hosts/0/mfaServer/rol', 'x'],
    ['/hosts/1/mfaServer/role', 'primary'],
    ['/hosts/2/transport', 'telnet'],
    ['/hosts/3/name', '10.0.0.5'],
    ['/hosts/4', { name: 'MFA01.contoso.example.', webServiceSdk: { virtualDirectory: 'a/b' } }],
    ['/adfsFarms/0/primary', undefined],
    ['/adfsFarms/1/nodes/2', 'fs02.contoso.example'],
    ['/clients/0/servers', undefined],
    ['/clients/1/loadbalancer', 'portal'],
    ['/clients/2', { name: 'Wiki', kind: 'ldap', loadBalancer: 'wiki' }],
  );

  it('tells all of its mistakes at once, each where it stands, in the order of the text', () => {
    const findings = findingsIn(content);
    assert.deepEqual(told(findings), [
      'FarmName /name',
      'FarmTargetOlder /targetVersion',
      'FarmSeveralMasters /hosts',
      'FarmUnknownMember /hosts/0/mfaServer/rol',
      'FarmUnknownValue /hosts/2/transport',
      'FarmHostName /hosts/3/name',
      'FarmDuplicateHost /hosts/4/name',
      'FarmVirtualDirectory /hosts/4/webServiceSdk/virtualDirectory',
      'FarmPrimaryMissing /adfsFarms/0',
      'FarmNodeInTwoFarms /adfsFarms/1/nodes/2',
      'FarmClientTarget /clients/0',
      'FarmUnknownMember /clients/1/loadbalancer',
      'FarmUnknownBalancer /clients/2/loadBalancer',
    ]);
  });

  it('has no mistake that keeps another one from being told', () => {
    const unnamed = changedBy(
      ['/name', ''],
      ['/hosts/0/mfaServer/role', 'secondary'],
      ['/hosts/2/transport', 'telnet'],
      ['/hosts/4', { name: 'print01' }],
      ['/adfsFarms/1/name', ''],
      ['/adfsFarms/0/interchangeableWith', []],
      ['/adfsFarms/1/interchangeableWith', []],
      ['/loadBalancers/0/serves', 'adfs'],
      ['/loadBalancers/0/members/0', 'fs11.contoso.example'],
    );
    assert.deepEqual(told(findingsIn(unnamed)), [
      'FarmName /name',
      'FarmNoMaster /hosts',
      'FarmUnknownValue /hosts/2/transport',
      'FarmIdleHost /hosts/4',
      'FarmName /adfsFarms/1/name',
    ]);
  });

  it('shows lines and columns that lead to what is told', () => {
    const lines = JSON.stringify(content, undefined, 2).split('\n');
    const at = (code: string): string | undefined => {
      const { line = 0, column = 0 } = findingsIn(content).find((finding) => finding.code === code) ?? {};
      return lines[line - 1]?.slice(column - 1);
    };
    assert.equal(at('FarmUnknownValue'), '"telnet",');
    assert.equal(at('FarmUnknownMember'), '"rol": "x"');
    assert.equal(at('FarmDuplicateHost'), '"MFA01.contoso.example.",');
    assert.equal(at('FarmSeveralMasters'), '[');
    assert.equal(at('FarmUnknownBalancer'), '"wiki"');
  });
});

/** Generous: a busy machine may take its time, a hang never ends. */
const slowMs = 60_000;

describe('A hostile farm file', () => {
  const hostile = [
    'mfa01;calc',
    '$(calc)',
    '`calc`',
    "mfa'01",
    'mfa"01',
    'mfa01\nmfa02',
    '-mfa01',
    '..',
    'mfa 01',
    'mfa*',
    'mfа01',
    'mfa\u202e01',
    '',
    '.',
    '::1',
    '0x7f.1',
    '12',
  ];
  for (const name of hostile) {
    it(`is refused with the host name ${JSON.stringify(name)}`, () => {
      const findings = findingsIn(changed('/hosts/3/name', name));
      assert.deepEqual(told(findings), ['FarmHostName /hosts/3/name']);
      assert.match(findings[0]?.message ?? '', /^[^\n\u202e]*$/);
    });
  }

  it('with a name of 1 MB gets a short answer', () => {
    for (const letter of ['a', '1', '.', 'a.', '-', 'ü', '\0']) {
      const [finding] = findingsIn(changed('/hosts/3/name', letter.repeat(1_000_000 / letter.length)));
      assert.equal(finding?.code, 'FarmHostName');
      assert.ok(finding.message.length < 1500, `${finding.message.length} characters`);
    }
    const unknown = findingsIn(changed(`/${'a'.repeat(1_000_000)}`, 1))[0];
    assert.ok(unknown?.code === 'FarmUnknownMember' && unknown.message.length + unknown.remedy.length < 600);
  });

  const hosts = Array.from({ length: 10_000 }, (_, n) => ({
    name: `mfa${n}`,
    mfaServer: { version: '6.3.1', role: n === 0 ? 'master' : 'subordinate' },
  }));
  const clients = [{ name: 'VPN', kind: 'radius', servers: hosts.map(({ name }) => name.toUpperCase()) }];
  const large = { name: 'Large', targetVersion: '8.0', hosts, clients };

  it('that ends in a comment nothing closes is refused', () => {
    for (const text of ['\n/*', '{}/*', '/*', '{"a":1}\n/* x']) assert.equal(parseFarm(text).ok, false, text);
  });

  it('of 10,000 hosts is read', () => {
    assert.equal(parsed(JSON.stringify(large)).farm.clients[0]?.servers[9_999], 'mfa9999');
  }).timeout(slowMs);

  it('with 10,000 mistakes tells them all', () => {
    const twice = [...hosts, ...hosts];
    assert.equal(findingsIn({ ...large, hosts: twice }).length, 10_000);
    assert.equal(findingsIn({ ...large, hosts: hosts.map((host) => ({ ...host, bitness: 16 })) }).length, 10_000);
  }).timeout(slowMs);

  it('that is nothing but mistakes gets its answer', () => {
    assert.equal(parseFarm(`{"hosts":[${'{},'.repeat(100_000)}{}]}`).findings.length, 100_004);
    const strange = Array.from({ length: 20_000 }, (_, n) => `"${n}":1`).join(',');
    assert.equal(parseFarm(`{${strange}}`).findings.length, 20_003);
  }).timeout(slowMs);
});
