import { l10n, StatusBarAlignment, window, type Disposable } from 'vscode';
import { isThrough } from '../../core/upgrade/stepHistory';
import { viewIds } from '../ids';
import type { Session, SessionView } from '../session';

/** One item on the left: mode, and how many steps are through. A click opens the checklist. */
export function statusBar(session: Session): Disposable {
  const item = window.createStatusBarItem('progress', StatusBarAlignment.Left);
  item.name = 'MFA Server Upgrade';
  item.command = `${viewIds.checklist}.focus`;
  const draw = (view: SessionView): void => {
    if (view.kind !== 'open') {
      item.hide();
      return;
    }
    const { plan, steps } = view.progress;
    const through = [...steps.values()].filter(({ happened }) => isThrough(happened)).length;
    const mode = plan.mode === 'rehearsal' ? l10n.t('Rehearsal') : l10n.t('Upgrade');
    item.text = `$(checklist) ${mode} ${String(through)}/${String(steps.size)}`;
    item.tooltip = l10n.t('{0}: {1} of {2} steps are through', plan.farm.name, through, steps.size);
    item.show();
  };
  draw(session.view);
  const listener = session.onDidChange(draw);
  return {
    dispose: () => {
      listener.dispose();
      item.dispose();
    },
  };
}
