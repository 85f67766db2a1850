import assert from 'node:assert/strict';
import { mkdirSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { buildProgram } from '../build/program';
import { projectRoot } from '../gates/sources';
import { chosen, killAtEach, slowPoints, windowPoints, type Outcome, type Point } from '../prove/killMatrix';
import { faultsOf, killFigures, killTable } from '../prove/killTable';
import { hasStrace } from '../prove/systemCalls';
import { Lives } from '../prove/victim';

const powershell = process.env['MFA_UPGRADE_POWERSHELL'];
const isWhole = process.env['MFA_UPGRADE_KILLS'] === 'all';
const folder = join(projectRoot, 'out', 'prove');

/** Each kill of a script under strace takes seconds: as many as fit into the minutes of the proof belong to the whole matrix. */
async function pointsOf(lives: Lives): Promise<readonly Point[]> {
  const quick = await windowPoints(lives);
  return isWhole ? [...quick, ...chosen(await slowPoints(lives), 90)] : chosen(quick, 20);
}

function keep(outcomes: readonly Outcome[]): void {
  mkdirSync(folder, { recursive: true });
  writeFileSync(join(folder, 'kill-matrix.md'), killTable(outcomes));
  writeFileSync(join(folder, 'kill-matrix.txt'), `${killFigures(outcomes)}\n`);
}

describe('A step whose processes are killed', () => {
  let lives: Lives | undefined;

  before(function () {
    this.timeout(60_000);
    if (!hasStrace() || powershell === undefined) this.skip();
    buildProgram();
    lives = new Lives(powershell);
  });
  after(() => lives?.remove());

  it('loses no acknowledged record, is never done without its copy, and can be brought to its end', async function () {
    this.timeout(0);
    assert.ok(lives && powershell !== undefined);
    const outcomes = await killAtEach(lives, await pointsOf(lives), powershell);
    if (isWhole) keep(outcomes);
    const killed = outcomes.filter(({ wasKilled }) => wasKilled).length;
    assert.deepEqual(outcomes.flatMap(faultsOf), []);
    assert.ok(killed >= (isWhole ? 200 : 16), `only ${killed} of ${outcomes.length} were killed`);
  });
});
