import { existsSync } from 'node:fs';
import { EventEmitter, workspace, type Disposable, type Event, type LogOutputChannel, type Memento } from 'vscode';
import { takeResults } from '../node/runFolder';
import { forgetFiles } from '../node/collected';
import type { FolderView, OpenView } from '../node/folderView';
import type { OutsideCopy } from '../core/upgrade/journal';
import { isThrough } from '../core/upgrade/stepHistory';
import type { UpgradeFolder } from '../node/upgradeFolder';
import type { Ask } from './ask';

/** A folder without farm.json, or no folder at all, has no upgrade; everything else is the folder's own view. */
export type SessionView = FolderView | { readonly kind: 'noFolder' };

/** What the tests of this extension get, and nobody else: the session, and answers in place of a person's. */
export interface TestDesk {
  readonly session: Session;
  readonly ask: Ask;
}

/** The upgrade that this window has open: its view, read again whenever something on disk may have changed. */
export class Session implements Disposable {
  private readonly changed = new EventEmitter<SessionView>();
  readonly onDidChange: Event<SessionView> = this.changed.event;
  private current: SessionView = { kind: 'noFolder' };
  private reading: Promise<void> = Promise.resolve();
  private isQueued = false;
  /** Compare steps that are through, and whose files were taken away since. */
  private readonly forgotten = new Set<string>();

  constructor(
    readonly folder: UpgradeFolder | undefined,
    private readonly memory: Memento,
    private readonly log: LogOutputChannel,
  ) {}

  get view(): SessionView {
    return this.current;
  }

  dispose(): void {
    this.changed.dispose();
  }

  /** Reads everything again and takes in results that have come. Calls that come while one waits are one. */
  refresh(): Promise<void> {
    if (!this.isQueued) {
      this.isQueued = true;
      this.reading = this.reading.then(() => this.readAgain());
    }
    return this.reading;
  }

  private async readAgain(): Promise<void> {
    this.isQueued = false;
    try {
      if (this.folder) this.current = await this.readFolder(this.folder);
      this.changed.fire(this.current);
    } catch (error) {
      this.log.error(error instanceof Error ? error : String(error));
    }
  }

  private async readFolder(folder: UpgradeFolder): Promise<FolderView> {
    const known = await this.known(folder);
    await folder.read(known); // first of all, so that nothing is written behind an older copy that was put back
    const untaken = workspace.isTrusted ? await takeResults(folder) : []; // taking a result in writes a record
    const view = await folder.read(known);
    await this.remember(view);
    if (workspace.isTrusted && view.kind === 'open' && view.canWrite && folder.isAtHome(view))
      await this.forgetFiles(folder, view).catch((error: unknown) => {
        this.log.error(error instanceof Error ? error : String(error)); // it is tried again when the window comes back
      });
    return view.kind === 'open' ? { ...view, findings: [...untaken, ...view.findings] } : view;
  }

  /** Config files hold passwords: what a comparison has left here goes when its step is through, however it came through. */
  private async forgetFiles(folder: UpgradeFolder, view: OpenView): Promise<void> {
    for (const { step, happened } of view.progress.steps.values()) {
      if (step.kind !== 'compare') continue;
      if (!isThrough(happened)) this.forgotten.delete(step.id);
      else if (!this.forgotten.has(step.id)) {
        await forgetFiles(folder, view, step.id);
        this.forgotten.add(step.id);
      }
    }
  }

  /** A rehearsal that somebody deleted as a whole begins anew; of a production upgrade nothing is forgotten. */
  private async known(folder: UpgradeFolder): Promise<OutsideCopy | undefined> {
    const { mode, journal } = folder.place;
    if (mode === 'rehearsal' && !existsSync(journal)) {
      await this.memory.update(this.memoryKey, undefined);
      await folder.forget();
    }
    return this.memory.get<OutsideCopy>(this.memoryKey);
  }

  private get memoryKey(): string {
    return `newest:${this.folder?.place.base ?? ''}`;
  }

  /** The newest record is also kept outside the folder: a cut tail or an older copy put back is noticed. */
  private async remember(view: FolderView): Promise<void> {
    const newest = view.kind === 'open' && view.canWrite ? view.progress.upgrade?.newest : undefined;
    if (newest) await this.memory.update(this.memoryKey, newest);
  }
}
