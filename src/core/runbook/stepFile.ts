import type { Finding } from '../report/finding';
import { ok, refused, type Result } from '../report/result';
import { visible } from '../report/visible';
import { runbookFinding } from './problem';
import type { StepText } from './runbook';
import { rendered } from './stepMarkdown';

/** A step file cut in two: YAML in front, Markdown behind. */
export interface StepFile {
  readonly frontMatter: string;
  readonly text: StepText;
}

/** Line on which the front matter of every step file begins. */
export const firstLineOfFrontMatter = 2;

const headings: ReadonlyMap<string, keyof StepText> = new Map([
  ['What to do', 'whatToDo'],
  ['Why', 'why'],
  ['What you should see', 'whatYouShouldSee'],
  ['If it goes wrong', 'ifItGoesWrong'],
  ['Way back', 'wayBack'],
]);

/** The five headings of a step file, in the order in which they are read. */
export const headingNames: readonly string[] = [...headings.keys()];

/**
 * Cuts a step file; a byte order mark is left out. Refuses one without front matter, one whose headings are not the five, each
 * once and none empty, and what no page shows, such as HTML and links. A `#` in a fenced block is no heading.
 */
export function readStepFile(text: string, file: string): Result<StepFile> {
  const lines = text
    .replace(/^\uFEFF/, '')
    .replaceAll('\r\n', '\n')
    .split('\n');
  const end = lines.indexOf('---', 1);
  if (lines[0] !== '---' || end < 0) return refused([noFrontMatter(file)]);
  const sections = sectionsOf(lines, end + 1);
  const findings = sectionFindings(sections, file, end + 1);
  if (findings.length > 0) return refused(findings);
  return ok({ frontMatter: lines.slice(1, end).join('\n'), text: stepText(sections) });
}

interface Section {
  readonly heading: string | undefined;
  readonly line: number;
  readonly lines: string[];
}

function sectionsOf(lines: readonly string[], start: number): readonly Section[] {
  const sections: Section[] = [{ heading: undefined, line: start + 1, lines: [] }];
  let isFenced = false;
  for (const [n, line] of lines.entries()) {
    if (n < start) continue;
    if (line.startsWith('```')) isFenced = !isFenced;
    if (!isFenced && /^#{1,6} /.test(line)) sections.push({ heading: line.trimEnd(), line: n + 1, lines: [] });
    else sections.at(-1)?.lines.push(line);
  }
  return sections;
}

const bodyOf = (section: Section): string => section.lines.join('\n').trim();
const nameOf = ({ heading }: Section): string => heading?.replace(/^## /, '') ?? '';

function sectionFindings(sections: readonly Section[], file: string, lastLine: number): readonly Finding[] {
  const seen = sections.map(nameOf);
  const missing = headingNames
    .filter((name) => !seen.includes(name))
    .map((name) => headingMissing(file, lastLine, name));
  return [
    ...missing,
    ...sections.flatMap((section, n) => sectionFinding(section, seen.indexOf(nameOf(section)) < n, file)),
  ];
}

function sectionFinding(section: Section, isRepeated: boolean, file: string): readonly Finding[] {
  const { heading, line } = section;
  if (heading === undefined) return bodyOf(section) === '' ? [] : [textBeforeHeadings(file, line)];
  if (!headings.has(nameOf(section))) return [headingUnknown(file, line, heading)];
  if (isRepeated) return [headingTwice(file, line, heading)];
  const { isShown, markup } = rendered(section.lines.join('\n'));
  if (markup.length > 0)
    return markup.map((found) =>
      runbookFinding('RunbookMarkup', file, line + 1 + found.line, found.message, found.remedy),
    );
  return isShown ? [] : [headingEmpty(file, line, heading)];
}

function stepText(sections: readonly Section[]): StepText {
  const text = { whatToDo: '', why: '', whatYouShouldSee: '', ifItGoesWrong: '', wayBack: '' };
  for (const section of sections) {
    const member = headings.get(nameOf(section));
    if (member) text[member] = bodyOf(section);
  }
  return text;
}

function noFrontMatter(file: string): Finding {
  const message = 'The file does not begin with front matter.';
  return runbookFinding(
    'RunbookFrontMatterMissing',
    file,
    1,
    message,
    'Put it between two lines of "---", the first one in line 1.',
  );
}

function headingMissing(file: string, line: number, name: string): Finding {
  const message = `The heading "## ${name}" is missing.`;
  return runbookFinding('RunbookHeadingMissing', file, line, message, `Add "## ${name}" with its text.`);
}

function headingEmpty(file: string, line: number, heading: string): Finding {
  const remedy = 'Write its text. Where there is nothing to do or to undo, say so in one sentence.';
  return runbookFinding('RunbookHeadingEmpty', file, line, `Nothing stands below "${visible(heading)}".`, remedy);
}

function headingTwice(file: string, line: number, heading: string): Finding {
  return runbookFinding(
    'RunbookHeadingTwice',
    file,
    line,
    `"${visible(heading)}" stands here for the second time.`,
    'Put the two parts together.',
  );
}

function headingUnknown(file: string, line: number, heading: string): Finding {
  const remedy = `Use only: ${headingNames.map((name) => `## ${name}`).join(', ')}.`;
  return runbookFinding('RunbookHeadingUnknown', file, line, `No step has a heading "${visible(heading)}".`, remedy);
}

function textBeforeHeadings(file: string, line: number): Finding {
  return runbookFinding(
    'RunbookTextOutside',
    file,
    line,
    'There is text before the first heading.',
    'Move it below one of the headings.',
  );
}
