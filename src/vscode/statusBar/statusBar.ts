import { l10n, StatusBarAlignment, ThemeColor, window, type Disposable } from 'vscode';
import { visible } from '../../core/report/visible';
import { isThrough } from '../../core/upgrade/stepHistory';
import { stopLines } from '../step/stopLines';
import { viewIds } from '../ids';
import type { Session, SessionView } from '../session';
import { shownText } from '../shownText';

/** One item on the left: mode, how many steps are through, what is open; while an AD FS farm is without MFA, a warning with a running clock. */
export function statusBar(session: Session): Disposable {
  const item = window.createStatusBarItem('progress', StatusBarAlignment.Left);
  item.name = 'MFA Server Upgrade';
  item.command = `${viewIds.checklist}.focus`;
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
      ? `$(warning) ${l10n.t('{0} without MFA {1}', shownText(outage.adfsFarm), elapsed(outage.from))}`
      : `$(checklist) ${mode} ${String(through)}/${String(steps.size)}${open}`;
    item.backgroundColor = outage ? new ThemeColor('statusBarItem.warningBackground') : undefined;
    item.tooltip = [
      l10n.t('{0}: {1} of {2} steps are through', visible(plan.farm.name), through, steps.size),
      ...stopLines(view),
    ].join('\n');
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

/** Minutes and seconds since an outage began, by this computer's clock. */
function elapsed(from: string | undefined): string {
  if (from === undefined) return '';
  const seconds = Math.max(0, Math.floor((Date.now() - Date.parse(from)) / 1000));
  return [Math.floor(seconds / 60), seconds % 60].map((part) => String(part).padStart(2, '0')).join(':');
}
