import assert from 'node:assert/strict';
import { visible } from '../../src/core/report/visible';

describe('Text that is shown', () => {
  it('stays as it is when everything in it can be seen', () => {
    for (const text of ['', 'mfa01.contoso.example', 'D:\\MFA\\', 'VPN Zürich', '東京', '😀 "x"']) {
      assert.equal(visible(text), text);
    }
  });

  it('shows what cannot be seen, or moves what is around it', () => {
    assert.equal(visible('a\u202eb\u2066c\u200f'), 'a\\u{202e}b\\u{2066}c\\u{200f}');
    assert.equal(visible('\u001b[31mred\u0007\0\u009b'), '\\u{1b}[31mred\\u{7}\\u{0}\\u{9b}');
    assert.equal(visible('a\r\nb\tc\u2028d\u0085'), 'a\\r\\nb\\tc\\u{2028}d\\u{85}');
    assert.equal(visible('a\u200bb\u00adc\ufeffd\u3164'), 'a\\u{200b}b\\u{ad}c\\u{feff}d\\u{3164}');
    assert.equal(visible('a\u00a0b\u3000c'), 'a\\u{a0}b\\u{3000}c');
    assert.equal(visible('\ud800x\udc00'), '\\u{d800}x\\u{dc00}');
    assert.equal(visible('\u{e0041}'), '\\u{e0041}');
  });

  it('is cut when it is long, and says how long it was', () => {
    assert.equal(visible('x'.repeat(1_000_000)), `${'x'.repeat(120)}… (1000000 characters)`);
    assert.equal(visible('x'.repeat(120)), 'x'.repeat(120));
  });

  it('is never cut through a character', () => {
    assert.equal(visible(`${'x'.repeat(119)}😀 and more`), `${'x'.repeat(119)}… (130 characters)`);
  });
});
