import assert from 'node:assert/strict';
import { plainText, richText } from '../../src/vscode/step/richText';

const known = 'https://example.com/a';
const shown = (text: string): unknown =>
  richText(text, new Set([known, 'http://example.com/plain', 'javascript:alert(1)']));
const paragraph = (...children: readonly unknown[]): unknown => [{ tag: 'p', children }];

describe('richText', () => {
  it('makes lists, emphasis and code', () => {
    assert.deepEqual(shown('1. Start *it*\n2. See `x`'), [
      {
        tag: 'ol',
        children: [
          { tag: 'li', children: ['Start ', { tag: 'em', children: ['it'] }] },
          { tag: 'li', children: ['See ', { tag: 'code', children: ['x'] }] },
        ],
      },
    ]);
  });

  it('leaves HTML as text', () => {
    assert.deepEqual(shown('a <img src=x onerror=alert(1)> b'), paragraph('a <img src=x onerror=alert(1)> b'));
    assert.deepEqual(shown('<script>alert(1)</script>'), paragraph('<script>alert(1)</script>'));
  });

  it('keeps a link to a source of the step', () => {
    assert.deepEqual(
      shown(`see [the page](${known})`),
      paragraph('see ', { tag: 'a', children: ['the page'], href: known }),
    );
  });

  it('leaves only the words of any other link', () => {
    for (const address of ['https://example.org/b', 'http://example.com/plain', 'command:x', '#here']) {
      assert.deepEqual(shown(`[the page](${address})`), paragraph('the page'), address);
    }
  });

  it('leaves an address that runs code as it is written', () => {
    assert.deepEqual(shown('[the page](javascript:alert(1))'), paragraph('[the page](javascript:alert(1))'));
  });

  it('makes no image, also of a known address', () => {
    assert.deepEqual(shown(`![picture](${known})`), paragraph('!', { tag: 'a', children: ['picture'], href: known }));
  });

  it('keeps code as it is written', () => {
    assert.deepEqual(shown('```\n<b>\n  two\n```'), [
      { tag: 'pre', children: [{ tag: 'code', children: ['<b>\n  two'] }] },
    ]);
  });

  it('puts every heading below those of the page', () => {
    assert.deepEqual(shown('# Big'), [{ tag: 'h3', children: ['Big'] }]);
  });

  it('is words alone in a dialog, with the names as they are', () => {
    const text = '1. **From here until _Switch on_, nobody is asked.**\n2. Read `USE_WEB_SERVICE_SDK` in a_file_b.\n';
    assert.equal(
      plainText(text),
      '1. From here until Switch on, nobody is asked.\n2. Read USE_WEB_SERVICE_SDK in a_file_b.',
    );
  });
});
