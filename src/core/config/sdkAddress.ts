import { adapterNames } from './adapter';
import { foldCase } from './identity';
import type { Setting } from './setting';

/** Page of the Web Service SDK, by which its address is known. [UP-15, ADFS] */
const sdkPage = 'PfWsSdk.asmx';

/** The Web Service SDK gets another virtual directory: those that it had, and the one that it has now. */
export interface SdkMove {
  readonly from: readonly string[];
  readonly to: string;
}

/**
 * The address of the Web Service SDK in a setting of the old file, with the virtual directory that the SDK has now. Undefined for
 * every other setting, and for an address under a directory that the farm does not name: nobody knows what that leads to. Pure.
 */
export function movedAddress(setting: Setting, { from, to }: SdkMove): string | undefined {
  const { value } = setting;
  if (value === undefined || !isSdkAddress(setting)) return undefined;
  const found = /^(\s*[a-z][a-z0-9+.-]*:\/\/[^/?#\s]+\/)([^?#\s]+)\/([^/?#\s]+\s*)$/i.exec(value);
  if (!found) return undefined;
  const [, server = '', directory = '', page = ''] = found;
  const isOld = from.some((name) => foldCase(name) === foldCase(directory)) && directory !== to;
  return isOld && foldCase(page.trim()) === foldCase(sdkPage) ? `${server}${to}/${page}` : undefined;
}

/** By its name, which a few articles print garbled, or else by its value. [UP-15, MA-16, ADFS] */
function isSdkAddress({ section, name, value }: Setting): boolean {
  if (section.kind === 'adapter') return name === adapterNames.url;
  if (section.kind !== 'program') return false;
  return (
    name.endsWith('_pfwssdk_PfWsSdk') ||
    foldCase(value ?? '')
      .trimEnd()
      .endsWith(foldCase(sdkPage))
  );
}
