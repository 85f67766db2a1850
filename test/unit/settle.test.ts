import assert from 'node:assert/strict';
import { existsSync, readdirSync } from 'node:fs';
import { prepareRun, type PreparedRun } from '../../src/node/runFolder';
import { findOut, settleBy, type FindOut } from '../../src/node/settle';
import type { UpgradeFolder } from '../../src/node/upgradeFolder';
import { aFolder, anUpgrade, smallFarm } from '../build/folders';
import { gone, leaveMark, leaveResult, options, prepare, run, runbook, stateOf, thisProcess } from '../build/runs';

describe('finding out how a step stands', () => {
  let folder: ReturnType<typeof aFolder>;
  let upgrade: UpgradeFolder;

  beforeEach(() => {
    folder = aFolder({ 'farm.json': JSON.stringify(smallFarm) });
    upgrade = anUpgrade(folder.path, runbook);
  });
  afterEach(() => {
    folder.remove();
  });

  /** A run whose process is gone, and the look that is ready to answer. */
  const lookAfter = async (): Promise<PreparedRun> => {
    leaveMark(await prepare(upgrade), gone);
    const found = await findOut(upgrade, run, options);
    assert.ok(found.ok && found.value.kind === 'look');
    return found.value.prepared;
  };
  const settled = async (answer: Record<string, unknown>): Promise<readonly unknown[]> => {
    const look = await lookAfter();
    leaveResult(look, answer);
    const found = await settleBy('look', upgrade, run, look);
    assert.equal(existsSync(look.folder), false);
    return [found.ok ? (found.value as Extract<FindOut, { kind: 'settled' }>).outcome : found.findings[0]?.code];
  };

  it('is done by a yes of the host', async () => {
    assert.deepEqual([...(await settled({ verified: true })), await stateOf(upgrade, run)], ['done', 'done']);
  });

  it('is failed by a no of the host, though the look itself went well', async () => {
    assert.deepEqual([...(await settled({ verified: false })), await stateOf(upgrade, run)], ['failed', 'failed']);
  });

  it('stays as it was without an answer, or with that of another look', async () => {
    for (const answer of [
      { verified: null, outcome: 'failed' },
      { verified: true, requestHash: 'x' },
    ]) {
      const again = aFolder({ 'farm.json': JSON.stringify(smallFarm) });
      upgrade = anUpgrade(again.path, runbook);
      assert.deepEqual(
        [...(await settled(answer)), await stateOf(upgrade, run)],
        ['FindOutNoAnswer', 'running'],
        JSON.stringify(answer),
      );
      again.remove();
    }
  });

  it('is refused where it is known how the step stands', async () => {
    const asked = await findOut(upgrade, run, options);
    assert.deepEqual(
      asked.findings.map(({ code }) => code),
      ['StepWrongState'],
    );
  });

  it('believes no process id of another computer, be it alive here or not', async () => {
    leaveMark(await prepare(upgrade), { ...(await thisProcess()), computer: 'ADMIN02' });
    const asked = await findOut(upgrade, run, options);
    assert.equal(asked.ok && asked.value.kind, 'look');
  });

  it('starts one run where two windows start at once from what they saw', async () => {
    const other = anUpgrade(folder.path, runbook, 'rehearsal', 'other');
    await upgrade.open();
    const both = await Promise.all([upgrade, other].map((each) => prepareRun(each, run, options)));
    assert.deepEqual(both.map(({ ok }) => ok).sort(), [false, true]);
    const view = await upgrade.read();
    assert.equal(view.kind === 'open' && view.journal.records.filter(({ type }) => type === 'started').length, 1);
    assert.equal(readdirSync(upgrade.place.runs).length, 1);
  });
});
