import { undoOf, type StepId } from '../../core/plan/plan';
import type { Finding } from '../../core/report/finding';
import type { Review } from '../../core/run/publication';
import { refusals } from '../../core/upgrade/refusals';
import { isThrough } from '../../core/upgrade/stepHistory';
import type { OpenView } from '../../node/folderView';
import { recordedReview } from '../../node/runFolder';
import type { StepCommand } from '../../../webview-ui/messages';
import { offeredActions } from '../step/offeredActions';

/** What the record says of a file that is published. */
export interface Published {
  readonly review: Review;
  readonly by: string;
  readonly since: string;
  /** Why it cannot be taken back now. */
  readonly stays?: Finding;
}

/** How the step stands whose files are compared. */
export interface StepBeside {
  readonly state: string;
  readonly isThrough: boolean;
  readonly isTakenBack: boolean;
  readonly published?: Published;
  /** What came of the runs since the files were fetched. */
  readonly findings: readonly Finding[];
  readonly offered: ReadonlySet<StepCommand>;
}

/** Number of the newest record of a step: what comes after it is news. Pure. */
export function newestRecordOf({ progress: { upgrade } }: OpenView, id: StepId): number {
  return upgrade?.history.get(id)?.at(-1)?.number ?? 0;
}

/**
 * How a step stands beside its comparison; undefined where the plan has no such step.
 * @param fetchedAfter number of its newest record when the files were fetched: what an earlier run found is no news
 */
export function stepBeside(view: OpenView, id: StepId, fetchedAfter: number): StepBeside | undefined {
  const { plan, steps, undo } = view.progress;
  const at = steps.get(id);
  if (!at) return undefined;
  const back = undoOf(plan, id);
  const review = at.state === 'done' ? recordedReview(view, id) : undefined;
  const [stays] = refusals(view.progress, { kind: 'undo', step: id, how: 'seen' });
  const published = { by: at.by?.user ?? '', since: at.since ?? '', ...(stays ? { stays } : {}) };
  return {
    state: at.state,
    isThrough: isThrough(at.happened),
    isTakenBack: !isThrough(at.happened) && back !== undefined && undo.get(back.id)?.state === 'done',
    ...(review ? { published: { review, ...published } } : {}),
    findings: newestRecordOf(view, id) > fetchedAfter ? at.findings : [],
    offered: new Set(offeredActions(view, at).map(({ command }) => command)),
  };
}
