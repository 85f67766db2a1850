import { t } from '@vscode/l10n';
import { visible } from '../../core/report/visible';
import type { Mark, Runbook, Source, StepDefinition } from '../../core/runbook/runbook';
import type { ShownSource } from '../../../webview-ui/messages';

/** The sources of a step, each with how sure it is; last the instructions of the document that it carries out. */
export function shownSources({ sources }: StepDefinition, runbook: Runbook): readonly ShownSource[] {
  const known = sourcesOf(sources, runbook).map(shownSource);
  const instructions = sources.filter((key) => runbook.sources[key] === undefined).map(visible);
  if (instructions.length === 0) return known;
  return [...known, { title: t('Instructions of the document'), mark: instructions.join(', ') }];
}

/** Addresses that a text of this step may lead to. */
export function addressesOf({ sources }: StepDefinition, runbook: Runbook): ReadonlySet<string> {
  return new Set(sourcesOf(sources, runbook).map(({ address }) => address));
}

function sourcesOf(keys: readonly string[], runbook: Runbook): readonly Source[] {
  return keys.flatMap((key) => runbook.sources[key] ?? []);
}

function shownSource({ title, address, date, mark }: Source): ShownSource {
  const sure = date === undefined ? markWord(mark) : t('{0}, {1}', markWord(mark), visible(date));
  return { title: visible(title), mark: sure, ...(address.startsWith('https://') ? { address } : {}) };
}

function markWord(mark: Mark): string {
  switch (mark) {
    case 'documented':
      return t('documented');
    case 'community':
      return t('community');
    case 'inferred':
      return t('inferred');
  }
}
