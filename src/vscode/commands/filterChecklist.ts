import { l10n } from 'vscode';
import { filterWords, type Filter } from '../checklist/filter';
import { commandIds } from '../ids';
import type { Command } from './command';

/** *Filter Checklist…*: all steps, what I can do now, what failed, or one host or AD FS farm. Changes only what is shown. */
export const filterChecklist: Command = {
  id: commandIds.filterChecklist,
  needsTrust: false,
  async run({ session: { view }, ask, checklist }) {
    if (view.kind !== 'open') return;
    const targets = [...new Set([...view.progress.steps.values()].map(({ step }) => step.target))];
    const filters: readonly Filter[] = [
      { kind: 'canDo' },
      { kind: 'failed' },
      ...targets.map((target) => ({ kind: 'target', target }) as const),
    ];
    const choices = [
      { label: l10n.t('All steps'), value: '' },
      ...filters.map((filter, n) => ({ label: filterWords(filter), value: String(n + 1) })),
    ];
    const chosen = await ask.choice(l10n.t('Show which steps?'), choices);
    if (chosen !== undefined) checklist.show(filters[Number(chosen) - 1]);
  },
};

/** *Show Only This Host*: the steps of the host or AD FS farm that a row is about. */
export const showThisHost: Command = {
  id: commandIds.showThisHost,
  needsTrust: false,
  run({ checklist }, argument) {
    const target = typeof argument === 'string' ? checklist.targetOf(argument) : undefined;
    if (target !== undefined) checklist.show({ kind: 'target', target });
    return Promise.resolve();
  },
};

/** *Show All Steps*: takes the filter away. */
export const showAllSteps: Command = {
  id: commandIds.showAllSteps,
  needsTrust: false,
  run({ checklist }) {
    checklist.show(undefined);
    return Promise.resolve();
  },
};
