import assert from 'node:assert/strict';
import { existsSync, mkdirSync, readdirSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { endRun, prepareRun, takeResults } from '../../src/node/runFolder';
import { findOut } from '../../src/node/settle';
import { UpgradeFolder } from '../../src/node/upgradeFolder';
import { aFolder, anUpgrade, aWorld, smallFarm } from '../build/folders';

import {
  runbook,
  run,
  options,
  opened,
  stateOf,
  prepare,
  leaveResult,
  gone,
  thisProcess,
  leaveMark,
} from '../build/runs';

describe('a run', () => {
  let folder: ReturnType<typeof aFolder>;
  let upgrade: UpgradeFolder;

  beforeEach(() => {
    folder = aFolder({ 'farm.json': JSON.stringify(smallFarm) });
    upgrade = anUpgrade(folder.path, runbook);
  });

  afterEach(() => {
    folder.remove();
  });

  it('has its request on disk and its record written before anything starts', async () => {
    const prepared = await prepare(upgrade);
    assert.equal(await stateOf(upgrade, run), 'running');
    const request = JSON.parse(readFileSync(join(prepared.folder, 'request.json'), 'utf8')) as Record<string, unknown>;
    assert.deepEqual(
      [request['function'], request['target'], request['mode']],
      ['Set-X', 'mfa01.contoso.example', 'rehearsal'],
    );
  });

  it('is done by its own result, taken in by any window, once', async () => {
    leaveResult(await prepare(upgrade));
    const other = anUpgrade(folder.path, runbook, 'rehearsal', 'other');
    await Promise.all([takeResults(upgrade), takeResults(other), takeResults(other)]);
    await takeResults(upgrade);
    const view = opened(await upgrade.read());
    assert.equal(view.progress.steps.get(run)?.state, 'done');
    assert.equal(view.journal.records.filter(({ type }) => type === 'ended').length, 1);
  });

  it('is not done by a result of another run, another request, another mode, or a what-if', async () => {
    for (const wrong of [
      { run: 'x' },
      { requestHash: 'x' },
      { mode: 'production' },
      { whatIf: true },
      { v: 2 },
      { verified: 'yes' },
    ]) {
      const again = aFolder({ 'farm.json': JSON.stringify(smallFarm) });
      const upgraded = anUpgrade(again.path, runbook);
      leaveResult(await prepare(upgraded), wrong);
      await takeResults(upgraded);
      assert.equal(await stateOf(upgraded, run), 'unknown', JSON.stringify(wrong));
      again.remove();
    }
  });

  it('stands where it stood when no process has taken it, and can be taken by none from then on', async () => {
    const prepared = await prepare(upgrade);
    await endRun(upgrade, run, prepared.request.run);
    assert.equal(await stateOf(upgrade, run), 'ready');
    assert.ok(existsSync(join(prepared.folder, 'taken')));
    assert.deepEqual(
      opened(await upgrade.read())
        .progress.steps.get(run)
        ?.findings.map(({ code }) => code),
      ['RunNeverTaken'],
    );
  });

  it('is unknown when it ended without a result, and done when the result comes late', async () => {
    const prepared = await prepare(upgrade);
    leaveMark(prepared, gone);
    await endRun(upgrade, run, prepared.request.run);
    assert.equal(await stateOf(upgrade, run), 'unknown');
    await takeResults(upgrade);
    leaveResult(prepared);
    await takeResults(upgrade);
    assert.equal(await stateOf(upgrade, run), 'done');
  });

  it('is unknown when its process is gone, and goes on while it is there', async () => {
    const prepared = await prepare(upgrade);
    leaveMark(prepared, await thisProcess());
    await takeResults(upgrade);
    assert.equal(await stateOf(upgrade, run), 'running');
    leaveMark(prepared, gone);
    await takeResults(upgrade);
    assert.equal(await stateOf(upgrade, run), 'unknown');
  });

  it('is looked at when another process has got the id of its process meanwhile', async () => {
    const prepared = await prepare(upgrade);
    const mark = await thisProcess();
    leaveMark(prepared, mark);
    const there = await findOut(upgrade, run, options);
    assert.deepEqual(there.ok && there.value, { kind: 'stillRuns', processId: process.pid });
    leaveMark(prepared, { ...mark, startTicks: '1' });
    const reused = await findOut(upgrade, run, options);
    assert.equal(reused.ok && reused.value.kind, 'look');
  });

  it('says nothing by the process id of another computer', async () => {
    const prepared = await prepare(upgrade);
    leaveMark(prepared, { ...gone, computer: 'ADMIN02' });
    await takeResults(upgrade);
    assert.equal(await stateOf(upgrade, run), 'running');
  });

  it('is left alone, and started nowhere, by a computer on which nobody has said to go on', async () => {
    const prepared = await prepare(upgrade);
    const actor = { user: 'anna', computer: 'ADMIN02' };
    const there = new UpgradeFolder(upgrade.place, { ...aWorld(runbook), actor });
    for (const asked of [
      await findOut(there, run, options),
      await prepareRun(there, run, { ...options, whatIf: true }),
    ])
      assert.deepEqual(!asked.ok && asked.findings.map(({ code }) => code), ['UpgradeElsewhere']);
    assert.deepEqual(readdirSync(upgrade.place.runs), [prepared.request.run]);
    assert.deepEqual(readdirSync(prepared.folder), ['request.json'], 'nobody has taken it');
    assert.ok((await there.moveHere()).ok);
    assert.ok((await findOut(there, run, options)).ok);
  });

  it('that was never started is told with its folder and counts for nothing; a what-if is none', async () => {
    const prepared = await prepare(upgrade);
    const stray = join(upgrade.place.runs, '00000000-0000-4000-8000-000000000000');
    mkdirSync(stray);
    leaveResult({
      ...prepared,
      folder: stray,
      request: { ...prepared.request, run: '00000000-0000-4000-8000-000000000000' },
    });
    await takeResults(upgrade);
    const { findings } = opened(await upgrade.read());
    assert.deepEqual(
      findings.map(({ code, file }) => [code, file]),
      [['RunOrphan', stray]],
    );
    assert.equal(await stateOf(upgrade, run), 'running');
    for (const ours of ['{"whatIf":true}', '{"whatIf":false,"function":"Test-X","verify":"Test-X"}']) {
      writeFileSync(join(stray, 'request.json'), ours);
      assert.deepEqual(opened(await upgrade.read()).findings, [], ours);
    }
    for (const cut of ['{"whatIf":tr', '{"whatIf":false,"function":"Set-X","verify":"Test-X"}']) {
      writeFileSync(join(stray, 'request.json'), cut);
      assert.equal(opened(await upgrade.read()).findings[0]?.code, 'RunOrphan', cut);
    }
  });

  it('is unknown when its result is no file, or more than a record can hold', async () => {
    const nested = `${'['.repeat(5_000)}${']'.repeat(5_000)}`;
    for (const result of ['folder', `{"deep":${nested}}`, JSON.stringify({ long: 'x'.repeat(5 * 1024 * 1024) })]) {
      const again = aFolder({ 'farm.json': JSON.stringify(smallFarm) });
      const upgraded = anUpgrade(again.path, runbook);
      const prepared = await prepare(upgraded);
      leaveMark(prepared, gone);
      const file = join(prepared.folder, 'result.json');
      if (result === 'folder') mkdirSync(file);
      else {
        leaveResult(prepared, { evidence: 'here' });
        writeFileSync(file, readFileSync(file, 'utf8').replace('"here"', result));
      }
      assert.deepEqual(await takeResults(upgraded), []);
      assert.equal(await stateOf(upgraded, run), 'unknown', result.slice(0, 12));
      again.remove();
    }
  });

  it('lets others see its process and its newest line while it runs', async () => {
    const prepared = await prepare(upgrade);
    assert.deepEqual(opened(await upgrade.read()).life.get(run), {});
    leaveMark(prepared, gone);
    writeFileSync(join(prepared.folder, 'output.json'), '{"time":"2026-11-25T20:01:00.000Z","text":"half way"}');
    assert.deepEqual(opened(await upgrade.read()).life.get(run), {
      processId: gone.processId,
      computer: 'ADMIN01',
      time: '2026-11-25T20:01:00.000Z',
      text: 'half way',
    });
    for (const broken of ['', '{"time":"2026-11', '[]', 'null', '{"time":5,"text":"x"}', '{"time":"now","text":"x"}']) {
      writeFileSync(join(prepared.folder, 'output.json'), broken);
      assert.equal(opened(await upgrade.read()).life.get(run)?.text, undefined, broken);
    }
  });

  it('is refused while the same step runs, and leaves no folder behind', async () => {
    await prepare(upgrade);
    const second = await prepareRun(upgrade, run, options);
    assert.deepEqual(
      second.findings.map(({ code }) => code),
      ['StepWrongState'],
    );
    assert.equal(readdirSync(upgrade.place.runs).length, 1);
  });

  it('leaves no record when it is only a what-if, and opens no upgrade', async () => {
    const prepared = await prepareRun(upgrade, run, { ...options, whatIf: true });
    assert.ok(prepared.ok);
    const view = opened(await upgrade.read());
    assert.deepEqual([view.progress.steps.get(run)?.state, view.journal.records], ['ready', []]);
    assert.equal(existsSync(upgrade.place.journal), false);
    assert.deepEqual(prepared.value.request.rehearsal?.farm, smallFarm);
    assert.equal(readFileSync(join(upgrade.place.top, '.gitignore'), 'utf8'), '*\n');
  });
});
