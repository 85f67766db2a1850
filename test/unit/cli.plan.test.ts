import assert from 'node:assert/strict';
import { readFileSync, writeFileSync } from 'node:fs';
import { join, resolve } from 'node:path';
import { Ajv2020 } from 'ajv/dist/2020.js';
import { planVerb } from '../../src/cli/plan';
import { statusVerb } from '../../src/cli/status';
import type { PlanView } from '../../src/core/plan/planView';
import { loadRunbook } from '../../src/core/runbook/load';
import type { Runbook } from '../../src/core/runbook/runbook';
import { readRunbookFiles, runbookNames } from '../../tools/runbookInput';
import { aFolder, anUpgrade, aWorld, smallFarm } from '../build/folders';

const root = resolve(__dirname, '..', '..');
const contoso = join(root, 'samples', 'contoso', 'farm.json');

function inPlace(): Runbook {
  const files = readRunbookFiles();
  const runbook = loadRunbook(files, 'in-place', runbookNames(files));
  assert.ok(runbook.ok, JSON.stringify(runbook.findings));
  return runbook.value;
}

describe('mfa-upgrade plan', () => {
  const { runbooks } = aWorld(inPlace());
  const plan = async (...decide: readonly string[]): Promise<PlanView> => {
    const answer = await planVerb(contoso, { decide }, runbooks);
    assert.equal(answer.exitCode, 0, JSON.stringify(answer.findings));
    return answer.json as unknown as PlanView;
  };

  it('prints the plan of the sample in its published shape', async () => {
    const schema = JSON.parse(readFileSync(join(root, 'schemas', 'plan.schema.json'), 'utf8')) as object;
    const validate = new Ajv2020({ strict: true, allErrors: true }).compile(schema);
    assert.ok(validate(await plan()), JSON.stringify(validate.errors));
  });

  it('lists steps in a valid order, each after steps that are there', async () => {
    const seen = new Set<string>();
    for (const { id, after } of (await plan()).steps) {
      for (const before of after) assert.ok(seen.has(before), `${id} stands before ${before}`);
      seen.add(id);
    }
  });

  it('takes a decision for this one plan', async () => {
    const promoted = (await plan('promote=MFA03.contoso.example')).steps.find(({ step }) => step === 'promote');
    assert.equal(promoted?.target, 'mfa03.contoso.example');
  });

  it('answers 2 to a decision that is not known, and to a file that is not there', async () => {
    assert.equal((await planVerb(contoso, { decide: ['color=red'] }, runbooks)).exitCode, 2);
    assert.equal((await planVerb(join(root, 'nothing.json'), { decide: [] }, runbooks)).exitCode, 2);
  });

  it('names the known values where a decision is given none', async () => {
    for (const [key, known] of [
      ['purpose', 'bridge, lab, archive'],
      ['promote', 'mfa02.contoso.example'],
      ['installer', 'full local path'],
    ] as const) {
      const [finding] = (await planVerb(contoso, { decide: [`${key}=`] }, runbooks)).findings;
      assert.equal(finding?.message, `${key} is given no value.`);
      assert.ok(finding.remedy.includes(known), finding.remedy);
    }
  });

  it('refuses two values for one decision, and takes the same one twice', async () => {
    const twice = await planVerb(contoso, { decide: ['purpose=lab', 'wayBack=none', 'purpose=bridge'] }, runbooks);
    assert.deepEqual([twice.exitCode, ...twice.findings.map(({ code }) => code)], [2, 'DecisionGivenTwice']);
    assert.equal((await plan('purpose=lab', 'purpose=lab')).decisions['purpose']?.value, 'lab');
  });

  it('tells every mistake of a broken farm file, each with its pointer', async () => {
    const folder = aFolder({ 'farm.json': '{"name":"","targetVersion":"x","hosts":[{"name":"10.0.0.1"}],"color":1}' });
    const answer = await planVerb(join(folder.path, 'farm.json'), { decide: [] }, runbooks);
    folder.remove();
    assert.equal(answer.exitCode, 2);
    const pointers = new Set(answer.findings.map(({ pointer }) => pointer));
    for (const pointer of ['/name', '/targetVersion', '/hosts/0/name', '/color'])
      assert.ok(pointers.has(pointer), pointer);
  });

  it('refuses a PhoneFactor farm as long as it has no runbook for it', async () => {
    const agent = { ...smallFarm, hosts: [{ name: 'pf01', phoneFactorAgent: { version: '5.1', role: 'master' } }] };
    const folder = aFolder({ 'farm.json': JSON.stringify(agent) });
    const answer = await planVerb(join(folder.path, 'farm.json'), { decide: [] }, runbooks);
    folder.remove();
    assert.deepEqual(
      answer.findings.map(({ code }) => code),
      ['RunbookNotShipped'],
    );
  });

  it('says what another farm file changes', async () => {
    const folder = aFolder({ 'farm.json': '' });
    const other = join(folder.path, 'farm.json');
    writeFileSync(
      other,
      readFileSync(contoso, 'utf8').replace('"targetVersion": "8.0.1.1"', '"targetVersion": "8.0.2"'),
    );
    const same = await planVerb(contoso, { decide: [], diff: contoso }, runbooks);
    assert.deepEqual([same.exitCode, same.json], [0, { apiVersion: 1, added: [], removed: [], changed: [] }]);
    assert.ok((await planVerb(contoso, { decide: [], diff: other }, runbooks)).exitCode < 2);
    folder.remove();
  });
});

describe('mfa-upgrade status', () => {
  it('shows an upgrade by its own folder and by the folder that holds it, and answers 2 where there is none', async () => {
    const runbook = inPlace();
    const folder = aFolder({ 'farm.json': JSON.stringify(smallFarm) });
    const upgrade = anUpgrade(folder.path, runbook, 'production');
    assert.equal((await statusVerb(folder.path, aWorld(runbook))).exitCode, 2);
    assert.ok((await upgrade.open()).ok);
    for (const dir of [folder.path, upgrade.place.base]) {
      const answer = await statusVerb(dir, aWorld(runbook));
      assert.equal(answer.exitCode, 0, JSON.stringify(answer.findings));
      assert.deepEqual([answer.json['mode'], answer.json['farm']], ['production', 'Contoso']);
      const steps = answer.json['steps'] as { id: string; state: string }[];
      assert.equal(steps.find(({ id }) => id === 'choose-runbook@Contoso')?.state, 'done');
    }
    folder.remove();
  });
});
