import assert from 'node:assert/strict';
import { join } from 'node:path';
import { EventEmitter, extensions } from 'vscode';
import { compile } from '../../src/core/plan/compile';
import { stepId, type StepId } from '../../src/core/plan/plan';
import { progress } from '../../src/core/upgrade/progress';
import type { RecordBody } from '../../src/core/upgrade/record';
import { fold } from '../../src/core/upgrade/upgrade';
import type { OpenView } from '../../src/node/folderView';
import { readRunbooks } from '../../src/node/runbooks';
import { ChecklistTree } from '../../src/vscode/checklist/tree';
import type { SessionView } from '../../src/vscode/session';
import { aFarm } from '../build/farms';
import { opened, records, started } from '../build/records';
import { anOpenView } from '../build/views';

/** A session of its own, with as many MFA servers as a thousand steps need. */
class LargeUpgrade {
  private readonly changed = new EventEmitter<SessionView>();
  readonly onDidChange = this.changed.event;
  view: OpenView;

  constructor(
    private readonly drawn: (bodies: readonly RecordBody[]) => OpenView,
    private bodies: readonly RecordBody[],
  ) {
    this.view = drawn(bodies);
  }

  record(...more: readonly RecordBody[]): void {
    this.bodies = [...this.bodies, ...more];
    this.view = this.drawn(this.bodies);
    this.changed.fire(this.view);
  }
}

async function aLargeUpgrade(): Promise<LargeUpgrade> {
  const folder = extensions.getExtension('mfa-server-upgrade.mfa-server-upgrade')?.extensionPath ?? '';
  const pinned = (await readRunbooks(join(folder, 'dist', 'runbooks.json'))).get('in-place');
  assert.ok(pinned);
  const { runbook, hash: runbookHash } = pinned;
  const plan = compile({ farm: aFarm(170), farmHash: '', runbook, runbookHash, decided: new Map(), mode: 'rehearsal' });
  assert.ok(plan.ok);
  return new LargeUpgrade((bodies) => anOpenView(progress(plan.value, fold(records(bodies))), pinned), [opened]);
}

describe('A checklist of a thousand steps', () => {
  const check = stepId('check-readiness', 'mfa77.contoso.example');
  let upgrade: LargeUpgrade;
  let tree: ChecklistTree;
  let fired: (readonly string[] | undefined)[];

  before(async () => {
    upgrade = await aLargeUpgrade();
    tree = new ChecklistTree(upgrade);
    upgrade.record();
    fired = [];
    tree.onDidChangeTreeData((ids) => fired.push(ids));
  });

  it('has that many', () => {
    assert.ok(upgrade.view.progress.steps.size >= 1_000, String(upgrade.view.progress.steps.size));
  });

  it('fires one element when one step is updated', () => {
    upgrade.record(started(check, 'r1'));
    assert.deepEqual(fired, [[check]]);
  });

  it('fires nothing when nothing looks different', () => {
    fired = [];
    upgrade.record();
    assert.deepEqual(fired, []);
  });

  it('knows the way up from every row, and says state and host of each to a screen reader', () => {
    const rows = everyRow();
    assert.ok(rows.length >= 1_000);
    for (const row of rows) {
      const item = tree.getTreeItem(row);
      const label = item.accessibilityInformation?.label ?? '';
      assert.match(label, /^(blocked|ready|running|in progress|done|not needed|open), ./, row);
      const target = upgrade.view.progress.steps.get(row as StepId)?.step.target ?? '';
      assert.ok(label.includes(target), `${row}: ${label}`);
      assert.ok(typeof item.description !== 'string' || item.description.length < 140, item.description as string);
    }
  });

  it('shows only what a filter leaves, and all again', () => {
    const all = everyRow().length;
    tree.show({ kind: 'target', target: 'mfa77.contoso.example' });
    const steps = everyRow().flatMap((row) => upgrade.view.progress.steps.get(row as StepId) ?? []);
    assert.ok(steps.length > 3);
    for (const { step } of steps) assert.ok([step.target, step.lane].includes('mfa77.contoso.example'), step.id);
    assert.match(
      tree.shownPart ?? '',
      new RegExp(`^Shown: mfa77\\.contoso\\.example, ${String(steps.length)} of \\d+ steps`),
    );
    tree.show({ kind: 'failed' });
    assert.deepEqual(everyRow(), []);
    tree.show(undefined);
    assert.equal(everyRow().length, all);
  });

  function everyRow(below?: string): readonly string[] {
    return tree.getChildren(below).flatMap((row) => {
      const parent = tree.getParent(row);
      assert.equal(parent, below);
      return [row, ...everyRow(row)];
    });
  }
});
