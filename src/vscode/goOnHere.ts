import { l10n, workspace } from 'vscode';
import type { Ask } from './ask';
import type { Session } from './session';
import { showFindings } from './show';

/** Asks once, when a window opens, whether an upgrade that another computer began goes on here. Escape means no: it can be read. */
export async function askToGoOnHere(session: Session, ask: Ask): Promise<void> {
  const { folder, view } = session;
  if (!folder || view.kind !== 'open' || !view.canWrite || folder.isAtHome(view) || !workspace.isTrusted) return;
  const agreed = await ask.confirm(
    l10n.t('This upgrade was begun on another computer. Go on with it on {0}?', folder.computer),
    l10n.t(
      'Say yes when nobody works on it there any more, or when both share this folder. What runs there cannot be seen from here: look at each running step with "Find Out".',
    ),
    l10n.t('Go On Here'),
  );
  if (!agreed) return;
  const moved = await folder.moveHere();
  await session.refresh();
  if (!moved.ok) showFindings(moved.findings);
}
