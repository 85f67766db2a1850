import type { Clock } from '../core/report/clock';

/** The computer's own clock. */
export const systemClock: Clock = { nowMs: () => Date.now() };
