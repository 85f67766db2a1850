/** What stands in place of every secret, whatever its length. */
export const mask = '••••••';

const secretName = /(?:password|pwd|connectionstring)$/i;
/** Longer than what the pattern above asks for: names may be as long as a file. */
const longestEnd = 20;

/** A value that carries a password inside, whatever its name: a connection string, an address with a user. Linear. */
const secretInside = /(?:password|pwd)\s*=|:\/\/[^/\s:]*:[^/\s@]*@/i;

const secretElements = new Set(['machineKey', 'EncryptedData', 'EncryptedKey', 'connectionStrings']);

/** Whether what stands under a name is a secret. */
export function isSecretName(name: string): boolean {
  return secretName.test(name.slice(-longestEnd));
}

/** Whether an element is all secret by its own name: a password, keys of the machine, cipher data, connection strings. */
export function isSecretElement(local: string): boolean {
  return isSecretName(local) || secretElements.has(local);
}

/** Whether a value is shown as a mask only: by the name it stands under, or by what it visibly carries. */
export function isSecretValue(name: string, value: string | undefined): boolean {
  return isSecretName(name) || (value !== undefined && secretInside.test(value));
}

/** A name as it may be shown: one that visibly carries a password is none. */
export function shownName(name: string): string {
  return secretInside.test(name) ? mask : name;
}
