import { l10n } from 'vscode';
import { choicesOf } from '../../core/plan/decisions';
import type { PlanStep } from '../../core/plan/plan';
import { refusals } from '../../core/upgrade/refusals';
import type { OpenView } from '../../node/folderView';
import { commandIds } from '../ids';
import { showFindings } from '../show';
import { stepFor, type Command, type Desk } from './command';

/** *Decide…*: takes one of the choices that the plan depends on. */
export const decide: Command = {
  id: commandIds.decide,
  needsTrust: true,
  async run(desk, argument) {
    const id = await stepFor(desk, argument, l10n.t('Decide what?'), ({ step }) => step.kind === 'decide');
    const { folder, view } = desk.session;
    if (id === undefined || !folder || view.kind !== 'open') return;
    const step = view.progress.steps.get(id)?.step;
    const key = step?.decides;
    if (!step || key === undefined) return;
    if (key === 'runbook') return confirmRunbook(desk, view);
    const value = await askValue(desk, view, step, key);
    if (value === undefined) return;
    const outcome = await folder.perform({ kind: 'decide', key, value }, () => ({ type: 'decided', key, value }));
    await desk.session.refresh();
    if (!outcome.ok) showFindings(outcome.findings);
  },
};

/** The runbook follows from the farm; taking it opens the upgrade and pins farm and runbook. */
async function confirmRunbook({ ask, session }: Desk, { pinned, progress }: OpenView): Promise<void> {
  const { title } = pinned.runbook;
  const detail = l10n.t('The farm and the runbook are kept as they are now, for this whole upgrade.');
  if (progress.upgrade || !(await ask.confirm(title, detail, l10n.t('Use This Runbook')))) return;
  const opened = await session.folder?.open();
  await session.refresh();
  if (opened && !opened.ok) showFindings(opened.findings);
}

async function askValue(
  { ask }: Desk,
  { progress }: OpenView,
  step: PlanStep,
  key: string,
): Promise<string | undefined> {
  const { plan } = progress;
  const choices = choicesOf(plan.farm, key, plan.mode);
  const present = plan.decisions.get(key)?.value;
  if (choices)
    return ask.choice(
      step.title,
      choices.map((value) => ({
        label: value,
        value,
        ...(value === present ? { description: l10n.t('as it stands') } : {}),
      })),
    );
  return ask.text({
    title: step.title,
    prompt: l10n.t('Full path on the host'),
    ...(present === undefined ? {} : { value: present }),
    problem: (value) => refusals(progress, { kind: 'decide', key, value })[0]?.message,
  });
}
