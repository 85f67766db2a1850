import assert from 'node:assert/strict';
import { parse } from 'yaml';
import { endedRecord } from '../../src/core/run/ended';
import { symptomsOf } from '../../src/core/run/logReader';
import { symptoms } from '../../src/core/run/symptoms';
import type { Finding } from '../../src/core/report/finding';
import { textOf } from '../gates/sources';

/** For each code: a text that shows the symptom, and one like it that does not. Where no text is public the words are ours. */
const samples: Readonly<Record<string, readonly [sample: string, lookAlike: string]>> = {
  SymptomProviderNotLoaded: [
    'Event ID:      105, AD FS: a provider was not loaded',
    'There is no event 105 after the restart, and event 1050 is another one.',
  ],
  SymptomSecondaryNode: ['PS0033: a secondary; the primary is fs01.', 'PS00331 is no code of AD FS.'],
  SymptomProviderRemoved: ['WARNING: PS0103: restart AD FS on each node.', 'PS01030: nothing of ours'],
  SymptomProviderAdded: ['WARNING: PS0114: restart AD FS on each node.', 'GPS0114 is a device'],
  SymptomInternalProvider: [
    "The 'AzureMfaAuthentication' provider stays: it is internal to AD FS.",
    'An internal error occurred while the provider answered.',
  ],
  SymptomProviderInPolicy: [
    'The provider cannot be removed while it is in use.',
    'The provider was removed. Restart AD FS on each node.',
  ],
  SymptomAdapterInterface: [
    'The type X, Y, Version=1.0.0.0 does not implement the interface IAuthenticationAdapter.',
    'The adapter implements the IAuthenticationAdapter interface.',
  ],
  SymptomProviderTwice: [
    "A provider with the identifier 'A' is already present in the policy store.",
    "The identifier 'A' is not present in the policy store.",
  ],
  SymptomVisualCppMissing: [
    'Product: X -- Visual C++ 2015 Update 1 or higher required',
    'Visual C++ 2015 Update 3 is installed.',
  ],
  SymptomVisualCppNewer: [
    'Microsoft Visual C++ x64: a newer version is there already, error 0x80070666',
    'Another version of this product is installed (1638).',
  ],
  SymptomWindowsUpdateMissing: ['The adapter needs KB2919355 on this Windows.', 'KB29193551 is installed.'],
  SymptomInstallerFailed: ['MainEngineThread is returning 1603', 'Copied 1603 files, return value 30.'],
  SymptomMasterUnknown: [
    'Unable to determine which server is the current master',
    'The master of the group was determined: mfa01.',
  ],
  SymptomUnhandledBlock: ['2026-01-01T00:00:00Z|w|1|2|pfsvc|Unhandled SB 17', 'Unhandled SBX, unhandled exception'],
  SymptomRequestRefused: [
    'A potentially dangerous Request.Form value was detected from the client',
    'The request was refused: 401.',
  ],
  SymptomPasswordCharacter: [
    'An error occurred while parsing EntityName. Line 7.',
    '<WebServiceSdkPassword>a&amp;b</WebServiceSdkPassword>',
  ],
  SymptomAttachmentUnreadable: [
    'mail to a new user: the attachment C:\\Guide.pdf could not be read',
    'The mail has an attachment that everybody can read.',
  ],
};

const finding = (message: string, more: Partial<Finding> = {}): Finding => ({
  code: 'StepStopped',
  severity: 'error',
  message,
  remedy: 'Look.',
  ...more,
});

const codesIn = (text: string): readonly string[] => symptomsOf([finding(text)], {}).map(({ code }) => code);

describe('The log reader', () => {
  it('has a sample and a look-alike for each symptom', () => {
    const codes = symptoms.map(({ code }) => code);
    assert.deepEqual(Object.keys(samples).sort(), [...codes].sort());
    assert.equal(new Set(codes).size, codes.length);
  });

  for (const [code, [sample, lookAlike]] of Object.entries(samples)) {
    it(`tells ${code} by its sample, and by nothing that is like it`, () => {
      assert.deepEqual(codesIn(sample), [code]);
      assert.deepEqual(codesIn(lookAlike), []);
    });
  }

  it('tells what stands in the public reports', () => {
    const event =
      'Event ID: 105\nAn error occurred loading an authentication provider.\nIdentifier: WindowsAzureMultiFactorAuthentication';
    assert.deepEqual(codesIn(event), ['SymptomProviderNotLoaded']);
    const failed =
      'The installation of C:\\a.msi failed (1603). Its log says: Product: X -- Visual C++ 2015 Update 1 or higher is required.';
    assert.deepEqual(codesIn(failed), ['SymptomVisualCppMissing', 'SymptomInstallerFailed']);
  });

  it('reads a line at a time, also where line ends were made visible', () => {
    assert.deepEqual(codesIn('The provider cannot be removed<U+000D><U+000A>another file is in use'), []);
    assert.deepEqual(codesIn('one<U+000A>PS0033: two'), ['SymptomSecondaryNode']);
  });

  it('reads what the function handed back, tells each symptom once, and with the host that told it', () => {
    const evidence = { warnings: ['WARNING: PS0114: a'], deep: { log: [{ line: 'PS0114: b\nPS0033: c' }] } };
    const told = symptomsOf([finding('PS0033: d', { host: 'fs02' })], evidence);
    assert.deepEqual(
      told.map(({ code, host, severity }) => [code, host, severity]),
      [
        ['SymptomSecondaryNode', 'fs02', 'warning'],
        ['SymptomProviderAdded', undefined, 'information'],
      ],
    );
  });

  it('comes to an end with evidence that is nested without end, or as long as a book', () => {
    let deep: unknown = 'PS0033';
    for (let n = 0; n < 100_000; n++) deep = [deep];
    assert.deepEqual(
      symptomsOf([], { deep }).map(({ code }) => code),
      ['SymptomSecondaryNode'],
    );
    for (const text of ['provider remove '.repeat(100_000), 'Visual C++ '.repeat(100_000), 'a'.repeat(1_000_000)])
      assert.deepEqual(codesIn(text), []);
  });

  it('has a known source for each symptom, with the mark that the list gives it', () => {
    const text = textOf('runbooks/sources.yaml');
    const listed = new Map(Object.entries(parse(text) as Record<string, { mark: string }>));
    const unlisted = /^# Not listed[^:]*:([^.]+)\./m.exec(text.replace(/\n# (?=[A-Z-]+,)/g, ' '))?.[1] ?? '';
    const wrong = symptoms.filter(({ source, mark }) =>
      listed.has(source) ? listed.get(source)?.mark !== mark : !new RegExp(`\\b${source}\\b`).test(unlisted),
    );
    assert.deepEqual(wrong, []);
  });
});

describe('A run that went wrong', () => {
  const started = { step: 'a@fs01', run: 'r1', requestHash: 'h', mode: 'rehearsal' } as const;
  const codesOf = (outcome: string, verified: boolean | null): readonly string[] => {
    const findings = [finding('PS0033: this is a secondary')];
    const result = { v: 1, ...started, whatIf: false, outcome, verified, restartNeeded: false, evidence: {}, findings };
    const text = JSON.stringify({ ...result, computer: 'FS01', powershell: '7', startedAt: '', endedAt: '' });
    return endedRecord(started, text).findings.map(({ code }) => code);
  };

  it('has the symptoms of its texts behind its own findings', () => {
    const both = ['StepStopped', 'SymptomSecondaryNode'];
    assert.deepEqual(codesOf('failed', null), both);
    assert.deepEqual(codesOf('refused', null), both);
    assert.deepEqual(codesOf('done', false), both);
    assert.deepEqual(codesOf('done', null), both);
  });

  it('has none where the step was done and verified', () => {
    assert.deepEqual(codesOf('done', true), ['StepStopped']);
  });
});
