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
    const { plan } = view.progress;
    await show(desk, proposal.value, plan);
    if (!(await agrees(desk, proposal.value, plan))) return;
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

/** What would change, one line each: the sections of the text, and the first lines of the question. */
function linesOf(
  { plan, difference }: Proposal,
  before: Plan,
): readonly (readonly [title: string, ids: readonly string[]])[] {
  const named = (ids: readonly string[], { steps }: Plan): readonly string[] => {
    const names = new Map(steps.map((step) => [step.id as string, `${step.title} (${visible(step.target)})`]));
    return ids.map((id) => names.get(id) ?? visible(id));
  };
  return [
    [l10n.t('Added'), named(difference.added, plan)],
    [l10n.t('Removed: what happened to them stays in the records'), named(difference.removed, before)],
    [l10n.t('Changed'), named(difference.changed, plan)],
  ];
}

/** Beside the question, as a text that a person can read in peace, search and keep. Nothing can be typed into it. */
async function show(desk: Desk, proposal: Proposal, before: Plan): Promise<void> {
  const sections = linesOf(proposal, before)
    .filter(([, names]) => names.length > 0)
    .map(([title, names]) => [`## ${title}`, names.map((name) => `- ${name}`).join('\n')].join('\n\n'));
  const uri = desk.showText(
    'changes.md',
    [`# ${l10n.t('What would change in the checklist')}`, ...sections, ''].join('\n\n'),
  );
  const document = await workspace.openTextDocument(uri);
  await window.showTextDocument(document, { preview: true, preserveFocus: true });
}

const shownLines = 12;

function agrees({ ask }: Desk, proposal: Proposal, before: Plan): Promise<boolean> {
  const { what, difference } = proposal;
  const { added, removed, changed } = difference;
  const question =
    what === 'farm'
      ? l10n.t('Go on with farm.json as it is now?')
      : l10n.t('Go on with the edition of the runbook that this version brings?');
  const counts = l10n.t('{0} steps are added, {1} removed, {2} changed.', added.length, removed.length, changed.length);
  const lines = linesOf(proposal, before).flatMap(([title, names]) => names.map((name) => `${title}: ${name}`));
  const more = lines.length > shownLines ? [l10n.t('and {0} more, in the text behind', lines.length - shownLines)] : [];
  return ask.confirm(question, [counts, '', ...lines.slice(0, shownLines), ...more].join('\n'), l10n.t('Accept'));
}
