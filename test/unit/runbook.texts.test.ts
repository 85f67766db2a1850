import assert from 'node:assert/strict';
import { findingOf, headings, inShort, load, loaded, refused, stepFile } from './runbookBuild';

describe('The text of a step', () => {
  it('shows what is no markup as it is written', () => {
    const text = headings.replace('Because.', 'Where 2 < 3, `<file>` is **[one]** of:\n\n```\n<b>[a](b)\n```');
    assert.ok(load({ 'test/one/first.md': stepFile('first', '', 'manual', text) }).ok);
  });

  it('takes a # in a fenced block for text', () => {
    const text = headings.replace('Because.', '```\n# no heading\n```');
    assert.equal(
      loaded({ 'test/one/first.md': stepFile('first', '', 'manual', text) }).steps['first']?.text.why,
      '```\n# no heading\n```',
    );
  });
});

describe('The text of a step is refused for', () => {
  it('a missing heading, an empty one, an unknown one, one that stands twice, text in front', () => {
    const withText = (text: string): readonly string[] =>
      refused({ 'test/one/second.md': stepFile('second', '', 'manual', text) });
    assert.deepEqual(withText(headings.replace('## Why\n\nBecause.\n\n', '')), [
      'RunbookHeadingMissing test/one/second.md:6',
    ]);
    assert.deepEqual(withText(headings.replace('Because.\n', '')), ['RunbookHeadingEmpty test/one/second.md:12']);
    assert.deepEqual(withText(`${headings}\n## Notes\n\nMore.\n`), ['RunbookHeadingUnknown test/one/second.md:28']);
    assert.deepEqual(withText(`${headings}\n## Why\n\nMore.\n`), ['RunbookHeadingTwice test/one/second.md:28']);
    assert.deepEqual(withText(`Text.\n\n${headings}`), ['RunbookTextOutside test/one/second.md:7']);
  });

  for (const [what, text] of [
    ['bare list item', '-'],
    ['blank that is not plain', '&nbsp;'],
    ['line', '***'],
  ] as const)
    it(`a heading with nothing but a ${what}`, () => {
      const empty = stepFile('second', '', 'manual', headings.replace('Because.', text));
      assert.deepEqual(refused({ 'test/one/second.md': empty }), ['RunbookHeadingEmpty test/one/second.md:12']);
    });

  for (const [what, text, remedy] of [
    ['comment', '<!-- later -->', /Markdown/],
    ['HTML', 'Some <b>words</b>.', /Markdown/],
    ['link', 'See [it](https://example.com/ha).', /sources\.yaml/],
    ['link that runs something', 'See [it](javascript:alert).', /sources\.yaml/],
    ['bare address as a link', 'See <https://example.com/ha>.', /sources\.yaml/],
    ['address of a link, apart', '[it]: https://example.com/ha', /sources\.yaml/],
    ['image', '![it](https://example.com/ha)', /in words/],
    ['table', '| a | b |\n|---|---|\n| 1 | 2 |', /list/],
    ['underlined heading', 'Because\n---', /"## "/],
  ] as const)
    it(`${what} in a text, at its line`, () => {
      const marked = headings.replace('Because.', `Because\nof this.\n\n${text}`);
      const finding = findingOf({ 'test/one/second.md': stepFile('second', '', 'manual', marked) });
      assert.equal(inShort(finding), 'RunbookMarkup test/one/second.md:17');
      assert.match(finding.remedy, remedy);
    });

  it('HTML further down in its paragraph, at its own line', () => {
    const marked = headings.replace('Because.', '- Because\n  of\n  <i>this</i>.');
    assert.deepEqual(refused({ 'test/one/second.md': stepFile('second', '', 'manual', marked) }), [
      'RunbookMarkup test/one/second.md:16',
    ]);
  });
});
