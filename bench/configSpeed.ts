import { spawnSync } from 'node:child_process';
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { diffLines } from 'diff';
import { XMLParser } from 'fast-xml-parser';
import { SaxesParser } from 'saxes';
import { compareConfigs } from '../src/core/config/compare';
import { readConfig, type ConfigFile } from '../src/core/config/configFile';
import { editFor } from '../src/core/config/edit';
import { mergeConfigs } from '../src/core/config/merge';
import { settingDifferences } from '../src/core/config/settingDifference';
import { witnessSettings } from '../src/core/config/witness';
import { configPair, hostilePair, hostileValues, type ConfigPair } from './configFiles';
import { median } from './median';

const sizes = [10, 100, 1000] as const;
const shares = [0.01, 0.1] as const;

/** The texts of a pair, and the files that git reads. */
interface Prepared extends ConfigPair {
  readonly texts: readonly [string, string];
  readonly files: readonly [string, string];
}

interface Contender {
  readonly name: string;
  readonly run: (pair: Prepared) => unknown;
  /** What it may take beside fast-xml-parser; undefined for those that are there for scale. */
  readonly aim?: number;
}

const yardstick = 'fast-xml-parser, parse of both';
const contenders: readonly Contender[] = [
  { name: yardstick, run: ({ texts }) => texts.map((text) => new XMLParser(witnessSettings).parse(text) as unknown) },
  { name: 'ours, bytes to verdict, changes and splices', run: comparedAndSpliced, aim: 0.35 },
  { name: 'ours, with the witness', run: merged, aim: 2.2 },
  { name: 'saxes, parse of both', run: ({ texts }) => texts.map(parsedBySaxes) },
  { name: 'git diff --no-index', run: ({ files }) => spawnSync('git', ['diff', '--no-index', '--', ...files]) },
  { name: 'npm diff, lines', run: ({ texts: [old, fresh] }) => diffLines(old, fresh) },
];

function read(bytes: Uint8Array): ConfigFile {
  const file = readConfig(bytes);
  if (!file.ok) throw new Error(JSON.stringify(file.findings));
  return file.value;
}

function comparedAndSpliced(pair: ConfigPair): unknown {
  const [old, fresh] = [read(pair.old), read(pair.new)];
  const splices = settingDifferences(old, fresh).map((difference) => editFor(difference, undefined, old, fresh));
  return { comparison: compareConfigs(old, fresh), splices };
}

function merged(pair: ConfigPair): unknown {
  const [old, fresh] = [read(pair.old), read(pair.new)];
  const result = mergeConfigs(old, fresh, new Map());
  if (!result.ok) throw new Error(JSON.stringify(result.findings));
  return { comparison: compareConfigs(old, fresh), merged: result.value };
}

function parsedBySaxes(text: string): void {
  new SaxesParser({ xmlns: true, position: false }).write(text).close();
}

/** Medians of all contenders, in turns, so that what else the machine does falls on each of them. */
function mediansMs(pair: Prepared, rounds: number): readonly number[] {
  const times = contenders.map((): number[] => []);
  for (let round = 0; round < rounds; round += 1) {
    for (const [n, { run }] of contenders.entries()) {
      const start = performance.now();
      run(pair);
      times[n]?.push(performance.now() - start);
    }
  }
  return times.map(median);
}

function prepared(folder: string, kilobytes: number, share: number): Prepared {
  const pair = configPair(kilobytes * 1000, share);
  const files = [join(folder, 'old.config'), join(folder, 'new.config')] as const;
  writeFileSync(files[0], pair.old);
  writeFileSync(files[1], pair.new);
  const textOf = (bytes: Uint8Array): string => Buffer.from(bytes).toString('utf8');
  return { ...pair, texts: [textOf(pair.old), textOf(pair.new)], files };
}

/** How long comparing and merging config files takes, as ratios to another parser's parse of both in the same run. A table. */
function configSpeed(): string {
  const folder = mkdtempSync(join(tmpdir(), 'mfa-bench-'));
  try {
    const columns = shares.flatMap((share) => sizes.map((size) => ({ size, share })));
    mediansMs(prepared(folder, sizes[0], shares[0]), 30);
    const medians = columns.map(({ size, share }) => mediansMs(prepared(folder, size, share), size === 1000 ? 9 : 21));
    const heads = columns.map(({ size, share }) => `${String(size)} KB, ${String(share * 100)} %`);
    const rows = contenders.map(({ name, aim }, n) => {
      const cells = medians.map((times) => cell(times[n] ?? 0, times[0] ?? 1));
      return `| ${[name, ...cells, growth(medians, n), aim === undefined ? '' : `at most ${String(aim)}`].join(' | ')} |`;
    });
    const head = `| config files | ${heads.join(' | ')} | 100 KB to 1 MB (aim: at most 12 times) | aim |`;
    return [head, `|${' --- |'.repeat(columns.length + 3)}`, ...rows].join('\n');
  } finally {
    rmSync(folder, { recursive: true, force: true });
  }
}

const cell = (time: number, yard: number): string => `${(time / yard).toFixed(2)} (${time.toFixed(1)} ms)`;

/** Times that the largest pair takes of the middle one, for each share. */
function growth(medians: readonly (readonly number[])[], n: number): string {
  const at = (column: number): number => medians[column]?.[n] ?? 1;
  return shares.map((_, part) => (at(3 * part + 2) / at(3 * part + 1)).toFixed(1)).join(', ');
}

/** How comparing and merging grows where a value is hostile: twice the length, about twice the time. */
function hostileSpeed(): string {
  const lengths = [200_000, 400_000];
  const lines = Object.entries(hostileValues).map(([name, value]) => {
    const times = lengths.map((length) => medianOf(hostilePair(value(length))));
    const shown = times.map((time, n) => `${String((lengths[n] ?? 0) / 1000)} KB ${time.toFixed(1)} ms`).join(', ');
    return `${name}: ${shown}; twice as long = ${((times[1] ?? 0) / (times[0] ?? 1)).toFixed(1)} times (aim: at most 2.5)`;
  });
  return lines.join('\n');
}

function medianOf(pair: ConfigPair): number {
  const times = Array.from({ length: 9 }, () => {
    const start = performance.now();
    merged(pair);
    return performance.now() - start;
  });
  return median(times);
}

process.stdout.write(`${configSpeed()}\n\n${hostileSpeed()}\n`);
