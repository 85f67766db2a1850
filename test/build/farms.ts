import { readFileSync } from 'node:fs';
import { join, resolve } from 'node:path';
import type { AdfsFarm, Farm, Host } from '../../src/core/farm/farm';
import { decodeFarm, parseFarm } from '../../src/core/farm/parse';

/** A farm of MFA servers `mfa01` (master), `mfa02` ..., each with the SDK unless told otherwise. */
export function aFarm(servers: number, more: Partial<Farm> = {}, sdkOn: (n: number) => boolean = () => true): Farm {
  const hosts = Array.from({ length: servers }, (_, n) => aServer(n + 1, sdkOn(n + 1)));
  return { name: 'Contoso', targetVersion: '8.0.1.1', hosts, adfsFarms: [], loadBalancers: [], clients: [], ...more };
}

function aServer(n: number, hasSdk = true): Host {
  return {
    name: `mfa${String(n).padStart(2, '0')}.contoso.example`,
    bitness: 64,
    mfaServer: { version: '6.3.1', role: n === 1 ? 'master' : 'subordinate' },
    ...(hasSdk
      ? { webServiceSdk: { virtualDirectory: 'MultiFactorAuthWebServiceSdk', site: 'Default Web Site' } }
      : {}),
  };
}

export function anAdfsFarm(name: string, nodes: readonly string[], more: Partial<AdfsFarm> = {}): AdfsFarm {
  return {
    name,
    configurationDatabase: 'sql',
    nodes,
    registeredProvider: 'WindowsAzureMultiFactorAuthentication',
    interchangeableWith: [],
    proxies: [],
    ...more,
  };
}

/** The farm of a sample that ships. */
export function sampleFarm(name: 'contoso' | 'fabrikam' | 'northwind'): Farm {
  const file = join(resolve(__dirname, '..', '..'), 'samples', name, 'farm.json');
  const text = decodeFarm(readFileSync(file), file);
  const parsed = text.ok ? parseFarm(text.value, file) : text;
  if (!parsed.ok) throw new Error(JSON.stringify(parsed.findings));
  return parsed.value.farm;
}
