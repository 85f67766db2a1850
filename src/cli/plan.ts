import { diffPlans, type PlanDifference } from '../core/plan/diff';
import type { Plan } from '../core/plan/plan';
import { planView } from '../core/plan/planView';
import { refused, type Result } from '../core/report/result';
import type { Mode } from '../core/upgrade/record';
import { planOfFarm, readFarmFile } from '../node/farmFile';
import type { Runbooks } from '../node/runbooks';
import { notPossible, type Answer } from './answer';
import { readDecisions } from './decisions';

export interface PlanOptions {
  readonly decide: readonly string[];
  readonly diff?: string;
}

/** `plan FARM`: the checklist that a farm file and the decisions give; kept nowhere. With `--diff` what another farm file changes. */
export async function planVerb(file: string, options: PlanOptions, runbooks: Runbooks): Promise<Answer> {
  const decided = readDecisions(options.decide);
  const plan = await planFrom(file, decided, runbooks, 'production');
  if (!plan.ok) return notPossible(plan.findings);
  if (options.diff === undefined) return planAnswer(plan.value);
  const other = await planFrom(options.diff, decided, runbooks, 'production');
  return other.ok ? differenceAnswer(diffPlans(plan.value, other.value)) : notPossible(other.findings);
}

/** The plan that a farm file and the decisions that were read make; or every finding about either. */
export async function planFrom(
  file: string,
  decided: ReturnType<typeof readDecisions>,
  runbooks: Runbooks,
  mode: Mode,
): Promise<Result<Plan>> {
  const farm = await readFarmFile(file);
  if (!decided.ok || !farm.ok) return refused([...decided.findings, ...farm.findings]);
  return planOfFarm(farm.value, decided.value, runbooks, mode);
}

function planAnswer(plan: Plan): Answer {
  const lines = plan.steps.map((step) => `${step.phase}  ${step.kind}  ${step.title} (${step.target})  ${step.id}`);
  const planned = plan.steps.filter((step) => step.automation === 'planned').length;
  const count = `${String(plan.steps.length)} steps, ${String(planned)} of them by hand until their script exists, ${String(plan.notNeeded.length)} not needed.`;
  return { exitCode: 0, json: { ...planView(plan) }, lines: [...lines, count], findings: plan.findings };
}

function differenceAnswer(difference: PlanDifference): Answer {
  const { added, removed, changed } = difference;
  const lines = [
    ...added.map((id) => `added    ${id}`),
    ...removed.map((id) => `removed  ${id}`),
    ...changed.map((id) => `changed  ${id}`),
  ];
  const isSame = lines.length === 0;
  return {
    exitCode: isSame ? 0 : 1,
    json: { apiVersion: 1, ...difference },
    lines: isSame ? ['Both farm files give the same plan.'] : lines,
    findings: [],
  };
}
