import type { Finding } from '../report/finding';
import { ok, refused, type Result } from '../report/result';
import { flag, isRecord, listOf, membersOf, nameOf, someOf, text, type Check } from './check';
import { missingMember, runbookFinding, wrongValue, type Path, type Problem } from './problem';
import type { Phase, PhaseEntry, StepDefinition } from './runbook';
import type { KnownNames } from './stepDefinition';
import { findingsIn, readYaml, type YamlText } from './yamlText';

/**
 * A step file with members of this runbook's own: under its own name (a common file whose predecessors are others here), or
 * with `as` in a second place of the order, a step of its own with the same text.
 */
export interface OwnPlace extends Partial<
  Pick<StepDefinition, 'for' | 'when' | 'after' | 'afterAll' | 'sources' | 'undo'>
> {
  readonly step: string;
  readonly as?: string;
}

/** The order of a runbook, as runbook.yaml writes it. */
export interface Outline {
  readonly title: string;
  readonly phases: readonly Phase[];
  readonly ownPlaces: readonly OwnPlace[];
  /** Every step that an entry lists, in their order. */
  readonly listed: readonly ListedStep[];
  readonly yaml: YamlText;
}

/** A step where runbook.yaml lists it. */
export interface ListedStep {
  readonly id: string;
  /** Selector of the lane group; undefined outside of one. */
  readonly lane: string | undefined;
  /** Its members that are written here and not in its file. */
  readonly own: OwnPlace | undefined;
  readonly path: Path;
}

type Listing = string | OwnPlace;
interface WrittenLanes {
  readonly lanes: string;
  readonly parallel?: boolean;
  readonly steps: readonly Listing[];
}
interface Written {
  readonly title: string;
  readonly phases: readonly {
    readonly id: string;
    readonly title: string;
    readonly steps: readonly (Listing | WrittenLanes)[];
  }[];
}

/**
 * Reads runbook.yaml as it stands, names unchecked. Refuses a missing file, what is not YAML, and one without phases: it would
 * leave the names in all other files unknown.
 */
export function readOutlineText(files: ReadonlyMap<string, string>, id: string): Result<YamlText> {
  const file = `${id}/runbook.yaml`;
  const content = files.get(file);
  if (content === undefined) return refused([outlineMissing(file)]);
  const yaml = readYaml(content, file);
  if (!yaml.ok) return yaml;
  const { value } = yaml.value;
  const problems =
    isRecord(value) && 'phases' in value
      ? someOf(() => [])(value['phases'], ['phases'])
      : [missingMember('phases', [])];
  return problems.length > 0 ? refused(findingsIn(yaml.value, problems)) : yaml;
}

function outlineMissing(file: string): Finding {
  const remedy = 'Add it, with title and phases, or delete the folder.';
  return runbookFinding('RunbookFileMissing', file, 1, 'The runbook has no runbook.yaml.', remedy);
}

/** The texts that runbook.yaml writes as some members, by themselves or in a list, read from anything. */
export function namesIn({ value }: YamlText, ...members: readonly string[]): readonly string[] {
  return textsIn(value, new Set(members), false);
}

function textsIn(value: unknown, members: ReadonlySet<string>, isMeant: boolean): readonly string[] {
  if (typeof value === 'string') return isMeant ? [value] : [];
  if (Array.isArray(value)) return value.flatMap((item) => textsIn(item, members, isMeant));
  if (!isRecord(value)) return [];
  return Object.entries(value).flatMap(([name, each]) => textsIn(each, members, members.has(name)));
}

/**
 * The order of a runbook out of its runbook.yaml. Refuses an unknown member, step or selector, each with its line.
 * @param stepFiles names of the step files
 */
export function readOutline(yaml: YamlText, stepFiles: ReadonlySet<string>, known: KnownNames): Result<Outline> {
  const problems = checkOutline(stepFiles, known)(yaml.value, []);
  if (problems.length > 0) return refused(findingsIn(yaml, problems));
  const written = yaml.value as Written;
  const again = sameIds(written);
  if (again.length > 0) return refused(findingsIn(yaml, again));
  const phases = written.phases.map(({ id, title, steps }) => ({ id, title, entries: steps.map(entryOf) }));
  const listed = listedIn(written);
  const ownPlaces = listed.flatMap(({ own }) => own ?? []);
  return ok({ title: written.title, phases, ownPlaces, listed, yaml });
}

function checkOutline(stepFiles: ReadonlySet<string>, known: KnownNames): Check {
  const step = nameOf('step', stepFiles);
  const steps = listOf(nameOf('step', known.steps));
  const selector = nameOf('selector', known.selectors);
  const ownPlace = membersOf(
    new Map<string, Check>([
      ['step', step],
      ['as', newName(stepFiles)],
      ['after', steps],
      ['afterAll', steps],
      ['for', selector],
      ['when', nameOf('condition', known.conditions)],
      ['sources', someOf(nameOf('source', known.sources))],
      ['undo', nameOf('step', known.steps)],
    ]),
    ['step'],
  );
  const listing: Check = (value, path) => (isRecord(value) ? ownPlace : nameOf('step', known.steps))(value, path);
  const lanes = membersOf(
    new Map<string, Check>([
      ['lanes', selector],
      ['parallel', flag],
      ['steps', someOf(listing)],
    ]),
    ['lanes', 'steps'],
  );
  const entry: Check = (value, path) => (isLanes(value) ? lanes : listing)(value, path);
  const phase = membersOf(
    new Map<string, Check>([
      ['id', text],
      ['title', text],
      ['steps', someOf(entry)],
    ]),
    ['id', 'title', 'steps'],
  );
  return membersOf(
    new Map<string, Check>([
      ['title', text],
      ['phases', someOf(phase)],
    ]),
    ['title', 'phases'],
  );
}

/** A name that no step file has. */
function newName(taken: ReadonlySet<string>): Check {
  return (value, path) =>
    typeof value === 'string' && /^[a-z][a-z0-9-]*$/.test(value) && !taken.has(value)
      ? []
      : [wrongValue(value, 'a name in small letters that no step file has', path)];
}

/** A step of the plan knows its phase by the id. */
function sameIds({ phases }: Written): readonly Problem[] {
  const ids = phases.map(({ id }) => id);
  return ids.flatMap((id, n) =>
    ids.indexOf(id) < n ? [wrongValue(id, 'an id that no other phase has', ['phases', n, 'id'])] : [],
  );
}

function isLanes(value: unknown): value is WrittenLanes {
  return isRecord(value) && ('lanes' in value || 'steps' in value);
}

function entryOf(entry: Listing | WrittenLanes): PhaseEntry {
  if (!isLanes(entry)) return { kind: 'step', step: nameIn(entry) };
  return { kind: 'lanes', for: entry.lanes, parallel: entry.parallel ?? false, steps: entry.steps.map(nameIn) };
}

function nameIn(listing: Listing): string {
  return typeof listing === 'string' ? listing : (listing.as ?? listing.step);
}

function listedIn(written: Written): readonly ListedStep[] {
  return written.phases.flatMap((phase, p) =>
    phase.steps.flatMap((entry, n): readonly ListedStep[] => {
      const path = ['phases', p, 'steps', n];
      if (!isLanes(entry)) return [listedStep(entry, undefined, path)];
      return entry.steps.map((step, m) => listedStep(step, entry.lanes, [...path, 'steps', m]));
    }),
  );
}

function listedStep(listing: Listing, lane: string | undefined, path: Path): ListedStep {
  return { id: nameIn(listing), lane, own: typeof listing === 'string' ? undefined : listing, path };
}
