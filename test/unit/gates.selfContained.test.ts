import assert from 'node:assert/strict';
import { projectFiles, textOf } from '../gates/sources';

/** What only exists on the machine where something was written, or where packages came from that day. */
const foreign: readonly (readonly [what: string, pattern: RegExp])[] = [
  ['a folder of this machine', /(?<![\w.:/-])\/(?:work|root)\/\w|\/tmp\/\w*prompt/],
  ["somebody's home folder", /(?<![\w.:/-])\/(?:home|Users)\/(?!coder\b|runner\b)[a-z]\w*\//],
  [
    'a page that the project does not hold',
    /\b(?:facts|layout|lessons|real-parts|contracts|product)\.md\b|\.\.\/shared\b/,
  ],
  [
    'a host of a package registry',
    /\bregistry\.(?:npmjs|yarnpkg)\.\w+|\b(?:api\.)?nuget\.org\b|\bpowershellgallery\.com\b/,
  ],
];

const isText = (path: string): boolean => !/\.(?:png|ico|vsix|zip)$/.test(path);

/** Lines of a file that name something foreign. */
function foreignIn(path: string, text: string): readonly string[] {
  return text
    .split('\n')
    .flatMap((line, n) =>
      foreign.filter(([, pattern]) => pattern.test(line)).map(([what]) => `${path}:${n + 1} names ${what}`),
    );
}

describe('The project holds what it needs', () => {
  it('no file names a path of a machine, a page elsewhere or a registry', () => {
    const paths = projectFiles().filter(isText);
    assert.ok(paths.length > 0);
    assert.deepEqual(
      paths.flatMap((path) => foreignIn(path, textOf(path))),
      [],
    );
  });

  it('such a name is seen', () => {
    const halves = ['/work/|main', '/home/|ann/a', '../|shared', 'registry.|npmjs.org'];
    const text = halves.map((name) => name.replace('|', ''));
    assert.equal(foreignIn('a.md', text.join('\n')).length, 4);
  });

  it('addresses and routes are not taken for paths', () => {
    const text = 'https://example.com/home/user/page\nhttps://example.com/work/one\n/MultiFactorAuth/home/a\n';
    assert.deepEqual(foreignIn('a.md', text), []);
  });
});
