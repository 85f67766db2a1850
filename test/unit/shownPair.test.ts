import assert from 'node:assert/strict';
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { stepId } from '../../src/core/plan/plan';
import { ShownPair, type Subject } from '../../src/vscode/compare/shownPair';
import { add, app, web } from './configBuild';

type Memento = ConstructorParameters<typeof ShownPair>[0];

/** What a window keeps, without the window. */
function aMemory(): Memento {
  const kept = new Map<string, unknown>();
  return {
    keys: () => [...kept.keys()],
    get: (key: string, otherwise?: unknown) => (kept.has(key) ? structuredClone(kept.get(key)) : otherwise),
    update: (key: string, value: unknown) => {
      kept.set(key, structuredClone(value));
      return Promise.resolve();
    },
  } as Memento;
}

describe('The pair that a window shows', () => {
  let folder = '';
  let memory: Memento;
  const opened = (): ShownPair => new ShownPair(memory, () => ({}));
  const pairNamed = (name: string, value: string, step?: string): Subject => {
    const at = (side: string): string => join(folder, `${name}-${side}`);
    writeFileSync(at('old'), web(app(add('A', value), add('B', value))));
    writeFileSync(at('new'), web(app(add('A', 'new'), add('B', 'new'), add('C', ''))));
    const pair = { name, old: at('old'), new: at('new') };
    return { pair, shown: pair, ...(step === undefined ? {} : { step: stepId(step, 'mfa01') }) };
  };
  const idOf = (shown: ShownPair, name: string): string => {
    const change = shown.compared?.ok ? shown.compared.value.changes.find((each) => each.name === name) : undefined;
    assert.ok(change?.id !== undefined);
    return change.id;
  };
  const merged = (shown: ShownPair): string => (shown.texts?.ok ? shown.texts.value.merged : '');

  beforeEach(() => {
    folder = mkdtempSync(join(tmpdir(), 'shown-'));
    memory = aMemory();
  });
  afterEach(() => {
    rmSync(folder, { recursive: true });
  });

  it('keeps what was chosen for it, also in a window whose page is closed', async () => {
    const [subject, first] = [pairNamed('one', 'old', 'merge'), opened()];
    assert.ok(await first.show(subject));
    assert.ok(await first.choose(subject, idOf(first, 'A'), 'new'));
    const again = opened();
    assert.deepEqual([...(again.chosenFor(subject.pair) ?? [])], [[idOf(first, 'A'), 'new']]);
    assert.equal(again.subject, undefined);
    assert.ok(await again.showAgain());
    assert.match(merged(again), /key="A" value="new"/);
    assert.match(merged(again), /key="B" value="old"/);
  });

  it('has nothing chosen for another pair than its own, and says so', async () => {
    const [mine, others, window] = [pairNamed('mine', 'old'), pairNamed('others', 'old'), opened()];
    assert.equal(window.chosenFor(mine.pair), undefined);
    await window.show(mine);
    await window.choose(mine, idOf(window, 'A'), 'new');
    assert.equal(window.chosenFor(others.pair), undefined);
    assert.equal(window.chosenFor(mine.pair)?.size, 1);
    await window.show(others);
    assert.deepEqual([window.chosenFor(mine.pair), window.chosenFor(others.pair)?.size], [undefined, 0]);
  });

  it('takes no text of a pair that was shown before it', async () => {
    const [first, second, window] = [pairNamed('first', 'FIRST'), pairNamed('second', 'SECOND'), opened()];
    await window.show(first);
    const chosen = window.choose(first, idOf(window, 'A'), 'new');
    const shown = window.show(second);
    assert.deepEqual(await Promise.all([chosen, shown]), [false, true]);
    assert.match(merged(window), /SECOND/);
    assert.deepEqual([...window.choices], []);
    assert.equal(await window.choose(first, 'x', 'old'), false);
    assert.deepEqual([...window.choices], []);
  });

  it('is the one that was asked for last, and cannot be told while it is compared', async () => {
    const [first, second, window] = [pairNamed('first', 'FIRST'), pairNamed('second', 'SECOND'), opened()];
    const both = [window.show(first), window.show(second)];
    assert.equal(window.isComparing, true);
    assert.deepEqual(await Promise.all(both), [false, true]);
    assert.deepEqual([window.isComparing, window.subject], [false, second]);
    assert.match(merged(window), /SECOND/);
  });

  it('shows the newest of two choices that are made at once', async () => {
    const [subject, window] = [pairNamed('one', 'old'), opened()];
    await window.show(subject);
    const [a, b] = [idOf(window, 'A'), idOf(window, 'B')];
    assert.deepEqual(await Promise.all([window.choose(subject, a, 'new'), window.choose(subject, b, 'new')]), [
      false,
      true,
    ]);
    assert.doesNotMatch(merged(window), /value="old"/);
  });

  it('forgets its choices when its step is through, and those about what differs no more', async () => {
    const [subject, window] = [pairNamed('one', 'old', 'merge'), opened()];
    await window.show(subject);
    await window.choose(subject, idOf(window, 'A'), 'new');
    writeFileSync(subject.pair.old, web(app(add('A', 'new'), add('B', 'old'))));
    const later = opened();
    await later.showAgain();
    assert.deepEqual([...later.choices], []);
    assert.ok(later.subject && (await later.choose(later.subject, idOf(later, 'B'), 'new')));
    assert.equal(later.choices.size, 1);
    later.forget();
    assert.deepEqual([later.compared, later.texts, opened().chosenFor(subject.pair)?.size], [undefined, undefined, 0]);
  });
});
