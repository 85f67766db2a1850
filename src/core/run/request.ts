import type { Host, Transport } from '../farm/farm';
import { hostNamed } from '../farm/hosts';
import { hostOf } from '../farm/selectors';
import type { PlanStep } from '../plan/plan';
import type { Progress } from '../upgrade/progress';
import type { Mode } from '../upgrade/record';
import { noRecordHash } from '../upgrade/recordFormat';
import { parametersOf, type ParameterValue } from './parameters';
import { reviewParameters, type Publication, type Review } from './publication';

/** `request.json` of a run folder: everything that the terminal script is told. A request is single-use. */
export interface RunRequest {
  readonly v: 1;
  /** Random name of the run folder. */
  readonly run: string;
  readonly upgradeId: string;
  /** Step instance id. */
  readonly step: string;
  readonly title: string;
  readonly target: string;
  readonly function: string;
  /** Function that looks again afterwards; the same as `function` for a check. */
  readonly verify: string;
  readonly parameters: Readonly<Record<string, ParameterValue>>;
  readonly whatIf: boolean;
  readonly mode: Mode;
  readonly host: RequestHost;
  /** Function changes something: needs elevation on this computer. */
  readonly changes: boolean;
  /** Newest record that the asker knew: an outside copy of number and hash; number 0 where there was none. */
  readonly journal: { readonly number: number; readonly hash: string };
  /** Elevated run only: SHA-256 over the extension's PowerShell files, which are compared with it before they are loaded. */
  readonly module?: string;
  /** Only the look that fetches the files of a comparison: its result holds them. */
  readonly collects?: true;
  /** Publish only: the reviewed file. Its content is a parameter that is not shown. */
  readonly publication?: Publication;
  /** Rehearsal only: folder of the simulated hosts, and the farm that they are made from. */
  readonly rehearsal?: { readonly hosts: string; readonly farm: unknown };
}

/** The host that a run is for, and how it is reached. */
export interface RequestHost {
  readonly name: string;
  readonly transport: Transport;
  readonly port?: number;
  readonly useSsl?: boolean;
}

/** What a request is made from. */
export interface RequestInput {
  readonly progress: Progress;
  /** Content of farm.json that the plan is made from. */
  readonly farm: unknown;
  readonly step: RequestStep;
  readonly run: string;
  readonly whatIf: boolean;
  /** Used where farm.json names none for the host. */
  readonly defaultTransport: Transport;
  /** Folder of the simulated hosts. */
  readonly hosts: string;
  readonly module?: string;
  /** Publish only. */
  readonly publication?: Publication;
  /** What the look at a published file has to find. */
  readonly review?: Review;
  /** Values that come from the records and go over those of the step. */
  readonly recorded?: Readonly<Record<string, ParameterValue>>;
}

/** What of a step, or of a way back, a request tells. */
export type RequestStep = Pick<PlanStep, 'id' | 'title' | 'target' | 'function' | 'definition'>;

/**
 * What the terminal script is told for a step that runs a function. A what-if before the upgrade is opened goes by the name
 * of the run in place of the upgrade's id, and by no record. Pure.
 * @throws when the step runs no function: `refusals` was not asked
 */
export function makeRequest({
  progress,
  farm,
  step,
  run,
  whatIf,
  defaultTransport,
  hosts,
  module,
  publication,
  review = publication?.review,
  recorded = review && reviewParameters(review),
}: RequestInput): RunRequest {
  const { plan, upgrade } = progress;
  const { definition, target, function: act } = step;
  if (act === undefined) throw new Error(`${step.id} has nothing to run`);
  const decide = (key: string): string | undefined => plan.decisions.get(key)?.value;
  const { mode } = plan;
  const host = hostOf({ farm: plan.farm, decide }, target);
  const upgradeId = upgrade?.upgradeId ?? run;
  return {
    v: 1,
    run,
    upgradeId,
    step: step.id,
    title: step.title,
    target,
    function: act,
    verify: definition.verify ?? act,
    parameters: {
      ...parametersOf({ farm: plan.farm, decide, step: definition, target: host, upgradeId }),
      ...recorded,
    },
    whatIf,
    mode,
    host: requestHost(hostNamed(plan.farm, host), host, defaultTransport),
    changes: definition.changes,
    journal: upgrade?.newest ?? { number: 0, hash: noRecordHash },
    ...(module === undefined ? {} : { module }),
    ...(publication === undefined ? {} : { publication }),
    ...(mode === 'rehearsal' ? { rehearsal: { hosts, farm } } : {}),
  };
}

/** The request that only looks at the host: the verifying function in place of the act. Pure. */
export function asLook({ publication: _content, ...request }: RunRequest): RunRequest {
  return { ...request, function: request.verify, changes: false };
}

/** The request that fetches the files of a comparison in place of the act. Pure. */
export function asCollect(collect: string): (request: RunRequest) => RunRequest {
  return (request) => ({ ...request, function: collect, verify: collect, changes: false, collects: true });
}

/** A host and how it is reached: as farm.json says, else by default. Pure. */
export function requestHost(host: Host | undefined, target: string, defaultTransport: Transport): RequestHost {
  return {
    name: target,
    transport: host?.transport ?? defaultTransport,
    ...(host?.port === undefined ? {} : { port: host.port }),
    ...(host?.useSsl === undefined ? {} : { useSsl: host.useSsl }),
  };
}
