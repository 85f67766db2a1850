import { t } from '@vscode/l10n';
import type { Finding, Severity } from '../../core/report/finding';
import { visible, visibleSentence } from '../../core/report/visible';
import type { ShownFinding, Tone } from '../../../webview-ui/messages';

const tones: Readonly<Record<Severity, Tone>> = {
  error: 'bad',
  inhibitor: 'bad',
  warning: 'caution',
  information: 'plain',
};

/** A finding as a page shows it: its severity as a word, every text made visible. Pure. */
export function shownFinding({ severity, message, remedy, code }: Finding): ShownFinding {
  const said = { message: visibleSentence(message), remedy: visibleSentence(remedy), code: visible(code) };
  return { tone: tones[severity], severity: severityWord(severity), ...said };
}

function severityWord(severity: Severity): string {
  switch (severity) {
    case 'error':
      return t('Error:');
    case 'inhibitor':
      return t('Inhibitor:');
    case 'warning':
      return t('Warning:');
    case 'information':
      return t('To know:');
  }
}
