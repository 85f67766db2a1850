import type { ConfigAttribute, ConfigElement } from './tree';

/** Where the value of a setting stands: in an attribute, or inside an element. */
export type ValuePlace =
  | { readonly kind: 'attribute'; readonly attribute: ConfigAttribute }
  | { readonly kind: 'content'; readonly element: ConfigElement };

/** Why a section is named and never written: it is encrypted, or its values stand in another file. */
export type Lock = 'encrypted' | 'external';

/** What a section's entries look like. */
export type SectionKind = 'appSettings' | 'connectionStrings' | 'program' | 'adapter';

/** A section that holds settings, at one location. Sections of the same identity are one. */
export interface SettingSection {
  readonly id: string;
  readonly kind: SectionKind;
  /** Path of the `location` around it, as written. */
  readonly location: string | undefined;
  /** As people read it: `appSettings`, `applicationSettings/pfup.Properties.Settings`, an adapter file's root. */
  readonly name: string;
  readonly element: ConfigElement;
  readonly lock: Lock | undefined;
  /** The last `add`, behind which a key can be inserted. */
  readonly lastAdd: ConfigElement | undefined;
}

/** A setting in force: the entry that .NET would use. */
export interface Setting {
  readonly id: string;
  readonly section: SettingSection;
  readonly name: string;
  /** The element that carries the name. */
  readonly entry: ConfigElement;
  /** Undefined where the entry has no value at all. */
  readonly place: ValuePlace | undefined;
  /** What it means; undefined where the entry has no value. */
  readonly value: string | undefined;
  /** Attributes of the entry that are neither its name nor its value. */
  readonly others: readonly ConfigAttribute[];
  readonly isSecret: boolean;
}
