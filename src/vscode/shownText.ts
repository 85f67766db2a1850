import { visibleSentence } from '../core/report/visible';

/**
 * Text of a farm, a host or a person for a place where VS Code makes icons of `$(name)` and links of `[word](address)`: there
 * too it stays text, with a blank in it.
 */
export function shownText(text: string): string {
  return visibleSentence(text).replaceAll('$(', '$ (').replaceAll('](', '] (');
}
