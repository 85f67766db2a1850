import { config } from '@vscode/l10n';
import {
  commands,
  env,
  l10n,
  ViewColumn,
  window,
  workspace,
  type Disposable,
  type Uri,
  type WebviewPanel,
} from 'vscode';
import type { StepId } from '../../core/plan/plan';
import {
  parseFromStepPage,
  parseKeptPage,
  type StepCommand,
  type StepPageState,
  type ToStepPage,
} from '../../../webview-ui/messages';
import { commandIds, webviewTypes } from '../ids';
import { outageBudget } from '../outageBudget';
import type { Session } from '../session';
import { fillPanel } from '../webview/fillPanel';
import { pageWithoutPlan, stepPageState } from './stepPageState';

export interface StepPageDesk {
  readonly session: Session;
  readonly extensionUri: Uri;
}

/** An open panel: which step it shows, and what the page was sent last. */
interface Shown {
  readonly panel: WebviewPanel;
  readonly id: StepId;
  /** Undefined until the page is there and has asked: a page is made anew whenever it comes into sight. */
  readonly sent?: string;
}

/** The page of one step, at most one at a time. It follows the session, and sends nothing when nothing has changed. */
export class StepPage implements Disposable {
  private shown: Shown | undefined;
  private readonly subscriptions: readonly Disposable[];

  constructor(private readonly desk: StepPageDesk) {
    if (l10n.bundle) config({ contents: l10n.bundle });
    this.subscriptions = [
      desk.session.onDidChange(() => {
        this.draw();
      }),
      workspace.onDidGrantWorkspaceTrust(() => {
        this.draw();
      }),
      window.registerWebviewPanelSerializer(webviewTypes.step, {
        deserializeWebviewPanel: (panel, kept: unknown) => {
          this.takeBack(panel, kept);
          return Promise.resolve();
        },
      }),
    ];
  }

  dispose(): void {
    this.shown?.panel.dispose();
    for (const each of this.subscriptions) each.dispose();
  }

  /** Shows a step: in the page that is open, else in a new one. The focus stays where it is. */
  show(id: StepId): void {
    if (!this.shown) {
      const place = { viewColumn: ViewColumn.Active, preserveFocus: true };
      this.open(window.createWebviewPanel(webviewTypes.step, '', place), id);
      return;
    }
    this.shown = { ...this.shown, id };
    this.shown.panel.reveal(undefined, true);
    this.draw();
  }

  /** Shows a step in the page that is open; where none is, none is opened. */
  follow(id: StepId | undefined): void {
    if (!this.shown || id === undefined || this.shown.id === id) return;
    this.shown = { ...this.shown, id };
    this.draw();
  }

  /** A page that was open when the window was closed or loaded again. */
  private takeBack(panel: WebviewPanel, value: unknown): void {
    const kept = parseKeptPage(value);
    if (!kept || this.shown) panel.dispose();
    else this.open(panel, kept.id as StepId);
  }

  private open(panel: WebviewPanel, id: StepId): void {
    this.shown = { panel, id };
    panel.onDidDispose(() => {
      this.shown = undefined;
    });
    panel.onDidChangeViewState(() => {
      if (!panel.visible) this.shown = { panel, id: this.shown?.id ?? id };
    });
    panel.title = this.state()?.title ?? '';
    fillPanel(panel, 'step', this.desk.extensionUri, this.take.bind(this));
  }

  private state(): StepPageState | undefined {
    if (!this.shown) return undefined;
    const { view } = this.desk.session;
    if (view.kind !== 'open') return pageWithoutPlan(this.shown.id);
    return stepPageState(
      { ...view, canWrite: view.canWrite && workspace.isTrusted, budgetMinutes: outageBudget() },
      this.shown.id,
    );
  }

  private draw(): void {
    const state = this.state();
    if (!this.shown || !state) return;
    this.shown.panel.title = state.title;
    const sent = JSON.stringify(state);
    if (this.shown.sent === undefined || this.shown.sent === sent) return;
    this.shown = { ...this.shown, sent };
    this.send({ kind: 'state', state });
  }

  private send(message: ToStepPage): void {
    void this.shown?.panel.webview.postMessage(message);
  }

  /** What the page asks. Anything else than the listed messages is dropped. */
  private take(value: unknown): void {
    const message = parseFromStepPage(value);
    if (!message || !this.shown) return;
    switch (message.kind) {
      case 'ready':
        this.shown = { ...this.shown, sent: '' };
        this.draw();
        return;
      case 'copy':
        void this.copy();
        return;
      case 'command':
        this.perform(message.command);
    }
  }

  /** A page can only ask for what it was offered, and only for the step that it shows. */
  private perform(command: StepCommand): void {
    const isOffered = this.state()?.actions.some((action) => action.command === command);
    if (isOffered && this.shown) void commands.executeCommand(commandIds[command], this.shown.id);
  }

  private async copy(): Promise<void> {
    const blocks = this.state()?.sections.flatMap((section) => section.blocks);
    const command = blocks?.find((block) => block.kind === 'command');
    if (!command) return;
    await env.clipboard.writeText(command.text);
    this.send({ kind: 'copied' });
  }
}
