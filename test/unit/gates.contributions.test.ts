import assert from 'node:assert/strict';
import * as ids from '../../src/vscode/ids';
import { textOf } from '../gates/sources';

interface Contributed {
  readonly commands: readonly { readonly command: string; readonly title: string; readonly category?: string }[];
  readonly views: Readonly<Record<string, readonly { readonly id: string }[]>>;
  readonly viewsContainers: { readonly activitybar: readonly { readonly id: string; readonly icon: string }[] };
  readonly configuration: { readonly properties: Readonly<Record<string, unknown>> };
}

const manifestText = textOf('package.json');
const manifest = JSON.parse(manifestText) as { readonly contributes: Contributed };
const { contributes } = manifest;

const sorted = (names: Iterable<string>): readonly string[] => [...new Set(names)].sort();
const idsOf = (list: object): readonly string[] => sorted(Object.values(list) as readonly string[]);

/** Every string of the manifest under a key of that name, however deep. */
function stringsUnder(key: string, value: unknown): readonly string[] {
  if (typeof value !== 'object' || value === null) return [];
  return Object.entries(value).flatMap(([name, inner]: readonly [string, unknown]) =>
    name === key && typeof inner === 'string' ? [inner] : stringsUnder(key, inner),
  );
}

describe('package.json and the ids of src/vscode', () => {
  it('name the same commands', () => {
    assert.deepEqual(sorted(contributes.commands.map((command) => command.command)), idsOf(ids.commandIds));
  });

  it('name the same views and containers', () => {
    const containers = contributes.viewsContainers.activitybar.map((container) => container.id);
    const views = Object.values(contributes.views).flatMap((inOne) => inOne.map((view) => view.id));
    assert.deepEqual(sorted([...containers, ...views]), idsOf(ids.viewIds));
    assert.deepEqual(sorted(Object.keys(contributes.views)), sorted(containers));
  });

  it('name the same settings', () => {
    assert.deepEqual(sorted(Object.keys(contributes.configuration.properties)), idsOf(ids.settingIds));
  });

  it('know every name that a condition asks for', () => {
    const lists: readonly object[] = Object.values(ids).filter((list) => typeof list === 'object');
    const known = new Set(lists.flatMap(idsOf));
    const asked = ['when', 'enablement'].flatMap((key) => stringsUnder(key, contributes));
    const named = asked.flatMap((condition) => condition.match(/\bmfaUpgrade\.\w[\w.]*/g) ?? []);
    assert.deepEqual(
      sorted(named).filter((name) => !known.has(name)),
      [],
    );
  });

  it('use a command in a menu only when it exists', () => {
    const known = new Set(idsOf(ids.commandIds));
    const used = stringsUnder('command', contributes).filter((command) => command.startsWith('mfaUpgrade.'));
    assert.deepEqual(
      used.filter((command) => !known.has(command)),
      [],
    );
  });

  it('show every command under one category', () => {
    assert.equal(new Set(contributes.commands.map((command) => command.category)).size, 1);
  });
});

describe('package.nls.json', () => {
  const texts = JSON.parse(textOf('package.nls.json')) as Readonly<Record<string, string>>;
  const used = sorted([...manifestText.matchAll(/"%([\w.-]+)%"/g)].map((match) => match[1] ?? ''));

  it('holds every text that package.json shows, and no other', () => {
    assert.deepEqual(used, sorted(Object.keys(texts)));
  });

  it('holds the titles of all commands, so that none is written in package.json', () => {
    assert.deepEqual(
      contributes.commands.filter((command) => !/^%.+%$/.test(command.title)),
      [],
    );
  });
});
