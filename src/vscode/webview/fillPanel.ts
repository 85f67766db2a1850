import { randomBytes } from 'node:crypto';
import { env, Uri, type WebviewPanel } from 'vscode';
import { messageGate } from './messageGate';
import { pageHtml } from './pageHtml';

/**
 * Puts one of our pages into a panel: its own script and style sheet under a strict policy, and nothing else may be read. `take`
 * gets what the page says, as fast as a person can say it; it is not checked yet.
 */
export function fillPanel(
  panel: WebviewPanel,
  page: 'step' | 'compare',
  extensionUri: Uri,
  take: (message: unknown) => void,
): void {
  const folder = Uri.joinPath(extensionUri, 'dist', 'webview');
  const mayPass = messageGate(Date.now);
  panel.webview.onDidReceiveMessage((value: unknown) => {
    if (mayPass()) take(value);
  });
  panel.webview.options = { enableScripts: true, localResourceRoots: [folder] };
  const address = (kind: string): string =>
    panel.webview.asWebviewUri(Uri.joinPath(folder, `${page}.${kind}`)).toString();
  const nonce = randomBytes(24).toString('base64');
  panel.webview.html = pageHtml({ script: address('js'), style: address('css'), nonce, language: env.language });
}
