import assert from 'node:assert/strict';
import MarkdownIt from 'markdown-it';
import type { Farm } from '../../src/core/farm/farm';
import { compile } from '../../src/core/plan/compile';
import type { Plan, PlanStep } from '../../src/core/plan/plan';
import { loadRunbook } from '../../src/core/runbook/load';
import type { Runbook } from '../../src/core/runbook/runbook';
import { headingNames } from '../../src/core/runbook/stepFile';
import { readRunbookFiles, runbookIds, runbookNames } from '../../tools/runbookInput';
import { aFarm, anAdfsFarm } from '../build/farms';

const files = readRunbookFiles();
const names = runbookNames(files);
const loaded = (id: string): Runbook => {
  const result = loadRunbook(files, id, names);
  assert.ok(result.ok, JSON.stringify(result.findings, undefined, 1));
  return result.value;
};
const stepFiles = [...files].filter(([path]) => path.endsWith('.md'));

describe('The shipped runbooks', () => {
  for (const id of runbookIds(files)) {
    it(`${id} loads without a finding`, () => {
      assert.ok(Object.keys(loaded(id).steps).length > 0);
    });
  }

  it('know all 51 instructions', () => {
    assert.equal(names.instructions.size, 51);
  });

  it('in-place carries what comes before the servers and every instruction of the servers', () => {
    const carried = new Set(Object.values(loaded('in-place').steps).flatMap(({ sources }) => sources));
    const meant = [...names.instructions].filter((id) => /^V6-(?:00|MFA)/.test(id));
    assert.deepEqual(
      meant.filter((id) => !carried.has(id)),
      [],
    );
    assert.equal(meant.length, 10);
  });

  it('in-place says what it does not carry yet', () => {
    assert.deepEqual(loaded('in-place').notYet, ['User Portal', 'Mobile App Web Service', 'AD FS adapters']);
  });

  it('never let a backup be overridden', () => {
    const backups = Object.values(loaded('in-place').steps).filter(({ run }) => run?.startsWith('Backup-'));
    assert.equal(backups.length, 4);
    assert.deepEqual(
      backups.filter(({ neverOverride }) => !neverOverride),
      [],
    );
  });
});

describe('Each step file', () => {
  const markdown = new MarkdownIt({ html: false, linkify: false });
  const notShown = /please|successfully|\binvalid\b|\babort|!(?!=)/i;

  /** What a reader sees beside code: the rendered text without elements. */
  const proseOf = (text: string): string =>
    markdown
      .render(text)
      .replace(/<code>[^<]*<\/code>/g, '')
      .replace(/<[^>]*>/g, '');

  const bodyOf = (text: string): string => text.slice(text.indexOf('\n---\n', 3) + '\n---\n'.length);

  it('is found', () => {
    assert.ok(stepFiles.length > 20);
  });

  for (const [path, text] of stepFiles) {
    it(`${path} has the five headings in their order`, () => {
      const found = [...text.matchAll(/^## (.+)$/gm)].map((match) => match[1]);
      assert.deepEqual(found, headingNames);
    });

    it(`${path} renders without raw markup, in the house's words`, () => {
      const prose = proseOf(bodyOf(text));
      assert.doesNotMatch(prose, /[*_`#]|&lt;|\]\(|\|/);
      assert.doesNotMatch(prose, notShown);
    });

    it(`${path} says what to do in three to six numbered sentences`, () => {
      const whatToDo = text.slice(text.indexOf('## What to do'), text.indexOf('## Why'));
      const items = [...whatToDo.matchAll(/^\d\. /gm)].length;
      assert.ok(items >= 3 && items <= 6, `${items} items`);
    });
  }
});

function planOf(farm: Farm): Plan {
  const decided = new Map<string, string>();
  const plan = compile({
    farm,
    farmHash: 'f',
    runbook: loaded('in-place'),
    runbookHash: 'r',
    decided,
    mode: 'production',
  });
  assert.ok(plan.ok, JSON.stringify(plan.findings));
  return plan.value;
}

/** Every step that stands before a step, directly or through others. */
function allBefore(plan: Plan): ReadonlyMap<string, ReadonlySet<string>> {
  const known = new Map<string, ReadonlySet<string>>();
  for (const { id, after } of plan.steps)
    known.set(id, new Set(after.flatMap((before) => [before, ...(known.get(before) ?? [])])));
  return known;
}

/** Pairs of steps of which the first does not stand before the second, although it must. */
function outOfOrder(
  plan: Plan,
  first: (step: PlanStep) => boolean,
  then: (step: PlanStep) => boolean,
): readonly string[] {
  const before = allBefore(plan);
  const pairs = plan.steps
    .filter(then)
    .flatMap((later) => plan.steps.filter(first).map((sooner) => [sooner.id, later.id] as const));
  return pairs
    .filter(([sooner, later]) => sooner !== later && before.get(later)?.has(sooner) !== true)
    .map((pair) => pair.join(' < '));
}

const named =
  (...steps: readonly string[]) =>
  ({ step }: PlanStep): boolean =>
    steps.includes(step);
const carries =
  (id: string) =>
  ({ definition }: PlanStep): boolean =>
    definition.sources.includes(id);
const changes = ({ definition }: PlanStep): boolean => definition.changes;
const at = (plan: Plan, target: (host: string) => boolean, ...steps: readonly string[]): readonly PlanStep[] =>
  plan.steps.filter((step) => target(step.target) && (steps.length === 0 || steps.includes(step.step)));

const farms: readonly (readonly [name: string, farm: Farm])[] = [
  ['one server', aFarm(1)],
  ['one server without the SDK', aFarm(1, {}, () => false)],
  ['two servers', aFarm(2)],
  ['two servers, the SDK on the master only', aFarm(2, {}, (n) => n === 1)],
  ['five servers, the SDK on some', aFarm(5, {}, (n) => n % 2 === 0)],
  [
    'three servers with AD FS',
    aFarm(3, {
      adfsFarms: [anAdfsFarm('EMEA', ['mfa02.contoso.example']), anAdfsFarm('AMER', ['mfa03.contoso.example'])],
    }),
  ],
  ['twelve servers without the SDK', aFarm(12, {}, () => false)],
];

describe('The order of the in-place runbook', () => {
  for (const [name, farm] of farms) {
    const plan = planOf(farm);
    const master = 'mfa01.contoso.example';
    const isMaster = (host: string): boolean => host === master;
    const isSubordinate = (host: string): boolean => !isMaster(host) && host.startsWith('mfa');
    const several = farm.hosts.length > 1;

    it(`${name}: gate, baselines, readiness and the saved program folders come before every change`, () => {
      const first = named(
        'honest-gate',
        'choose-runbook',
        'own-way-in',
        'baseline',
        'baseline-adfs',
        'check-readiness',
        'save-program-folder',
      );
      assert.deepEqual(outOfOrder(plan, first, changes), []);
      assert.ok(plan.steps.some(changes));
    });

    it(`${name}: the data file is backed up before every change, inside the freeze`, () => {
      assert.deepEqual(outOfOrder(plan, carries('V6-MFA-2'), changes), []);
      assert.deepEqual(outOfOrder(plan, named('freeze-begins'), carries('V6-MFA-2')), []);
      assert.equal(plan.steps.filter(carries('V6-MFA-2')).length, 1);
    });

    it(`${name}: every server is upgraded once, the master last`, () => {
      const setups = plan.steps.filter(carries('V6-MFA-4')).map(({ target }) => target);
      assert.deepEqual(
        [...setups].sort(),
        farm.hosts.map((host) => host.name),
      );
      assert.equal(setups.at(-1), master);
      const last = (step: PlanStep): boolean => isMaster(step.target) && changes(step);
      assert.deepEqual(
        outOfOrder(plan, (step) => isSubordinate(step.target) && changes(step) && step.step !== 'promote', last),
        [],
      );
    });

    it(`${name}: the SDK follows its server and nothing else has it`, () => {
      const updated = plan.steps.filter(carries('V6-MFA-5b')).map(({ target }) => target);
      assert.deepEqual(
        [...updated].sort(),
        farm.hosts.filter((host) => host.webServiceSdk).map((host) => host.name),
      );
      for (const host of updated) {
        const [setup, sdk] = [carries('V6-MFA-4'), carries('V6-MFA-5b')].map((is) =>
          plan.steps.find((step) => is(step) && step.target === host),
        );
        assert.ok(setup && sdk && allBefore(plan).get(sdk.id)?.has(setup.id));
      }
    });

    it(`${name}: the freeze ends after everything else`, () => {
      assert.deepEqual(
        outOfOrder(plan, (step) => step.step !== 'freeze-ends', named('freeze-ends')),
        [],
      );
    });

    it(`${name}: edges grow no faster than hosts`, () => {
      const edges = plan.steps.flatMap(({ after }) => after).length;
      assert.ok(edges <= 3 * plan.steps.length, `${edges} edges for ${plan.steps.length} steps`);
    });

    if (several) {
      it(`${name}: one server is out at a time, and put back before the next one leaves`, () => {
        const order = plan.steps.filter(carries('V6-MFA-3'));
        assert.equal(order.length, 2 * farm.hosts.length);
        for (let n = 0; n < order.length; n += 2) {
          const [out, back] = [order[n] ?? assert.fail(), order[n + 1] ?? assert.fail()];
          assert.equal(out.target, back.target);
          assert.deepEqual([out.definition.begins, back.definition.ends], ['drained', 'drained']);
          assert.deepEqual(
            outOfOrder(
              plan,
              (step) => step === order[n - 1],
              (step) => step === out,
            ),
            [],
          );
          assert.deepEqual(
            outOfOrder(
              plan,
              (step) => step === out,
              (step) => step.target === out.target && carries('V6-MFA-4')(step),
            ),
            [],
          );
        }
      });

      it(`${name}: an upgraded subordinate is promoted when the old master is out, and before it is touched`, () => {
        const [promote] = plan.steps.filter(carries('V6-MFA-6'));
        assert.equal(promote?.target, 'mfa02.contoso.example');
        const upgraded = (step: PlanStep): boolean => isSubordinate(step.target) && carries('V6-MFA-4')(step);
        assert.deepEqual(outOfOrder(plan, upgraded, named('promote')), []);
        assert.deepEqual(
          outOfOrder(
            plan,
            named('take-old-master-out-of-traffic', 'back-up-data-file-before-promotion'),
            named('promote'),
          ),
          [],
        );
        assert.deepEqual(
          outOfOrder(plan, named('promote', 'back-up-data-file-before-old-master'), named('upgrade-old-master')),
          [],
        );
        assert.deepEqual(
          at(plan, isMaster, 'back-up-data-file-before-promotion', 'back-up-data-file-before-old-master').length,
          2,
        );
      });
    } else {
      it(`${name}: the total outage is announced before the setup, and nothing is promoted or drained`, () => {
        assert.deepEqual(outOfOrder(plan, named('announce-total-outage'), changes), []);
        assert.equal(at(plan, isMaster, 'announce-total-outage').length, 1);
        assert.deepEqual(
          plan.steps.filter((step) => carries('V6-MFA-3')(step) || carries('V6-MFA-6')(step)),
          [],
        );
      });
    }
  }
});
