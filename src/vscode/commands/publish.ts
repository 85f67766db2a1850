import { l10n } from 'vscode';
import { compareConfigs } from '../../core/config/compare';
import type { Change } from '../../core/config/comparison';
import type { Choice } from '../../core/config/edit';
import { surroundingsOf } from '../../core/config/surroundings';
import type { PlanStep, StepId } from '../../core/plan/plan';
import { visible } from '../../core/report/visible';
import { ok, type Result } from '../../core/report/result';
import { collectedPair, reviewed, type CollectedPair, type Reviewed } from '../../node/collected';
import { readPair } from '../../node/configFiles';
import type { OpenView } from '../../node/folderView';
import { notCompared, notSeenHere } from '../../node/runFolder';
import type { Ask } from '../ask';
import { foundSubject } from '../compare/stepSubject';
import { commandIds } from '../ids';
import { showFindings } from '../show';
import { stepFor, tellTrouble, type Command, type Desk } from './command';

/** *Publish…*: the merged file of a comparison takes the place of the new one on its host. What was chosen on its page holds; what is still open is asked first. */
export const publish: Command = {
  id: commandIds.publish,
  needsTrust: true,
  async run(desk, argument) {
    const id = await stepFor(
      desk,
      argument,
      l10n.t('Publish which configuration?'),
      ({ state, step }) => isPublished(step) && (state === 'ready' || state === 'failed'),
    );
    const { folder, view } = desk.session;
    const step = id !== undefined && view.kind === 'open' ? view.progress.steps.get(id)?.step : undefined;
    if (!step || !folder || view.kind !== 'open') return;
    const pair = await collectedPair(folder, step.id);
    if (!pair) {
      showFindings([notCompared()]);
      return;
    }
    const chosen = desk.comparison.chosenFor(pair);
    const made = chosen ? await review(desk, pair, view, chosen) : 'notSeen';
    if (made === 'notSeen') return showInstead(desk, step, pair, view);
    if (!made) return;
    if (!made.ok) showFindings(made.findings);
    else if (await desk.ask.confirm(`${step.title} (${visible(step.target)})`, inWords(made.value), l10n.t('Publish')))
      await send(desk, step.id, made.value);
  },
};

/** Whether a step publishes a file by its function. */
export function isPublished({ kind, function: act }: PlanStep): boolean {
  return kind === 'compare' && act !== undefined;
}

/** Nobody has seen in this window what would be published: it is shown, and nothing else happens. */
async function showInstead(desk: Desk, step: PlanStep, pair: CollectedPair, view: OpenView): Promise<void> {
  await desk.comparison.show(await foundSubject(step, pair, view));
  showFindings([notSeenHere()]);
}

/**
 * The file that is published, with the answers to what the comparison leaves open. Undefined = a question was left, `notSeen`
 * = what was chosen is about other differences than these.
 */
async function review(
  { ask }: Desk,
  pair: CollectedPair,
  view: OpenView,
  chosen: ReadonlyMap<string, Choice>,
): Promise<Result<Reviewed> | 'notSeen' | undefined> {
  const files = await readPair(pair.old, pair.new);
  if (!files.ok) return files;
  const [old, fresh] = files.value;
  const { changes } = compareConfigs(old.config, fresh.config, surroundingsOf(view.progress.plan));
  const ids = new Set(changes.map(({ id }) => id));
  if ([...chosen.keys()].some((id) => !ids.has(id))) return 'notSeen';
  const asked = await reviewed(pair, view, { choices: chosen });
  if (!asked.ok || asked.value.open === 0) return asked;
  const choices = await decided(ask, changes, chosen);
  return choices.ok ? reviewed(pair, view, { choices: choices.value }) : undefined;
}

async function decided(
  ask: Ask,
  changes: readonly Change[],
  chosen: ReadonlyMap<string, Choice>,
): Promise<Result<ReadonlyMap<string, Choice>>> {
  const choices = new Map(chosen);
  const open = changes.filter(({ id, action }) => action === 'decide' && !(id !== undefined && choices.has(id)));
  for (const change of open) {
    const take = { label: l10n.t('Insert it as the old file has it'), value: 'old' };
    const leave = { label: l10n.t('Leave it out'), value: 'new' };
    const offered = change.preselected === 'old' ? [take, leave] : [leave, take];
    const answer = await ask.choice(`${visible(change.name)}: ${change.reason}`, offered);
    if (answer !== 'old' && answer !== 'new') return { ok: false, findings: [] };
    if (change.id !== undefined) choices.set(change.id, answer);
  }
  return ok(choices);
}

function inWords({ verdict, decisions }: Reviewed): string {
  const whole = l10n.t('The old file goes back whole. What is there now is kept on the host first.');
  const carried = decisions.filter(({ taken }) => taken !== 'new').length;
  const merged = l10n.t(
    'The new file with {0} old values takes the place of the one that was installed. What is there now is kept on the host first.',
    carried,
  );
  return verdict === 'restore' ? whole : merged;
}

async function send(desk: Desk, id: StepId, { publication }: Reviewed): Promise<void> {
  const outcome = await desk.runner.run(id, { whatIf: false, publication });
  if (!outcome.ok) showFindings(outcome.findings);
  else tellTrouble(desk, id);
}
