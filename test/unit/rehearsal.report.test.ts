import assert from 'node:assert/strict';
import { stepId } from '../../src/core/plan/plan';
import { outcomeOf, type Played, type RehearsalOutcome } from '../../src/core/rehearsal/outcome';
import type { FarmState } from '../../src/core/rehearsal/farmState';
import { reportOf } from '../../src/core/rehearsal/report';
import { watchEnd, watchServers } from '../../src/core/rehearsal/violations';
import { decisionsToRehearse } from '../../src/core/rehearsal/decided';
import { progress, type Progress } from '../../src/core/upgrade/progress';
import type { RecordBody } from '../../src/core/upgrade/record';
import { fold } from '../../src/core/upgrade/upgrade';
import { planOf } from '../orders/anyPlan';
import { aFarm, sampleFarm } from '../build/farms';
import { opened, records } from '../build/records';

const contoso = planOf(sampleFarm('contoso'));
const mfa01 = 'mfa01.contoso.example';
const mfa02 = 'mfa02.contoso.example';
const mfa03 = 'mfa03.contoso.example';
const assumptions = { counts: { documented: 2, community: 1, inferred: 1 }, inferred: ['it takes <b>long</b>'] };
const calm: FarmState = { minutes: 0, pools: [], clients: [], changes: [], violations: [] };
const quiet = { violations: [], notes: [] };

function after(...steps: readonly (readonly [step: string, target: string])[]): Progress {
  const bodies = steps.map(([step, target]): RecordBody => ({
    type: 'attested',
    step: stepId(step, target),
    how: 'seen',
  }));
  return progress(contoso, fold(records([opened, ...bodies])));
}
/** Every step attested, and every decision taken. */
function allThrough(): Progress {
  const bodies = contoso.steps.map(({ id, decides }): RecordBody =>
    decides === undefined
      ? { type: 'attested', step: id, how: 'seen' }
      : { type: 'decided', key: decides, value: contoso.decisions.get(decides)?.value ?? '' },
  );
  return progress(contoso, fold(records([opened, ...bodies])));
}
const outcome = (more: Partial<Played> = {}): RehearsalOutcome =>
  outcomeOf({ progress: allThrough(), durations: {}, minutes: 5, watched: quiet, ...more });

describe('The report of a rehearsal', () => {
  const hostile = '<img src=x> [a](https://x.example) $x$ `c` | *b* \u202eEvil\u0007 a@x.example';

  it('shows what comes from a farm or a host as text: no HTML, link, mathematics, table cell or hidden character', () => {
    const finding = { code: 'X', severity: 'error', message: hostile, remedy: hostile, host: hostile } as const;
    const stopped = { step: 's', title: hostile, target: hostile, findings: [finding] };
    const watched = { violations: [hostile, '- no list', '1. no list', '    no code'], notes: [hostile] };
    const plan = { ...contoso, farm: { ...contoso.farm, name: hostile } };
    const text = reportOf(plan, outcome({ stopped, watched }), assumptions);
    const bare = text.replaceAll(/\\[\\`*_{}[\]<>#|~!&@$/]/g, '');
    for (const harm of [/<\w/, /\]\(/, /\$/, /`/, /:\/\//, /@/, /[\u202e\u0007]/]) assert.doesNotMatch(bare, harm);
    assert.match(text, /\\u\\\{202e\\\}Evil/);
    assert.match(text, /^- \\- no list$/m);
    assert.match(text, /^- 1\\\. no list$/m);
    assert.match(text, /^- no code$/m);
  });

  it('says where it ended and why, and that it did not go well', () => {
    const finding = {
      code: 'SetupFailed',
      severity: 'error',
      message: 'It ended with 1603.',
      remedy: 'Read the log.',
    } as const;
    const stopped = { step: 's', title: 'Upgrade MFA Server', target: mfa02, findings: [finding] };
    const text = reportOf(contoso, outcome({ stopped }), assumptions);
    assert.match(text, /did \*\*not\*\* go well/);
    assert.match(text, /It ended at \*\*Upgrade MFA Server\*\* \(mfa02\.contoso\.example\)\./);
    assert.match(text, /- It ended with 1603\. Read the log\. \\\[SetupFailed\\\]/);
  });

  it('names what is only inferred beside the estimate, before the minutes of the steps', () => {
    const text = reportOf(contoso, outcome({ durations: { [contoso.steps[0]?.id ?? '']: 3 } }), assumptions);
    const places = ['The whole evening: **5 minutes**', 'it takes &lt;b\\>long', '| Step | Where | Minutes |'].map(
      (part) => text.indexOf(part),
    );
    assert.ok(
      places.every((place, n) => place > (places[n - 1] ?? 0)),
      places.join(),
    );
    assert.match(text, /^\| --- \| --- \| --- \|$|^\| --- \| --- \|$/m);
  });
});

describe('What a rehearsal watches', () => {
  const everywhere = new Set([mfa01, mfa02, mfa03]);

  it('sees that no MFA server serves: none runs, none is in traffic, or none is reached', () => {
    const none = ['no MFA server serves'];
    assert.deepEqual(watchServers(after(), calm, everywhere), []);
    assert.deepEqual(watchServers(after(), calm, new Set([mfa03])), []);
    assert.deepEqual(watchServers(after(), calm, new Set()), none);
    const drained = after(['take-out-of-traffic', mfa02]);
    assert.deepEqual(watchServers(drained, calm, new Set([mfa02])), none);
    const clients = [{ name: 'VPN', servers: [mfa01], agreed: [mfa01, mfa02] }];
    assert.deepEqual(watchServers(after(), { ...calm, clients }, new Set([mfa02])), none);
    assert.deepEqual(watchServers(after(), { ...calm, clients }, new Set([mfa01])), []);
    const pools = [{ serves: 'mfaServer', name: 'Pool', members: [{ host: mfa01, state: 'stopped' }] }];
    assert.deepEqual(watchServers(after(), { ...calm, pools }, new Set([mfa01])), none);
  });

  it('asks nothing of a farm with one MFA server', () => {
    const single = progress(planOf(aFarm(1)), undefined);
    assert.deepEqual(watchServers(single, calm, new Set()), []);
  });

  it('wants every list, pool and duty as before when the evening is over', () => {
    const clients = [
      { name: 'VPN', servers: [mfa02, mfa01], agreed: [mfa01, mfa02] },
      { name: 'Citrix', servers: [], agreed: [mfa01] },
      { name: 'LDAP', servers: [mfa01], agreed: [mfa01] },
    ];
    const pools = [
      {
        serves: 'userPortal',
        name: 'Pool',
        members: [
          { host: 'web01', state: 'stopped' },
          { host: 'web02', state: 'serving' },
        ],
      },
    ];
    assert.deepEqual(watchEnd(after(['take-out-of-traffic', mfa02]), { ...calm, clients, pools }), [
      `VPN asks ${mfa02}, ${mfa01}, and ${mfa01}, ${mfa02} was agreed`,
      `Citrix asks nobody, and ${mfa01} was agreed`,
      'web01 is stopped in Pool',
      `a duty is open: ${mfa02} takes no requests. ${mfa01}, ${mfa03} carry on.`,
    ]);
    assert.deepEqual(watchEnd(after(), calm), []);
  });
});

describe('The outcome of a rehearsal', () => {
  it('is good when every step is through, nothing was seen and it was not stopped', () => {
    assert.equal(outcome().ok, true);
    const decisions = contoso.steps.filter(({ decides }) => decides !== undefined).length;
    assert.deepEqual([outcome().steps.attested, outcome().steps.done], [contoso.steps.length - decisions, decisions]);
    assert.equal(outcome({ progress: after() }).ok, false);
    assert.equal(outcome({ watched: { violations: ['x'], notes: [] } }).ok, false);
    assert.equal(outcome({ watched: { violations: [], notes: ['x'] } }).ok, true);
    assert.equal(outcome({ stopped: { step: '', title: '', target: '', findings: [] } }).ok, false);
  });

  it('counts an outage from the step that begins it to the test that ends it, both with it, for each AD FS farm', () => {
    const durations = Object.fromEntries(contoso.steps.map(({ id }) => [id, 1]));
    const begins = contoso.steps.filter(({ definition }) => definition.outage === 'begins');
    const expected = begins.map((begin) => {
      const ids = contoso.steps.map(({ id }) => id);
      const end = contoso.steps.find(({ step, lane }) => step === 'test-adapter' && lane === begin.lane);
      return ids.indexOf(end?.id ?? begin.id) - ids.indexOf(begin.id) + 1;
    });
    const { outages } = outcome({ durations });
    assert.deepEqual(
      outages.map(({ adfsFarm }) => adfsFarm),
      ['EMEA', 'AMER'],
    );
    assert.deepEqual(
      outages.map(({ minutes }) => minutes),
      expected,
    );
    assert.ok(expected.every((minutes) => minutes > 2));
    assert.deepEqual(outcome().outages, [], 'an outage that was not reached is none');
  });

  it('counts the ways back that were tried, for each AD FS farm, and the report names them', () => {
    const emea = contoso.undo.filter(({ lane }) => lane === 'EMEA').map(({ id }) => id);
    const tried = outcome({ durations: Object.fromEntries(emea.slice(0, 3).map((id) => [id, 2])) });
    assert.deepEqual(tried.waysBack, [{ adfsFarm: 'EMEA', steps: 3, minutes: 6 }]);
    const assumptions = { counts: { documented: 0, community: 0, inferred: 0 }, inferred: [] };
    assert.match(reportOf(contoso, tried, assumptions), /way back of EMEA .*\*\*3 steps, 6 minutes\*\*/);
    assert.deepEqual(outcome().waysBack, []);
  });
});

describe('The decisions of a rehearsal', () => {
  it('are those of the upgrade, without the installers of a real host', () => {
    const decided = (key: string, value: string): RecordBody => ({ type: 'decided', key, value });
    const bodies = [opened, decided('installer', 'E:\\Setup.exe'), decided('finalMaster', 'old')];
    const production = progress({ ...contoso, mode: 'production' }, fold(records(bodies, 'production')));
    assert.deepEqual([...decisionsToRehearse(contoso.farm, production)], [['finalMaster', 'old']]);
    const rehearsal = progress({ ...contoso, mode: 'rehearsal' }, fold(records(bodies)));
    assert.deepEqual([...decisionsToRehearse(contoso.farm, rehearsal).keys()], ['installer', 'finalMaster']);
  });
});
