import assert from 'node:assert/strict';
import { mkdirSync, mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import fc from 'fast-check';
import { mergeVerb } from '../../src/cli/merge';
import { compareConfigs } from '../../src/core/config/compare';
import { readConfig } from '../../src/core/config/configFile';
import { encode } from '../../src/core/config/decode';
import { projectRoot } from '../gates/sources';
import { corpusPairs } from './configCorpus';
import { refusedTexts } from './configRefused';

/** `npm run prove` goes on for so long; without it a fixed number of inputs is tried. */
const seconds = Number(process.env['MFA_UPGRADE_MUTATION_SECONDS'] ?? 0);
const batch = 500;

const pairs = corpusPairs();
const hostile = refusedTexts
  .map(([, marked]) => Buffer.from(marked.replace('§', () => '')))
  .filter(({ length }) => length < 2000);

/** Everywhere alike: a plain number would mostly be near the beginning of the file. */
const place = fc.noBias(fc.nat());

/** Bytes put in place of others somewhere: what breaks markup, and anything. */
const mutation = fc.record({
  at: place,
  length: fc.oneof(fc.nat({ max: 8 }), fc.nat({ max: 400 })),
  put: fc.oneof(
    fc.uint8Array({ maxLength: 4 }),
    fc
      .constantFrom('<', '>', '&', '"', "'", '<!--', '-->', ']]>', '/>', '<![CDATA[', '<?', '</a>', '<a>', '&#0;', '\0')
      .map((piece) => Buffer.from(piece)),
    fc.constantFrom('<clear/>', '<remove key="', 'xmlns:p="', 'p:', '<!DOCTYPE ').map((piece) => Buffer.from(piece)),
  ),
});

/** A letter in place of another leaves most files whole, so that they go on to the merge. */
const letter = fc.record({
  at: place,
  length: fc.constant(1),
  put: fc.constantFrom('a', 'Z', '8', ' ').map((piece) => Buffer.from(piece)),
});

const mutations = fc.oneof(
  letter.map((one) => [one]),
  fc.array(mutation, { minLength: 1, maxLength: 4 }),
);
const mutatedFrom = (sample: Buffer): fc.Arbitrary<Buffer> =>
  mutations.map((all) => {
    let bytes = Buffer.from(sample);
    for (const { at, length, put } of all) {
      const start = at % (bytes.length + 1);
      bytes = Buffer.concat([bytes.subarray(0, start), put, bytes.subarray(start + length)]);
    }
    return bytes;
  });
const anything = fc.oneof(
  fc.constantFrom(...hostile).chain(mutatedFrom),
  fc.uint8Array({ maxLength: 60 }).map((bytes) => Buffer.from(bytes)),
);
const fromPair = fc
  .constantFrom(...pairs)
  .chain((pair) =>
    fc.oneof(
      fc.tuple(fc.constant(pair.old), mutatedFrom(pair.new)),
      fc.tuple(mutatedFrom(pair.old), fc.constant(pair.new)),
      fc.tuple(mutatedFrom(pair.old), mutatedFrom(pair.new)),
    ),
  );
const input = fc.oneof({ weight: 8, arbitrary: fromPair }, { weight: 1, arbitrary: fc.tuple(anything, anything) });

/** What became of the inputs. */
const counts = { tried: 0, merged: 0, refused: 0 };

/** A file that is read can be written back byte for byte and be compared; one that is not says why, at a place. */
function readsOrRefuses(bytes: Buffer): void {
  const read = readConfig(bytes);
  if (read.ok) {
    assert.deepEqual(Buffer.from(encode(read.value.text, read.value)), bytes);
    compareConfigs(read.value, read.value);
    return;
  }
  for (const finding of read.findings) assert.ok(finding.message.endsWith('.') && finding.line !== undefined);
}

/** The merge of two files leaves its result, or says why and leaves nothing. */
async function mergesOrLeavesNothing(folder: string, old: Buffer, fresh: Buffer): Promise<void> {
  const [oldFile, newFile, out] = ['old', 'new', 'out'].map((name) => join(folder, name)) as [string, string, string];
  writeFileSync(oldFile, old);
  writeFileSync(newFile, fresh);
  const { exitCode, findings } = await mergeVerb(oldFile, newFile, { out, take: [] });
  const left = readdirSync(folder).sort();
  if (exitCode === 0) {
    assert.deepEqual(left, ['new', 'old', 'out']);
    assert.ok(readConfig(readFileSync(out)).ok);
    rmSync(out);
  } else {
    assert.equal(exitCode, 2);
    assert.ok(findings.length > 0);
    assert.deepEqual(left, ['new', 'old']);
  }
  counts.tried += 1;
  counts[exitCode === 0 ? 'merged' : 'refused'] += 1;
}

describe('Config files with bytes changed, left out, put in', () => {
  let folder = '';
  before(() => {
    folder = mkdtempSync(join(tmpdir(), 'mfa-mutations-'));
  });
  after(() => {
    rmSync(folder, { recursive: true, force: true });
  });

  it('are read or refused, and a refusal leaves no file', async function () {
    this.timeout(0);
    const property = fc.asyncProperty(input, async ([old, fresh]) => {
      readsOrRefuses(old);
      readsOrRefuses(fresh);
      await mergesOrLeavesNothing(folder, old, fresh);
    });
    const end = performance.now() + seconds * 1000;
    let seed = 1;
    do {
      await fc.assert(property, { numRuns: batch, seed });
      seed += 1;
    } while (performance.now() < end);
    assert.ok(counts.merged > 0 && counts.refused > 0, JSON.stringify(counts));
    keep();
  });
});

/** The figures of the long run, which `npm run prove` prints. */
function keep(): void {
  if (seconds === 0) return;
  const { tried, merged, refused } = counts;
  const prove = join(projectRoot, 'out', 'prove');
  mkdirSync(prove, { recursive: true });
  const figures = `${tried} pairs of mutated files, ${merged} merged, ${refused} refused, none left a file`;
  writeFileSync(join(prove, 'config-mutations.txt'), `${figures}\n`);
}
