import MarkdownIt, { type Token } from 'markdown-it';
import { richTags, type RichNode, type RichTag, type RichText } from '../../../webview-ui/messages';

/** HTML in a text stays text, and an image becomes the link that it names. */
const markdown = new MarkdownIt({ html: false, linkify: false }).disable('image');

/**
 * A Markdown text of the runbook as a tree of known elements and text. A link stays one when its address is among `addresses`
 * and https; of any other only the words are left.
 */
export function richText(text: string, addresses: ReadonlySet<string>): RichText {
  return nodesOf(markdown.parse(text, {}), addresses);
}

/** The same text for a dialog, which shows every sign as it is: line by line, without its markup. Pure. */
export function plainText(text: string): string {
  const words = (line: string): string =>
    markdown
      .parseInline(line, {})
      .flatMap(({ children }) => children ?? [])
      .map(({ content }) => content)
      .join('');
  return text.trim().split('\n').map(words).join('\n');
}

function nodesOf(tokens: readonly Token[], addresses: ReadonlySet<string>): RichText {
  const root: RichNode[] = [];
  const open = [root];
  for (const token of tokens) {
    const parent = open.at(-1) ?? root;
    if (token.nesting === 1) open.push(opened(token, parent, addresses));
    else if (token.nesting === -1) open.pop();
    else parent.push(...leaf(token, addresses));
  }
  return root;
}

/** Where the children of a token go: into a new element, or beside it when the element itself is not shown. */
function opened(token: Token, parent: RichNode[], addresses: ReadonlySet<string>): RichNode[] {
  const tag = shownTag(token);
  const href = tag === 'a' ? allowed(token.attrGet('href'), addresses) : undefined;
  if (tag === undefined || (tag === 'a' && href === undefined)) return parent;
  const children: RichNode[] = [];
  parent.push({ tag, children, ...(href === undefined ? {} : { href }) });
  return children;
}

function shownTag({ tag, hidden }: Token): RichTag | undefined {
  if (hidden) return undefined;
  const plain = /^h[1-6]$/.test(tag) ? 'h3' : tag; // the page's own headings stand above
  return richTags.find((known) => known === plain);
}

function allowed(address: string | number | null, addresses: ReadonlySet<string>): string | undefined {
  return typeof address === 'string' && address.startsWith('https://') && addresses.has(address) ? address : undefined;
}

function leaf(token: Token, addresses: ReadonlySet<string>): RichText {
  switch (token.type) {
    case 'inline':
      return nodesOf(token.children ?? [], addresses);
    case 'softbreak':
      return [' '];
    case 'hardbreak':
      return [{ tag: 'br', children: [] }];
    case 'hr':
      return [{ tag: 'hr', children: [] }];
    case 'code_inline':
      return [{ tag: 'code', children: [token.content] }];
    case 'fence':
    case 'code_block':
      return [{ tag: 'pre', children: [{ tag: 'code', children: [token.content.trimEnd()] }] }];
    default:
      return token.content === '' ? [] : [token.content];
  }
}
