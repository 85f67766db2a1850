import { changed, changedBy, example } from './farmExample';
import { agents, type Plant } from './farmMistakes';

const mfa = '/hosts/1/mfaServer';
const emea = '/adfsFarms/0';
const amer = '/adfsFarms/1';
const adfsPool = {
  name: 'sign-in',
  kind: 'other',
  serves: 'adfs',
  members: ['fs02.contoso.example', 'fs11.contoso.example'],
};
const behind: readonly [string, unknown] = ['/loadBalancers/1', adfsPool];

/** Mistakes after which something else in the file leads nowhere, or seems to be missing. */
export const ledAstray: readonly Plant[] = [
  [
    'the AD FS primary misspelt',
    `FarmUnknownMember ${emea}/primry`,
    changedBy([`${emea}/primry`, 'fs01.contoso.example'], [`${emea}/primary`, undefined]),
  ],
  [
    'letters of a name swapped',
    'FarmUnknownMember /clients/0/knid',
    changedBy(['/clients/0/knid', 'radius'], ['/clients/0/kind', undefined]),
  ],
  [
    'the partners of a farm misspelt',
    `FarmUnknownMember ${amer}/interchangableWith`,
    changedBy([`${amer}/interchangableWith`, ['EMEA']], [`${amer}/interchangeableWith`, undefined]),
  ],
  [
    'the partners of a farm misspelt that leaves as a whole',
    `FarmUnknownMember ${emea}/interchangableWith`,
    changedBy(
      [`${emea}/firstBatch/1`, 'fs02.contoso.example'],
      [`${emea}/interchangableWith`, ['AMER']],
      [`${emea}/interchangeableWith`, undefined],
    ),
  ],
  [
    'the AD FS farms misspelt, behind a load balancer',
    'FarmUnknownMember /adfsFarm',
    changedBy(['/adfsFarm', example.adfsFarms], ['/adfsFarms', undefined], behind),
  ],
  [
    'the AD FS farms under a name of their own, behind a load balancer',
    'FarmUnknownMember /federation',
    changedBy(['/federation', example.adfsFarms], ['/adfsFarms', undefined], behind),
  ],
  [
    'a text for the AD FS farms, behind a load balancer',
    'FarmWrongType /adfsFarms',
    changedBy(['/adfsFarms', 'EMEA'], behind),
  ],
  [
    'the nodes misspelt, behind a load balancer',
    `FarmUnknownMember ${emea}/node`,
    changedBy([`${emea}/node`, ['fs01.contoso.example', 'fs02.contoso.example']], [`${emea}/nodes`, undefined], behind),
  ],
  [
    'a text for the nodes, behind a load balancer',
    `FarmWrongType ${emea}/nodes`,
    changedBy([`${emea}/nodes`, 'fs01.contoso.example'], behind),
  ],
  [
    'the load balancers misspelt that a client names',
    'FarmUnknownMember /loadBalancer',
    changedBy(['/loadBalancer', example.loadBalancers], ['/loadBalancers', undefined]),
  ],
  ['an IP address for a host that others name', 'FarmHostName /hosts/1/name', changed('/hosts/1/name', '10.0.0.5')],
  ['a number for a host that others name', 'FarmWrongType /hosts/2/name', changed('/hosts/2/name', 5)],
  ['a host without the name that others name', 'FarmMissingMember /hosts/1', changed('/hosts/1/name', undefined)],
  ['null for a host that others name', 'FarmWrongType /hosts/1', changed('/hosts/1', null)],
  [
    'null for a host that is a node, behind a load balancer of its portal',
    'FarmWrongType /hosts/2',
    changedBy(['/hosts/2', null], [`${amer}/nodes/2`, 'web01.contoso.example']),
  ],
  [
    'a host under the name of another one',
    'FarmDuplicateHost /hosts/1/name',
    changed('/hosts/1/name', 'mfa01.contoso.example'),
  ],
  [
    'a host of two entries, each with a part of what it carries',
    'FarmDuplicateHost /hosts/4/name',
    changedBy(
      ['/hosts/4', { name: 'web01.contoso.example', webServiceSdk: { virtualDirectory: 'Sdk' } }],
      ['/loadBalancers/0/serves', 'webServiceSdk'],
    ),
  ],
  ['the master listed twice', 'FarmDuplicateHost /hosts/4/name', changed('/hosts/4', example.hosts[0])],
  ['no name for a load balancer', 'FarmName /loadBalancers/0/name', changed('/loadBalancers/0/name', 'a:b')],
  [
    'a load balancer without its name',
    'FarmMissingMember /loadBalancers/0',
    changed('/loadBalancers/0/name', undefined),
  ],
  ['an AD FS farm without its name', `FarmMissingMember ${amer}`, changed(`${amer}/name`, undefined)],
  [
    'a partner misspelt',
    `FarmUnknownAdfsFarm ${emea}/interchangeableWith/0`,
    changed(`${emea}/interchangeableWith/0`, 'AMRE'),
  ],
  [
    'a farm in place of its partner',
    `FarmInterchangeableWithItself ${emea}/interchangeableWith/0`,
    changed(`${emea}/interchangeableWith/0`, 'EMEA'),
  ],
  [
    'the registering node of the first batch misspelt',
    `FarmNotANode ${emea}/firstBatch/0`,
    changed(`${emea}/firstBatch/0`, 'fs09'),
  ],
  [
    'a node twice, in place of the one that registers',
    `FarmListedTwice ${amer}/nodes/1`,
    changed(`${amer}/nodes/1`, 'fs11.contoso.example'),
  ],
  [
    'a registrar in WID, in place of the AD FS primary',
    `FarmRegistrarNotForWid ${emea}/registrar`,
    changedBy([`${emea}/registrar`, 'fs01.contoso.example'], [`${emea}/primary`, undefined]),
  ],
  ['a target before the first MFA Server', 'FarmProductVersion /targetVersion', agents('5.1', '4.2')],
  ['a PhoneFactor Agent newer than the target', 'FarmProductVersion /hosts/0/phoneFactorAgent/version', agents('8.2')],
];

/** Farm files with two mistakes, of which neither follows from the other. */
export const pairs: readonly (readonly [what: string, told: readonly string[], content: unknown])[] = [
  [
    'a misspelt path, and no AD FS primary',
    [`FarmUnknownMember ${mfa}/instalPath`, `FarmPrimaryMissing ${emea}`],
    changedBy([`${mfa}/instalPath`, 'D:\\MFA'], [`${emea}/primary`, undefined]),
  ],
  [
    'in one AD FS farm misspelt proxies, and no AD FS primary',
    [`FarmPrimaryMissing ${emea}`, `FarmUnknownMember ${emea}/proxys`],
    changedBy([`${emea}/proxys`, []], [`${emea}/proxies`, undefined], [`${emea}/primary`, undefined]),
  ],
  [
    'a load balancer without a name, and an unknown member of it',
    ['FarmName /loadBalancers/0/name', 'FarmUnknownHost /loadBalancers/0/members/1'],
    changedBy(['/loadBalancers/0/name', ''], ['/loadBalancers/0/members/1', 'web09']),
  ],
  [
    'a host without a sound name, and a balancer that is not there',
    ['FarmHostName /hosts/1/name', 'FarmUnknownBalancer /clients/1/loadBalancer'],
    changedBy(['/hosts/1/name', '10.0.0.5'], ['/clients/1/loadBalancer', 'vpn']),
  ],
  [
    'two hosts without a role',
    ['FarmMissingMember /hosts/0/mfaServer', `FarmMissingMember ${mfa}`],
    changedBy(['/hosts/0/mfaServer/role', undefined], [`${mfa}/role`, undefined]),
  ],
  [
    'an AD FS farm without a name, and no AD FS primary',
    [`FarmMissingMember ${emea}`, `FarmPrimaryMissing ${emea}`],
    changedBy([`${emea}/name`, undefined], [`${emea}/primary`, undefined]),
  ],
  [
    'masters of which one has no name',
    ['FarmSeveralMasters /hosts', 'FarmMissingMember /hosts/1'],
    changedBy([`${mfa}/role`, 'master'], ['/hosts/1/name', undefined]),
  ],
];
