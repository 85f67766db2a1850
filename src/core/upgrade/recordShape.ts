import type { RecordType, UpgradeRecord } from './record';

type Fields = Readonly<Record<string, unknown>>;
type Check = (value: unknown) => boolean;

const hashText = /^[0-9a-f]{64}$/;
const timeText = /^\d{4}-\d\d-\d\dT\d\d:\d\d:\d\d(\.\d+)?Z$/;

const isText: Check = (value) => typeof value === 'string';
const isTexts: Check = (value) => Array.isArray(value) && value.every(isText);
const isAnything: Check = (value) => value !== undefined;
const oneOf =
  (...known: readonly unknown[]): Check =>
  (value) =>
    known.includes(value);
const maybe =
  (check: Check): Check =>
  (value) =>
    value === undefined || check(value);

const isOutcome = oneOf('done', 'failed', 'refused', 'unknown');
const isSeverity = oneOf('error', 'inhibitor', 'warning', 'information');

function isFields(value: unknown): value is Fields {
  return typeof value === 'object' && value !== null && !Array.isArray(value);
}

function isFinding(value: unknown): boolean {
  if (!isFields(value)) return false;
  return [value['code'], value['message'], value['remedy']].every(isText) && isSeverity(value['severity']);
}

/** What each type of record must have beside the members of every record. Other members are kept and not looked at. */
const members: Readonly<Record<RecordType, Readonly<Record<string, Check>>>> = {
  opened: {
    upgradeId: isText,
    runbookId: isText,
    runbookHash: isText,
    farmHash: isText,
    extensionVersion: isText,
    farm: isAnything,
  },
  farmAccepted: { farm: isAnything, farmHash: isText },
  runbookAccepted: { runbookId: isText, runbookHash: isText, extensionVersion: isText },
  movedTo: { computer: isText },
  decided: { key: isText, value: isText },
  started: { step: isText, run: maybe(isText), requestHash: maybe(isText) },
  ended: {
    step: isText,
    run: isText,
    outcome: isOutcome,
    verified: oneOf(true, false, null),
    restartNeeded: maybe(oneOf(true, false)),
    evidence: isFields,
    findings: (value) => Array.isArray(value) && value.every(isFinding),
  },
  attested: { step: isText, how: isText },
  skipped: { step: isText, reason: isText },
  overridden: { steps: isTexts, reason: isText },
  reopened: { step: isText, reason: isText },
  settled: { step: isText, outcome: isOutcome, evidence: isFields },
};

/**
 * Says whether a parsed line has the members that a record of its type must have. Pure.
 * @returns `newer` for a version or a type that only a newer version of the product can have written
 */
export function shapeOf(value: unknown): 'record' | 'newer' | 'other' {
  if (!isFields(value)) return 'other';
  const { v, type } = value;
  if (typeof v === 'number' && Number.isSafeInteger(v) && v > 1) return 'newer';
  if (v !== 1 || typeof type !== 'string' || !hasFrame(value)) return 'other';
  if (!Object.hasOwn(members, type)) return 'newer';
  const checks = Object.entries(members[type as RecordType]);
  return checks.every(([name, check]) => check(value[name])) ? 'record' : 'other';
}

/** The members of every record, whatever its type. */
function hasFrame(value: Fields): boolean {
  const { number, time, actor, mode, prev, hash } = value;
  if (!isNumber(number) || typeof time !== 'string' || !timeText.test(time)) return false;
  if (!isFields(actor) || !isText(actor['user']) || !isText(actor['computer'])) return false;
  if (!oneOf('production', 'rehearsal')(mode) || !isVoid(value['void'], number)) return false;
  return [prev, hash].every((text) => typeof text === 'string' && hashText.test(text));
}

function isNumber(value: unknown): value is number {
  return typeof value === 'number' && Number.isSafeInteger(value) && value > 0;
}

/** A record names the torn numbers directly before its own, in order, and no others. */
function isVoid(value: unknown, number: number): value is UpgradeRecord['void'] {
  if (value === undefined) return true;
  if (!Array.isArray(value) || value.length === 0 || value.length >= number) return false;
  return value.every((torn, n) => torn === number - value.length + n);
}
