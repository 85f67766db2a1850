import type { Finding } from '../report/finding';
import { runbookFinding } from './problem';
import type { Runbook } from './runbook';

/** Folder of the step files that several runbooks list. */
const common = 'common';

/** Every path that something reads; what is called otherwise would lie there unseen. */
const readPath =
  /^(?:sources\.yaml|instructions\.tsv|(?!common\/)[^/]+\/runbook\.yaml|[^/]+\/[^/]+\/[a-z][a-z0-9-]*\.md)$/;

const folderOf = (path: string): string | undefined => /^([^/]+)\//.exec(path)?.[1];

/** Ids of the runbooks: the folders beside the common one. Pure. */
export function runbookIds(files: ReadonlyMap<string, string>): readonly string[] {
  const folders = new Set([...files.keys()].sort().flatMap((path) => folderOf(path) ?? []));
  return [...folders].filter((folder) => folder !== common);
}

/** Name and path of the step files of a folder; the name is the step's id. */
function stepsIn(files: ReadonlyMap<string, string>, folder: string): readonly (readonly [string, string])[] {
  return [...files.keys()].sort().flatMap((path) => {
    const name = /\/([^/]+)\.md$/.exec(path)?.[1];
    return name !== undefined && readPath.test(path) && folderOf(path) === folder ? [[name, path] as const] : [];
  });
}

/** Where a runbook finds its steps. */
export interface StepPaths {
  /** Ids of the steps in the runbook's own folder. */
  readonly own: readonly string[];
  /** Path of every step that the runbook can list, its own and the common ones, by id. */
  readonly all: ReadonlyMap<string, string>;
}

/** The step files that a runbook can list. Pure; linear in the files. */
export function stepPaths(files: ReadonlyMap<string, string>, id: string): StepPaths {
  const own = stepsIn(files, id);
  return { own: own.map(([step]) => step), all: new Map([...stepsIn(files, common), ...own]) };
}

/**
 * What is wrong with the places of the files that a runbook can see: one that nothing reads, and two steps of one name, of which
 * the runbook could list only one. Pure.
 */
export function placeFindings(files: ReadonlyMap<string, string>, id: string): readonly Finding[] {
  const strays = [...files.keys()].filter(
    (path) => [undefined, common, id].includes(folderOf(path)) && !readPath.test(path),
  );
  const first = new Map<string, string>();
  const again = [...stepsIn(files, common), ...stepsIn(files, id)].flatMap(([step, path]) => {
    const other = first.get(step);
    first.set(step, other ?? path);
    return other === undefined ? [] : [stepTwice(step, path, other)];
  });
  return [...strays.map(unread), ...again];
}

/** The common step files that are part of no runbook, neither as a step nor as a way back. Pure. */
export function unlistedCommon(files: ReadonlyMap<string, string>, runbooks: readonly Runbook[]): readonly Finding[] {
  const message = 'No runbook lists this step, and it is no way back.';
  const remedy = 'List it in a runbook.yaml, or delete the file.';
  return stepsIn(files, common)
    .filter(([step]) => !runbooks.some(({ steps }) => Object.hasOwn(steps, step)))
    .map(([, path]) => runbookFinding('RunbookStepUnlisted', path, 1, message, remedy));
}

function unread(path: string): Finding {
  const remedy =
    'A step is <runbook>/<phase>/<step>.md or common/<phase>/<step>.md, named in small letters, digits and dashes: move or rename the file, or delete it.';
  return runbookFinding('RunbookFileUnread', path, 1, 'Nothing reads a file of this name at this place.', remedy);
}

function stepTwice(step: string, path: string, other: string): Finding {
  const remedy = 'Rename one of the files and its id.';
  return runbookFinding('RunbookStepTwice', path, 1, `${other} is a step "${step}" too.`, remedy);
}
