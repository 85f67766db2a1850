import assert from 'node:assert/strict';
import { stepId } from '../../src/core/plan/plan';
import { progress } from '../../src/core/upgrade/progress';
import type { RecordBody } from '../../src/core/upgrade/record';
import { fold } from '../../src/core/upgrade/upgrade';
import { stopLines } from '../../src/vscode/step/stopLines';
import { sampleFarm } from '../build/farms';
import { opened, records, started } from '../build/records';
import { planOf } from '../orders/anyPlan';

const plan = planOf(sampleFarm('contoso'));
const second = 'mfa02.contoso.example';
const attest = (step: string, target: string): RecordBody => ({
  type: 'attested',
  step: stepId(step, target),
  how: 'seen',
});

/** What is said when these things have happened. */
function said(bodies: readonly RecordBody[], rehearsed: Readonly<Record<string, number>> = {}): readonly string[] {
  const now = progress(plan, fold(records([opened, ...bodies])));
  return stopLines({ progress: now, rehearsed: new Map(Object.entries(rehearsed)) });
}

describe('If you stop now, in words', () => {
  it('is one sentence while nothing is open', () => {
    assert.deepEqual(said([]), ['Nothing is open. The farm works as it stands.']);
  });

  it('names who answers, who does not, and the ways on and back', () => {
    const [answers, drained] = said([attest('take-out-of-traffic', second)]);
    assert.equal(answers, 'Requests are answered by mfa01.contoso.example, mfa03.contoso.example.');
    assert.match(
      drained ?? '',
      /^mfa02\.contoso\.example takes no requests\. .* carry on\. On: \d+ steps, to Put back/,
    );
    assert.match(drained ?? '', /Back: 1 step, minutes unknown, not rehearsed\.$/);
  });

  it('counts one step that is left as one', () => {
    const through = plan.steps.filter(({ step }) => step !== 'end-adfs-quiet');
    const lines = said(
      through.map(({ step, target, decides: key }) =>
        key === undefined ? attest(step, target) : { type: 'decided', key, value: 'x' },
      ),
    );
    assert.match(lines[1] ?? '', / On: 1 step, to Others may change AD FS again\./);
  });

  it('says how long the way back took, and that it was rehearsed, when it was', () => {
    const lines = said([attest('take-out-of-traffic', second)], { [`return-to-traffic@${second}`]: 2.5 });
    assert.match(lines.at(-1) ?? '', /Back: 1 step, about 3 min, rehearsed\.$/);
  });

  it('does not count on a server on which something is half done', () => {
    const upgrade = started(stepId('upgrade-mfa-server', 'mfa03.contoso.example'), 'r1');
    assert.equal(
      said([attest('take-out-of-traffic', second), upgrade])[0],
      'Requests are answered by mfa01.contoso.example.',
    );
  });

  it('adds up all the ways back where several things are open, and names the first', () => {
    const lines = said([attest('freeze-begins', 'Contoso'), attest('take-out-of-traffic', second)]);
    assert.match(lines.at(-1) ?? '', /^All the way back: 2 steps, .*, beginning with /);
  });
});
