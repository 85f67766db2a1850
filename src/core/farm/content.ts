import type { ClientKind, Served, Transport } from './farm';

/** The shape of farm.json, as schemas/farm.schema.json says it. */
export interface FarmContent {
  readonly $schema?: string;
  readonly formatVersion?: 1;
  readonly name: string;
  readonly targetVersion: string;
  readonly hosts: readonly HostContent[];
  readonly adfsFarms?: readonly AdfsFarmContent[];
  readonly loadBalancers?: readonly LoadBalancerContent[];
  readonly clients?: readonly ClientContent[];
}

/** A host as farm.json writes it. */
export interface HostContent {
  readonly name: string;
  readonly transport?: Transport;
  readonly port?: number;
  readonly useSsl?: boolean;
  readonly bitness?: 32 | 64;
  readonly mfaServer?: ProductContent;
  readonly phoneFactorAgent?: ProductContent;
  readonly webServiceSdk?: WebContent;
  readonly userPortal?: PortalContent;
  readonly mobileAppWebService?: WebContent;
}

/** MFA Server or PhoneFactor Agent as farm.json writes it. */
export interface ProductContent {
  readonly version: string;
  /** `primary` and `secondary` are today's words for the first two. */
  readonly role: 'master' | 'subordinate' | 'primary' | 'secondary';
  readonly installPath?: string;
}

/** A web component as farm.json writes it. */
export interface WebContent {
  readonly virtualDirectory: string;
  readonly site?: string;
}

/** The User Portal as farm.json writes it. */
export interface PortalContent extends WebContent {
  readonly changedDefaultTheme?: boolean;
  readonly customThemes?: readonly string[];
}

/** An AD FS farm as farm.json writes it. */
export interface AdfsFarmContent {
  readonly name: string;
  readonly configurationDatabase: 'wid' | 'sql';
  readonly nodes: readonly string[];
  readonly primary?: string;
  readonly registrar?: string;
  readonly registeredProvider: string;
  readonly firstBatch?: readonly string[];
  readonly interchangeableWith?: readonly string[];
  readonly proxies?: readonly string[];
}

/** A load balancer as farm.json writes it. */
export interface LoadBalancerContent {
  readonly name: string;
  readonly kind: 'windowsNlb' | 'other';
  readonly serves: Served;
  readonly members: readonly string[];
}

/** A client system as farm.json writes it. */
export interface ClientContent {
  readonly name: string;
  readonly kind: ClientKind;
  readonly servers?: readonly string[];
  readonly loadBalancer?: string;
}

/** Content of which the schema has refused some parts: a refused member or element is there with the value undefined. */
export type Sound<T> = T extends string | number | boolean | undefined
  ? T | undefined
  : T extends readonly (infer E)[]
    ? readonly Sound<E>[] | undefined
    : { readonly [K in keyof T]?: Sound<T[K]> | undefined } | undefined;

/** A value and the JSON pointer to it. */
export interface Placed<T> {
  readonly value: T;
  readonly pointer: string;
}

/** The sound elements of a list, each with its place. */
export function placed<T>(list: readonly (T | undefined)[] | undefined, pointer: string): readonly Placed<T>[] {
  return (list ?? []).flatMap((value, n) => (value === undefined ? [] : [{ value, pointer: `${pointer}/${n}` }]));
}

/** Pointers to what was refused: values, and members that the schema does not know. */
export interface Refused {
  readonly values: ReadonlySet<string>;
  /** With the known name that was surely meant; undefined where nobody can say. */
  readonly strangers: ReadonlyMap<string, string | undefined>;
}

/**
 * A copy of the content in which a refused value is undefined. So is a misspelt member, under the name that was meant; any other
 * unknown member is null, which stands nowhere else. Takes content whose other parts the schema has passed; what was refused is
 * not looked into.
 */
export function withoutFaults(content: unknown, refused: Refused): Sound<FarmContent> {
  const isWhole = refused.values.size + refused.strangers.size === 0;
  return (isWhole ? content : soundPart(content, '', refused)) as Sound<FarmContent>;
}

/**
 * Whether a part has a member, or may have it: it was refused, or stands there under a name that nobody knows. Only a member that
 * a part surely lacks is a mistake of its own.
 */
export function mayHave(part: object, member: string): boolean {
  return Object.hasOwn(part, member) || Object.values(part).includes(null);
}

function soundPart(value: unknown, pointer: string, refused: Refused): unknown {
  if (refused.values.has(pointer)) return undefined;
  if (Array.isArray(value)) return value.map((element, n) => soundPart(element, `${pointer}/${n}`, refused));
  if (typeof value !== 'object' || value === null) return value;
  const isStranger = (name: string): boolean => refused.strangers.has(`${pointer}/${pointerPart(name)}`);
  const names = Object.keys(value);
  const inOrder = [...names.filter(isStranger), ...names.filter((name) => !isStranger(name))]; // the right name counts beside a misspelt one
  return Object.fromEntries(inOrder.map((name) => soundMember(value, name, pointer, refused)));
}

function soundMember(part: object, name: string, pointer: string, refused: Refused): [string, unknown] {
  const place = `${pointer}/${pointerPart(name)}`;
  if (!refused.strangers.has(place)) return [name, soundPart((part as Record<string, unknown>)[name], place, refused)];
  const meant = refused.strangers.get(place);
  return meant === undefined ? [name, null] : [meant, undefined];
}

/** The name of a member as a JSON pointer writes it (RFC 6901). */
export function pointerPart(name: string): string {
  return name.replaceAll('~', '~0').replaceAll('/', '~1');
}
