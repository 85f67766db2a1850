import { l10n, MarkdownString, StatusBarAlignment, ThemeColor, window, type Command, type Disposable } from 'vscode';
import { visible } from '../../core/report/visible';
import { isThrough } from '../../core/upgrade/stepHistory';
import { stopLines } from '../step/stopLines';
import { outageSteps } from '../../core/upgrade/outages';
import { wayBackOfOutage } from '../../core/upgrade/stopNow';
import type { OpenView } from '../../node/folderView';
import { commandIds, viewIds } from '../ids';
import type { Session, SessionView } from '../session';
import { shownText } from '../shownText';

/** One item on the left: mode, how many steps are through, what is open; while an AD FS farm is without MFA, a warning with a running clock. */
export function statusBar(session: Session): Disposable {
  const item = window.createStatusBarItem('progress', StatusBarAlignment.Left);
  item.name = 'MFA Server Upgrade';
  /** A command that is set anew takes the one that is being clicked away, and the clock ticks every second. */
  let shownFarm: string | undefined;
  const draw = (view: SessionView): void => {
    if (view.kind !== 'open') {
      item.hide();
      return;
    }
    const { plan, steps, duties, outages } = view.progress;
    const through = [...steps.values()].filter(({ happened }) => isThrough(happened)).length;
    const mode = plan.mode === 'rehearsal' ? l10n.t('Rehearsal') : l10n.t('Upgrade');
    const open = duties.length === 0 ? '' : ` · ${l10n.t('{0} open', duties.length)}`;
    const outage = outages.find(({ to }) => to === undefined);
    item.text = outage
      ? `$(warning) ${plan.mode === 'rehearsal' ? `${mode}: ` : ''}${l10n.t('{0} without MFA {1}', shownText(outage.adfsFarm), elapsed(outage.from))}`
      : `$(checklist) ${mode} ${String(through)}/${String(steps.size)}${open}`;
    item.backgroundColor = outage ? new ThemeColor('statusBarItem.warningBackground') : undefined;
    if (shownFarm !== outage?.adfsFarm || item.command === undefined)
      item.command = outage ? showBegin(view, outage.adfsFarm) : `${viewIds.checklist}.focus`;
    shownFarm = outage?.adfsFarm;
    item.tooltip = tooltipOf(
      view,
      l10n.t('{0}: {1} of {2} steps are through', visible(plan.farm.name), through, steps.size),
    );
    item.show();
  };
  draw(session.view);
  const listener = session.onDidChange(draw);
  const clock = setInterval(() => {
    if (session.view.kind === 'open' && session.view.progress.outages.some(({ to }) => to === undefined))
      draw(session.view);
  }, 1000);
  return {
    dispose: () => {
      clearInterval(clock);
      listener.dispose();
      item.dispose();
    },
  };
}

/** The page of the step that switched off: what is open, for how long already, and its way back. */
function showBegin({ progress }: OpenView, adfsFarm: string): Command {
  const step = outageSteps(progress.plan).find((each) => each.adfsFarm === adfsFarm)?.begin;
  return { command: commandIds.previewCommand, title: l10n.t('Show'), arguments: [step?.id] };
}

/** *If you stop now*; while an AD FS farm is without MFA, the first step of its way back is one click away. */
function tooltipOf(view: OpenView, counted: string): MarkdownString {
  const tooltip = new MarkdownString();
  for (const line of [counted, ...stopLines(view)]) tooltip.appendText(line).appendMarkdown('\n\n');
  const outage = view.progress.outages.find(({ to }) => to === undefined);
  const [first] = outage ? wayBackOfOutage(view.progress, outage.adfsFarm) : [];
  if (!first || !view.canWrite) return tooltip;
  const argument = encodeURIComponent(JSON.stringify([first.undoes]));
  tooltip.isTrusted = { enabledCommands: [commandIds.undo] };
  return tooltip.appendMarkdown(`[${l10n.t('Way back: {0}', first.title)}](command:${commandIds.undo}?${argument})`);
}

/** Minutes and seconds since an outage began, by this computer's clock. */
function elapsed(from: string | undefined): string {
  if (from === undefined) return '';
  const seconds = Math.max(0, Math.floor((Date.now() - Date.parse(from)) / 1000));
  return [Math.floor(seconds / 60), seconds % 60].map((part) => String(part).padStart(2, '0')).join(':');
}
