import { stat } from 'node:fs/promises';
import { l10n, workspace } from 'vscode';
import { componentWords } from '../../core/farm/hostRules';
import type { PlanStep } from '../../core/plan/plan';
import type { CollectedPair, FetchedPair } from '../../node/collected';
import type { OpenView } from '../../node/folderView';
import type { Subject } from './shownPair';
import { newestRecordOf } from './stepBeside';

/** The files of a step that were fetched just now, as they are compared. @param fetchedAfter number of its newest record before */
export function fetchedSubject(step: PlanStep, pair: FetchedPair, fetchedAfter: number): Subject {
  return { ...subjectOf(step, pair, pair.onHost), fetched: new Date().toISOString(), fetchedAfter };
}

/** The files of a step that another window has fetched: when they came says the file. */
export async function foundSubject(step: PlanStep, pair: CollectedPair, view: OpenView): Promise<Subject> {
  const { mtime } = await stat(pair.new);
  return {
    ...subjectOf(step, pair, pair),
    fetched: mtime.toISOString(),
    fetchedAfter: newestRecordOf(view, step.id),
  };
}

function subjectOf(step: PlanStep, { old, new: fresh }: CollectedPair, at: { old: string; new: string }): Subject {
  return {
    pair: { name: `${componentOf(step)} · ${step.target}`, old, new: fresh },
    shown: { old: workspace.asRelativePath(at.old), new: workspace.asRelativePath(at.new) },
    step: step.id,
  };
}

/** What the files belong to; a step without a component is named by its title. */
function componentOf({ title, definition }: PlanStep): string {
  const words: Readonly<Record<string, string>> = { ...componentWords, adfsAdapter: l10n.t('AD FS adapter') };
  return words[definition.with['Component'] ?? ''] ?? title;
}
