/** What a page and the extension say to each other. Both sides read this file; a page asks, the extension decides. */

/** What the Step page may ask for. It is done to the step that the extension shows, never to one that the page names. */
export const stepCommands = [
  'compareConfiguration',
  'publish',
  'runStep',
  'whatIf',
  'beginStep',
  'markAsDone',
  'decide',
  'findOut',
  'skip',
  'override',
  'reopen',
  'undo',
  'showTerminal',
] as const;
export type StepCommand = (typeof stepCommands)[number];

export type ToStepPage = { readonly kind: 'state'; readonly state: StepPageState } | { readonly kind: 'copied' };

export type FromStepPage =
  { readonly kind: 'ready' } | { readonly kind: 'copy' } | { readonly kind: 'command'; readonly command: StepCommand };

/** Everything that the Step page shows, in words: the page adds none of its own. */
export interface StepPageState {
  /** Step instance that is shown. */
  readonly id: string;
  readonly title: string;
  readonly target: string;
  /** Stands first, where nothing here touches a real host. */
  readonly mode?: string;
  readonly status: StepStatus;
  /** What to know before anything else, one line each. */
  readonly notes: readonly string[];
  readonly sections: readonly Section[];
  /** What may be done now; the first one is the thing to do next. */
  readonly actions: readonly PageAction[];
}

/** Only for how it looks: `words` say the same. */
export type Tone = 'plain' | 'good' | 'bad' | 'caution';

export interface StepStatus {
  readonly tone: Tone;
  readonly words: string;
}

export interface PageAction {
  readonly command: StepCommand;
  readonly label: string;
}

export interface Section {
  /** Remembers what a person has unfolded. */
  readonly id: string;
  readonly heading: string;
  readonly folded: boolean;
  readonly blocks: readonly Block[];
}

export type Block =
  | { readonly kind: 'text'; readonly text: RichText }
  | { readonly kind: 'lines'; readonly lines: readonly string[] }
  | { readonly kind: 'command'; readonly text: string; readonly copy: string; readonly copied: string }
  | { readonly kind: 'findings'; readonly findings: readonly ShownFinding[] }
  | { readonly kind: 'table'; readonly rows: readonly TableRow[] }
  | { readonly kind: 'sources'; readonly sources: readonly ShownSource[] };

export interface ShownFinding {
  readonly tone: Tone;
  /** Its severity, as a word. */
  readonly severity: string;
  readonly message: string;
  readonly remedy: string;
  readonly code: string;
}

export interface TableRow {
  readonly name: string;
  readonly values: readonly string[];
}

export interface ShownSource {
  readonly title: string;
  /** Always https. */
  readonly address?: string;
  /** How sure it is, and of when. */
  readonly mark: string;
}

/** Elements that a text of the runbook may become; nothing else is ever made of one. */
export const richTags = [
  'p',
  'ol',
  'ul',
  'li',
  'strong',
  'em',
  's',
  'code',
  'pre',
  'blockquote',
  'h3',
  'hr',
  'br',
  'a',
  'table',
  'thead',
  'tbody',
  'tr',
  'th',
  'td',
] as const;
export type RichTag = (typeof richTags)[number];

/** Rendered Markdown as a tree and not as HTML: the page makes elements and text nodes of it, so there is nothing to be parsed. */
export type RichText = readonly RichNode[];
export type RichNode = string | RichElement;

export interface RichElement {
  readonly tag: RichTag;
  /** Of an `a`: always https. */
  readonly href?: string;
  readonly children: RichText;
}

/** A message of the Step page; undefined when it is none of those in the list. */
export function parseFromStepPage(value: unknown): FromStepPage | undefined {
  if (typeof value !== 'object' || value === null) return undefined;
  const { kind, command } = value as { readonly kind?: unknown; readonly command?: unknown };
  if (kind === 'ready' || kind === 'copy') return { kind };
  const known = stepCommands.find((each) => each === command);
  return kind === 'command' && known !== undefined ? { kind, command: known } : undefined;
}

/** A whole page; or the one before after a choice, with no rows but those that are other ones now. */
export interface ToComparePage {
  readonly kind: 'state' | 'changed';
  readonly state: ComparePageState;
}

/** What may be done with the comparison that is shown. */
export const compareCommands = ['openDiff', 'compareConfiguration', 'publish', 'undo'] as const;
export type CompareCommand = (typeof compareCommands)[number];

/** What the Compare page may ask for. It names a difference by its row; the extension knows which one that is. */
export type FromComparePage =
  | { readonly kind: 'ready' }
  | { readonly kind: 'choose'; readonly row: number; readonly side: 'old' | 'new' }
  | { readonly kind: 'edit' | 'reveal'; readonly row: number }
  | { readonly kind: 'command'; readonly command: CompareCommand };

/** Everything that the Compare page shows, in words. Secrets are masked before they come here: the page never has their values. */
export interface ComparePageState {
  /** The pair that is shown, and how far it has come. */
  readonly id: string;
  /** The verdict, in a sentence. */
  readonly verdict: string;
  readonly tone: Tone;
  /** The pair in a person's words. */
  readonly pair: string;
  /** Where both files are, with their labels. */
  readonly files: readonly TableRow[];
  /** What to know about the verdict, one sentence each. */
  readonly notes: readonly string[];
  /** Refusals, or warnings. */
  readonly findings: readonly ShownFinding[];
  readonly groups: readonly CompareGroup[];
  readonly unfoldAll: string;
  readonly search: string;
  readonly onlyOpen: string;
  readonly preview?: ComparePreview;
  readonly actions: readonly CompareAction[];
}

/** The merged file beside the new one: what changes, with the lines around it. */
export interface ComparePreview {
  readonly heading: string;
  /** What is not in it yet. */
  readonly note?: string;
  readonly lines: readonly PreviewLine[];
}

export interface PreviewLine {
  readonly kind: 'same' | 'added' | 'removed' | 'words';
  readonly text: string;
}

export interface CompareAction {
  readonly command: CompareCommand;
  readonly label: string;
}

/** Differences that have the same end. */
export interface CompareGroup {
  /** Remembers what a person has unfolded. */
  readonly id: string;
  /** With the count. */
  readonly heading: string;
  /** Needs nobody. */
  readonly folded: boolean;
  readonly rows: readonly CompareRow[];
  /** What is not shown, where there is too much. */
  readonly more?: string;
}

export interface CompareRow {
  readonly name: string;
  /** Section, location where there is one, and the lines in both files. */
  readonly place: string;
  /** What happens to it. */
  readonly happens: string;
  readonly reason: string;
  /** How it stands in the old and in the new file; nothing where only what was taken is known. */
  readonly sides: readonly CompareSide[];
  /** Names the row in messages. */
  readonly row: number;
  /** Waits for a decision. */
  readonly isOpen: boolean;
  readonly options: readonly CompareOption[];
  /** Labels of the buttons that the row has. */
  readonly confirm?: string;
  readonly edit?: string;
  readonly reveal?: string;
}

export interface CompareOption {
  readonly side: 'old' | 'new';
  readonly label: string;
  readonly isTicked: boolean;
}

export interface CompareSide {
  /** Which file. */
  readonly label: string;
  readonly value: readonly ValuePart[];
}

/** A part of a value: equal in both files, different in them, or words about the value in place of it. */
export interface ValuePart {
  readonly kind: 'same' | 'different' | 'words';
  readonly text: string;
}

/** A message of the Compare page; undefined when it is none of those in the list. */
export function parseFromComparePage(value: unknown): FromComparePage | undefined {
  if (typeof value !== 'object' || value === null) return undefined;
  const { kind, row, side, command } = value as Readonly<Record<'kind' | 'row' | 'side' | 'command', unknown>>;
  if (kind === 'ready') return { kind };
  const known = compareCommands.find((each) => each === command);
  if (kind === 'command') return known === undefined ? undefined : { kind, command: known };
  if (typeof row !== 'number' || !Number.isInteger(row) || row < 0) return undefined;
  if (kind === 'edit' || kind === 'reveal') return { kind, row };
  return kind === 'choose' && (side === 'old' || side === 'new') ? { kind, row, side } : undefined;
}

/** What a page keeps while it is hidden, and VS Code while the window is reloaded: what it shows, what was unfolded, how far down, what was searched. */
export interface KeptPage {
  readonly id: string;
  readonly unfolded: readonly string[];
  readonly top: number;
  readonly sought?: Sought;
}

/** What a person wants to see of a comparison. */
export interface Sought {
  readonly text: string;
  /** Only what waits for a decision. */
  readonly isOpen: boolean;
}

/** What was kept, whoever kept it; undefined when it is not that. */
export function parseKeptPage(value: unknown): KeptPage | undefined {
  if (typeof value !== 'object' || value === null) return undefined;
  const { id, unfolded, top, sought } = value as { readonly [Member in keyof KeptPage]?: unknown };
  if (typeof id !== 'string' || typeof top !== 'number' || !Array.isArray(unfolded)) return undefined;
  const kept = { id, top, unfolded: unfolded.filter((each) => typeof each === 'string') };
  const { text, isOpen } = (sought ?? {}) as { readonly [Member in keyof Sought]?: unknown };
  return typeof text === 'string' && typeof isOpen === 'boolean' ? { ...kept, sought: { text, isOpen } } : kept;
}
