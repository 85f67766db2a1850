import assert from 'node:assert/strict';
import { compareConfigs } from '../../src/core/config/compare';
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

const id = (old: string, fresh: string, name: string): string => changeOf(compare(old, fresh), name).id ?? '';

describe('Rule 1: what a setting is', () => {
  it('a key of appSettings, a connection string, a setting of either settings group', () => {
    const body = (value: string): string =>
      web(
        app(add('FIXTURE_A', value)),
        `<connectionStrings><add name="FIXTURE_Db" connectionString="${value}"/></connectionStrings>`,
        program(setting('FIXTURE_P', value)),
        `<userSettings><FIXTURE_S>${setting('FIXTURE_U', value)}</FIXTURE_S></userSettings>`,
      );
    const found = compare(body('old'), body('new')).changes.map(({ section, name }) => `${section}|${name}`);
    assert.deepEqual(found, [
      'appSettings|FIXTURE_A',
      'connectionStrings|FIXTURE_Db',
      'applicationSettings/pfup.Properties.Settings|FIXTURE_P',
      'userSettings/FIXTURE_S|FIXTURE_U',
    ]);
  });

  it('a key has no case, a setting name has', () => {
    assert.equal(compare(web(app(add('fixture', 'a'))), web(app(add('FIXTURE', 'a')))).changes.length, 0);
    const two = compare(web(program(setting('fixture', 'a'))), web(program(setting('FIXTURE', 'a'))));
    assert.deepEqual(
      two.changes.map((change) => change.class),
      ['new', 'gone'],
    );
  });

  it('a letter outside ASCII never becomes one inside it', () => {
    assert.equal(compare(web(app(add('FIXTURE_ı', 'a'))), web(app(add('FIXTURE_I', 'a')))).changes.length, 2);
    assert.equal(compare(web(app(add('FIXTURE_ü', 'a'))), web(app(add('FIXTURE_Ü', 'a')))).changes.length, 0);
  });

  it('the adapter file in both shapes gives the same settings', () => {
    const attributes = '<FixtureAdapter UseWebServiceSdk="true" WebServiceSdkUrl="old"/>';
    const elements =
      '<FixtureAdapter><UseWebServiceSdk>true</UseWebServiceSdk><WebServiceSdkUrl>new</WebServiceSdkUrl></FixtureAdapter>';
    const comparison = compare(attributes, elements);
    assert.equal(changeOf(comparison, 'WebServiceSdkUrl').class, 'setting');
    assert.equal(comparison.verdict, 'merge');
    assert.ok(merge(attributes, elements).includes('<WebServiceSdkUrl>old</WebServiceSdkUrl>'));
  });

  it('a location is part of the identity, and shown', () => {
    const at = (path: string, value: string): string =>
      web(`<location path="${path}">${app(add('FIXTURE_A', value))}</location>`);
    assert.equal(
      changeOf(compare(at('FIXTURE_one', 'a'), at('fixture_ONE/', 'b')), 'FIXTURE_A').location,
      'fixture_ONE/',
    );
    assert.ok(compare(at('FIXTURE_one', 'a'), at('FIXTURE_two', 'a')).changes.length > 0);
    assert.equal(changeOf(compare(at('.', 'a'), web(app(add('FIXTURE_A', 'b')))), 'FIXTURE_A').class, 'setting');
  });

  it('a prefix is resolved, and the root namespace of .NET 2.0 is none', () => {
    const old =
      '<c:configuration xmlns:c="http://schemas.microsoft.com/.NetConfiguration/v2.0"><c:appSettings><c:add key="FIXTURE_A" value="a"/></c:appSettings></c:configuration>';
    const comparison = compare(old, web(app(add('FIXTURE_A', 'b'))));
    assert.deepEqual([comparison.changes.length, comparison.verdict], [1, 'restore']);
  });
});

describe('Rule 2: only what is in force counts', () => {
  const inForce = (...entries: readonly string[]): readonly (string | undefined)[] =>
    [...file(web(app(...entries))).settings.inForce.values()].map(({ value }) => value);

  it('clear, remove and add are replayed in order', () => {
    assert.deepEqual(inForce(add('a', '1'), '<clear/>', add('b', '2'), '<remove key="B"/>', add('c', '3')), ['3']);
  });

  it('the last duplicate wins', () => {
    assert.deepEqual(inForce(add('a', '1'), add('A', '2')), ['2']);
  });

  it('a comment is no entry', () => {
    assert.deepEqual(inForce(`<!-- ${add('a', '1')} -->`), []);
  });

  it('two sections of the same place are one', () => {
    const twice = file(web(app(add('a', '1')), app('<remove key="a"/>')));
    assert.equal(twice.settings.inForce.size, 0);
  });

  it('the value goes into the entry in force of the new file', () => {
    const fresh = web(app(add('a', 'first'), add('a', 'last')));
    assert.equal(
      merge(web(app(add('a', 'old'))), fresh),
      fresh.replace('last', () => 'old'),
    );
  });
});

describe('Rule 3: the raw old text is copied', () => {
  it('references stay as written, and only the quote in use is escaped', () => {
    const merged = merge(web(app(`<add key="a" value='&#x41;"&amp;&apos;'/>`)), web(app(add('a', ''))));
    assert.ok(merged.includes('value="&#x41;&quot;&amp;&apos;"'), merged);
  });

  it('equal after decoding: the new bytes stay', () => {
    const fresh = web(app(add('a', 'A&#66;')));
    assert.equal(merge(web(app(add('a', '&#x41;B'))), fresh), fresh);
  });

  it('line ends are not normalised: CR LF and LF differ, as .NET sees it', () => {
    assert.equal(changeOf(compare(web(app(add('a', 'x\r\ny'))), web(app(add('a', 'x\ny')))), 'a').class, 'setting');
  });

  it('a typed value is escaped for its place', () => {
    const [old, fresh] = [web(app(`<add key="a" value='1'/>`)), web(app(`<add key="a" value='2'/>`))];
    const merged = mergeWith(old, fresh, new Map([[id(old, fresh, 'a'), { text: `<'&"\n` }]]));
    assert.ok(merged.includes(`value='&lt;&apos;&amp;"&#xA;'`), merged);
  });

  it('a typed character that XML cannot hold is refused', () => {
    const [old, fresh] = [web(app(add('a', '1'))), web(app(add('a', '2')))];
    for (const text of ['\u0000', '\u0001', '\ufffe', '\ud800']) {
      const findings = mergeRefusal(old, fresh, new Map([[id(old, fresh, 'a'), { text }]]));
      assert.deepEqual(codes(findings), ['ConfigMergeNotProven'], text);
    }
  });

  it('a comment with a character that the encoding lacks cannot be carried over', () => {
    const declaration = '<?xml version="1.0" encoding="us-ascii"?>';
    const findings = mergeRefusal(
      web(program(setting('a', 'x<!-- ü -->'))),
      declaration + web(program(setting('a', 'y'))),
      new Map(),
    );
    assert.deepEqual(codes(findings), ['ConfigValueNotWritable']);
  });
});

describe('Rule 5: nothing is inserted or deleted unless it is chosen', () => {
  const old = web(app(add('FIXTURE_A', '1'), add('SSL_REQUIRED', 'false'), add('FIXTURE_OWN', 'x')));
  const fresh = web(app(add('FIXTURE_A', '1'), add('FIXTURE_NEW', '2')));

  it('without a choice no key goes in', () => {
    assert.equal(merge(old, fresh), fresh);
  });

  it('a key of the old file only is a decision, and SSL_REQUIRED is ticked beforehand', () => {
    const comparison = compare(old, fresh);
    const decisions = ['SSL_REQUIRED', 'FIXTURE_OWN'].map((name) => changeOf(comparison, name));
    assert.deepEqual(
      decisions.map(({ action, preselected }) => [action, preselected]),
      [
        ['decide', 'old'],
        ['decide', undefined],
      ],
    );
  });

  it('a key of the new file only cannot be deleted', () => {
    const findings = mergeRefusal(old, fresh, new Map([[id(old, fresh, 'FIXTURE_NEW'), 'old']]));
    assert.deepEqual(codes(findings), ['ConfigValueNotWritable']);
  });

  it('a key is not put in where the new file has no add', () => {
    assert.equal(changeOf(compare(old, web('<appSettings/>')), 'SSL_REQUIRED').action, 'byHand');
  });

  it('a key that a clear behind it would undo is refused', () => {
    const cleared = web(app(add('FIXTURE_A', '1'), '<clear/>'));
    const findings = mergeRefusal(old, cleared, new Map([[id(old, cleared, 'SSL_REQUIRED'), 'old']]));
    assert.deepEqual(codes(findings), ['ConfigMergeNotProven']);
  });

  it('a setting of applicationSettings that only the old file has is left out', () => {
    const change = changeOf(compare(web(program(setting('FIXTURE_A', '1'))), web(program())), 'FIXTURE_A');
    assert.deepEqual([change.class, change.action], ['gone', 'new']);
  });
});

describe('Rule 6: what is never copied', () => {
  const classes = (old: string, fresh: string): readonly string[] =>
    compare(web(old), web(fresh)).changes.map((change) => change.class);

  it('type names that differ in version and token only', () => {
    const type = (version: string, token: string): string =>
      `<system.web><httpModules><add name="FIXTURE_M" type="Fixture.M, Fixture, Version=${version}, Culture=neutral, PublicKeyToken=${token}"/></httpModules></system.web>`;
    assert.deepEqual(classes(type('2.0.0.0', 'b77a5c561934e089'), type('4.0.0.0', '31bf3856ad364e35')), ['type']);
  });

  it('another type is a difference of structure', () => {
    const type = (name: string): string =>
      `<system.web><httpModules><add name="FIXTURE_M" type="${name}, Version=2.0.0.0"/></httpModules></system.web>`;
    assert.deepEqual(classes(type('Fixture.A'), type('Fixture.B')), ['structure']);
  });

  it('configSections, binding redirects and targetFramework', () => {
    const sections = (permission: string): string =>
      `<configSections><section name="FIXTURE_S" requirePermission="${permission}"/></configSections>`;
    assert.deepEqual(classes(sections('true'), sections('false')), ['type']);
    const redirect = (version: string): string =>
      `<runtime><a xmlns="urn:FIXTURE"><bindingRedirect newVersion="${version}"/></a></runtime>`;
    assert.deepEqual(classes(redirect('1'), redirect('2')), ['type']);
    const target = (version: string): string => `<system.web><compilation targetFramework="${version}"/></system.web>`;
    assert.deepEqual(classes(target('4.0'), target('4.5')), ['type']);
  });

  it('a setting whose serializeAs differs, even where the text is the same', () => {
    const [old, fresh] = [web(program(setting('FIXTURE_A', 'x'))), web(program(setting('FIXTURE_A', 'x', 'Xml')))];
    const change = changeOf(compare(old, fresh), 'FIXTURE_A');
    assert.deepEqual([change.class, change.action, change.canTakeOld], ['type', 'new', false]);
    assert.equal(merge(old, fresh), fresh);
  });

  it('encrypted and external sections are named and never written', () => {
    for (const [attribute, code] of [
      ['configProtectionProvider="FIXTURE_P"', 'ConfigSectionEncrypted'],
      ['configSource="FIXTURE.config"', 'ConfigSectionExternal'],
      ['file="FIXTURE.config"', 'ConfigSectionExternal'],
    ] as const) {
      const locked = (value: string): string =>
        web(`<appSettings ${attribute}>${add('FIXTURE_A', value)}</appSettings>`);
      const [old, fresh] = [locked('old'), locked('new')];
      assert.equal(changeOf(compare(old, fresh), 'FIXTURE_A').action, 'byHand');
      assert.ok(codes(compare(old, fresh).warnings).includes(code), code);
      assert.equal(merge(old, fresh), fresh);
      assert.deepEqual(codes(mergeRefusal(old, fresh, new Map([[id(old, fresh, 'FIXTURE_A'), 'old']]))), [
        'ConfigValueNotWritable',
      ]);
    }
  });

  it('a section that is locked in one of the files is locked', () => {
    const fresh = web(app(add('FIXTURE_A', 'new')));
    assert.equal(
      merge(web(`<appSettings file="FIXTURE.config">${add('FIXTURE_A', 'old')}</appSettings>`), fresh),
      fresh,
    );
  });
});

describe('Rule 7: the verdict', () => {
  const verdict = (old: string, fresh: string): string => compare(web(old), web(fresh)).verdict;

  it('restore while the new file has nothing that the old one lacks', () => {
    assert.equal(verdict(app(add('a', '1'), add('b', '2')), app(add('a', '3'))), 'restore');
    assert.equal(verdict('<system.web><trace enabled="true"/></system.web>', '<system.web/>'), 'restore');
  });

  it('merge for one element, attribute or setting more', () => {
    assert.equal(verdict(app(), app(add('a', '1'))), 'merge');
    assert.equal(verdict('<system.web/>', '<system.web><trace/></system.web>'), 'merge');
    assert.equal(
      verdict('<system.web><trace/></system.web>', '<system.web><trace enabled="true"/></system.web>'),
      'merge',
    );
    assert.equal(verdict(app(), app('<clear/>')), 'merge');
  });

  it('merge for another attribute, text, type or serializeAs', () => {
    assert.equal(
      verdict('<system.web><trace enabled="true"/></system.web>', '<system.web><trace enabled="false"/></system.web>'),
      'merge',
    );
    assert.equal(verdict('<x>one</x>', '<x>two</x>'), 'merge');
    assert.equal(verdict(program(setting('a', '1')), program(setting('a', '1', 'Xml'))), 'merge');
    assert.equal(verdict(app('<add key="a" value="1"/>'), app('<add key="a" value="1" lockItem="true"/>')), 'merge');
  });

  it('order, blanks, comments and quotes do not count', () => {
    assert.equal(
      verdict(
        app(add('a', '1'), add('b', '2')),
        `<appSettings><!-- c --><add value='2' key='b'/>  ${add('a', '1')}</appSettings>`,
      ),
      'restore',
    );
    assert.equal(verdict('<s><x/><y/></s>', '<s><y/>\n<x/></s>'), 'restore');
  });

  it('a file of a version before 7.0 never goes back whole over a newer one', () => {
    const same = file(web(app(add('a', '1'))));
    const across = (old: string, fresh: string): string =>
      compareConfigs(same, same, { versions: { old, new: fresh } }).verdict;
    assert.deepEqual(
      [across('6.3.1', '7.0.0.9'), across('7.0.0.9', '8.0.1.1'), across('6.0', '6.3.1.1')],
      ['merge', 'restore', 'restore'],
    );
  });

  it('two files of different kinds are refused', () => {
    assert.equal(compare(web(), '<FixtureAdapter WebServiceSdkUrl="a"/>').verdict, 'refuse');
    assert.deepEqual(codes(mergeRefusal(web(), '<FixtureAdapter WebServiceSdkUrl="a"/>', new Map())), [
      'ConfigKindsDiffer',
    ]);
  });

  it('a file that the second reader cannot follow is not merged', () => {
    const deep = web(`${'<a>'.repeat(120)}${'</a>'.repeat(120)}`);
    assert.deepEqual(new Set(codes(mergeRefusal(deep, deep, new Map()))), new Set(['ConfigWitnessDisagrees']));
  });
});

describe('Rule 10: names of a file are only text', () => {
  it('members of every object are ordinary keys', () => {
    const names = ['__proto__', 'constructor', 'toString', 'hasOwnProperty', 'valueOf'];
    const body = (value: string): string => web(app(...names.map((name) => add(name, value))));
    assert.deepEqual(
      compare(body('old'), body('new')).changes.map(({ name }) => name),
      names,
    );
    assert.equal(merge(body('old'), body('new')), body('old'));
  });

  it('200 KB of what looks like the beginning of a version or of an address are compared as anything else', () => {
    const many = 200_000;
    for (const hostile of [
      `=${' '.repeat(many)}`,
      `=,${' '.repeat(many)}`,
      `://${':'.repeat(many)}`,
      `://:${'a'.repeat(many)}`,
    ]) {
      const old = web(`<x type="${hostile}a" name="${hostile}"/>`, app(add('FIXTURE_A', `${hostile}a`)));
      const fresh = web(`<x type="${hostile}b" name="${hostile}"/>`, app(add('FIXTURE_A', `${hostile}b`)));
      const found = compare(old, fresh).changes.map(({ class: kind, secret }) => [kind, secret]);
      assert.deepEqual(found, [
        ['setting', false],
        ['structure', false],
      ]);
      assert.ok(merge(old, fresh).includes(`${hostile}a" />`));
    }
  });

  it('replacement patterns are only text', () => {
    const old = web(app(add('a', `$&amp;$1$$'$\``)));
    assert.equal(merge(old, web(app(add('a', 'x')))), old);
  });

  it('elements named like them are refused by the second reader, and never crash the first', () => {
    const hostile = web('<__proto__/>');
    assert.equal(compare(hostile, hostile).changes.length, 0);
    assert.ok(codes(mergeRefusal(hostile, hostile, new Map())).includes('ConfigWitnessDisagrees'));
  });
});
