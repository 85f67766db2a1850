import type { Finding } from '../core/report/finding';
import { ok, refused, type Result } from '../core/report/result';
import { visible } from '../core/report/visible';

/**
 * `--decide KEY=VALUE` as given; the first `=` ends the key. Keys and values are checked against the farm later, an empty value
 * too: there the known ones are named. Refused when a key is given two values.
 */
export function readDecisions(given: readonly string[]): Result<ReadonlyMap<string, string>> {
  const decided = new Map<string, string>();
  const findings: Finding[] = [];
  for (const text of given) {
    const [, key, value = ''] = /^([^=]+)=(.*)$/s.exec(text) ?? [];
    if (key === undefined) findings.push(notKeyValue(text));
    else if ((decided.get(key) ?? value) === value) decided.set(key, value);
    else findings.push(givenTwice(key));
  }
  return findings.length > 0 ? refused(findings) : ok(decided);
}

function notKeyValue(text: string): Finding {
  return {
    code: 'DecisionNotKeyValue',
    severity: 'error',
    message: `--decide ${visible(text)} is no decision.`,
    remedy: 'Write --decide KEY=VALUE.',
  };
}

function givenTwice(key: string): Finding {
  return {
    code: 'DecisionGivenTwice',
    severity: 'error',
    message: `--decide gives ${visible(key)} twice, with different values.`,
    remedy: 'Keep one of them.',
  };
}
