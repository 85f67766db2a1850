import type { CompareRow } from '../messages';

/** What a person wants to see. */
export interface Wanted {
  readonly text: string;
  /** Only what waits for a decision. */
  readonly isOpen: boolean;
}

/** Whether a row fits a search, in any case, by its name and section. */
export function fits({ name, place, isOpen }: CompareRow, wanted: Wanted): boolean {
  const text = wanted.text.trim().toLowerCase();
  return (isOpen || !wanted.isOpen) && (text === '' || `${name} ${place}`.toLowerCase().includes(text));
}
