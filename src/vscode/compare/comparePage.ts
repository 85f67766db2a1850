import {
  commands,
  l10n,
  ViewColumn,
  window,
  type Disposable,
  type LogOutputChannel,
  type Memento,
  type Uri,
  type WebviewPanel,
} from 'vscode';
import type { Change } from '../../core/config/comparison';
import type { Choice } from '../../core/config/edit';
import { isSecretValue } from '../../core/config/secrets';
import { surroundingsOf } from '../../core/config/surroundings';
import { visible } from '../../core/report/visible';
import { valuesOf } from '../../node/compareFiles';
import {
  parseFromComparePage,
  type CompareCommand,
  type ComparePageState,
  type FromComparePage,
} from '../../../webview-ui/messages';
import type { Ask } from '../ask';
import { commandIds, webviewTypes } from '../ids';
import type { Session } from '../session';
import { showFindings, tellOf } from '../show';
import { fillPanel } from '../webview/fillPanel';
import { changedSince } from './changedSince';
import { comparePageState, type Beside } from './comparePageState';
import { isOpen } from './groups';
import { pageActions } from './pageActions';
import type { ConfigPair } from './pairs';
import { previewOf } from './preview';
import { ShownPair, type Subject } from './shownPair';
import { stepBeside, type StepBeside } from './stepBeside';

export interface ComparePageDesk {
  readonly session: Session;
  readonly ask: Ask;
  readonly extensionUri: Uri;
  readonly memory: Memento;
  readonly log: LogOutputChannel;
  showText(name: string, text: string): Uri;
}

/** The page of a comparison, at most one at a time. Compared and merged is by the engine; the page only asks. */
export class ComparePage implements Disposable {
  private panel: WebviewPanel | undefined;
  private readonly pair: ShownPair;
  /** What the page in sight shows; a new page shows nothing yet. */
  private sent: ComparePageState | undefined;
  private readonly subscriptions: readonly Disposable[];

  constructor(private readonly desk: ComparePageDesk) {
    this.pair = new ShownPair(desk.memory, (subject) => this.around(subject));
    this.subscriptions = [
      desk.session.onDidChange(() => {
        this.forgetWhatIsThrough();
        this.send();
      }),
      window.registerWebviewPanelSerializer(webviewTypes.compare, {
        deserializeWebviewPanel: (panel) => this.takeBack(panel),
      }),
    ];
  }

  dispose(): void {
    this.panel?.dispose();
    for (const each of this.subscriptions) each.dispose();
  }

  /** Compares and shows in place of what was shown before, and takes the focus there: a person has just asked for it. */
  async show(subject: Subject): Promise<void> {
    if (!(await this.pair.show(subject))) return;
    this.panel ??= this.opened(window.createWebviewPanel(webviewTypes.compare, '', ViewColumn.Active));
    this.panel.title = visible(subject.pair.name);
    this.panel.reveal();
    this.send();
  }

  /** What was chosen for two files in this window; undefined where it has not shown them. */
  chosenFor(pair: Pick<ConfigPair, 'old' | 'new'>): ReadonlyMap<string, Choice> | undefined {
    return this.pair.chosenFor(pair);
  }

  /** A page that was open when the window was closed or loaded again: compared anew, with the choices that were made. */
  private async takeBack(panel: WebviewPanel): Promise<void> {
    const { kept } = this.pair;
    if (!kept || this.panel) {
      panel.dispose();
      return;
    }
    this.panel = this.opened(panel); // at once: what is compared meanwhile is shown in this page
    panel.title = visible(kept.pair.name);
    await this.desk.session.refresh(); // the farm says what holds for its files
    if (!this.pair.subject && (await this.pair.showAgain())) this.send();
  }

  /** The files of a step are taken away when it is through: its page shows the record from then on. */
  private forgetWhatIsThrough(): void {
    if (this.beside()?.isThrough === true) this.pair.forget();
  }

  /** What the farm says holds for the files of its own hosts, not for any two. */
  private around({ step }: Subject): ReturnType<typeof surroundingsOf> {
    const { view } = this.desk.session;
    return step !== undefined && view.kind === 'open' ? surroundingsOf(view.progress.plan) : {};
  }

  private opened(panel: WebviewPanel): WebviewPanel {
    panel.onDidDispose(() => {
      this.panel = undefined;
    });
    fillPanel(panel, 'compare', this.desk.extensionUri, (value) => {
      const message = parseFromComparePage(value);
      if (message) void this.take(message).then(undefined, tellOf(this.desk.log));
    });
    return panel;
  }

  /** A page is made anew whenever it comes into sight, and asks again. It can only ask for what it was offered. */
  private async take(message: FromComparePage): Promise<void> {
    if (message.kind === 'ready') {
      this.sent = undefined;
      this.send();
    } else if (message.kind === 'command') await this.perform(message.command);
    else await this.takeRow(message);
  }

  private async takeRow(message: Extract<FromComparePage, { readonly row: number }>): Promise<void> {
    const { subject, compared } = this.pair;
    const change = compared?.ok ? compared.value.changes[message.row] : undefined;
    const row = this.state()
      ?.groups.flatMap(({ rows }) => rows)
      .find((each) => each.row === message.row);
    if (!subject || change?.id === undefined || !row) return;
    if (message.kind === 'choose' && row.options.length > 0) await this.choose(subject, change.id, message.side);
    if (message.kind === 'edit' && row.edit !== undefined) await this.edit(subject, change);
    if (message.kind === 'reveal' && row.reveal !== undefined) await this.reveal(subject, change);
  }

  private async choose(subject: Subject, id: string, choice: Choice): Promise<void> {
    if (await this.pair.choose(subject, id, choice)) this.send();
  }

  private async edit(subject: Subject, { id = '', name, written, old }: Change): Promise<void> {
    const chosen = this.pair.choices.get(id);
    const value = typeof chosen === 'object' ? chosen.text : (written ?? old ?? '');
    const prompt = l10n.t('The value that the merged file has.');
    // What is typed is shown on the page and kept with the choices: no place for a secret.
    const problem = (typed: string): string | undefined =>
      isSecretValue(name, typed) ? l10n.t('This looks like a secret. Write it into the file on its host.') : undefined;
    const text = await this.desk.ask.text({ title: visible(name), prompt, value, problem });
    if (text !== undefined) await this.choose(subject, id, { text });
  }

  /** The values go into VS Code's own dialog and never to the page. */
  private async reveal({ pair }: Subject, { id = '', name }: Change): Promise<void> {
    const values = await valuesOf(pair.old, pair.new, id);
    if (!values.ok) {
      showFindings(values.findings);
      return;
    }
    const none = l10n.t('not in this file');
    const { old = none, new: fresh = none } = values.value;
    const detail = [l10n.t('Old: {0}', old), l10n.t('New: {0}', fresh)].join('\n');
    await window.showInformationMessage(visible(name), { modal: true, detail });
  }

  private async perform(command: CompareCommand): Promise<void> {
    const isOffered = this.state()?.actions.some((action) => action.command === command);
    const { subject } = this.pair;
    if (isOffered !== true || !subject) return;
    if (command === 'openDiff') await this.openDiff(subject);
    else await commands.executeCommand(commandIds[command], subject.step);
  }

  private async openDiff({ pair }: Subject): Promise<void> {
    const { texts } = this.pair;
    if (!texts?.ok) return;
    const { new: fresh, merged } = texts.value;
    const [left, right] = [this.desk.showText('new.config', fresh), this.desk.showText('merged.config', merged)];
    await commands.executeCommand('vscode.diff', left, right, l10n.t('{0}: new and merged', visible(pair.name)));
  }

  private beside(): StepBeside | undefined {
    const { view } = this.desk.session;
    const { step, fetchedAfter = 0 } = this.pair.subject ?? {};
    return step !== undefined && view.kind === 'open' ? stepBeside(view, step, fetchedAfter) : undefined;
  }

  /** Publishing waits until no decision is open. */
  private state(): ComparePageState | undefined {
    const { subject, compared, texts, choices } = this.pair;
    if (!subject || this.pair.isComparing) return undefined;
    const step = this.beside();
    const isOffered = subject.step === undefined || step?.state === 'ready' || step?.state === 'failed';
    const changes = compared?.ok ? compared.value.changes : [];
    const isThere = texts?.ok === true;
    const isDecided = isThere && !changes.some((change) => isOpen(change, { choices, isOffered }));
    const beside: Beside = {
      choices,
      isOffered,
      actions: pageActions(step, { isThere, isDecided }),
      findings: texts?.ok === false ? texts.findings : [],
      ...(step ? { step } : {}),
      ...(texts?.ok ? { preview: previewOf(texts.value.new, texts.value.merged) } : {}),
    };
    return comparePageState(subject, compared, beside);
  }

  private send(): void {
    const state = this.state();
    if (!state) return;
    void this.panel?.webview.postMessage(changedSince(this.sent, state));
    this.sent = state;
  }
}
