import assert from 'node:assert/strict';
import { numberOfFileName, readRecord, recordFileName, serialiseRecord } from '../../src/core/upgrade/recordFormat';
import type { RecordBody } from '../../src/core/upgrade/record';
import { sha256 } from '../../src/node/sha256';
import { recordFiles, said, stamp } from '../build/journals';

const read = (text: string | Uint8Array, number = 1): ReturnType<typeof readRecord> =>
  readRecord(Buffer.from(text), number, sha256);

/** A line with a hash that fits, whatever it says. */
function sealed(content: Readonly<Record<string, unknown>>): string {
  const head = JSON.stringify(content).slice(0, -1);
  return `${head},"hash":"${sha256(head)}"}\n`;
}

const frame = { v: 1, number: 1, ...stamp, prev: '0'.repeat(64) };

describe('The record format', () => {
  it('has these bytes', () => {
    const position = { number: 42, void: [40, 41], prev: 'a'.repeat(64) };
    const { line } = serialiseRecord({ type: 'decided', key: 'wayBack', value: 'snapshot ü' }, stamp, position, sha256);
    const head =
      '{"v":1,"number":42,"time":"2026-11-25T20:15:00.000Z","actor":{"user":"jdoe","computer":"ADMIN01"},' +
      '"mode":"rehearsal","type":"decided","key":"wayBack","value":"snapshot ü","void":[40,41],"prev":"' +
      `${'a'.repeat(64)}"`;
    const hash = '0c424707db56ae557ec474f76aa0fc3ac75494d5cf01b469a43a2ab75f488a82';
    assert.equal(line, `${head},"hash":"${hash}"}\n`);
  });

  it('names files with six digits, or more when there are more', () => {
    assert.deepEqual([42, 1_000_000].map(recordFileName), ['000042.json', '1000000.json']);
    assert.deepEqual(['000042.json', '1000000.json'].map(numberOfFileName), [42, 1_000_000]);
  });

  it('takes no other name for a record', () => {
    const names = ['42.json', '000000.json', '0000042.json', '000042.JSON', '000042 (1).json', '000042.json.tmp'];
    assert.deepEqual(
      names.filter((name) => numberOfFileName(name) !== undefined),
      [],
    );
  });

  it('keeps members that it does not know', () => {
    const content = read(sealed({ ...frame, type: 'movedTo', computer: 'B', later: { more: [1] } }));
    assert.equal(content.kind, 'record');
    assert.deepEqual('record' in content && Reflect.get(content.record, 'later'), { more: [1] });
  });

  it('is not led astray by a hash inside of what was said', () => {
    const text = `x","hash":"${'0'.repeat(64)}"}\n,"hash":"`;
    const [file = Buffer.alloc(0)] = recordFiles([{ ...said(text), ...{ hash2: { hash: 'y' } } }]);
    const content = read(file);
    assert.ok(content.kind === 'record' && content.record.type === 'attested');
    assert.equal(content.record.how, text);
  });

  it('calls a later version and an unknown type newer, when the hash fits', () => {
    assert.equal(read(sealed({ ...frame, v: 2, type: 'anything' })).kind, 'newer');
    assert.equal(read(sealed({ ...frame, type: 'dreamtOf' })).kind, 'newer');
    assert.equal(read(sealed({ ...frame, v: 2 }).replace('jdoe', 'jdoo')).kind, 'damaged');
  });

  it('refuses what lacks a member, or holds another kind of value', () => {
    const good = { ...frame, type: 'skipped', step: 'a', reason: 'b' };
    assert.equal(read(sealed(good)).kind, 'record');
    const wrong: readonly object[] = [
      { v: 0 },
      { v: 1.5 },
      { number: '1' },
      { time: 'yesterday' },
      { actor: { user: 'jdoe' } },
      { mode: 'play' },
      { step: 7 },
      { reason: undefined },
      { prev: 'A'.repeat(64) },
      { void: [] },
      { void: [1] },
      { type: ['skipped'] },
    ];
    for (const change of wrong) {
      const content = read(sealed({ ...good, ...change }));
      assert.deepEqual(content, { kind: 'damaged', defect: 'foreign' }, JSON.stringify(change));
    }
    assert.deepEqual(
      read(sealed({ ...frame, type: 'skipped', step: 'a', reason: 'b', ['__proto__']: 1 })).kind,
      'record',
    );
  });

  it('takes every type of record, and refuses each without one of its members', () => {
    const findings = [{ code: 'A', severity: 'warning', message: 'b', remedy: 'c' }] as const;
    const bodies: readonly RecordBody[] = [
      {
        type: 'opened',
        upgradeId: 'u',
        runbookId: 'r',
        runbookHash: 'h',
        farmHash: 'f',
        extensionVersion: '1',
        farm: {},
      },
      { type: 'farmAccepted', farm: null, farmHash: 'f' },
      { type: 'runbookAccepted', runbookId: 'r', runbookHash: 'h', extensionVersion: '1' },
      { type: 'movedTo', computer: 'B' },
      { type: 'decided', key: 'k', value: 'v' },
      { type: 'started', step: 's' },
      { type: 'ended', step: 's', run: 'r', outcome: 'done', verified: null, evidence: {}, findings },
      { type: 'attested', step: 's', how: 'seen' },
      { type: 'skipped', step: 's', reason: 'r' },
      { type: 'overridden', steps: ['s'], reason: 'r' },
      { type: 'reopened', step: 's', reason: 'r' },
      { type: 'settled', step: 's', outcome: 'failed', evidence: {} },
    ];
    for (const body of bodies) {
      assert.equal(read(sealed({ ...frame, ...body })).kind, 'record', body.type);
      for (const member of Object.keys(body).filter((name) => name !== 'type')) {
        const less = read(sealed({ ...frame, ...body, [member]: undefined }));
        assert.deepEqual(less, { kind: 'damaged', defect: 'foreign' }, `${body.type} without ${member}`);
      }
    }
  });

  it('tells line ends of Windows, another number, and bytes that are no text', () => {
    const [file = Buffer.alloc(0)] = recordFiles([said('seen')]);
    assert.deepEqual(read(file.toString().replace('\n', '\r\n')), { kind: 'damaged', defect: 'lineEnds' });
    assert.deepEqual(read(file, 2), { kind: 'damaged', defect: 'misnamed' });
    assert.deepEqual(read(Buffer.from([0xc3, 0x0a])), { kind: 'damaged', defect: 'changed' });
    assert.deepEqual(read(Buffer.concat([Buffer.from([0xef, 0xbb, 0xbf]), file])), {
      kind: 'damaged',
      defect: 'changed',
    });
    assert.deepEqual(read(`${'['.repeat(200_000)}\n`), { kind: 'damaged', defect: 'changed' });
  });

  it('calls empty, unended and zero-ended files torn', () => {
    const [file = Buffer.alloc(0)] = recordFiles([said('seen')]);
    const torn = [Buffer.alloc(0), file.subarray(0, -1), Buffer.concat([file, Buffer.alloc(9)])];
    assert.deepEqual(
      torn.map((bytes) => read(bytes).kind),
      ['torn', 'torn', 'torn'],
    );
  });

  it('writes nothing that a reader would refuse', () => {
    const lacking = { type: 'movedTo' } as unknown as RecordBody;
    assert.throws(
      () => serialiseRecord(lacking, stamp, { number: 1, void: [], prev: '0'.repeat(64) }, sha256),
      /movedTo/,
    );
  });
});
