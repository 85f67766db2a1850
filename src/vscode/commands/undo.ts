import { l10n } from 'vscode';
import { undoOf, type StepId, type UndoStep } from '../../core/plan/plan';
import { visible } from '../../core/report/visible';
import type { Progress } from '../../core/upgrade/progress';
import { wayBackByFunction } from '../../node/runFolder';
import { commandIds } from '../ids';
import { plainText } from '../step/richText';
import { stepFor, type Command, type Desk } from './command';
import { findOut } from './findOut';
import { inWords } from './inWords';
import { runStep } from './runStep';

/**
 * *Undo…*: a step is taken back by the step that is its way back. That one runs where it has a function; where it has none, or
 * its run did not go through and a person has gone it on the host, that person says how it was seen. All of it stays in the history.
 */
export const undo: Command = {
  id: commandIds.undo,
  needsTrust: true,
  async run(desk, argument) {
    const id = await stepFor(desk, argument, l10n.t('Undo which step?'), mayBeUndone);
    const { view } = desk.session;
    if (id === undefined || view.kind !== 'open') return;
    const back = wayBackByFunction(view, id);
    const { state, findings = [] } = (back && view.progress.undo.get(back.id)) ?? {};
    const isRunning = state === 'unknown' || state === 'running';
    const way = back && !isRunning && findings.length > 0 ? await chooseWay(desk, back) : 'run';
    if (!back || way === 'hand') await undoInWords.run(desk, id);
    else if (isRunning) await findOut.run(desk, back.id);
    else if (way === 'run' && (await isMeant(desk, back))) await runStep.run(desk, back.id);
  },
};

/** A node that cannot go on runs nothing any more: what was done elsewhere in its place is told in words. */
function chooseWay({ ask }: Desk, { title, target }: UndoStep): Promise<string | undefined> {
  return ask.choice(`${title} (${visible(target)})`, [
    { label: l10n.t('Run it again'), value: 'run' },
    { label: l10n.t('It was done by hand'), value: 'hand' },
  ]);
}

/** A step of high impact is asked about when it is run. */
async function isMeant({ ask }: Desk, { title, target, definition }: UndoStep): Promise<boolean> {
  const { highImpact, text } = definition;
  return highImpact || ask.confirm(`${title} (${visible(target)})`, plainText(text.whatToDo), l10n.t('Undo'));
}

const mayBeUndone = ({ state }: { readonly state: string }): boolean => state === 'done' || state === 'attested';

const undoInWords = inWords({
  id: commandIds.undo,
  which: l10n.t('Undo which step?'),
  prompt: l10n.t('Take it back as its page says under "Way back". How did you see that it is taken back?'),
  fits: mayBeUndone,
  action: (step, how) => ({ kind: 'undo', step, how }),
  body: (step, how, { progress }) => ({ type: 'attested', step: needed(progress, step).id, how }),
  first: ({ operator }, folder, view, { step }) => {
    const back = view.progress.undo.get(needed(view.progress, step.id).id);
    return back ? operator.act(folder, view, back) : Promise.resolve([]);
  },
});

function needed({ plan }: Progress, step: StepId): UndoStep {
  const found = undoOf(plan, step);
  if (!found) throw new Error(`${step} has no undo step; it should have been refused`);
  return found;
}
