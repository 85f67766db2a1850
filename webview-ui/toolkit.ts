import { provideVSCodeDesignSystem, vsCodeButton } from '@vscode/webview-ui-toolkit';

/** Names of the controls that the pages use, as elements. */
export const controls = { button: 'vscode-button' } as const;

/** Makes the controls known to the page. The toolkit is archived: what replaces it replaces this file. */
export function registerControls(): void {
  provideVSCodeDesignSystem().register(vsCodeButton());
}
