import { parseKeptPage, type Sought } from './messages';

/** VS Code's memory of this page: it outlives the page, which is thrown away whenever it is hidden. */
export interface Memory {
  getState(): unknown;
  setState(state: unknown): void;
}

/** What the page remembers of what it shows. Folded parts are folded again when something else comes. */
export class Kept {
  private id: string;
  private readonly open: Set<string>;
  /** How far down the page was when it was hidden. */
  readonly top: number;
  private wanted: Sought | undefined;

  constructor(private readonly memory: Memory) {
    const kept = parseKeptPage(memory.getState());
    this.id = kept?.id ?? '';
    this.open = new Set(kept?.unfolded);
    this.top = kept?.top ?? 0;
    this.wanted = kept?.sought;
  }

  get unfolded(): ReadonlySet<string> {
    return this.open;
  }

  get sought(): Sought | undefined {
    return this.wanted;
  }

  /** True when this is something else than what was shown before. */
  turnTo(id: string): boolean {
    if (id === this.id) return false;
    this.id = id;
    this.open.clear();
    this.wanted = undefined;
    return true;
  }

  fold(section: string, isOpen: boolean): void {
    if (isOpen) this.open.add(section);
    else this.open.delete(section);
    this.save();
  }

  seek(sought: Sought): void {
    this.wanted = sought;
    this.save();
  }

  save(): void {
    const { id, open, wanted } = this;
    const sought = wanted ? { sought: wanted } : {};
    this.memory.setState({ id, unfolded: [...open], top: window.scrollY, ...sought });
  }
}
