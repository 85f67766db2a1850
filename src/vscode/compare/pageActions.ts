import { t } from '@vscode/l10n';
import type { CompareAction } from '../../../webview-ui/messages';
import type { StepBeside } from './stepBeside';

/** Whether there is a merged file, and whether it may go to its host: no decision is open. */
export interface MergedFile {
  readonly isThere: boolean;
  readonly isDecided: boolean;
}

/** What may be done with a comparison now, the thing to do next first. Whether the step allows it is asked of `refusals`. Pure. */
export function pageActions(step: StepBeside | undefined, merged: MergedFile): readonly CompareAction[] {
  const isOffered = (command: 'publish' | 'compareConfiguration' | 'undo'): boolean =>
    step?.offered.has(command) ?? false;
  const again: readonly CompareAction[] = isOffered('compareConfiguration')
    ? [{ command: 'compareConfiguration', label: t('Compare Again') }]
    : [];
  const diff: readonly CompareAction[] = merged.isThere
    ? [{ command: 'openDiff', label: t('Open in Diff Editor') }]
    : [];
  if (isStale(step)) return [...again, ...diff];
  return [
    ...(isOffered('publish') && merged.isDecided ? [{ command: 'publish', label: t('Publish…') } as const] : []),
    ...diff,
    ...again,
    ...(isOffered('undo') ? [{ command: 'undo', label: t('Undo…') } as const] : []),
  ];
}

/** Publishing what was compared with another file is refused again and again. */
function isStale(step: StepBeside | undefined): boolean {
  return step?.findings.some(({ code }) => code === 'ConfigurationChanged') ?? false;
}
