import { mayHave, placed, type AdfsFarmContent, type Placed } from './content';
import { isRead, lacks, type Inventory, type Named } from './inventory';
import { mistake, quoted, some, type Mistake } from './mistake';
import { nameKey } from './names';

type AdfsPart = Named<AdfsFarmContent>;

/** The AD FS farms that one names as interchangeable. */
interface Partners {
  readonly keys: ReadonlySet<string>;
  /** Nothing in the list is told by another finding: who is not in it is surely not named. */
  readonly areAllKnown: boolean;
}

/** Interchangeable farms name each other. */
export function interchangeableFarms({ adfsFarms, adfsFarmNames }: Inventory): readonly Mistake[] {
  const partners = new Map(adfsFarms.map((farm) => [farm, partnersOf(farm, adfsFarmNames)]));
  const mayName = (farm: AdfsPart, key: string): boolean => {
    const { keys, areAllKnown } = partners.get(farm) ?? { keys: new Set(), areAllKnown: false };
    return keys.has(key) || !areAllKnown;
  };
  return adfsFarms.flatMap((farm) =>
    placed(farm.value.interchangeableWith, `${farm.pointer}/interchangeableWith`).flatMap((other) => {
      const others = adfsFarmNames.byKey.get(nameKey(other.value));
      if (!others) return adfsFarmNames.areAllKnown ? [unknownFarm(other, adfsFarms)] : [];
      const { name } = farm;
      if (name === undefined) return []; // under its right name it may be the one that the other names
      if (nameKey(other.value) === nameKey(name)) return [interchangeableWithItself(other)];
      return others.some((each) => mayName(each, nameKey(name))) ? [] : [oneSided(name, other)];
    }),
  );
}

function partnersOf({ name, value }: AdfsPart, farms: Inventory['adfsFarmNames']): Partners {
  const list = mayHave(value, 'interchangeableWith') ? value.interchangeableWith : [];
  const keys = new Set(placed(list, '').map((other) => nameKey(other.value)));
  const isWrong = (key: string): boolean => lacks(farms, key) || (name !== undefined && key === nameKey(name));
  return { keys, areAllKnown: isRead(list) && keys.size === list?.length && ![...keys].some(isWrong) };
}

function unknownFarm({ value, pointer }: Placed<string>, farms: readonly AdfsPart[]): Mistake {
  const remedy = `Use one of: ${some(farms.flatMap(({ name }) => name ?? []))}.`;
  return mistake('FarmUnknownAdfsFarm', pointer, `No AD FS farm is named ${quoted(value)}.`, remedy);
}

function interchangeableWithItself({ value, pointer }: Placed<string>): Mistake {
  const message = `AD FS farm ${quoted(value)} is named as interchangeable with itself.`;
  return mistake('FarmInterchangeableWithItself', pointer, message, 'Name the other farm.');
}

function oneSided(name: string, { value, pointer }: Placed<string>): Mistake {
  const message = `${quoted(name)} is named as interchangeable with ${quoted(value)}, which does not name it.`;
  const remedy = `Add ${quoted(name)} to "interchangeableWith" of ${quoted(value)}, or take it out here.`;
  return mistake('FarmInterchangeableOneSided', pointer, message, remedy);
}
