import { farmFromContent } from '../core/farm/parse';
import { fittingDecisions } from '../core/plan/decisions';
import { diffPlans, type PlanDifference } from '../core/plan/diff';
import type { Plan } from '../core/plan/plan';
import { ok, refused, type Result } from '../core/report/result';
import type { RecordBody } from '../core/upgrade/record';
import { compilePlan, readFarm, type Drift, type FolderContent, type OpenView } from './folderView';
import { farmHash, type PinnedRunbook } from './runbooks';

/** A drift as it could be agreed: the plan that would hold, what it changes, and the record that accepts it. */
export interface Proposal {
  readonly what: Drift;
  readonly plan: Plan;
  /** The plan that holds now, with which it was compared. */
  readonly instead: Plan;
  readonly difference: PlanDifference;
  readonly body: RecordBody;
  /** The runbook whose bytes belong into the folder behind the record. */
  readonly pinned: PinnedRunbook;
}

/** What today's farm.json, or the runbook of this version, would make of an upgrade. Refused when it gives no plan. Writes nothing. */
export function proposalOf(
  { place, farmBytes, runbooks }: FolderContent,
  { progress, pinned, farm }: OpenView,
  what: Drift,
  extensionVersion: string,
): Result<Proposal> {
  const { upgrade, plan } = progress;
  const today = what === 'farm' ? readFarm(farmBytes ?? new Uint8Array(), place.farmFile) : farmFromContent(farm);
  if (!today.ok) return today;
  const parsed = 'content' in today.value ? today.value : { farm: today.value, content: farm };
  const edition = what === 'runbook' ? (runbooks.get(plan.runbook) ?? pinned) : pinned;
  const decided = new Map([...(upgrade?.decisions ?? [])].map(([key, { value }]) => [key, value]));
  const { fitting } = fittingDecisions(parsed.farm, decided, plan.mode);
  const proposed = compilePlan(parsed, edition, plan.mode, new Map(fitting).set('runbook', plan.runbook));
  if (!proposed.ok) return refused(proposed.findings);
  const body: RecordBody =
    what === 'farm'
      ? { type: 'farmAccepted', farm: parsed.content, farmHash: farmHash(parsed.content) }
      : { type: 'runbookAccepted', runbookId: plan.runbook, runbookHash: edition.hash, extensionVersion };
  return ok({
    what,
    plan: proposed.value,
    instead: plan,
    difference: diffPlans(plan, proposed.value),
    body,
    pinned: edition,
  });
}
