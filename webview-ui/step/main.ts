import type { FromStepPage, StepPageState, ToStepPage } from '../messages';
import { registerControls } from '../toolkit';
import { Kept } from '../kept';
import { Page } from './page';
import '../page.css';
import './step.css';

/** Draws what the extension sends, and tells it what a person asks for. Knows nothing of steps. */
class StepPage {
  private readonly vscode = acquireVsCodeApi();
  private readonly kept = new Kept(this.vscode);
  private isFirst = true;
  private readonly page = new Page(document.body, {
    command: (command) => {
      this.tell({ kind: 'command', command });
    },
    copy: () => {
      this.tell({ kind: 'copy' });
    },
    fold: (section, isOpen) => {
      this.kept.fold(section, isOpen);
    },
  });

  start(): void {
    window.addEventListener('message', ({ data }: MessageEvent<ToStepPage>) => {
      if (data.kind === 'state') this.show(data.state);
      else this.page.showCopied();
    });
    window.addEventListener('scrollend', () => {
      this.kept.save();
    });
    this.tell({ kind: 'ready' });
  }

  private show(state: StepPageState): void {
    const isOther = this.kept.turnTo(state.id);
    this.page.show(state, this.kept.unfolded);
    if (isOther) window.scrollTo(0, 0);
    else if (this.isFirst) window.scrollTo(0, this.kept.top);
    this.isFirst = false;
    this.kept.save();
  }

  private tell(message: FromStepPage): void {
    this.vscode.postMessage(message);
  }
}

registerControls();
new StepPage().start();
