// The same person without a mouse: everything here is a key that is pressed.
import type { CodeWindow } from './harness';

const mostRows = 300;
const mostStops = 30;

export class Keyboard {
  constructor(private readonly code: CodeWindow) {}

  async press(...keys: readonly string[]): Promise<void> {
    for (const key of keys) await this.code.page.keyboard.press(key);
  }

  async command(title: string): Promise<void> {
    await this.code.quickInput.waitFor({ state: 'hidden' });
    await this.press('F1');
    await this.code.quickInput.waitFor();
    await this.code.page.keyboard.type(title);
    await this.code.quickInput.locator('.monaco-list-row.focused', { hasText: title }).waitFor();
    await this.press('Enter');
  }

  /** Answers the input box or the pick on the screen: a box that is just closing is not meant. */
  async answer(text: string): Promise<void> {
    const box = this.code.page.locator('.quick-input-widget:not(.quick-input-widget-closing)');
    await box.locator('.quick-input-title', { hasText: /./ }).waitFor();
    await box.locator('input:focus').waitFor();
    await this.code.page.keyboard.type(text);
    await this.press('Enter');
    await this.code.quickInput.waitFor({ state: 'hidden' });
  }

  /** Goes down the checklist from where the keys are, and once more from the top, to the row whose accessible label fits. */
  async toRow(label: RegExp): Promise<void> {
    await this.command('Focus on Checklist View');
    await this.code.view.locator('.monaco-list:focus').waitFor();
    let above = ''; // the row from which the keys went down: to be there still is the end of the list
    for (let rows = 0; rows < mostRows; rows += 1) {
      const row = await this.focusedRow();
      if (row !== undefined && label.test(row.label) && (await this.stays(row.label))) return;
      const unfolds = row?.isFolded === true && row.label.startsWith('in progress');
      const key = row === undefined || row.label === above ? 'Home' : unfolds ? 'ArrowRight' : 'ArrowDown';
      above = key === 'ArrowDown' ? (row?.label ?? '') : '';
      await this.press(key);
    }
    throw new Error(`The checklist has no row ${String(label)}.`);
  }

  /** Whether the keys still mean this row a moment later: a tree that is drawn anew puts them elsewhere. */
  private async stays(label: string): Promise<boolean> {
    await this.code.page.waitForTimeout(100);
    return (await this.focusedRow())?.label === label;
  }

  /** The row that the keys mean; undefined where there is none: a tree that is just being drawn again. */
  private async focusedRow(): Promise<{ readonly label: string; readonly isFolded: boolean } | undefined> {
    const rows = await this.code.view.locator('.monaco-list-row.focused').evaluateAll((focused) =>
      focused.map((row) => ({
        label: row.getAttribute('aria-label') ?? '',
        isFolded: row.getAttribute('aria-expanded') === 'false',
      })),
    );
    if (rows.length === 0) await this.code.page.waitForTimeout(200);
    return rows[0];
  }

  /** Chooses an entry of the context menu of the row that has the focus. */
  async menu(entry: string): Promise<void> {
    await this.openMenu();
    const focused = this.code.page.locator('.monaco-menu .action-item.focused');
    for (let stops = 0; stops < mostStops; stops += 1) {
      await this.press('ArrowDown');
      if ((await focused.innerText()).includes(entry)) {
        await this.press('Enter');
        return;
      }
    }
    throw new Error(`The menu has no entry ${entry}.`);
  }

  /** A tree that is just being drawn again takes no key: it is pressed again. */
  private async openMenu(): Promise<void> {
    const menu = this.code.page.locator('.monaco-menu');
    for (let tries = 0; tries < 5 && !(await menu.isVisible()); tries += 1) {
      await this.press('Shift+F10');
      await menu.waitFor({ timeout: 2_000 }).catch(() => undefined);
    }
  }

  /** Goes to the page on the screen, and on it to the button. */
  async toButton(label: string): Promise<void> {
    await this.press('Control+1');
    for (let stops = 0; stops < mostStops; stops += 1) {
      await this.press('Tab');
      if ((await this.code.focusedOnPage()) === label) return;
    }
    throw new Error(`The page has no button ${label}.`);
  }
}
