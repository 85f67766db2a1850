import { resolveDecisions } from '../plan/decisions';
import { undoOf, type Plan, type PlanStep, type StepId } from '../plan/plan';
import type { Finding } from '../report/finding';
import { visible } from '../report/visible';
import type { Progress } from './progress';
import { nameOf, refusal, whatNow } from './refusal';
import { refuseAcceptance } from './refuseAcceptance';
import { refuseChange } from './refuseChange';
import type { StepProgress, StepState } from './stepProgress';
import { standingOn } from './undo';

/** Something that a person or the program wants to do to the upgrade. */
export type Action =
  | { readonly kind: 'run'; readonly step: StepId }
  | { readonly kind: 'whatIf'; readonly step: StepId }
  | { readonly kind: 'end'; readonly step: StepId; readonly run: string }
  | { readonly kind: 'begin'; readonly step: StepId }
  | { readonly kind: 'attest'; readonly step: StepId; readonly how: string }
  | { readonly kind: 'skip'; readonly step: StepId; readonly reason: string }
  | { readonly kind: 'override'; readonly steps: readonly StepId[]; readonly reason: string }
  | { readonly kind: 'reopen'; readonly step: StepId; readonly reason: string }
  | { readonly kind: 'undo'; readonly step: StepId; readonly how: string }
  | { readonly kind: 'settle'; readonly step: StepId }
  | { readonly kind: 'decide'; readonly key: string; readonly value: string }
  | { readonly kind: 'accept'; readonly plan: Plan; readonly instead: Plan }
  | { readonly kind: 'move' };

/**
 * Why this may not be done now; empty = allowed. Tree, command line and the run itself ask here, nobody else decides.
 * Pure: asked again with the newest records whenever a record is written.
 */
export function refusals(progress: Progress, action: Action): readonly Finding[] {
  if (action.kind === 'decide') return refuseDecision(progress, action.key, action.value);
  if (action.kind === 'accept') return refuseAcceptance(progress, action.plan, action.instead);
  if (action.kind === 'move') return [];
  const ids = action.kind === 'override' ? action.steps : [action.step];
  return ids.flatMap((id) => {
    const at = progress.steps.get(id);
    if (at) return refuseStep(progress, at, action);
    const back = progress.undo.get(id);
    return back && isOfRun(action) ? refuseWayBack(progress, back, action) : [unknownStep(id)];
  });
}

type StepAction = Exclude<Action, { kind: 'decide' | 'accept' | 'move' }>;
type RunAction = Extract<Action, { kind: 'run' | 'whatIf' | 'end' | 'settle' }>;

function isOfRun(action: StepAction): action is RunAction {
  return ['run', 'whatIf', 'end', 'settle'].includes(action.kind);
}

/** A way back runs like a step, in the place of its step: while that is through and nothing built on it stands. */
function refuseWayBack(progress: Progress, back: StepProgress, action: RunAction): readonly Finding[] {
  if (action.kind !== 'run') return refuseStep(progress, back, action);
  const undone = progress.plan.undo
    .filter(({ id }) => id === back.step.id)
    .flatMap(({ undoes }) => progress.steps.get(undoes) ?? []);
  const at = undone.find(({ state }) => state === 'done' || state === 'attested') ?? undone[0];
  return [
    ...refuseKind(back, action),
    ...(at ? [...refuseUndo(progress, at), ...refuseState(progress, at, ['done', 'attested'])] : []),
    ...refuseState(progress, back, ['ready', 'failed', 'blocked']),
    ...refuseChange(progress, back),
  ];
}

function refuseStep(progress: Progress, at: StepProgress, action: StepAction): readonly Finding[] {
  switch (action.kind) {
    case 'run':
      return [
        ...refuseKind(at, action),
        ...refuseState(progress, at, runFrom(at)),
        ...refuseWaiting(progress, at),
        ...refuseChange(progress, at),
      ];
    case 'whatIf':
      return [...refuseKind(at, action), ...refuseTrying(at)];
    case 'end':
      return at.awaits === action.run ? [] : [runNotAwaited(at)];
    case 'begin':
      return [
        ...refuseKind(at, action),
        ...refuseState(progress, at, ['ready', 'failed']),
        ...refuseWaiting(progress, at),
        ...refuseChange(progress, at),
      ];
    case 'attest':
      return [
        ...refuseKind(at, action),
        ...refuseSilence(action.how),
        ...refuseState(progress, at, attestFrom(at)),
        ...(at.state === 'ready' || at.state === 'failed' ? refuseChange(progress, at) : []), // else it has begun before
      ];
    case 'skip':
      return [...refuseSkip(at), ...refuseSilence(action.reason), ...refuseState(progress, at, ['ready', 'failed'])];
    case 'override':
      return [...refuseOverride(at), ...refuseSilence(action.reason), ...refuseState(progress, at, overrideFrom(at))];
    case 'reopen':
      return [...refuseKind(at, action), ...refuseSilence(action.reason), ...refuseState(progress, at, reopenFrom)];
    case 'undo':
      return [
        ...refuseUndo(progress, at),
        ...refuseSilence(action.how),
        ...refuseState(progress, at, ['done', 'attested']),
      ];
    case 'settle':
      return refuseState(progress, at, ['unknown', 'running']);
  }
}

/** Whether a step is one of those that a person sets about by hand: it changes something, and may take a while. Pure. */
export function canBeBegun({ step }: StepProgress): boolean {
  return step.kind === 'manual' && step.function === undefined && step.definition.changes;
}

const reopenFrom: readonly StepState[] = ['done', 'attested', 'skipped', 'overridden'];

/** A check may be run again at any time, unless the last run may still go on; a change is run once. */
function runFrom({ step, awaits }: StepProgress): readonly StepState[] {
  const again: readonly StepState[] = ['ready', 'failed'];
  if (step.definition.changes) return again;
  return awaits === undefined ? [...again, 'done', 'attested', 'unknown'] : [...again, 'done', 'attested'];
}

/** A person may have seen how it stands, also where a run failed; not while one goes on. Of a done step: that its host was restarted. */
function attestFrom({ step, run, restartNeeded }: StepProgress): readonly StepState[] {
  const seen: readonly StepState[] = ['ready', 'failed', 'unknown', ...(restartNeeded ? (['done'] as const) : [])];
  return step.kind === 'manual' && run === undefined ? [...seen, 'running'] : seen;
}

function overrideFrom({ findings, state }: StepProgress): readonly StepState[] {
  const inhibits = state === 'done' && findings.some((finding) => finding.severity === 'inhibitor');
  return inhibits ? ['done'] : ['ready', 'failed', 'unknown'];
}

function refuseState(progress: Progress, at: StepProgress, allowed: readonly StepState[]): readonly Finding[] {
  if (allowed.includes(at.state)) return [];
  return [at.state === 'blocked' ? blocked(progress, at) : wrongState(at)];
}

/** A step that failed, or was done before something under it was reopened, waits like any other. */
function refuseWaiting(progress: Progress, at: StepProgress): readonly Finding[] {
  const waits = at.state !== 'blocked' && (at.waitsFor.length > 0 || at.inhibitors.length > 0);
  return waits ? [blocked(progress, at)] : [];
}

/** Names of what a blocked step waits for, in the words of the checklist. */
export function waitingFor(progress: Progress, at: StepProgress): string {
  const titles = at.waitsFor.map((id) => {
    const other = progress.steps.get(id)?.step;
    if (!other) return id;
    return other.target === at.step.target ? other.title : `${other.title} (${other.target})`;
  });
  return [...titles, ...at.inhibitors.map((finding) => finding.message)].join(', ');
}

function blocked(progress: Progress, at: StepProgress): Finding {
  return refusal(at, 'StepBlocked', `${nameOf(at)} waits for ${waitingFor(progress, at)}.`, 'Do that first.');
}

function wrongState(at: StepProgress): Finding {
  return refusal(at, 'StepWrongState', `${nameOf(at)} is ${at.state}.`, whatNow[at.state]);
}

function refuseKind(at: StepProgress, { kind }: StepAction): readonly Finding[] {
  const { step } = at;
  const runs = kind === 'run' || kind === 'whatIf';
  if (runs && step.function === undefined)
    return [
      refusal(at, 'StepNotRun', `${nameOf(at)} is done by a person.`, 'Do it as described, then mark it as done.'),
    ];
  if (!runs && step.kind === 'decide')
    return [refusal(at, 'StepIsDecision', `${nameOf(at)} is a decision.`, 'Use Decide.')];
  return kind === 'begin' && step.kind !== 'manual'
    ? [refusal(at, 'StepNotManual', `${nameOf(at)} is not begun by hand.`, 'Use Run.')]
    : [];
}

/** A check, which is its own verification, changes nothing: there is nothing to try. */
function refuseTrying(at: StepProgress): readonly Finding[] {
  if (at.step.function === undefined || at.step.definition.verify !== undefined) return [];
  return [refusal(at, 'StepOnlyLooks', `${nameOf(at)} only looks and changes nothing.`, 'Run it.')];
}

function refuseSkip(at: StepProgress): readonly Finding[] {
  if (at.step.definition.optional) return [];
  return [refusal(at, 'StepNotOptional', `${nameOf(at)} is not optional.`, 'Do it, or override it with a reason.')];
}

function refuseOverride(at: StepProgress): readonly Finding[] {
  if (at.step.kind === 'decide') return refuseKind(at, { kind: 'attest', step: at.step.id, how: '' });
  if (!at.step.definition.neverOverride) return [];
  return [refusal(at, 'StepNeverOverridden', `${nameOf(at)} is never overridden.`, 'Do it, or stop the upgrade here.')];
}

/** Going back is offered while nothing built on the step stands: what came last goes first. */
function refuseUndo(progress: Progress, at: StepProgress): readonly Finding[] {
  const { plan, steps, undo } = progress;
  const back = undoOf(plan, at.step.id);
  if (!back)
    return [
      refusal(
        at,
        'StepHasNoUndo',
        `${nameOf(at)} has no step that takes it back.`,
        'Its page says what the way back is.',
      ),
    ];
  const standing = standingOn(plan, steps, at.step.id);
  const runs = undo.get(back.id);
  if (standing.length === 0) return runs?.state === 'running' ? [wrongState(runs)] : [];
  const names = standing.map(({ title, target }) => `${title} (${target})`).join(', ');
  return [refusal(at, 'StepBuiltOn', `${names} stands on ${nameOf(at)}.`, 'Take that back first.')];
}

function refuseSilence(text: string): readonly Finding[] {
  if (text.trim() !== '') return [];
  return [
    {
      code: 'ReasonMissing',
      severity: 'error',
      message: 'Nothing was said.',
      remedy: 'Write in a few words how it was seen, or why.',
    },
  ];
}

function refuseDecision(progress: Progress, key: string, value: string): readonly Finding[] {
  const { plan, upgrade } = progress;
  const used = plan.steps.filter(
    (step) => step.kind !== 'decide' && step.uses.has(key) && progress.steps.get(step.id)?.happened !== 'nothing',
  );
  const by = used[0];
  if (by) return [decisionUsed(key, by)];
  if (key === 'runbook') return upgrade ? [runbookIsChosen(upgrade.runbookId)] : [];
  const others = [...(upgrade?.decisions ?? [])].map(([other, decided]) => [other, decided.value] as const);
  const resolved = resolveDecisions(plan.farm, new Map(others).set(key, value), plan.mode);
  return resolved.ok ? [] : resolved.findings;
}

function decisionUsed(key: string, by: PlanStep): Finding {
  return {
    code: 'DecisionUsed',
    severity: 'error',
    message: `${by.title} (${by.target}) has already used the decision ${key}.`,
    remedy: 'A decision that was used stays. Another choice is a new upgrade in a new folder.',
  };
}

function runbookIsChosen(runbook: string): Finding {
  return {
    code: 'RunbookChosen',
    severity: 'error',
    message: `This upgrade was opened with the runbook ${runbook}.`,
    remedy: 'Another runbook is a new upgrade in a new folder.',
  };
}

function runNotAwaited(at: StepProgress): Finding {
  return refusal(
    at,
    'RunNotAwaited',
    `${nameOf(at)} does not wait for this run: its result is in already, or it was never started here.`,
    'Nothing to do. The result stays in the run folder and counts for nothing.',
  );
}

function unknownStep(id: string): Finding {
  return {
    code: 'StepUnknown',
    severity: 'error',
    message: `The plan has no step ${visible(id)}.`,
    remedy: 'Use the id of a step as "mfa-upgrade status" prints it.',
  };
}
