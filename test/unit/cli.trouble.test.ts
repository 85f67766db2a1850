import assert from 'node:assert/strict';
import { spawnSync } from 'node:child_process';
import { existsSync, mkdirSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { join, resolve } from 'node:path';
import { settleVerb } from '../../src/cli/settle';
import { statusVerb } from '../../src/cli/status';
import { stepId } from '../../src/core/plan/plan';
import type { UpgradeRecord } from '../../src/core/upgrade/record';
import { serialiseRecord } from '../../src/core/upgrade/recordFormat';
import type { StatusView } from '../../src/core/upgrade/statusView';
import { checkJournal } from '../../src/node/journalCheck';
import { placeOfDirectory } from '../../src/node/place';
import { prepareRun, takeResults } from '../../src/node/runFolder';
import { sha256 } from '../../src/node/sha256';
import type { UpgradeFolder } from '../../src/node/upgradeFolder';
import { aFolder, anUpgrade, aWorld, smallFarm } from '../build/folders';
import { patience, putPipe } from '../build/journals';
import { aRunbook, aStep } from '../build/runbooks';
import { leaveResult } from '../build/runs';

const root = resolve(__dirname, '..', '..');
const runbook = aRunbook([
  aStep('hand'),
  aStep('run', { kind: 'run', run: 'Set-X', verify: 'Test-X', changes: true, for: 'mfaServers' }),
]);
const hand = stepId('hand', 'Contoso');
const run = stepId('run', 'mfa01.contoso.example');

describe('the command line, on an upgrade in trouble', () => {
  let folder: ReturnType<typeof aFolder>;
  let upgrade: UpgradeFolder;

  beforeEach(async () => {
    folder = aFolder({ 'farm.json': JSON.stringify(smallFarm) });
    upgrade = anUpgrade(folder.path, runbook);
    await upgrade.perform({ kind: 'begin', step: hand }, () => ({ type: 'started', step: hand }));
  });
  afterEach(() => {
    folder.remove();
  });

  const put = (number: number, text: string): void => {
    writeFileSync(join(upgrade.place.journal, `00000${String(number)}.json`), text);
  };
  const status = (): ReturnType<typeof statusVerb> => statusVerb(upgrade.place.base, aWorld(runbook));

  for (const number of [1, 2]) {
    it(`status answers 1 where record ${String(number)} is damaged`, async () => {
      put(number, 'x\n');
      const { exitCode, findings } = await status();
      assert.deepEqual([exitCode, findings[0]?.code], [1, 'RecordDamaged']);
    });
  }

  for (const number of [1, 2]) {
    it(`settle answers 1 where record ${String(number)} is damaged`, async () => {
      put(number, 'x\n');
      const { exitCode, findings } = await settleVerb(upgrade.place.base, hand, root, aWorld(runbook));
      assert.deepEqual([exitCode, findings[0]?.code], [1, 'RecordDamaged']);
    });
  }

  it('status and settle answer 1 where a record is of the other mode, which counts for nothing', async () => {
    const last = JSON.parse(readFileSync(join(upgrade.place.journal, '000002.json'), 'utf8')) as UpgradeRecord;
    const stamp = { time: last.time, actor: last.actor, mode: 'production' } as const;
    const body = { type: 'attested', step: hand, how: 'elsewhere' } as const;
    put(3, serialiseRecord(body, stamp, { number: 3, void: [], prev: last.hash }, sha256).line);
    const { exitCode, findings, json } = await status();
    assert.deepEqual([exitCode, findings[0]?.code], [1, 'RecordOtherMode']);
    const steps = json['steps'] as StatusView['steps'];
    assert.equal(steps.find(({ id }) => id === hand)?.state, 'running');
    assert.equal((await settleVerb(upgrade.place.base, hand, root, aWorld(runbook))).exitCode, 1);
  });

  it('status and settle open no pipe in the place of a record', async function () {
    if (process.platform === 'win32') this.skip();
    putPipe(join(upgrade.place.journal, '000001.json'));
    const settled = await settleVerb(upgrade.place.base, hand, root, aWorld(runbook));
    for (const { exitCode, findings } of [await status(), settled])
      assert.deepEqual([exitCode, findings[0]?.code], [1, 'RecordNotFile']);
  });

  it('status says why a step failed, and shows hostile text of its result as text', async () => {
    await upgrade.perform({ kind: 'attest', step: hand, how: 'seen' }, () => ({
      type: 'attested',
      step: hand,
      how: 'seen',
    }));
    const prepared = await prepareRun(upgrade, run, { whatIf: false, defaultTransport: 'winrm' });
    assert.ok(prepared.ok);
    leaveResult(prepared.value, {
      outcome: 'failed',
      findings: [
        {
          code: 'DiskFull',
          severity: 'error',
          message: 'Full.\u001b[2J \u202e<b>',
          remedy: 'Make room.',
          host: 'mfa01',
        },
      ],
    });
    await takeResults(upgrade);
    const { exitCode, lines } = await status();
    assert.equal(exitCode, 1);
    const at = lines.findIndex((line) => line.startsWith('failed'));
    assert.equal(lines[at + 1], '            Full.\\u{1b}[2J \\u{202e}<b> Make room. [DiskFull]');
  });

  it('the mode is that of the first record which is one', async () => {
    put(1, '"mode":"production"\n');
    assert.equal((await placeOfDirectory(upgrade.place.base))?.mode, 'rehearsal');
  });

  it('verify-journal and status agree that a record torn at once is no upgrade', async () => {
    rmSync(upgrade.place.journal, { recursive: true });
    mkdirSync(upgrade.place.journal);
    put(1, 'cut');
    const check = await checkJournal(upgrade.place.base, patience());
    assert.deepEqual([check.exitCode, ...check.findings.map(({ code }) => code)], [2, 'RecordVoid', 'JournalMissing']);
    assert.equal((await placeOfDirectory(upgrade.place.base))?.mode, 'production');
  });

  it('verify-journal lists no void number of a damaged journal', async () => {
    put(1, 'x\n');
    put(3, 'cut');
    const { exitCode, json, lines } = await checkJournal(upgrade.place.base, patience());
    assert.deepEqual([exitCode, json['void'], lines.filter((line) => line.startsWith('Void'))], [1, [], []]);
  });

  describe('settle without a PowerShell', () => {
    const before = process.env['MFA_UPGRADE_POWERSHELL'];
    beforeEach(() => (process.env['MFA_UPGRADE_POWERSHELL'] = '/nowhere/pwsh'));
    afterEach(() => {
      if (before === undefined) delete process.env['MFA_UPGRADE_POWERSHELL'];
      else process.env['MFA_UPGRADE_POWERSHELL'] = before;
    });
    const settle = (step: string): ReturnType<typeof settleVerb> =>
      settleVerb(upgrade.place.base, step, root, aWorld(runbook));

    it('answers for a step that only a person can see, and for a run that never began', async () => {
      assert.deepEqual((await settle(hand)).json, { apiVersion: 1, step: hand, outcome: 'unknown' });
      const prepared = await prepareRun(upgrade, run, { whatIf: false, defaultTransport: 'winrm' });
      assert.ok(prepared.ok);
      assert.deepEqual((await settle(run)).json, { apiVersion: 1, step: run, outcome: 'refused' });
    });

    it('names what is missing where it has to look, and leaves no run folder of its own', async () => {
      const prepared = await prepareRun(upgrade, run, { whatIf: false, defaultTransport: 'winrm' });
      assert.ok(prepared.ok);
      writeFileSync(join(prepared.value.folder, 'taken'), 'it did not get to say\n');
      const { exitCode, findings } = await settle(run);
      assert.deepEqual([exitCode, findings[0]?.code], [2, 'PowerShellNotThere']);
      assert.deepEqual(readdirSync(upgrade.place.runs), [prepared.value.request.run]);
    });
  });
});

describe('wrong use of the command line', () => {
  const cli = (...args: readonly string[]): { readonly status: number | null; readonly stdout: string } =>
    spawnSync(process.execPath, ['--import', 'tsx', join(root, 'src', 'cli', 'main.ts'), ...args], {
      encoding: 'utf8',
      cwd: root,
    });

  it('takes no switch for the value of an option', () => {
    const { status, stdout } = cli('merge', 'old', 'new', '--out', '--json');
    const [finding] = (JSON.parse(stdout) as { findings: { code: string }[] }).findings;
    assert.deepEqual([status, finding?.code, existsSync(join(root, '--json'))], [2, 'WrongUse', false]);
  });

  it('gives a switch no value', () => {
    assert.equal(cli('status', '.', '--json=1').status, 2);
  });
});
