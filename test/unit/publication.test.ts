import assert from 'node:assert/strict';
import { existsSync, readFileSync, statSync } from 'node:fs';
import { join } from 'node:path';
import { stepId } from '../../src/core/plan/plan';
import { collectedPair, forgetFiles, prepareCollect, reviewed, takeCollected } from '../../src/node/collected';
import { reviewIn } from '../../src/core/run/publication';
import { endRun, prepareRun, type PreparedRun } from '../../src/node/runFolder';
import { findOut } from '../../src/node/settle';
import { sha256 } from '../../src/node/sha256';
import type { UpgradeFolder } from '../../src/node/upgradeFolder';
import { aFolder, anUpgrade, smallFarm } from '../build/folders';
import { aRunbook, aStep } from '../build/runbooks';
import { gone, leaveMark, leaveResult, opened, options, stateOf } from '../build/runs';
import { add, app, web } from './configBuild';

const compare = stepId('merge', 'mfa01.contoso.example');
const functions = { collect: 'Get-X', run: 'Publish-X', verify: 'Test-X' } as const;
const runbook = aRunbook([aStep('merge', { kind: 'compare', ...functions, changes: true, for: 'mfaServers' })]);
const old = web(app(add('FIXTURE_PASSWORD', 'FIXTURE-secret')));
const fresh = web(app(add('FIXTURE_PASSWORD', ''), add('FIXTURE_NEW', 'x')));
const carried = (text: string): object => ({
  path: 'C:\\web.config',
  content: Buffer.from(text).toString('base64'),
  sha256: sha256(text),
});

describe('A config file on its way', () => {
  let folder: ReturnType<typeof aFolder>;
  let upgrade: UpgradeFolder;
  beforeEach(() => {
    folder = aFolder({ 'farm.json': JSON.stringify(smallFarm) });
    upgrade = anUpgrade(folder.path, runbook);
  });
  afterEach(() => {
    folder.remove();
  });

  async function collected(evidence: Record<string, unknown>): Promise<ReturnType<typeof takeCollected>> {
    const look = await prepareCollect(upgrade, compare, options);
    assert.ok(look.ok, JSON.stringify(look.findings));
    assert.deepEqual([look.value.request.function, look.value.request.verify], ['Get-X', 'Get-X']);
    leaveResult(look.value, { evidence });
    return takeCollected(upgrade, look.value);
  }

  async function published(): Promise<PreparedRun> {
    const pair = await collected({ old: carried(old), new: carried(fresh) });
    assert.ok(pair.ok, JSON.stringify(pair.findings));
    const made = await reviewed(pair.value, opened(await upgrade.read()), { choices: new Map() });
    assert.ok(made.ok, JSON.stringify(made.findings));
    const run = await prepareRun(upgrade, compare, { ...options, publication: made.value.publication });
    assert.ok(run.ok, JSON.stringify(run.findings));
    return run.value;
  }

  it('is kept for its owner only, byte for byte, and fetched anew takes the place of what was there', async () => {
    const first = await collected({ old: carried(old), new: carried(fresh) });
    assert.ok(first.ok);
    assert.equal(readFileSync(first.value.old, 'utf8'), old);
    assert.equal(statSync(first.value.new).mode & 0o077, 0);
    assert.ok(!existsSync(join(first.value.folder, 'result.json')));
    const second = await collected({ old: carried(old), new: carried(old) });
    assert.ok(second.ok && !existsSync(first.value.folder));
    assert.deepEqual(second.value.onHost, { old: 'C:\\web.config', new: 'C:\\web.config' });
    const { onHost: _, ...pair } = second.value;
    assert.deepEqual(await collectedPair(upgrade, compare), pair);
  });

  it('is not taken where its bytes are not those of its hash, or where the look found none', async () => {
    const torn = await collected({ old: carried(old), new: { ...carried(fresh), sha256: sha256(old) } });
    assert.equal(torn.findings[0]?.code, 'ConfigNotArrived');
    assert.equal(await collectedPair(upgrade, compare), undefined);
  });

  it('goes out with the three hashes, and its record tells what was decided and no value', async () => {
    const run = await published();
    const merged = web(app(add('FIXTURE_PASSWORD', 'FIXTURE-secret'), add('FIXTURE_NEW', 'x')));
    assert.deepEqual(run.request.parameters, {
      Sha256: sha256(merged),
      ReplacedSha256: sha256(fresh),
      SavedSha256: sha256(old),
    });
    leaveResult(run);
    await endRun(upgrade, compare, run.request.run);
    const at = opened(await upgrade.read()).progress.steps.get(compare);
    assert.equal(at?.state, 'done');
    assert.deepEqual((at.evidence?.['review'] as { readonly merged: string }).merged, sha256(merged));
    assert.doesNotMatch(JSON.stringify(at.evidence), /FIXTURE-secret/);
    assert.ok(!existsSync(join(run.folder, 'request.json')));
  });

  it('has no review where its record carries one that is not whole', () => {
    const decision = { section: 's', name: 'n', taken: 'old', reason: 'Why.' };
    const review = { verdict: 'merge', old: sha256('a'), new: sha256('b'), merged: sha256('c'), decisions: [decision] };
    assert.deepEqual(reviewIn({ review }), review);
    assert.ok(reviewIn({ review: { ...review, decisions: [] } }));
    for (const wrong of [
      { decisions: undefined },
      { decisions: {} },
      { decisions: [null] },
      { decisions: [decision, { ...decision, name: 1 }] },
      { decisions: [{ ...decision, taken: 'x' }] },
      { verdict: 'x' },
      { merged: 'x' },
      { old: [sha256('a')] },
    ])
      assert.equal(reviewIn({ review: { ...review, ...wrong } }), undefined, JSON.stringify(wrong));
    for (const evidence of [undefined, {}, { review: null }, { review: 'x' }])
      assert.equal(reviewIn(evidence), undefined);
  });

  it('stays out while nobody knows how its run ended; a look asks for its hash, and at last nothing is left', async () => {
    const run = await published();
    leaveMark(run, gone);
    leaveResult(run, { outcome: 'unknown', verified: null });
    await endRun(upgrade, compare, run.request.run);
    assert.equal(await stateOf(upgrade, compare), 'unknown');
    assert.ok(existsSync(join(run.folder, 'request.json')));
    const found = await findOut(upgrade, compare, options);
    assert.ok(found.ok && found.value.kind === 'look', JSON.stringify(found));
    const { parameters, publication } = found.value.prepared.request;
    assert.deepEqual([parameters['Sha256'], publication], [run.request.parameters['Sha256'], undefined]);
    await forgetFiles(upgrade, opened(await upgrade.read()), compare);
    assert.ok(!existsSync(join(run.folder, 'request.json')));
    assert.equal(await collectedPair(upgrade, compare), undefined);
  });
});
