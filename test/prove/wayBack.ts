import { cpSync, mkdirSync, mkdtempSync, readdirSync, readFileSync, renameSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { FarmContent } from '../../src/core/farm/content';
import type { PlanStep, UndoStep } from '../../src/core/plan/plan';
import { isOver } from '../../src/core/rehearsal/playing';
import type { Progress } from '../../src/core/upgrade/progress';
import { ifYouStopNow, wayBackOfOutage } from '../../src/core/upgrade/stopNow';
import { stands } from '../../src/core/upgrade/undo';
import { Evening, type EveningRequest } from '../../src/node/evening';
import type { OpenView } from '../../src/node/folderView';
import { sampleMarker } from '../../src/node/place';
import { StepPlayer } from '../../src/node/stepPlayer';
import type { UpgradeFolder } from '../../src/node/upgradeFolder';
import { aRehearsal, builtProgram } from '../build/shipped';

/** A simulated AD FS farm as people meet it; the clock, the log and the counters are left out. */
interface AdfsState {
  readonly providers: readonly string[];
  readonly policy: readonly string[];
  readonly rules: unknown;
  readonly nodes: readonly Readonly<Record<'host' | 'loaded' | 'inTraffic' | 'installed' | 'pollSeconds', unknown>>[];
}

/** Minutes of sign-ins by how they ended. */
type SignIns = Readonly<Record<'challenged' | 'passed' | 'refused', number>>;

interface Provider {
  readonly name: string;
  readonly typeName: string;
  readonly version: string;
  readonly configuration: string;
}

interface AdfsFile {
  readonly name: string;
  readonly database: {
    readonly providers: readonly Provider[];
    readonly policy: { readonly additional: readonly string[] };
    readonly rules: unknown;
  };
  readonly nodes: readonly {
    readonly host: string;
    readonly loaded: readonly Pick<Provider, 'name' | 'version'>[];
    readonly inTraffic: boolean;
    readonly pollSeconds: number;
  }[];
  readonly signIns: readonly SignIns[];
}

const caches = ['assembly', 'Microsoft.NET/assembly'];

/** A rehearsal that is played step by step by one process, goes back, and is set back to where it was kept. */
export class WayBackWalk {
  private readonly home = mkdtempSync(join(tmpdir(), 'mfa-back-'));
  private readonly folder = join(this.home, 'farm');
  private readonly kept = join(this.home, 'kept');
  private readonly evening: Evening;
  private upgrade: UpgradeFolder | undefined;

  constructor(
    powershell: string,
    private readonly content: FarmContent,
  ) {
    mkdirSync(this.folder);
    writeFileSync(join(this.folder, 'farm.json'), JSON.stringify(content));
    writeFileSync(join(this.folder, sampleMarker), ''); // it is rehearsed only
    this.evening = new Evening({ path: powershell, from: 'MFA_UPGRADE_POWERSHELL' }, builtProgram, () => undefined);
  }

  async begin(): Promise<void> {
    this.upgrade = await aRehearsal(this.folder);
    const view = await this.upgrade.open();
    if (!view.ok) throw new Error(JSON.stringify(view.findings));
    await this.ask({ farm: view.value.farm, faults: [] });
  }

  async end(): Promise<void> {
    await this.evening.close();
    rmSync(this.home, { recursive: true, force: true, maxRetries: 5 });
  }

  /** Keeps the rehearsal as it stands. */
  keep(): void {
    rmSync(this.kept, { recursive: true, force: true });
    cpSync(this.folder, this.kept, { recursive: true, preserveTimestamps: true });
  }

  /** It stands again as it was kept: in the same place, because paths of simulated hosts lie in its scripts and requests. */
  async setBack(): Promise<void> {
    rmSync(this.folder, { recursive: true });
    renameSync(this.kept, this.folder);
    this.upgrade = await aRehearsal(this.folder);
  }

  /** Plays each step until the one that is given is next, or the last of the checklist is through. */
  async playUntil(isThere: (next: PlanStep) => boolean): Promise<PlanStep | undefined> {
    for (;;) {
      const view = await this.view();
      const next = view.progress.plan.steps.find(({ id }) => !isOver(view.progress, id));
      if (!next || isThere(next)) return next;
      await this.play(view, next);
      const { progress } = await this.view();
      if (!isOver(progress, next.id)) throw new Error(`${next.id}: ${foundAt(progress, next)}`);
    }
  }

  /**
   * Goes the way back that is offered now, step by step: that of an open outage, or of all that is open.
   * @returns its steps, and the minutes of the simulated evening that it took
   */
  async goBack(what: 'outage' | 'all'): Promise<{ readonly steps: readonly string[]; readonly minutes: number }> {
    const before = this.minutes();
    const steps: string[] = [];
    for (;;) {
      const view = await this.view();
      const [next] = what === 'all' ? ifYouStopNow(view.progress).back : wayBackOfOpen(view.progress);
      if (!next) return { steps, minutes: this.minutes() - before };
      await this.play(view, next);
      const { progress } = await this.view();
      const { happened = 'nothing' } = progress.steps.get(next.undoes) ?? {};
      if (stands(happened)) throw new Error(`${next.id}: ${foundAt(progress, next)}`);
      steps.push(next.id);
    }
  }

  /** Lets minutes pass in which people sign in. @returns how they came through, in all AD FS farms together */
  async passMinutes(minutes: number): Promise<SignIns> {
    const before = this.signIns();
    const operator = { target: this.content.name, directory: '', site: '', besideFunction: false };
    await this.ask({ operator: { ...operator, step: 'wait', minutes } });
    const after = this.signIns();
    return {
      challenged: after.challenged - before.challenged,
      passed: after.passed - before.passed,
      refused: after.refused - before.refused,
    };
  }

  async progress(): Promise<Progress> {
    return (await this.view()).progress;
  }

  adfs(): Readonly<Record<string, AdfsState>> {
    return Object.fromEntries(this.adfsFiles().map((file) => [file.name, this.stateOf(file)]));
  }

  violations(): readonly string[] {
    return this.farmState().violations ?? [];
  }

  private stateOf({ database, nodes }: AdfsFile): AdfsState {
    const words = ({ name, typeName, configuration }: Provider): string => `${name} ${typeName} ${configuration}`;
    return {
      providers: database.providers.map(words).sort(),
      policy: database.policy.additional,
      rules: database.rules,
      nodes: nodes.map(({ host, loaded, inTraffic, pollSeconds }) => ({
        host,
        loaded: loaded.map(({ name, version }) => `${name} ${version}`).sort(),
        inTraffic,
        pollSeconds,
        installed: caches.flatMap((cache) => this.assembliesIn(host, cache)),
      })),
    };
  }

  private assembliesIn(host: string, cache: string): readonly string[] {
    const folder = join(this.hosts, host, 'files', 'C', 'Windows', cache, 'GAC_MSIL', 'MultiFactorAuthAdfsAdapter');
    try {
      return readdirSync(folder);
    } catch {
      return []; // this cache has none
    }
  }

  private signIns(): SignIns {
    const all = this.adfsFiles().flatMap(({ signIns }) => signIns);
    const sum = (outcome: keyof SignIns): number => all.reduce((total, each) => total + each[outcome], 0);
    return { challenged: sum('challenged'), passed: sum('passed'), refused: sum('refused') };
  }

  private adfsFiles(): readonly AdfsFile[] {
    const folder = join(this.hosts, '.adfs');
    return readdirSync(folder).map((name) => JSON.parse(readFileSync(join(folder, name), 'utf8')) as AdfsFile);
  }

  private minutes(): number {
    return this.farmState().minutes;
  }

  private farmState(): { readonly minutes: number; readonly violations?: readonly string[] } {
    return JSON.parse(readFileSync(join(this.hosts, '.farm.json'), 'utf8')) as { minutes: number };
  }

  private get hosts(): string {
    return join(this.folder, '.mfa-upgrade', 'rehearsal', 'hosts');
  }

  private async view(): Promise<OpenView> {
    const view = await this.upgrade?.writable();
    if (!view?.ok) throw new Error(JSON.stringify(view?.findings));
    return view.value;
  }

  private async play(view: OpenView, step: PlanStep): Promise<void> {
    if (!this.upgrade) throw new Error('It has not begun.');
    const played = await new StepPlayer(this.upgrade, this.evening).play(view, step);
    if (!played.ok) throw new Error(JSON.stringify(played.findings));
    if (played.value.findings.length > 0) throw new Error(`${step.id}: ${JSON.stringify(played.value.findings)}`);
  }

  private async ask(request: DistributiveOmit<EveningRequest, 'hosts'>): Promise<void> {
    const answer = await this.evening.ask({ hosts: this.hosts, ...request });
    if (!answer.ok || answer.value.exitCode !== 0) throw new Error(JSON.stringify(answer));
  }
}

type DistributiveOmit<T, K extends PropertyKey> = T extends unknown ? Omit<T, K> : never;

function foundAt(progress: Progress, { id }: PlanStep): string {
  const at = progress.steps.get(id) ?? progress.undo.get(id);
  return JSON.stringify([at?.state, at?.findings]);
}

function wayBackOfOpen(progress: Progress): readonly UndoStep[] {
  const outage = progress.outages.find(({ to }) => to === undefined);
  return outage ? wayBackOfOutage(progress, outage.adfsFarm) : [];
}
