import assert from 'node:assert/strict';
import { farmFromContent } from '../../src/core/farm/parse';
import { codesInPage } from '../gates/findingCodes';
import { textOf } from '../gates/sources';
import { changed, changedBy, example, findingsIn, told } from './farmExample';
import { ledAstray, pairs } from './farmAstray';
import { plants } from './farmMistakes';

const badWords =
  /\b(?:please|successful\w*|invalid|abort\w*|error|(?<!\$)schema|regex|pattern|property|array|object)\b|!/i;

describe('A mistake in a farm file', () => {
  it('is not seen where there is none', () => {
    assert.deepEqual(findingsIn(example), []);
  });

  for (const [what, expected, content] of [...plants, ...ledAstray]) {
    it(`${what}: one finding, at what must be changed`, () => {
      assert.deepEqual(told(findingsIn(content)), [expected]);
      assert.deepEqual(told(farmFromContent(content).findings), told(findingsIn(content)));
    });
  }

  for (const [what, expected, content] of pairs) {
    it(`beside another one is told too: ${what}`, () => {
      assert.deepEqual(told(findingsIn(content)), expected);
    });
  }

  it('is told in whole, plain sentences', () => {
    for (const { message, remedy, severity } of [...plants, ...ledAstray, ...pairs].flatMap(([, , content]) =>
      findingsIn(content),
    )) {
      assert.equal(severity, 'error');
      for (const sentence of [message, remedy]) {
        assert.match(sentence, /^["A-Z0-9].*\.$/);
        assert.doesNotMatch(sentence, badWords);
      }
    }
  });

  it('in what has no name is told by its place', () => {
    const unnamed = changedBy(['/adfsFarms/0/name', undefined], ['/adfsFarms/0/primary', undefined]);
    const { message } = findingsIn(unnamed).find(({ code }) => code === 'FarmPrimaryMissing') ?? {};
    assert.equal(message, 'Entry 1 of "adfsFarms" is on WID and names no AD FS primary.');
  });

  it('has a code that the page explains, and every code of the page is seen here', () => {
    const page = textOf('docs/error-codes.md');
    const section = /^## Farm file$([\s\S]*?)(?=^## |(?![\s\S]))/m.exec(page)?.[1] ?? '';
    const seen = new Set(plants.map(([, expected]) => expected.split(' ')[0] ?? ''));
    const ofTheText = [
      'Empty',
      'TooLarge',
      'TooDeep',
      'NotJson',
      'Comment',
      'TrailingComma',
      'DuplicateMember',
      'Utf16',
      'NotUtf8',
    ];
    const all = [...seen, ...ofTheText.map((name) => `Farm${name}`)].sort();
    assert.deepEqual([...codesInPage(section)].sort(), all);
  });
});

describe('What looks like a mistake and is none', () => {
  const fine: readonly (readonly [what: string, content: unknown])[] = [
    ['no formatVersion', changed('/formatVersion', undefined)],
    ['$schema at the root', changed('/$schema', './farm.schema.json')],
    ['a target equal to what is there', changed('/targetVersion', '6.3.1.0')],
    [
      'one host name of one label, another with _',
      changed('/hosts/0/name', 'mfa_01', changed('/clients/0/servers/0', 'MFA_01.')),
    ],
    [
      'today\u2019s words for the roles',
      changedBy(['/hosts/0/mfaServer/role', 'primary'], ['/hosts/1/mfaServer/role', 'secondary']),
    ],
    ['references in other case and with a dot', changed('/adfsFarms/0/primary', 'FS01.CONTOSO.EXAMPLE.')],
    [
      'names of other farms in other case',
      changedBy(['/adfsFarms/0/interchangeableWith/0', 'amer'], ['/clients/1/loadBalancer', 'PORTAL']),
    ],
    [
      'a whole interchangeable cluster as the first batch',
      changed('/adfsFarms/0/firstBatch/1', 'fs02.contoso.example'),
    ],
    ['a farm of one node, all of it the first batch', singleNode()],
    ['an AD FS node that is an MFA server too', changed('/adfsFarms/1/nodes/2', 'mfa02.contoso.example')],
    ['the new name of the provider', changed('/adfsFarms/0/registeredProvider', 'AzureMfaServerAuthentication')],
    [
      'a balancer in front of AD FS nodes',
      changedBy(['/loadBalancers/0/serves', 'adfs'], ['/loadBalancers/0/members', ['fs12.contoso.example']]),
    ],
    ['a farm of agents', agents()],
    ['a name in another script', changed('/clients/0/name', 'VPN Zürich')],
    ['no AD FS farm, balancer or client', { name: 'Lab', targetVersion: '8.0', hosts: example.hosts.slice(0, 1) }],
  ];

  for (const [what, content] of fine) {
    it(what, () => {
      assert.deepEqual(told(findingsIn(content)), []);
    });
  }
});

function singleNode(): unknown {
  return changedBy(
    ['/adfsFarms/0/interchangeableWith', undefined],
    ['/adfsFarms/1', undefined],
    ['/adfsFarms/0/nodes/1', undefined],
  );
}

function agents(): unknown {
  const agent = (name: string, role: string): object => ({
    name,
    bitness: 32,
    phoneFactorAgent: { version: '5.1.2', role },
  });
  return {
    name: 'Old',
    targetVersion: '8.0.1.1',
    hosts: [agent('pf01', 'master'), agent('pf02', 'subordinate')],
    loadBalancers: [{ name: 'all', kind: 'other', serves: 'mfaServer', members: ['pf01', 'pf02'] }],
    clients: [{ name: 'VPN', kind: 'radius', servers: ['PF02'] }],
  };
}
