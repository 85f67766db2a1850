import assert from 'node:assert/strict';
import { basename } from 'node:path';
import { parse } from 'yaml';
import { projectFiles, textOf } from '../gates/sources';

const simulation = /^powershell\/MfaServerRehearsal\/.*\.ps1$/;
/** What a program does to a host. The others of that folder only read a command line or a table. */
const effect = /\/Simulation\/Programs\/(?:Invoke|Install)-/;
const mark = /^\s*# (?:(documented|community): ([A-Z][A-Za-z0-9-]*)(?:, \S.*)?|inferred: \S.*)$/;
const mentions = /^\s*#.*(?:\b(?:community|inferred)\b|\bdocumented[:)]|\(documented)/;

/** Keys of sources.yaml with their marks, and those that its first lines name without a public address. */
function knownSources(): ReadonlyMap<string, string | undefined> {
  const text = textOf('runbooks/sources.yaml');
  const listed = Object.entries(parse(text) as Record<string, { mark: string }>).map(
    ([key, each]) => [key, each.mark] as const,
  );
  const comment = /^# Not listed[^:]*: ([^.]+)\./m.exec(text.replace(/\n# (?=[A-Z-]+,)/g, ' '))?.[1] ?? '';
  return new Map<string, string | undefined>([
    ...comment.split(/, */).map((key) => [key.trim(), undefined] as const),
    ...listed,
  ]);
}

/** What is wrong with the marks of a file of the simulation. */
function wrongIn(path: string, text: string, known: ReadonlyMap<string, string | undefined>): readonly string[] {
  const lines = text.split(/\r?\n/);
  const wrong = lines.flatMap((line, n): readonly string[] => {
    const at = `${basename(path)}:${n + 1}`;
    const found = mark.exec(line);
    if (!found) return mentions.test(line) ? [`${at} has a mark in another shape`] : [];
    const [, kind, key] = found;
    if (key === undefined) return [];
    if (!known.has(key)) return [`${at} names ${key}, which is no source`];
    return (known.get(key) ?? kind) === kind ? [] : [`${at} calls ${key} ${String(kind)}`];
  });
  const bare = effect.test(path) && !lines.some((line) => mark.test(line));
  return bare ? [...wrong, `${basename(path)} changes a host and says not where that is known from`] : wrong;
}

describe('What the simulation does', () => {
  it('says where each effect and refusal is known from', () => {
    const known = knownSources();
    const paths = projectFiles().filter((path) => simulation.test(path));
    assert.ok(paths.filter((path) => effect.test(path)).length >= 5);
    assert.deepEqual(
      paths.flatMap((path) => wrongIn(path, textOf(path), known)),
      [],
    );
  });

  it('a mark in another shape, an unknown source, a wrong mark and an effect without one are seen', () => {
    const known = new Map<string, string | undefined>([
      ['SEED-A', 'documented'],
      ['TLS', undefined],
    ]);
    const at = 'powershell/MfaServerRehearsal/Simulation/Programs/Invoke-X.ps1';
    const text =
      '# documented: SEED-A, x\n# documented: TLS\n# it is so (inferred).\n# community: SEED-A\n# documented: NO\n# inferred: so\n';
    assert.deepEqual(wrongIn(at, text, known), [
      'Invoke-X.ps1:3 has a mark in another shape',
      'Invoke-X.ps1:4 calls SEED-A community',
      'Invoke-X.ps1:5 names NO, which is no source',
    ]);
    assert.deepEqual(wrongIn(at, '# nothing', known), [
      'Invoke-X.ps1 changes a host and says not where that is known from',
    ]);
  });
});
