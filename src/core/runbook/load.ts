import type { Finding } from '../report/finding';
import { ok, refused, type Result } from '../report/result';
import { orderFindings } from './order';
import { namesIn, readOutline, readOutlineText, secondNames, type Outline, type OwnPlace } from './phases';
import { runbookFinding } from './problem';
import type { Runbook, Source, StepDefinition } from './runbook';
import { readSources } from './sources';
import { readStep, type KnownNames, type LocatedStep, type RunbookNames } from './stepDefinition';

/** Path of each step file by the name of the file, which is the step's id. */
type StepFiles = ReadonlyMap<string, string>;

/**
 * Reads and checks one runbook: `<id>/runbook.yaml`, every `<id>/<phase>/<step>.md`, those of `common/<phase>/<step>.md`
 * that it lists, `sources.yaml`.
 * Refused with everything that is wrong at once, each with file, line and what to write instead.
 * @param files path -> text, forward slashes, relative to the folder of all runbooks
 * @param names the closed lists that the runbook's names are held against
 * @returns the runbook with only those sources that its steps name. Pure; linear in the files.
 */
export function loadRunbook(files: ReadonlyMap<string, string>, id: string, names: RunbookNames): Result<Runbook> {
  const sources = readSources(files);
  const text = readOutlineText(files, id);
  if (!sources.ok || !text.ok) return refused([...sources.findings, ...text.findings]);
  const stepFiles = stepFilesOf(files, id, namesIn(text.value));
  const known = knownNames(names, [...stepFiles.keys(), ...secondNames(text.value)], sources.value);
  const outline = readOutline(text.value, new Set(stepFiles.keys()), known);
  const steps = [...stepFiles].map(([step, file]) => readStep(files.get(file) ?? '', file, step, known));
  const own = new Map(steps.flatMap((step) => (step.ok ? [[step.value.definition.id, step.value] as const] : [])));
  const whole = outline.ok ? withOwnPlaces(own, outline.value) : own;
  const isReadable = steps.every((step) => step.ok);
  const findings = [
    ...sameNames(files, id, stepFiles),
    ...outline.findings,
    ...steps.flatMap((step) => step.findings),
    ...(outline.ok && isReadable ? orderFindings(outline.value, whole) : []),
  ];
  if (findings.length > 0 || !outline.ok) return refused(inFileOrder(findings));
  return ok(runbookOf(id, outline.value, whole, sources.value));
}

/** Folder of the step files that several runbooks list. */
const common = 'common';

function stepPaths(files: ReadonlyMap<string, string>, folder: string): readonly (readonly [string, string])[] {
  return [...files.keys()].sort().flatMap((path) => {
    const [top, , file, ...deeper] = path.split('/');
    const isStep = top === folder && file?.endsWith('.md') === true && deeper.length === 0;
    return isStep ? [[file.slice(0, -'.md'.length), path] as const] : [];
  });
}

/** The runbook's own step files, then the common ones that its order names, and the ways back that these name. */
function stepFilesOf(files: ReadonlyMap<string, string>, id: string, listed: ReadonlySet<string>): StepFiles {
  const paths = new Map<string, string>();
  for (const [step, path] of stepPaths(files, id)) if (!paths.has(step)) paths.set(step, path);
  const shared = stepPaths(files, common);
  const wanted = new Set([...listed, ...[...paths.values()].flatMap((path) => wayBackIn(files.get(path)))]);
  const found = shared.filter(([step]) => wanted.has(step));
  const waysBack = new Set(found.flatMap(([, path]) => wayBackIn(files.get(path))));
  for (const [step, path] of shared)
    if ((wanted.has(step) || waysBack.has(step)) && !paths.has(step)) paths.set(step, path);
  return paths;
}

/** The name behind `undo:`, before the front matter is checked. */
function wayBackIn(content = ''): readonly string[] {
  return /^undo: (\S+)$/m.exec(content)?.slice(1) ?? [];
}

function sameNames(files: ReadonlyMap<string, string>, id: string, first: StepFiles): readonly Finding[] {
  return stepPaths(files, id).flatMap(([step, path]) => {
    const other = first.get(step);
    if (other === undefined || other === path) return [];
    return [
      runbookFinding(
        'RunbookStepTwice',
        path,
        1,
        `${other} is a step "${step}" too.`,
        'Rename one of the files and its id.',
      ),
    ];
  });
}

function knownNames(names: RunbookNames, steps: readonly string[], sources: ReadonlyMap<string, Source>): KnownNames {
  return { ...names, steps: new Set(steps), sources: new Set([...names.instructions, ...sources.keys()]) };
}

/** What runbook.yaml says of a step goes over what its file says; in a second place it is a step of its own beside it. */
function withOwnPlaces(own: ReadonlyMap<string, LocatedStep>, outline: Outline): ReadonlyMap<string, LocatedStep> {
  const placed = outline.ownPlaces.flatMap((place): readonly (readonly [string, LocatedStep])[] => {
    const step = own.get(place.step);
    return step ? [[place.as ?? place.step, { ...step, definition: inOwnPlace(step.definition, place) }]] : [];
  });
  return new Map([...own, ...placed]);
}

/** A second place has none of the file's predecessors: they belong to the first. */
function inOwnPlace(definition: StepDefinition, { step, as, ...own }: OwnPlace): StepDefinition {
  return as === undefined
    ? { ...definition, ...own, id: step }
    : { ...definition, after: [], afterAll: [], ...own, id: as };
}

function runbookOf(
  id: string,
  { title, phases }: Outline,
  steps: ReadonlyMap<string, LocatedStep>,
  sources: ReadonlyMap<string, Source>,
): Runbook {
  const definitions = [...steps].map(([step, { definition }]) => [step, definition] as const);
  const named = new Set(definitions.flatMap(([, definition]) => definition.sources));
  const used = [...sources].filter(([key]) => named.has(key));
  return { id, title, phases, steps: sorted(definitions), sources: sorted(used) };
}

function sorted<T>(entries: readonly (readonly [string, T])[]): Readonly<Record<string, T>> {
  return Object.fromEntries([...entries].sort(([a], [b]) => (a < b ? -1 : 1)));
}

function inFileOrder(findings: readonly Finding[]): readonly Finding[] {
  const fileOf = ({ file = '' }: Finding): string => file;
  return [...findings].sort((a, b) =>
    fileOf(a) === fileOf(b) ? (a.line ?? 0) - (b.line ?? 0) : fileOf(a) < fileOf(b) ? -1 : 1,
  );
}
