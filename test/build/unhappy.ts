import { execFileSync } from 'node:child_process';
import { readdirSync, readFileSync, statSync, truncateSync } from 'node:fs';
import { join, resolve } from 'node:path';
import { parseTaker } from '../../src/node/processes';
import type { UpgradeFolder } from '../../src/node/upgradeFolder';

const root = resolve(__dirname, '..', '..');
const host = 'mfa01.contoso.example';
const largeBytes = 600 * 1024 * 1024;

/** The simulated farm of a rehearsal, with a data file so large that its backup can be interrupted. */
export class SlowFarm {
  constructor(
    private readonly upgrade: UpgradeFolder,
    private readonly powershell: string,
  ) {}

  /** Makes the farm, as the first run would. */
  lay(): void {
    const { folder, hosts } = this.upgrade.place;
    const make = `Import-Module '${root}/powershell/MfaServerRehearsal/MfaServerRehearsal.psd1'; New-MfaRehearsalFarm -Farm (Get-Content -Raw '${folder}/farm.json' | ConvertFrom-Json) -Destination '${hosts}'`;
    execFileSync(this.powershell, ['-NoProfile', '-NonInteractive', '-Command', make]);
  }

  makeLarge(): void {
    truncateSync(join(this.drive, this.dataFiles()[0] ?? ''), largeBytes);
  }

  get drive(): string {
    return join(this.upgrade.place.hosts, host, 'files', 'C');
  }

  /** Whether a whole copy of the data file lies beside it: what a backup that is done has left. */
  hasWholeCopy(): boolean {
    const copies = this.dataFiles().filter((name) => name.includes('back-up-data-file'));
    return copies.some((name) => statSync(join(this.drive, name)).size === largeBytes && !name.includes('unfinished'));
  }

  /** The process that has taken the only run. */
  runProcess(): number {
    const [run = ''] = readdirSync(this.upgrade.place.runs);
    const taker = parseTaker(readFileSync(join(this.upgrade.place.runs, run, 'taken'), 'utf8'));
    if (!taker) throw new Error('No process has taken the run.');
    return taker.processId;
  }

  private dataFiles(): readonly string[] {
    const files = readdirSync(this.drive, { recursive: true, encoding: 'utf8' });
    return files.filter((name) => /pfdata$/i.test(name)).sort((a, b) => a.length - b.length);
  }
}
