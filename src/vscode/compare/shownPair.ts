import type { Memento } from 'vscode';
import type { Comparison, Surroundings } from '../../core/config/comparison';
import type { Choice } from '../../core/config/edit';
import type { StepId } from '../../core/plan/plan';
import type { Result } from '../../core/report/result';
import { compareFiles, mergedTexts, type MaskedTexts } from '../../node/compareFiles';
import { exists } from '../../node/place';
import type { NamedPair } from './comparePageState';

/** What is compared: a pair, and the step whose files they are; undefined for two files of one's own. */
export interface Subject extends NamedPair {
  readonly step?: StepId;
  /** Number of the step's newest record when the files were fetched. */
  readonly fetchedAfter?: number;
}

/** What this window keeps of its comparison, also while the page is closed and over a reload. */
interface Kept {
  readonly subject: Subject;
  readonly choices: readonly (readonly [id: string, choice: Choice])[];
}

const key = 'comparison';
const nothingChosen: ReadonlyMap<string, Choice> = new Map();

/**
 * The pair that a window shows, what came of comparing it, and what was chosen for it. Choices are read from the memory of the
 * window wherever they are asked for. Comparing takes a while: what ends after another pair was asked for is dropped.
 */
export class ShownPair {
  private current: Subject | undefined;
  private result: Result<Comparison> | undefined;
  private masked: Result<MaskedTexts> | undefined;
  /** Counts what was asked for: only the newest may say what is shown. */
  private turn = 0;
  private comparing = 0;

  constructor(
    private readonly memory: Memento,
    private readonly around: (subject: Subject) => Surroundings,
  ) {}

  get subject(): Subject | undefined {
    return this.current;
  }

  get compared(): Result<Comparison> | undefined {
    return this.result;
  }

  /** Whether nobody can say yet what differs. */
  get isComparing(): boolean {
    return this.comparing === this.turn && this.turn > 0;
  }

  /** The files with what was chosen; undefined until they are there. */
  get texts(): Result<MaskedTexts> | undefined {
    return this.masked;
  }

  /** The pair that was shown here last, also before its page is back. */
  get kept(): Subject | undefined {
    return this.memory.get<Partial<Kept>>(key)?.subject;
  }

  get choices(): ReadonlyMap<string, Choice> {
    const { subject, choices } = this.memory.get<Partial<Kept>>(key) ?? {};
    return subject && choices && (!this.current || isSame(subject, this.current)) ? new Map(choices) : nothingChosen;
  }

  /** What was chosen for two files that were shown here; undefined where this window has shown others, or none. */
  chosenFor(pair: { readonly old: string; readonly new: string }): ReadonlyMap<string, Choice> | undefined {
    const { kept } = this;
    return kept?.pair.old === pair.old && kept.pair.new === pair.new ? this.choices : undefined;
  }

  /** Compares a pair, with nothing chosen. False where another one was asked for meanwhile. */
  async show(subject: Subject): Promise<boolean> {
    const kept = this.keep(subject, nothingChosen);
    const isNewest = await this.compare(subject);
    await kept;
    return isNewest;
  }

  /** Compares the pair anew that was shown here last, with what was chosen. False where there is none, or another one was asked for meanwhile. */
  async showAgain(): Promise<boolean> {
    const { kept } = this;
    return kept !== undefined && this.compare(kept);
  }

  /** Chooses for a pair; where another one is shown by now, nothing is chosen. False where this is not to be shown now. */
  async choose(subject: Subject, id: string, choice: Choice): Promise<boolean> {
    if (this.current !== subject) return false;
    const choices = new Map([...this.choices, [id, choice]]);
    const kept = this.keep(subject, choices);
    const turn = ++this.turn;
    const texts = await mergedTexts(subject.pair.old, subject.pair.new, { choices }, this.around(subject));
    await kept;
    if (turn !== this.turn) return false;
    this.masked = texts;
    return true;
  }

  /** The files of a step are taken away when it is through. */
  forget(): void {
    this.turn += 1;
    this.result = undefined;
    this.masked = undefined;
    if (this.current && this.choices.size > 0) void this.keep(this.current, nothingChosen);
  }

  private keep(subject: Subject, choices: ReadonlyMap<string, Choice>): Thenable<void> {
    const kept: Kept = { subject, choices: [...choices] };
    return this.memory.update(key, kept);
  }

  private async compare(subject: Subject): Promise<boolean> {
    const turn = ++this.turn;
    this.comparing = turn;
    const { old, new: fresh } = subject.pair;
    this.current = subject;
    this.result = undefined;
    this.masked = undefined;
    const isThere = subject.step === undefined || ((await exists(old)) && (await exists(fresh)));
    const around = this.around(subject);
    const compared = isThere ? await compareFiles(old, fresh, around) : undefined;
    if (turn !== this.turn) return false;
    const choices = compared ? await this.keepFitting(subject, compared) : nothingChosen;
    const texts = compared?.ok ? await mergedTexts(old, fresh, { choices }, around) : undefined;
    if (turn !== this.turn) return false;
    this.comparing = 0;
    this.result = compared;
    this.masked = texts;
    return true;
  }

  /** Forgets what was chosen for differences that are none any more. */
  private async keepFitting(subject: Subject, compared: Result<Comparison>): Promise<ReadonlyMap<string, Choice>> {
    const before = this.choices;
    const ids = new Set(compared.ok ? compared.value.changes.map(({ id }) => id) : []);
    const choices = new Map([...before].filter(([id]) => ids.has(id)));
    if (choices.size < before.size) await this.keep(subject, choices);
    return choices;
  }
}

function isSame({ pair }: Subject, other: Subject): boolean {
  return pair.old === other.pair.old && pair.new === other.pair.new;
}
