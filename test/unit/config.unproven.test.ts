import assert from 'node:assert/strict';
import type { Choice } from '../../src/core/config/edit';
import type { SdkMove } from '../../src/core/config/sdkAddress';
import { compareConfigs } from '../../src/core/config/compare';
import { mergeConfigs } from '../../src/core/config/merge';
import type { Finding } from '../../src/core/report/finding';
import {
  add,
  app,
  changeOf,
  codes,
  compare,
  file,
  merge,
  mergeRefusal,
  mergeWith,
  program,
  setting,
  web,
} from './configBuild';

const only = (findings: readonly Finding[]): Finding => {
  const [finding, ...more] = findings;
  assert.ok(finding && more.length === 0, JSON.stringify(findings));
  return finding;
};
const chosen = (old: string, fresh: string, name: string, choice: Choice): ReadonlyMap<string, Choice> =>
  new Map([[changeOf(compare(old, fresh), name).id ?? '', choice]]);

describe('A merged file that cannot be proven', () => {
  /** A location for the place of the file itself is one level, and no other identity. */
  const here = (body: string): string => `<location path=".">${body}</location>`;
  const deep = (levels: number, text: string): string =>
    program(setting('FIXTURE_D', `${'<a>'.repeat(levels)}${text}${'</a>'.repeat(levels)}`, 'Xml'));

  it('is not given where only one of the two readers can read it', () => {
    const deepest = 96;
    assert.ok(merge(web(deep(deepest, 'old')), web(deep(1, 'new'))).includes('old'));
    const finding = only(mergeRefusal(web(deep(deepest, 'old')), web(here(deep(1, 'new'))), new Map()));
    assert.equal(finding.code, 'ConfigWitnessDisagrees');
    assert.match(finding.message, /at most 100 levels/);
  });

  it('says which setting to leave out', () => {
    const [old, fresh] = [
      web(app(add('FIXTURE_A', '1'), add('FIXTURE_B', '1'))),
      web(app(add('FIXTURE_A', '2'), add('FIXTURE_B', '2'))),
    ];
    for (const [name, text] of [
      ['FIXTURE_A', '\u0001'],
      ['FIXTURE_B', '\u0001'],
      ['FIXTURE_B', '\ud800'],
    ] as const) {
      const finding = only(mergeRefusal(old, fresh, chosen(old, fresh, name, { text })));
      assert.equal(
        finding.message,
        `The merged text does not read back as it was meant at ${name}, so that nothing is written.`,
      );
    }
  });

  it('says so too of a key that would not be in force', () => {
    const [old, fresh] = [web(app(add('FIXTURE_A', '1'))), web(app(add('FIXTURE_B', '1'), '<clear/>'))];
    assert.match(only(mergeRefusal(old, fresh, chosen(old, fresh, 'FIXTURE_A', 'old'))).message, / at FIXTURE_A, /);
  });

  it('has a reason of its own for each thing that the second reader does not read', () => {
    const deepFile = web(`${'<a>'.repeat(120)}${'</a>'.repeat(120)}`);
    const messages = ['<constructor/>', '<__proto__/>', '<prototype/>'].map((body) =>
      mergeRefusal(web(), web(`\n${body}`), new Map()),
    );
    for (const findings of messages) {
      assert.match(only(findings).message, /named constructor, prototype or __proto__/);
      assert.equal(only(findings).line, 3);
    }
    assert.match(only(mergeRefusal(web(), deepFile, new Map())).message, /at most 100 levels/);
  });
});

describe('A section that is locked (rule 6)', () => {
  const sdk: SdkMove = { from: ['Own/Sdk'], to: 'MultiFactorAuthWebServiceSdk' };
  const section = 'applicationSettings><pfup.Properties.Settings';
  const lockedProgram = (lock: string, value: string): string =>
    web(program(setting('pfup_pfwssdk_PfWsSdk', value)).replace(section, () => `${section} ${lock}`));
  const strings = (lock: string, value: string, more = ''): string =>
    web(`<connectionStrings ${lock}><add name="Db" connectionString="${value}"/>${more}</connectionStrings>`);
  const apps = (lock: string, value: string, more = ''): string =>
    web(`<appSettings ${lock}>${add('Db', value)}${more}</appSettings>`);
  const encrypted = 'configProtectionProvider="FIXTURE_P"';
  const external = 'configSource="FIXTURE.config"';
  /** The files with the lock in the old one, in the new one, in both. */
  const sides = [
    ['old', true, false],
    ['new', false, true],
    ['both', true, true],
  ] as const;

  for (const lock of [encrypted, external])
    for (const [side, inOld, inNew] of sides)
      it(`is never written, by no choice, with ${lock} in ${side}`, () => {
        const [oldLock, newLock] = [inOld ? lock : '', inNew ? lock : ''];
        for (const make of [strings, apps]) {
          const [old, fresh] = [
            make(oldLock, 'old', add('Gone', 'x').replace('key', make === strings ? 'name' : 'key')),
            make(newLock, 'new'),
          ];
          assert.equal(merge(old, fresh), fresh);
          for (const [name, choice] of [
            ['Db', 'old'],
            ['Db', { text: 'typed' }],
            ['Gone', 'old'],
          ] as const) {
            const findings = mergeRefusal(old, fresh, chosen(old, fresh, name, choice));
            assert.deepEqual(codes(findings), ['ConfigValueNotWritable'], `${name} ${JSON.stringify(choice)}`);
          }
        }
      });

  for (const [side, inOld, inNew] of sides)
    it(`gets no new address of the Web Service SDK with the lock in ${side}`, () => {
      const url = 'https://mfa01/Own/Sdk/PfWsSdk.asmx';
      const [old, fresh] = [lockedProgram(inOld ? external : '', url), lockedProgram(inNew ? external : '', url)];
      const change = changeOf(compareConfigs(file(old), file(fresh), { sdk }), 'pfup_pfwssdk_PfWsSdk');
      assert.deepEqual([change.action, change.canTakeOld, change.written], ['byHand', false, undefined]);
      const merged = mergeConfigs(file(old), file(fresh), new Map(), sdk);
      assert.ok(merged.ok);
      assert.equal(new TextDecoder().decode(merged.value.bytes), fresh);
    });

  it('is one with cipher data in it too', () => {
    const old = web(app('<EncryptedData><CipherData/></EncryptedData>', add('FIXTURE_A', 'old')));
    const fresh = web(app(add('FIXTURE_A', 'new')));
    assert.equal(merge(old, fresh), fresh);
    assert.ok(codes(compare(old, fresh).warnings).includes('ConfigSectionEncrypted'));
  });
});

describe('The name of a connection string (rule 1)', () => {
  const strings = (...entries: readonly string[]): string =>
    web(`<connectionStrings>${entries.join('')}</connectionStrings>`);
  const entry = (name: string, value: string): string => `<add name="${name}" connectionString="${value}"/>`;

  it('has no case, so that no second one is put beside it', () => {
    const [old, fresh] = [strings(entry('FIXTURE_C', 'old')), strings(entry('fixture_c', 'new'))];
    assert.deepEqual(
      compare(old, fresh).changes.map(({ class: kind }) => kind),
      ['setting'],
    );
    const expected = strings(entry('fixture_c', 'old'));
    assert.equal(merge(old, fresh), expected);
    for (const name of ['FIXTURE_C', 'fixture_c'])
      assert.equal(merge(old, fresh, `connectionStrings/${name}=old`), expected);
    assert.equal(merge(old, fresh, '|connectionStrings/FIXTURE_C=new'), fresh);
    assert.equal(mergeWith(old, strings(), new Map()), strings());
  });

  it('is removed in any case, and a remove in another case differs in nothing', () => {
    const removed = strings(entry('FIXTURE_C', 'x'), '<remove name="fixture_c"/>');
    assert.equal(file(removed).settings.inForce.size, 0);
    const other = strings(entry('FIXTURE_C', 'x'), '<remove name="FIXTURE_c"/>');
    assert.deepEqual(compare(removed, other).changes, []);
  });
});
