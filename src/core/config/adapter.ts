import { isSecretName } from './secrets';
import { attributeOf, attributeValue, type ConfigAttribute, type ConfigElement, type ConfigTree } from './tree';

/** Names of the adapter file that are public. [ADFS] */
export const adapterNames = {
  useSdk: 'UseWebServiceSdk',
  url: 'WebServiceSdkUrl',
  userName: 'WebServiceSdkUsername',
  password: 'WebServiceSdkPassword',
  thumbprint: 'WebServiceSdkCertificateThumbprint',
} as const;

/** A value of the adapter file: its name, the element that carries it, and the attribute; none = inside the element. */
export interface AdapterValue {
  readonly name: string;
  readonly entry: ConfigElement;
  readonly attribute: ConfigAttribute | undefined;
}

/**
 * Whether a file is the AD FS adapter's: its root is not `configuration`, or the root carries one of the public names.
 * The shape of the real file is not public, so that both attributes and elements are looked at.
 */
export function isAdapterFile({ root }: ConfigTree): boolean {
  if (root.local !== 'configuration') return true;
  const names = new Set<string>(Object.values(adapterNames));
  const isLeafNamed = ({ local, children }: ConfigElement): boolean => names.has(local) && children.length === 0;
  return root.attributes.some(({ local }) => names.has(local)) || root.children.some(isLeafNamed);
}

/** Every attribute of the root and of its leaf children, and the inside of leaf children, in document order. Pure, linear. */
export function adapterValues({ root }: ConfigTree): readonly AdapterValue[] {
  const own = plain(root).map((attribute) => ({ name: attribute.local, entry: root, attribute }));
  const leaves = root.children.filter(({ children }) => children.length === 0);
  return [...own, ...leaves.flatMap(leafValues)];
}

/** A leaf is named by its `key` or `name`, else by itself; its `value`, or what stands inside, is that name's value. One that is named a secret holds nothing else. */
function leafValues(leaf: ConfigElement): readonly AdapterValue[] {
  const naming = isSecretName(leaf.local) ? undefined : (attributeOf(leaf, 'key') ?? attributeOf(leaf, 'name'));
  const name = naming?.value ?? leaf.local;
  const values = plain(leaf).filter((attribute) => attribute !== naming);
  const inAttributes = values.map((attribute) => ({
    name: attribute.local === 'value' ? name : `${name}/@${attribute.local}`,
    entry: leaf,
    attribute,
  }));
  const hasInside = leaf.contentEnd > leaf.contentStart || plain(leaf).length === 0;
  const isTaken = attributeValue(leaf, 'value') !== undefined;
  return hasInside && !isTaken ? [...inAttributes, { name, entry: leaf, attribute: undefined }] : inAttributes;
}

const plain = ({ attributes }: ConfigElement): readonly ConfigAttribute[] => attributes.filter(({ uri }) => uri === '');
