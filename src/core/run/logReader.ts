import type { Finding } from '../report/finding';
import type { Evidence } from '../upgrade/record';
import { symptoms } from './symptoms';

/** How much of what a run handed back is read: evidence is untrusted and can be of any size. */
const limits = { texts: 2000, length: 4000 };

/**
 * What the texts of a run tell about known symptoms of the field, each once. Pure, linear in what is read.
 * @param findings what was found; symptoms of the same run are not among them yet
 * @param evidence what the function handed back: lines of logs and warnings of cmdlets stand there
 * @returns one finding for each symptom, with the host of the finding that told it
 */
export function symptomsOf(findings: readonly Finding[], evidence: Evidence): readonly Finding[] {
  const told = findings.flatMap(({ message, host }) => linesOf(message).map((line) => ({ line, host })));
  const handed = textsIn(evidence).flatMap((text) => linesOf(text).map((line) => ({ line, host: undefined })));
  const lines = [...told, ...handed];
  return symptoms.flatMap(({ code, severity, pattern, message, remedy }): readonly Finding[] => {
    const seen = lines.find(({ line }) => pattern.test(line));
    return seen ? [{ code, severity, message, remedy, ...(seen.host !== undefined && { host: seen.host }) }] : [];
  });
}

/** The lines of a text, also of one whose line ends were made visible. */
function linesOf(text: string): readonly string[] {
  return text.slice(0, limits.length).split(/(?:\r?\n|<U\+000[AD]>)+/);
}

/** Every text in a value, without recursion, because a hostile one is nested without end. */
function textsIn(value: unknown): readonly string[] {
  const texts: string[] = [];
  const open: unknown[] = [value];
  while (open.length > 0 && texts.length < limits.texts) {
    const next = open.pop();
    if (typeof next === 'string') texts.push(next);
    else if (typeof next === 'object' && next !== null)
      open.push(...(Object.values(next) as unknown[]).slice(0, limits.texts));
  }
  return texts;
}
