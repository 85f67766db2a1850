import { readFile, stat } from 'node:fs/promises';
import type { Finding } from '../core/report/finding';
import { ok, refused, type Result } from '../core/report/result';
import type { Clock } from '../core/report/clock';
import type { OutsideCopy } from '../core/upgrade/journal';
import type { Actor, RecordBody, UpgradeRecord } from '../core/upgrade/record';
import { refusals, type Action } from '../core/upgrade/refusals';
import { writeAtomically } from './atomicFile';
import { notWritten } from './diskFindings';
import { viewFolder, type Drift, type FolderContent, type FolderView, type OpenView } from './folderView';
import { outsideCopies } from './outsideCopies';
import { foreignEntries, makeOwnFolder } from './ownEntries';
import { isSample, placeWarnings, type Place } from './place';
import { proposalOf, type Proposal } from './proposal';
import { RecordStore, type JournalState } from './recordStore';
import { farmHash, type PinnedRunbook, type Runbooks } from './runbooks';

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
  /** What the requests of the runs remember of the journal. Read once: from then on the store remembers more than they do. */
  private requests: readonly OutsideCopy[] | undefined;
  private known: OutsideCopy | undefined;

  constructor(
    readonly place: Place,
    readonly world: World,
    /** Runbook to open with, where another one than the farm's own was chosen. */
    private readonly runbook?: string,
  ) {
    this.store = new RecordStore(place.journal);
  }

  /** Name of this computer, as its records carry it. */
  get computer(): string {
    return this.world.actor.computer;
  }

  /** The view of what lies on disk now. @param known newest record that the caller remembers from outside the folder */
  async read(known?: OutsideCopy): Promise<FolderView> {
    this.known = known ?? this.known;
    return this.view(await this.store.read(await this.remembered()));
  }

  /** Begins anew: what was known of a rehearsal that is not there any more counts no longer. */
  forget(): Promise<void> {
    this.requests = undefined;
    this.known = undefined;
    return this.store.forget();
  }

  private async remembered(): Promise<readonly OutsideCopy[]> {
    this.requests ??= await outsideCopies(this.place.runs);
    return this.known ? [...this.requests, this.known] : this.requests;
  }

  /** Like `read`, but waits until it is clear whether an unfinished newest record is being written or torn: seconds, seldom. */
  async readSettled(): Promise<FolderView> {
    return this.view(await this.store.readSettled(await this.remembered()));
  }

  private async view(journal: JournalState): Promise<FolderView> {
    const foreign = await foreignEntries(this.place);
    if (foreign.length > 0) return { kind: 'refused', findings: foreign, journal };
    const view = await viewFolder(await this.content(journal));
    if (view.kind !== 'open') return view;
    const moved = this.isAtHome(view) ? [] : [elsewhere()];
    return { ...view, findings: [...moved, ...view.findings, ...placeWarnings(this.place.folder)] };
  }

  private async content(journal: JournalState): Promise<FolderContent> {
    const farmBytes = await readFile(this.place.farmFile).catch(() => undefined);
    return { place: this.place, farmBytes, journal, runbooks: this.world.runbooks, runbook: this.runbook };
  }

  /** Whether somebody has said to go on with the upgrade on this computer: by opening it, or when asked. */
  isAtHome({ progress: { upgrade } }: OpenView): boolean {
    return upgrade === undefined || upgrade.computers.has(this.computer.toLowerCase());
  }

  /** Goes on with an upgrade that another computer began: process ids and paths of that one say nothing here. */
  moveHere(): Promise<Result<UpgradeRecord>> {
    return this.perform({ kind: 'move' }, () => ({ type: 'movedTo', computer: this.computer }));
  }

  /** What today's farm.json, or the runbook of this version, would make of the upgrade. Refused where it may not be accepted now. */
  async proposal(what: Drift): Promise<Result<Proposal>> {
    const view = await this.readSettled();
    if (view.kind !== 'open') return refused(view.kind === 'refused' ? view.findings : [noFarm(this.place)]);
    const proposal = proposalOf(await this.content(view.journal), view, what, this.world.extensionVersion);
    if (!proposal.ok) return proposal;
    const against = refusals(view.progress, {
      kind: 'accept',
      plan: proposal.value.plan,
      instead: proposal.value.instead,
    });
    return against.length > 0 ? refused(against) : proposal;
  }

  /** Accepts what was shown: the record first, then the bytes of its runbook, which any later writer puts back where they are lost. */
  async accept({ plan, instead, body, pinned, what }: Proposal): Promise<Result<UpgradeRecord>> {
    const written = await this.perform({ kind: 'accept', plan, instead }, () => body);
    if (!written.ok || what === 'farm') return written;
    const kept = await this.pin(pinned);
    return kept.ok ? written : kept;
  }

  /** Opens the upgrade where it is not open yet: pins farm and runbook. */
  async open(): Promise<Result<OpenView>> {
    for (;;) {
      const view = await this.recordable();
      if (!view.ok || view.value.progress.upgrade) return view;
      const pinned = await this.pin(view.value.pinned);
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
      const asked = await (action.kind === 'move' ? this.recordable() : this.writable());
      if (!asked.ok) return asked;
      const against = refusals(asked.value.progress, action);
      if (against.length > 0) return refused(against);
      const view = await this.open();
      if (!view.ok) return view;
      const kept = view.value.lostPin ? await this.pin(view.value.pinned) : ok(undefined);
      if (!kept.ok) return kept;
      if (view.value.journal !== asked.value.journal && refusals(view.value.progress, action).length > 0) continue;
      const written = await this.append(view.value, bodyOf(view.value));
      if (written !== 'lost') return written;
    }
  }

  /**
   * The view, when this computer may act on it. Asked before anything is touched, not only before a record: a file in a run
   * folder can stop a run of the computer that the upgrade was begun on.
   */
  async writable(): Promise<Result<OpenView>> {
    const view = await this.recordable();
    return view.ok && !this.isAtHome(view.value) ? refused([elsewhere()]) : view;
  }

  /** The view, when it takes a record. */
  private async recordable(): Promise<Result<OpenView>> {
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
  private async pin(pinned: PinnedRunbook): Promise<Result<undefined>> {
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

function elsewhere(): Finding {
  return {
    code: 'UpgradeElsewhere',
    severity: 'warning',
    message: 'This upgrade was begun on another computer. Here it is read, and nothing is recorded.',
    remedy: 'Load the window again and answer "Go On Here" when nobody works on it there any more.',
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
