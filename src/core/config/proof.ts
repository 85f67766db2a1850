import type { ConfigFile } from './configFile';
import type { Edit, Effect } from './edit';
import type { Setting } from './setting';
import { witnessOf, witnessRefusal, type WitnessedElement } from './witness';
import { ok, type Result } from '../report/result';

/** Second readings of the two files that are merged. */
export interface Readings {
  readonly old: readonly WitnessedElement[];
  readonly new: readonly WitnessedElement[];
}

/**
 * Proves a merged file by the second reader: it must see the new file's elements at their places, moved by what the edits
 * before them add, with the values of the second reading of the old file where an edit was meant and unchanged everywhere
 * else. Takes the edits in the order of the text. Gives nothing, or where it disagrees. Pure, linear.
 */
export function proveMerge(merged: ConfigFile, readings: Readings, edits: readonly Edit[]): Result<undefined> {
  const seen = witnessOf(merged);
  if (!seen.ok) return seen;
  const expected = new Expectation(readings).after(edits);
  const place = expected.findIndex((element, n) => !isEqual(element, seen.value[n]));
  if (place < 0 && expected.length === seen.value.length) return ok(undefined);
  return witnessRefusal(merged.text, seen.value[place]?.start ?? merged.text.length);
}

function isEqual(expected: Expected, seen: WitnessedElement | undefined): boolean {
  if (expected.name !== seen?.name || expected.start !== seen.start) return false;
  const { attributes, written } = expected;
  for (const key in seen.attributes) {
    if (seen.attributes[key] !== (written?.get(key) ?? attributes[key])) return false;
  }
  for (const key in attributes) if (seen.attributes[key] === undefined) return false;
  return textBeside(expected) === textBeside(seen);
}

/** Beside child elements blanks are layout: an inserted key brings its own. */
function textBeside({ text, inside }: WitnessedElement): string {
  return inside === 0 ? text : text.replace(/[ \t\n]+/g, () => '');
}

/** An element while edits are applied to it. */
interface Expected extends WitnessedElement {
  text: string;
  inside: number;
  /** Attributes that edits have written. */
  written: Map<string, string> | undefined;
}

function movedBy({ name, start, attributes, text, inside }: WitnessedElement, moved: number): Expected {
  return { name, start: start + moved, attributes, text, inside, written: undefined };
}

/** The reading that a merged file must give, built from the two readings and the edits alone. */
class Expectation {
  private readonly elements: Expected[] = [];
  /** Elements of the new reading that are taken over already. */
  private taken = 0;
  /** What the edits so far add to the text. */
  private moved = 0;

  constructor(private readonly readings: Readings) {}

  after(edits: readonly Edit[]): readonly Expected[] {
    for (const edit of edits) {
      this.apply(edit, edit.effect);
      this.moved += edit.source.length - (edit.range.end - edit.range.start);
    }
    this.takeTo(this.readings.new.length);
    return this.elements;
  }

  private apply(edit: Edit, effect: Effect): void {
    if (effect.kind === 'inserted') {
      this.takeTo(effect.behind.index + 1 + (this.readings.new[effect.behind.index]?.inside ?? 0));
      const start = edit.range.start + this.moved + effect.before.length;
      this.copyOld(
        effect.from.entry.index,
        1 + this.insideOld(effect.from.entry.index),
        start - effect.from.entry.start,
      );
      return;
    }
    const carrier = effect.to.kind === 'content' ? effect.to.element.index : effect.entry.index;
    this.takeTo(carrier + 1);
    const value = effect.kind === 'typed' ? effect.text : this.oldValue(effect.from);
    const element = this.elements.at(-1);
    if (!element) return;
    if (effect.to.kind === 'attribute') {
      element.written ??= new Map();
      element.written.set(`@${effect.to.attribute.name}`, value);
    } else {
      element.text = value;
      element.inside = this.replaceInside(edit, effect, carrier);
    }
  }

  /** Elements inside a value go with it; gives how many there are now. */
  private replaceInside({ range }: Edit, effect: Exclude<Effect, { kind: 'inserted' }>, carrier: number): number {
    this.taken += this.readings.new[carrier]?.inside ?? 0;
    if (effect.kind === 'typed' || effect.from.place?.kind !== 'content') return 0;
    const { element } = effect.from.place;
    const count = this.insideOld(element.index);
    this.copyOld(element.index + 1, count, range.start + this.moved + effect.before.length - element.contentStart);
    return count;
  }

  private takeTo(end: number): void {
    for (; this.taken < end; this.taken += 1) {
      const element = this.readings.new[this.taken];
      if (element) this.elements.push(movedBy(element, this.moved));
    }
  }

  private copyOld(first: number, count: number, moved: number): void {
    for (const element of this.readings.old.slice(first, first + count)) {
      this.elements.push(movedBy(element, moved));
    }
  }

  private insideOld(index: number): number {
    return this.readings.old[index]?.inside ?? 0;
  }

  /** The old value as the second reader saw it. */
  private oldValue({ place, entry }: Setting): string {
    if (place?.kind === 'content') return this.readings.old[place.element.index]?.text ?? '';
    return this.readings.old[entry.index]?.attributes[`@${place?.attribute.name ?? ''}`] ?? '';
  }
}
