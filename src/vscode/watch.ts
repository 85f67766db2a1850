import { RelativePattern, Uri, window, workspace, type Disposable } from 'vscode';
import { everyStep } from '../core/upgrade/progress';
import type { Session } from './session';

const gatherMs = 50;
const lookAgainMs = 5_000;

/** Reads the session again when its files change, when the window gets the focus (watchers miss on shares), and while a step runs or a record looks unfinished. */
export function watch(session: Session): Disposable {
  const { folder } = session;
  if (!folder) return { dispose: () => undefined };
  let gathered: NodeJS.Timeout | undefined;
  const soon = (): void => {
    gathered ??= setTimeout(() => {
      gathered = undefined;
      void session.refresh();
    }, gatherMs);
  };
  const patterns = [
    new RelativePattern(Uri.file(folder.place.folder), 'farm.json'),
    new RelativePattern(Uri.file(folder.place.journal), '*.json'),
    new RelativePattern(Uri.file(folder.place.runs), '*/result.json'),
  ];
  const watchers = patterns.map((pattern) => workspace.createFileSystemWatcher(pattern));
  const listeners = watchers.flatMap((watcher) => [
    watcher.onDidCreate(soon),
    watcher.onDidChange(soon),
    watcher.onDidDelete(soon),
  ]);
  const focus = window.onDidChangeWindowState(({ focused }) => {
    if (focused) soon();
  });
  const timer = setInterval(() => {
    if (isUnsettled(session)) soon();
  }, lookAgainMs);
  const stop: Disposable = {
    dispose: () => {
      clearTimeout(gathered);
      clearInterval(timer);
    },
  };
  return {
    dispose: () => {
      for (const each of [...watchers, ...listeners, focus, stop]) each.dispose();
    },
  };
}

/** A step runs, or the newest record looks unfinished: time alone can change what is shown. */
function isUnsettled({ view }: Session): boolean {
  if (view.kind !== 'open') return false;
  const runs = everyStep(view.progress).some(({ state }) => state === 'running');
  return runs || view.journal.condition === 'beingWritten';
}
