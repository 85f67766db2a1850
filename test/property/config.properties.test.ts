import assert from 'node:assert/strict';
import fc from 'fast-check';
import { compareConfigs } from '../../src/core/config/compare';
import { readConfig, type ConfigFile } from '../../src/core/config/configFile';
import { encode } from '../../src/core/config/decode';
import { withoutVersion } from '../../src/core/config/identity';
import { mergeConfigs } from '../../src/core/config/merge';
import { resolveReferences } from '../../src/core/config/source';
import { rounds } from './rounds';

/** Text as people and tools write it into config files, hostile pieces included. */
const text = fc
  .array(
    fc.oneof(
      fc.constantFrom('a', 'Z', '9', ' ', '\\', '/', ':', '$&amp;', '$1', '&amp;', '&lt;', '&quot;', '&apos;', '&#65;'),
      fc.constantFrom('&#xA;', '>', ']', ']]&gt;', 'ü', 'Ł', '日', '🔒', '\t', '\n', '\r\n', '__proto__', '=', '|'),
    ),
    { maxLength: 6 },
  )
  .map((parts) => parts.join('').replaceAll(']]>', () => ']]&gt;'));
const name = fc.oneof(
  fc.constantFrom('FIXTURE_A', 'fixture_a', 'FIXTURE_B', 'FIXTURE_C', '__proto__', 'SSL_REQUIRED'),
  text,
);
const attribute = fc.tuple(text, fc.constantFrom('"', "'")).map(([value, quote]) => {
  return `${quote}${value.replaceAll(quote, () => '&#34;')}${quote}`;
});

const inText = fc.oneof(
  text,
  text.map((value) => `<![CDATA[${value}]]>`),
  fc.tuple(text, text).map(([a, b]) => `${a}<!-- ${a} -->${b}`),
  text.map((value) => `<FIXTURE_E b="${value.replaceAll('"', () => '')}">${value}</FIXTURE_E>`),
);
const entry = fc.oneof(
  { weight: 6, arbitrary: fc.tuple(name, attribute).map(([key, value]) => `<add key="${key}" value=${value} />`) },
  { weight: 1, arbitrary: name.map((key) => `<remove key="${key}"/>`) },
  { weight: 1, arbitrary: fc.constant('<clear/>') },
  {
    weight: 1,
    arbitrary: fc.tuple(name, attribute).map(([key, value]) => `<!-- <add key="${key}" value=${value} /> -->`),
  },
);
const setting = fc
  .tuple(name, fc.constantFrom('String', 'Xml'), inText, fc.boolean())
  .map(
    ([key, form, value, isEmpty]) =>
      `<setting name="${key}" serializeAs="${form}">${isEmpty ? '<value/>' : `<value>${value}</value>`}</setting>`,
  );
const section = fc.oneof(
  fc.array(entry, { maxLength: 6 }).map((entries) => `<appSettings>\n  ${entries.join('\n  ')}\n</appSettings>`),
  fc
    .array(entry, { maxLength: 3 })
    .map((entries) => `<location path="FIXTURE/p"><appSettings>${entries.join('')}</appSettings></location>`),
  fc
    .array(setting, { maxLength: 4 })
    .map((settings) => `<applicationSettings><S>${settings.join('\n')}</S></applicationSettings>`),
  fc.constantFrom('<system.web/>', '<system.web><compilation targetFramework="4.5"/></system.web>', '<!-- c -->'),
);
const body = fc
  .array(section, { maxLength: 5 })
  .map((sections) => `<configuration>\n${sections.join('\n')}\n</configuration>`);
const adapter = fc
  .tuple(
    fc.uniqueArray(fc.constantFrom('WebServiceSdkUrl', 'WebServiceSdkPassword', 'FIXTURE_X'), { minLength: 1 }),
    attribute,
    text,
    fc.boolean(),
  )
  .map(([names, value, inside, isElements]) =>
    isElements
      ? `<FixtureAdapter>${names.map((item) => `<${item}>${inside}</${item}>`).join('\n')}</FixtureAdapter>`
      : `<FixtureAdapter ${names.map((item) => `${item}=${value}`).join('\n')} />`,
  );
const encodings = [
  { encoding: 'utf-8', mark: [] },
  { encoding: 'utf-8', mark: [0xef, 0xbb, 0xbf] },
  { encoding: 'utf-16le', mark: [0xff, 0xfe] },
  { encoding: 'utf-16be', mark: [0xfe, 0xff] },
] as const;

const configBytes = (source: fc.Arbitrary<string>): fc.Arbitrary<Uint8Array> =>
  fc
    .tuple(source, fc.constantFrom(...encodings))
    .map(([content, { encoding, mark }]) => encode(content, { encoding, mark: Uint8Array.from(mark) }));
const ascii = (source: fc.Arbitrary<string>): fc.Arbitrary<Uint8Array> =>
  source.map((content) =>
    encode(`<?xml version="1.0" encoding="us-ascii"?>\n${content.replace(/[^\0-\x7f]/gu, () => '?')}`, {
      encoding: 'us-ascii',
      mark: new Uint8Array(),
    }),
  );
const anyFile = (source: fc.Arbitrary<string>): fc.Arbitrary<Uint8Array> =>
  fc.oneof(configBytes(source), ascii(source));
const pair = fc.oneof(fc.tuple(anyFile(body), anyFile(body)), fc.tuple(anyFile(adapter), anyFile(adapter)));

function file(bytes: Uint8Array): ConfigFile {
  const read = readConfig(bytes);
  assert.ok(read.ok, JSON.stringify(read.findings));
  return read.value;
}

/** Merged bytes, or undefined where a value cannot be written; nothing else is refused for these files. */
function merged(old: ConfigFile, fresh: ConfigFile): Uint8Array | undefined {
  const result = mergeConfigs(old, fresh, new Map());
  if (result.ok) return result.value.bytes;
  assert.ok(
    result.findings.every(({ code }) => code === 'ConfigValueNotWritable'),
    JSON.stringify(result.findings),
  );
  return undefined;
}

/** The text with every value of a setting taken out, so that only what is no value is left. */
function withoutValues({ text: content, settings }: ConfigFile): string {
  const ranges = [...settings.inForce.values()].flatMap(({ place }) => {
    if (!place) return [];
    if (place.kind === 'attribute') return [[place.attribute.start - 1, place.attribute.end + 1] as const];
    return [[place.element.start, place.element.end] as const];
  });
  let [rest, at] = ['', 0];
  for (const [start, end] of ranges.sort((a, b) => a[0] - b[0])) {
    rest += content.slice(at, start);
    at = end;
  }
  return rest + content.slice(at);
}

describe('Merging, for any files', () => {
  it('a file with itself gives itself, and differs in nothing', () => {
    fc.assert(
      fc.property(fc.oneof(anyFile(body), anyFile(adapter)), (bytes) => {
        assert.deepEqual(compareConfigs(file(bytes), file(bytes)).changes, []);
        assert.deepEqual(merged(file(bytes), file(bytes)), bytes);
      }),
    );
  });

  it('changes the new file only where values stand', () => {
    fc.assert(
      fc.property(pair, ([old, fresh]) => {
        const result = merged(file(old), file(fresh));
        if (result) assert.equal(withoutValues(file(result)), withoutValues(file(fresh)));
      }),
      { numRuns: 300 * rounds },
    );
  });

  it('twice is the same as once', () => {
    fc.assert(
      fc.property(pair, ([old, fresh]) => {
        const once = merged(file(old), file(fresh));
        if (once) assert.deepEqual(merged(file(old), file(once)), once);
      }),
      { numRuns: 300 * rounds },
    );
  });

  it('afterwards no setting that can be carried over differs', () => {
    fc.assert(
      fc.property(pair, ([old, fresh]) => {
        const result = merged(file(old), file(fresh));
        if (!result) return;
        const left = compareConfigs(file(old), file(result)).changes.filter(({ action }) => action === 'old');
        assert.deepEqual(left, []);
      }),
    );
  });

  it('with every old value and key chosen, a second merge has nothing left to do', () => {
    fc.assert(
      fc.property(pair, ([oldBytes, newBytes]) => {
        const [old, fresh] = [file(oldBytes), file(newBytes)];
        const wanted = compareConfigs(old, fresh).changes.filter(({ canTakeOld }) => canTakeOld);
        const choices = new Map(wanted.map(({ id }) => [id ?? '', 'old' as const]));
        const result = mergeConfigs(old, fresh, choices);
        if (!result.ok) {
          // A key put in before a clear is not in force; an encoding may lack a character where no reference can stand.
          const known = ['ConfigMergeNotProven', 'ConfigValueNotWritable'];
          assert.ok(
            result.findings.every(({ code }) => known.includes(code)),
            JSON.stringify(result.findings),
          );
          return;
        }
        const left = compareConfigs(old, file(result.value.bytes)).changes;
        assert.deepEqual(
          left.filter(({ canTakeOld }) => canTakeOld),
          [],
        );
      }),
      { numRuns: 300 * rounds },
    );
  });

  it('a type name loses its version and token, and nothing else', () => {
    const part = fc.constantFrom(
      ' ',
      ',',
      '=',
      ']',
      'Version',
      'PublicKeyToken',
      'version =',
      ', Version=1',
      'A.B',
      '\t',
    );
    fc.assert(
      fc.property(fc.array(part, { maxLength: 12 }), (parts) => {
        const type = parts.join('');
        const expected = type.replace(/\s*,\s*(?:Version|PublicKeyToken)\s*=\s*[^,\]]*/gi, () => '');
        assert.equal(withoutVersion(type), type.includes('=') ? expected : type);
      }),
      { numRuns: 300 * rounds },
    );
  });

  it('no secret is in a comparison', () => {
    fc.assert(
      fc.property(fc.stringMatching(/^[a-z0-9]{12,20}$/), fc.stringMatching(/^[a-z0-9]{12,20}$/), (a, b) => {
        const at = (value: string): ConfigFile =>
          file(
            encode(`<FixtureAdapter WebServiceSdkPassword="${value}"/>`, { encoding: 'utf-8', mark: new Uint8Array() }),
          );
        const shown = JSON.stringify(compareConfigs(at(a), at(b)));
        assert.ok(!shown.includes(a) && !shown.includes(b));
      }),
    );
  });

  it('a reference means the same in either notation', () => {
    fc.assert(
      fc.property(fc.integer({ min: 0x20, max: 0xd7ff }), (code) => {
        const character = String.fromCodePoint(code);
        assert.equal(resolveReferences(`&#${code};&#x${code.toString(16)};`), character + character);
      }),
    );
  });
});
