import assert from 'node:assert/strict';
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { compareConfigs } from '../../src/core/config/compare';
import type { Change } from '../../src/core/config/comparison';
import type { ConfigFile } from '../../src/core/config/configFile';
import { ignoresCase } from '../../src/core/config/sections';
import type { Setting } from '../../src/core/config/setting';
import { parseTakes } from '../../src/core/config/take';
import { readByDotnet, type DotnetEntry, type DotnetReading } from '../../tools/dotnet/install.mjs';
import { file } from './configBuild';
import { corpusPairs, type CorpusPair } from './configCorpus';

const parts = ['old', 'new', 'merged'] as const;
type Readings = Readonly<Record<(typeof parts)[number], DotnetReading>>;

/** One process reads all files of all pairs. */
function readings(pairs: readonly CorpusPair[]): ReadonlyMap<string, Readings> {
  const folder = mkdtempSync(join(tmpdir(), 'mfa-dotnet-'));
  try {
    const files = pairs.flatMap((pair) =>
      parts.map((part) => {
        const path = join(folder, `${pair.name}.${part}.config`);
        writeFileSync(path, declared(pair[part]));
        return path;
      }),
    );
    const read = readByDotnet(files);
    return new Map(
      pairs.map(({ name }, n) => {
        const [old, fresh, merged] = read.slice(3 * n, 3 * n + 3);
        assert.ok(old && fresh && merged);
        return [name, { old, new: fresh, merged }];
      }),
    );
  } finally {
    rmSync(folder, { recursive: true, force: true });
  }
}

/** .NET knows a section of settings only where the file declares it; the small files of the corpus do not. */
function declared(bytes: Buffer): Buffer {
  const text = bytes.toString('latin1');
  const isBare = /<(?:applicationSettings|userSettings)>\s*<S>/.test(text) && !text.includes('<configSections>');
  const groups = ['applicationSettings', 'userSettings'].map(
    (group) =>
      `<sectionGroup name="${group}" type="System.Configuration.${group === 'userSettings' ? 'UserSettingsGroup' : 'ApplicationSettingsGroup'}, System">` +
      '<section name="S" type="System.Configuration.ClientSettingsSection, System" /></sectionGroup>',
  );
  const declaration = `<configuration><configSections>${groups.join('')}</configSections>`;
  return isBare
    ? Buffer.from(
        text.replace('<configuration>', () => declaration),
        'latin1',
      )
    : bytes;
}

/** What .NET has for a setting; undefined where it has none. */
function found({ Sections }: DotnetReading, { section, name }: Setting): DotnetEntry | undefined {
  const isSame = (other: string): boolean =>
    ignoresCase(section.kind) ? other.toUpperCase() === name.toUpperCase() : other === name;
  return Sections.find(({ Name }) => Name === section.name)?.Entries.find(({ Name }) => isSame(Name));
}

/** The settings whose old value goes into the new file. */
function takenFrom(pair: CorpusPair, old: ConfigFile, fresh: ConfigFile): ReadonlySet<string> {
  const comparison = compareConfigs(old, fresh);
  const choices = parseTakes(pair.expected.take ?? [], comparison);
  assert.ok(choices.ok);
  const isTaken = ({ id, action }: Change): boolean => (choices.value.get(id ?? '') ?? action) === 'old';
  return new Set(comparison.changes.filter(isTaken).map(({ id }) => id ?? ''));
}

/** Pairs whose files .NET's own reader does not load, and what it says. */
const notLoaded: Readonly<Record<string, RegExp>> = {
  'adapter-add-entries': /does not have root <configuration>/,
  'adapter-ampersand': /does not have root <configuration>/,
  'adapter-attributes': /does not have root <configuration>/,
  'adapter-elements': /does not have root <configuration>/,
  'adapter-name-added': /does not have root <configuration>/,
  'adapter-name-removed': /does not have root <configuration>/,
  'adapter-shapes-cross': /does not have root <configuration>/,
  'adapter-shapes-cross-back': /does not have root <configuration>/,
  'adapter-thumbprint': /does not have root <configuration>/,
  'encrypted-both': /protection provider 'FIXTURE_Provider' was not found/,
  'foreign-namespace': /Unrecognized attribute 'xmlns'/,
  'layout-touching': /Unrecognized element 'setting'/,
  'value-with-elements': /Unrecognized element 'setting'/,
};

/** Pairs that it loads without some setting, and why it does not see that one. */
const notSeen: Readonly<Record<string, string>> = {
  'adapter-in-configuration': 'its values stand in no section of .NET',
  'encrypted-old': 'it does not load the old file, whose provider is nowhere',
  'external-source': 'it does not load the old file, whose other file is nowhere',
  location: 'only ASP.NET reads locations',
  'location-apart': 'only ASP.NET reads locations',
  'location-take': 'only ASP.NET reads locations',
  prefix: 'it does not resolve the prefix of the old file',
};

describe('.NET reads from a merged file', () => {
  const pairs = corpusPairs();
  const count = pairs.length - Object.keys(notLoaded).length;
  let all: ReadonlyMap<string, Readings> = new Map();

  before(function () {
    // Where the program is not there yet, it is built.
    this.timeout(120_000);
    all = readings(pairs);
  });

  const readingsOf = ({ name }: CorpusPair): Readings => {
    const read = all.get(name);
    assert.ok(read);
    return read;
  };

  it(`${count} of ${pairs.length} pairs; the others it refuses for a known reason`, () => {
    const refused = pairs.filter((pair) => readingsOf(pair).merged.Error !== null);
    assert.deepEqual(
      refused.map(({ name }) => name),
      Object.keys(notLoaded),
    );
    for (const pair of refused) assert.match(readingsOf(pair).merged.Error ?? '', notLoaded[pair.name] ?? /^$/);
  });

  it(`every setting of them and its source, but for ${Object.keys(notSeen).length} pairs`, () => {
    const withUnseen = pairs.filter((pair) => {
      const { old, merged } = readingsOf(pair);
      const [oldFile, freshFile, mergedFile] = [file(pair.old), file(pair.new), file(pair.merged)];
      const taken = takenFrom(pair, oldFile, freshFile);
      return [...mergedFile.settings.inForce.values()].some((setting) => {
        const source = taken.has(setting.id) ? oldFile.settings.inForce.get(setting.id) : undefined;
        const isSeen = setting.section.location === undefined && found(merged, setting);
        return merged.Error === null && (!isSeen || (source && !found(old, source)));
      });
    });
    assert.deepEqual(
      withUnseen.map(({ name }) => name),
      Object.keys(notSeen),
    );
  });

  it('no second connection string whose name differs in case only: to .NET it is the same one twice', () => {
    const folder = mkdtempSync(join(tmpdir(), 'mfa-dotnet-'));
    try {
      const path = join(folder, 'twice.config');
      const entry = (name: string): string => `<add name="${name}" connectionString="x"/>`;
      writeFileSync(
        path,
        `<configuration><connectionStrings>${entry('C')}${entry('c')}</connectionStrings></configuration>`,
      );
      assert.match(readByDotnet([path])[0]?.Error ?? '', /The entry 'c' has already been added/);
    } finally {
      rmSync(folder, { recursive: true, force: true });
    }
  });

  for (const pair of pairs.filter(({ name }) => !(name in notLoaded) && !(name in notSeen))) {
    it(`${pair.name}: the old value where it was carried over, else the new one, and nothing else`, () => {
      const { old, new: fresh, merged } = readingsOf(pair);
      const [oldFile, freshFile] = [file(pair.old), file(pair.new)];
      const taken = takenFrom(pair, oldFile, freshFile);
      const meant = new Map([...freshFile.settings.inForce].map(([id, setting]) => [id, found(fresh, setting)]));
      for (const id of taken) {
        const source = oldFile.settings.inForce.get(id);
        meant.set(id, source && found(old, source));
      }
      const settings = [...file(pair.merged).settings.inForce.values()];
      assert.deepEqual(
        new Map(settings.map((setting) => [setting.id, found(merged, setting)?.Value])),
        new Map([...meant].map(([id, entry]) => [id, entry?.Value])),
      );
      assert.equal(settings.length, merged.Sections.flatMap(({ Entries }) => Entries).length);
      // The comparison's own reading: what .NET has as text.
      for (const setting of settings) {
        const entry = found(merged, setting);
        if (entry && !entry.IsXml) assert.equal(setting.value, entry.Value);
      }
    });
  }
});
