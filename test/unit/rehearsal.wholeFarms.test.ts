import assert from 'node:assert/strict';
import fc from 'fast-check';
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { Answer } from '../../src/cli/answer';
import { smallFarm } from '../build/folders';
import { projectRoot } from '../gates/sources';
import { anyFarmContent } from '../property/anyFarm';
import { RehearsedFarm } from '../prove/rehearsals';

const isWhole = process.env['MFA_UPGRADE_REHEARSALS'] === 'all';
const setup = 'MultiFactorAuthenticationServerSetup.exe';
const sample = (name: string): string => join(projectRoot, 'samples', name, 'farm.json');

/** Real PowerShell on simulated farms, from the first step to the report. */
describe('A rehearsal', () => {
  const home = mkdtempSync(join(tmpdir(), 'mfa-small-'));
  const small = join(home, 'farm.json');
  const farms: RehearsedFarm[] = [];
  const farm = (file: string): RehearsedFarm => {
    farms.push(new RehearsedFarm(file));
    return farms.at(-1) as RehearsedFarm;
  };

  before(function () {
    if (process.env['MFA_UPGRADE_POWERSHELL'] === undefined) this.skip();
    writeFileSync(small, JSON.stringify(smallFarm));
  });
  after(() => {
    for (const each of farms) each.remove();
    rmSync(home, { recursive: true });
  });

  it('of a small farm: an installer fails, the rehearsal names it, goes on from there and takes no more faults', async function () {
    this.timeout(0);
    const one = farm(small);
    const failed = await one.rehearse(`fault=mfa01.contoso.example:${setup}=1603`);
    assert.equal(failed.exitCode, 1, JSON.stringify(failed));
    assert.match(failed.lines.join('\n'), /It ended at Upgrade MFA Server \(mfa01\.contoso\.example\)/);
    assert.match(one.read('report.md'), /1603/);
    const refused = await one.rehearse(`fault=mfa01.contoso.example:${setup}=1603`);
    assert.deepEqual([refused.exitCode, refused.findings[0]?.code], [2, 'FaultsTooLate']);
    const mended = await one.rehearse();
    assertWell(mended);
    assert.deepEqual(mended.json['outages'], []);
    assert.equal(durationsOf(one)['upgrade-old-master@mfa01.contoso.example'], 20, 'both attempts');
  });

  /** Minutes of work: they belong to the long form. */
  const whole = (title: string, test: () => Promise<void>): void => {
    if (isWhole)
      it(title, async function () {
        this.timeout(0);
        await test();
      });
  };

  for (const [name, outages] of [
    ['contoso', 2],
    ['fabrikam', 0],
    ['northwind', 1],
  ] as const)
    whole(`of the sample ${name} goes well`, async () => {
      const one = farm(sample(name));
      const answer = await one.rehearse();
      assertWell(answer);
      assert.equal((answer.json['outages'] as readonly unknown[]).length, outages);
      const back = Object.keys(durationsOf(one)).filter((id) => id.startsWith('switch-old-adapter-on@'));
      assert.equal(back.length, outages, 'each way back was gone');
    });

  whole('of northwind as a migration goes well', async () => {
    assertWell(await farm(sample('northwind')).rehearse('decide=runbook=migrate'));
  });

  // A farm of ten hosts or of many nodes takes minutes, and shows nothing that a smaller one does not.
  for (const [n, content] of fc.sample(anyFarmContent, { numRuns: 20, seed: 7 }).entries())
    if (content.hosts.length <= 6 && (content.adfsFarms ?? []).flatMap(({ nodes }) => nodes).length <= 5)
      whole(`of any farm goes well (${String(n)})`, async () => {
        const file = join(home, `any-${String(n)}.json`);
        writeFileSync(file, JSON.stringify(content));
        assertWell(await farm(file).rehearse());
      });

  whole('restarts a host whose installer asks for that', async () => {
    const one = farm(small);
    assertWell(await one.rehearse(`fault=mfa01.contoso.example:${setup}=3010`));
    assert.equal(durationsOf(one)['upgrade-old-master@mfa01.contoso.example'], 15, 'the setup and the restart');
  });

  for (const alsoPowerShell of [false, true])
    whole(
      `goes on after SIGKILL in the middle of a run${alsoPowerShell ? ', its PowerShell killed too' : ''}`,
      async () => {
        const one = farm(small);
        await one.killDuring('upgrade-old-master', alsoPowerShell);
        assertWell(await one.rehearse());
      },
    );

  function assertWell(answer: Answer): void {
    assert.deepEqual([answer.exitCode, answer.json['ok']], [0, true], JSON.stringify(answer));
  }
  function durationsOf(one: RehearsedFarm): Readonly<Record<string, number>> {
    return JSON.parse(one.read('durations.json')) as Record<string, number>;
  }
});
