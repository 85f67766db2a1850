import assert from 'node:assert/strict';
import { appendFileSync, readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { compareConfigs } from '../../src/core/config/compare';
import { readConfig } from '../../src/core/config/configFile';
import { stepId } from '../../src/core/plan/plan';
import type { Result } from '../../src/core/report/result';
import { collectedPair, forgetCollected, prepareCollect, reviewed, takeCollected } from '../../src/node/collected';
import { Evening } from '../../src/node/evening';
import { rehearse } from '../../src/node/rehearsal';
import { endRun, prepareRun, wayBackByFunction, type PreparedRun } from '../../src/node/runFolder';
import { StepPlayer } from '../../src/node/stepPlayer';
import type { UpgradeFolder } from '../../src/node/upgradeFolder';
import { aFolder, smallFarm } from '../build/folders';
import { opened, stateOf } from '../build/runs';
import { buildProgram } from '../build/program';
import { aRehearsal, builtProgram } from '../build/shipped';

const host = 'web01.contoso.example';
const merge = stepId('merge-portal-config', host);
const farm = {
  ...smallFarm,
  hosts: [
    { ...smallFarm.hosts[0], webServiceSdk: { virtualDirectory: 'Sdk' } },
    { name: host, userPortal: { virtualDirectory: 'Portal' } },
  ],
};
const options = { whatIf: false, defaultTransport: 'winrm' } as const;

function value<T>(result: Result<T>): T {
  assert.ok(result.ok, JSON.stringify(result.findings));
  return result.value;
}

/** Real PowerShell on a simulated farm: the files come from the host, and go back to it. */
describe('A config file in a rehearsal', () => {
  const powershell = { path: process.env['MFA_UPGRADE_POWERSHELL'] ?? '', from: 'MFA_UPGRADE_POWERSHELL' } as const;
  const folder = aFolder({ 'farm.json': JSON.stringify(farm) });
  const live = join(folder.path, '.mfa-upgrade/rehearsal/hosts', host, 'files/C/inetpub/wwwroot/Portal/web.config');
  let upgrade: UpgradeFolder;
  let evening: Evening | undefined;

  before(async function () {
    if (powershell.path === '') this.skip();
    this.timeout(0);
    buildProgram();
    upgrade = await aRehearsal(folder.path);
    evening = new Evening(powershell, builtProgram, () => undefined);
    let isThere = false;
    const input = { upgrade, powershell, programFolder: builtProgram, faults: [] } as const;
    await rehearse({
      ...input,
      decided: new Map(),
      print: () => undefined,
      onStep: ({ step }) => (isThere ||= step === 'install-portal'),
      isStopped: () => isThere,
    });
    assert.equal(await stateOf(upgrade, merge), 'ready');
  });
  after(async () => {
    await evening?.close();
    folder.remove();
  });

  const ask = async ({ folder: run, requestHash }: PreparedRun): Promise<number> => {
    const answer = await evening?.ask({ hosts: upgrade.place.hosts, run, requestHash });
    return answer?.ok ? answer.value.exitCode : -1;
  };
  const collect = async (): Promise<Parameters<typeof reviewed>[0]> => {
    const look = value(await prepareCollect(upgrade, merge, options));
    assert.equal(await ask(look), 0);
    return value(await takeCollected(upgrade, look));
  };
  const publish = async (
    pair: Parameters<typeof reviewed>[0],
    choices: ReadonlyMap<string, 'old' | 'new'>,
  ): Promise<void> => {
    const made = value(await reviewed(pair, opened(await upgrade.read()), { choices }));
    const run = value(await prepareRun(upgrade, merge, { ...options, whatIf: false, publication: made.publication }));
    await ask(run);
    await endRun(upgrade, merge, run.request.run);
  };
  const codesOf = async (): Promise<readonly string[]> =>
    (opened(await upgrade.read()).progress.steps.get(merge)?.findings ?? []).map(({ code }) => code);

  it('is not published before it was compared, nor over a file that was changed meanwhile', async function () {
    this.timeout(0);
    const uncompared = await prepareRun(upgrade, merge, { ...options, whatIf: false });
    assert.equal(uncompared.findings[0]?.code, 'ConfigNotCompared');
    const pair = await collect();
    appendFileSync(live, ' ');
    const changed = readFileSync(live);
    await publish(pair, new Map());
    assert.deepEqual(readFileSync(live), changed);
    assert.deepEqual([await stateOf(upgrade, merge), await codesOf()], ['ready', ['ConfigurationChanged']]);
  });

  it('is fetched, merged with what was chosen, published, and put back byte for byte', async function () {
    this.timeout(0);
    const pair = await collect();
    const installed = readFileSync(live);
    assert.deepEqual(readFileSync(pair.new), installed);
    const [old, fresh] = [pair.old, pair.new].map((path) => value(readConfig(readFileSync(path))));
    assert.ok(old && fresh);
    const id = compareConfigs(old, fresh).changes.find(({ name }) => name === 'SSL_REQUIRED')?.id ?? '';
    const choices = new Map([[id, 'old' as const]]);
    const { content, review } = value(await reviewed(pair, opened(await upgrade.read()), { choices })).publication;
    await publish(pair, choices);
    assert.equal(await stateOf(upgrade, merge), 'done', JSON.stringify(await codesOf()));
    assert.equal(readFileSync(live).toString('base64'), content);
    assert.match(readFileSync(live, 'utf8'), /SSL_REQUIRED/);
    const { evidence } = opened(await upgrade.read()).progress.steps.get(merge) ?? {};
    assert.deepEqual(evidence?.['review'], review);
    const back = wayBackByFunction(opened(await upgrade.read()), merge) ?? assert.fail();
    const undo = value(await prepareRun(upgrade, back.id, options));
    assert.equal(await ask(undo), 0);
    await endRun(upgrade, back.id, undo.request.run);
    assert.deepEqual(readFileSync(live), installed);
    assert.equal(await stateOf(upgrade, merge), 'ready');
  });

  it('leaves no password in the folder of the upgrade, and the portal works with it', async function () {
    this.timeout(0);
    const pair = await collect();
    assert.equal((await collectedPair(upgrade, merge))?.old, pair.old);
    await publish(pair, new Map());
    await forgetCollected(upgrade, merge);
    const runs = readdirSync(upgrade.place.runs, { recursive: true, encoding: 'utf8' });
    const texts = runs
      .filter((name) => /\.\w+$/.test(name))
      .map((name) => readFileSync(join(upgrade.place.runs, name), 'utf8'));
    assert.ok(texts.length > 0);
    const secret = Buffer.from('WEB_SERVICE_SDK_AUTHENTICATION_PASSWORD');
    for (const text of texts)
      for (const n of [0, 1, 2]) assert.ok(!text.includes(inBase64(secret, n)) && !text.includes(secret.toString()));
    const view = opened(await upgrade.read());
    const test = view.progress.plan.steps.find(({ step, target }) => step === 'test-portal' && target === host);
    assert.ok(test && evening);
    value(await new StepPlayer(upgrade, evening).play(view, test));
    assert.equal(await stateOf(upgrade, test.id), 'done');
  });
});

/** How a text looks in base64 when so many bytes stand in front of it, without what its neighbours change. */
function inBase64(text: Buffer, before: number): string {
  return Buffer.concat([Buffer.alloc(before), text])
    .toString('base64')
    .slice(before === 0 ? 0 : 4, -4);
}
