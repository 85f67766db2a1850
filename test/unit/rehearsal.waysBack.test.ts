import assert from 'node:assert/strict';
import type { AdfsFarmContent, FarmContent } from '../../src/core/farm/content';
import { smallFarm } from '../build/folders';
import { buildProgram } from '../build/program';
import { WayBackWalk } from '../prove/wayBack';

const powershell = process.env['MFA_UPGRADE_POWERSHELL'];
const isWhole = process.env['MFA_UPGRADE_REHEARSALS'] === 'all';

const registeredProvider = 'WindowsAzureMultiFactorAuthentication';
const node = (name: string): string => `${name}.contoso.example`;
const wid: AdfsFarmContent = {
  name: 'EMEA',
  configurationDatabase: 'wid',
  nodes: ['fs01', 'fs02', 'fs03'].map(node),
  primary: node('fs01'),
  firstBatch: ['fs01', 'fs02'].map(node),
  registeredProvider,
};
const sql: AdfsFarmContent = {
  name: 'AMER',
  configurationDatabase: 'sql',
  nodes: ['fs11', 'fs12'].map(node),
  registeredProvider,
};
const single: AdfsFarmContent = { ...sql, nodes: [node('fs11')] };
const pair = [
  { ...single, interchangeableWith: ['EMEA'] },
  { ...wid, nodes: wid.nodes.slice(0, 2), interchangeableWith: ['AMER'] },
];

/** The steps of the AD FS phase that change a node or the AD FS farm before the outage, in the order of the runbook. */
const beforeOutage = ['lower-poll-duration', 'take-first-batch-out', 'switch-old-adapter-off'];

describe('The way back of an outage', () => {
  before(function () {
    if (powershell === undefined) this.skip();
    buildProgram();
  });

  const farmOf = (...adfsFarms: readonly AdfsFarmContent[]): FarmContent =>
    ({ ...smallFarm, adfsFarms }) as FarmContent;
  const walked = async (farm: FarmContent, walk: (walk: WayBackWalk) => Promise<void>): Promise<void> => {
    const one = new WayBackWalk(powershell ?? '', farm);
    try {
      await one.begin();
      await walk(one);
    } finally {
      await one.end();
    }
  };

  /** Goes back from where the rehearsal stands now. */
  async function goBack(walk: WayBackWalk, point: string, what: 'outage' | 'all'): Promise<void> {
    const { steps, minutes } = await walk.goBack('outage');
    assert.ok(steps.length > 0 && minutes > 0, `${point}: ${steps.join()} in ${minutes} minutes`);
    const { outages, duties } = await walk.progress();
    assert.deepEqual(
      outages.filter(({ to }) => to === undefined),
      [],
      point,
    );
    assert.ok(
      duties.every(({ name }) => name !== 'adapter-off'),
      point,
    );
    if (what === 'all') await walk.goBack('all');
    const { passed, refused } = await walk.passMinutes(10);
    assert.deepEqual([point, passed, refused, walk.violations()], [point, 0, 0, []]);
  }

  /** The points inside the outage, each told when the rehearsal stands there: as the step that was through last. It ends at the last. */
  async function atEachPoint(walk: WayBackWalk, visit: (point: string) => Promise<void>): Promise<void> {
    let next = await walk.playUntil(({ step }) => step === 'switch-old-adapter-off');
    while (next && next.step !== 'test-adapter') {
      const through = next.id;
      next = await walk.playUntil(({ id }) => id !== through);
      assert.ok(
        (await walk.progress()).outages.some(({ to }) => to === undefined),
        through,
      );
      await visit(through);
    }
  }

  async function fromEachPoint(walk: WayBackWalk, isChosen: (point: string) => boolean = () => true): Promise<void> {
    await walk.playUntil(({ step }) => beforeOutage.includes(step));
    const before = walk.adfs();
    const seen: string[] = [];
    await atEachPoint(walk, async (point) => {
      if (!isChosen(point)) return;
      seen.push(point);
      walk.keep();
      await goBack(walk, point, 'all');
      assert.deepEqual(walk.adfs(), before, point);
      const { duties } = await walk.progress();
      assert.deepEqual(
        duties.map(({ name }) => name),
        ['adfs-quiet'],
        point,
      );
      await walk.setBack();
    });
    assert.ok(seen.length > 0, 'no point was visited');
  }

  /** From each point; then from the last one again, and forward to the end: what the way back took from a node comes again. */
  async function backAndForth(walk: WayBackWalk, what: 'outage' | 'all'): Promise<void> {
    await fromEachPoint(walk);
    await goBack(walk, 'test-adapter', what);
    await walk.playUntil(({ step }) => step === 'end-adfs-quiet');
    for (const { policy, nodes } of Object.values(walk.adfs())) {
      assert.deepEqual(policy, ['AzureMfaServerAuthentication']);
      for (const { loaded, inTraffic } of nodes)
        assert.deepEqual([loaded, inTraffic], [['AzureMfaServerAuthentication 8.0.1.1'], true]);
    }
    assert.deepEqual(walk.violations(), []);
  }

  const walks = (title: string, farm: FarmContent, walk: (walk: WayBackWalk) => Promise<void>): void => {
    it(title, async function () {
      this.timeout(0);
      await walked(farm, walk);
    });
  };

  if (!isWhole) {
    walks('leaves a single node as it was, from where the new adapter is registered', farmOf(single), (walk) =>
      fromEachPoint(walk, (point) => point.startsWith('register-new-adapter')),
    );
    return; // the rest is minutes of work
  }

  walks('leaves a farm with SQL as it was from each point, and can be gone forward again', farmOf(sql), (walk) =>
    backAndForth(walk, 'all'),
  );
  walks(
    'leaves a farm with WID as it was from each point, and goes forward again from before the outage',
    farmOf(wid),
    (walk) => backAndForth(walk, 'outage'),
  );
  walks('leaves a single node as it was', farmOf(single), (walk) =>
    fromEachPoint(walk, (point) => /^(install-|register-|switch-new)/.test(point)),
  );
  walks('leaves farms that stand in for each other as they were', farmOf(...pair), (walk) =>
    fromEachPoint(walk, (point) => /^(unregister-|restart-first)/.test(point)),
  );
});
