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
import type { Change, Comparison } from '../../core/config/comparison';
import type { Choice } from '../../core/config/edit';
import { isSecretValue } from '../../core/config/secrets';
import { surroundingsOf } from '../../core/config/surroundings';
import type { StepId } from '../../core/plan/plan';
import type { Result } from '../../core/report/result';
import { visible } from '../../core/report/visible';
import { compareFiles, mergedTexts, valuesOf, type MaskedTexts } from '../../node/compareFiles';
import { exists } from '../../node/place';
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
import { comparePageState, type Beside, type NamedPair } from './comparePageState';
import { isOpen } from './groups';
import { pageActions } from './pageActions';
import { previewOf } from './preview';
import { stepBeside, type StepBeside } from './stepBeside';

/** What is compared: a pair, and the step whose files they are; undefined for two files of one's own. */
export interface Subject extends NamedPair {
  readonly step?: StepId;
  /** Number of the step's newest record when the files were fetched. */
  readonly fetchedAfter?: number;
}

export interface ComparePageDesk {
  readonly session: Session;
  readonly ask: Ask;
  readonly extensionUri: Uri;
  readonly memory: Memento;
  readonly log: LogOutputChannel;
  showText(name: string, text: string): Uri;
}

const subjectKey = 'comparison';
const choicesKey = 'comparison.choices';

/** The page of a comparison, at most one at a time. Compared and merged is by the engine; the page only asks. */
export class ComparePage implements Disposable {
  private panel: WebviewPanel | undefined;
  private subject: Subject | undefined;
  private compared: Result<Comparison> | undefined;
  private texts: Result<MaskedTexts> | undefined;
  private choices = new Map<string, Choice>();
  /** What the page in sight shows; a new page shows nothing yet. */
  private sent: ComparePageState | undefined;
  private readonly subscriptions: readonly Disposable[];

  constructor(private readonly desk: ComparePageDesk) {
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
    await this.desk.memory.update(subjectKey, subject);
    await this.desk.memory.update(choicesKey, undefined);
    await this.compare(subject, []);
    this.panel ??= this.opened(window.createWebviewPanel(webviewTypes.compare, '', ViewColumn.Active));
    this.panel.title = visible(subject.pair.name);
    this.panel.reveal();
    this.send();
  }

  /** What was chosen on the page for the files of a step. */
  chosenFor(step: StepId): ReadonlyMap<string, Choice> {
    return this.subject?.step === step ? this.choices : new Map();
  }

  /** A page that was open when the window was closed or loaded again: compared anew, with the choices that were made. */
  private async takeBack(panel: WebviewPanel): Promise<void> {
    const subject = this.desk.memory.get<Subject>(subjectKey);
    if (!subject || this.panel) {
      panel.dispose();
      return;
    }
    await this.desk.session.refresh(); // the farm says what holds for its files
    await this.compare(subject, this.desk.memory.get<[string, Choice][]>(choicesKey) ?? []);
    this.panel = this.opened(panel);
    panel.title = visible(subject.pair.name);
  }

  /** The files of a step are taken away when it is through: its page shows the record from then on. */
  private forgetWhatIsThrough(): void {
    if (this.beside()?.isThrough !== true) return;
    this.compared = undefined;
    this.texts = undefined;
    this.choices.clear();
  }

  private async compare(subject: Subject, choices: readonly (readonly [string, Choice])[]): Promise<void> {
    const { old, new: fresh } = subject.pair;
    this.subject = subject;
    this.compared = undefined;
    this.texts = undefined;
    this.choices = new Map();
    if (subject.step !== undefined && !((await exists(old)) && (await exists(fresh)))) return;
    const around = this.around(subject);
    this.compared = await compareFiles(old, fresh, around);
    const ids = new Set(this.compared.ok ? this.compared.value.changes.map(({ id }) => id) : []);
    this.choices = new Map(choices.filter(([id]) => ids.has(id)));
    this.texts = this.compared.ok ? await mergedTexts(old, fresh, { choices: this.choices }, around) : undefined;
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
    const change = this.compared?.ok ? this.compared.value.changes[message.row] : undefined;
    const row = this.state()
      ?.groups.flatMap(({ rows }) => rows)
      .find((each) => each.row === message.row);
    if (change?.id === undefined || !row) return;
    if (message.kind === 'choose' && row.options.length > 0) await this.choose(change.id, message.side);
    if (message.kind === 'edit' && row.edit !== undefined) await this.edit(change);
    if (message.kind === 'reveal' && row.reveal !== undefined) await this.reveal(change);
  }

  private async choose(id: string, choice: Choice): Promise<void> {
    if (!this.subject) return;
    this.choices.set(id, choice);
    const kept = this.desk.memory.update(choicesKey, [...this.choices]);
    const { old, new: fresh } = this.subject.pair;
    this.texts = await mergedTexts(old, fresh, { choices: this.choices }, this.around(this.subject));
    this.send();
    await kept;
  }

  private async edit({ id = '', name, written, old }: Change): Promise<void> {
    const chosen = this.choices.get(id);
    const value = typeof chosen === 'object' ? chosen.text : (written ?? old ?? '');
    const prompt = l10n.t('The value that the merged file has.');
    // What is typed is shown on the page and kept with the choices: no place for a secret.
    const problem = (typed: string): string | undefined =>
      isSecretValue(name, typed) ? l10n.t('This looks like a secret. Write it into the file on its host.') : undefined;
    const text = await this.desk.ask.text({ title: visible(name), prompt, value, problem });
    if (text !== undefined) await this.choose(id, { text });
  }

  /** The values go into VS Code's own dialog and never to the page. */
  private async reveal({ id = '', name }: Change): Promise<void> {
    if (!this.subject) return;
    const values = await valuesOf(this.subject.pair.old, this.subject.pair.new, id);
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
    if (isOffered !== true || !this.subject) return;
    if (command === 'openDiff') await this.openDiff(this.subject);
    else await commands.executeCommand(commandIds[command], this.subject.step);
  }

  private async openDiff({ pair }: Subject): Promise<void> {
    if (!this.texts?.ok) return;
    const { new: fresh, merged } = this.texts.value;
    const [left, right] = [this.desk.showText('new.config', fresh), this.desk.showText('merged.config', merged)];
    await commands.executeCommand('vscode.diff', left, right, l10n.t('{0}: new and merged', visible(pair.name)));
  }

  private beside(): StepBeside | undefined {
    const { view } = this.desk.session;
    const { step, fetchedAfter = 0 } = this.subject ?? {};
    return step !== undefined && view.kind === 'open' ? stepBeside(view, step, fetchedAfter) : undefined;
  }

  /** Publishing waits until no decision is open. */
  private state(): ComparePageState | undefined {
    const { subject, compared, texts, choices } = this;
    if (!subject) return undefined;
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
