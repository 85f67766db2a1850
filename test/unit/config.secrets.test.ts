import assert from 'node:assert/strict';
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { maskedText } from '../../src/core/config/maskedText';
import { mergedTexts, valuesOf } from '../../src/node/compareFiles';
import { add, app, changeOf, compare, file, program, setting, web } from './configBuild';

const secret = 'FIXTURE-secret-of-nobody';

/** Places where a secret can stand that is no setting, or only a part of one. */
const places: Readonly<Record<string, (value: string) => string>> = {
  'an entry of another section': (value) => web(`<custom><add key="SmtpPassword" value="${value}"/></custom>`),
  'an entry named in other letters': (value) => web(`<custom><Item Name="SmtpPwd" Value="${value}"/></custom>`),
  'an element of that name': (value) => web(`<x><Password value="${value}"/></x>`),
  'below an element of that name': (value) => web(`<x><Password><v>${value}</v></Password></x>`),
  'the key of an element of that name': (value) => web(`<x><Password key="${value}"/></x>`),
  'a setting of a section group': (value) => web(`<Group><S>${setting('AdminPassword', value)}</S></Group>`),
  'appSettings of a section group': (value) => web(`<Group>${app(add('X_PASSWORD', value))}</Group>`),
  'a nested location': (value) =>
    web(`<location><location path="p">${app(add('X_PASSWORD', value))}</location></location>`),
  'another namespace': (value) => web(`<appSettings xmlns="urn:FIXTURE">${add('X_PASSWORD', value)}</appSettings>`),
  'inside a value stored as XML': (value) =>
    web(program(setting('S', `<Smtp><Password>${value}</Password></Smtp>`, 'Xml'))),
  'an attribute inside such a value': (value) => web(program(setting('S', `<Smtp password="${value}"/>`, 'Xml'))),
  'another attribute of its entry': (value) => web(app(`<add key="X_PASSWORD" value="" note="${value}"/>`)),
  'another attribute of a leaf of the adapter': (value) =>
    `<Adapter><add key="X_PASSWORD" value="" note="${value}"/></Adapter>`,
  'a name inside such a leaf': (value) => `<Adapter><X_PASSWORD name="${value}" value="${value}"/></Adapter>`,
};

describe('A secret that is no setting (rule 9)', () => {
  for (const [where, written] of Object.entries(places))
    it(`is masked in ${where}: in the comparison and in the text`, () => {
      const [old, fresh] = [written(secret), written(`${secret}2`)];
      const shown = JSON.stringify([compare(old, fresh), maskedText(file(old), file(fresh))]);
      assert.ok(shown.includes('••••••') && !shown.includes('secret-of-nobody'), shown);
    });

  it('leaves names to be read, and values that are none', () => {
    const text = (url: string): string =>
      web(`<custom><add key="SmtpPassword" value="x"/><add key="SmtpUrl" value="${url}"/></custom>`);
    const comparison = compare(text('old'), text('new'));
    assert.deepEqual(
      comparison.changes.map(({ name, old, new: fresh }) => [name, old, fresh]),
      [['add[SmtpUrl]/@value', 'old', 'new']],
    );
    assert.ok(maskedText(file(text('old'))).includes(add('SmtpPassword', '••••••').replace(' />', '/>')));
    const other = compare(text('x'), web('<custom/>')).changes.map(({ name }) => name);
    assert.deepEqual(other, ['add[SmtpPassword]', 'add[SmtpUrl]']);
  });

  it('is masked by names that end in pwd, and as the text of an element of such a name', () => {
    const old = web(app(add('FIXTURE_PWD', secret)), `<x><SmtpPassword>${secret}</SmtpPassword></x>`);
    const fresh = web(app(add('FIXTURE_PWD', 'y')), '<x><SmtpPassword>y</SmtpPassword></x>');
    const comparison = compare(old, fresh);
    assert.deepEqual(
      comparison.changes.map(({ old: shown, secret: isSecret }) => [shown, isSecret]),
      [
        ['••••••', true],
        ['••••••', true],
      ],
    );
    assert.doesNotMatch(maskedText(file(old)), /secret/);
  });

  it('is masked in comments and instructions, in front of the root, in it and behind it', () => {
    const both = `<!-- ${secret} -->\n<?x ${secret}\n${secret}?>`;
    const declaration = '<?xml version="1.0" encoding="utf-8"?>';
    const text = `${declaration}\n${both}\n${web(both)}${both}`;
    const shown = maskedText(file(text));
    assert.doesNotMatch(shown, /secret/);
    assert.ok(shown.startsWith(`${declaration}\n<!-- ••••••-->\n<?••••••\n••••••?>`), shown);
    assert.equal(shown.split('\n').length, text.split('\n').length);
  });
});

describe('A secret of two files', () => {
  let folder = '';
  const put = (name: string, text: string): string => {
    writeFileSync(join(folder, name), text);
    return join(folder, name);
  };
  beforeEach(() => {
    folder = mkdtempSync(join(tmpdir(), 'secrets-'));
  });
  afterEach(() => {
    rmSync(folder, { recursive: true });
  });

  it('stays masked where it is carried to a place that has none of its names', async () => {
    const old = put('old', `<Adapter><add key="Url" name="X_PASSWORD" value="${secret}"/></Adapter>`);
    const fresh = put('new', '<Adapter><add key="Url" value="x"/></Adapter>');
    const texts = await mergedTexts(old, fresh, { choices: new Map() });
    assert.ok(texts.ok, JSON.stringify(texts.findings));
    assert.doesNotMatch(JSON.stringify(texts.value), /secret/);
    assert.match(texts.value.merged, /value="•••••• \(different\)"/);
  });

  it('is revealed whole, with everything in it visible', async () => {
    const [oldText, newText] = [web(app(add('X_PASSWORD', `a&#x202e;b&#xA;${'c'.repeat(300)}`))), web(app())];
    const id = changeOf(compare(oldText, newText), 'X_PASSWORD').id ?? '';
    const values = await valuesOf(put('old', oldText), put('new', newText), id);
    assert.ok(values.ok);
    assert.deepEqual(values.value, { old: `a\\u{202e}b\\n${'c'.repeat(300)}`, new: undefined });
  });
});
