import { visible } from '../report/visible';
import { adapterNames } from './adapter';
import type { ConfigWarning, Surroundings } from './comparison';
import type { ConfigFile } from './configFile';
import { identityOf } from './identity';
import type { Setting } from './setting';
import type { SettingDifference } from './settingDifference';

/** A warning, and the place it speaks of. */
export interface PlacedWarning extends ConfigWarning {
  readonly offset: number;
}

/** What a product of old shipped: a value that is still this one was never set by anybody. [UP-15, MA-16] */
const shipped: readonly (readonly [name: RegExp, value: string])[] = [
  [/^USE_WEB_SERVICE_SDK$/i, 'false'],
  [/^WEB_SERVICE_SDK_AUTHENTICATION_USERNAME$/i, ''],
  [/_pfwssdk_PfWsSdk$/, 'http://localhost:4898/PfWsSdk.asmx'],
];

const oldPath = /\\PhoneFactor(?:\\|$)/i;
const oldDirectory = /\/(?:PhoneFactorWebServiceSdk|PhoneFactorPhoneAppWebService|PhoneFactor)(?:\/|$)/i;
const addressHost = /^[a-z][a-z0-9+.-]*:\/\/(?:[^/@]*@)?(\[[^\]]*\]|[^/:?#]*)/i;
const thisMachine = new Set(['localhost', '127.0.0.1', '[::1]']);

/**
 * What a person should look at before old values go into the new file: values nobody ever set, names of the old product, of
 * other machines, sections that are never written, and what the adapter does not accept. Secrets are named, never shown.
 */
export function warningsFor(
  oldFile: ConfigFile,
  newFile: ConfigFile,
  differences: readonly SettingDifference[],
  { hosts }: Surroundings,
): readonly PlacedWarning[] {
  const carried = differences.flatMap(({ old, kind, moved }) =>
    old && kind !== 'form' ? [moved === undefined ? old : { ...old, value: moved }] : [],
  );
  return [
    ...carried.flatMap((setting) => valueWarnings(setting, hosts)),
    ...lockWarnings(oldFile, 'old'),
    ...lockWarnings(newFile, 'new'),
    ...(newFile.kind === 'adapter' ? adapterWarnings(oldFile, newFile) : []),
  ];
}

function warning(code: string, offset: number, side: 'old' | 'new', message: string, remedy: string): PlacedWarning {
  return { code, severity: 'warning', message, remedy, offset, side };
}

function valueWarnings(setting: Setting, hosts: readonly string[] | undefined): readonly PlacedWarning[] {
  const { name, value, entry } = setting;
  if (value === undefined || setting.isSecret) return [];
  const shown = visible(name);
  const found: PlacedWarning[] = [];
  const tell = (code: string, message: string, remedy: string): void =>
    void found.push(warning(code, entry.start, 'old', message, remedy));
  if (shipped.some(([pattern, ships]) => pattern.test(name) && value === ships)) {
    tell(
      'ConfigOldDefault',
      `${shown} still has the value that the old product shipped with.`,
      'Check whether the new value should stay.',
    );
  }
  if (oldPath.test(value)) {
    tell(
      'ConfigOldPath',
      `${shown} holds a folder of the old product.`,
      'Check that the folder is still the one in use.',
    );
  }
  if (oldDirectory.test(value)) {
    tell(
      'ConfigOldVirtualDirectory',
      `${shown} holds a virtual directory of the old product.`,
      'Write the virtual directory that is installed now.',
    );
  }
  const machine = otherMachine(value, hosts);
  if (machine !== undefined) {
    tell(
      'ConfigOtherMachine',
      `${shown} points to ${visible(machine)}.`,
      'Check that this machine answers in the upgraded farm.',
    );
  }
  return found;
}

/** The machine in an address: the machine itself by a name that means another one elsewhere, or none of the farm. */
function otherMachine(value: string, hosts: readonly string[] | undefined): string | undefined {
  const host = addressHost.exec(value)?.[1]?.toLowerCase();
  if (host === undefined || host === '') return /\blocalhost\b/i.test(value) ? 'localhost' : undefined;
  const isKnown =
    hosts?.some((name) => name.toLowerCase() === host || name.toLowerCase().startsWith(`${host}.`)) ?? true;
  return thisMachine.has(host) || !isKnown ? host : undefined;
}

function lockWarnings({ settings }: ConfigFile, side: 'old' | 'new'): readonly PlacedWarning[] {
  const remedy = 'Carry its values over by hand.';
  return [...settings.sections.values()].flatMap(({ name, lock, element }) => {
    const shown = visible(name);
    if (lock === undefined) return [];
    return lock === 'encrypted'
      ? [
          warning(
            'ConfigSectionEncrypted',
            element.start,
            side,
            `${shown} of the ${side} file is encrypted; nothing is written there.`,
            remedy,
          ),
        ]
      : [
          warning(
            'ConfigSectionExternal',
            element.start,
            side,
            `${shown} of the ${side} file takes values from another file; nothing is written there.`,
            remedy,
          ),
        ];
  });
}

/** A value that the merged adapter file will have, unless somebody decides otherwise, and the file it stands in. */
interface Effective {
  readonly setting: Setting;
  readonly side: 'old' | 'new';
}

function adapterWarnings(oldFile: ConfigFile, newFile: ConfigFile): readonly PlacedWarning[] {
  const effective = (name: string): Effective | undefined => {
    const id = identityOf(identityOf('adapter'), name);
    const [old, fresh] = [oldFile.settings.inForce.get(id), newFile.settings.inForce.get(id)];
    return fresh && (old ? { setting: old, side: 'old' } : { setting: fresh, side: 'new' });
  };
  const password = effective(adapterNames.password);
  const thumbprint = effective(adapterNames.thumbprint);
  return [...ampersandWarning(password), ...credentialWarning(password, thumbprint)];
}

function ampersandWarning(password: Effective | undefined): readonly PlacedWarning[] {
  if (!password?.setting.value?.includes('&')) return [];
  const message = `${adapterNames.password} holds an &, which the adapter does not allow.`;
  const remedy = 'Give the account a password without & and write that one.';
  return [warning('ConfigAdapterPassword', password.setting.entry.start, password.side, message, remedy)];
}

/** The adapter signs in by password or by certificate: by one of them. [ADFS] */
function credentialWarning(
  password: Effective | undefined,
  thumbprint: Effective | undefined,
): readonly PlacedWarning[] {
  const one = password ?? thumbprint;
  const [hasPassword, hasThumbprint] = [isSet(password), isSet(thumbprint)];
  if (!one || hasPassword !== hasThumbprint) return [];
  const state = hasPassword ? 'are both set' : 'are both empty';
  const message = `${adapterNames.password} and ${adapterNames.thumbprint} ${state}; the adapter needs one of them.`;
  const remedy = hasPassword ? 'Empty the one that is not used.' : 'Set the one that the adapter signs in with.';
  return [warning('ConfigAdapterCredentials', one.setting.entry.start, one.side, message, remedy)];
}

const isSet = (effective: Effective | undefined): boolean => (effective?.setting.value ?? '') !== '';
