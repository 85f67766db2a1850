import { t } from '@vscode/l10n';
import { diffWordsWithSpace } from 'diff';
import type { Change } from '../../core/config/comparison';
import { visibleWhole } from '../../core/report/visible';
import type { CompareSide, ValuePart } from '../../../webview-ui/messages';

/** More of a value is not shown: its line says where it stands. */
const mostCharacters = 2_000;
/** Values that differ in more words than this differ as a whole. */
const mostEdits = 500;

type Value = readonly ValuePart[];

type Sides = readonly [CompareSide, CompareSide];

/** Differences are values: how one is shown is found once, whatever is chosen beside it. */
const known = new WeakMap<Change, Sides>();

/** How a difference stands in both files, word by word where both have a value. Pure; the cost does not grow with the values. */
export function shownSides(change: Change): Sides {
  const sides = known.get(change) ?? sidesOf(change);
  known.set(change, sides);
  return sides;
}

function sidesOf(change: Change): Sides {
  const [old, fresh] = valuesOf(change);
  return [
    { label: t('Old'), value: old },
    { label: t('New'), value: fresh },
  ];
}

function valuesOf(change: Change): readonly [Value, Value] {
  const { old, new: fresh, secret } = change;
  if (old !== undefined && fresh !== undefined && !secret) return marked(old, fresh);
  const both = old !== undefined && fresh !== undefined;
  return [alone(old, change.oldLine, secret, both), alone(fresh, change.newLine, secret, both)];
}

/** A value that has nothing beside it, or that nobody may see: the mask comes from the comparison, in place of the value. */
function alone(value: string | undefined, line: number | undefined, isSecret: boolean, isInBoth: boolean): Value {
  if (value === undefined) return words(line === undefined ? t('not in this file') : t('there, without a value'));
  if (isSecret) return words(isInBoth ? t('{0} (different)', value) : value);
  return value === '' ? words(t('empty')) : shortened([{ kind: 'different', text: readable(value) }], value);
}

function marked(old: string, fresh: string): readonly [Value, Value] {
  const [before, after] = [readable(old), readable(fresh)];
  const changes = diffWordsWithSpace(before, after, { maxEditLength: mostEdits }) ?? [
    { value: before, removed: true, added: false },
    { value: after, removed: false, added: true },
  ];
  const side = (value: string, isOther: (change: { removed: boolean; added: boolean }) => boolean): Value => {
    if (value === '') return words(t('empty'));
    const own = changes.filter((change) => !isOther(change));
    return shortened(
      own.map((each) => ({ kind: each.added || each.removed ? 'different' : 'same', text: each.value })),
      value,
    );
  };
  return [side(old, ({ added }) => added), side(fresh, ({ removed }) => removed)];
}

function words(text: string): Value {
  return [{ kind: 'words', text }];
}

function shortened(value: Value, whole: string): Value {
  if (whole.length <= mostCharacters) return value;
  return [...value, ...words(t('… (the first {0} of {1} characters)', mostCharacters, whole.length))];
}

/** The beginning of a value with everything in it visible. */
function readable(value: string): string {
  return visibleWhole(value.slice(0, mostCharacters));
}
