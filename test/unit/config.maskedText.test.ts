import assert from 'node:assert/strict';
import { maskedText } from '../../src/core/config/maskedText';
import { previewOf } from '../../src/vscode/compare/preview';
import { add, app, file, program, setting, web } from './configBuild';

const secret = 'FIXTURE-secret-of-nobody';

describe('The text of a config file that may be shown (rule 9)', () => {
  it('masks a secret wherever it stands, and nothing else', () => {
    const text = web(
      `<!-- the old one was ${secret} -->`,
      app(add('A_PASSWORD', secret), add('A_PASSWORD', `${secret}2`), add('B', `Password=${secret}`), add('C', 'x')),
      `<connectionStrings><add name="D" connectionString="${secret}"/></connectionStrings>`,
      program(setting('E_PASSWORD', secret), setting('F', `Pwd=<![CDATA[${secret}]]>`)),
      `<machineKey validationKey="${secret}"/>`,
    );
    const shown = maskedText(file(`${text}<!-- ${secret} -->`));
    assert.equal(shown.includes('FIXTURE'), false, shown);
    assert.ok(shown.includes(add('C', 'x')) && shown.includes('key="A_PASSWORD" value="••••••"'), shown);
    assert.equal(shown.split('\n').length, text.split('\n').length);
  });

  it('says where a secret is another one than in the other file', () => {
    const [old, fresh] = [file(web(app(add('A_PASSWORD', 'x')))), file(web(app(add('A_PASSWORD', 'y'))))];
    assert.match(maskedText(old, fresh), /value="•••••• \(different\)"/);
    assert.doesNotMatch(maskedText(old, old), /different/);
  });
});

describe('The preview of a merge', () => {
  it('shows what changes, with three lines around it', () => {
    const lines = Array.from({ length: 20 }, (_, n) => `line ${String(n)}`);
    const merged = lines.map((line, n) => (n === 10 ? 'other' : line));
    const shown = previewOf(lines.join('\n'), merged.join('\n')).lines;
    assert.deepEqual(
      shown.filter(({ kind }) => kind === 'added' || kind === 'removed').map(({ text }) => text),
      ['line 10', 'other'],
    );
    assert.equal(shown.filter(({ kind }) => kind === 'same').length, 6);
  });

  it('keeps places apart that are far from each other, joins near ones, and says where they stand', () => {
    const lines = Array.from({ length: 30 }, (_, n) => `line ${String(n)}`);
    const merged = lines.flatMap((line, n) => (n === 2 || n === 8 ? ['other'] : n === 25 ? [line, 'more'] : [line]));
    const shown = previewOf(lines.join('\r\n'), merged.join('\r\n')).lines.map(({ kind, text }) => `${kind} ${text}`);
    const same = (...numbers: readonly number[]): readonly string[] => numbers.map((n) => `same line ${String(n)}`);
    assert.deepEqual(shown, [
      'words Line 1',
      ...same(0, 1),
      'removed line 2',
      'added other',
      ...same(3, 4, 5, 6, 7),
      'removed line 8',
      'added other',
      ...same(9, 10, 11),
      'words Line 24',
      ...same(23, 24, 25),
      'added more',
      ...same(26, 27, 28),
    ]);
  });

  it('aligns lines that stand more than once as they follow each other', () => {
    const shown = previewOf('a\n<b/>\nc\n<b/>\nd', 'a\n<b/>\nC\nN\n<b/>\nd').lines;
    assert.equal(
      shown.map(({ kind, text }) => (kind === 'words' ? '' : `${kind.charAt(0)}${text}`)).join(' '),
      ' sa s<b/> rc aC aN s<b/> sd',
    );
    assert.equal(previewOf('a\nb', 'a\nb').lines[0]?.text, 'The new file stays as it is.');
  });
});
