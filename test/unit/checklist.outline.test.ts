import assert from 'node:assert/strict';
import type { PlanStep } from '../../src/core/plan/plan';
import { progress } from '../../src/core/upgrade/progress';
import type { RecordBody } from '../../src/core/upgrade/record';
import { fold } from '../../src/core/upgrade/upgrade';
import { dutyRows, outline, presentPhase, stepsBelow, type Row } from '../../src/vscode/checklist/outline';
import { opened, records } from '../build/records';
import { sampleFarm } from '../build/farms';
import { planOf, shippedRunbooks } from '../orders/anyPlan';

const plan = planOf(sampleFarm('contoso'));
const rows = outline(plan, shippedRunbooks.get('in-place') ?? assert.fail());

/** A row in words, for comparing: its title or the step's id, and how many steps count below it. */
const inWords = (row: Row): string =>
  row.kind === 'step' || row.kind === 'notNeeded'
    ? row.id
    : `${'title' in row && row.title !== '' ? row.title : row.id} (${stepsBelow(row).length})`;
const childrenOf = (row: Row | undefined): readonly Row[] =>
  row?.kind === 'phase' || row?.kind === 'group' ? row.children : assert.fail('no children');
const childrenOfDuties = (row: Row): readonly Row[] => (row.kind === 'duties' ? row.children : []);
const phase = (id: string): Row | undefined => rows.find((row) => row.id === `phase:${id}`);

describe('The checklist as a tree', () => {
  it('shows every step of the plan once', () => {
    const shown = rows.flatMap(stepsBelow);
    assert.deepEqual([...shown].sort(), plan.steps.map(({ id }) => id).sort());
  });

  it('shows an AD FS farm as one row, whatever lane groups speak of it', () => {
    assert.deepEqual(childrenOf(phase('adfs')).map(inWords), [
      'keep-adfs-quiet@Contoso',
      'EMEA (31)',
      'AMER (22)',
      'end-adfs-quiet@Contoso',
    ]);
  });

  it('shows a batch of nodes as one row with its nodes below', () => {
    const emea = childrenOf(childrenOf(phase('adfs')).find((row) => row.kind === 'group' && row.title === 'EMEA'));
    const out = emea.find((row) => row.kind === 'group' && row.id.endsWith('take-second-batch-out'));
    assert.deepEqual(childrenOf(out).map(inWords), [
      'take-second-batch-out@fs02.contoso.example',
      'take-second-batch-out@fs03.contoso.example',
    ]);
  });

  it('shows the hosts of a phase in the order in which the plan takes them', () => {
    const lanes = childrenOf(phase('mfa-servers')).filter((row) => row.kind === 'group' && row.by === 'lane');
    assert.deepEqual(
      lanes.map((row) => row.kind === 'group' && row.title.split('.')[0]),
      ['mfa02', 'mfa03', 'mfa01', 'mfa01'],
    );
  });

  it('says in which phase people are: the first with something to do that is no decision', () => {
    const after = (steps: readonly PlanStep[]): string | undefined => {
      const bodies = steps.flatMap(({ id, decides }): readonly RecordBody[] => {
        if (decides === undefined) return [{ type: 'attested', step: id, how: 'seen' }];
        return decides === 'runbook' ? [] : [{ type: 'decided', key: decides, value: 'x' }];
      });
      return presentPhase(rows, progress(plan, fold(records([opened, ...bodies]))));
    };
    const prepared = plan.steps.filter((step) => step.phase === 'prepare');
    const withoutDecisions = plan.steps.filter(({ decides }) => decides === undefined);
    assert.equal(after([]), 'phase:prepare');
    assert.equal(after(prepared), 'phase:mfa-servers');
    assert.equal(after(withoutDecisions), 'phase:prepare', 'only decisions are left');
    assert.equal(after(plan.steps), undefined);
  });

  it('puts aside what a host does not need', () => {
    const first = childrenOf(phase('mfa-servers')).find((row) => row.kind === 'group' && row.by === 'lane');
    const [aside] = childrenOf(first).slice(-1);
    assert.ok(aside?.kind === 'group' && aside.by === 'notNeeded');
    assert.ok(aside.children.length > 1 && aside.children.every(({ kind }) => kind === 'notNeeded'));
    assert.ok(
      childrenOf(first)
        .slice(0, -1)
        .every(({ kind }) => kind === 'step'),
    );
  });

  it('shows what is open first, and nothing where nothing is', () => {
    const duty = { name: 'drained', target: 'mfa02', begunBy: plan.steps[0]?.id ?? assert.fail() };
    assert.deepEqual(dutyRows([]), []);
    assert.deepEqual(
      dutyRows([duty]).flatMap((row) => childrenOfDuties(row)),
      [{ kind: 'duty', id: `duty:${duty.begunBy}:drained`, duty }],
    );
  });
});
