import fc from 'fast-check';

/** How many times as many cases as `npm test` tries are tried. */
export const rounds = Number(process.env['MFA_UPGRADE_ROUNDS'] ?? 1);

fc.configureGlobal({ numRuns: 100 * rounds });
