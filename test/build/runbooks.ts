import type { PhaseEntry, Runbook, StepDefinition } from '../../src/core/runbook/runbook';

const text = { whatToDo: 'Do it.', why: 'Because.', whatYouShouldSee: 'It.', ifItGoesWrong: 'Ask.', wayBack: 'None.' };

/** A step file of which only what matters is said. */
export function aStep(id: string, more: Partial<StepDefinition> = {}): StepDefinition {
  return {
    id,
    title: id,
    kind: 'manual',
    with: {},
    after: [],
    afterAll: [],
    sources: [],
    details: [],
    optional: false,
    changes: false,
    highImpact: false,
    neverOverride: false,
    text,
    ...more,
  };
}

/** A runbook of one phase. Entries are step ids or lane groups; by default each step is an entry of its own. */
export function aRunbook(steps: readonly StepDefinition[], entries?: readonly PhaseEntry[]): Runbook {
  const each = steps.map((step): PhaseEntry => ({ kind: 'step', step: step.id }));
  return {
    id: 'in-place',
    title: 'In place',
    phases: [{ id: 'phase', title: 'Phase', entries: entries ?? each }],
    steps: Object.fromEntries(steps.map((step) => [step.id, step])),
    sources: {},
  };
}

export function lanes(selector: string, steps: readonly string[], parallel = false): PhaseEntry {
  return { kind: 'lanes', for: selector, parallel, steps };
}
