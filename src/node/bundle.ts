import { join } from 'node:path';
import type { Finding } from '../core/report/finding';
import { ok, refused, type Result } from '../core/report/result';
import type { RunResult } from '../core/run/result';
import type { Outcome } from '../core/upgrade/record';
import type { StepProgress } from '../core/upgrade/stepProgress';
import { writeAtomically } from './atomicFile';
import type { OpenView } from './folderView';
import { exists } from './place';
import { endRun, recordedRequest, type PreparedRun } from './runFolder';
import { sha256 } from './sha256';
import type { UpgradeFolder } from './upgradeFolder';

/**
 * The run of a step whose bundle was carried to its host and is not back; undefined where there is none. A bundle that came back
 * as it was started, with its mark and without a result, is no longer waited for.
 */
export async function bundleOut(
  upgrade: UpgradeFolder,
  view: OpenView,
  { step, awaits }: StepProgress,
): Promise<PreparedRun | undefined> {
  const recorded = awaits === undefined ? undefined : await recordedRequest(upgrade, view, step.id, awaits);
  if (!recorded) return undefined;
  const { folder } = recorded;
  const bundle = join(folder, 'bundle');
  if (!(await exists(bundle)) || (await exists(join(folder, 'result.json')))) return undefined;
  if ((await exists(join(bundle, 'taken'))) && !(await exists(join(bundle, 'result.json')))) return undefined;
  return recorded;
}

type Told = Pick<RunResult, 'outcome' | 'verified' | 'restartNeeded'>;

/** Everything that a bundle can have to say. */
const answers: readonly Told[] = (['done', 'failed', 'refused', 'unknown'] as const).flatMap((outcome) =>
  ([true, false, null] as const).flatMap((verified) =>
    [false, true].map((restartNeeded) => ({ outcome, verified, restartNeeded })),
  ),
);

/** The eight characters that the script of a bundle shows at its end (Get-MfaStepBundleCode reckons the same). */
export function bundleCode(run: string, requestHash: string, { outcome, verified, restartNeeded }: Told): string {
  const text = [run, requestHash, outcome, String(verified), String(restartNeeded)].join('\n');
  return sha256(text).slice(0, 8).toUpperCase();
}

/**
 * Takes the code of a bundle out of what a person typed, as the result of its run: outcome and verification are those of the
 * code. Undefined = the words hold no code of this run, and nothing was written.
 */
export async function takeBundleCode(
  upgrade: UpgradeFolder,
  { request, requestHash, folder }: PreparedRun,
  words: string,
): Promise<Result<Outcome> | undefined> {
  const typed: readonly string[] = words.toUpperCase().match(/[0-9A-F]{8}/g) ?? [];
  const told = answers.find((answer) => typed.includes(bundleCode(request.run, requestHash, answer)));
  if (!told) return undefined;
  const result: RunResult = {
    v: 1,
    run: request.run,
    step: request.step,
    requestHash,
    mode: request.mode,
    whatIf: request.whatIf,
    ...told,
    computer: request.host.name,
    evidence: { code: bundleCode(request.run, requestHash, told), how: words },
    findings: told.outcome === 'done' && told.verified === true ? [] : [codeSaysNo(told)],
    startedAt: '',
    endedAt: '',
    powershell: '',
  };
  await writeAtomically(join(folder, 'result.json'), `${JSON.stringify(result)}\n`);
  const id = request.step as StepProgress['step']['id'];
  const unwritten = await endRun(upgrade, id, request.run);
  return unwritten.length > 0 ? refused(unwritten) : ok(told.outcome);
}

function codeSaysNo({ outcome, verified }: Told): Finding {
  const checked = verified === null ? 'nobody could check it' : `the check says ${verified ? 'yes' : 'no'}`;
  return {
    code: 'BundleCodeSays',
    severity: 'error',
    message: `The code of the bundle says: ${outcome}, and ${checked}.`,
    remedy: 'Read on the host what its script said, and put that right. Then run the step again, or use Find Out.',
  };
}
