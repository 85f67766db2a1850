import type { Finding } from '../report/finding';
import { pairedMembers, pairFindings } from './pairs';
import type { Outline } from './phases';
import { runbookFinding, wrongValue, type Path, type Problem } from './problem';
import type { StepDefinition } from './runbook';
import type { LocatedStep } from './stepDefinition';
import { findingsIn } from './yamlText';

type Steps = ReadonlyMap<string, LocatedStep>;

/**
 * What is wrong with the order of a runbook whose names are all known: a step listed twice, a file that nobody lists, a way
 * back that is a step of the order, a predecessor that nobody lists, steps that wait for each other; and where every step has its
 * place, what begins and does not end.
 * @param steps the step files by id, and the second places by theirs
 */
export function orderFindings(outline: Outline, steps: Steps): readonly Finding[] {
  const listed = new Set(outline.listed.map(({ id }) => id));
  const reused = new Set(outline.ownPlaces.map(({ step }) => step));
  const undos = new Set([...steps.values()].flatMap(({ definition: { undo } }) => undo ?? []));
  const misplaced = [
    ...findingsIn(outline.yaml, listedTwice(outline)),
    ...[...steps.values()].flatMap((step) => {
      const { id } = step.definition;
      const isInOrder = listed.has(id) || reused.has(id);
      const problems = [...(isInOrder ? [] : besideOrder(step, undos)), ...undoProblems(step, listed)];
      return [...findingsIn(step.yaml, problems), ...(listed.has(id) ? waitFindings(outline, step, listed) : [])];
    }),
  ];
  return [...misplaced, ...(misplaced.length > 0 ? [] : pairFindings(outline, steps)), ...circleFindings(steps)];
}

/** The same step may stand in two lane groups, for other targets; one with a name of its own stands nowhere else. */
function listedTwice({ listed }: Outline): readonly Problem[] {
  const places = listed.map(({ id, lane }) => (lane === undefined ? id : `${lane}: ${id}`));
  const named = listed.map(({ id, own }) => (own?.as === undefined ? undefined : id));
  const again = listed.filter(
    ({ id, own }, n) => places.indexOf(places[n] ?? '') < n || (own?.as !== undefined && named.indexOf(id) < n),
  );
  return again.map(({ id, path }) => twice(id, path));
}

/** A predecessor that this runbook does not list would be waited for by nobody. It stands in the file or in runbook.yaml. */
function waitFindings({ listed, yaml }: Outline, step: LocatedStep, ids: ReadonlySet<string>): readonly Finding[] {
  const { definition } = step;
  const place = listed.find(({ id, own }) => id === definition.id && own !== undefined);
  return (['after', 'afterAll'] as const).flatMap((member) => {
    const problems = (path: Path): readonly Problem[] =>
      definition[member].filter((name) => !ids.has(name)).map((name) => waitsForUnlisted(definition.id, name, path));
    return place?.own?.[member] === undefined
      ? findingsIn(step.yaml, problems([member]))
      : findingsIn(yaml, problems([...place.path, member]));
  });
}

function waitsForUnlisted(id: string, name: string, path: Path): Problem {
  const message = `"${id}" waits for "${name}", which no phase lists.`;
  return { code: 'RunbookWaitsForUnlisted', path, message, remedy: 'List it in runbook.yaml, or take it out.' };
}

function twice(id: string, path: Path): Problem {
  const message = `The step "${id}" is listed for the second time.`;
  return {
    code: 'RunbookStepTwice',
    path,
    message,
    remedy: 'Take one out, or give the second place a name of its own with "as".',
  };
}

/** Beside the order stand only ways back; nothing waits there for an end. */
function besideOrder({ definition }: LocatedStep, undos: ReadonlySet<string>): readonly Problem[] {
  if (!undos.has(definition.id)) return [unlisted(definition.id)];
  const expected = 'it into a step that a phase lists: a way back begins and ends nothing';
  return pairedMembers.flatMap((member) =>
    definition[member] === undefined ? [] : [wrongValue(definition[member], expected, [member])],
  );
}

function unlisted(id: string): Problem {
  const message = `No phase lists the step "${id}", and it is no way back.`;
  return { code: 'RunbookStepUnlisted', path: ['id'], message, remedy: 'List it in runbook.yaml, or delete the file.' };
}

/** A way back is offered beside a step. As a step of the order it would be done on the way forward and undo its own step. */
function undoProblems({ definition: { undo } }: LocatedStep, listed: ReadonlySet<string>): readonly Problem[] {
  if (undo === undefined || !listed.has(undo)) return [];
  const message = `The way back "${undo}" is a step of the order too.`;
  return [{ code: 'RunbookUndoListed', path: ['undo'], message, remedy: 'Write a step of its own for the way back.' }];
}

function circleFindings(steps: Steps): readonly Finding[] {
  const circle = findCircle(new Map([...steps].map(([id, { definition }]) => [id, before(definition)])));
  const first = steps.get(circle[0] ?? '');
  if (!first) return [];
  const { yaml, definition } = first;
  const member = definition.after.includes(circle[1] ?? '') ? 'after' : 'afterAll';
  const message = `These steps wait for each other: ${circle.join(', ')}.`;
  return [
    runbookFinding('RunbookCircle', yaml.file, yaml.lineOf([member]), message, `Take one of them out of "${member}".`),
  ];
}

function before({ after, afterAll }: StepDefinition): readonly string[] {
  return [...after, ...afterAll];
}

/** The first circle, its first step again at the end; empty when there is none. Linear in steps and names. */
function findCircle(edges: ReadonlyMap<string, readonly string[]>): readonly string[] {
  const through = new Set<string>();
  const visit = (id: string, path: readonly string[]): readonly string[] => {
    if (path.includes(id)) return [...path.slice(path.indexOf(id)), id];
    if (through.has(id)) return [];
    for (const next of edges.get(id) ?? []) {
      const circle = visit(next, [...path, id]);
      if (circle.length > 0) return circle;
    }
    through.add(id);
    return [];
  };
  for (const id of edges.keys()) {
    const circle = visit(id, []);
    if (circle.length > 0) return circle;
  }
  return [];
}
