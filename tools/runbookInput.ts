// What a runbook is built from: the texts below runbooks/, and the closed lists of names.
import { readdirSync, readFileSync } from 'node:fs';
import { dirname, join, relative, sep } from 'node:path';
import { conditionNames } from '../src/core/farm/conditions';
import { selectorNames } from '../src/core/farm/selectors';
import { decisionKeys } from '../src/core/plan/decisions';
import { parameterNames } from '../src/core/run/parameters';
import { detailNames } from '../src/core/runbook/details';
import type { RunbookNames } from '../src/core/runbook/stepDefinition';

const root = dirname(__dirname);

/** Every file below a folder, by its path there with forward slashes: the loader names what it does not read. */
export function readRunbookFiles(folder = join(root, 'runbooks')): ReadonlyMap<string, string> {
  const files = readdirSync(folder, { recursive: true, withFileTypes: true }).filter((entry) => !entry.isDirectory());
  const paths = files.map(({ parentPath, name }) => relative(folder, join(parentPath, name)));
  return new Map(paths.sort().map((path) => [path.replaceAll(sep, '/'), readFileSync(join(folder, path), 'utf8')]));
}

/** The closed lists that a runbook's names are held against. */
export function runbookNames(files: ReadonlyMap<string, string>): RunbookNames {
  return {
    selectors: selectorNames,
    conditions: conditionNames,
    parameters: parameterNames,
    details: detailNames,
    decisions: decisionKeys,
    functions: exportedFunctions(),
    instructions: instructionIds(files.get('instructions.tsv') ?? ''),
  };
}

/** Names in FunctionsToExport of the module's manifest. */
function exportedFunctions(): ReadonlySet<string> {
  const manifest = join(root, 'powershell', 'MfaServerUpgrade', 'MfaServerUpgrade.psd1');
  const list = /FunctionsToExport\s*=\s*@\(([^)]*)\)/.exec(readFileSync(manifest, 'utf8'))?.[1];
  if (list === undefined) throw new Error(`${manifest} has no list FunctionsToExport.`);
  return new Set([...list.matchAll(/'([^']+)'/g)].map((match) => match[1] ?? ''));
}

/** Ids in the first column, below its heading. */
function instructionIds(table: string): ReadonlySet<string> {
  const rows = table.trimEnd().split(/\r?\n/).slice(1);
  return new Set(rows.map((row) => row.split('\t')[0] ?? ''));
}
