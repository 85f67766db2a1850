/** What a page is made of: addresses that VS Code serves, and a word that only this page knows. */
export interface PageParts {
  readonly script: string;
  readonly style: string;
  /** Base64, from a random source, new for each page. */
  readonly nonce: string;
  /** Language tag of the words. */
  readonly language: string;
}

/**
 * The empty page. Nothing may be loaded or run but its own script, what that script imports, and its style sheet, named by the
 * nonce: no images, no fonts, no network, no inline style. The toolkit's styles are adopted style sheets; the one empty style
 * element with which it tries what the browser can do takes the nonce from the `meta` named for it.
 */
export function pageHtml({ script, style, nonce, language }: PageParts): string {
  const policy = [
    "default-src 'none'",
    `script-src 'nonce-${nonce}'`,
    `style-src 'nonce-${nonce}'`,
    "base-uri 'none'",
    "form-action 'none'",
  ].join('; ');
  return `<!DOCTYPE html>
<html lang="${attribute(language)}">
<head>
<meta charset="utf-8">
<meta http-equiv="Content-Security-Policy" content="${policy}">
<meta property="csp-nonce" content="${nonce}">
<meta name="viewport" content="width=device-width, initial-scale=1">
<link rel="stylesheet" nonce="${nonce}" href="${attribute(style)}">
</head>
<body><script type="module" nonce="${nonce}" src="${attribute(script)}"></script></body>
</html>
`;
}

function attribute(text: string): string {
  return text.replaceAll('&', '&amp;').replaceAll('"', '&quot;').replaceAll('<', '&lt;');
}
