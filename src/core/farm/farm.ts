/** The farm *before* the upgrade, as farm.json describes it: checked, names in one spelling, defaults filled in. */
export interface Farm {
  readonly name: string;
  readonly targetVersion: string;
  /** The hosts of farm.json in its order, then every AD FS node that is not among them. */
  readonly hosts: readonly Host[];
  readonly adfsFarms: readonly AdfsFarm[];
  readonly loadBalancers: readonly LoadBalancer[];
  readonly clients: readonly Client[];
}

/** How a host is reached; `bundle` = by a folder that somebody carries there. */
export type Transport = 'local' | 'winrm' | 'ssh' | 'bundle';
/** Role among the MFA servers; today's pages say primary and secondary. */
export type MfaRole = 'master' | 'subordinate';

/** A host of the farm with the components that it carries. */
export interface Host {
  /** As written in farm.json; compare with `sameHost`. */
  readonly name: string;
  /** Absent: the setting decides. */
  readonly transport?: Transport;
  readonly port?: number;
  readonly useSsl?: boolean;
  readonly bitness: 32 | 64;
  readonly mfaServer?: ServerProduct;
  readonly phoneFactorAgent?: ServerProduct;
  readonly webServiceSdk?: WebApplication;
  readonly userPortal?: UserPortal;
  readonly mobileAppWebService?: WebApplication;
}

/** MFA Server or PhoneFactor Agent on a host. */
export interface ServerProduct {
  readonly version: string;
  readonly role: MfaRole;
  readonly installPath?: string;
}

/** A component in IIS: the virtual directory that must keep its name, and its site. */
export interface WebApplication {
  readonly virtualDirectory: string;
  readonly site: string;
}

/** The User Portal with the themes that its setup would overwrite. */
export interface UserPortal extends WebApplication {
  readonly changedDefaultTheme: boolean;
  readonly customThemes: readonly string[];
}

/** An AD FS farm: nodes with one configuration database. */
export interface AdfsFarm {
  readonly name: string;
  readonly configurationDatabase: 'wid' | 'sql';
  readonly nodes: readonly string[];
  /** WID only. */
  readonly primary?: string;
  /** SQL only; absent = computed. */
  readonly registrar?: string;
  readonly registeredProvider: string;
  /** Absent = computed. */
  readonly firstBatch?: readonly string[];
  readonly interchangeableWith: readonly string[];
  readonly proxies: readonly string[];
}

/** The component that a load balancer spreads requests for. */
export type Served = 'mfaServer' | 'webServiceSdk' | 'userPortal' | 'mobileAppWebService' | 'adfs';

/** A pool of hosts behind one name. */
export interface LoadBalancer {
  readonly name: string;
  readonly kind: 'windowsNlb' | 'other';
  readonly serves: Served;
  readonly members: readonly string[];
}

/** How a client system asks the MFA servers. */
export type ClientKind = 'radius' | 'ldap' | 'iis' | 'windowsAuthentication' | 'webServiceSdk' | 'other';

/** A system that authenticates to the MFA servers: it names servers in its own order, or a load balancer. */
export interface Client {
  readonly name: string;
  readonly kind: ClientKind;
  readonly servers: readonly string[];
  readonly loadBalancer?: string;
}
