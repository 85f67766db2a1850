import type { Finding } from '../report/finding';
import { ok, refused, type Result } from '../report/result';
import { orderFindings } from './order';
import { namesIn, readOutline, readOutlineText, type Outline, type OwnPlace } from './phases';
import type { Runbook, Source, StepDefinition } from './runbook';
import { placeFindings, runbookIds, stepPaths, unlistedCommon, type StepPaths } from './runbookFolder';
import { readSources } from './sources';
import { readStep, type KnownNames, type LocatedStep, type RunbookNames } from './stepDefinition';

/**
 * Reads and checks all runbooks of a folder; beside what `loadRunbook` refuses, a common step file that none of them lists.
 * @param files path -> text of every file, forward slashes, relative to the folder of all runbooks
 * @param names the closed lists that the runbooks' names are held against
 * @returns the runbooks in the order of their ids. Pure; linear in the files.
 */
export function loadRunbooks(files: ReadonlyMap<string, string>, names: RunbookNames): Result<readonly Runbook[]> {
  const results = runbookIds(files).map((id) => loadRunbook(files, id, names));
  const runbooks = results.flatMap((result) => (result.ok ? [result.value] : []));
  const mistakes = onceForAll(results.map(({ findings }) => findings));
  const findings = mistakes.length > 0 ? mistakes : unlistedCommon(files, runbooks);
  return findings.length > 0 ? refused(inFileOrder(findings)) : ok(runbooks);
}

/**
 * Reads and checks one runbook: `<id>/runbook.yaml`, every `<id>/<phase>/<step>.md`, those of `common/<phase>/<step>.md`
 * that it lists, `sources.yaml`. A file that nothing reads is refused.
 * Refused with everything that is wrong at once, each with file, line and what to write instead.
 * @param files path -> text, forward slashes, relative to the folder of all runbooks
 * @param names the closed lists that the runbook's names are held against
 * @returns the runbook with only those sources that its steps name. Pure; linear in the files.
 */
export function loadRunbook(files: ReadonlyMap<string, string>, id: string, names: RunbookNames): Result<Runbook> {
  const sources = readSources(files);
  const text = readOutlineText(files, id);
  if (!sources.ok || !text.ok) return refused([...sources.findings, ...text.findings]);
  const paths = stepPaths(files, id);
  const known = knownNames(names, [...paths.all.keys(), ...namesIn(text.value, 'as')], sources.value);
  const outline = readOutline(text.value, new Set(paths.all.keys()), known);
  const wanted = [...paths.own, ...namesIn(text.value, 'step', 'steps', 'undo')];
  const steps = readSteps(wanted, paths, (path, step) => readStep(files.get(path) ?? '', path, step, known));
  const own = new Map(steps.flatMap((step) => (step.ok ? [[step.value.definition.id, step.value] as const] : [])));
  const whole = outline.ok ? withOwnPlaces(own, outline.value) : own;
  const isReadable = steps.every((step) => step.ok);
  const findings = [
    ...placeFindings(files, id),
    ...outline.findings,
    ...steps.flatMap((step) => step.findings),
    ...(outline.ok && isReadable ? orderFindings(outline.value, whole) : []),
  ];
  if (findings.length > 0 || !outline.ok) return refused(inFileOrder(findings));
  return ok(runbookOf(id, outline.value, whole, sources.value));
}

/** The steps that a runbook names, and the ways back that these name. What has no file is left out: its name is refused. */
function readSteps(
  named: readonly string[],
  { all }: StepPaths,
  read: (path: string, step: string) => Result<LocatedStep>,
): readonly Result<LocatedStep>[] {
  const results: Result<LocatedStep>[] = [];
  const wanted = new Set(named);
  for (const step of wanted) {
    const path = all.get(step);
    if (path === undefined) continue;
    const result = read(path, step);
    results.push(result);
    // A set that grows is gone through to its end.
    if (result.ok && result.value.definition.undo !== undefined) wanted.add(result.value.definition.undo);
  }
  return results;
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

/** What is wrong at a place of a file that runbooks share is said for the first of them that meets it. */
function onceForAll(lists: readonly (readonly Finding[])[]): readonly Finding[] {
  const seen = new Set<string>();
  return lists.flatMap((findings) => {
    const fresh = findings.filter((finding) => !seen.has(placeOf(finding)));
    for (const finding of fresh) seen.add(placeOf(finding));
    return fresh;
  });
}

function placeOf({ code, file = '', line = 0 }: Finding): string {
  return `${code} ${file}:${line}`;
}

/** Each once: a file that stands in several places of the order, or two tags in one line, would say the same again. */
function inFileOrder(findings: readonly Finding[]): readonly Finding[] {
  const fileOf = ({ file = '' }: Finding): string => file;
  const once = new Map(findings.map((finding) => [`${placeOf(finding)} ${finding.message}`, finding]));
  return [...once.values()].sort((a, b) =>
    fileOf(a) === fileOf(b) ? (a.line ?? 0) - (b.line ?? 0) : fileOf(a) < fileOf(b) ? -1 : 1,
  );
}
