import { ViewColumn, window, type Disposable, type Uri, type WebviewPanel } from 'vscode';
import { parseFromComparePage, type ComparePageState, type ToComparePage } from '../../../webview-ui/messages';
import { webviewTypes } from '../ids';
import { fillPanel } from '../webview/fillPanel';

/** The page of a comparison, at most one at a time. It shows what it was given; compared is only on demand. */
export class ComparePage implements Disposable {
  private panel: WebviewPanel | undefined;
  private state: ComparePageState | undefined;

  constructor(private readonly extensionUri: Uri) {}

  dispose(): void {
    this.panel?.dispose();
  }

  /** Shows a comparison in place of the one before, and takes the focus there: a person has just asked for it. */
  show(state: ComparePageState): void {
    this.state = state;
    this.panel ??= this.opened();
    this.panel.title = state.pair;
    this.panel.reveal();
    this.send();
  }

  private opened(): WebviewPanel {
    const panel = window.createWebviewPanel(webviewTypes.compare, '', ViewColumn.Active);
    panel.onDidDispose(() => {
      this.panel = undefined;
    });
    // A page is made anew whenever it comes into sight, and asks again.
    fillPanel(panel, 'compare', this.extensionUri, (value) => {
      if (parseFromComparePage(value)) this.send();
    });
    return panel;
  }

  private send(): void {
    if (!this.state) return;
    const message: ToComparePage = { kind: 'state', state: this.state };
    void this.panel?.webview.postMessage(message);
  }
}
