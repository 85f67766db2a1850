import assert from 'node:assert/strict';
import { spawnSync } from 'node:child_process';
import {
  appendFileSync,
  chmodSync,
  mkdirSync,
  readdirSync,
  readFileSync,
  rmSync,
  statSync,
  symlinkSync,
  writeFileSync,
} from 'node:fs';
import { join } from 'node:path';
import { stepId } from '../../src/core/plan/plan';
import { makeOwnFolder } from '../../src/node/ownEntries';
import { prepareRun, takeResults } from '../../src/node/runFolder';
import type { UpgradeFolder } from '../../src/node/upgradeFolder';
import { aFolder, anUpgrade, smallFarm } from '../build/folders';
import { aRunbook, aStep } from '../build/runbooks';

import { runbook, hand, leaveResult, run, options, opened, prepare, stateOf } from '../build/runs';

const mountProgram = 'mount';
const unmountProgram = 'umount';

/** Writes blocks of a size until the disk takes no more of them. */
function fillWith(file: string, size: number): void {
  try {
    for (;;) appendFileSync(file, Buffer.alloc(size));
  } catch (error) {
    assert.equal((error as NodeJS.ErrnoException).code, 'ENOSPC');
  }
}

describe('an upgrade folder', () => {
  let folder: ReturnType<typeof aFolder>;
  const attest = (upgrade: UpgradeFolder): ReturnType<UpgradeFolder['perform']> =>
    upgrade.perform({ kind: 'attest', step: hand, how: 'seen' }, () => ({ type: 'attested', step: hand, how: 'seen' }));

  beforeEach(() => {
    folder = aFolder({ 'farm.json': JSON.stringify(smallFarm) });
  });

  afterEach(() => {
    folder.remove();
  });

  it('writes nothing while it is only looked at', async () => {
    assert.equal(await stateOf(anUpgrade(folder.path, runbook), hand), 'ready');
    assert.deepEqual(readdirSync(folder.path), ['farm.json']);
  });

  it('opens with the first act, and pins farm and runbook', async () => {
    const upgrade = anUpgrade(folder.path, runbook);
    assert.ok((await attest(upgrade)).ok);
    const view = opened(await upgrade.read());
    assert.deepEqual(
      view.journal.records.map(({ type }) => type),
      ['opened', 'attested'],
    );
    assert.equal(readFileSync(upgrade.place.runbookFile, 'utf8'), view.pinned.text);
    assert.equal(view.progress.upgrade?.runbookHash, view.pinned.hash);
    assert.equal(readFileSync(join(upgrade.place.top, '.gitignore'), 'utf8'), '*\n');
  });

  it('shows the same to another reader', async () => {
    await attest(anUpgrade(folder.path, runbook));
    assert.equal(await stateOf(anUpgrade(folder.path, runbook, 'rehearsal', 'other'), hand), 'attested');
  });

  it('lets one of two win who attest the same step at the same time, and tells the other', async () => {
    const two = [
      anUpgrade(folder.path, runbook, 'rehearsal', 'anna'),
      anUpgrade(folder.path, runbook, 'rehearsal', 'bert'),
    ];
    const outcomes = await Promise.all(two.map(attest));
    assert.deepEqual(outcomes.map(({ ok }) => ok).sort(), [false, true]);
    assert.deepEqual(
      outcomes.flatMap(({ findings }) => findings.map(({ code }) => code)),
      ['StepWrongState'],
    );
    const [one] = two;
    assert.ok(one);
    assert.deepEqual(
      opened(await one.read()).journal.records.map(({ type }) => type),
      ['opened', 'attested'],
    );
  });

  it('goes on with the accepted farm when farm.json changes, breaks or vanishes, and says so', async () => {
    const upgrade = anUpgrade(folder.path, runbook);
    await attest(upgrade);
    for (const text of [JSON.stringify({ ...smallFarm, targetVersion: '8.1' }), '{ not json']) {
      writeFileSync(join(folder.path, 'farm.json'), text);
      const view = opened(await upgrade.read());
      assert.equal(view.progress.plan.farm.targetVersion, '8.0.1.1');
      assert.deepEqual(
        view.findings.map(({ code }) => code),
        ['FarmDrift'],
      );
    }
  });

  it('goes on with the pinned runbook when a newer extension brings another one', async () => {
    await attest(anUpgrade(folder.path, runbook));
    const newer = aRunbook([aStep('hand', { title: 'another title' }), aStep('more')]);
    const view = opened(await anUpgrade(folder.path, newer).read());
    assert.deepEqual([...view.progress.steps.keys()], [hand, run]);
    assert.deepEqual(
      view.findings.map(({ code }) => code),
      ['RunbookDrift'],
    );
  });

  it('refuses to go on when the pinned runbook was changed', async () => {
    const upgrade = anUpgrade(folder.path, runbook);
    await attest(upgrade);
    writeFileSync(
      upgrade.place.runbookFile,
      readFileSync(upgrade.place.runbookFile, 'utf8').replace('"hand"', '"hint"'),
    );
    const view = await anUpgrade(folder.path, aRunbook([aStep('other')])).read();
    assert.deepEqual(view.kind === 'refused' && view.findings.map(({ code }) => code), ['RunbookPinLost']);
  });

  for (const name of ['.gitignore', '.gitattributes', 'runs', 'hosts', 'runbook.json']) {
    it(`follows no link in the place of ${name}`, async () => {
      const elsewhere = aFolder({});
      const upgrade = anUpgrade(folder.path, runbook, 'production');
      mkdirSync(upgrade.place.base);
      symlinkSync(join(elsewhere.path, 'target'), join(upgrade.place.base, name));
      const view = await upgrade.read();
      assert.deepEqual(view.kind === 'refused' && view.findings.map(({ code }) => code), ['UpgradeFolderLinked']);
      const said = await attest(upgrade);
      const tried = await prepareRun(upgrade, run, { ...options, whatIf: true });
      assert.deepEqual([said.ok, tried.ok, readdirSync(elsewhere.path)], [false, false, []]);
      elsewhere.remove();
    });
  }

  it('leaves what stands in the place of .gitignore, also where a link came there after the look', async () => {
    const elsewhere = aFolder({ target: 'theirs' });
    const { place } = anUpgrade(folder.path, runbook, 'production');
    mkdirSync(place.base);
    symlinkSync(join(elsewhere.path, 'target'), join(place.base, '.gitignore'));
    await makeOwnFolder(place);
    assert.equal(readFileSync(join(elsewhere.path, 'target'), 'utf8'), 'theirs');
    elsewhere.remove();
  });

  it('is for its owner alone, and leaves a folder that others share to them', async function () {
    if (process.platform === 'win32') this.skip();
    const permissions = (path: string): number => statSync(path).mode & 0o777;
    const upgrade = anUpgrade(folder.path, runbook, 'production');
    await attest(upgrade);
    const { base, journal, runbookFile } = upgrade.place;
    assert.deepEqual([base, journal].map(permissions), [0o700, 0o700]);
    assert.deepEqual([join(journal, '000002.json'), runbookFile].map(permissions), [0o600, 0o600]);
    chmodSync(journal, 0o750);
    await upgrade.perform({ kind: 'reopen', step: hand, reason: 'r' }, () => ({
      ...{ type: 'reopened', step: hand, reason: 'r' },
    }));
    assert.equal(permissions(join(journal, '000003.json')), 0o640);
  });

  it('shows the upgrade, and asks again, where a decision on record does not fit any more', async () => {
    const deciding = aRunbook([aStep('hand'), aStep('purpose', { kind: 'decide', decides: 'purpose' })]);
    const upgrade = anUpgrade(folder.path, deciding, 'production');
    const decided = await upgrade.perform({ kind: 'attest', step: hand, how: 'seen' }, () => ({
      ...{ type: 'decided', key: 'purpose', value: 'one of another version' },
    }));
    assert.ok(decided.ok);
    const view = opened(await upgrade.read());
    assert.deepEqual(
      view.findings.map(({ code }) => code),
      ['DecisionNoLongerFits'],
    );
    assert.equal(view.progress.steps.get(stepId('purpose', 'Contoso'))?.state, 'ready');
  });

  it('offers a sample for rehearsal only', async () => {
    writeFileSync(join(folder.path, '.mfa-upgrade-sample'), '');
    const production = await attest(anUpgrade(folder.path, runbook, 'production'));
    assert.deepEqual(
      production.findings.map(({ code }) => code),
      ['SampleRehearsalOnly'],
    );
    assert.ok((await attest(anUpgrade(folder.path, runbook, 'rehearsal'))).ok);
  });

  it('warns of a folder that a program synchronises, before and after it is opened', async () => {
    const synced = join(folder.path, 'OneDrive - Contoso');
    mkdirSync(synced);
    writeFileSync(join(synced, 'farm.json'), JSON.stringify(smallFarm));
    const upgrade = anUpgrade(synced, runbook);
    const codes = async (): Promise<readonly string[]> => opened(await upgrade.read()).findings.map(({ code }) => code);
    assert.deepEqual(await codes(), ['FolderSynced']);
    await attest(upgrade);
    assert.deepEqual(await codes(), ['FolderSynced']);
  });

  it('says so when the folder cannot be written, and has opened nothing', async () => {
    writeFileSync(join(folder.path, '.mfa-upgrade'), 'a file where the folder should be');
    const outcome = await attest(anUpgrade(folder.path, runbook));
    assert.equal(outcome.ok, false);
    assert.notEqual(outcome.findings[0]?.remedy ?? '', '');
  });

  it('takes no record where its runs remember more than the journal holds, and blames no run for it', async () => {
    const upgrade = anUpgrade(folder.path, runbook);
    await attest(upgrade);
    leaveResult(await prepare(upgrade));
    for (const name of ['000002.json', '000003.json']) rmSync(join(upgrade.place.journal, name));
    const stranger = anUpgrade(folder.path, runbook);
    const view = opened(await stranger.read());
    assert.deepEqual(
      [view.canWrite, ...view.findings.map(({ code, message }) => [code, message])],
      [
        false,
        ['JournalCut', 'Record 2 is missing at the end: this folder is older than what this computer remembers.'],
      ],
    );
    const refusedAct = await attest(anUpgrade(folder.path, runbook));
    assert.deepEqual(
      refusedAct.findings.map(({ code }) => code),
      ['JournalCut'],
    );
    assert.deepEqual(readdirSync(upgrade.place.journal).sort(), ['000001.json']);
  });

  it('says so on a full disk, and goes on from what was recorded once there is room', async function () {
    const disk = aFolder({});
    const mount = spawnSync(mountProgram, ['-t', 'tmpfs', '-o', 'size=256k', 'tmpfs', disk.path]);
    if (mount.status !== 0) this.skip(); // needs root on Linux
    try {
      writeFileSync(join(disk.path, 'farm.json'), JSON.stringify(smallFarm));
      const upgrade = anUpgrade(disk.path, runbook);
      const attest = (how: string): ReturnType<UpgradeFolder['perform']> =>
        upgrade.perform({ kind: 'attest', step: hand, how }, () => ({ type: 'attested', step: hand, how }));
      leaveResult(await prepare(upgrade));
      const filler = join(disk.path, 'filler');
      for (let size = 65_536; size >= 1; size /= 2) fillWith(filler, size);
      const refusedOn = await attest('seen');
      assert.deepEqual(
        refusedOn.findings.map(({ code }) => code),
        ['JournalDiskFull'],
      );
      assert.equal(await stateOf(upgrade, hand), 'ready');
      const untaken = await takeResults(upgrade);
      assert.deepEqual(
        untaken.map(({ code }) => code),
        ['JournalDiskFull'],
      );
      assert.equal(await stateOf(upgrade, run), 'running');
      rmSync(filler);
      assert.deepEqual(await takeResults(upgrade), []);
      assert.equal(await stateOf(upgrade, run), 'done');
      assert.ok((await attest('seen')).ok);
      assert.equal(await stateOf(anUpgrade(disk.path, runbook), hand), 'attested');
    } finally {
      spawnSync(unmountProgram, [disk.path]);
      disk.remove();
    }
  });

  it('does not take a rehearsal for the production upgrade', async () => {
    const rehearsal = anUpgrade(folder.path, runbook, 'rehearsal');
    await attest(rehearsal);
    const production = anUpgrade(folder.path, runbook, 'production');
    mkdirSync(production.place.journal, { recursive: true });
    for (const name of readdirSync(rehearsal.place.journal))
      writeFileSync(join(production.place.journal, name), readFileSync(join(rehearsal.place.journal, name)));
    const view = await production.read();
    assert.deepEqual(view.kind === 'refused' && view.findings.map(({ code }) => code), ['ModeMismatch']);
  });
});
