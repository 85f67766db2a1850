import type { StepId } from '../plan/plan';
import { isThrough, replay, type HistoryEvent } from './stepHistory';
import type { Upgrade } from './upgrade';

/** The records of a step as events of its history. Pure. */
export function recordsOf(upgrade: Upgrade | undefined, id: StepId): readonly HistoryEvent[] {
  return (upgrade?.history.get(id) ?? []).map((record) => ({ kind: 'record', number: record.number, record }));
}

/** When the way back of a step was gone: each time its undo step came through. Pure. */
export function whenUndone(upgrade: Upgrade | undefined, undo: StepId): readonly HistoryEvent[] {
  const events = recordsOf(upgrade, undo);
  return events.flatMap((event, n): readonly HistoryEvent[] => {
    const through = isThrough(replay(events.slice(0, n + 1)).happened);
    return through && replay(events.slice(0, n)).number !== event.number
      ? [{ kind: 'undone', number: event.number }]
      : [];
  });
}
