import { directoryAfter } from '../farm/directories';
import type { Host, LoadBalancer } from '../farm/farm';
import { adfsFarmOfNode, adfsPoolsOf, hostNamed, masterOf, poolsOf, serverOn } from '../farm/hosts';
import type { Scope } from '../farm/selectors';
import type { StepDefinition } from '../runbook/runbook';

/** What a function's parameter can be given: JSON's plain values and lists of text. */
export type ParameterValue = string | number | boolean | readonly string[];

/** What a parameter value may come from: the farm and the decisions, the step, its target, the upgrade. */
export interface ParameterScope extends Pick<Scope, 'farm' | 'decide'> {
  readonly step: StepDefinition;
  readonly target: string;
  readonly upgradeId: string;
}

/** The name under which the adapter of 7.0 and later registers (UPG-AZ, C7B). */
const newProvider = 'AzureMfaServerAuthentication';

type Source = (scope: ParameterScope) => ParameterValue | undefined;

const sources: ReadonlyMap<string, Source> = new Map<string, Source>([
  ['upgradeId', ({ upgradeId }) => upgradeId],
  ['stepName', ({ step }) => step.id],
  ['targetVersion', ({ farm }) => farm.targetVersion],
  ['installedVersion', ({ farm, target }) => serverOn(hostNamed(farm, target))?.version],
  ['installPath', ({ farm, target }) => serverOn(hostNamed(farm, target))?.installPath],
  ['componentsOfHost', componentsOfHost],
  ['backupFolder', ({ decide }) => decide('backupFolder')],
  ['installer', ({ decide }) => decide('installer')],
  ['vcRuntimeFolder', ({ decide }) => decide('vcRuntimeFolder')],
  ['bitness', ({ farm, target }) => hostNamed(farm, target)?.bitness],
  ['upgradedProgramFolder', upgradedProgramFolder],
  ['savedProgramFolder', savedProgramFolder],
  ['versionBefore', (scope) => serverOn(adapterServer(scope))?.version],
  ['newProvider', () => newProvider],
  [
    'adapterProviders',
    ({ farm, target }) => [...new Set([adfsFarmOfNode(farm, target)?.registeredProvider ?? newProvider, newProvider])],
  ],
  ['nodesOfFirstBatch', nodesOfFirstBatch],
  ['lowered', () => 'lowered'],
  ['restored', () => 'restored'],
  ['registeredProvider', ({ farm, target }) => adfsFarmOfNode(farm, target)?.registeredProvider],
  ['out', () => 'out'],
  ['in', () => 'in'],
  ['lastInPool', ({ farm, target }) => (poolsOf(farm, target).some(hasOneMember) ? 'alone' : undefined)],
  ['lastInAdfs', lastInAdfs],
  ['adfsClusters', adfsClusters],
  ['userPortal', () => 'userPortal'],
  ['mobileAppWebService', () => 'mobileAppWebService'],
  ['webServiceSdk', () => 'webServiceSdk'],
  ['phoneFactorAgent', () => 'phoneFactorAgent'],
  ['portalBackup', () => 'back-up-portal'],
  ['mobileAppBackup', () => 'back-up-mobile-app'],
  ['agentBackup', () => 'back-up-agent'],
  ['adfsAdapter', () => 'adfsAdapter'],
  ['adapterExport', () => 'export-adapter-config'],
  ['savedSdk', savedSdk],
  ['savedPortal', savedBy('userPortal', 'back-up-portal')],
  ['savedMobileApp', savedBy('mobileAppWebService', 'back-up-mobile-app')],
  ['sdkDirectory', ({ farm, target }) => hostNamed(farm, target)?.webServiceSdk?.virtualDirectory],
  ['sdkSite', ({ farm, target }) => hostNamed(farm, target)?.webServiceSdk?.site],
  ['portalDirectory', ({ farm, target }) => hostNamed(farm, target)?.userPortal?.virtualDirectory],
  ['portalSite', ({ farm, target }) => hostNamed(farm, target)?.userPortal?.site],
  ['mobileAppDirectory', ({ farm, target }) => hostNamed(farm, target)?.mobileAppWebService?.virtualDirectory],
  ['newPortalDirectory', newPortalDirectory],
  ['mobileAppSite', ({ farm, target }) => hostNamed(farm, target)?.mobileAppWebService?.site],
]);

/** The nodes that answer people while the adapter is tested. */
function nodesOfFirstBatch({ farm, target, decide }: ParameterScope): readonly string[] {
  return decide(`firstBatch.${adfsFarmOfNode(farm, target)?.name ?? ''}`)?.split(',') ?? [target];
}

function componentsOfHost({ farm, target }: ParameterScope): readonly string[] {
  const host = hostNamed(farm, target);
  const installed = (
    ['mfaServer', 'phoneFactorAgent', 'webServiceSdk', 'userPortal', 'mobileAppWebService'] as const
  ).filter((component) => host?.[component] !== undefined);
  return adfsFarmOfNode(farm, target) ? [...installed, 'adfs'] : installed;
}

/** Where nobody else can answer, the last one may leave. */
function hasOneMember({ members }: LoadBalancer): boolean {
  return members.length === 1;
}

/**
 * Whether a node may leave a pool of AD FS where nobody else answers: one of a single member, and one that an AD FS farm leaves as a
 * whole because others stand in for it (order 6). Nothing where another one has to answer. For steps of the AD FS farm only: the same
 * host leaves for its own setup alone.
 */
function lastInAdfs(scope: ParameterScope): string | undefined {
  const { farm, target } = scope;
  const pools = adfsPoolsOf(farm, target);
  const batch = new Set(nodesOfFirstBatch(scope));
  const isEmptied = pools.some(({ members }) => members.every((member) => batch.has(member)));
  if (isEmptied && adfsFarmOfNode(farm, target)?.nodes.every((node) => batch.has(node))) return 'asWhole';
  return pools.some(hasOneMember) ? 'alone' : undefined;
}

/** The clusters that a node leaves while AD FS changes, each by its nodes: a name of farm.json means nothing to Windows. */
function adfsClusters({ farm, target }: ParameterScope): readonly string[] | undefined {
  const pools = adfsPoolsOf(farm, target).filter(({ kind, serves }) => kind === 'windowsNlb' && serves === 'adfs');
  return pools.length > 0 ? pools.map(({ members }) => members.join(',')) : undefined;
}

/** The backup that holds the config file of before: on an MFA server it was taken with the program folder. */
function savedBy(component: 'userPortal' | 'mobileAppWebService', apart: string): Source {
  return ({ farm, target }) => (hostNamed(farm, target)?.mfaServer ? `save-program-folder-${component}` : apart);
}

/** The backup of the Web Service SDK: beside a server it was taken with the program folder, elsewhere by a step of its own. */
function savedSdk({ farm, target }: ParameterScope): string {
  return serverOn(hostNamed(farm, target)) ? 'save-program-folder-webServiceSdk' : 'back-up-web-service-sdk';
}

function newPortalDirectory({ farm, target, decide }: ParameterScope): string | undefined {
  const portal = hostNamed(farm, target)?.userPortal;
  return portal && directoryAfter('userPortal', portal, decide);
}

/** Where the component installers lie: the program folder of the master, upgraded by then, through its administrative share. */
function upgradedProgramFolder({ farm, target }: ParameterScope): string | undefined {
  const server = masterOf(farm);
  if (!server) return undefined;
  const usual = server.mfaServer ? 'Multi-Factor Authentication Server' : 'PhoneFactor';
  const folder = (serverOn(server)?.installPath ?? `C:\\Program Files\\${usual}`).replace(/\\+$/, '');
  return onHost(server.name, folder, target);
}

/**
 * The server that the adapter of an AD FS farm came with: the first of its nodes that carries one, the AD FS primary before the
 * others, else the master. Where servers have different versions, another one's installer is not the one from before.
 */
function adapterServer({ farm, target }: ParameterScope): Host | undefined {
  const adfs = adfsFarmOfNode(farm, target);
  const nodes = [...(adfs?.primary === undefined ? [] : [adfs.primary]), ...(adfs?.nodes ?? [])];
  return nodes.map((node) => hostNamed(farm, node)).find((host) => serverOn(host) !== undefined) ?? masterOf(farm);
}

/** Where the sets of a server's program folder lie, as it was before its setup: the old adapter is taken from there (C7A). */
function savedProgramFolder(scope: ParameterScope): string | undefined {
  const { target, decide, upgradeId } = scope;
  const server = adapterServer(scope);
  const folder = decide('backupFolder');
  if (!server || folder === undefined) return undefined;
  return onHost(server.name, `${folder.replace(/\\+$/, '')}\\${upgradeId}\\save-program-folder`, target);
}

/** A folder of a host as another one reaches it: through its administrative share. */
function onHost(host: string, folder: string, from: string): string {
  return host === from ? folder : `\\\\${host}\\${folder.replace(':', '$')}`;
}

/** The closed list of names that a step's `with` may use as values. */
export const parameterNames: ReadonlySet<string> = new Set(sources.keys());

/**
 * Parameters of a step's function, by the names in its `with`. A value that nothing gives is left out: the function has its own default.
 * @throws when a name is unknown: a runbook that was not checked
 */
export function parametersOf(scope: ParameterScope): Readonly<Record<string, ParameterValue>> {
  const given = Object.entries(scope.step.with).map(([parameter, name]) => [parameter, valueOf(name, scope)] as const);
  return Object.fromEntries(given.filter((pair): pair is readonly [string, ParameterValue] => pair[1] !== undefined));
}

function valueOf(name: string, scope: ParameterScope): ParameterValue | undefined {
  const source = sources.get(name);
  if (!source) throw new Error(`The runbook names a parameter value that does not exist: ${name}`);
  return source(scope);
}
