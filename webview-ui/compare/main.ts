import { Kept } from '../kept';
import type { FromComparePage, ToComparePage } from '../messages';
import { registerControls } from '../toolkit';
import { ComparePage } from './page';
import '../page.css';
import './compare.css';

/** Draws the comparison that the extension sends, and tells it what a person asks for. */
function start(): void {
  const vscode = acquireVsCodeApi();
  const kept = new Kept(vscode);
  const say = (message: FromComparePage): void => {
    vscode.postMessage(message);
  };
  const fold = (group: string, isOpen: boolean): void => {
    kept.fold(group, isOpen);
  };
  const seek = kept.seek.bind(kept);
  const page = new ComparePage(document.body, { fold, say, seek });
  let isFirst = true;
  window.addEventListener('message', ({ data: { kind, state } }: MessageEvent<ToComparePage>) => {
    if (kind === 'changed') {
      if (!isFirst) page.change(state); // else it was meant for the page before this one: the whole state is on its way
      return;
    }
    const isOther = kept.turnTo(state.id);
    const top = isFirst ? kept.top : window.scrollY;
    if (isFirst || isOther) page.seek(kept.sought);
    isFirst = false;
    page.show(state, kept.unfolded);
    window.scrollTo(0, isOther ? 0 : top);
    kept.save();
  });
  window.addEventListener('scrollend', () => {
    kept.save();
  });
  say({ kind: 'ready' });
}

registerControls();
start();
