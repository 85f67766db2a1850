import type { CompareGroup, ComparePageState, ToComparePage } from '../../../webview-ui/messages';

/**
 * What the page has to be told: the whole state, or only the rows that are other ones than before where it shows the same
 * differences. A choice changes one row of five hundred. Pure.
 */
export function changedSince(before: ComparePageState | undefined, state: ComparePageState): ToComparePage {
  const known = before?.id === state.id ? before.groups : undefined;
  if (!known || !areSame(known, state.groups)) return { kind: 'state', state };
  const groups = state.groups.map((group, n) => ({ ...group, rows: changedRows(known[n], group) }));
  return { kind: 'changed', state: { ...state, groups } };
}

/** Whether both have the same groups with as many rows: what belongs where does not depend on what is chosen. */
function areSame(before: readonly CompareGroup[], groups: readonly CompareGroup[]): boolean {
  const shape = (all: readonly CompareGroup[]): string => all.map(({ id, rows }) => `${id} ${rows.length}`).join();
  return shape(before) === shape(groups);
}

function changedRows(before: CompareGroup | undefined, { rows }: CompareGroup): CompareGroup['rows'] {
  return rows.filter((row, n) => JSON.stringify(row) !== JSON.stringify(before?.rows[n]));
}
