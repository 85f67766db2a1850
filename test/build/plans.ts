import assert from 'node:assert/strict';
import type { Farm } from '../../src/core/farm/farm';
import { compile } from '../../src/core/plan/compile';
import type { Plan } from '../../src/core/plan/plan';
import type { StepDefinition } from '../../src/core/runbook/runbook';
import { aFarm } from './farms';
import { aRunbook } from './runbooks';

/** The plan of a rehearsal that has these steps, each an entry of its own. */
export function aPlan(
  steps: readonly StepDefinition[],
  farm: Farm = aFarm(1),
  decided: ReadonlyMap<string, string> = new Map(),
): Plan {
  const runbook = aRunbook(steps);
  const plan = compile({ farm, farmHash: '', runbook, runbookHash: '', decided, mode: 'rehearsal' });
  assert.ok(plan.ok, JSON.stringify(plan.findings));
  return plan.value;
}
