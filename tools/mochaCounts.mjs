// Mocha's spec reporter that also writes its counts into the file that MFA_UPGRADE_COUNTS names.
import { writeFileSync } from 'node:fs';
import Mocha from 'mocha';

export default class Counts extends Mocha.reporters.Spec {
  constructor(runner, options) {
    super(runner, options);
    runner.once('end', () => {
      const { passes, failures, pending } = this.stats;
      writeFileSync(
        process.env.MFA_UPGRADE_COUNTS,
        JSON.stringify({ passed: passes, failed: failures, skipped: pending }),
      );
    });
  }
}
