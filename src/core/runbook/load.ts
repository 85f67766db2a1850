import type { Finding } from '../report/finding';
import { ok, refused, type Result } from '../report/result';
import { orderFindings } from './order';
import { readOutline, readOutlineText, secondNames, type Outline, type SecondPlace } from './phases';
import { runbookFinding } from './problem';
import type { Runbook, Source, StepDefinition } from './runbook';
import { readSources } from './sources';
import { readStep, type KnownNames, type LocatedStep, type RunbookNames } from './stepDefinition';

/** Path of each step file by the name of the file, which is the step's id. */
type StepFiles = ReadonlyMap<string, string>;

/**
 * Reads and checks one runbook: `<id>/runbook.yaml`, every `<id>/<phase>/<step>.md`, `sources.yaml`.
 * Refused with everything that is wrong at once, each with file, line and what to write instead.
 * @param files path -> text, forward slashes, relative to the folder of all runbooks
 * @param names the closed lists that the runbook's names are held against
 * @returns the runbook with only those sources that its steps name. Pure; linear in the files.
 */
export function loadRunbook(files: ReadonlyMap<string, string>, id: string, names: RunbookNames): Result<Runbook> {
  const sources = readSources(files);
  const text = readOutlineText(files, id);
  if (!sources.ok || !text.ok) return refused([...sources.findings, ...text.findings]);
  const stepFiles = stepFilesOf(files, id);
  const known = knownNames(names, [...stepFiles.keys(), ...secondNames(text.value)], sources.value);
  const outline = readOutline(text.value, new Set(stepFiles.keys()), known);
  const steps = [...stepFiles].map(([step, file]) => readStep(files.get(file) ?? '', file, step, known));
  const own = new Map(steps.flatMap((step) => (step.ok ? [[step.value.definition.id, step.value] as const] : [])));
  const whole = outline.ok ? withSecondPlaces(own, outline.value) : own;
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

function stepPaths(files: ReadonlyMap<string, string>, id: string): readonly (readonly [step: string, path: string])[] {
  return [...files.keys()].sort().flatMap((path) => {
    const [runbook, , file, ...deeper] = path.split('/');
    const isStep = runbook === id && file?.endsWith('.md') === true && deeper.length === 0;
    return isStep ? [[file.slice(0, -'.md'.length), path] as const] : [];
  });
}

function stepFilesOf(files: ReadonlyMap<string, string>, id: string): StepFiles {
  const paths = new Map<string, string>();
  for (const [step, path] of stepPaths(files, id)) if (!paths.has(step)) paths.set(step, path);
  return paths;
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

/** Second places are steps of their own: all of the file but its id and its predecessors. */
function withSecondPlaces(own: ReadonlyMap<string, LocatedStep>, outline: Outline): ReadonlyMap<string, LocatedStep> {
  const second = outline.secondPlaces.flatMap((place): readonly (readonly [string, LocatedStep])[] => {
    const step = own.get(place.step);
    return step ? [[place.as, { ...step, definition: inSecondPlace(step.definition, place) }]] : [];
  });
  return new Map([...own, ...second]);
}

function inSecondPlace(definition: StepDefinition, place: SecondPlace): StepDefinition {
  return { ...definition, id: place.as, after: place.after ?? [], afterAll: place.afterAll ?? [] };
}

function runbookOf(
  id: string,
  { title, phases, notYet }: Outline,
  steps: ReadonlyMap<string, LocatedStep>,
  sources: ReadonlyMap<string, Source>,
): Runbook {
  const definitions = [...steps].map(([step, { definition }]) => [step, definition] as const);
  const named = new Set(definitions.flatMap(([, definition]) => definition.sources));
  const used = [...sources].filter(([key]) => named.has(key));
  return { id, title, phases, steps: sorted(definitions), sources: sorted(used), notYet };
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
