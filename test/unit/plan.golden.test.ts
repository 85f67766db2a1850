import assert from 'node:assert/strict';
import { mkdirSync, readFileSync, writeFileSync } from 'node:fs';
import { join, resolve } from 'node:path';
import type { Plan } from '../../src/core/plan/plan';
import { sampleFarm } from '../build/farms';
import { planOf } from '../orders/anyPlan';

const folder = join(resolve(__dirname, '..'), 'golden');
const accepts = process.env['MFA_UPGRADE_ACCEPT_GOLDEN'] === '1';

const plans: Readonly<Record<string, () => Plan>> = {
  contoso: () => planOf(sampleFarm('contoso')),
  fabrikam: () => planOf(sampleFarm('fabrikam')),
  northwind: () => planOf(sampleFarm('northwind')),
  'northwind-migrate': () => planOf(sampleFarm('northwind'), new Map([['runbook', 'migrate']])),
};

/** A plan as people compare it: a line for each step with its instructions, and indented what it waits for. */
function textOf({ steps, notNeeded, undo }: Plan): string {
  const lines = steps.flatMap(({ id, kind, after, definition }) => {
    const instructions = definition.sources.filter((source) => /^(?:V6|PF)-/.test(source));
    return [`${kind} ${id} ${instructions.join(' ')}`.trimEnd(), ...after.map((before) => `    after ${before}`)];
  });
  const others = notNeeded.map(({ id, reason }) => `not needed ${id}: ${reason}`);
  return [...lines, ...others, ...undo.map(({ id, undoes }) => `undo ${id} of ${undoes}`), ''].join('\n');
}

describe('The plans of the samples are as they were agreed', () => {
  for (const [name, plan] of Object.entries(plans))
    it(`${name} (MFA_UPGRADE_ACCEPT_GOLDEN=1 writes a new one)`, () => {
      const file = join(folder, `${name}.plan.txt`);
      mkdirSync(folder, { recursive: true });
      if (accepts) writeFileSync(file, textOf(plan()));
      assert.equal(textOf(plan()), readFileSync(file, 'utf8').replaceAll('\r\n', '\n'));
    });
});
