import { foldCase, identityOf, isSameType, withoutVersion } from './identity';
import type { ConfigFile } from './configFile';
import { ignoresCase, locationId } from './sections';
import { isSecretAttribute, isSecretText } from './secretPlaces';
import { mask, shownName } from './secrets';
import type { Setting } from './setting';
import { ownText } from './source';
import { attributeOf, attributeValue, isNamed, type ConfigAttribute, type ConfigElement } from './tree';

/** A difference that is no setting's value: an element, an attribute, or the text inside an element. */
export interface StructureDifference {
  readonly class: 'structure' | 'type' | 'new' | 'gone';
  readonly section: string;
  readonly name: string;
  readonly location: string | undefined;
  readonly oldOffset: number | undefined;
  readonly newOffset: number | undefined;
  readonly old: string | undefined;
  readonly new: string | undefined;
  readonly isSecret: boolean;
  /** Inside a section that holds settings, so that it may change what a setting is. */
  readonly isInSettings: boolean;
}

interface Files {
  readonly old: ConfigFile;
  readonly new: ConfigFile;
}

/** Two elements of the same identity, and how people call their place. */
interface Pair {
  readonly old: ConfigElement;
  readonly new: ConfigElement;
  readonly place: Place;
}

interface Place {
  readonly section: string | undefined;
  readonly prefix: string;
  readonly location: string | undefined;
  readonly isInSettings: boolean;
}

const top: Place = { section: undefined, prefix: '', location: undefined, isInSettings: false };

/** An attribute or the text of an element, in one file. */
interface Leaf {
  readonly value: string;
  readonly offset: number;
  readonly isSecret: boolean;
}

/**
 * Differences of everything but the settings: elements are paired by name and by what names them (key, name, path ...),
 * then their attributes and texts are compared. Order, comments, blanks, quotes and prefixes do not count. Pure, linear,
 * no recursion.
 */
export function structureDifferences(oldFile: ConfigFile, newFile: ConfigFile): readonly StructureDifference[] {
  const files = { old: oldFile, new: newFile };
  const found: StructureDifference[] = [];
  const pairs: Pair[] = [{ old: oldFile.root, new: newFile.root, place: top }];
  for (let pair = pairs.pop(); pair; pair = pairs.pop()) {
    found.push(...rootNameDifference(pair), ...textDifference(oldFile, newFile, pair));
    const isSettingBearer = pair.new.parent === undefined && newFile.kind === 'adapter';
    if (!isSettingBearer) found.push(...attributeDifferences(files, pair.old.attributes, pair.new.attributes, pair));
    pairs.push(...childPairs(files, pair, found).reverse());
  }
  return [...found, ...entryDifferences(oldFile, newFile), ...shapeDifference(oldFile, newFile)];
}

/** Adapter files: a program that expects elements does not read attributes, whatever stands in them. */
function shapeDifference(oldFile: ConfigFile, newFile: ConfigFile): readonly StructureDifference[] {
  if (newFile.kind !== 'adapter') return [];
  for (const fresh of newFile.settings.inForce.values()) {
    const old = oldFile.settings.inForce.get(fresh.id);
    if (!old || shapeOf(old) === shapeOf(fresh)) continue;
    const at = (setting: Setting): Leaf => ({ value: shapeOf(setting), offset: setting.entry.start, isSecret: false });
    return leafDifference(at(old), at(fresh), '(shape)', top);
  }
  return [];
}

/** How an adapter file writes a value: in an attribute of the root or of an element, or inside an element. */
function shapeOf({ entry, place }: Setting): string {
  if (!entry.parent) return 'attribute of the root';
  return place?.kind === 'attribute' ? `attribute ${place.attribute.local} of ${entry.local}` : `inside ${entry.local}`;
}

/** Attributes of settings that are neither name nor value; `serializeAs` is told with the setting itself. */
function entryDifferences(oldFile: ConfigFile, newFile: ConfigFile): readonly StructureDifference[] {
  const found: StructureDifference[] = [];
  for (const fresh of newFile.settings.inForce.values()) {
    const old = oldFile.settings.inForce.get(fresh.id);
    if (!old || areEqual(old.others, fresh.others)) continue;
    const { name, location } = fresh.section;
    const place: Place = { section: name, prefix: `${shownName(fresh.name)}/`, location, isInSettings: true };
    const files = { old: oldFile, new: newFile };
    found.push(...attributeDifferences(files, told(old), told(fresh), { old: old.entry, new: fresh.entry, place }));
  }
  return found;
}

function told({ others }: Setting): readonly ConfigAttribute[] {
  return others.filter(({ local, uri }) => uri !== '' || local !== 'serializeAs');
}

/** Adapter files: the root's name is not public and may change. */
function rootNameDifference({ old, new: fresh, place }: Pair): readonly StructureDifference[] {
  if (fresh.parent || (old.local === fresh.local && old.uri === fresh.uri)) return [];
  const at = (element: ConfigElement): Leaf => ({ value: element.name, offset: element.start, isSecret: false });
  return leafDifference(at(old), at(fresh), '(root)', place);
}

function textDifference(oldFile: ConfigFile, newFile: ConfigFile, pair: Pair): readonly StructureDifference[] {
  const [old, fresh] = [ownText(oldFile.text, pair.old), ownText(newFile.text, pair.new)];
  if (old === fresh) return [];
  const at = ({ secret }: ConfigFile, element: ConfigElement, value: string): Leaf | undefined =>
    value === '' ? undefined : { value, offset: element.start, isSecret: isSecretText(secret, element, value) };
  return leafDifference(at(oldFile, pair.old, old), at(newFile, pair.new, fresh), 'text()', pair.place);
}

function attributeDifferences(
  files: Files,
  old: readonly ConfigAttribute[],
  fresh: readonly ConfigAttribute[],
  pair: Pair,
): readonly StructureDifference[] {
  if (areEqual(old, fresh)) return [];
  const oldById = new Map(old.map((attribute) => [attributeId(attribute), attribute]));
  const newById = new Map(fresh.map((attribute) => [attributeId(attribute), attribute]));
  const at = (side: keyof Files, attribute: ConfigAttribute | undefined): Leaf | undefined =>
    attribute && {
      value: attribute.value,
      offset: attribute.start,
      isSecret: isSecretAttribute(files[side].secret, pair[side], attribute),
    };
  return [...new Set([...newById.keys(), ...oldById.keys()])].flatMap((id) => {
    const [before, after] = [oldById.get(id), newById.get(id)];
    const local = (after ?? before)?.local ?? '';
    if (before && after && isSameName(local, before.value, after.value, pair.new)) return [];
    return leafDifference(at('old', before), at('new', after), `@${local}`, pair.place);
  });
}

/** Whether the same attributes stand in the same order: so it is almost everywhere. */
function areEqual(old: readonly ConfigAttribute[], fresh: readonly ConfigAttribute[]): boolean {
  return old.length === fresh.length && old.every((attribute, n) => isEqual(attribute, fresh[n]));
}

function isEqual({ local, uri, value }: ConfigAttribute, other: ConfigAttribute | undefined): boolean {
  return local === other?.local && uri === other.uri && value === other.value;
}

/** Attributes whose case does not count, or a location's path in another spelling: the elements were paired by them. */
function isSameName(local: string, old: string, fresh: string, element: ConfigElement): boolean {
  if (local === 'path' && isNamed(element, 'location')) return locationId(old) === locationId(fresh);
  return local === caselessName(element) && foldCase(old) === foldCase(fresh);
}

/** The attribute whose case does not count: that of what stands in a list of settings. */
function caselessName({ parent }: ConfigElement): string | undefined {
  if (parent?.uri !== '' || !ignoresCase(parent.local)) return undefined;
  return parent.local === 'appSettings' ? 'key' : 'name';
}

const attributeId = ({ uri, local }: ConfigAttribute): string => `${uri}\0${local}`;

function leafDifference(
  old: Leaf | undefined,
  fresh: Leaf | undefined,
  name: string,
  place: Place,
): readonly StructureDifference[] {
  if (old?.value === fresh?.value) return [];
  return [
    {
      ...located(name, place),
      class: classOf(old, fresh, name, place),
      oldOffset: old?.offset,
      newOffset: fresh?.offset,
      old: old?.value,
      new: fresh?.value,
      isSecret: (old?.isSecret ?? false) || (fresh?.isSecret ?? false),
    },
  ];
}

/** Parts of a config file that always follow the program and .NET. */
const frameworkSections = new Set(['configSections', 'runtime']);

function classOf(
  old: Leaf | undefined,
  fresh: Leaf | undefined,
  name: string,
  place: Place,
): StructureDifference['class'] {
  if (!old) return 'new';
  if (!fresh) return 'gone';
  const isFramework = name === '@targetFramework' || frameworkSections.has(place.section ?? '');
  return isFramework || isSameType(old.value, fresh.value) ? 'type' : 'structure';
}

/** A place as people read it: the top-level section, and the path below it. */
function located(
  name: string,
  { section, prefix, location, isInSettings }: Place,
): Pick<StructureDifference, 'section' | 'name' | 'location' | 'isInSettings'> {
  return { section: section ?? '(root)', name: `${prefix}${name}`, location, isInSettings };
}

/** Pairs the children; what has no partner is a difference of its own, with all that is in it. */
function childPairs(files: Files, pair: Pair, found: StructureDifference[]): Pair[] {
  if (pair.old.children.length === 0 && pair.new.children.length === 0) return [];
  const oldById = childrenById(files.old, pair.old);
  const pairs: Pair[] = [];
  for (const [id, fresh] of childrenById(files.new, pair.new)) {
    const old = oldById.get(id);
    oldById.delete(id);
    if (old) pairs.push({ old, new: fresh, place: inside(files, { old, new: fresh }, pair.place) });
    else found.push(alone('new', files.new, fresh, pair.place));
  }
  for (const old of oldById.values()) found.push(alone('gone', files.old, old, pair.place));
  return pairs;
}

/** Top-level sections whose entries are settings. */
const settingSections = ['appSettings', 'connectionStrings', 'applicationSettings', 'userSettings'];

function inside(files: Files, { old, new: fresh }: Omit<Pair, 'place'>, place: Place): Place {
  if (isNamed(fresh, 'location') && place.section === undefined && fresh.parent?.parent === undefined) {
    return { ...place, location: attributeValue(fresh, 'path') };
  }
  if (place.section === undefined)
    return { ...place, section: fresh.local, isInSettings: isNamed(fresh, ...settingSections) };
  const isHidden =
    isLabelSecret(files.new, fresh) || (files.old.secret.elements.has(old) && isLabelSecret(files.old, old));
  return { ...place, prefix: `${place.prefix}${label(fresh, isHidden)}/` };
}

function alone(side: 'new' | 'gone', file: ConfigFile, element: ConfigElement, place: Place): StructureDifference {
  const [oldOffset, newOffset] = side === 'gone' ? [element.start, undefined] : [undefined, element.start];
  return {
    ...located(label(element, isLabelSecret(file, element)), place),
    class: side,
    oldOffset,
    newOffset,
    old: undefined,
    new: undefined,
    isSecret: false,
  };
}

/** Children that are no entries of settings, by what identifies them among their siblings. */
function childrenById({ settings }: ConfigFile, parent: ConfigElement): Map<string, ConfigElement> {
  const byId = new Map<string, ConfigElement>();
  const counts = new Map<string, number>();
  for (const child of parent.children) {
    if (settings.entries.has(child)) continue;
    const id = identityOf(child.uri, child.local, ...namingOf(child));
    const count = counts.get(id) ?? 0;
    counts.set(id, count + 1);
    byId.set(count === 0 ? id : `${id}#${count}`, child);
  }
  return byId;
}

/** Attributes that together name an element that has neither key nor name. */
const naming = ['path', 'verb', 'assembly', 'namespace', 'tagPrefix', 'extension', 'statusCode'];

function namingOf(element: ConfigElement): readonly string[] {
  if (isNamed(element, 'location')) return [locationId(attributeValue(element, 'path'))];
  const key = attributeValue(element, 'key');
  if (key !== undefined) return [caselessName(element) === 'key' ? foldCase(key) : key];
  const name = attributeValue(element, 'name') ?? bindingName(element);
  if (name !== undefined) return [caselessName(element) === 'name' ? foldCase(name) : withoutVersion(name)];
  return naming.map((local) => withoutVersion(attributeValue(element, local) ?? ''));
}

/** A binding redirect is named by the assembly that it is for. */
function bindingName(element: ConfigElement): string | undefined {
  const bearer = identityOfBinding(element);
  return bearer && attributeValue(bearer, 'name');
}

function identityOfBinding({ local, children }: ConfigElement): ConfigElement | undefined {
  return local === 'dependentAssembly' ? children.find((child) => child.local === 'assemblyIdentity') : undefined;
}

/** What an element is called by beside its own name, and the element that bears it. */
function labelOf(element: ConfigElement): readonly [ConfigElement, ConfigAttribute] | undefined {
  for (const local of labels) {
    const attribute = attributeOf(element, local);
    if (attribute) return [element, attribute];
  }
  const bearer = identityOfBinding(element);
  const name = bearer && attributeOf(bearer, 'name');
  return name && [bearer, name];
}

const labels = ['key', 'name', ...naming];

function isLabelSecret({ secret }: ConfigFile, element: ConfigElement): boolean {
  const found = labelOf(element);
  return found !== undefined && isSecretAttribute(secret, ...found);
}

function label(element: ConfigElement, isHidden: boolean): string {
  const name = labelOf(element)?.[1].value;
  return name === undefined ? element.local : `${element.local}[${isHidden ? mask : name}]`;
}
