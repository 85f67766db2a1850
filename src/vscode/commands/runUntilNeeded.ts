import { l10n, window } from 'vscode';
import type { OpenView } from '../../node/folderView';
import { wentWrong, type StepProgress } from '../../core/upgrade/stepProgress';
import { readsAtOnce } from '../run/runner';
import { commandIds } from '../ids';
import { showFindings } from '../show';
import { shownText } from '../shownText';
import type { Command, Desk } from './command';

/**
 * *Run Until Someone Is Needed*: goes through ready automatic steps; stops at a person's turn, a high-impact step, a failure.
 * What only reads goes to several hosts at once, what changes something to one.
 */
export const runUntilNeeded: Command = {
  id: commandIds.runUntilNeeded,
  needsTrust: true,
  async run(desk) {
    const started = new Set<string>();
    for (let next = nextAutomatic(desk, started); next.length > 0; next = nextAutomatic(desk, started)) {
      for (const { step } of next) started.add(step.id);
      const stops = await Promise.all(next.map((at) => runOne(desk, at)));
      const stopped = stops.find((findings) => findings !== undefined);
      if (!stopped) continue;
      showFindings(stopped);
      return;
    }
    tellWhoIsNeeded(desk);
  },
};

/** @returns why it goes no further; undefined where the step is done */
async function runOne(desk: Desk, { step }: StepProgress): Promise<StepProgress['findings'] | undefined> {
  const outcome = await desk.runner.run(step.id, { whatIf: false });
  const after = openView(desk)?.progress.steps.get(step.id);
  if (outcome.ok && after?.state === 'done') return undefined;
  return outcome.ok ? (after?.findings ?? []) : outcome.findings;
}

function openView({ session: { view } }: Desk): OpenView | undefined {
  return view.kind === 'open' ? view : undefined;
}

/** The next step; where it only reads, with those after it that only read too, as many as may be read at once. */
function nextAutomatic(desk: Desk, started: ReadonlySet<string>): readonly StepProgress[] {
  const ready = [...(openView(desk)?.progress.steps.values() ?? [])].filter(
    ({ state, step }) =>
      state === 'ready' &&
      step.function !== undefined &&
      step.kind !== 'compare' &&
      !step.definition.highImpact &&
      !started.has(step.id),
  );
  const [first] = ready;
  if (first?.step.definition.changes !== false) return ready.slice(0, 1);
  return ready.filter(({ step }) => !step.definition.changes).slice(0, readsAtOnce());
}

function tellWhoIsNeeded(desk: Desk): void {
  const steps = [...(openView(desk)?.progress.steps.values() ?? [])];
  const turn = steps.find((at) => at.state === 'ready' || wentWrong(at));
  if (turn)
    void window.showInformationMessage(l10n.t('Your turn: {0} ({1}).', turn.step.title, shownText(turn.step.target)));
}
