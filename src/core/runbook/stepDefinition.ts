import { ok, refused, type Result } from '../report/result';
import { count, flag, isRecord, listOf, mapOf, membersOf, nameOf, oneOf, someOf, text, type Check } from './check';
import { likelyMeant, missingMember, unknownName, wrongValue, type Problem } from './problem';
import type { StepDefinition } from './runbook';
import { firstLineOfFrontMatter, readStepFile } from './stepFile';
import { findingsIn, readYaml, type YamlText } from './yamlText';

/** The closed lists that the names of a runbook are held against. */
export interface RunbookNames {
  readonly selectors: ReadonlySet<string>;
  readonly conditions: ReadonlySet<string>;
  readonly parameters: ReadonlySet<string>;
  readonly details: ReadonlySet<string>;
  readonly decisions: ReadonlySet<string>;
  /** Functions that the PowerShell module exports. */
  readonly functions: ReadonlySet<string>;
  readonly instructions: ReadonlySet<string>;
}

/** The lists of names, and what the runbook's own files add to them. */
export interface KnownNames extends RunbookNames {
  readonly steps: ReadonlySet<string>;
  /** Instruction ids and keys of sources.yaml. */
  readonly sources: ReadonlySet<string>;
}

/** A step, and where its members stand. */
export interface LocatedStep {
  readonly definition: StepDefinition;
  readonly yaml: YamlText;
}

type FrontMatter = Omit<StepDefinition, 'text' | 'automation'>;

const absent = {
  with: {},
  after: [],
  afterAll: [],
  details: [],
  optional: false,
  changes: false,
  highImpact: false,
  neverOverride: false,
} satisfies Partial<FrontMatter>;

/**
 * Reads one step file. Refuses an unknown member or name, a member that its kind does not have, an id that is not the file's.
 * A function that the module does not export makes the step `automation: 'planned'`.
 * @param id name of the file without folder and ending
 */
export function readStep(content: string, file: string, id: string, known: KnownNames): Result<LocatedStep> {
  const parts = readStepFile(content, file);
  if (!parts.ok) return parts;
  const read = readYaml(parts.value.frontMatter, file, firstLineOfFrontMatter);
  if (!read.ok) return read;
  const yaml = read.value;
  const problems = [...checkMembers(known)(yaml.value, []), ...idProblems(yaml.value, id), ...kindProblems(yaml.value)];
  if (problems.length > 0) return refused(findingsIn(yaml, problems));
  const front = { ...absent, ...(yaml.value as FrontMatter) };
  const planned = [front.run, front.verify, front.collect].some(
    (name) => name !== undefined && !known.functions.has(name),
  );
  return ok({ yaml, definition: { ...front, ...(planned && { automation: 'planned' }), text: parts.value.text } });
}

function checkMembers(known: KnownNames): Check {
  const steps = listOf(nameOf('step', known.steps));
  const checks: Readonly<Record<keyof FrontMatter, Check>> = {
    id: text,
    title: text,
    kind: oneOf('run', 'manual', 'compare', 'decide'),
    for: nameOf('selector', known.selectors),
    when: nameOf('condition', known.conditions),
    run: functionOf(known.functions),
    runWhen: nameOf('condition', known.conditions),
    verify: functionOf(known.functions),
    collect: functionOf(known.functions),
    with: mapOf(nameOf('parameter value', known.parameters)),
    decides: nameOf('decision', known.decisions),
    asks: oneOf('rule.{target}'),
    after: steps,
    afterAll: steps,
    sources: someOf(nameOf('source', known.sources)),
    details: listOf(nameOf('detail', known.details)),
    outage: oneOf('begins', 'ends'),
    undo: nameOf('step', known.steps),
    optional: flag,
    changes: flag,
    highImpact: flag,
    neverOverride: flag,
    begins: text,
    ends: text,
    minutes: count,
  };
  return membersOf(new Map(Object.entries(checks)), ['id', 'title', 'kind', 'sources']);
}

/** A function may not exist yet, but its name has the module's form and is not a known one with a slip in it. */
function functionOf(known: ReadonlySet<string>): Check {
  return (value, path) => {
    if (typeof value === 'string' && known.has(value)) return [];
    if (typeof value !== 'string' || !/^[A-Z][a-z]+-Mfa(?:[A-Z][a-z0-9]*)+$/.test(value))
      return [wrongValue(value, 'a function of the module, named like Backup-MfaServerData', path)];
    return likelyMeant(value, known) === undefined ? [] : [unknownName('function', value, known, path)];
  };
}

function idProblems(front: unknown, id: string): readonly Problem[] {
  if (!isRecord(front) || typeof front['id'] !== 'string' || front['id'] === id) return [];
  const message = `The step is called "${front['id']}" and its file "${id}.md".`;
  return [{ code: 'RunbookIdDiffers', path: ['id'], message, remedy: `Write "${id}", or rename the file.` }];
}

/** Kinds of step that a member belongs to. A comparison is published by its function, or done by a person. */
const ownersOf = {
  run: ['run', 'compare'],
  runWhen: ['run', 'compare'],
  verify: ['run', 'compare'],
  with: ['run', 'compare'],
  collect: ['compare'],
  decides: ['decide'],
} as const;

function neededBy({ kind, run }: Readonly<Record<string, unknown>>): readonly string[] {
  if (kind === 'run') return ['run', ...(looksAgain(run) ? [] : ['verify'])];
  if (kind === 'compare' && run !== undefined) return ['collect', 'verify'];
  return kind === 'decide' ? ['decides'] : [];
}

/** Members that belong to some kinds of step. */
function kindProblems(front: unknown): readonly Problem[] {
  if (!isRecord(front)) return [];
  const { kind, run, verify } = front;
  const foreign = Object.entries(ownersOf).filter(
    ([member, owners]) => member in front && !owners.some((owner) => owner === kind),
  );
  const needed = neededBy(front);
  return [
    ...foreign.map(([member, owners]) =>
      wrongValue(front[member], `"kind: ${owners.join('" or "kind: ')}", or take the member out`, [member]),
    ),
    ...needed.filter((member) => !(member in front)).map((member) => missingMember(member, ['kind'])),
    ...(verify !== undefined && looksAgain(run)
      ? [wrongValue(verify, 'no "verify" where "run" is a test itself', ['verify'])]
      : []),
  ];
}

/** A `Test-` function is its own verification. */
function looksAgain(run: unknown): boolean {
  return typeof run === 'string' && run.startsWith('Test-');
}
