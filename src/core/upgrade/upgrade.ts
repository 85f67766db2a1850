import type { Actor, Mode, UpgradeRecord } from './record';

/** One attempt, folded from its records: what was agreed, what was decided, what happened to each step. No state is kept beside it. */
export interface Upgrade {
  readonly upgradeId: string;
  readonly mode: Mode;
  readonly runbookId: string;
  readonly runbookHash: string;
  readonly extensionVersion: string;
  /** The accepted content of farm.json. */
  readonly farm: unknown;
  readonly farmHash: string;
  /** Computers on which somebody has said to go on, the first one by opening it; in small letters. */
  readonly computers: ReadonlySet<string>;
  readonly decisions: ReadonlyMap<string, Decided>;
  /** Records of each step instance, in order. */
  readonly history: ReadonlyMap<string, readonly StepRecord[]>;
  readonly newest: { readonly number: number; readonly hash: string };
}

/** A decision that somebody took. */
export interface Decided {
  readonly value: string;
  readonly by: Actor;
  readonly time: string;
}

/** A record that tells of a step. */
export type StepRecord = Extract<
  UpgradeRecord,
  { type: 'started' | 'ended' | 'attested' | 'skipped' | 'overridden' | 'reopened' | 'settled' }
>;

/** The upgrade that these records tell of; undefined before `opened`. Pure; the same whether folded at once or one by one. */
export function fold(records: Iterable<UpgradeRecord>): Upgrade | undefined {
  let upgrade: Upgrade | undefined;
  for (const record of records) upgrade = foldRecord(upgrade, record);
  return upgrade;
}

/** The upgrade after one more record. A record before `opened`, or of another mode, says nothing about this upgrade. */
export function foldRecord(upgrade: Upgrade | undefined, record: UpgradeRecord): Upgrade | undefined {
  if (!upgrade) return record.type === 'opened' ? open(record) : undefined;
  const newest = { number: record.number, hash: record.hash };
  if (record.mode !== upgrade.mode) return { ...upgrade, newest };
  switch (record.type) {
    case 'opened':
      return { ...upgrade, newest }; // an upgrade is opened once; a second record of the kind changes nothing
    case 'farmAccepted':
      return { ...upgrade, newest, farm: record.farm, farmHash: record.farmHash };
    case 'runbookAccepted': {
      const { runbookId, runbookHash, extensionVersion } = record;
      return { ...upgrade, newest, runbookId, runbookHash, extensionVersion };
    }
    case 'movedTo':
      return { ...upgrade, newest, computers: new Set([...upgrade.computers, record.computer.toLowerCase()]) };
    case 'decided': {
      const decided = { value: record.value, by: record.actor, time: record.time };
      return { ...upgrade, newest, decisions: new Map(upgrade.decisions).set(record.key, decided) };
    }
    case 'overridden':
      return { ...upgrade, newest, history: withRecord(upgrade, record.steps, record) };
    case 'started':
    case 'ended':
    case 'attested':
    case 'skipped':
    case 'reopened':
    case 'settled':
      return { ...upgrade, newest, history: withRecord(upgrade, [record.step], record) };
  }
}

function open(record: Extract<UpgradeRecord, { type: 'opened' }>): Upgrade {
  const { upgradeId, mode, runbookId, runbookHash, extensionVersion, farm, farmHash } = record;
  return {
    upgradeId,
    mode,
    runbookId,
    runbookHash,
    extensionVersion,
    farm,
    farmHash,
    computers: new Set([record.actor.computer.toLowerCase()]),
    decisions: new Map(),
    history: new Map(),
    newest: { number: record.number, hash: record.hash },
  };
}

function withRecord(upgrade: Upgrade, steps: readonly string[], record: StepRecord): Upgrade['history'] {
  const history = new Map(upgrade.history);
  for (const step of steps) history.set(step, [...(history.get(step) ?? []), record]);
  return history;
}
