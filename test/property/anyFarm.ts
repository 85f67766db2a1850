import fc from 'fast-check';
import type {
  AdfsFarmContent,
  ClientContent,
  FarmContent,
  HostContent,
  LoadBalancerContent,
  PortalContent,
  ProductContent,
} from '../../src/core/farm/content';
import type { Farm } from '../../src/core/farm/farm';
import { farmFromContent } from '../../src/core/farm/parse';
import { emptiedPools } from '../../src/core/plan/batches';
import { resolveDecisions } from '../../src/core/plan/decisions';

/** Few enough to come up together, different enough to matter for the plan. */
const targets = ['7.0.2', '8.0.1.1', '8.1'] as const;
const providers = ['WindowsAzureMultiFactorAuthentication', 'AzureMfaServerAuthentication'] as const;

const optional = <T extends object>(part: fc.Arbitrary<T>): fc.Arbitrary<T | Record<string, never>> =>
  fc.oneof(part, fc.constant({}));

const anyPath = fc.constantFrom('D:\\MFA\\', 'C:\\Program Files\\Multi-Factor Authentication Server');

const anyReach: fc.Arbitrary<Partial<HostContent>> = fc.record(
  {
    transport: fc.constantFrom('local', 'winrm', 'ssh', 'bundle'),
    port: fc.integer({ min: 1, max: 65535 }),
    useSsl: fc.boolean(),
    bitness: fc.constantFrom(32, 64),
  },
  { requiredKeys: [] },
);

const anyPortal: fc.Arbitrary<PortalContent> = fc.record(
  {
    virtualDirectory: fc.constantFrom('MultiFactorAuth', 'PhoneFactor', 'mfa'),
    site: fc.constantFrom('Default Web Site', 'Portal'),
    changedDefaultTheme: fc.boolean(),
    customThemes: fc.subarray(['Blue', 'Grün']),
  },
  { requiredKeys: ['virtualDirectory'] },
);

const anySdk = fc.record({
  virtualDirectory: fc.constantFrom('MultiFactorAuthWebServiceSdk', 'PhoneFactorWebServiceSdk'),
});
const anyMobileApp = fc.record({ virtualDirectory: fc.constantFrom('app', 'MultiFactorAuthMobileAppWebService') });

/** What a host can carry beside the server. */
const anyWebPart: fc.Arbitrary<Partial<HostContent>> = fc.record(
  { userPortal: anyPortal, mobileAppWebService: anyMobileApp },
  { requiredKeys: [] },
);

const someWebPart: fc.Arbitrary<Partial<HostContent>> = fc.oneof(
  fc.record({ userPortal: anyPortal }),
  fc.record({ mobileAppWebService: anyMobileApp }),
  fc.record({ userPortal: anyPortal, mobileAppWebService: anyMobileApp }),
  fc.record({ webServiceSdk: anySdk }),
  fc.record({ webServiceSdk: anySdk, userPortal: anyPortal }),
  fc.record({ webServiceSdk: anySdk, mobileAppWebService: anyMobileApp }),
  fc.record({ webServiceSdk: anySdk, userPortal: anyPortal, mobileAppWebService: anyMobileApp }),
);

function anyProduct(versions: readonly string[], isMaster: boolean): fc.Arbitrary<ProductContent> {
  const roles = isMaster ? (['master', 'primary'] as const) : (['subordinate', 'secondary'] as const);
  return fc.record(
    { version: fc.constantFrom(...versions), role: fc.constantFrom(...roles), installPath: anyPath },
    { requiredKeys: ['version', 'role'] },
  );
}

/** Servers with one master among them: all with MFA Server, or all with the PhoneFactor Agent. */
function anyServers(count: number): fc.Arbitrary<readonly HostContent[]> {
  return fc.tuple(fc.nat(count - 1), fc.boolean()).chain(([master, areAgents]) => {
    const server = (n: number): fc.Arbitrary<HostContent> => {
      const product = anyProduct(areAgents ? ['5.1.2', '5.0'] : ['6.3.1', '6.0', '7.0.0.9'], n === master);
      const sdk = optional(fc.record({ webServiceSdk: anySdk }));
      return fc.tuple(anyReach, product, sdk, anyWebPart).map(([reach, it, ...parts]) => ({
        name: `mfa${n}.example`,
        ...reach,
        ...(areAgents ? { phoneFactorAgent: it } : { mfaServer: it }),
        ...Object.assign({}, ...parts),
      }));
    };
    return fc.tuple(...Array.from({ length: count }, (_, n) => server(n)));
  });
}

function anyWebHosts(count: number): fc.Arbitrary<readonly HostContent[]> {
  const host = (n: number): fc.Arbitrary<HostContent> =>
    fc.tuple(anyReach, someWebPart).map(([reach, part]) => ({ name: `web${n}`, ...reach, ...part }));
  return fc.tuple(...Array.from({ length: count }, (_, n) => host(n)));
}

/** Which AD FS farm it is, the hosts of MFA Server and web components that are its nodes, and the farms that are interchangeable with it. */
interface AdfsSeat {
  readonly number: number;
  readonly shared: readonly string[];
  readonly partners: readonly string[];
}

const adfsNames = ['EMEA', 'AMER', 'Asien Süd', 'lab.one', 'old_farm-5'];

function anyAdfsFarm({ number, shared, partners }: AdfsSeat): fc.Arbitrary<AdfsFarmContent> {
  const sizes = fc.oneof({ weight: 4, arbitrary: fc.integer({ min: 1, max: 4 }) }, fc.integer({ min: 1, max: 30 }));
  return sizes.chain((size) => {
    const own = Array.from({ length: size }, (_, n) => `fs${number}n${n}.contoso.example`);
    const nodes = [...shared, ...own].slice(0, size);
    const largestBatch = nodes.length > 1 && partners.length === 0 ? nodes.length - 1 : nodes.length;
    return fc
      .record({
        isWid: fc.boolean(),
        start: fc.nat(nodes.length - 1),
        batchSize: fc.integer({ min: 0, max: largestBatch }),
        namesRegistrar: fc.boolean(),
        registeredProvider: fc.constantFrom(...providers),
        proxies: fc.subarray([`wap${number}a`, `wap${number}b`]),
      })
      .map(({ isWid, start, batchSize, namesRegistrar, ...rest }): AdfsFarmContent => {
        const inTurn = [...nodes.slice(start), ...nodes.slice(0, start)];
        const writer = nodes[start] ?? '';
        return {
          ...rest,
          name: adfsNames[number] ?? '',
          configurationDatabase: isWid ? 'wid' : 'sql',
          nodes,
          ...(isWid ? { primary: writer } : namesRegistrar && { registrar: writer }),
          ...(batchSize > 0 && { firstBatch: inTurn.slice(0, batchSize) }),
          ...(partners.length > 0 && { interchangeableWith: partners }),
        };
      });
  });
}

/** Farms in the same group above 0 are interchangeable; each may sit on up to three MFA servers and web hosts. */
function anyAdfsFarms(hosts: readonly HostContent[]): fc.Arbitrary<readonly AdfsFarmContent[]> {
  const seats = fc.array(fc.record({ group: fc.nat(2), sharing: fc.nat(3) }), { maxLength: adfsNames.length });
  return seats.chain((drawn) => {
    const partnersOf = (number: number, group: number): readonly string[] =>
      adfsNames.filter((_, other) => other !== number && group > 0 && drawn[other]?.group === group);
    return fc.tuple(
      ...drawn.map(({ group, sharing }, number) => {
        const own = hosts.filter((_, n) => n % drawn.length === number).slice(0, sharing);
        return anyAdfsFarm({ number, shared: own.map(({ name }) => name), partners: partnersOf(number, group) });
      }),
    );
  });
}

function anyBalancers(
  hosts: readonly HostContent[],
  adfsFarms: readonly AdfsFarmContent[],
): fc.Arbitrary<readonly LoadBalancerContent[]> {
  const carrying = (has: (host: HostContent) => unknown): readonly string[] =>
    hosts.filter((host) => has(host) !== undefined).map(({ name }) => name);
  const candidates = [
    ['mfaServer', carrying((host) => host.mfaServer ?? host.phoneFactorAgent)],
    ['webServiceSdk', carrying((host) => host.webServiceSdk)],
    ['userPortal', carrying((host) => host.userPortal)],
    ['mobileAppWebService', carrying((host) => host.mobileAppWebService)],
    ...adfsFarms.map(({ nodes }) => ['adfs', nodes] as const),
  ] as const;
  const balancers = candidates
    .filter(([, members]) => members.length > 0)
    .map(([serves, members], n) =>
      fc
        .record({
          kind: fc.constantFrom('windowsNlb', 'other'),
          members: fc.oneof(fc.constant([...members]), fc.subarray([...members], { minLength: 1 })),
        })
        .map((drawn): readonly LoadBalancerContent[] => [{ name: `pool ${n} ${serves}`, serves, ...drawn }]),
    );
  // A cluster that the MFA servers among the nodes share with AD FS.
  const servers = carrying((host) => host.mfaServer ?? host.phoneFactorAgent);
  const clusters = adfsFarms.flatMap(({ nodes }, n) => {
    const members = nodes.filter((node) => servers.includes(node));
    const pool = (serves: 'mfaServer' | 'adfs'): LoadBalancerContent => ({
      name: `cluster ${n} ${serves}`,
      kind: 'windowsNlb',
      serves,
      members,
    });
    return members.length > 0 ? [fc.constant([pool('mfaServer'), pool('adfs')])] : [];
  });
  const each = [...balancers, ...clusters].map((drawn) => fc.oneof(drawn, fc.constant([])));
  return fc.tuple(...each).map((lists) => lists.flat());
}

function anyClients(
  servers: readonly HostContent[],
  balancers: readonly LoadBalancerContent[],
): fc.Arbitrary<readonly ClientContent[]> {
  const kind = fc.constantFrom('radius', 'ldap', 'iis', 'windowsAuthentication', 'webServiceSdk', 'other');
  const names = servers.map(({ name }) => name);
  const toServers = fc.record({ kind, servers: fc.shuffledSubarray(names, { minLength: 1 }) });
  const toBalancer = balancers.map(({ name }) => fc.record({ kind, loadBalancer: fc.constant(name) }));
  const client: fc.Arbitrary<Omit<ClientContent, 'name'>> = fc.oneof(toServers, ...toBalancer);
  return fc.array(client, { maxLength: 4 }).map((drawn) => drawn.map((each, n) => ({ name: `client ${n}`, ...each })));
}

/** Some of the nodes stand among the hosts too, with a transport of their own. */
function anyListedNodes(
  others: readonly HostContent[],
  adfsFarms: readonly AdfsFarmContent[],
): fc.Arbitrary<readonly HostContent[]> {
  const taken = new Set(others.map(({ name }) => name));
  const nodes = adfsFarms.flatMap((farm) => farm.nodes).filter((node) => !taken.has(node));
  const host = (name: string): fc.Arbitrary<HostContent> => anyReach.map((reach) => ({ name, ...reach }));
  return fc.subarray(nodes, { maxLength: Math.min(nodes.length, 5) }).chain((some) => fc.tuple(...some.map(host)));
}

/** Without the pools of an AD FS farm whose batches would leave nobody in one: such a farm has no plan. */
function served(
  hosts: readonly HostContent[],
  adfsFarms: readonly AdfsFarmContent[],
  loadBalancers: readonly LoadBalancerContent[],
): readonly LoadBalancerContent[] {
  const farm = farmFromContent({ name: 'Any farm', targetVersion: targets[0], hosts, adfsFarms, loadBalancers });
  if (!farm.ok) throw new Error(`anyBalancers has a mistake: ${JSON.stringify(farm.findings)}`);
  const decisions = resolveDecisions(farm.value, new Map(), 'production');
  const found = decisions.ok ? emptiedPools(farm.value, decisions.value) : [];
  const gone = new Set(found.flatMap(({ pointer }) => adfsFarms[Number(pointer?.split('/')[2])]?.nodes ?? []));
  return loadBalancers.filter(({ serves, members }) => serves !== 'adfs' || !members.some((each) => gone.has(each)));
}

/** Content of farm.json without a mistake: up to 40 hosts, up to 5 AD FS farms of up to 30 nodes, agents or servers. */
export const anyFarmContent: fc.Arbitrary<FarmContent> = fc
  .tuple(fc.integer({ min: 1, max: 12 }), fc.nat(23))
  .chain(([servers, webHosts]) => fc.tuple(anyServers(servers), anyWebHosts(webHosts)))
  .chain(([servers, webHosts]) =>
    fc.tuple(fc.constant(servers), fc.constant(webHosts), anyAdfsFarms([...servers, ...webHosts])),
  )
  .chain(([servers, webHosts, adfsFarms]) => {
    const hosts = [...servers, ...webHosts];
    const balanced = anyBalancers(hosts, adfsFarms).chain((drawn) => {
      const loadBalancers = served(hosts, adfsFarms, drawn);
      return anyClients(servers, loadBalancers).map((clients) => ({ loadBalancers, clients }));
    });
    return fc
      .tuple(fc.constantFrom(...targets), anyListedNodes(hosts, adfsFarms), balanced)
      .map(([targetVersion, listed, rest]): FarmContent => {
        return { name: 'Any farm', targetVersion, hosts: [...hosts, ...listed], adfsFarms, ...rest };
      });
  });

/** The farm of such content. */
export const anyFarm: fc.Arbitrary<Farm> = anyFarmContent.map((content) => {
  const farm = farmFromContent(content);
  if (!farm.ok) throw new Error(`anyFarmContent has a mistake: ${JSON.stringify(farm.findings)}`);
  return farm.value;
});
