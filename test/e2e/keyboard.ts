// The same person without a mouse: everything here is a key that is pressed.
import type { CodeWindow } from './harness';

const mostRows = 200;
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

  /** Answers the input box or the pick on the screen. */
  async answer(text: string): Promise<void> {
    await this.code.quickInput.waitFor();
    await this.code.page.keyboard.type(text);
    await this.press('Enter');
    await this.code.quickInput.waitFor({ state: 'hidden' });
  }

  /** Goes down the checklist to the row whose accessible label fits, unfolding on the way what is not done. */
  async toRow(label: RegExp): Promise<void> {
    await this.command('Focus on Checklist View');
    await this.code.view.locator('.monaco-list:focus').waitFor();
    await this.press('Home');
    for (let rows = 0; rows < mostRows; rows += 1) {
      const row = await this.focusedRow();
      if (row === undefined) await this.press('Home');
      else if (label.test(row.label)) return;
      else await this.press(row.isFolded && /^(in progress|blocked)/.test(row.label) ? 'ArrowRight' : 'ArrowDown');
    }
    throw new Error(`The checklist has no row ${String(label)}.`);
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
    await this.press('Shift+F10');
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
