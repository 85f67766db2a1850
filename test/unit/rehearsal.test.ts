import assert from 'node:assert/strict';
import { existsSync, mkdirSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { readAssumptions } from '../../src/core/rehearsal/assumptions';
import type { Host } from '../../src/core/farm/farm';
import { parseFarmState, type FarmState } from '../../src/core/rehearsal/farmState';
import { parseFaults } from '../../src/core/rehearsal/faults';
import { watchChanges } from '../../src/core/rehearsal/violations';
import { placeOfRehearsal } from '../../src/node/place';
import { rehearsalFolder } from '../../src/node/rehearsalFolder';
import { aFarm, sampleFarm } from '../build/farms';
import { aFolder, anUpgrade, aWorld, smallFarm } from '../build/folders';
import { hand, run, runbook } from '../build/runs';
import { planOf } from '../orders/anyPlan';

const state = (change: typeof changed): FarmState => ({
  minutes: 1,
  pools: [],
  clients: [],
  changes: [change],
  violations: [],
});
const changed = { host: 'mfa02.contoso.example', program: 'Setup.exe', reachedThrough: ['VPN gateway'] };

describe('a rehearsal', () => {
  it('calls a host that was changed while it was reached a violation, where another one could have answered', () => {
    const { violations, notes } = watchChanges(planOf(aFarm(2)), state(changed));
    assert.equal(violations.length, 1);
    assert.deepEqual(notes, []);
  });

  it('only notes it where nobody else can answer, or where the total outage of a server is announced', () => {
    const only = { ...changed, host: 'mfa01.contoso.example' };
    const alone = watchChanges(planOf(aFarm(1)), state(only));
    assert.deepEqual([alone.violations.length, alone.notes.length], [0, 1]);
    const agents = aFarm(2);
    const hosts = agents.hosts.map(({ mfaServer, ...host }) => ({ ...host, phoneFactorAgent: mfaServer }) as Host);
    const together = watchChanges(planOf({ ...agents, hosts }), state(changed));
    assert.deepEqual([together.violations.length, together.notes.length], [0, 1]);
    const inTurn = planOf({ ...agents, hosts }, new Map([['agents', 'oneByOne']]));
    assert.equal(watchChanges(inTurn, state(changed)).violations.length, 1);
  });

  it('takes over what the simulation saw itself, also where nobody else could answer', () => {
    const text = '{"minutes":1,"violations":["EMEA: people were refused"]}';
    const seen = parseFarmState(text);
    assert.ok(seen);
    assert.deepEqual(watchChanges(planOf(aFarm(1)), seen).violations, ['EMEA: people were refused']);
  });

  it('reads faults, and refuses a host that is not there and a text that is none', () => {
    const farm = sampleFarm('contoso');
    assert.deepEqual(parseFaults(['MFA02.contoso.example:msiexec.exe=1603'], farm), {
      ok: true,
      value: [{ host: 'mfa02.contoso.example', program: 'msiexec.exe', exitCode: 1603 }],
      findings: [],
    });
    const codes = parseFaults(['x:y=1', 'mfa02.contoso.example:msiexec.exe', 'a:../b=1'], farm).findings;
    assert.deepEqual(
      codes.map(({ code }) => code),
      ['FaultUnknownHost', 'FaultUnreadable', 'FaultUnreadable'],
    );
  });

  it('counts the marks of the simulation, and names what is inferred, the minutes of a person with it', () => {
    const text =
      '# documented: SEED-A, x\n  # community: C7A\n# inferred: so it is\n# not inferred\na # inferred: no line\n';
    const { counts, inferred } = readAssumptions([text]);
    assert.deepEqual(counts, { documented: 1, community: 1, inferred: 3 });
    assert.equal(inferred[0], 'so it is');
    assert.match(inferred.slice(1).join(), /by hand takes 3 minutes.*sign-in takes 2 minutes/);
  });

  it('takes a cut state of the farm for none', () => {
    assert.equal(parseFarmState('{"minutes":3,"po'), undefined);
  });

  it('goes on with its own folder, and leaves anything else alone', async () => {
    const folder = aFolder({ 'farm.json': JSON.stringify(smallFarm) });
    const place = placeOfRehearsal(join(folder.path, 'farm.json'));
    const opened = await anUpgrade(folder.path, runbook).open();
    assert.ok(opened.ok);
    const { plan } = opened.value.progress;
    const again = await rehearsalFolder(place, plan, aWorld(runbook));
    assert.ok(again.ok && again.value.goesOn);
    const other = await rehearsalFolder(place, { ...plan, farmHash: 'x' }, aWorld(runbook));
    assert.equal(other.findings[0]?.code, 'RehearsalOther');
    const anew = await rehearsalFolder(place, { ...plan, farmHash: 'x' }, aWorld(runbook), 'putAside');
    assert.ok(anew.ok && !anew.value.goesOn && existsSync(`${place.base}-1`));
    mkdirSync(place.base);
    writeFileSync(join(place.base, 'letter.txt'), 'mine');
    assert.equal((await rehearsalFolder(place, plan, aWorld(runbook))).findings[0]?.code, 'RehearsalFolderTaken');
    folder.remove();
  });

  it('goes on where it ended at a step, and begins anew when it came to its end or the farm is another one', async () => {
    const folder = aFolder({ 'farm.json': JSON.stringify(smallFarm) });
    const place = placeOfRehearsal(join(folder.path, 'farm.json'));
    const upgrade = anUpgrade(folder.path, runbook);
    const opened = await upgrade.open();
    assert.ok(opened.ok);
    const { plan } = opened.value.progress;
    const report = (): void => writeFileSync(join(place.base, 'report.md'), 'It ended.');
    const goesOn = async (): Promise<boolean | undefined> => {
      const found = await rehearsalFolder(place, plan, aWorld(runbook));
      return found.ok ? found.value.goesOn : undefined;
    };
    report();
    assert.equal(await goesOn(), true);
    for (const step of [hand, run])
      await upgrade.perform({ kind: 'attest', step, how: 'seen' }, () => ({ type: 'attested', step, how: 'seen' }));
    assert.equal(await goesOn(), false);
    assert.ok((await anUpgrade(folder.path, runbook).open()).ok);
    report();
    const other = await rehearsalFolder(place, { ...plan, farmHash: 'x' }, aWorld(runbook));
    assert.ok(other.ok && !other.value.goesOn && existsSync(`${place.base}-2`));
    folder.remove();
  });
});
