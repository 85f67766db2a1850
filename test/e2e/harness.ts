// A person at VS Code: opens the packaged extension in a real VS Code and acts in a person's words. The walks use only this.
import { mkdirSync, readFileSync, writeFileSync } from 'node:fs';
import { join, resolve } from 'node:path';
import { errors, type Browser, type BrowserContext, type FrameLocator, type Locator, type Page } from 'playwright-core';
import { openBrowser } from '../../tools/browser/find.mjs';
import { quietSettings, startServer, type Server, type ServerOptions } from '../../tools/vscode/server.mjs';
import { processesBelow } from './processes';
import { accessibilityFaults, cutElements, focusedText } from './webviewFrame';

const root = resolve(__dirname, '..', '..');
const limitMs = 30_000;

/** `ask` leaves VS Code's question about the folder on the screen; `none` never shows it and leaves the folder restricted. */
export type Trust = 'grant' | 'refuse' | 'ask' | 'none';

export interface WindowOptions {
  readonly folder?: string;
  readonly trust?: Trust;
  readonly settings?: Readonly<Record<string, unknown>>;
  readonly env?: Readonly<Record<string, string>>;
  readonly size?: { readonly width: number; readonly height: number };
}

// A stopped run ends by process.exit, which takes its server along.
for (const signal of ['SIGTERM', 'SIGHUP'] as const) process.once(signal, () => process.exit(1));

/** One colour theme on every machine, whatever the browser prefers. */
const ownSettings = { ...quietSettings, 'window.autoDetectColorScheme': false };

const themes = {
  dark: 'Default Dark Modern',
  light: 'Default Light Modern',
  'high contrast': 'Default High Contrast',
  'high contrast light': 'Default High Contrast Light',
} as const;

/** The .vsix that `npm run package` wrote. */
function packagedExtension(): string {
  const { name, version } = JSON.parse(readFileSync(join(root, 'package.json'), 'utf8')) as Record<string, string>;
  return join(root, `${name}-${version}.vsix`);
}

/**
 * VS Code reads the trust settings from no file of the server: they come as defaults of the page. This function runs in
 * the page, so nothing in it has a name of its own: tsx would wrap it in a call that the page does not know.
 */
function giveDefaults(defaults: Record<string, unknown>): void {
  const original = Reflect.get(Element.prototype, 'getAttribute');
  Element.prototype.getAttribute = function (name: string): string | null {
    const value = original.call(this, name);
    if (value === null || name !== 'data-settings' || this.id !== 'vscode-workbench-web-configuration') return value;
    const settings = JSON.parse(value) as { configurationDefaults?: object };
    return JSON.stringify({ ...settings, configurationDefaults: { ...settings.configurationDefaults, ...defaults } });
  };
}

/** Starts VS Code with the installed extension, opens the folder in it, and answers the question of trust. */
export async function openWindow(options: WindowOptions = {}): Promise<CodeWindow> {
  const serverOptions: ServerOptions = {
    lane: process.env['MFA_UPGRADE_LANE'],
    vsix: packagedExtension(),
    settings: { ...ownSettings, ...options.settings },
    env: options.env ?? {},
  };
  const server = await startServer(serverOptions);
  const browser = await openBrowser();
  const context = await browser.newContext({ viewport: options.size ?? { width: 1400, height: 900 }, locale: 'en-GB' });
  context.setDefaultTimeout(limitMs);
  const startupPrompt = options.trust === 'none' ? 'never' : 'always';
  await context.addInitScript(giveDefaults, { 'security.workspace.trust.startupPrompt': startupPrompt });
  const window = new CodeWindow(await context.newPage(), { server, serverOptions, browser, context, options });
  await window.show().catch(async (error: unknown) => {
    await window.screenshot('not-opened');
    await window.close();
    throw error;
  });
  return window;
}

interface Surroundings {
  server: Server;
  readonly serverOptions: ServerOptions;
  readonly browser: Browser;
  readonly context: BrowserContext;
  readonly options: WindowOptions;
}

/** Whether it comes to that within five seconds. */
async function comesTo(state: 'visible' | 'hidden', locator: Locator): Promise<boolean> {
  try {
    await locator.waitFor({ state, timeout: 5_000 });
    return true;
  } catch (error) {
    if (error instanceof errors.TimeoutError) return false;
    throw error;
  }
}

export class CodeWindow {
  constructor(
    readonly page: Page,
    private readonly around: Surroundings,
  ) {}

  /** Loads the page and waits until VS Code can be used. */
  async show(): Promise<void> {
    await this.page.goto(this.around.server.urlOf(this.around.options.folder));
    await this.page.locator('.monaco-workbench .part.statusbar').waitFor();
    if (this.around.options.folder === undefined) return;
    const { trust = 'grant' } = this.around.options;
    if (trust === 'grant') await this.answerDialog(/^(Yes, I trust|Trust)/);
    if (trust === 'refuse') await this.answerDialog(/^(No, I don't|Restricted Mode|Browse)/);
  }

  /** A second window on the same folder, in the same browser: what another pair of eyes sees. */
  async openSecond(): Promise<CodeWindow> {
    const options: WindowOptions = { ...this.around.options, trust: 'ask' };
    const second = new CodeWindow(await this.around.context.newPage(), { ...this.around, options });
    await second.show();
    return second;
  }

  async reload(): Promise<void> {
    await this.page.reload();
    await this.page.locator('.monaco-workbench .part.statusbar').waitFor();
  }

  /** The server and everything below it but the terminals dies at once, as when its machine loses power. */
  async killServer(): Promise<void> {
    const { server } = this.around;
    process.kill(-server.pid, 'SIGKILL');
    await server.ended;
  }

  /** The killed server again: same data, same port, in the same browser. */
  async startAgain(): Promise<void> {
    const { data, port } = this.around.server;
    const { vsix: _installed, ...options } = this.around.serverOptions;
    this.around.server = await startServer({ ...options, data, port });
    await this.reload(); // the browser remembers that the folder is trusted
  }

  /** Kills the process below the server in whose command line a text stands. */
  killBelow(text: string): void {
    const found = processesBelow(this.around.server.pid, text);
    for (const id of found) process.kill(id, 'SIGKILL');
    if (found.length === 0) throw new Error(`No process below the server has "${text}" in its command line.`);
  }

  /** Ends browser and server. */
  async close(): Promise<void> {
    await this.around.browser.close();
    await this.around.server.stop();
  }

  /** Opens the command palette, types the command's title, and runs the first entry that carries it. */
  async command(title: string): Promise<void> {
    const input = this.quickInput.locator('.quick-input-box input');
    await this.quickInput.waitFor({ state: 'hidden' });
    await this.page.keyboard.press('F1');
    await input.fill(`>${title}`);
    await this.quickInput.locator('.monaco-list-row', { hasText: title }).first().click();
  }

  get quickInput(): Locator {
    return this.page.locator('.quick-input-widget');
  }

  /** Chooses the entry of a quick pick that carries the text. */
  async pick(text: string): Promise<void> {
    await this.quickInput.locator('.monaco-list-row', { hasText: text }).first().click();
  }

  /** Types the answer into an input box and confirms it. */
  async answer(text: string): Promise<void> {
    const input = this.quickInput.locator('.quick-input-box input');
    await input.fill(text);
    await input.press('Enter');
  }

  /** Opens the view container MFA Upgrade from the activity bar. */
  async openView(): Promise<void> {
    const tab = this.page.locator('.activitybar').getByRole('tab', { name: /^MFA Upgrade/ });
    for (let tries = 1; tries <= 5; tries += 1) {
      if ((await tab.getAttribute('aria-selected')) !== 'true') await tab.click();
      await this.movePointerAway(tries); // a badge that comes under the pointer leaves the tab's hover standing
      if (await this.isViewOpen()) return;
    }
    throw new Error('The Checklist view does not open.');
  }

  /** A window that is just coming back may shut the view again, or put another one in its place: it has to stay. */
  private async isViewOpen(): Promise<boolean> {
    if (!(await comesTo('visible', this.view))) return false;
    await this.page.waitForTimeout(500);
    return this.view.isVisible();
  }

  /** The Checklist view. Its header is hidden while the container holds no other view, so the label finds it. */
  get view(): Locator {
    const header = this.page.locator('.pane-header[aria-label^="Checklist"]');
    return this.page.locator('.sidebar .pane', { has: header }).locator('.pane-body');
  }

  /** The tree's row that carries the text: title, host, or description. */
  row(text: string | RegExp): Locator {
    return this.view.locator('.monaco-list-row', { hasText: text }).first();
  }

  /** Every row on the screen as one line, from top to bottom: what a person reads. */
  async rows(): Promise<string[]> {
    const rows = await this.view.locator('.monaco-list-row').evaluateAll((elements) =>
      elements.map((row) => {
        const labels = [...row.querySelectorAll('.label-name, .label-description')];
        const text = labels.map((label) => label.textContent).join('  ');
        return { index: Number(row.getAttribute('data-index')), text };
      }),
    );
    return rows.sort((one, other) => one.index - other.index).map(({ text }) => text);
  }

  async expand(text: string | RegExp): Promise<void> {
    await this.fold(text, 'true');
  }

  async collapse(text: string | RegExp): Promise<void> {
    await this.fold(text, 'false');
  }

  /** A tree that is being drawn anew loses a click, or folds the row itself at the same moment: it is looked at again. */
  private async fold(text: string | RegExp, expanded: 'true' | 'false'): Promise<void> {
    const row = this.row(text);
    const folded = this.view.locator(`.monaco-list-row[aria-expanded="${expanded}"]`, { hasText: text }).first();
    await this.leaveTree();
    await row.waitFor();
    for (let tries = 1; tries <= 5; tries += 1) {
      if ((await row.getAttribute('aria-expanded')) !== expanded) await row.locator('.monaco-tl-twistie').click();
      if (await comesTo('visible', folded)) return;
    }
    throw new Error(`The row ${String(text)} does not fold: expanded is not ${expanded}.`);
  }

  /** The row's checkbox; a row that cannot be ticked has none. */
  checkbox(text: string | RegExp): Locator {
    return this.row(text).getByRole('checkbox');
  }

  async tick(text: string | RegExp): Promise<void> {
    await this.leaveTree();
    await this.checkbox(text).click();
  }

  /** Takes the pointer off the tree: the hover of one row lies over the next one. */
  private async leaveTree(): Promise<void> {
    const hover = this.page.locator('.hover-contents').first();
    for (let tries = 1; tries <= 5; tries += 1) {
      await this.movePointerAway(tries);
      if (await comesTo('hidden', hover)) return;
      // A hover whose element was drawn anew goes when another one takes its place.
      await this.page.locator('.activitybar').getByRole('tab').first().hover();
      await this.page.waitForTimeout(1_000);
    }
    throw new Error('A hover stays on the screen.');
  }

  /** Beside the hints in the middle of an empty editor, which have hovers too. */
  private async movePointerAway(tries: number): Promise<void> {
    const { width } = this.page.viewportSize() ?? { width: 1400 };
    await this.page.mouse.move(width - 20, 300 + tries);
  }

  async isTicked(text: string | RegExp): Promise<boolean> {
    return (await this.checkbox(text).getAttribute('aria-checked')) === 'true';
  }

  /** Presses one of the buttons that a row shows while the pointer is on it. */
  async rowButton(text: string | RegExp, label: string): Promise<void> {
    const row = this.row(text);
    await this.leaveTree();
    await row.hover();
    await row.locator(`.action-label[aria-label^="${label}"]`).click();
  }

  /** Chooses an entry of the row's context menu. */
  async rowMenu(text: string | RegExp, entry: string): Promise<void> {
    await this.leaveTree();
    await this.row(text).click({ button: 'right' });
    const menu = this.page.locator('.monaco-menu');
    const label = menu.locator('.action-label', { hasText: entry }).first();
    await label.hover();
    await this.page.keyboard.press('Enter'); // a click right after the menu has opened is taken for the end of the right click
    await menu.waitFor({ state: 'detached' });
  }

  /** The lines of the terminal that are on the screen, without trailing blanks; a wrapped line is several. */
  async terminalText(): Promise<string> {
    const rows = await this.page.locator('.terminal-wrapper.active .xterm-rows > div').allTextContents();
    return rows
      .map((row) => row.replaceAll('\u00a0', ' ').trimEnd())
      .join('\n')
      .trim();
  }

  /** Waits until the terminal on the screen shows the text, also where it is wrapped. */
  async terminalShows(text: string): Promise<void> {
    await this.page.waitForFunction((wanted) => {
      const rows = document.querySelectorAll('.terminal-wrapper.active .xterm-rows > div');
      const shown = [...rows].map((row) => row.textContent.replaceAll('\u00a0', ' '));
      return (
        shown.join('').includes(wanted) ||
        shown
          .map((row) => row.trimEnd())
          .join('')
          .includes(wanted)
      );
    }, text);
  }

  /** The modal dialog. */
  get dialog(): Locator {
    return this.page.locator('.monaco-dialog-box');
  }

  async answerDialog(button: string | RegExp): Promise<void> {
    await this.dialog.getByRole('button', { name: button }).first().click();
    await this.dialog.waitFor({ state: 'detached' });
  }

  /** The notification that carries the text. */
  toast(text: string | RegExp): Locator {
    return this.page.locator('.notification-toast', { hasText: text }).first();
  }

  async toastButton(text: string | RegExp, button: string): Promise<void> {
    await this.toast(text).getByRole('button', { name: button }).click();
  }

  statusBar(text: string | RegExp): Locator {
    return this.page.locator('.statusbar-item', { hasText: text }).first();
  }

  /** The content of the webview on the screen. */
  get webview(): FrameLocator {
    return this.page.frameLocator('iframe.webview.ready').frameLocator('#active-frame');
  }

  /** The text of what has the focus in the webview on the screen; empty where nothing has it. */
  focusedOnPage(): Promise<string> {
    return focusedText(this.page);
  }

  /** Elements of the webview on the screen whose content is wider than they are: what a reader sees cut, or lying over something. */
  cutElements(): Promise<readonly string[]> {
    return cutElements(this.page);
  }

  /** What axe-core finds in the webview on the screen: one line a rule, with the elements. */
  accessibilityFaults(): Promise<readonly string[]> {
    return accessibilityFaults(this.page);
  }

  /** Changes settings as an administrator would: VS Code sees the file change and follows. */
  changeSettings(settings: Readonly<Record<string, unknown>>): void {
    const file = join(this.around.server.data, 'server', 'data', 'Machine', 'settings.json');
    writeFileSync(file, JSON.stringify({ ...ownSettings, ...this.around.options.settings, ...settings }));
  }

  async theme(name: keyof typeof themes): Promise<void> {
    this.changeSettings({ 'workbench.colorTheme': themes[name] });
    const kind = name.startsWith('high')
      ? name.endsWith('light')
        ? 'hc-light'
        : 'hc-black'
      : name === 'light'
        ? 'vs'
        : 'vs-dark';
    await this.page.locator(`.monaco-workbench.${kind}`).waitFor();
  }

  /** Keeps what a failed walk had on the screen: as a picture, and as text beside the failure. */
  async keepFailure(test: string): Promise<void> {
    await this.screenshot(`failed-${test}-${String(Date.now())}`);
    const text = await this.page.locator('.monaco-workbench').innerText();
    process.stdout.write(`--- On the screen when it failed:\n${text.replaceAll(/\n\s*\n+/g, '\n')}\n---\n`);
  }

  /** Saves what is on the screen as out/e2e/<name>.png. */
  async screenshot(name: string): Promise<string> {
    const path = join(root, 'out', 'e2e', `${name}.png`);
    mkdirSync(join(root, 'out', 'e2e'), { recursive: true });
    await this.page.screenshot({ path });
    return path;
  }
}
