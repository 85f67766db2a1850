import type { Finding } from '../report/finding';
import type { ListedStep, Outline } from './phases';
import { likelyMeant } from './problem';
import type { LocatedStep } from './stepDefinition';
import { findingsIn } from './yamlText';

/** The members that begin or end something, which a step beside the order cannot do. */
export const pairedMembers = ['begins', 'ends', 'outage'] as const;

/** A duty or an outage that begins or ends where runbook.yaml lists a step. */
interface Mark {
  readonly member: (typeof pairedMembers)[number];
  readonly does: 'begins' | 'ends';
  /** Name of the duty; an outage has none. */
  readonly duty: string | undefined;
  /** Selector of the lane or of the step: what begins on some targets ends on the same ones. */
  readonly targets: string;
  readonly step: LocatedStep;
}

/** The mark that a beginning needs next, or an end before it: the nearest of the same name and targets. */
interface Neighbours {
  readonly mark: Mark;
  readonly neighbour: Mark | undefined;
}

/**
 * What begins and does not end, or ends and has not begun, by the order of the runbook and for the same targets. A duty may end
 * in several steps, of which each farm has one; an outage begins and ends by turns. What has not begun is said alone: most often
 * one wrong word is the reason of both.
 * @param steps the step files by id, and the second places by theirs
 */
export function pairFindings(outline: Outline, steps: ReadonlyMap<string, LocatedStep>): readonly Finding[] {
  const marks = outline.listed.flatMap((listed) => marksOf(listed, steps.get(listed.id)));
  const alone = marks.map((mark, n) => ({ mark, neighbour: neighbourOf(mark, marks, n) })).filter(isAlone);
  const notBegun = alone.filter(({ mark }) => mark.does === 'ends');
  return (notBegun.length > 0 ? notBegun : alone).flatMap((found) => {
    const message = `In ${outline.yaml.file} ${whatIs(found)}`;
    const problem = {
      code: 'RunbookDutyOpen',
      path: [found.mark.member],
      message,
      remedy: whatToDo(found.mark, marks),
    };
    return findingsIn(found.mark.step.yaml, [problem]);
  });
}

function marksOf({ lane }: ListedStep, step: LocatedStep | undefined): readonly Mark[] {
  if (!step) return [];
  const { begins, ends, outage, for: own = 'farm' } = step.definition;
  const at = { targets: lane ?? own, step };
  return [
    ...(ends === undefined ? [] : [{ ...at, member: 'ends', does: 'ends', duty: ends } as const]),
    ...(begins === undefined ? [] : [{ ...at, member: 'begins', does: 'begins', duty: begins } as const]),
    ...(outage === undefined ? [] : [{ ...at, member: 'outage', does: outage, duty: undefined } as const]),
  ];
}

function neighbourOf(mark: Mark, marks: readonly Mark[], at: number): Mark | undefined {
  const isSame = (other: Mark): boolean => other.duty === mark.duty && other.targets === mark.targets;
  return mark.does === 'ends' ? marks.slice(0, at).findLast(isSame) : marks.slice(at + 1).find(isSame);
}

function isAlone({ mark, neighbour }: Neighbours): boolean {
  if (neighbour === undefined) return true;
  const mayRepeat = mark.does === 'ends' && mark.duty !== undefined;
  return neighbour.does === mark.does && !mayRepeat;
}

function whatIs({ mark: { does, duty }, neighbour }: Neighbours): string {
  const what = duty === undefined ? 'the outage' : `"${duty}"`;
  const other = neighbour && `"${neighbour.step.definition.id}"`;
  if (does === 'begins')
    return other
      ? `${other} begins ${what} again before it has ended.`
      : `nothing later ends ${what} for these targets.`;
  return other ? `${other} has ended ${what} already.` : `nothing earlier begins ${what} for these targets.`;
}

/** A mistyped duty most likely means one of the other end. */
function whatToDo({ member, does, duty }: Mark, marks: readonly Mark[]): string {
  const others = new Set(marks.flatMap((other) => (other.does !== does ? (other.duty ?? []) : [])));
  const [partner, place] = does === 'begins' ? ['ends', 'after'] : ['begins', 'before'];
  const line = duty === undefined ? `outage: ${partner}` : `${partner}: ${duty}`;
  const meant = duty === undefined || others.has(duty) ? undefined : likelyMeant(duty, others);
  return meant === undefined
    ? `Write "${line}" into the step that does it and list that ${place} this one, or take "${member}" out.`
    : `Write "${member}: ${meant}" here, or "${line}" where "${meant}" stands.`;
}
