import type { CompareRow, Sought } from '../messages';

/** Whether a row fits a search, in any case, by its name and section. */
export function fits({ name, place, isOpen }: CompareRow, wanted: Sought): boolean {
  const text = wanted.text.trim().toLowerCase();
  return (isOpen || !wanted.isOpen) && (text === '' || `${name} ${place}`.toLowerCase().includes(text));
}
