import type { Finding } from '../report/finding';

/** What PowerShell on this computer says of itself. */
export interface Computer {
  readonly version: string;
  readonly edition: string;
  readonly languageMode: string;
  readonly windows: boolean;
  /** null: it could not be found out, or has no meaning here. */
  readonly elevated: boolean | null;
  readonly policies: readonly { readonly scope: string; readonly policy: string }[];
}

/** Reads PowerShell's own answer (JSON); undefined when it is none. */
export function parseComputer(text: string): Computer | undefined {
  try {
    const value = JSON.parse(text) as Partial<Computer> | null;
    const whole =
      typeof value?.version === 'string' && typeof value.languageMode === 'string' && Array.isArray(value.policies);
    return whole ? (value as Computer) : undefined;
  } catch {
    return undefined; // whatever was printed, it is no answer; the caller says so
  }
}

/** Policies of these scopes come from Group Policy and win over the command line's own. */
const managedScopes: readonly string[] = ['MachinePolicy', 'UserPolicy'];
const forbidding: readonly string[] = ['Restricted', 'AllSigned'];

/** What keeps this computer from running the steps, and what to do about it. Empty = ready. Pure. */
export function computerFindings(computer: Computer): readonly Finding[] {
  return [
    ...versionFindings(computer),
    ...languageFindings(computer),
    ...policyFindings(computer),
    ...elevationFindings(computer),
  ];
}

function versionFindings({ version }: Computer): readonly Finding[] {
  const [major = 0, minor = 0] = version.split('.').map(Number);
  if (major > 5 || (major === 5 && minor >= 1)) return [];
  return [
    finding(
      'PowerShellTooOld',
      `This is PowerShell ${version}. The steps need 5.1 or newer.`,
      'Install Windows Management Framework 5.1, or PowerShell 7.',
    ),
  ];
}

function languageFindings({ languageMode }: Computer): readonly Finding[] {
  if (languageMode === 'FullLanguage') return [];
  return [
    finding(
      'LanguageModeRestricted',
      `PowerShell runs in ${languageMode} here, so the steps cannot do their work.`,
      'Ask whoever manages application control to allow the scripts of this extension, or use another computer.',
    ),
  ];
}

function policyFindings({ policies }: Computer): readonly Finding[] {
  const managed = policies.filter(({ scope, policy }) => managedScopes.includes(scope) && forbidding.includes(policy));
  return managed.map(({ scope, policy }) =>
    finding(
      'ExecutionPolicyForbids',
      `Group Policy (${scope}) sets the execution policy to ${policy}, which keeps scripts from running.`,
      'Ask for RemoteSigned in "Turn on Script Execution", or use another computer.',
    ),
  );
}

function elevationFindings({ elevated }: Computer): readonly Finding[] {
  if (elevated !== false) return [];
  return [
    {
      code: 'NotElevated',
      severity: 'warning',
      message: 'VS Code is not running as administrator. Steps that change this computer will be refused.',
      remedy: 'Start VS Code as administrator when a step changes this computer.',
    },
  ];
}

function finding(code: string, message: string, remedy: string): Finding {
  return { code, severity: 'error', message, remedy };
}
