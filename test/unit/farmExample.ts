import type { Finding } from '../../src/core/report/finding';
import { parseFarm, type ParsedFarm } from '../../src/core/farm/parse';
import type { FarmContent } from '../../src/core/farm/content';

const provider = 'WindowsAzureMultiFactorAuthentication';
const portal = { virtualDirectory: 'MultiFactorAuth' };

/** A farm with one of everything, and nothing wrong. */
export const example: FarmContent = {
  formatVersion: 1,
  name: 'Contoso',
  targetVersion: '8.0.1.1',
  hosts: [
    { name: 'mfa01.contoso.example', mfaServer: { version: '6.3.1', role: 'master' } },
    {
      name: 'mfa02.contoso.example',
      port: 5986,
      useSsl: true,
      mfaServer: { version: '6.3.1', role: 'subordinate', installPath: 'D:\\MFA\\' },
      webServiceSdk: { virtualDirectory: 'MultiFactorAuthWebServiceSdk' },
    },
    { name: 'web01.contoso.example', transport: 'bundle', userPortal: { ...portal, customThemes: ['Blue'] } },
    { name: 'fs01.contoso.example', transport: 'ssh', bitness: 64 },
  ],
  adfsFarms: [
    {
      name: 'EMEA',
      configurationDatabase: 'wid',
      nodes: ['fs01.contoso.example', 'fs02.contoso.example'],
      primary: 'fs01.contoso.example',
      registeredProvider: provider,
      firstBatch: ['fs01.contoso.example'],
      interchangeableWith: ['AMER'],
      proxies: ['wap01.contoso.example'],
    },
    {
      name: 'AMER',
      configurationDatabase: 'sql',
      nodes: ['fs11.contoso.example', 'fs12.contoso.example'],
      registrar: 'fs12.contoso.example',
      registeredProvider: provider,
      interchangeableWith: ['EMEA'],
    },
  ],
  loadBalancers: [{ name: 'portal', kind: 'windowsNlb', serves: 'userPortal', members: ['web01.contoso.example'] }],
  clients: [
    { name: 'VPN gateway', kind: 'radius', servers: ['mfa01.contoso.example', 'mfa02.contoso.example'] },
    { name: 'Intranet', kind: 'iis', loadBalancer: 'portal' },
  ],
};

type Json = Record<string, unknown>;

/** A copy of the example with one value changed; undefined takes the member or element out. */
export function changed(pointer: string, value: unknown, content: unknown = example): unknown {
  const copy: unknown = structuredClone(content);
  const parts = pointer.split('/').slice(1);
  const last = parts.pop() ?? '';
  const parent = parts.reduce((part, name) => (part as Json)[name], copy) as Json;
  if (value !== undefined) parent[last] = value;
  else if (Array.isArray(parent)) parent.splice(Number(last), 1);
  else Reflect.deleteProperty(parent, last);
  return copy;
}

/** The example with several changes, one after the other. */
export function changedBy(...changes: readonly (readonly [pointer: string, value: unknown])[]): unknown {
  return changes.reduce<unknown>((content, [pointer, value]) => changed(pointer, value, content), example);
}

/** What parsing says: findings as code and pointer. */
export function told(findings: readonly Finding[]): readonly string[] {
  return findings.map(({ code, pointer }) => (pointer === undefined ? code : `${code} ${pointer}`));
}

/** Findings of a content, written out as JSON and read again. */
export function findingsIn(content: unknown): readonly Finding[] {
  return parseFarm(JSON.stringify(content, undefined, 2)).findings;
}

/** The farm of a text that must be a good one. */
export function parsed(text: string): ParsedFarm {
  const result = parseFarm(text);
  if (!result.ok) throw new Error(`This is no farm: ${told(result.findings).join(', ')}`);
  return result.value;
}
