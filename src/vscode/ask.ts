import { window, type QuickPickItem } from 'vscode';

export interface Choice extends QuickPickItem {
  readonly value: string;
}

export interface TextQuestion {
  readonly title: string;
  readonly prompt: string;
  readonly value?: string;
  /** What is wrong with the text; undefined = nothing. */
  readonly problem: (text: string) => string | undefined;
}

/** Everything the extension asks a person. Escape means no. Tests put their own answers in its place. */
export interface Ask {
  /** A modal question with one button; true = that button. */
  confirm: (message: string, detail: string, button: string) => Promise<boolean>;
  text: (question: TextQuestion) => Promise<string | undefined>;
  choice: (title: string, choices: readonly Choice[]) => Promise<string | undefined>;
  /** Any of the choices, also none. */
  several: (title: string, choices: readonly Choice[]) => Promise<readonly string[]>;
}

/** Asks through VS Code's own dialogs. */
export const askPerson: Ask = {
  async confirm(message, detail, button) {
    return (await window.showWarningMessage(message, { modal: true, detail }, button)) === button;
  },
  async text({ title, prompt, value, problem }) {
    const validateInput = (text: string): string | undefined => problem(text.trim());
    const text = await window.showInputBox({
      title,
      prompt,
      ignoreFocusOut: true,
      validateInput,
      ...(value === undefined ? {} : { value }),
    });
    return text?.trim();
  },
  async choice(title, choices) {
    return (await window.showQuickPick(choices, { title, ignoreFocusOut: true }))?.value;
  },
  async several(title, choices) {
    const picked = await window.showQuickPick(choices, { title, ignoreFocusOut: true, canPickMany: true });
    return (picked ?? []).map(({ value }) => value);
  },
};
