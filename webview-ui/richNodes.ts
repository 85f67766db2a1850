import { element } from './element';
import { richTags, type RichElement, type RichText } from './messages';

/** The nodes of a rendered text: elements of the closed list, links to https only, and text nodes. */
export function richNodes(text: RichText): readonly (Node | string)[] {
  return text.map((node) => (typeof node === 'string' ? node : richElement(node)));
}

/** Asked again here although the extension makes the tree: this is the place where elements come from. */
function richElement({ tag, href, children }: RichElement): Node {
  if (!richTags.includes(tag)) return element('span', {}, ...richNodes(children));
  const leads = tag === 'a' && href?.startsWith('https://') === true;
  return element(tag, leads ? { href } : {}, ...richNodes(children));
}
