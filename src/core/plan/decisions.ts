import type { AdfsFarm, Farm } from '../farm/farm';
import { mfaServers, subordinatesOf } from '../farm/hosts';
import { sameHost } from '../farm/names';
import { isLocalPath } from '../farm/paths';
import { compareVersions } from '../farm/versions';
import type { Finding } from '../report/finding';
import { ok, refused, type Result } from '../report/result';
import { visible } from '../report/visible';
import type { Mode } from '../upgrade/record';
import { emptiedPool, firstBatchOf, registrarOf } from './batches';
import type { ResolvedDecision } from './plan';
import { misrouted, runbookOf } from './routing';

/** Values that a key takes: a closed list, a local path, or hosts out of a list joined by commas. */
type Values =
  | {
      readonly kind: 'oneOf';
      readonly values: readonly string[];
      readonly misfit?: (value: string) => Finding | undefined;
    }
  | { readonly kind: 'path' }
  | {
      readonly kind: 'hosts';
      readonly among: readonly string[];
      readonly problem: (hosts: readonly string[]) => string | undefined;
    };

interface DecisionRule {
  readonly key: string;
  readonly values: Values;
  /** What holds while nobody has decided; undefined = open. */
  readonly otherwise: ResolvedDecision | undefined;
}

const byDefault = (value: string): ResolvedDecision => ({ value, from: 'default' });
const computed = (value: string): ResolvedDecision => ({ value, from: 'computed' });
const oneOf = (...values: readonly string[]): Values => ({ kind: 'oneOf', values });

/** Where a rehearsal lays installers of its own on the simulated hosts. */
const rehearsalPaths: Readonly<Record<string, string>> = {
  installer: 'C:\\Installers\\MultiFactorAuthenticationServerSetup.exe',
  previousInstaller: 'C:\\Installers\\Previous\\MultiFactorAuthenticationServerSetup.exe',
  vcRuntimeFolder: 'C:\\Installers\\VisualCpp',
};

/** Whether a rehearsal lays what this decision names itself. */
export function isLaidByRehearsal(key: string): boolean {
  return Object.hasOwn(rehearsalPaths, key);
}

/** Keys of the decisions, `{target}` standing for the name of an AD FS farm: the closed list that a step's `decides` may use. */
export const decisionKeys: ReadonlySet<string> = new Set([
  'runbook',
  'purpose',
  'installer',
  'previousInstaller',
  'vcRuntimeFolder',
  'backupFolder',
  'wayBack',
  'promote',
  'finalMaster',
  'agents',
  'sdkVirtualDirectory',
  'portalVirtualDirectory',
  'mobileAppWebService',
  'firstBatch.{target}',
  'registrar.{target}',
  'outage.{target}',
]);

/**
 * The decisions in force for a farm: a decision over farm.json over what is computed. A rehearsal takes its own defaults.
 * @param given key -> value as a person gave them; hosts in any case, lists joined by commas
 * @returns every decision that has a value; findings name the known keys or values when one is not known
 */
export function resolveDecisions(
  farm: Farm,
  given: ReadonlyMap<string, string>,
  mode: Mode,
): Result<ReadonlyMap<string, ResolvedDecision>> {
  const rules = rulesFor(farm, given, mode);
  const findings: Finding[] = [];
  const resolved = new Map<string, ResolvedDecision>();
  for (const rule of rules.values()) if (rule.otherwise) resolved.set(rule.key, rule.otherwise);
  for (const [key, value] of given) {
    const rule = rules.get(key) ?? ruleOfClaimRule(farm, key);
    const checked = rule ? checkValue(rule, value) : refused<string>([unknownKey(key, rules)]);
    if (checked.ok) resolved.set(key, { value: checked.value, from: 'decision' });
    else findings.push(...checked.findings);
  }
  return findings.length > 0 ? refused(findings) : ok(resolved);
}

/**
 * Those of the decisions on record that the farm still takes, each together with the others; the rest are told. Pure.
 * @param given key -> value, each of which was taken once
 */
export function fittingDecisions(
  farm: Farm,
  given: ReadonlyMap<string, string>,
  mode: Mode,
): { readonly fitting: ReadonlyMap<string, string>; readonly findings: readonly Finding[] } {
  const fitting = new Map<string, string>();
  const fits = ([key, value]: readonly [string, string]): boolean =>
    resolveDecisions(farm, new Map(fitting).set(key, value), mode).ok;
  let left = [...given];
  // One that fits only after another: the batch after its registrar, whichever was taken first.
  for (let next = left.find(fits); next; next = left.find(fits)) {
    const [key, value] = next;
    fitting.set(key, value);
    left = left.filter(([other]) => other !== key);
  }
  return { fitting, findings: left.map(([key, value]) => noLongerFits(key, value)) };
}

/** The values that a key can take, for a list to pick from; undefined when it takes a path or is no key of this farm. */
export function choicesOf(farm: Farm, key: string, mode: Mode): readonly string[] | undefined {
  const values = (rulesFor(farm, new Map(), mode).get(key) ?? ruleOfClaimRule(farm, key))?.values;
  if (values?.kind === 'oneOf') return values.values;
  return values?.kind === 'hosts' ? values.among : undefined;
}

function rulesFor(farm: Farm, given: ReadonlyMap<string, string>, mode: Mode): ReadonlyMap<string, DecisionRule> {
  const rules = [...farmRules(farm, mode), ...farm.adfsFarms.flatMap((adfs) => adfsRules({ farm, given, mode }, adfs))];
  return new Map(rules.map((rule) => [rule.key, rule]));
}

function farmRules(farm: Farm, mode: Mode): readonly DecisionRule[] {
  const rehearsal = mode === 'rehearsal';
  const subordinates = subordinatesOf(farm).map((host) => host.name);
  const several = mfaServers(farm).length > 1;
  return [
    {
      key: 'runbook',
      values: { kind: 'oneOf', values: ['in-place', 'phonefactor', 'migrate'], misfit: (id) => misrouted(farm, id) },
      otherwise: computed(runbookOf(farm)),
    },
    { key: 'purpose', values: oneOf('bridge', 'lab', 'archive'), otherwise: rehearsal ? byDefault('lab') : undefined },
    ...Object.entries(rehearsalPaths).map(([key, path]): DecisionRule => ({
      key,
      values: { kind: 'path' },
      otherwise: rehearsal ? byDefault(path) : undefined,
    })),
    { key: 'backupFolder', values: { kind: 'path' }, otherwise: byDefault('C:\\ProgramData\\MFA Server Upgrade') },
    { key: 'wayBack', values: oneOf('installer', 'snapshot', 'none'), otherwise: byDefault('installer') },
    { key: 'promote', values: hostsOf(subordinates, one), otherwise: several ? first(subordinates) : undefined },
    { key: 'finalMaster', values: oneOf('promoted', 'old'), otherwise: several ? byDefault('promoted') : undefined },
    { key: 'agents', values: oneOf('oneByOne', 'together'), otherwise: byDefault('together') },
    { key: 'sdkVirtualDirectory', values: oneOf('keep', 'new'), otherwise: byDefault('keep') },
    { key: 'portalVirtualDirectory', values: oneOf('keep', 'new'), otherwise: byDefault('keep') },
    {
      key: 'mobileAppWebService',
      values: {
        kind: 'oneOf',
        values: ['keep', 'remove'],
        misfit: (value) => (value === 'remove' ? stillNeedsMobileApp(farm) : undefined),
      },
      otherwise: byDefault('keep'),
    },
  ];
}

interface Given {
  readonly farm: Farm;
  readonly given: ReadonlyMap<string, string>;
  readonly mode: Mode;
}

function adfsRules({ farm, given, mode }: Given, adfs: AdfsFarm): readonly DecisionRule[] {
  const registrar = registrarOf(adfs, given);
  const lonely = ([host = '']: readonly string[]): string | undefined =>
    given.has(`firstBatch.${adfs.name}`)
      ? undefined
      : emptyProblem(farm, adfs, firstBatchOf(adfs, host).value.split(','));
  const mayRegister = adfs.configurationDatabase === 'wid' && adfs.primary !== undefined ? [adfs.primary] : adfs.nodes;
  return [
    {
      key: `firstBatch.${adfs.name}`,
      values: hostsOf(adfs.nodes, (hosts) => batchProblem(farm, adfs, registrar.value, hosts)),
      otherwise: firstBatchOf(adfs, registrar.value),
    },
    {
      key: `registrar.${adfs.name}`,
      values: hostsOf(mayRegister, (hosts) => one(hosts) ?? outsideBatch(adfs, given, hosts) ?? lonely(hosts)),
      otherwise: registrar,
    },
    {
      key: `outage.${adfs.name}`,
      values: oneOf('accepted'),
      otherwise: mode === 'rehearsal' ? byDefault('accepted') : undefined,
    },
  ];
}

/** A claim rule of an AD FS farm has its own key, by its number: `rule.EMEA.3`. */
function ruleOfClaimRule(farm: Farm, key: string): DecisionRule | undefined {
  const number = /\.[1-9]\d{0,5}$/.exec(key)?.[0];
  const known = number !== undefined && farm.adfsFarms.some((adfs) => key === `rule.${adfs.name}${number}`);
  return known ? { key, values: oneOf('keep', 'edit'), otherwise: byDefault('keep') } : undefined;
}

/** From 8.0 on the app asks MFA Server without it (sources MA-22, PF-IN-5). */
function stillNeedsMobileApp({ targetVersion }: Farm): Finding | undefined {
  if (compareVersions(targetVersion, '8.0') >= 0) return undefined;
  return {
    code: 'MobileAppStillNeeded',
    severity: 'error',
    message: `The app needs the Mobile App Web Service up to version 7; the target version is ${targetVersion}.`,
    remedy: 'Keep it, or set the target version to 8.0 or later.',
    pointer: '/targetVersion',
  };
}

function first(names: readonly string[]): ResolvedDecision | undefined {
  return names[0] === undefined ? undefined : computed(names[0]);
}

function hostsOf(among: readonly string[], problem: (hosts: readonly string[]) => string | undefined): Values {
  return { kind: 'hosts', among, problem };
}

function one(hosts: readonly string[]): string | undefined {
  return hosts.length === 1 ? undefined : 'It takes one host.';
}

/** The first batch of farm.json stays unless another one is decided, and the node that registers is in it. */
function outsideBatch(
  adfs: AdfsFarm,
  given: ReadonlyMap<string, string>,
  hosts: readonly string[],
): string | undefined {
  const { name, firstBatch } = adfs;
  if (given.has(`firstBatch.${name}`) || firstBatch === undefined) return undefined;
  const isInside = firstBatch.some((node) => hosts.includes(node));
  return isInside ? undefined : `The first batch of farm.json is ${firstBatch.join(', ')}.`;
}

function batchProblem(farm: Farm, adfs: AdfsFarm, registrar: string, hosts: readonly string[]): string | undefined {
  if (!hosts.includes(registrar)) return `${registrar} registers the adapter and must be among them.`;
  return hosts.length === adfs.nodes.length && adfs.nodes.length > 1 && adfs.interchangeableWith.length === 0
    ? 'One node has to stay in traffic.'
    : emptyProblem(farm, adfs, hosts);
}

function emptyProblem(farm: Farm, adfs: AdfsFarm, batch: readonly string[]): string | undefined {
  const pool = emptiedPool(farm, adfs, batch);
  return pool && `While a batch is out, nobody answers in load balancer ${pool.name}.`;
}

function checkValue(rule: DecisionRule, value: string): Result<string> {
  switch (rule.values.kind) {
    case 'oneOf':
      return checkWord(rule.key, value, rule.values);
    case 'path':
      return isLocalPath(value) ? ok(value) : refused([notAPath(rule.key, value)]);
    case 'hosts':
      return checkHosts(rule.key, value, rule.values);
  }
}

function checkWord(key: string, value: string, values: Extract<Values, { kind: 'oneOf' }>): Result<string> {
  if (!values.values.includes(value)) return refused([unknownValue(key, value, values.values)]);
  const misfit = values.misfit?.(value);
  return misfit ? refused([misfit]) : ok(value);
}

function checkHosts(key: string, value: string, values: Extract<Values, { kind: 'hosts' }>): Result<string> {
  const asked = value.split(',').map((name) => name.trim());
  const hosts = asked.map((name) => values.among.find((known) => sameHost(known, name)));
  if (hosts.includes(undefined) || new Set(hosts).size < hosts.length)
    return refused([unknownValue(key, value, values.among)]);
  const known = hosts.filter((host) => host !== undefined);
  const problem = values.problem(known);
  if (problem === undefined) return ok(known.join(','));
  return refused([
    {
      code: 'DecisionDoesNotFit',
      severity: 'error',
      message: `${visible(value)} does not fit ${key}. ${problem}`,
      remedy: `Give other hosts for ${key}.`,
    },
  ]);
}

function noLongerFits(key: string, value: string): Finding {
  return {
    code: 'DecisionNoLongerFits',
    severity: 'warning',
    message: `The decision ${visible(key)} = ${visible(value)} does not fit this farm any more. It counts for nothing.`,
    remedy: 'Take it again where the checklist asks for it.',
  };
}

function unknownKey(key: string, rules: ReadonlyMap<string, DecisionRule>): Finding {
  return {
    code: 'DecisionUnknownKey',
    severity: 'error',
    message: `There is no decision ${visible(key)} for this farm.`,
    remedy: `Use one of: ${[...rules.keys()].join(', ')}, rule.<AD FS farm>.<number>.`,
  };
}

function unknownValue(key: string, value: string, known: readonly string[]): Finding {
  return {
    code: 'DecisionUnknownValue',
    severity: 'error',
    message: value === '' ? noValue(key) : `${visible(value)} is no value of ${key}.`,
    remedy: known.length > 0 ? `Use one of: ${known.join(', ')}.` : `This farm leaves nothing to choose for ${key}.`,
  };
}

function noValue(key: string): string {
  return `${key} is given no value.`;
}

function notAPath(key: string, value: string): Finding {
  return {
    code: 'DecisionNotAPath',
    severity: 'error',
    message: value === '' ? noValue(key) : `${visible(value)} is no full path on the host itself.`,
    remedy: `Give ${key} as a full local path, without "..", device names or shares.`,
  };
}
