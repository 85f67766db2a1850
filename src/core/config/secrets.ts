import type { ConfigElement } from './tree';

/** What stands in place of every secret, whatever its length. */
export const mask = '••••••';

const secretName = /(?:password|pwd|connectionstring)$/i;
const secretElements = new Set(['machineKey', 'EncryptedData', 'EncryptedKey', 'connectionStrings']);

/** A value that carries a password inside, whatever its name: a connection string, an address with a user. */
const secretInside = /(?:password|pwd)\s*=|:\/\/[^/\s]*:[^/\s]*@/i;

/** Whether a value is shown as a mask only: by the name it stands under, or by what it visibly carries. */
export function isSecretValue(name: string, value: string | undefined): boolean {
  return secretName.test(name) || (value !== undefined && secretInside.test(value));
}

/** Whether an element, or one around it, is all secret: keys of the machine, cipher data, connection strings. At most 256 steps. */
export function isInsideSecret(element: ConfigElement): boolean {
  for (let at: ConfigElement | undefined = element; at; at = at.parent) if (secretElements.has(at.local)) return true;
  return false;
}
