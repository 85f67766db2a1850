import assert from 'node:assert/strict';
import { compareConfigs } from '../../src/core/config/compare';
import type { Change, Comparison } from '../../src/core/config/comparison';
import { readConfig, type ConfigFile } from '../../src/core/config/configFile';
import type { Choice } from '../../src/core/config/edit';
import { mergeConfigs } from '../../src/core/config/merge';
import { parseTakes } from '../../src/core/config/take';
import type { Finding } from '../../src/core/report/finding';

/** A web.config around these sections. */
export const web = (...body: readonly string[]): string => `<configuration>\n${body.join('\n')}\n</configuration>\n`;

/** `appSettings` with these entries, one a line. */
export const app = (...entries: readonly string[]): string =>
  `  <appSettings>\n${entries.map((entry) => `    ${entry}\n`).join('')}  </appSettings>`;

export const add = (key: string, value: string): string => `<add key="${key}" value="${value}" />`;

/** `applicationSettings` with one section and these settings. */
export const program = (...settings: readonly string[]): string =>
  `<applicationSettings><pfup.Properties.Settings>${settings.join('')}</pfup.Properties.Settings></applicationSettings>`;

export const setting = (name: string, value: string, form = 'String'): string =>
  `<setting name="${name}" serializeAs="${form}"><value>${value}</value></setting>`;

export const bytesOf = (text: string): Uint8Array => new TextEncoder().encode(text);
const textOf = (bytes: Uint8Array): string => new TextDecoder('utf-8', { ignoreBOM: true }).decode(bytes);

/** A file that has to be readable. */
export function file(source: string | Uint8Array): ConfigFile {
  const read = readConfig(typeof source === 'string' ? bytesOf(source) : source);
  assert.ok(read.ok, JSON.stringify(read.findings));
  return read.value;
}

export const compare = (old: string, fresh: string): Comparison => compareConfigs(file(old), file(fresh));

/** The only change with this name. */
export function changeOf(comparison: Comparison, name: string): Change {
  const [found, ...more] = comparison.changes.filter((change) => change.name === name);
  assert.ok(found && more.length === 0, `${name}: ${JSON.stringify(comparison.changes)}`);
  return found;
}

/** The merged text, with choices as `--take` writes them. */
export function merge(old: string, fresh: string, ...takes: readonly string[]): string {
  const choices = parseTakes(takes, compare(old, fresh));
  assert.ok(choices.ok, JSON.stringify(choices.findings));
  return mergeWith(old, fresh, choices.value);
}

/** The merged text, with choices by id. */
export function mergeWith(old: string, fresh: string, choices: ReadonlyMap<string, Choice>): string {
  const merged = mergeConfigs(file(old), file(fresh), choices);
  assert.ok(merged.ok, JSON.stringify(merged.findings));
  return textOf(merged.value.bytes);
}

/** The findings of a merge that has to be refused. */
export function mergeRefusal(old: string, fresh: string, choices: ReadonlyMap<string, Choice>): readonly Finding[] {
  const merged = mergeConfigs(file(old), file(fresh), choices);
  assert.ok(!merged.ok);
  return merged.findings;
}

export const codes = (findings: readonly Finding[]): readonly string[] => findings.map(({ code }) => code);
