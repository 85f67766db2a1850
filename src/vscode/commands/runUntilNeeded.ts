import { l10n, window } from 'vscode';
import type { OpenView } from '../../node/folderView';
import type { StepProgress } from '../../core/upgrade/stepProgress';
import { commandIds } from '../ids';
import { showFindings } from '../show';
import { shownText } from '../shownText';
import type { Command, Desk } from './command';

/** *Run Until Someone Is Needed*: goes through ready automatic steps; stops at a person's turn, a high-impact step, a failure. */
export const runUntilNeeded: Command = {
  id: commandIds.runUntilNeeded,
  needsTrust: true,
  async run(desk) {
    const started = new Set<string>();
    for (let at = nextAutomatic(desk, started); at; at = nextAutomatic(desk, started)) {
      started.add(at.step.id);
      const outcome = await desk.runner.run(at.step.id, { whatIf: false });
      const after = openView(desk)?.progress.steps.get(at.step.id);
      if (outcome.ok && after?.state === 'done') continue;
      showFindings(outcome.ok ? (after?.findings ?? []) : outcome.findings);
      return;
    }
    tellWhoIsNeeded(desk);
  },
};

function openView({ session: { view } }: Desk): OpenView | undefined {
  return view.kind === 'open' ? view : undefined;
}

function nextAutomatic(desk: Desk, started: ReadonlySet<string>): StepProgress | undefined {
  const steps = [...(openView(desk)?.progress.steps.values() ?? [])];
  return steps.find(
    ({ state, step }) =>
      state === 'ready' && step.function !== undefined && !step.definition.highImpact && !started.has(step.id),
  );
}

function tellWhoIsNeeded(desk: Desk): void {
  const steps = [...(openView(desk)?.progress.steps.values() ?? [])];
  const turn = steps.find(({ state }) => state === 'ready' || state === 'failed' || state === 'unknown');
  if (turn)
    void window.showInformationMessage(l10n.t('Your turn: {0} ({1}).', turn.step.title, shownText(turn.step.target)));
}
