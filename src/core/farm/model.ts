import type { AdfsFarmContent, FarmContent, HostContent, PortalContent, ProductContent, WebContent } from './content';
import type { AdfsFarm, Client, Farm, Host, LoadBalancer, ServerProduct, UserPortal, WebApplication } from './farm';
import { hostKey, nameKey } from './names';

/** Name as a reference writes it -> name as the farm spells it. */
type Spell = (name: string) => string;

/**
 * The model of a farm: one spelling for each name, roles in the words of the documents, defaults filled in. Takes content
 * that schema and rules have passed.
 */
export function farmOf(content: FarmContent): Farm {
  const adfsFarms = content.adfsFarms ?? [];
  const loadBalancers = content.loadBalancers ?? [];
  const names = [...content.hosts.map((host) => host.name), ...adfsFarms.flatMap((adfs) => adfs.nodes)];
  const host = spelling(names, hostKey);
  const adfs = spelling(
    adfsFarms.map(({ name }) => name),
    nameKey,
  );
  const balancer = spelling(
    loadBalancers.map(({ name }) => name),
    nameKey,
  );
  return {
    name: content.name,
    targetVersion: content.targetVersion,
    hosts: [...content.hosts.map(hostOf), ...nodesOnly(content, names.map(host))],
    adfsFarms: adfsFarms.map((each) => adfsFarmOf(each, host, adfs)),
    loadBalancers: loadBalancers.map((each): LoadBalancer => ({ ...each, members: each.members.map(host) })),
    clients: (content.clients ?? []).map(({ servers = [], loadBalancer, ...rest }): Client => ({
      ...rest,
      servers: servers.map(host),
      ...(loadBalancer !== undefined && { loadBalancer: balancer(loadBalancer) }),
    })),
  };
}

/** The first spelling of a name counts everywhere. */
function spelling(names: readonly string[], keyOf: Spell): Spell {
  const first = new Map([...names].reverse().map((name) => [keyOf(name), name]));
  return (name) => first.get(keyOf(name)) ?? name;
}

/** AD FS nodes that are not among the hosts. */
function nodesOnly({ hosts }: FarmContent, names: readonly string[]): readonly Host[] {
  const listed = new Set(hosts.map((host) => host.name));
  return [...new Set(names)].filter((name) => !listed.has(name)).map((name) => ({ name, bitness: 64 }));
}

function hostOf(content: HostContent): Host {
  const { mfaServer, phoneFactorAgent, webServiceSdk, userPortal, mobileAppWebService, ...rest } = content;
  return {
    ...rest,
    bitness: content.bitness ?? 64,
    ...(mfaServer && { mfaServer: productOf(mfaServer) }),
    ...(phoneFactorAgent && { phoneFactorAgent: productOf(phoneFactorAgent) }),
    ...(webServiceSdk && { webServiceSdk: webApplicationOf(webServiceSdk) }),
    ...(userPortal && { userPortal: portalOf(userPortal) }),
    ...(mobileAppWebService && { mobileAppWebService: webApplicationOf(mobileAppWebService) }),
  };
}

function productOf({ role, ...rest }: ProductContent): ServerProduct {
  return { ...rest, role: role === 'master' || role === 'primary' ? 'master' : 'subordinate' };
}

function webApplicationOf({ virtualDirectory, site = 'Default Web Site' }: WebContent): WebApplication {
  return { virtualDirectory, site };
}

function portalOf(content: PortalContent): UserPortal {
  const { changedDefaultTheme = false, customThemes = [] } = content;
  return { ...webApplicationOf(content), changedDefaultTheme, customThemes };
}

function adfsFarmOf(content: AdfsFarmContent, host: Spell, adfs: Spell): AdfsFarm {
  const { primary, registrar, firstBatch, interchangeableWith = [], proxies = [], ...rest } = content;
  return {
    ...rest,
    nodes: content.nodes.map(host),
    ...(primary !== undefined && { primary: host(primary) }),
    ...(registrar !== undefined && { registrar: host(registrar) }),
    ...(firstBatch && { firstBatch: firstBatch.map(host) }),
    interchangeableWith: interchangeableWith.map(adfs),
    proxies: proxies.map(host),
  };
}
