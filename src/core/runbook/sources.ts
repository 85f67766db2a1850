import { refused, ok, type Result } from '../report/result';
import { mapOf, membersOf, oneOf, text, type Check } from './check';
import { runbookFinding, wrongValue } from './problem';
import type { Source } from './runbook';
import { findingsIn, readYaml } from './yamlText';

/** Where the list of sources stands, from the runbooks' folder. */
const sourcesFile = 'sources.yaml';

const webAddress: Check = (value, path) =>
  typeof value === 'string' && /^https:\/\/[^\s/]+\/\S*$/.test(value)
    ? []
    : [wrongValue(value, 'an address that begins with https://', path)];

const checkSources = mapOf(
  membersOf(
    new Map<string, Check>([
      ['title', text],
      ['address', webAddress],
      ['date', text],
      ['mark', oneOf('documented', 'community', 'inferred')],
    ]),
    ['title', 'address', 'mark'],
  ),
);

/** Reads the list of sources. Refuses a missing file, an unknown member, an address that is none of the web. */
export function readSources(files: ReadonlyMap<string, string>): Result<ReadonlyMap<string, Source>> {
  const content = files.get(sourcesFile);
  if (content === undefined)
    return refused([
      runbookFinding('RunbookFileMissing', sourcesFile, 1, 'The list of sources is not there.', 'Add it.'),
    ]);
  const yaml = readYaml(content, sourcesFile);
  if (!yaml.ok) return yaml;
  const problems = checkSources(yaml.value.value, []);
  if (problems.length > 0) return refused(findingsIn(yaml.value, problems));
  return ok(new Map(Object.entries(yaml.value.value as Readonly<Record<string, Source>>)));
}
