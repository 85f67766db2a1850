import assert from 'node:assert/strict';
import fc from 'fast-check';
import { decodeFarm, farmFromContent, parseFarm } from '../../src/core/farm/parse';
import { hostNameProblem, nameProblem, sameHost } from '../../src/core/farm/names';
import { folderNameProblem, localPathProblem } from '../../src/core/farm/paths';
import { compareVersions, crossesVersion } from '../../src/core/farm/versions';
import { validateFarm } from '../../src/core/farm/generated/validateFarm';
import { visible } from '../../src/core/report/visible';
import { textOf } from '../gates/sources';
import { example } from '../unit/farmExample';
import { anyFarm, anyFarmContent } from './anyFarm';
import { anySlip, everySlip, type Slip } from './farmSlips';
import { rounds } from './rounds';

const anySign = (signs: string): fc.Arbitrary<string> => fc.constantFrom(...Array.from(signs));

const someText = fc.oneof(
  fc.string({ unit: 'binary', maxLength: 300 }),
  fc.string({ unit: anySign('{}[],:"\\/* \n\t01-+.eEtruefalsn\u0000\ufeff\ud800ü'), maxLength: 60 }),
  fc.json({ noUnicodeString: false }),
);

/** The text of a farm with some characters of it replaced. */
const torn = fc.tuple(anyFarmContent, fc.nat(), fc.nat(40), someText).map(([content, start, length, patch]) => {
  const text = JSON.stringify(content, undefined, 1);
  const at = start % text.length;
  return text.slice(0, at) + patch + text.slice(at + length);
});

/** Content of a farm with any value at any place. */
const twisted = fc.tuple(anyFarmContent, fc.nat(), fc.jsonValue({ maxDepth: 3 })).map(([content, place, value]) => {
  let left = place % 60;
  return JSON.parse(JSON.stringify(content), (_, part: unknown) => (left-- === 0 ? value : part)) as unknown;
});

function isJson(text: string): boolean {
  try {
    JSON.parse(text);
    return true;
  } catch (error) {
    if (error instanceof SyntaxError) return false;
    throw error;
  }
}

const notJson = new Set(['FarmEmpty', 'FarmNotJson', 'FarmComment', 'FarmTrailingComma', 'FarmTooDeep']);

describe('Any text', () => {
  it('gives a farm, or findings with a place in it, and never an exception', () => {
    fc.assert(
      fc.property(fc.oneof(someText, torn), (text) => {
        const { ok, findings } = parseFarm(text);
        assert.equal(ok, findings.length === 0);
        const lines = text.replace(/^\uFEFF/, '').split(/\r\n|\n|\r/);
        for (const { line = 0, column = 0 } of findings) {
          assert.ok(line >= 1 && column >= 1 && column <= (lines[line - 1]?.length ?? -1) + 1);
        }
      }),
    );
  });

  it('is JSON here exactly when it is JSON everywhere else', () => {
    fc.assert(
      fc.property(fc.oneof(someText, torn), (text) => {
        const plain = text.replace(/^\uFEFF/, '');
        assert.equal(!parseFarm(text).findings.some(({ code }) => notJson.has(code)), isJson(plain));
      }),
    );
  });

  it('as bytes gives a text or a finding', () => {
    fc.assert(
      fc.property(fc.uint8Array({ maxLength: 50 }), (bytes) => {
        const decoded = decodeFarm(bytes);
        if (decoded.ok) assert.equal(Buffer.from(decoded.value).toString(), decoded.value);
        else assert.equal(decoded.findings.length, 1);
      }),
    );
  });

  it('is shown on one line, with nothing hidden in it', () => {
    fc.assert(
      fc.property(fc.string({ unit: 'binary', maxLength: 400 }), (text) => {
        assert.match(visible(text), /^[^\p{C}\p{Zl}\p{Zp}]*$/u);
        assert.equal(visible(visible(text).slice(0, 100)), visible(text).slice(0, 100));
      }),
    );
  });
});

/** A pointer is where something stands, never what it is called. */
const shownPointer = /"\/(?:hosts|adfsFarms|loadBalancers|clients)\//;

describe('Any content', () => {
  it('gives a farm or findings at places that are there, and never an exception', () => {
    fc.assert(
      fc.property(fc.oneof(twisted, fc.jsonValue()), (content) => {
        const { findings } = farmFromContent(content);
        for (const { pointer = '?', message, remedy } of findings) {
          assert.ok(isThere(content, pointer), pointer);
          assert.doesNotMatch(`${message} ${remedy}`, shownPointer);
        }
        const told = findings.map(({ code, pointer }) => `${code} ${pointer ?? ''}`);
        const fromText = parseFarm(JSON.stringify(content)).findings;
        assert.deepEqual(fromText.map(({ code, pointer }) => `${code} ${pointer ?? ''}`).sort(), told.sort());
      }),
    );
  });
});

/** The one thing that is wrong is told, and nothing that only follows from it. */
function assertToldOnce({ content, pointer, isName }: Slip): void {
  const told = farmFromContent(content).findings.map((finding) => `${finding.code} ${finding.pointer ?? ''}`);
  const code = isName
    ? 'FarmUnknownMember'
    : told[0] === `FarmUnknownValue ${pointer}`
      ? 'FarmUnknownValue'
      : 'FarmWrongType';
  assert.deepEqual(told, [`${code} ${pointer}`]);
}

describe('One slip', () => {
  it('at any place of any farm is one finding', () => {
    fc.assert(fc.property(anySlip(anyFarmContent), assertToldOnce), { numRuns: 500 * rounds });
  });

  it('at each place of a farm with one of everything is one finding', () => {
    const { formatVersion: _, ...content } = example; // another number there is a newer format, told by its own name
    const slips = everySlip(content);
    assert.ok(slips.length > 1000);
    for (const slip of slips) assertToldOnce(slip);
  });
});

function isThere(content: unknown, pointer: string): boolean {
  let place = content;
  for (const part of pointer.split('/').slice(1)) {
    const name = part.replaceAll('~1', '/').replaceAll('~0', '~');
    if (typeof place !== 'object' || place === null || !Object.hasOwn(place, name)) return false;
    place = (place as Record<string, unknown>)[name];
  }
  return true;
}

describe('Any farm', () => {
  it('is read again from its own content as the same farm', () => {
    fc.assert(
      fc.property(anyFarmContent, (content) => {
        const first = parseFarm(JSON.stringify(content));
        assert.ok(first.ok, JSON.stringify(first.findings));
        assert.deepEqual(first.value.content, JSON.parse(JSON.stringify(content)));
        const again = parseFarm(JSON.stringify(first.value.content, undefined, 4));
        assert.deepEqual(again, first);
        assert.deepEqual(farmFromContent(first.value.content), { ok: true, value: first.value.farm, findings: [] });
      }),
    );
  });

  it('names only hosts and farms that it has, in one spelling', () => {
    fc.assert(
      fc.property(anyFarm, ({ hosts, adfsFarms, loadBalancers, clients }) => {
        const names = new Set(hosts.map(({ name }) => name));
        const farms = new Set(adfsFarms.map(({ name }) => name));
        const named = [
          ...adfsFarms.flatMap(({ nodes, primary, registrar, firstBatch = [] }) => [
            ...nodes,
            ...firstBatch,
            ...[primary, registrar].filter((node) => node !== undefined),
          ]),
          ...loadBalancers.flatMap(({ members }) => members),
          ...clients.flatMap(({ servers }) => servers),
        ];
        assert.equal(names.size, hosts.length);
        assert.ok(named.every((name) => names.has(name)));
        assert.ok(adfsFarms.every(({ interchangeableWith }) => interchangeableWith.every((name) => farms.has(name))));
        assert.equal(hosts.filter((host) => (host.mfaServer ?? host.phoneFactorAgent)?.role === 'master').length, 1);
      }),
    );
  });
});

describe('The published schema and the sentences', () => {
  interface Definitions {
    readonly $defs: Readonly<Record<string, { readonly pattern: string }>>;
  }
  const { $defs } = JSON.parse(textOf('schemas/farm.schema.json')) as Definitions;
  const rule = (name: string): RegExp => new RegExp($defs[name]?.pattern ?? 'x^', 'u');
  const near = (signs: string): fc.Arbitrary<string> =>
    fc.oneof(
      fc.string({ unit: anySign(signs), maxLength: 12 }),
      fc.string({ unit: anySign(signs), minLength: 60, maxLength: 70 }),
      fc.string({ unit: anySign(signs), minLength: 250, maxLength: 262 }),
      fc.string({ unit: 'binary', maxLength: 4 }),
    );
  const path = near('CcoOnN:\\/. 1aü$*\u200b"\u2028').map((text) => `C:\\${text}`);
  const devices = fc
    .constantFrom('con', 'NUL', 'com1', 'Lpt\u00b3', 'conin$', 'aux ')
    .chain((name) => fc.constantFrom('', '.txt', ' .x', 'x', '\\', '.', '10').map((end) => `C:\\a\\${name}${end}`));
  const pairs: readonly (readonly [string, fc.Arbitrary<string>, (text: string) => string | undefined])[] = [
    ['hostName', near('aZ09-_.xXfF: ü'), hostNameProblem],
    ['name', near('aZ0 ._-ü東\u0301\u200b\u3164/'), nameProblem],
    ['localPath', fc.oneof(path, devices, near('C:\\a')), localPathProblem],
    ['folderName', near('conNUL1. aü\\*\u200b'), folderNameProblem],
  ];

  for (const [name, texts, problemOf] of pairs) {
    it(`agree on ${name}`, () => {
      fc.assert(
        fc.property(texts, (text) => {
          assert.equal(rule(name).test(text), problemOf(text) === undefined, JSON.stringify(text));
        }),
        { numRuns: 500 * rounds },
      );
    });
  }

  it('agree on every farm without a mistake', () => {
    fc.assert(fc.property(anyFarmContent, (content) => validateFarm(content)));
  });
});

describe('Any names and versions', () => {
  const anyVersion = fc.array(fc.nat(12), { minLength: 2, maxLength: 4 }).map((numbers) => numbers.join('.'));

  it('versions have one order, in which missing numbers are 0', () => {
    fc.assert(
      fc.property(anyVersion, anyVersion, anyVersion, (a, b, c) => {
        assert.equal(Math.sign(compareVersions(a, b)), -Math.sign(compareVersions(b, a)) + 0);
        assert.equal(compareVersions(a, `${a}.0.0`.split('.').slice(0, 4).join('.')), 0);
        if (compareVersions(a, b) <= 0 && compareVersions(b, c) <= 0) assert.ok(compareVersions(a, c) <= 0);
        assert.equal(crossesVersion(a, c, b), compareVersions(a, b) < 0 && compareVersions(b, c) <= 0);
      }),
    );
  });

  it('a host is the same under each of its spellings', () => {
    fc.assert(
      fc.property(fc.stringMatching(/^[a-z0-9_]{1,10}(\.[a-z]{1,10}){0,3}$/), (name) => {
        assert.ok(sameHost(name.toUpperCase(), `${name}.`));
        assert.ok(!sameHost(name, `x${name}`));
      }),
    );
  });
});
