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
});
