import { l10n } from 'vscode';
import { choicesOf } from '../../core/plan/decisions';
import type { PlanStep } from '../../core/plan/plan';
import { refusals } from '../../core/upgrade/refusals';
import type { StepProgress } from '../../core/upgrade/stepProgress';
import type { OpenView } from '../../node/folderView';
import type { UpgradeFolder } from '../../node/upgradeFolder';
import { commandIds } from '../ids';
import { showFindings } from '../show';
import { stepFor, type Command, type Desk } from './command';

/** *Decide…*: takes one of the choices that the plan depends on. */
export const decide: Command = {
  id: commandIds.decide,
  needsTrust: true,
  async run(desk, argument) {
    const id = await stepFor(desk, argument, l10n.t('Decide what?'), canDecide);
    const { folder, view } = desk.session;
    if (id === undefined || !folder || view.kind !== 'open') return;
    const step = view.progress.steps.get(id)?.step;
    const key = step?.decides;
    if (step?.definition.asks !== undefined) return decideRule(desk, folder, step);
    if (!step || key === undefined) return;
    if (key === 'runbook') return confirmRunbook(desk, view);
    const value = await askValue(desk, view, step, key);
    if (value === undefined) return;
    await record(desk, folder, key, value);
  },
};

function canDecide({ step }: StepProgress): boolean {
  return step.kind === 'decide' || step.definition.asks !== undefined;
}

async function record({ session }: Desk, folder: UpgradeFolder, key: string, value: string): Promise<void> {
  const outcome = await folder.perform({ kind: 'decide', key, value }, () => ({ type: 'decided', key, value }));
  await session.refresh();
  if (!outcome.ok) showFindings(outcome.findings);
}

/** A rule that names the old provider has its number in the list that was made by hand, and is kept or edited. */
async function decideRule(desk: Desk, folder: UpgradeFolder, { title, target, definition }: PlanStep): Promise<void> {
  const number = await desk.ask.text({
    title: `${title} (${target})`,
    prompt: l10n.t('Number of the rule in your list'),
    problem: (text) => (/^[1-9]\d{0,5}$/.test(text) ? undefined : l10n.t('A whole number from 1.')),
  });
  if (number === undefined) return;
  const key = `${(definition.asks ?? '').replaceAll('{target}', () => target)}.${number}`;
  const value = await desk.ask.choice(l10n.t('Rule {0} of {1}', number, target), [
    { label: 'keep', value: 'keep' },
    { label: 'edit', value: 'edit' },
  ]);
  if (value !== undefined) await record(desk, folder, key, value);
}

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
