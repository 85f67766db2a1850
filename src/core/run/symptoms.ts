/** How a symptom is known: said by the vendor, or seen by others in practice. */
type Mark = 'documented' | 'community';

/** A symptom of the field that leaves a text: what tells it, what it means, what to do. */
export interface Symptom {
  readonly code: string;
  /** `information`: what is expected, and no reason to fail. */
  readonly severity: 'warning' | 'information';
  /** Told from the text of a run. Where the exact words are not public, from those names and numbers that are. */
  readonly pattern: RegExp;
  readonly message: string;
  readonly remedy: string;
  readonly mark: Mark;
  /** Key of a source. */
  readonly source: string;
}

/** Every recogniser of the log reader, in the order in which they are told. A line of a text is what a pattern sees. */
export const symptoms: readonly Symptom[] = [
  {
    code: 'SymptomProviderNotLoaded',
    severity: 'warning',
    pattern: /(?<!\b(?:no|without) )\bevent(?: id)?:?\s+105\b|\berror occurred loading an authentication provider\b/i,
    message: 'AD FS could not load an authentication provider at its start (event 105).',
    remedy:
      'Compare identifier and type name of the event with Get-AdfsAuthenticationProvider and with the adapter on this node. Where the old registration is still there, unregister it, register the new one, and restart AD FS.',
    mark: 'community',
    source: 'C7B',
  },
  {
    code: 'SymptomSecondaryNode',
    severity: 'warning',
    pattern: /\bPS0033\b/,
    message: 'The cmdlet was refused on a secondary of a farm with WID (PS0033).',
    remedy:
      'Do it on the AD FS primary that the text names, and correct "primary" in farm.json where it names another.',
    mark: 'community',
    source: 'PS0033',
  },
  {
    code: 'SymptomProviderRemoved',
    severity: 'information',
    pattern: /\bPS0103\b/,
    message: 'The provider was removed from the policy store (PS0103). That is what the cmdlet says when it worked.',
    remedy: 'AD FS keeps what it has loaded until it restarts: restart it on every node, when its step says so.',
    mark: 'community',
    source: 'TAE',
  },
  {
    code: 'SymptomProviderAdded',
    severity: 'information',
    pattern: /\bPS0114\b/,
    message: 'The provider was added to the policy store (PS0114). That is what the cmdlet says when it worked.',
    remedy: 'Restart AD FS on every node, after it has synced and when its step says so.',
    mark: 'community',
    source: 'TAE',
  },
  {
    code: 'SymptomInternalProvider',
    severity: 'warning',
    pattern: /\bprovider\b.*\binternal to AD ?FS\b|\binternal authentication provider\b/i,
    message: 'AD FS does not unregister a provider that it brings itself.',
    remedy:
      'AzureMfaAuthentication and AzurePrimaryAuthentication are of the cloud: leave them. Look under which name the adapter of MFA Server is registered.',
    mark: 'community',
    source: 'GI12782',
  },
  {
    code: 'SymptomProviderInPolicy',
    severity: 'warning',
    pattern:
      /\bprovider\b.*\b(?:unregister|remove)\w*\b.*\b(?:in use|still (?:enabled|on)|(?:global|authentication) policy)\b/i,
    message: 'AD FS does not unregister a provider that is still in the policy.',
    remedy:
      'Switch it off in the global policy first, and look whether a relying party names it. Then run the step again.',
    mark: 'community',
    source: 'HAM',
  },
  {
    code: 'SymptomAdapterInterface',
    severity: 'warning',
    pattern: /\bdoes not implement\b.*\bIAuthenticationAdapter\b|\bauthentication method\b.*\bcould not be loaded\b/i,
    message:
      'AD FS could not load the type that was to be registered as its adapter: the assembly is loaded on this very node.',
    remedy: 'Look whether the adapter is installed here, and whether the register script is that of the same version.',
    mark: 'community',
    source: 'GI-AH2',
  },
  {
    code: 'SymptomProviderTwice',
    severity: 'warning',
    pattern: /\bidentifier\b.*\balready present in the policy store\b|\bidentifiers must be unique\b/i,
    message: 'A provider with this identifier is registered already.',
    remedy:
      'Do not register it again. Look at Get-AdfsAuthenticationProvider: where the name is there, go on with the restart.',
    mark: 'community',
    source: 'GI-RH243',
  },
  {
    code: 'SymptomVisualCppMissing',
    severity: 'warning',
    pattern: /Visual C\+\+ 2015 Update 1 or (?:higher|later|newer)/i,
    message: 'The installer wants Visual C++ 2015 Update 1 or later, x86 and x64.',
    remedy: 'Install both packages on this host, then run the step again.',
    mark: 'documented',
    source: 'SEED-A',
  },
  {
    code: 'SymptomVisualCppNewer',
    severity: 'information',
    pattern:
      /\bVisual C\+\+.*(?:\b1638\b|\b0x80070666\b|\b(?:a newer|another|a later|a more recent) version\b)|\b(?:a newer|another|a later|a more recent) version\b.*\bVisual C\+\+/i,
    message: 'A newer Visual C++ is on this host, so its older package does not install.',
    remedy: 'The newer one counts. Look whether x86 and x64 are both there, and leave the package out.',
    mark: 'documented',
    source: 'VC',
  },
  {
    code: 'SymptomWindowsUpdateMissing',
    severity: 'warning',
    pattern: /\bKB2919355\b/,
    message: 'Windows Server 2012 R2 lacks the update KB2919355, which the adapter needs, with .NET 4.x.',
    remedy: 'Install KB2919355 and .NET Framework 4.5 or later on this node, then run the step again.',
    mark: 'documented',
    source: 'SH-ADFS',
  },
  {
    code: 'SymptomInstallerFailed',
    severity: 'warning',
    pattern: /\breturn value 3\b|\b(?:error|exit code|code|returned|returning|status|ended with|failed)\b[ :(]*1603\b/i,
    message: 'Windows Installer gave up (1603). No public report of this for these products was found.',
    remedy:
      'Read the log above the first line with "return value 3": the reason stands there. Put it right, then run the step again.',
    mark: 'documented',
    source: 'MSIERR',
  },
  {
    code: 'SymptomMasterUnknown',
    severity: 'warning',
    pattern: /\b(?:unable to|not able to|cannot|can't|could not) determine\b.*\bmaster\b/i,
    message: 'The server cannot find out who is MFA master: it asks the cloud service for that.',
    remedy:
      'Open port 443 from this server to pfd.phonefactor.net, pfd2.phonefactor.net and css.phonefactor.net, then open the console again. Do not promote meanwhile.',
    mark: 'community',
    source: 'EH',
  },
  {
    code: 'SymptomUnhandledBlock',
    severity: 'information',
    pattern: /\bUnhandled SB\b/,
    message: 'An older secondary logs "Unhandled SB" beside a newer primary. That is expected.',
    remedy: 'Nothing to do. Where there are many users, make the logs larger or upgrade the secondaries.',
    mark: 'documented',
    source: 'MIG',
  },
  {
    code: 'SymptomRequestRefused',
    severity: 'warning',
    pattern: /potentially dangerous Request\.\w+ value|\bHttpRequestValidationException\b/i,
    message: 'ASP.NET refused what somebody typed: since .NET 4 a "<" before a letter in a password ends so.',
    remedy: 'Let that person take a password without "<". The portal itself is well.',
    mark: 'community',
    source: 'PANDA',
  },
  {
    code: 'SymptomPasswordCharacter',
    severity: 'warning',
    pattern: /\bparsing EntityName\b|\bWebServiceSdkPassword\b.*&(?!(?:amp|lt|gt|quot|apos|#\w+);)/i,
    message: 'A file of the adapter holds an "&" that is no XML: its password must not have one.',
    remedy: 'Give the account another password, everywhere it is used, and publish the file again.',
    mark: 'documented',
    source: 'ADFS',
  },
  {
    code: 'SymptomAttachmentUnreadable',
    severity: 'warning',
    pattern:
      /\battachment\b.*\b(?:access\b.*\bdenied|could not (?:be (?:read|opened|found)|find)|cannot be (?:read|opened|found)|not found)\b/i,
    message: 'Mail to new users does not go out: the file that is attached cannot be read by the service.',
    remedy: 'Put the attachment where Local System may read it, and look into MultiFactorAuthAdSyncSvc.log again.',
    mark: 'community',
    source: 'S4E',
  },
];
