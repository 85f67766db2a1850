import { basename } from 'node:path';
import { decodeFarm, farmFromContent, parseFarm, type ParsedFarm } from '../core/farm/parse';
import type { Farm } from '../core/farm/farm';
import { compile } from '../core/plan/compile';
import { fittingDecisions, resolveDecisions } from '../core/plan/decisions';
import type { StepId } from '../core/plan/plan';
import type { Finding } from '../core/report/finding';
import { ok, refused, type Result } from '../core/report/result';
import { progress, type Progress } from '../core/upgrade/progress';
import type { Mode } from '../core/upgrade/record';
import { fold, type Upgrade } from '../core/upgrade/upgrade';
import { readDurations } from './durations';
import { lifeSigns, type LifeSign } from './lifeSigns';
import { orphanRuns } from './orphanRuns';
import { upgradeFolderName, type Place } from './place';
import type { JournalState } from './recordStore';
import { farmHash, readPinnedRunbook, type PinnedRunbook, type Runbooks } from './runbooks';

/** What a folder shows: nothing yet, findings that stand in the way, or an upgrade (opened, or as it would be). */
export type FolderView =
  | { readonly kind: 'noFarm' }
  | { readonly kind: 'refused'; readonly findings: readonly Finding[]; readonly journal: JournalState }
  | OpenView;

export interface OpenView {
  readonly kind: 'open';
  readonly progress: Progress;
  readonly pinned: PinnedRunbook;
  /** Content of farm.json that the plan is made from. */
  readonly farm: unknown;
  readonly journal: JournalState;
  readonly findings: readonly Finding[];
  readonly canWrite: boolean;
  /** What lies beside what was agreed and can be reviewed. */
  readonly drifts: readonly Drift[];
  /** The runbook's bytes in the folder are not those that were agreed, and this version has them. */
  readonly lostPin: boolean;
  /** What the steps that run now let others see of them. */
  readonly life: ReadonlyMap<StepId, LifeSign>;
  /** Minutes that each step took in the rehearsal of this farm; empty while it was not rehearsed. */
  readonly rehearsed: ReadonlyMap<string, number>;
}

/** What can lie beside what was agreed: farm.json as it is today, or the runbook of this version. */
export type Drift = 'farm' | 'runbook';

export interface FolderContent {
  readonly place: Place;
  /** Bytes of farm.json, undefined when there is none. */
  readonly farmBytes: Uint8Array | undefined;
  readonly journal: JournalState;
  readonly runbooks: Runbooks;
  /** Runbook to open with, where another one than the farm's own was chosen. */
  readonly runbook?: string | undefined;
}

/** Draws the view of a folder from what was read. The upgrade's pinned farm and runbook count, not the files of today. */
export async function viewFolder(content: FolderContent): Promise<FolderView> {
  const upgrade = fold(content.journal.records);
  const view = upgrade ? await viewUpgrade(content, upgrade) : await viewBeforeOpening(content);
  return view.ok ? view.value : { kind: 'refused', findings: view.findings, journal: content.journal };
}

/** A journal that takes another record. */
export function takesRecords({ condition }: JournalState): boolean {
  return condition === 'empty' || condition === 'whole';
}

async function viewBeforeOpening({
  place,
  farmBytes,
  journal,
  runbooks,
  runbook,
}: FolderContent): Promise<Result<FolderView>> {
  if (!takesRecords(journal)) return refused(journal.findings);
  if (!farmBytes) return ok({ kind: 'noFarm' });
  const parsed = readFarm(farmBytes, place.farmFile);
  if (!parsed.ok) return parsed;
  const chosen = new Map(runbook === undefined ? [] : [['runbook', runbook]]);
  const pinned = runbookFor(parsed.value.farm, place.mode, chosen, runbooks);
  if (!pinned.ok) return pinned;
  const plan = compilePlan(parsed.value, pinned.value, place.mode, chosen);
  if (!plan.ok) return plan;
  return ok({
    kind: 'open',
    progress: progress(plan.value, undefined),
    pinned: pinned.value,
    farm: parsed.value.content,
    journal,
    findings: journal.findings,
    canWrite: true,
    drifts: [],
    lostPin: false,
    life: new Map(),
    rehearsed: await readDurations(place),
  });
}

async function viewUpgrade(content: FolderContent, upgrade: Upgrade): Promise<Result<FolderView>> {
  const { place, journal, runbooks } = content;
  if (upgrade.mode !== place.mode) return refused([otherMode(upgrade.mode, place)]);
  const farm = farmFromContent(upgrade.farm);
  if (!farm.ok) return farm;
  const kept = await readPinnedRunbook(place.runbookFile, upgrade.runbookHash);
  const shipped = runbooks.get(upgrade.runbookId);
  const pinned = kept ?? (shipped?.hash === upgrade.runbookHash ? shipped : undefined);
  if (!pinned) return refused([runbookGone(place)]);
  const decided = new Map([...upgrade.decisions].map(([key, { value }]) => [key, value]));
  const { fitting, findings } = fittingDecisions(farm.value, decided, upgrade.mode);
  const accepted = { farm: farm.value, content: upgrade.farm };
  const plan = compilePlan(accepted, pinned, upgrade.mode, new Map(fitting).set('runbook', upgrade.runbookId));
  if (!plan.ok) return plan;
  const drift = driftOf(content, upgrade);
  const now = progress(plan.value, {
    ...upgrade,
    decisions: new Map([...upgrade.decisions].filter(([key]) => fitting.has(key))),
  });
  return ok({
    kind: 'open',
    progress: now,
    pinned,
    farm: upgrade.farm,
    journal,
    findings: [
      ...journal.findings,
      ...findings,
      ...(kept ? [] : [pinDiffers(place)]),
      ...drift.findings,
      ...overriddenIn(now),
      ...(takesRecords(journal) ? await orphanRuns(place, upgrade) : []), // else its record may be among those that are missing
    ],
    canWrite: takesRecords(journal),
    drifts: drift.drifts,
    lostPin: !kept,
    life: await lifeSigns(place, now),
    rehearsed: await readDurations(place),
  });
}

/** farm.json as it lies in the folder. */
export function readFarm(bytes: Uint8Array, file: string): Result<ParsedFarm> {
  const text = decodeFarm(bytes, file);
  return text.ok ? parseFarm(text.value, file) : text;
}

/** The runbook that a farm goes by, out of those that ship. Refused when a decision does not fit, or the runbook is not there yet. */
export function runbookFor(
  farm: Farm,
  mode: Mode,
  decided: ReadonlyMap<string, string>,
  runbooks: Runbooks,
): Result<PinnedRunbook> {
  const decisions = resolveDecisions(farm, decided, mode);
  if (!decisions.ok) return decisions;
  const id = decisions.value.get('runbook')?.value ?? '';
  const pinned = runbooks.get(id);
  return pinned ? ok(pinned) : refused([runbookMissing(id, [...runbooks.keys()])]);
}

/** Compiles with the hashes that pin farm and runbook. */
export function compilePlan(
  { farm, content }: ParsedFarm,
  pinned: PinnedRunbook,
  mode: Mode,
  decided: ReadonlyMap<string, string>,
): ReturnType<typeof compile> {
  const { runbook, hash: runbookHash } = pinned;
  return compile({ farm, farmHash: farmHash(content), runbook, runbookHash, decided, mode });
}

function driftOf(
  { place, farmBytes, runbooks }: FolderContent,
  upgrade: Upgrade,
): { readonly findings: readonly Finding[]; readonly drifts: readonly Drift[] } {
  const today = farmBytes && readFarm(farmBytes, place.farmFile);
  const same = today?.ok && farmHash(today.value.content) === upgrade.farmHash;
  const isElsewhere = today === undefined && basename(place.top) !== upgradeFolderName; // a rehearsal in a folder of its own has no farm.json
  const shipped = runbooks.get(upgrade.runbookId);
  const isOther = shipped !== undefined && shipped.hash !== upgrade.runbookHash;
  return {
    findings: [...(same || isElsewhere ? [] : [farmDrift(place, today)]), ...(isOther ? [runbookDrift()] : [])],
    drifts: [...(today?.ok && !same ? (['farm'] as const) : []), ...(isOther ? (['runbook'] as const) : [])],
  };
}

/** What the proof of a safe order says no longer of this upgrade. */
function overriddenIn({ steps }: Progress): readonly Finding[] {
  const count = [...steps.values()].filter(({ happened }) => happened === 'overridden').length;
  if (count === 0) return [];
  const subject = count === 1 ? 'A step was overridden' : `${String(count)} steps were overridden`;
  return [
    {
      code: 'StepsOverridden',
      severity: 'warning',
      message: `${subject}: the proof of a safe order no longer covers this upgrade.`,
      remedy: 'Check each next step against what was left out, or reopen the overridden step and do it.',
    },
  ];
}

function farmDrift({ farmFile }: Place, today: Result<ParsedFarm> | undefined): Finding {
  const what = today === undefined ? 'is gone' : today.ok ? 'has changed' : 'cannot be read any more';
  return {
    code: 'FarmDrift',
    severity: 'warning',
    message: `farm.json ${what}. The upgrade goes on with the farm that was agreed.`,
    remedy: today?.ok
      ? 'Use "Review Changes" to see what it would change, or put the file back as it was.'
      : 'Put the file back as it was.',
    file: farmFile,
  };
}

function runbookDrift(): Finding {
  return {
    code: 'RunbookDrift',
    severity: 'information',
    message: 'This version of the extension brings another edition of the runbook. The upgrade goes on with its own.',
    remedy: 'Use "Review Changes" to see what it would change. Nothing has to be done.',
  };
}

function pinDiffers({ runbookFile }: Place): Finding {
  return {
    code: 'RunbookPinDiffers',
    severity: 'warning',
    message:
      'runbook.json is missing or was changed. This version has the edition that was agreed and goes on with it.',
    remedy: 'Nothing has to be done: the file is written anew with the next record.',
    file: runbookFile,
  };
}

function otherMode(mode: Mode, { base }: Place): Finding {
  return {
    code: 'ModeMismatch',
    severity: 'error',
    message: `The records in this folder belong to a ${mode}.`,
    remedy: 'Move them back to where they came from. Rehearsal and production each have their own folder.',
    file: base,
  };
}

function runbookGone({ runbookFile }: Place): Finding {
  return {
    code: 'RunbookPinLost',
    severity: 'error',
    message: 'The runbook of this upgrade is missing or was changed.',
    remedy: 'Put runbook.json back from a backup of this folder. The records are untouched.',
    file: runbookFile,
  };
}

function runbookMissing(id: string, known: readonly string[]): Finding {
  return {
    code: 'RunbookNotShipped',
    severity: 'error',
    message: `This farm goes by the runbook ${id}, which this version does not have yet.`,
    remedy: `Follow the published document. This version has: ${known.join(', ')}.`,
    pointer: '/hosts',
  };
}
