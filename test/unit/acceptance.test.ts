import assert from 'node:assert/strict';
import { readFileSync, rmSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { stepId } from '../../src/core/plan/plan';
import type { Finding } from '../../src/core/report/finding';
import type { Runbook } from '../../src/core/runbook/runbook';
import type { Drift, OpenView } from '../../src/node/folderView';
import { placeOf } from '../../src/node/place';
import { prepareRun } from '../../src/node/runFolder';
import { UpgradeFolder } from '../../src/node/upgradeFolder';
import { aFolder, anUpgrade, aWorld, smallFarm } from '../build/folders';
import { aRunbook, aStep } from '../build/runbooks';

const hand = stepId('hand', 'Contoso');
const change = stepId('change', 'Contoso');
const runbookOf = (...more: readonly Parameters<typeof aStep>[]): Runbook =>
  aRunbook([
    aStep('hand', { after: [] }),
    aStep('check', { kind: 'run', run: 'Test-X', for: 'mfaServers', with: { TargetVersion: 'targetVersion' } }),
    aStep('change', { changes: true }),
    ...more.map((step) => aStep(...step)),
  ]);
const runbook = runbookOf();
const codesOf = ({ findings }: { readonly findings: readonly Finding[] }): readonly string[] =>
  findings.map(({ code }) => code);

describe('An upgrade whose farm.json or runbook changes', () => {
  let folder: ReturnType<typeof aFolder>;
  let upgrade: UpgradeFolder;

  const write = (farm: unknown): void => {
    writeFileSync(join(folder.path, 'farm.json'), typeof farm === 'string' ? farm : JSON.stringify(farm));
  };
  const withServer = (name: string, more: object = {}): object => ({
    ...smallFarm,
    ...more,
    hosts: [...smallFarm.hosts, { name, mfaServer: { version: '6.3.1', role: 'subordinate' } }],
  });
  const open = async (by = upgrade): Promise<OpenView> => {
    const view = await by.read();
    assert.ok(view.kind === 'open', JSON.stringify(view));
    return view;
  };
  const attest = async (id = hand): Promise<void> => {
    const written = await upgrade.perform({ kind: 'attest', step: id, how: 'seen' }, () => ({
      type: 'attested',
      step: id,
      how: 'seen',
    }));
    assert.ok(written.ok, JSON.stringify(written.findings));
  };
  const refusedFor = async (what: Drift, by = upgrade): Promise<readonly string[]> => {
    const proposal = await by.proposal(what);
    return proposal.ok ? [] : codesOf(proposal);
  };
  const newer = (): UpgradeFolder => new UpgradeFolder(placeOf(folder.path, 'rehearsal'), aWorld(runbookOf(['more'])));

  beforeEach(async () => {
    folder = aFolder({ 'farm.json': JSON.stringify(smallFarm) });
    upgrade = anUpgrade(folder.path, runbook);
    await attest();
  });
  afterEach(() => {
    folder.remove();
  });

  it('says that farm.json changed, goes on with the agreed one, and takes the new one when it is accepted', async () => {
    write(withServer('mfa02'));
    const before = await open();
    assert.deepEqual([codesOf(before), before.drifts], [['FarmDrift'], ['farm']]);
    assert.equal(before.progress.plan.farm.hosts.length, 1);

    const proposal = await upgrade.proposal('farm');
    assert.ok(proposal.ok);
    assert.deepEqual(proposal.value.difference, { added: ['check@mfa02'], removed: [], changed: [] });
    const accepted = await upgrade.accept(proposal.value);
    assert.ok(accepted.ok && accepted.value.type === 'farmAccepted');

    const after = await open();
    assert.deepEqual([codesOf(after), after.drifts, after.progress.plan.farm.hosts.length], [[], [], 2]);
    assert.equal(after.progress.steps.get(hand)?.state, 'attested');
  });

  it('shows a step as changed of which only a parameter is another one', async () => {
    write({ ...smallFarm, targetVersion: '8.0.2' });
    const proposal = await upgrade.proposal('farm');
    assert.ok(proposal.ok);
    assert.deepEqual(proposal.value.difference.changed, ['check@mfa01.contoso.example']);
  });

  it('changes nothing for a farm.json that is broken, and offers no review', async () => {
    write('{');
    const view = await open();
    assert.deepEqual([codesOf(view), view.drifts], [['FarmDrift'], []]);
    assert.notDeepEqual(await refusedFor('farm'), []);
  });

  it('accepts nothing while a step runs or nobody knows how it stands', async () => {
    write(withServer('mfa02'));
    const check = stepId('check', 'mfa01.contoso.example');
    assert.ok((await prepareRun(upgrade, check, { whatIf: false, defaultTransport: 'winrm' })).ok);
    assert.deepEqual(await refusedFor('farm'), ['AcceptanceNotNow']);
  });

  it('accepts nothing while a step is unknown', async () => {
    write(withServer('mfa02'));
    assert.deepEqual(await refusedFor('farm'), []);
    const reopened = await upgrade.perform({ kind: 'reopen', step: hand, reason: 'wrong' }, () => ({
      type: 'reopened',
      step: hand,
      reason: 'wrong',
    }));
    assert.ok(reopened.ok);
    assert.deepEqual(await refusedFor('farm'), ['AcceptanceNotNow']);
  });

  it('accepts nothing while an AD FS farm is without multi-factor authentication', async () => {
    rmSync(join(folder.path, '.mfa-upgrade'), { recursive: true });
    const outage = runbookOf(['off', { outage: 'begins', changes: true }], ['on', { outage: 'ends', after: ['off'] }]);
    upgrade = anUpgrade(folder.path, outage);
    await attest();
    write(withServer('mfa02'));
    await attest(stepId('off', 'Contoso'));
    assert.deepEqual(await refusedFor('farm'), ['AcceptanceNotNow']);
    await attest(stepId('on', 'Contoso'));
    assert.deepEqual(await refusedFor('farm'), []);
  });

  it('refuses what was shown once somebody has accepted another farm', async () => {
    write(withServer('mfa02'));
    const shown = await upgrade.proposal('farm');
    write(withServer('mfa03'));
    const other = await upgrade.proposal('farm');
    assert.ok(shown.ok && other.ok);
    assert.ok((await upgrade.accept(other.value)).ok);
    assert.deepEqual(codesOf(await upgrade.accept(shown.value)), ['AcceptanceSeenAnother']);
  });

  it('accepts no other target once something was changed', async () => {
    write(withServer('mfa02', { targetVersion: '8.0.2' }));
    assert.deepEqual(await refusedFor('farm'), []);
    await attest(change);
    assert.deepEqual(await refusedFor('farm'), ['AcceptanceOtherGoal']);
    write(withServer('mfa02'));
    assert.deepEqual(await refusedFor('farm'), []);
  });

  it('asks again when somebody was faster: what was shown is refused once it may not be accepted any more', async () => {
    write(withServer('mfa02', { targetVersion: '8.0.2' }));
    const proposal = await upgrade.proposal('farm');
    assert.ok(proposal.ok);
    await attest(change);
    assert.deepEqual(codesOf(await upgrade.accept(proposal.value)), ['AcceptanceOtherGoal']);
  });

  it('goes on with its own runbook under a newer version, and takes the new edition when it is accepted', async () => {
    const window = newer();
    const before = await open(window);
    assert.deepEqual([codesOf(before), before.drifts], [['RunbookDrift'], ['runbook']]);
    assert.equal(before.progress.plan.steps.length, 3);
    const proposal = await window.proposal('runbook');
    assert.ok(proposal.ok);
    assert.deepEqual(proposal.value.difference.added, ['more@Contoso']);
    assert.ok((await window.accept(proposal.value)).ok);
    const after = await open(window);
    assert.deepEqual([codesOf(after), after.progress.plan.steps.length], [[], 4]);
    assert.equal(readFileSync(window.place.runbookFile, 'utf8'), after.pinned.text);
  });

  it('heals a runbook.json that was lost after its record, and one that another version wrote, with the next record', async () => {
    for (const harm of [
      () => {
        rmSync(upgrade.place.runbookFile);
      },
      () => {
        writeFileSync(upgrade.place.runbookFile, newer().place.base);
      },
    ]) {
      harm();
      assert.deepEqual(codesOf(await open()), ['RunbookPinDiffers']);
      const id = stepId('hand', 'Contoso');
      assert.ok(
        (
          await upgrade.perform({ kind: 'reopen', step: id, reason: 'again' }, () => ({
            type: 'reopened',
            step: id,
            reason: 'again',
          }))
        ).ok,
      );
      assert.deepEqual(codesOf(await open()), []);
      await attest();
    }
  });

  it('refuses the view where nobody has the agreed edition any more', async () => {
    writeFileSync(upgrade.place.runbookFile, '{}');
    const view = await newer().read();
    assert.ok(view.kind === 'refused');
    assert.deepEqual(codesOf(view), ['RunbookPinLost']);
  });
});

describe('An upgrade that is opened on another computer', () => {
  it('is read there, and takes records only after somebody said to go on', async () => {
    const folder = aFolder({ 'farm.json': JSON.stringify(smallFarm) });
    const here = anUpgrade(folder.path, runbook);
    assert.ok((await here.open()).ok);
    const world = aWorld(runbook);
    const there = new UpgradeFolder(placeOf(folder.path, 'rehearsal'), {
      ...world,
      actor: { user: 'anna', computer: 'ADMIN02' },
    });
    const attest = (by: UpgradeFolder): ReturnType<UpgradeFolder['perform']> =>
      by.perform({ kind: 'attest', step: hand, how: 'x' }, () => ({ type: 'attested', step: hand, how: 'x' }));

    const view = await there.read();
    assert.ok(view.kind === 'open');
    assert.deepEqual(codesOf(view), ['UpgradeElsewhere']);
    assert.deepEqual(codesOf(await attest(there)), ['UpgradeElsewhere']);
    const moved = await there.moveHere();
    assert.ok(moved.ok && moved.value.type === 'movedTo' && moved.value.computer === 'ADMIN02');
    assert.ok((await attest(there)).ok);

    const again = await here.read();
    assert.ok(again.kind === 'open' && here.isAtHome(again)); // asked once: both go on
    folder.remove();
  });
});
