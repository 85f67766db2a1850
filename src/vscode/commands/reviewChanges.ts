import { l10n, window, workspace } from 'vscode';
import type { Plan } from '../../core/plan/plan';
import { visible } from '../../core/report/visible';
import type { Drift } from '../../node/folderView';
import type { Proposal } from '../../node/proposal';
import { commandIds } from '../ids';
import { showFindings } from '../show';
import type { Command, Desk } from './command';

/** *Review Changes*: what today's farm.json, or this version's runbook, would change in the checklist; accepting makes one record. */
export const reviewChanges: Command = {
  id: commandIds.reviewChanges,
  needsTrust: true,
  async run(desk) {
    const { folder, view } = desk.session;
    if (!folder || view.kind !== 'open') return;
    const what = await driftFor(desk, view.drifts);
    if (what === undefined) return;
    const proposal = await folder.proposal(what);
    if (!proposal.ok) {
      showFindings(proposal.findings);
      return;
    }
    await show(proposal.value, view.progress.plan);
    if (!(await agrees(desk, proposal.value))) return;
    const accepted = await folder.accept(proposal.value);
    await desk.session.refresh();
    if (!accepted.ok) showFindings(accepted.findings);
  },
};

async function driftFor({ ask }: Desk, drifts: readonly Drift[]): Promise<Drift | undefined> {
  if (drifts.length === 0) {
    void window.showInformationMessage(l10n.t('Farm and runbook are as they were agreed. There is nothing to review.'));
    return undefined;
  }
  if (drifts.length === 1) return drifts[0];
  const labels: Readonly<Record<Drift, string>> = {
    farm: l10n.t('farm.json has changed'),
    runbook: l10n.t('This version brings another edition of the runbook'),
  };
  return (await ask.choice(
    l10n.t('Review what?'),
    drifts.map((value) => ({ label: labels[value], value })),
  )) as Drift | undefined;
}

/** Beside the question, as a text that a person can read in peace, search and keep. */
async function show({ plan, difference }: Proposal, before: Plan): Promise<void> {
  const sections = [
    section(l10n.t('Added'), difference.added, plan),
    section(l10n.t('Removed: what happened to them stays in the records'), difference.removed, before),
    section(l10n.t('Changed'), difference.changed, plan),
  ].filter((text) => text !== '');
  const content = [`# ${l10n.t('What would change in the checklist')}`, ...sections].join('\n\n');
  const document = await workspace.openTextDocument({ language: 'markdown', content: `${content}\n` });
  await window.showTextDocument(document, { preview: true, preserveFocus: true });
}

function section(title: string, ids: readonly string[], { steps }: Plan): string {
  if (ids.length === 0) return '';
  const named = new Map(steps.map((step) => [step.id as string, `${step.title} (${visible(step.target)})`]));
  return [`## ${title}`, ids.map((id) => `- ${named.get(id) ?? id}`).join('\n')].join('\n\n');
}

function agrees({ ask }: Desk, { what, difference }: Proposal): Promise<boolean> {
  const { added, removed, changed } = difference;
  const question =
    what === 'farm'
      ? l10n.t('Go on with farm.json as it is now?')
      : l10n.t('Go on with the edition of the runbook that this version brings?');
  const counts = l10n.t('{0} steps are added, {1} removed, {2} changed.', added.length, removed.length, changed.length);
  return ask.confirm(question, counts, l10n.t('Accept'));
}
