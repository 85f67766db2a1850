/** Two config files of the same settings, as bytes. */
export interface ConfigPair {
  readonly old: Uint8Array;
  readonly new: Uint8Array;
}

/** Every so many entries: a setting of a program, a handler, a binding redirect; the others are keys of `appSettings`. */
const kinds = ['key', 'key', 'setting', 'key', 'handler', 'key', 'setting', 'redirect'] as const;

/**
 * A web.config of about this size in two versions that differ in a share of their settings' values, spread over the whole
 * file. Deterministic.
 */
export function configPair(bytes: number, changedShare: number): ConfigPair {
  const count = Math.max(8, Math.round(bytes / 152));
  const every = Math.round(1 / changedShare);
  const write = (version: string): Uint8Array =>
    new TextEncoder().encode(written(count, (n) => (n % every === 1 ? version : 'same')));
  return { old: write('old'), new: write('new') };
}

function written(count: number, versionOf: (n: number) => string): string {
  const parts: Record<(typeof kinds)[number], string[]> = { key: [], setting: [], handler: [], redirect: [] };
  // What a file has of each kind is numbered on its own, so that the changes fall on settings only.
  for (let n = 0; n < count; n += 1) {
    const kind = kinds[n % kinds.length] ?? 'key';
    parts[kind].push(entry(kind, n, versionOf(Math.floor(n / 2))));
  }
  return `<?xml version="1.0" encoding="utf-8"?>
<configuration>
  <configSections>
    <section name="applicationSettings" type="System.Configuration.ApplicationSettingsGroup, System" />
  </configSections>
  <appSettings>
${parts.key.join('\n')}
  </appSettings>
  <applicationSettings>
    <pfup.Properties.Settings>
${parts.setting.join('\n')}
    </pfup.Properties.Settings>
  </applicationSettings>
  <system.webServer>
    <handlers>
${parts.handler.join('\n')}
    </handlers>
  </system.webServer>
  <runtime>
${parts.redirect.join('\n')}
  </runtime>
</configuration>
`;
}

function entry(kind: (typeof kinds)[number], n: number, version: string): string {
  switch (kind) {
    case 'key':
      return `    <!-- What setting ${n} is for, said in a line of its own. -->
    <add key="WEB_SERVICE_SDK_SETTING_${n}" value="https://mfa${n}.contoso.example/MultiFactorAuth?version=${version}&amp;n=${n}" />`;
    case 'setting':
      return `      <setting name="pfup_pfwssdk_Setting${n}" serializeAs="String">
        <value>https://mfa${n}.contoso.example/Sdk/PfWsSdk.asmx?${version}</value>
      </setting>`;
    case 'handler':
      return `      <add name="Handler${n}" verb="GET,HEAD" path="Page${n}.axd" type="Contoso.Web.Handler${n}, Contoso.Web, Version=8.0.0.0" />`;
    case 'redirect':
      return `    <dependentAssembly><assemblyIdentity name="Contoso.Part${n}" culture="neutral" /><bindingRedirect oldVersion="0.0.0.0-8.0.0.0" newVersion="8.0.0.0" /></dependentAssembly>`;
  }
}

/** Values that once took the square of their length: what looks like the beginning of a version, or of an address. */
export const hostileValues: Readonly<Record<string, (characters: number) => string>> = {
  'blanks in a type': (characters) => `=${' '.repeat(characters)}`,
  'colons in an address': (characters) => `://${':'.repeat(characters)}`,
};

/** Two config files that differ behind a hostile value of so many characters. */
export function hostilePair(value: string): ConfigPair {
  const write = (end: string): Uint8Array =>
    new TextEncoder().encode(
      `<configuration><appSettings><add key="A" value="${value}${end}" /></appSettings><x type="${value}${end}" /></configuration>`,
    );
  return { old: write('old'), new: write('new') };
}
