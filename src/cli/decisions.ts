import { ok, refused, type Result } from '../core/report/result';
import { visible } from '../core/report/visible';

/** `--decide KEY=VALUE` as given; the first `=` ends the key. Keys and values are checked against the farm later. */
export function readDecisions(given: readonly string[]): Result<ReadonlyMap<string, string>> {
  const wrong = given.filter((text) => !/^[^=]+=./s.test(text));
  if (wrong.length === 0) return ok(new Map(given.map((text) => [before(text), text.slice(before(text).length + 1)])));
  return refused(
    wrong.map((text) => ({
      code: 'DecisionNotKeyValue',
      severity: 'error',
      message: `--decide ${visible(text)} is no decision.`,
      remedy: 'Write --decide KEY=VALUE.',
    })),
  );
}

function before(text: string): string {
  return text.slice(0, text.indexOf('='));
}
