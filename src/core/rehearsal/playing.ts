import { directoryAfter } from '../farm/directories';
import type { WebApplication } from '../farm/farm';
import { hostNamed } from '../farm/hosts';
import { undoOf, type Plan, type PlanStep, type StepId, type UndoStep } from '../plan/plan';
import { outageSteps } from '../upgrade/outages';
import type { Progress } from '../upgrade/progress';
import { isThrough } from '../upgrade/stepHistory';
import { wayBackOfOutage } from '../upgrade/stopNow';

/** Minutes for a step that its file says none of, and for a sign-in to see that all is well. */
const usualMinutes = 3;
const signInMinutes = 2;

/** What these minutes are: inferred. Said in the report of a rehearsal. */
export const minutesByHand: readonly string[] = [
  `a step by hand takes ${String(usualMinutes)} minutes where its file says nothing else`,
  `a sign-in takes ${String(signInMinutes)} minutes`,
];

/** Steps in which somebody signs in and looks. */
const signIns: ReadonlySet<string> = new Set([
  'baseline',
  'baseline-adfs',
  'sign-in-through-adfs',
  'sign-ins-again',
  'test-adapter',
  'test-mobile-app',
  'test-portal',
  'test-portal-of-old-master',
  'test-portal-on-server',
]);

/** Minutes of the simulated evening that a person takes for a step. Pure. */
export function minutesOf({ step, definition }: PlanStep): number {
  return definition.minutes ?? (signIns.has(step) ? signInMinutes : usualMinutes);
}

/** Whether a step is through, and its host restarted where it asked for that. Pure. */
export function isOver({ steps }: Progress, id: StepId): boolean {
  const at = steps.get(id);
  return at !== undefined && isThrough(at.happened) && !at.restartNeeded;
}

/** How a step was seen that nobody but the simulated operator did. Pure. */
export function attestedWords(did: string): string {
  return `Played by the simulated operator of a rehearsal: ${did}. Nobody has looked at a real farm.`;
}

/** The web component that a step is about, and where it lies when the step is over. */
interface StepComponent {
  readonly name: 'userPortal' | 'webServiceSdk' | 'mobileAppWebService';
  readonly site: string;
  readonly directory: string;
}

const components = [
  { name: 'userPortal', words: /portal/ },
  { name: 'webServiceSdk', words: /web-service-sdk/ },
  { name: 'mobileAppWebService', words: /mobile-app/ },
] as const;

/** The web component that a step is about, by its id: under the directory that people use, or the new product's own. Pure. */
export function componentOf({ farm, decisions }: Plan, { step, target }: PlanStep): StepComponent | undefined {
  const known = components.find(({ words }) => words.test(step));
  const web: WebApplication | undefined = known && hostNamed(farm, target)?.[known.name];
  if (!known || !web) return undefined;
  const directory = directoryAfter(known.name, web, (key) => decisions.get(key)?.value);
  return { name: known.name, site: web.site, directory };
}

/**
 * The way back of an outage that is about to end, the first step first: each is tried once, where it is longest. Undefined where
 * there is none to try, or it was tried. Pure.
 */
export function wayBackToTry(progress: Progress, step: PlanStep): readonly UndoStep[] | undefined {
  if (step.definition.outage !== 'ends') return undefined;
  const { plan, upgrade } = progress;
  const outage = outageSteps(plan).find(({ ends }) => ends.includes(step));
  const undo = outage && undoOf(plan, outage.begin.id);
  if (!undo || upgrade?.history.has(undo.id)) return undefined;
  return wayBackOfOutage(progress, outage.adfsFarm);
}
