import type { AsyncFunc } from 'mocha';

/** Whether the walks go all the way, which is minutes of work: in `npm run prove`. */
export const isWhole = process.env['MFA_UPGRADE_WALKS'] === 'all';

/** A walk that belongs to the long form only. */
export function whole(title: string, walk: AsyncFunc): void {
  if (isWhole) it(title, walk);
}
