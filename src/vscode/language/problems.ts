import { Diagnostic, DiagnosticSeverity, languages, Range, Uri, type Disposable } from 'vscode';
import type { Finding, Severity } from '../../core/report/finding';
import { visibleSentence } from '../../core/report/visible';
import type { Session, SessionView } from '../session';

/** Shows findings that have a file in Problems, at their place. */
export function problems(session: Session): Disposable {
  const collection = languages.createDiagnosticCollection('mfaUpgrade');
  const draw = (view: SessionView): void => {
    collection.clear();
    const findings = view.kind === 'open' || view.kind === 'refused' ? view.findings : [];
    const files = new Set(findings.flatMap(({ file }) => file ?? []));
    for (const file of files)
      collection.set(Uri.file(file), findings.filter((finding) => finding.file === file).map(diagnostic));
  };
  draw(session.view);
  const listener = session.onDidChange(draw);
  return {
    dispose: () => {
      listener.dispose();
      collection.dispose();
    },
  };
}

function diagnostic({ line = 1, column = 1, message, remedy, severity, code }: Finding): Diagnostic {
  const place = new Range(line - 1, column - 1, line - 1, column);
  const shown = new Diagnostic(place, `${visibleSentence(message)} ${visibleSentence(remedy)}`, severities[severity]);
  shown.code = code;
  shown.source = 'MFA Upgrade';
  return shown;
}

const severities: Readonly<Record<Severity, DiagnosticSeverity>> = {
  error: DiagnosticSeverity.Error,
  inhibitor: DiagnosticSeverity.Error,
  warning: DiagnosticSeverity.Warning,
  information: DiagnosticSeverity.Information,
};
