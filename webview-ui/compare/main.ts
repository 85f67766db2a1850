import { Kept } from '../kept';
import type { FromComparePage, ToComparePage } from '../messages';
import { registerControls } from '../toolkit';
import { ComparePage } from './page';
import '../page.css';
import './compare.css';

/** Draws the comparison that the extension sends. Asks for nothing but that. */
function start(): void {
  const vscode = acquireVsCodeApi();
  const kept = new Kept(vscode);
  const page = new ComparePage(document.body, (group, isOpen) => {
    kept.fold(group, isOpen);
  });
  window.addEventListener('message', ({ data: { state } }: MessageEvent<ToComparePage>) => {
    const isOther = kept.turnTo(state.id);
    page.show(state, kept.unfolded);
    window.scrollTo(0, isOther ? 0 : kept.top);
    kept.save();
  });
  window.addEventListener('scrollend', () => {
    kept.save();
  });
  const ready: FromComparePage = { kind: 'ready' };
  vscode.postMessage(ready);
}

registerControls();
start();
