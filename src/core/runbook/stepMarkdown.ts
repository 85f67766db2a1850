import MarkdownIt, { type Env, type Token } from 'markdown-it';

/** HTML and every link are recognized, so that they can be refused; the page shows none of them. */
const markdown = new MarkdownIt({ html: true, linkify: false });
markdown.validateLink = () => true;

/** Something in a text that no page shows as it is meant. */
export interface Markup {
  /** Line of the text, from 0. */
  readonly line: number;
  /** What is: a whole sentence. */
  readonly message: string;
  /** What to do: a whole sentence. */
  readonly remedy: string;
}

type Kind = Omit<Markup, 'line'>;

const html: Kind = {
  message: 'HTML stands here, and it is shown as it is written.',
  remedy: 'Write it in Markdown, put it between backquotes, or take it out.',
};
const link: Kind = {
  message: 'A link stands here, and the sources are the only links of a step.',
  remedy: 'List the page in sources.yaml, write its key into "sources", and leave only the words here.',
};

/** What stands in no text, by the kind of its token. */
const notShown: ReadonlyMap<string, Kind> = new Map([
  ['html_block', html],
  ['html_inline', html],
  ['link_open', link],
  ['image', { message: 'An image stands here, and no step shows one.', remedy: 'Say in words what is to be seen.' }],
  ['table_open', { message: 'A table stands here, and no step shows one.', remedy: 'Make a list of it.' }],
  [
    'heading_open',
    {
      message: 'A heading stands here in a way that does not count.',
      remedy: 'Begin its line with "## ", or make it a sentence.',
    },
  ],
]);

/** A token and the line on which it stands. */
type Placed = readonly [token: Token, line: number];

/** What a reader gets of one text of a step. */
export interface Rendered {
  /** Whether there is something to read. */
  readonly isShown: boolean;
  readonly markup: readonly Markup[];
}

/** Renders a text to see what a reader gets of it. Takes the Markdown below one heading. Pure; linear in the text. */
export function rendered(text: string): Rendered {
  const env: Env = {};
  const tokens = placed(markdown.parse(text, env));
  const found = tokens.flatMap(([{ type }, line]) => {
    const kind = notShown.get(type);
    return kind ? [{ ...kind, line }] : [];
  });
  // The address of a link may stand apart, as `[name]: address`, which no token shows.
  const apart = env.references === undefined ? [] : [{ ...link, line: lineOfAddress(text) }];
  return { isShown: tokens.some(([{ content }]) => /[\p{L}\p{N}]/u.test(content)), markup: [...found, ...apart] };
}

function placed(tokens: readonly Token[]): readonly Placed[] {
  return tokens.flatMap((token): readonly Placed[] => {
    const line = token.map?.[0] ?? 0;
    return token.type === 'inline' ? placedIn(token.children ?? [], line) : [[token, line]];
  });
}

/** Inside a paragraph only its line ends tell the line. */
function placedIn(children: readonly Token[], first: number): readonly Placed[] {
  let line = first;
  return children.map((token) => {
    if (token.type.endsWith('break')) line += 1;
    return [token, line];
  });
}

function lineOfAddress(text: string): number {
  return Math.max(
    text.split('\n').findIndex((line) => /\[[^\]]+\]:/.test(line)),
    0,
  );
}
