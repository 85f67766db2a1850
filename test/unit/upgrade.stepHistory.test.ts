import assert from 'node:assert/strict';
import type { RecordBody } from '../../src/core/upgrade/record';
import { replay, type HistoryEvent, type StepHistory } from '../../src/core/upgrade/stepHistory';
import type { StepRecord } from '../../src/core/upgrade/upgrade';
import { ended, records, started } from '../build/records';

function after(...bodies: readonly RecordBody[]): StepHistory {
  const events = records(bodies).map((record): HistoryEvent => ({
    kind: 'record',
    number: record.number,
    record: record as StepRecord,
  }));
  return replay(events);
}

const attested: RecordBody = { type: 'attested', step: 's', how: 'seen' };
const reopened: RecordBody = { type: 'reopened', step: 's', reason: 'wrong' };
const settled = (outcome: 'done' | 'failed' | 'unknown' | 'refused'): RecordBody => ({
  type: 'settled',
  step: 's',
  outcome,
  evidence: {},
});

describe('the history of a step', () => {
  it('is done only when the verifying function said yes', () => {
    assert.equal(after(started('s', 'r1'), ended('s', 'r1')).happened, 'done');
    assert.equal(after(started('s', 'r1'), ended('s', 'r1', { verified: false })).happened, 'failed');
    assert.equal(after(started('s', 'r1'), ended('s', 'r1', { verified: null })).happened, 'unknown');
  });

  it('ignores a result of a run that was never started', () => {
    assert.equal(after(ended('s', 'r1')).happened, 'nothing');
    assert.equal(after(started('s', 'r2'), ended('s', 'r1')).happened, 'running');
  });

  it('counts a result once', () => {
    const twice = after(started('s', 'r1'), ended('s', 'r1', { verified: false, outcome: 'failed' }), ended('s', 'r1'));
    assert.equal(twice.happened, 'failed');
  });

  it('takes a late result after nobody knew how the run ended', () => {
    const late = after(started('s', 'r1'), ended('s', 'r1', { outcome: 'unknown', verified: null }), ended('s', 'r1'));
    assert.equal(late.happened, 'done');
  });

  it('takes no late result once the step was settled, attested or reopened', () => {
    const unknown = ended('s', 'r1', { outcome: 'unknown', verified: null });
    assert.equal(after(started('s', 'r1'), unknown, settled('failed'), ended('s', 'r1')).happened, 'failed');
    assert.equal(after(started('s', 'r1'), unknown, attested, reopened, ended('s', 'r1')).happened, 'unknown');
    assert.equal(after(started('s', 'r1'), ended('s', 'r1'), reopened, ended('s', 'r1')).happened, 'unknown');
  });

  it('goes back to where it was when a run was refused, and keeps the findings', () => {
    const finding = { code: 'X', severity: 'error', message: 'No.', remedy: 'Do.' } as const;
    const refused = after(
      started('s', 'r1'),
      ended('s', 'r1', { outcome: 'refused', verified: null, findings: [finding] }),
    );
    assert.deepEqual([refused.happened, refused.findings], ['nothing', [finding]]);
    const again = after(attested, started('s', 'r1'), ended('s', 'r1', { outcome: 'refused', verified: null }));
    assert.equal(again.happened, 'attested');
  });

  it('is unknown when it is reopened after it was done, and open again when it was only skipped', () => {
    assert.equal(after(attested, reopened).happened, 'unknown');
    assert.equal(after({ type: 'skipped', step: 's', reason: 'no need' }, reopened).happened, 'nothing');
    assert.equal(after({ type: 'overridden', steps: ['s'], reason: 'must' }, reopened).happened, 'nothing');
  });

  it('is not done by a run under which something was reopened, whenever its result comes', () => {
    const shaken = (...bodies: readonly RecordBody[]): string => {
      const events = records(bodies).map((record): HistoryEvent =>
        record.type === 'movedTo'
          ? { kind: 'shaken', number: record.number, by: 'below' }
          : { kind: 'record', number: record.number, record: record as StepRecord },
      );
      return replay(events).happened;
    };
    const reopenedBelow: RecordBody = { type: 'movedTo', computer: 'stands for the reopening of a step below' };
    const lost = ended('s', 'r1', { outcome: 'unknown', verified: null });
    const failed = ended('s', 'r1', { outcome: 'failed', verified: false });
    const refused = ended('s', 'r1', { outcome: 'refused', verified: null });
    assert.equal(shaken(started('s', 'r1'), reopenedBelow, ended('s', 'r1')), 'unknown');
    assert.equal(shaken(started('s', 'r1'), reopenedBelow, lost, ended('s', 'r1')), 'unknown');
    assert.equal(shaken(started('s', 'r1'), lost, reopenedBelow, ended('s', 'r1')), 'unknown');
    assert.equal(shaken(attested, started('s', 'r1'), reopenedBelow, refused), 'unknown');
    assert.equal(shaken(started('s', 'r1'), reopenedBelow, failed), 'failed');
    assert.equal(shaken(started('s', 'r1'), reopenedBelow, lost, settled('done')), 'done');
    assert.equal(shaken(started('s', 'r1'), reopenedBelow, lost, started('s', 'r2'), ended('s', 'r2')), 'done');
  });

  it('needs a restart until a person says that there was one, or a later run asks for none', () => {
    const needs = (...more: readonly RecordBody[]): readonly unknown[] => {
      const { happened, restartNeeded } = after(started('s', 'r1'), ended('s', 'r1', { restartNeeded: true }), ...more);
      return [happened, restartNeeded ?? false];
    };
    assert.deepEqual(needs(), ['done', true]);
    assert.deepEqual(needs(attested), ['done', false]);
    assert.deepEqual(needs(reopened, settled('done')), ['done', true]);
    assert.deepEqual(needs(reopened, attested), ['attested', false]);
    assert.deepEqual(needs(started('s', 'r2')), ['running', true]);
    assert.deepEqual(needs(started('s', 'r2'), ended('s', 'r2', { verified: false })), ['failed', true]);
    assert.deepEqual(needs(started('s', 'r2'), ended('s', 'r2')), ['done', false]);
    assert.deepEqual(after(started('s', 'r1'), ended('s', 'r1', { restartNeeded: true }), attested).run, 'r1');
  });

  it('is settled only while it is unknown or running', () => {
    assert.equal(after(attested, reopened, settled('done')).happened, 'done');
    assert.equal(after(settled('done')).happened, 'nothing');
    assert.equal(after(started('s', 'r1'), settled('refused')).happened, 'nothing');
  });

  it('goes by the record numbers, whatever the order it is given in', () => {
    const [a, b] = records([started('s', 'r1'), ended('s', 'r1')]) as [StepRecord, StepRecord];
    const event = (record: StepRecord): HistoryEvent => ({ kind: 'record', number: record.number, record });
    assert.deepEqual(replay([event(b), event(a)]), replay([event(a), event(b)]));
  });
});
