import { commands, l10n, workspace, type TreeView } from 'vscode';
import type { Finding } from '../../core/report/finding';
import type { Mode } from '../../core/upgrade/record';
import { contextKeys } from '../ids';
import type { Session, SessionView } from '../session';
import type { RowId } from './tree';

/** Keeps the view's heading and the context keys true: mode, farm and runbook; and which sentence an empty view shows. */
export async function showHeading(session: Session, view: TreeView<RowId>): Promise<void> {
  const shown = session.view;
  const { title, description, message } = heading(shown);
  view.title = title;
  view.description = description;
  view.message = message ?? ''; // empty = no message
  const isOpen = shown.kind === 'open';
  await commands.executeCommand('setContext', contextKeys.open, isOpen);
  await commands.executeCommand('setContext', contextKeys.mode, isOpen ? shown.progress.plan.mode : undefined);
  await commands.executeCommand(
    'setContext',
    contextKeys.outage,
    isOpen && shown.progress.outages.some(({ to }) => to === undefined),
  );
  await commands.executeCommand('setContext', contextKeys.drift, isOpen && shown.drifts.length > 0);
  await commands.executeCommand('setContext', contextKeys.state, shown.kind);
}

interface Heading {
  readonly title: string;
  readonly description: string;
  readonly message: string | undefined;
}

function heading(view: SessionView): Heading {
  switch (view.kind) {
    case 'noFolder':
    case 'noFarm':
      return { title: l10n.t('Checklist'), description: '', message: undefined }; // the welcome view speaks
    case 'refused':
      return {
        title: l10n.t('Checklist'),
        description: '',
        message: l10n.t('The checklist cannot be made yet. This stands in the way:'),
      };
    case 'open': {
      const { plan } = view.progress;
      const mode = plan.mode === 'rehearsal' ? l10n.t('REHEARSAL') : l10n.t('Production');
      // The title carries the mode: with one view in the container, VS Code shows no description.
      const title = [l10n.t('Checklist'), mode, plan.farm.name].join(' · ');
      return { title, description: view.pinned.runbook.title, message: messageOf(plan.mode, view.findings) };
    }
  }
}

/** One line above the checklist: the most pressing one. */
function messageOf(mode: Mode, findings: readonly Finding[]): string | undefined {
  const first = findings[0];
  if (!workspace.isTrusted)
    return l10n.t(
      'This folder is not trusted: the checklist can be read, nothing is run or recorded. Use "Manage Workspace Trust" to trust it.',
    );
  if (first) return `${first.message} ${first.remedy}`;
  return mode === 'rehearsal'
    ? l10n.t('REHEARSAL: everything here happens in a simulated farm. No real host is touched.')
    : undefined;
}
