import { readFile, stat } from 'node:fs/promises';
import type { Finding } from '../core/report/finding';
import { ok, refused, type Result } from '../core/report/result';
import type { Clock } from '../core/report/clock';
import type { OutsideCopy } from '../core/upgrade/journal';
import type { Actor, RecordBody, UpgradeRecord } from '../core/upgrade/record';
import { refusals, type Action } from '../core/upgrade/refusals';
import { writeAtomically } from './atomicFile';
import { notWritten } from './diskFindings';
import { viewFolder, type FolderView, type OpenView } from './folderView';
import { foreignEntries, makeOwnFolder } from './ownEntries';
import { isSample, type Place } from './place';
import { RecordStore, type JournalState } from './recordStore';
import { farmHash, type Runbooks } from './runbooks';

/** What the folder's own code cannot know by itself. */
export interface World {
  readonly runbooks: Runbooks;
  readonly extensionVersion: string;
  readonly clock: Clock;
  readonly actor: Actor;
  newId(): string;
}

/** One upgrade on disk: read as a view, changed only by records, each asked for with the newest records in hand. */
export class UpgradeFolder {
  private readonly store: RecordStore;

  constructor(
    readonly place: Place,
    private readonly world: World,
  ) {
    this.store = new RecordStore(place.journal);
  }

  /** Name of this computer, as its records carry it. */
  get computer(): string {
    return this.world.actor.computer;
  }

  /** The view of what lies on disk now. @param known newest record that the caller remembers from outside the folder */
  async read(known?: OutsideCopy): Promise<FolderView> {
    return this.view(await this.store.read(known));
  }

  /** Like `read`, but waits until it is clear whether an unfinished newest record is being written or torn: seconds, seldom. */
  async readSettled(): Promise<FolderView> {
    return this.view(await this.store.readSettled());
  }

  private async view(journal: JournalState): Promise<FolderView> {
    const { place } = this;
    const foreign = await foreignEntries(place);
    if (foreign.length > 0) return { kind: 'refused', findings: foreign, journal };
    const farmBytes = await readFile(place.farmFile).catch(() => undefined);
    return viewFolder({ place, farmBytes, journal, runbooks: this.world.runbooks });
  }

  /** Opens the upgrade where it is not open yet: pins farm and runbook. */
  async open(): Promise<Result<OpenView>> {
    for (;;) {
      const view = await this.writable();
      if (!view.ok || view.value.progress.upgrade) return view;
      const pinned = await this.pin(view.value);
      const written = pinned.ok ? await this.append(view.value, this.opened(view.value)) : pinned;
      if (written !== 'lost' && !written.ok) return written;
    }
  }

  /**
   * Writes the record of an action, opening the upgrade first where it is not open. The number is the lock: when somebody
   * was faster, the newest records are read and `refusals` is asked again.
   * @param bodyOf makes the record from the view that it was allowed on
   */
  async perform(action: Action, bodyOf: (view: OpenView) => RecordBody): Promise<Result<UpgradeRecord>> {
    for (;;) {
      const asked = await this.writable();
      if (!asked.ok) return asked;
      const against = refusals(asked.value.progress, action);
      if (against.length > 0) return refused(against);
      const view = await this.open();
      if (!view.ok) return view;
      if (view.value.journal !== asked.value.journal && refusals(view.value.progress, action).length > 0) continue;
      const written = await this.append(view.value, bodyOf(view.value));
      if (written !== 'lost') return written;
    }
  }

  /** The view, when it takes a record. */
  async writable(): Promise<Result<OpenView>> {
    const view = await this.readSettled();
    if (view.kind === 'noFarm') return refused([noFarm(this.place)]);
    if (view.kind === 'refused') return refused(view.findings);
    if (!view.canWrite) return refused(view.journal.findings);
    const production = this.place.mode === 'production';
    return production && (await isSample(this.place.folder)) ? refused([sampleOnly()]) : ok(view);
  }

  private async append(view: OpenView, body: RecordBody): Promise<Result<UpgradeRecord> | 'lost'> {
    const { actor, clock } = this.world;
    const stamp = { time: new Date(clock.nowMs()).toISOString(), actor, mode: this.place.mode };
    const after = view.journal.records.at(-1)?.number ?? 0;
    const outcome = await this.store.append(body, stamp, after);
    if (outcome.kind === 'lost') return 'lost';
    return outcome.kind === 'written' ? ok(outcome.record) : refused([outcome.finding]);
  }

  /** The runbook's bytes go into the folder before the record that names their hash. */
  private async pin({ pinned }: OpenView): Promise<Result<undefined>> {
    const { base, runbookFile } = this.place;
    try {
      await makeOwnFolder(this.place);
      const { mode } = await stat(base); // a folder that several people share stays theirs
      await writeAtomically(runbookFile, pinned.text, { mode: mode & 0o666 });
      return ok(undefined);
    } catch (error) {
      return refused([notWritten(error, base)]);
    }
  }

  private opened(view: OpenView): RecordBody {
    return {
      type: 'opened',
      upgradeId: this.world.newId(),
      runbookId: view.pinned.runbook.id,
      runbookHash: view.pinned.hash,
      farmHash: farmHash(view.farm),
      extensionVersion: this.world.extensionVersion,
      farm: view.farm,
    };
  }
}

function noFarm({ farmFile }: Place): Finding {
  return {
    code: 'FarmMissing',
    severity: 'error',
    message: 'There is no farm.json here.',
    remedy: 'Describe the farm in a file farm.json in this folder, or open the sample farm.',
    file: farmFile,
  };
}

function sampleOnly(): Finding {
  return {
    code: 'SampleRehearsalOnly',
    severity: 'error',
    message: 'This is a sample farm. It can be rehearsed, not upgraded.',
    remedy: 'Rehearse it here, or open the folder of your own farm.',
  };
}
