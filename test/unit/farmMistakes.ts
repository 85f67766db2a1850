import { changed, changedBy, example } from './farmExample';

/** A farm file with one mistake: what is wrong, the code and pointer that must be told, the content. */
export type Plant = readonly [what: string, told: string, content: unknown];

const mfa = '/hosts/1/mfaServer';
const emea = '/adfsFarms/0';
const amer = '/adfsFarms/1';
const host = (n: number): object => example.hosts[n] ?? {};

const shapes: readonly Plant[] = [
  ['a member nobody knows', 'FarmUnknownMember /hosts/1/colour', changed('/hosts/1/colour', 'red')],
  ['a misspelt member', `FarmUnknownMember ${mfa}/instalPath`, changed(`${mfa}/instalPath`, 'D:\\MFA')],
  ['a required member misspelt', 'FarmUnknownMember /targetVersoin', misspelt()],
  ['a member of an element misspelt', 'FarmUnknownMember /hosts/0/mfaserver', misspeltComponent()],
  [
    'a misspelt list of AD FS farms, whose nodes now seem to carry nothing',
    'FarmUnknownMember /adfsfarms',
    changedBy(['/adfsfarms', example.adfsFarms], ['/adfsFarms', undefined]),
  ],
  ['$schema below the root', 'FarmUnknownMember /hosts/0/$schema', changed('/hosts/0/$schema', 'x')],
  ['a missing member', `FarmMissingMember ${mfa}`, changed(`${mfa}/version`, undefined)],
  ['a missing list', 'FarmMissingMember ', { name: 'Contoso', targetVersion: '8.0.1.1' }],
  ['a text for a list', 'FarmWrongType /hosts', changed('/hosts', 'mfa01')],
  ['a number for a name', 'FarmWrongType /hosts/3/name', changed('/hosts/3/name', 5)],
  [
    'null for a host',
    'FarmWrongType /hosts/2',
    changedBy(
      ['/hosts/2', null],
      ['/loadBalancers/0/serves', 'adfs'],
      ['/loadBalancers/0/members', ['fs01.contoso.example']],
    ),
  ],
  ['a text for a switch', 'FarmWrongType /hosts/1/useSsl', changed('/hosts/1/useSsl', 'yes')],
  ['a broken number for a port', 'FarmWrongType /hosts/1/port', changed('/hosts/1/port', 1.5)],
  [
    'two primaries',
    `FarmWrongType ${emea}/primary`,
    changed(`${emea}/primary`, ['fs01.contoso.example', 'fs02.contoso.example']),
  ],
  ['a list for the farm', 'FarmWrongType ', []],
  ['a number for the farm', 'FarmWrongType ', 5],
  ['an unknown role', `FarmUnknownValue ${mfa}/role`, changed(`${mfa}/role`, 'slave')],
  ['a role in capitals', `FarmUnknownValue ${mfa}/role`, changed(`${mfa}/role`, 'Subordinate')],
  ['a bitness as text', 'FarmUnknownValue /hosts/3/bitness', changed('/hosts/3/bitness', '64')],
  ['a format before the first', 'FarmUnknownValue /formatVersion', changed('/formatVersion', 0)],
  ['a newer format', 'FarmFormatNewer /formatVersion', changed('/formatVersion', 2)],
  [
    'an AD FS farm without nodes',
    `FarmEmptyList ${amer}/nodes`,
    changedBy([`${amer}/nodes`, []], [`${amer}/registrar`, undefined]),
  ],
  ['a first batch of nobody', `FarmEmptyList ${emea}/firstBatch`, changed(`${emea}/firstBatch`, [])],
  ['a client without servers', 'FarmEmptyList /clients/0/servers', changed('/clients/0/servers', [])],
  ['a port beyond the last', 'FarmPortNumber /hosts/1/port', changed('/hosts/1/port', 65536)],
  ['an IP address for a host', 'FarmHostName /hosts/3/name', changedBy(['/hosts/3/name', '10.0.0.5'])],
  ['a name with blanks at the end', `FarmName /clients/0/name`, changed('/clients/0/name', 'VPN ')],
  ['a farm without a name', 'FarmName /name', changed('/name', '')],
  ['a version of one number', 'FarmVersion /targetVersion', changed('/targetVersion', '8')],
  ['a version with a letter', `FarmVersion ${mfa}/version`, changed(`${mfa}/version`, '6.3.1b')],
  ['a share for a path', `FarmInstallPath ${mfa}/installPath`, changed(`${mfa}/installPath`, '\\\\nas\\mfa')],
  [
    'a path for a virtual directory',
    'FarmVirtualDirectory /hosts/1/webServiceSdk/virtualDirectory',
    changed('/hosts/1/webServiceSdk/virtualDirectory', '/sdk'),
  ],
  ['a path for a site', 'FarmSite /hosts/1/webServiceSdk/site', changed('/hosts/1/webServiceSdk/site', 'a/b')],
  [
    'a provider beyond ASCII',
    `FarmProviderName ${emea}/registeredProvider`,
    changed(`${emea}/registeredProvider`, 'AzureMfa\u0421'),
  ],
  [
    'a path for a theme',
    'FarmThemeName /hosts/2/userPortal/customThemes/0',
    changed('/hosts/2/userPortal/customThemes/0', '..\\Blue'),
  ],
];

const rules: readonly Plant[] = [
  [
    'a host twice, in other case',
    'FarmDuplicateHost /hosts/4/name',
    changed('/hosts/4', { ...host(1), name: 'MFA02.Contoso.Example' }),
  ],
  [
    'a host twice, with a dot',
    'FarmDuplicateHost /hosts/4/name',
    changed('/hosts/4', { ...host(1), name: 'mfa02.contoso.example.' }),
  ],
  ['no master', 'FarmNoMaster /hosts', changed('/hosts/0/mfaServer/role', 'secondary')],
  ['no server at all', 'FarmNoMaster /hosts', { name: 'Contoso', targetVersion: '8.0', hosts: [] }],
  ['two masters', 'FarmSeveralMasters /hosts', changed(`${mfa}/role`, 'primary')],
  [
    'agent and server in one farm',
    'FarmMixedProducts /hosts',
    changed('/hosts/2/phoneFactorAgent', { version: '5.1.2', role: 'subordinate' }),
  ],
  ['a host that carries nothing', 'FarmIdleHost /hosts/4', changed('/hosts/4', { name: 'print01' })],
  ['MFA Server before its first version', `FarmProductVersion ${mfa}/version`, changed(`${mfa}/version`, '5.9.9')],
  ['a PhoneFactor Agent after its last version', 'FarmProductVersion /hosts/0/phoneFactorAgent/version', agents('6.0')],
  ['a target that is no MFA Server', 'FarmProductVersion /targetVersion', agents('5.1', '5.2')],
  ['a target older than a server', 'FarmTargetOlder /targetVersion', changed('/targetVersion', '6.3.0.9')],
  ['WID without a primary', `FarmPrimaryMissing ${emea}`, changed(`${emea}/primary`, undefined)],
  ['a primary in SQL', `FarmPrimaryNotForSql ${amer}/primary`, changed(`${amer}/primary`, 'fs11.contoso.example')],
  [
    'a registrar in WID',
    `FarmRegistrarNotForWid ${emea}/registrar`,
    changed(`${emea}/registrar`, 'fs01.contoso.example'),
  ],
  ['a primary that is no node', `FarmNotANode ${emea}/primary`, changed(`${emea}/primary`, 'fs09')],
  [
    'a registrar that is no node',
    `FarmNotANode ${amer}/registrar`,
    changed(`${amer}/registrar`, 'fs01.contoso.example'),
  ],
  [
    'a stranger in the first batch',
    `FarmNotANode ${emea}/firstBatch/1`,
    changed(`${emea}/firstBatch/1`, 'fs11.contoso.example'),
  ],
  [
    'a first batch without the primary',
    `FarmBatchWithoutRegistrar ${emea}/firstBatch`,
    changed(`${emea}/firstBatch/0`, 'fs02.contoso.example'),
  ],
  [
    'a first batch without the registrar',
    `FarmBatchWithoutRegistrar ${amer}/firstBatch`,
    changed(`${amer}/firstBatch`, ['fs11.contoso.example']),
  ],
  [
    'a first batch of all nodes',
    `FarmBatchWholeFarm ${emea}/firstBatch`,
    alone([`${emea}/firstBatch/1`, 'FS02.contoso.example']),
  ],
  [
    'a cloud provider',
    `FarmCloudProvider ${emea}/registeredProvider`,
    changed(`${emea}/registeredProvider`, 'azureMFAauthentication'),
  ],
  [
    'the other cloud provider',
    `FarmCloudProvider ${emea}/registeredProvider`,
    changed(`${emea}/registeredProvider`, 'AzurePrimaryAuthentication'),
  ],
  ['a proxy that is a node', `FarmProxyIsNode ${emea}/proxies/0`, changed(`${emea}/proxies/0`, 'FS02.contoso.example')],
  ['a node in two farms', `FarmNodeInTwoFarms ${amer}/nodes/2`, changed(`${amer}/nodes/2`, 'FS02.contoso.example.')],
  [
    'a partner that is not there',
    `FarmUnknownAdfsFarm ${emea}/interchangeableWith/1`,
    changed(`${emea}/interchangeableWith/1`, 'APAC'),
  ],
  [
    'a farm as its own partner',
    `FarmInterchangeableWithItself ${emea}/interchangeableWith/1`,
    changed(`${emea}/interchangeableWith/1`, 'emea'),
  ],
  [
    'a partner that does not answer',
    `FarmInterchangeableOneSided ${amer}/interchangeableWith/0`,
    changed(`${emea}/interchangeableWith`, []),
  ],
  [
    'a member that is no host',
    'FarmUnknownHost /loadBalancers/0/members/1',
    changed('/loadBalancers/0/members/1', 'web09'),
  ],
  ['a server that is no host', 'FarmUnknownHost /clients/0/servers/2', changed('/clients/0/servers/2', 'mfa09')],
  [
    'a member without the component',
    'FarmMemberCannotServe /loadBalancers/0/members/1',
    changed('/loadBalancers/0/members/1', 'mfa01.contoso.example'),
  ],
  [
    'a member that is no node',
    'FarmMemberCannotServe /loadBalancers/0/members/0',
    changed('/loadBalancers/0/serves', 'adfs'),
  ],
  ['a client with two kinds of target', 'FarmClientTarget /clients/0', changed('/clients/0/loadBalancer', 'portal')],
  ['a client without a target', 'FarmClientTarget /clients/0', changed('/clients/0/servers', undefined)],
  [
    'a client of a portal host',
    'FarmServerWithoutMfa /clients/0/servers/0',
    changed('/clients/0/servers/0', 'web01.contoso.example'),
  ],
  [
    'a client of an AD FS node',
    'FarmServerWithoutMfa /clients/0/servers/0',
    changed('/clients/0/servers/0', 'fs11.contoso.example'),
  ],
  [
    'a balancer that is not there',
    'FarmUnknownBalancer /clients/1/loadBalancer',
    changed('/clients/1/loadBalancer', 'vpn'),
  ],
  ['an AD FS farm called as the farm', 'FarmNameTaken /clients/0/name', changed('/clients/0/name', 'contoso')],
  ['a client called as a balancer', 'FarmNameTaken /clients/0/name', changed('/clients/0/name', 'Portal')],
  ['a client called as a host', 'FarmNameTaken /clients/0/name', changed('/clients/0/name', 'MFA01.contoso.example')],
  ['a client called as a node', 'FarmNameTaken /clients/0/name', changed('/clients/0/name', 'fs12.contoso.example')],
  ['a farm called as a host', 'FarmNameTaken /name', changed('/name', 'web01.contoso.example')],
  ['a node listed twice', `FarmListedTwice ${emea}/nodes/2`, changed(`${emea}/nodes/2`, 'FS01.contoso.example')],
  [
    'a server listed twice',
    'FarmListedTwice /clients/0/servers/2',
    changed('/clients/0/servers/2', 'mfa01.contoso.example.'),
  ],
  [
    'a theme listed twice',
    'FarmListedTwice /hosts/2/userPortal/customThemes/1',
    changed('/hosts/2/userPortal/customThemes/1', 'BLUE'),
  ],
];

/** Every mistake that content can have, one farm file for each. */
export const plants: readonly Plant[] = [...shapes, ...rules];

function misspelt(): unknown {
  return changedBy(['/targetVersoin', '8.0.1.1'], ['/targetVersion', undefined]);
}

/** The host looks empty and the farm without a master, but only because of the one wrong name. */
function misspeltComponent(): unknown {
  return changedBy(['/hosts/0/mfaserver', { version: '6.3.1', role: 'master' }], ['/hosts/0/mfaServer', undefined]);
}

/** EMEA without a partner. */
function alone(change: readonly [string, unknown]): unknown {
  return changedBy([`${emea}/interchangeableWith`, []], [`${amer}/interchangeableWith`, []], change);
}

/** One PhoneFactor Agent of a version, and where it is to go. */
export function agents(version: string, targetVersion = '8.0.1.1'): unknown {
  return { name: 'Fabrikam', targetVersion, hosts: [{ name: 'pf01', phoneFactorAgent: { version, role: 'master' } }] };
}
