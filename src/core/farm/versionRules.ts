import { called, type Inventory } from './inventory';
import { mistake, type Mistake } from './mistake';
import { compareVersions } from './versions';

/** MFA Server or PhoneFactor Agent on a host, with a version that could be read. */
interface Product {
  readonly kind: 'mfaServer' | 'phoneFactorAgent';
  readonly version: string;
  /** The host, in the words of a sentence. */
  readonly host: string;
  readonly pointer: string;
}

/**
 * Versions are counted through: up to 5 it is the PhoneFactor Agent, from 6.0 MFA Server (instructions V6-00a, PF-00a). The
 * upgrade leads forward.
 */
export function versionRules(inventory: Inventory): readonly Mistake[] {
  const products = productsOf(inventory);
  const wrong = products.filter((product) => !isOfItsProduct(product));
  return [...wrong.map(otherProduct), ...targetRule(inventory, products.filter(isOfItsProduct))];
}

function productsOf({ hosts }: Inventory): readonly Product[] {
  return hosts.flatMap((host) =>
    (['mfaServer', 'phoneFactorAgent'] as const).flatMap((kind) => {
      const version = host.value[kind]?.version;
      return version === undefined ? [] : [{ kind, version, host: called(host), pointer: `${host.pointer}/${kind}` }];
    }),
  );
}

function isOfItsProduct({ kind, version }: Product): boolean {
  return isMfaServer(version) === (kind === 'mfaServer');
}

function isMfaServer(version: string): boolean {
  return compareVersions(version, '6.0') >= 0;
}

function otherProduct({ kind, version, host, pointer }: Product): Mistake {
  const isServer = kind === 'mfaServer';
  const message = isServer
    ? `MFA Server on ${host} is ${version}; it begins with 6.0.`
    : `The PhoneFactor Agent on ${host} is ${version}; it ends with 5.`;
  const remedy = isServer
    ? 'Up to 5 it is the PhoneFactor Agent: write "phoneFactorAgent", or correct the version.'
    : 'From 6.0 on it is MFA Server: write "mfaServer", or correct the version.';
  return mistake('FarmProductVersion', `${pointer}/version`, message, remedy);
}

/** A version that is wrong itself says nothing about the target. */
function targetRule(
  { content: { targetVersion: target } }: Inventory,
  products: readonly Product[],
): readonly Mistake[] {
  if (target === undefined) return [];
  if (!isMfaServer(target) && products.some(({ kind }) => kind === 'phoneFactorAgent')) {
    const message = `${target} is no version of MFA Server.`;
    return [mistake('FarmProductVersion', '/targetVersion', message, 'Name a version from 6.0 on.')];
  }
  const newest = [...products].sort((a, b) => compareVersions(b.version, a.version))[0];
  if (!newest || compareVersions(newest.version, target) <= 0) return [];
  const message = `${target} is older than ${newest.version}, which is on ${newest.host}.`;
  const remedy = 'Name the version to upgrade to, or correct that of the host.';
  return [mistake('FarmTargetOlder', '/targetVersion', message, remedy)];
}
