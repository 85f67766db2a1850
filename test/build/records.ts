import type { Mode, RecordBody, UpgradeRecord } from '../../src/core/upgrade/record';

const actor = { user: 'jdoe', computer: 'ADMIN01' };

/** Records with these bodies, numbered from 1. Their hashes are placeholders: fold does not look at them, the store does. */
export function records(bodies: readonly RecordBody[], mode: Mode = 'rehearsal'): readonly UpgradeRecord[] {
  return bodies.map((body, n) => {
    const number = n + 1;
    const time = new Date(Date.UTC(2026, 10, 25, 20, number)).toISOString();
    return { v: 1, number, time, actor, mode, ...body, prev: `p${String(n)}`, hash: `p${String(number)}` };
  });
}

export const opened: RecordBody = {
  type: 'opened',
  upgradeId: 'u1',
  runbookId: 'in-place',
  runbookHash: 'r',
  farmHash: 'f',
  extensionVersion: '0.1.0',
  farm: {},
};

export function started(step: string, run: string): RecordBody {
  return { type: 'started', step, run, requestHash: 'q' };
}

export function ended(
  step: string,
  run: string,
  more: Partial<Extract<RecordBody, { type: 'ended' }>> = {},
): RecordBody {
  return { type: 'ended', step, run, outcome: 'done', verified: true, evidence: {}, findings: [], ...more };
}
