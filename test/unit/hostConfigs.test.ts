import assert from 'node:assert/strict';
import { mkdirSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { Progress } from '../../src/core/upgrade/progress';
import { mergeOnHost } from '../../src/node/hostConfigs';
import { aFarm, anAdfsFarm } from '../build/farms';
import { planOf } from '../orders/anyPlan';

const plan = planOf(aFarm(1, { adfsFarms: [anAdfsFarm('EMEA', ['fs1', 'fs2'])] }));
const step = plan.steps.find(({ id }) => id === 'compare-adapter-config@EMEA');
// What is read of it.
const progress = { plan, upgrade: { upgradeId: 'u1' } } as unknown as Progress;

const config = (sdk: string, more = ''): string =>
  `<?xml version="1.0"?>\r\n<FIXTURE>\r\n  <UseWebServiceSdk>${sdk}</UseWebServiceSdk>\r\n${more}</FIXTURE>\r\n`;

describe('A compare step in a rehearsal', () => {
  const hosts = mkdtempSync(join(tmpdir(), 'mfa-merge-'));
  const registrar = plan.decisions.get('registrar.EMEA')?.value ?? '';
  const upgrade = join(hosts, registrar, 'files', 'C', 'ProgramData', 'MFA Server Upgrade', 'u1');
  const fresh = join(upgrade, 'installers', 'MultiFactorAuthenticationAdfsAdapter.config');
  const lay = (name: string, text: string): void => {
    mkdirSync(join(upgrade, 'export-adapter-config'), { recursive: true });
    writeFileSync(join(upgrade, 'export-adapter-config', name), text);
  };

  after(() => {
    rmSync(hosts, { recursive: true });
  });

  it('merges the newest export of the adapter into the file that was copied to the node that registers', async () => {
    assert.ok(step);
    mkdirSync(join(upgrade, 'installers'), { recursive: true });
    writeFileSync(fresh, config('false', '  <FIXTURE_New>1</FIXTURE_New>\r\n'));
    const without = await mergeOnHost(hosts, progress, step);
    assert.ok(without.ok && without.value === undefined);
    lay('20260101T000000000Z.config', config('false'));
    lay('20260102T000000000Z.config', config('true'));
    const merged = await mergeOnHost(hosts, progress, step);
    assert.ok(merged.ok);
    assert.match(merged.value ?? '', /^merged MultiFactorAuthenticationAdfsAdapter\.config, old [0-9a-f]{64}, new /);
    assert.equal(readFileSync(fresh, 'utf8'), config('true', '  <FIXTURE_New>1</FIXTURE_New>\r\n'));
  });
});
