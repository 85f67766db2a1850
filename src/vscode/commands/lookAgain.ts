import { l10n } from 'vscode';
import { hostNamed } from '../../core/farm/hosts';
import type { StepId } from '../../core/plan/plan';
import type { Finding } from '../../core/report/finding';
import type { StepProgress } from '../../core/upgrade/stepProgress';
import type { OpenView } from '../../node/folderView';
import { readsAtOnce } from '../run/runner';
import { showFindings } from '../show';
import { choiceOf, type Desk } from './command';
import { askWords } from './inWords';

/**
 * After a reopening: what a host can answer by itself is looked at again, and a yes restores it. What only a person can see, or
 * what lies on a host to which a bundle is carried, is asked in one question.
 * @param before the view in front of the reopening
 */
export async function lookAgain(desk: Desk, before: OpenView): Promise<void> {
  const shaken = newlyUnknown(before, desk);
  const ofHosts = shaken.filter((at) => canAnswer(before, at));
  const unanswered = await askHosts(desk, ofHosts);
  await askPersonAgain(
    desk,
    shaken.filter((at) => !ofHosts.includes(at)),
  );
  if (unanswered.length > 0) showFindings(unanswered.slice(0, 1)); // each of them is unknown in the checklist
}

function newlyUnknown(before: OpenView, { session: { view } }: Desk): readonly StepProgress[] {
  const now = view.kind === 'open' ? [...view.progress.steps.values()] : [];
  return now.filter(
    ({ state, step }) => state === 'unknown' && before.progress.steps.get(step.id)?.state !== 'unknown',
  );
}

function canAnswer({ progress: { plan } }: OpenView, { step }: StepProgress): boolean {
  const isCarried = plan.mode === 'production' && hostNamed(plan.farm, step.target)?.transport === 'bundle';
  return step.function !== undefined && !isCarried;
}

async function askHosts(desk: Desk, steps: readonly StepProgress[]): Promise<readonly Finding[]> {
  const left = [...steps];
  const unanswered: Finding[] = [];
  while (left.length > 0) {
    const together = left.splice(0, readsAtOnce());
    const found = await Promise.all(together.map(({ step }) => desk.runner.findOut(step.id)));
    unanswered.push(...found.flatMap((one) => (one.ok ? [] : one.findings)));
  }
  return unanswered;
}

async function askPersonAgain(desk: Desk, steps: readonly StepProgress[]): Promise<void> {
  const { folder } = desk.session;
  if (steps.length === 0 || !folder) return;
  const question = l10n.t('Which of these have you looked at again and seen to be there?');
  const seen = await desk.ask.several(question, steps.map(choiceOf));
  if (seen.length === 0) return;
  const how = await askWords(desk, l10n.t('Seen again'), l10n.t('How did you see that it is done?'));
  if (how === undefined) return;
  for (const step of seen as readonly StepId[]) {
    const written = await folder.perform({ kind: 'attest', step, how }, () => ({ type: 'attested', step, how }));
    if (!written.ok) showFindings(written.findings);
  }
  await desk.session.refresh();
}
