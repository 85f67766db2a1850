import { commands, TreeItemCheckboxState, type TreeCheckboxChangeEvent } from 'vscode';
import type { StepId } from '../../core/plan/plan';
import { commandIds } from '../ids';
import type { Session } from '../session';
import type { ChecklistTree, RowId } from './tree';

/** A click on a checkbox says "done" or "not done": it asks what the command would ask. Not taken, the box goes back. */
export async function takeCheckbox(
  { items }: TreeCheckboxChangeEvent<RowId>,
  session: Session,
  tree: ChecklistTree,
): Promise<void> {
  for (const [id, state] of items) {
    const { view } = session;
    const at = view.kind === 'open' ? view.progress.steps.get(id as StepId) : undefined;
    const checked = state === TreeItemCheckboxState.Checked;
    const command = !checked
      ? commandIds.reopen
      : at?.step.kind === 'decide'
        ? commandIds.decide
        : commandIds.markAsDone;
    await commands.executeCommand(command, id);
    tree.redrawRow(id);
  }
}
