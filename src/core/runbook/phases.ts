import { ok, refused, type Result } from '../report/result';
import { flag, isRecord, listOf, membersOf, nameOf, text, type Check } from './check';
import { runbookFinding, wrongValue, type Path } from './problem';
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
  /** Named here, with "as": nowhere else again. */
  readonly isNamed: boolean;
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

/** Reads runbook.yaml as it stands, names unchecked. Refuses a missing file and what is not YAML. */
export function readOutlineText(files: ReadonlyMap<string, string>, id: string): Result<YamlText> {
  const file = `${id}/runbook.yaml`;
  const content = files.get(file);
  if (content !== undefined) return readYaml(content, file);
  return refused([
    runbookFinding('RunbookFileMissing', file, 1, 'The runbook has no runbook.yaml.', 'Add it, with title and phases.'),
  ]);
}

/** Every text in runbook.yaml, read from anything: the step files that it names are among them. */
export function namesIn({ value }: YamlText): ReadonlySet<string> {
  return new Set(textsBelow(value));
}

function textsBelow(value: unknown): readonly string[] {
  if (typeof value === 'string') return [value];
  if (Array.isArray(value)) return value.flatMap(textsBelow);
  return isRecord(value) ? Object.values(value).flatMap(textsBelow) : [];
}

/** Names that runbook.yaml gives to second places, read from anything. */
export function secondNames({ value }: YamlText): readonly string[] {
  return namesBelow(value);
}

function namesBelow(value: unknown): readonly string[] {
  if (Array.isArray(value)) return value.flatMap(namesBelow);
  if (!isRecord(value)) return [];
  const own = typeof value['as'] === 'string' ? [value['as']] : [];
  return [...own, ...Object.values(value).flatMap(namesBelow)];
}

/**
 * The order of a runbook out of its runbook.yaml. Refuses an unknown member, step or selector, each with its line.
 * @param ownSteps names of the step files
 */
export function readOutline(yaml: YamlText, ownSteps: ReadonlySet<string>, known: KnownNames): Result<Outline> {
  const problems = checkOutline(ownSteps, known)(yaml.value, []);
  if (problems.length > 0) return refused(findingsIn(yaml, problems));
  const written = yaml.value as Written;
  const phases = written.phases.map(({ id, title, steps }) => ({ id, title, entries: steps.map(entryOf) }));
  const ownPlaces = written.phases
    .flatMap(({ steps }) => steps.flatMap((step) => (isLanes(step) ? step.steps : [step])))
    .filter((step) => typeof step !== 'string');
  return ok({
    title: written.title,
    phases,
    ownPlaces,
    listed: listedIn(written),
    yaml,
  });
}

function checkOutline(ownSteps: ReadonlySet<string>, known: KnownNames): Check {
  const step = nameOf('step file', ownSteps);
  const steps = listOf(nameOf('step', known.steps));
  const selector = nameOf('selector', known.selectors);
  const ownPlace = membersOf(
    new Map<string, Check>([
      ['step', step],
      ['as', newName(ownSteps)],
      ['after', steps],
      ['afterAll', steps],
      ['for', selector],
      ['when', nameOf('condition', known.conditions)],
      ['sources', listOf(nameOf('source', known.sources))],
      ['undo', nameOf('step', known.steps)],
    ]),
    ['step'],
  );
  const listing: Check = (value, path) => (isRecord(value) ? ownPlace : nameOf('step', known.steps))(value, path);
  const lanes = membersOf(
    new Map<string, Check>([
      ['lanes', selector],
      ['parallel', flag],
      ['steps', listOf(listing)],
    ]),
    ['lanes', 'steps'],
  );
  const entry: Check = (value, path) => (isLanes(value) ? lanes : listing)(value, path);
  const phase = membersOf(
    new Map<string, Check>([
      ['id', text],
      ['title', text],
      ['steps', listOf(entry)],
    ]),
    ['id', 'title', 'steps'],
  );
  return membersOf(
    new Map<string, Check>([
      ['title', text],
      ['phases', listOf(phase)],
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

function isNamed(listing: Listing): boolean {
  return typeof listing !== 'string' && listing.as !== undefined;
}

function listedIn(written: Written): readonly ListedStep[] {
  return written.phases.flatMap((phase, p) =>
    phase.steps.flatMap((entry, n): readonly ListedStep[] => {
      const path = ['phases', p, 'steps', n];
      if (!isLanes(entry)) return [{ id: nameIn(entry), lane: undefined, isNamed: isNamed(entry), path }];
      return entry.steps.map((step, m) => ({
        id: nameIn(step),
        lane: entry.lanes,
        isNamed: isNamed(step),
        path: [...path, 'steps', m],
      }));
    }),
  );
}
