import type { WebApplication } from './farm';
import type { Scope } from './selectors';

/** Virtual directory that the Web Service SDK gets under its new name. [UPGPF, MIGF] */
export const newSdkDirectory = 'MultiFactorAuthWebServiceSdk';

/** Components that a decision gives another name, and that name. [UPGPF, MIGF] */
const renamed = {
  userPortal: { decision: 'portalVirtualDirectory', directory: 'MultiFactorAuth' },
  webServiceSdk: { decision: 'sdkVirtualDirectory', directory: newSdkDirectory },
  mobileAppWebService: undefined,
} as const;

/** Under which name a web component lies once it is installed anew: the one that people use, or the default of the new product. Pure. */
export function directoryAfter(
  component: keyof typeof renamed,
  { virtualDirectory }: WebApplication,
  decide: Scope['decide'],
): string {
  const known = renamed[component];
  return known && decide(known.decision) === 'new' ? known.directory : virtualDirectory;
}
