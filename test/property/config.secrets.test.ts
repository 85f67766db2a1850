import assert from 'node:assert/strict';
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import fc from 'fast-check';
import { compareVerb } from '../../src/cli/compare';
import { mergeVerb } from '../../src/cli/merge';
import type { Choice } from '../../src/core/config/edit';
import { compareFiles, mergedTexts } from '../../src/node/compareFiles';
import { changedSince } from '../../src/vscode/compare/changedSince';
import { comparePageState, nothingBeside } from '../../src/vscode/compare/comparePageState';
import { previewOf } from '../../src/vscode/compare/preview';
import { rounds } from './rounds';

/** Where a secret stands in the text of a file that is made up here. */
const spot = '§';

const stem = fc.constantFrom('Smtp', 'FIXTURE_', 'x', 'WebServiceSdk', 'a.b-');
const secretName = fc
  .tuple(stem, fc.constantFrom('Password', 'PASSWORD', 'password', 'pwd', 'Pwd', 'ConnectionString'))
  .map((parts) => parts.join(''));
const plainName = fc.tuple(stem, fc.constantFrom('Url', 'Value', 'Settings')).map((parts) => parts.join(''));

/** What may stand inside an element that is secret: the secret in any part of it. */
const inside = fc.oneof(
  fc.constantFrom(spot, `<![CDATA[${spot}]]>`, `a<!-- ${spot} -->b`, `<?x ${spot}?>`, `<v>${spot}</v>`),
  fc.constantFrom(
    `<v a="${spot}"/>`,
    `<v><w key="${spot}">${spot}</w></v>`,
    `<v name='${spot}' b="1"/>`,
    `<v path="${spot}"/>`,
  ),
);
/** An element that is secret by its own name, by its entry's, or by an attribute's. */
const secret = fc.oneof(
  fc.tuple(secretName, inside).map(([name, content]) => `<${name}>${content}</${name}>`),
  fc.tuple(secretName, inside).map(([name, content]) => `<${name} value="${spot}" key="${spot}">${content}</${name}>`),
  fc
    .tuple(fc.constantFrom('add', 'item'), fc.constantFrom('key', 'name', 'Key', 'Name'), secretName, inside)
    .map(
      ([element, naming, name, content]) =>
        `<${element} ${naming}="${name}" value="${spot}" note='${spot}'>${content}</${element}>`,
    ),
  secretName.map((name) => `<item id="1" ${name}="${spot}"/>`),
  inside.map((content) => `<machineKey validationKey="${spot}">${content}</machineKey>`),
  fc.constantFrom(
    `<EncryptedData><v>${spot}</v></EncryptedData>`,
    `<connectionStrings><add name="Db" connectionString="${spot}" other="${spot}"/></connectionStrings>`,
  ),
  fc.constantFrom(
    `<item value="Server=a;Password=${spot}"/>`,
    `<item path="https://me:${spot}@host/"/>`,
    `<!-- ${spot} -->`,
    `<?x ${spot}?>`,
  ),
);
const setting = fc.oneof(
  fc
    .tuple(fc.oneof(secretName, plainName), fc.constantFrom('String', 'Xml'), secret)
    .map(
      ([name, form, content]) => `<setting name="${name}" serializeAs="${form}"><value>${content}</value></setting>`,
    ),
  fc
    .tuple(secretName, inside)
    .map(([name, content]) => `<setting name="${name}" serializeAs="Xml"><value>${content}</value></setting>`),
);

/** Around it: anything that a config file may have there. */
const around = fc.oneof(
  fc.tuple(plainName, secret).map(([name, content]) => `<${name}>${content}</${name}>`),
  fc
    .tuple(plainName, secretName, secret)
    .map(([name, key, content]) => `<${name} key="${key}" a="${spot}">${content}<b>${spot}</b></${name}>`),
  secret.map((content) => `<appSettings>${content}</appSettings>`),
  secret.map((content) => `<appSettings xmlns="urn:FIXTURE">${content}</appSettings>`),
  secret.map((content) => `<FixtureGroup><appSettings>${content}</appSettings></FixtureGroup>`),
  setting.map((content) => `<FixtureGroup><FixtureSettings>${content}</FixtureSettings></FixtureGroup>`),
  setting.map((content) => `<applicationSettings><FixtureSettings>${content}</FixtureSettings></applicationSettings>`),
  secret,
);
const placed = fc
  .tuple(around, fc.constantFrom('', 'p', 'p/q'))
  .map(([content, path]) => (path === '' ? content : `<location path="${path}">${content}</location>`))
  .chain((content) => fc.constantFrom(content, `<location><location path="x">${content}</location></location>`));
const body = fc
  .array(placed, { minLength: 1, maxLength: 4 })
  .map((parts) => `<configuration>\n${parts.join('\n')}\n</configuration>`);
const adapter = fc
  .tuple(secretName, fc.array(secret, { minLength: 1, maxLength: 3 }))
  .map(
    ([name, parts]) =>
      `<FixtureAdapter UseWebServiceSdk="true" ${name}="${spot}">\n${parts.join('\n')}\n</FixtureAdapter>`,
  );
const shapes = fc.oneof(body, adapter);
/** Two files of a kind: mostly of one shape, so that their secrets meet. */
const pair = fc.oneof(
  { weight: 3, arbitrary: shapes.map((shape) => [shape, shape] as const) },
  { weight: 1, arbitrary: fc.tuple(body, body) },
  { weight: 1, arbitrary: fc.tuple(adapter, adapter) },
);
const canary = fc.stringMatching(/^CANARY[a-z0-9]{12}$/);
const filled = (shape: string, value: string): string => shape.split(spot).join(value);

/** A secret in the forms in which it could still be read. */
function formsOf(text: string): readonly string[] {
  const bytes = Buffer.from(text);
  const hex = bytes.toString('hex');
  const shifted = [0, 1, 2].map((shift) => Buffer.concat([Buffer.alloc(shift, 'x'), bytes]).toString('base64'));
  const percent = hex.replace(/../g, (pairOfDigits) => `%${pairOfDigits}`);
  return [text, hex, percent, ...shifted.map((code) => code.slice(4, -4))].map((form) => form.toLowerCase());
}

describe('A secret of a config file, for any files', () => {
  let folder = '';
  before(() => {
    folder = mkdtempSync(join(tmpdir(), 'mfa-secrets-'));
  });
  after(() => {
    rmSync(folder, { recursive: true });
  });

  /** Everything that leaves the comparison of two files, for a person or for another program. */
  async function whatGoesOut(oldText: string, newText: string): Promise<string> {
    const at = { name: 'x', old: join(folder, 'old'), new: join(folder, 'new') };
    writeFileSync(at.old, oldText);
    writeFileSync(at.new, newText);
    const compared = await compareFiles(at.old, at.new);
    const changes = compared.ok ? compared.value.changes : [];
    const takeable = changes.filter(({ canTakeOld }) => canTakeOld);
    const choices = new Map<string, Choice>(takeable.map(({ id }) => [id ?? '', 'old']));
    const texts = [
      await mergedTexts(at.old, at.new, { choices }),
      await mergedTexts(at.old, at.new, { choices: new Map() }),
      await mergedTexts(at.old, at.new, { choices: new Map(), whole: true }, { versions: { old: '7.1', new: '8.0' } }),
    ];
    const previews = texts.map((each) => (each.ok ? previewOf(each.value.new, each.value.merged) : undefined));
    const pages = previews.map((preview) =>
      comparePageState({ pair: at, shown: at }, compared, {
        ...nothingBeside,
        choices,
        isOffered: true,
        ...(preview ? { preview } : {}),
      }),
    );
    const messages = pages.map((page) => changedSince(pages[0], page));
    const answers = [
      await compareVerb(at.old, at.new),
      await mergeVerb(at.old, at.new, { out: join(folder, 'out'), take: [] }),
    ];
    return JSON.stringify({ compared, texts, previews, pages, messages, answers });
  }

  it('stands in nothing that goes out, however it is written there, whatever stands around it', async () => {
    let compared = 0;
    await fc.assert(
      fc.asyncProperty(
        pair,
        canary,
        canary,
        fc.constantFrom('old', 'new', 'both', 'same'),
        async ([old, fresh], a, b, where) => {
          const oldValue = where === 'new' ? 'plain' : a;
          const newValue = where === 'old' ? 'plain' : where === 'same' ? a : b;
          const out = await whatGoesOut(filled(old, oldValue), filled(fresh, newValue));
          if (out.includes('"compared":{"ok":true')) compared += 1;
          const found = [a, b].flatMap(formsOf).find((form) => out.toLowerCase().includes(form));
          assert.equal(found, undefined, out);
        },
      ),
      { numRuns: 100 * rounds },
    );
    assert.ok(compared >= 80 * rounds, `Only ${compared} pairs were read.`);
  });
});
