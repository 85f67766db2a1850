import { adapterValues } from './adapter';
import { foldCase, identityOf } from './identity';
import { hasSecretInside, isSecretAttribute, type SecretPlaces } from './secretPlaces';
import { isSecretValue } from './secrets';
import { ignoresCase, sectionsOf, type FoundSection } from './sections';
import type { Setting, SettingSection, ValuePlace } from './setting';
import { contentValue } from './source';
import { attributeOf, isNamed, type ConfigElement, type ConfigTree } from './tree';

/** The settings of a file: those in force by identity, their sections, and every element that is an entry of one. */
export interface Settings {
  readonly inForce: ReadonlyMap<string, Setting>;
  readonly sections: ReadonlyMap<string, SettingSection>;
  readonly entries: ReadonlySet<ConfigElement>;
}

/** Where settings are read from. */
interface Source {
  readonly tree: ConfigTree;
  readonly secret: SecretPlaces;
}

/** A section while its entries are replayed. */
interface Replay {
  section: SettingSection;
  readonly inForce: Map<string, Setting>;
}

/**
 * Settings of a web.config: `clear`, `remove` and `add` replayed in order, the last duplicate wins. Takes a located file;
 * gives each section's settings by identity. Pure, linear.
 */
export function webSettings(tree: ConfigTree, secret: SecretPlaces): Settings {
  const source = { tree, secret };
  const replays = new Map<string, Replay>();
  const entries = new Set<ConfigElement>();
  for (const found of sectionsOf(tree)) {
    const before = replays.get(found.id);
    const replay = before ?? { section: { ...found, lastAdd: undefined }, inForce: new Map<string, Setting>() };
    replay.section = { ...replay.section, lock: replay.section.lock ?? found.lock, lastAdd: lastAddOf(found, before) };
    replays.set(found.id, replay);
    for (const child of found.element.children) replayEntry(source, replay, child, entries);
  }
  return gathered([...replays.values()], entries);
}

function gathered(replays: readonly Replay[], entries: ReadonlySet<ConfigElement>): Settings {
  const inForce = new Map<string, Setting>();
  for (const replay of replays) for (const [id, setting] of replay.inForce) inForce.set(id, setting);
  return { inForce, sections: new Map(replays.map(({ section }) => [section.id, section])), entries };
}

function lastAddOf({ kind, element }: FoundSection, before: Replay | undefined): ConfigElement | undefined {
  const isList = kind === 'appSettings' || kind === 'connectionStrings';
  const last = isList ? element.children.findLast((child) => isNamed(child, 'add')) : undefined;
  return last ?? before?.section.lastAdd;
}

function replayEntry(source: Source, replay: Replay, child: ConfigElement, entries: Set<ConfigElement>): void {
  const { section, inForce } = replay;
  if (section.kind === 'program') {
    if (isNamed(child, 'setting')) keep(replay, programSetting(source, section, child), entries);
    return;
  }
  const naming = section.kind === 'appSettings' ? 'key' : 'name';
  const name = attributeOf(child, naming)?.value;
  if (isNamed(child, 'clear')) inForce.clear();
  else if (name !== undefined && isNamed(child, 'remove')) inForce.delete(settingId(section, name));
  else if (name !== undefined && isNamed(child, 'add'))
    keep(replay, listSetting(source, section, child, naming, name), entries);
}

function keep({ inForce }: Replay, setting: Setting | undefined, entries: Set<ConfigElement>): void {
  if (!setting) return;
  entries.add(setting.entry);
  inForce.delete(setting.id);
  inForce.set(setting.id, setting);
}

function settingId({ id, kind }: SettingSection, name: string): string {
  return identityOf(id, ignoresCase(kind) ? foldCase(name) : name);
}

function listSetting(
  source: Source,
  section: SettingSection,
  entry: ConfigElement,
  naming: string,
  name: string,
): Setting {
  const attribute = attributeOf(entry, section.kind === 'appSettings' ? 'value' : 'connectionString');
  const place: ValuePlace | undefined = attribute && { kind: 'attribute', attribute };
  const others = entry.attributes.filter(
    ({ local, uri }) => uri !== '' || (local !== naming && local !== attribute?.local),
  );
  return made(source, section, { name, entry, place, value: attribute?.value, others });
}

function programSetting(source: Source, section: SettingSection, entry: ConfigElement): Setting | undefined {
  const name = attributeOf(entry, 'name')?.value;
  if (name === undefined) return undefined;
  const element = entry.children.find((child) => isNamed(child, 'value'));
  const others = entry.attributes.filter(({ local, uri }) => uri !== '' || local !== 'name');
  const place: ValuePlace | undefined = element && { kind: 'content', element };
  return made(source, section, {
    name,
    entry,
    place,
    value: element && contentValue(source.tree.text, element),
    others,
  });
}

type Found = Pick<Setting, 'name' | 'entry' | 'place' | 'value' | 'others'>;

function made(source: Source, section: SettingSection, found: Found): Setting {
  const { name, value } = found;
  const isSecret = isSecretValue(name, value) || isSecretPlace(source, found);
  return { id: settingId(section, name), section, ...found, isSecret };
}

/** A value is told as a whole: it is secret where a part of it is. */
function isSecretPlace({ tree, secret }: Source, { entry, place }: Found): boolean {
  if (!place) return secret.elements.has(entry);
  return place.kind === 'attribute'
    ? isSecretAttribute(secret, entry, place.attribute)
    : hasSecretInside(tree, secret, place.element);
}

/** Settings of an adapter file, in either shape: one section, named like the root. Pure, linear. */
export function adapterSettings(tree: ConfigTree, secret: SecretPlaces): Settings {
  const { root, text } = tree;
  const section: SettingSection = {
    ...{ id: identityOf('adapter'), kind: 'adapter', location: undefined, name: root.local, element: root },
    lock: undefined,
    lastAdd: undefined,
  };
  const replay: Replay = { section, inForce: new Map() };
  const entries = new Set<ConfigElement>();
  for (const { name, entry, attribute } of adapterValues(tree)) {
    const place: ValuePlace = attribute ? { kind: 'attribute', attribute } : { kind: 'content', element: entry };
    const value = attribute?.value ?? contentValue(text, entry);
    keep(replay, made({ tree, secret }, section, { name, entry, place, value, others: [] }), entries);
  }
  return gathered([replay], entries);
}
