import type { Farm } from '../farm/farm';

/** Who calls the Web Service SDK by its address: where the address stands, and who changes it. */
export interface SdkConsumer {
  readonly name: string;
  readonly place: string;
  /** `merge`: a step of this upgrade writes it; `byHand`: we cannot. */
  readonly by: 'merge' | 'byHand';
}

/**
 * Everything that breaks when the Web Service SDK gets another virtual directory, as far as farm.json and the documents tell. A farm
 * does not say whether it has Identity Manager, so that it is always named. Pure. [UPGPF, ADFS, MIM]
 */
export function sdkConsumers(farm: Farm): readonly SdkConsumer[] {
  const config = 'web.config, setting that ends in _pfwssdk_PfWsSdk';
  const web = farm.hosts.flatMap(({ name, userPortal, mobileAppWebService }): readonly SdkConsumer[] => [
    ...(userPortal ? [{ name: `User Portal on ${name}`, place: config, by: 'merge' as const }] : []),
    ...(mobileAppWebService
      ? [{ name: `Mobile App Web Service on ${name}`, place: config, by: 'merge' as const }]
      : []),
  ]);
  const servers = new Set(
    farm.hosts.filter(({ mfaServer, phoneFactorAgent }) => mfaServer ?? phoneFactorAgent).map(({ name }) => name),
  );
  const adapters = farm.adfsFarms.map(({ name, nodes }): SdkConsumer => ({
    name: `AD FS adapter of ${name}`,
    place: 'MultiFactorAuthenticationAdfsAdapter.config, WebServiceSdkUrl',
    by: nodes.some((node) => servers.has(node)) ? 'byHand' : 'merge',
  }));
  const clients = farm.clients
    .filter(({ kind }) => kind === 'webServiceSdk')
    .map(({ name }): SdkConsumer => ({ name, place: 'its own configuration', by: 'byHand' }));
  const identityManager: SdkConsumer = {
    name: 'Microsoft Identity Manager, where you have it',
    place: 'MfaSettings.xml, element LOCMFASRV',
    by: 'byHand',
  };
  return [...web, ...adapters, ...clients, identityManager];
}

/** A consumer in a sentence, for a list. Pure. */
export function consumerLine({ name, place, by }: SdkConsumer): string {
  return by === 'merge'
    ? `${name}: ${place}. The step that merges it writes the new address`
    : `${name}: ${place}. By hand`;
}
