import assert from 'node:assert/strict';
import MarkdownIt from 'markdown-it';
import type { Runbook } from '../../src/core/runbook/runbook';
import { headingNames } from '../../src/core/runbook/stepFile';
import { readRunbookFiles, runbookNames } from '../../tools/runbookInput';
import { shippedRunbooks } from '../orders/anyPlan';

const files = readRunbookFiles();
const names = runbookNames(files);
const ids = [...shippedRunbooks.keys()];
const loaded = (id: string): Runbook => shippedRunbooks.get(id) ?? assert.fail(id);
const stepFiles = [...files].filter(([path]) => path.endsWith('.md'));

describe('The shipped runbooks', () => {
  for (const id of ids) {
    it(`${id} loads without a finding`, () => {
      assert.ok(Object.keys(loaded(id).steps).length > 0);
    });
  }

  it('know all 51 instructions', () => {
    assert.equal(names.instructions.size, 51);
  });

  it('name no function that does not exist', () => {
    const planned = ids.flatMap((id) =>
      Object.values(loaded(id).steps).flatMap(({ id: step, automation }) => (automation === undefined ? [] : [step])),
    );
    assert.deepEqual(planned, []);
  });

  it('name no step that only another runbook has', () => {
    const titlesOf = (id: string): ReadonlySet<string> =>
      new Set(Object.values(loaded(id).steps).map(({ title }) => title));
    const every = new Set(ids.flatMap((id) => [...titlesOf(id)]));
    const named = ids.flatMap((id) =>
      Object.values(loaded(id).steps).flatMap(({ id: step, text }) =>
        [
          ...Object.values(text)
            .join('\n')
            .matchAll(/_([A-Z][^_`\n]+)_/g),
        ]
          .flatMap((match) => match[1] ?? [])
          .filter((title) => every.has(title) && !titlesOf(id).has(title))
          .map((title) => `${id}/${step}: ${title}`),
      ),
    );
    assert.deepEqual(named, []);
  });

  it('never let a backup be overridden', () => {
    const backups = ids
      .flatMap((id) => Object.values(loaded(id).steps))
      .filter(({ run }) => run?.startsWith('Backup-'));
    assert.equal(backups.length, 14);
    assert.deepEqual(
      backups.filter(({ neverOverride }) => !neverOverride),
      [],
    );
  });
});

describe('Each step file', () => {
  const markdown = new MarkdownIt({ html: false, linkify: false });
  const notShown = /please|successfully|\binvalid\b|\babort|!(?!=)/i;

  /** What a reader sees beside code: the rendered text without elements. */
  const proseOf = (text: string): string =>
    markdown
      .render(text)
      .replace(/<code>[^<]*<\/code>/g, '')
      .replace(/<[^>]*>/g, '');

  const bodyOf = (text: string): string => text.slice(text.indexOf('\n---\n', 3) + '\n---\n'.length);

  it('is found', () => {
    assert.ok(stepFiles.length > 20);
  });

  for (const [path, text] of stepFiles) {
    it(`${path} has the five headings in their order`, () => {
      const found = [...text.matchAll(/^## (.+)$/gm)].map((match) => match[1]);
      assert.deepEqual(found, headingNames);
    });

    it(`${path} renders without raw markup, in the house's words`, () => {
      const prose = proseOf(bodyOf(text));
      assert.doesNotMatch(prose, /[*_`#]|&lt;|\]\(|\|/);
      assert.doesNotMatch(prose, notShown);
    });

    it(`${path} says what to do in three to six numbered sentences`, () => {
      const whatToDo = text.slice(text.indexOf('## What to do'), text.indexOf('## Why'));
      const items = [...whatToDo.matchAll(/^\d\. /gm)].length;
      assert.ok(items >= 3 && items <= 6, `${items} items`);
    });
  }
});
