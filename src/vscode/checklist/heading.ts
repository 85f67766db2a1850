import { commands, l10n, workspace, type TreeView, type ViewBadge } from 'vscode';
import type { Finding } from '../../core/report/finding';
import { visibleSentence } from '../../core/report/visible';
import type { Mode } from '../../core/upgrade/record';
import { wentWrong } from '../../core/upgrade/stepProgress';
import { contextKeys } from '../ids';
import type { Session, SessionView } from '../session';
import { shownText } from '../shownText';
import type { RowId } from './tree';

/**
 * Keeps the view's heading, its badge and the context keys true: mode, farm and runbook; and which sentence an empty view shows.
 * @param shownPart which steps are shown, in words, while not all are
 */
export async function showHeading(session: Session, view: TreeView<RowId>, shownPart?: string): Promise<void> {
  const shown = session.view;
  const { title, description, message } = heading(shown);
  view.title = title;
  view.description = description;
  view.message = [shownPart, message].filter((part) => part !== undefined).join(' '); // empty = no message
  view.badge = badgeOf(shown);
  for (const [key, value] of contextOf(shown, shownPart !== undefined))
    await commands.executeCommand('setContext', key, value);
}

function contextOf(shown: SessionView, isFiltered: boolean): readonly (readonly [string, unknown])[] {
  const open = shown.kind === 'open' ? shown : undefined;
  return [
    [contextKeys.open, open !== undefined],
    [contextKeys.mode, open?.progress.plan.mode],
    [contextKeys.outage, open?.progress.outages.some(({ to }) => to === undefined) ?? false],
    [contextKeys.drift, (open?.drifts.length ?? 0) > 0],
    [contextKeys.filtered, isFiltered],
    [contextKeys.state, shown.kind],
  ];
}

/** How many steps went wrong: they need somebody before anything else does. */
function badgeOf(shown: SessionView): ViewBadge | undefined {
  if (shown.kind !== 'open') return undefined;
  const value = [...shown.progress.steps.values()].filter(wentWrong).length;
  return value === 0 ? undefined : { value, tooltip: l10n.t('{0} failed or unknown', value) };
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
      const title = [l10n.t('Checklist'), mode, shownText(plan.farm.name)].join(' · ');
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
  if (first) return `${visibleSentence(first.message)} ${visibleSentence(first.remedy)}`;
  return mode === 'rehearsal'
    ? l10n.t('REHEARSAL: everything here happens in a simulated farm. No real host is touched.')
    : undefined;
}
