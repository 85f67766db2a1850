import assert from 'node:assert/strict';
import { appendFileSync, existsSync, mkdirSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { bundleCode, bundleOut, takeBundleCode } from '../../src/node/bundle';
import { endRun, type PreparedRun } from '../../src/node/runFolder';
import { findOut, settleBy } from '../../src/node/settle';
import type { UpgradeFolder } from '../../src/node/upgradeFolder';
import { aFolder, anUpgrade, smallFarm } from '../build/folders';
import { gone, leaveMark, leaveResult, opened, options, prepare, run, runbook, stateOf } from '../build/runs';

describe('a bundle that is out', () => {
  let folder: ReturnType<typeof aFolder>;
  let upgrade: UpgradeFolder;
  let prepared: PreparedRun;

  beforeEach(async () => {
    folder = aFolder({ 'farm.json': JSON.stringify(smallFarm) });
    upgrade = anUpgrade(folder.path, runbook);
    prepared = await prepare(upgrade);
    mkdirSync(join(prepared.folder, 'bundle'));
    leaveMark(prepared, gone);
    await endRun(upgrade, run, prepared.request.run); // the wait was left
  });

  afterEach(() => {
    folder.remove();
  });

  const out = async (): Promise<PreparedRun | undefined> => {
    const view = opened(await upgrade.read());
    const at = view.progress.steps.get(run);
    assert.ok(at);
    return bundleOut(upgrade, view, at);
  };
  const found = async (): Promise<string> => {
    const answer = await findOut(upgrade, run, options);
    assert.ok(answer.ok, JSON.stringify(answer.findings));
    return answer.value.kind;
  };
  const code = (outcome: 'done' | 'failed', verified: boolean | null): string =>
    bundleCode(prepared.request.run, prepared.requestHash, { outcome, verified, restartNeeded: false });

  it('is waited for again by Find Out, and settled by its result', async () => {
    assert.equal(await stateOf(upgrade, run), 'unknown');
    const answer = await findOut(upgrade, run, options);
    assert.ok(answer.ok && answer.value.kind === 'wait', JSON.stringify(answer));
    assert.deepEqual(answer.value.prepared, prepared);
    const early = await settleBy('wait', upgrade, run, prepared);
    assert.equal(early.findings[0]?.code, 'BundleNotBack');
    assert.equal(await stateOf(upgrade, run), 'unknown');
    leaveResult(prepared);
    const settled = await settleBy('wait', upgrade, run, prepared);
    assert.deepEqual(settled.ok && settled.value, { kind: 'settled', outcome: 'done' });
    assert.equal(await stateOf(upgrade, run), 'done');
  });

  it('is no longer waited for when it came back started and without a result, or when its request was changed', async () => {
    writeFileSync(join(prepared.folder, 'bundle', 'taken'), '{}');
    assert.equal(await found(), 'look');
    writeFileSync(join(prepared.folder, 'bundle', 'result.json'), '{}');
    assert.equal(await found(), 'wait');
    appendFileSync(join(prepared.folder, 'request.json'), ' ');
    assert.equal(await found(), 'look');
  });

  it('is done by the code that its script shows, typed among other words', async () => {
    const there = await out();
    assert.ok(there);
    const taken = await takeBundleCode(upgrade, there, `read to me on the phone: ${code('done', true).toLowerCase()}.`);
    assert.equal(taken?.ok && taken.value, 'done');
    assert.equal(await stateOf(upgrade, run), 'done');
    assert.equal(await out(), undefined);
  });

  it('fails by the code of a failure', async () => {
    const there = await out();
    assert.ok(there);
    await takeBundleCode(upgrade, there, code('failed', false));
    const at = opened(await upgrade.read()).progress.steps.get(run);
    assert.deepEqual([at?.state, at?.findings[0]?.code], ['failed', 'BundleCodeSays']);
  });

  it('hears no code in words without one, and writes nothing', async () => {
    const there = await out();
    assert.ok(there);
    const other = bundleCode('another', prepared.requestHash, {
      outcome: 'done',
      verified: true,
      restartNeeded: false,
    });
    for (const words of ['looked at it', '12345678', other])
      assert.equal(await takeBundleCode(upgrade, there, words), undefined, words);
    assert.ok(!existsSync(join(prepared.folder, 'result.json')));
    assert.equal(await stateOf(upgrade, run), 'unknown');
  });

  it('has the code that PowerShell reckons', () => {
    assert.equal(bundleCode('r1', 'h1', { outcome: 'done', verified: null, restartNeeded: false }), '0CA83025');
  });
});
