import type { Finding } from '../report/finding';
import type { Actor, Evidence } from './record';
import type { StepRecord } from './upgrade';

/** What the records of one step add up to, before anybody asks whether its predecessors are through. */
export type Happened = 'nothing' | 'running' | 'done' | 'failed' | 'unknown' | 'attested' | 'skipped' | 'overridden';

/** Where the records leave one step. */
export interface StepHistory {
  readonly happened: Happened;
  /** Run that goes on, or the last one that was started. */
  readonly run?: string;
  /** Run whose result still counts: it goes on, or nobody knows how it ended. */
  readonly awaits?: string;
  readonly by?: Actor;
  readonly since?: string;
  /** Number of the record that brought the step where it is. */
  readonly number?: number;
  /** How it was seen, why it was skipped, overridden or reopened. */
  readonly said?: string;
  readonly findings: readonly Finding[];
  readonly evidence?: Evidence;
  /** Its run asked for a restart of the host, and nobody has said yet that it was restarted. */
  readonly restartNeeded?: boolean;
  /** Inhibitors of the last look that came to an end: they hold until another one does. */
  readonly held?: readonly Finding[];
}

/** A record of the step itself, or the number at which something that it was built on was reopened, or it was undone. */
export type HistoryEvent =
  | { readonly kind: 'record'; readonly number: number; readonly record: StepRecord }
  | { readonly kind: 'shaken'; readonly number: number; readonly by: string }
  | { readonly kind: 'undone'; readonly number: number };

/**
 * `before` is the history in front of the last start: a refused run goes back to it. `shaken` is the step that was reopened
 * under a run: what the run does counts for nothing any more that is built on it.
 */
type Folding = StepHistory & { readonly before?: StepHistory; readonly shaken?: string };

const nothing: StepHistory = { happened: 'nothing', findings: [] };

/** Effects that let successors go on. */
export function isThrough(happened: Happened): boolean {
  return happened === 'done' || happened === 'attested' || happened === 'skipped' || happened === 'overridden';
}

/** Replays what happened to one step. Order comes from the record numbers. Pure. */
export function replay(events: readonly HistoryEvent[]): StepHistory {
  const ordered = [...events].sort((a, b) => a.number - b.number);
  let state: Folding = nothing;
  for (const event of ordered) {
    const after = next(state, event);
    state = { ...after, held: heldAfter(state, after, event) };
  }
  return state;
}

/** A check that runs again, fails or is refused takes nothing back of what the one before has found. */
function heldAfter(before: Folding, after: Folding, event: HistoryEvent): readonly Finding[] {
  const isLook = event.kind === 'record' && event.record.type === 'ended' && event.record.outcome === 'done';
  if (isLook && after.happened === 'done') return after.findings.filter(({ severity }) => severity === 'inhibitor');
  const isAnswered = event.kind === 'record' && (after.happened === 'attested' || after.happened === 'overridden');
  return isAnswered ? [] : (before.held ?? []);
}

function next(state: Folding, event: HistoryEvent): Folding {
  switch (event.kind) {
    case 'record':
      return afterRecord(state, event.record);
    case 'undone':
      return isThrough(state.happened) ? { ...nothing, number: event.number } : state;
    case 'shaken':
      return afterShaking(state, event);
  }
}

function afterShaking(state: Folding, event: Extract<HistoryEvent, { kind: 'shaken' }>): Folding {
  const { number, by } = event;
  if (state.happened === 'done' || state.happened === 'attested')
    return { ...state, happened: 'unknown', number, said: by };
  if (state.awaits === undefined) return state;
  return { ...state, shaken: by, ...(state.before ? { before: plain(afterShaking(state.before, event)) } : {}) };
}

function afterRecord(state: Folding, record: StepRecord): Folding {
  const { actor: by, time: since, number } = record;
  const at = { by, since, number, findings: [] };
  switch (record.type) {
    case 'started':
      return { ...at, happened: 'running', before: plain(state), ...runOf(record.run), ...restartOf(state) };
    case 'ended':
      return afterEnd(state, record);
    case 'attested':
      if (state.happened === 'done' && state.restartNeeded) return afterRestart(state, record.how);
      return { ...at, happened: 'attested', said: record.how };
    case 'skipped':
      return { ...at, happened: 'skipped', said: record.reason };
    case 'overridden':
      return { ...at, happened: 'overridden', said: record.reason };
    case 'reopened':
      return afterReopen(state, record);
    case 'settled':
      return afterSettle(state, record);
  }
}

function runOf(run: string | undefined): { run?: string; awaits?: string } {
  return run === undefined ? {} : { run, awaits: run };
}

/** A result counts for the run that was started last, and once; a run that ended as unknown may still bring its result. */
function afterEnd(state: Folding, record: Extract<StepRecord, { type: 'ended' }>): Folding {
  if (state.awaits !== record.run) return state;
  if (record.outcome === 'refused') return { ...(state.before ?? nothing), findings: record.findings };
  const { actor: by, time: since, number, run, findings, evidence } = record;
  const { before, shaken } = state;
  const happened = outcomeOf(record);
  const restart = restartOf(record.restartNeeded || happened === 'done' ? record : state);
  const kept = { ...(before ? { before } : {}), ...(shaken === undefined ? {} : { shaken }) };
  const open = record.outcome === 'unknown' ? { ...kept, awaits: run } : {};
  const ended: Folding = { happened, by, since, number, run, findings, evidence, ...restart, ...open };
  return happened === 'done' && shaken !== undefined ? { ...ended, happened: 'unknown', said: shaken } : ended;
}

function restartOf({ restartNeeded }: { readonly restartNeeded?: boolean }): { restartNeeded?: true } {
  return restartNeeded ? { restartNeeded } : {};
}

/** A step that is done needs nobody's word any more: what a person says of it then is that its host was restarted. */
function afterRestart({ restartNeeded: _restarted, ...state }: Folding, said: string): Folding {
  return { ...state, said };
}

/** Done needs the verifying function's yes: a no is failed, no answer is unknown, whatever the run itself says. */
function outcomeOf({ outcome, verified }: { outcome: string; verified: boolean | null }): Happened {
  if (outcome !== 'done') return outcome === 'failed' ? 'failed' : 'unknown';
  if (verified === null) return 'unknown';
  return verified ? 'done' : 'failed';
}

/** Our record was wrong: what was done or seen is unknown again; what was only skipped or overridden is open again. */
function afterReopen(state: Folding, record: Extract<StepRecord, { type: 'reopened' }>): Folding {
  const { actor: by, time: since, number, reason: said } = record;
  if (state.happened === 'skipped' || state.happened === 'overridden') return { ...nothing, number };
  if (state.happened !== 'done' && state.happened !== 'attested') return state;
  return { ...plain(state), happened: 'unknown', by, since, number, said };
}

function afterSettle(state: Folding, record: Extract<StepRecord, { type: 'settled' }>): Folding {
  if (state.happened !== 'unknown' && state.happened !== 'running') return state;
  const { actor: by, time: since, number, evidence } = record;
  if (record.outcome === 'refused') return { ...(state.before ?? nothing), number };
  const run = state.run === undefined ? {} : { run: state.run };
  return { happened: record.outcome, by, since, number, evidence, findings: [], ...run, ...restartOf(state) };
}

/** The state without what only a run that goes on needs. */
function plain(state: Folding): StepHistory {
  const { before: _before, awaits: _awaits, shaken: _shaken, ...history } = state;
  return history;
}
