import assert from 'node:assert/strict';
import { codesInPage, codesInPowerShell, codesInTypeScript, type Source } from '../gates/findingCodes';
import { projectFiles, textOf } from '../gates/sources';

function sourcesOf(names: RegExp): readonly Source[] {
  const paths = projectFiles().filter((path) => names.test(path));
  assert.ok(paths.length > 0, `no file is named like ${names.source}`);
  return paths.map((path) => ({ path, text: textOf(path) }));
}

/** Those of the first that the second lacks. */
const missing = (codes: ReadonlySet<string>, others: ReadonlySet<string>): readonly string[] =>
  [...codes].filter((code) => !others.has(code)).sort();

describe('The list of finding codes', () => {
  const used = (): ReadonlySet<string> =>
    new Set([
      ...codesInTypeScript(sourcesOf(/^(src|tools|webview-ui)\/.*(?<!\.d)\.ts$/)),
      ...codesInPowerShell(sourcesOf(/^powershell\/.*\.ps[md]?1$/)),
    ]);

  it('documents every code that is used', () => {
    assert.deepEqual(missing(used(), codesInPage(textOf('docs/error-codes.md'))), []);
  });

  it('documents no code that is not used', () => {
    assert.deepEqual(missing(codesInPage(textOf('docs/error-codes.md')), used()), []);
  });

  it('sees a code as a member, as a constant, as an argument and on both sides of a choice', () => {
    const text = `
      const one = { code: 'FarmOne' };
      function finding(host: string, code: string) { return { host, code }; }
      const two = finding('web01', 'FarmTwo');
      const three = { code: here ? 'FarmThree' : 'FarmFour' };
      const code = here ? 'FarmFive' : other;
      const other = { name: 'FarmOther', code: 'done' };`;
    const codes = codesInTypeScript([{ path: 'a.ts', text }]);
    assert.deepEqual([...codes].sort(), ['FarmFive', 'FarmFour', 'FarmOne', 'FarmThree', 'FarmTwo']);
  });

  it('sees a code of PowerShell as a parameter and as a member', () => {
    const text =
      "New-MfaFinding -Code DiskFull -Severity 'warning'\n@{ code = 'HostGone' }\n-ErrorId 'RunTaken'\n-Code $code";
    assert.deepEqual([...codesInPowerShell([{ path: 'a.ps1', text }])], ['DiskFull', 'HostGone', 'RunTaken']);
  });

  it('reads rows, list items and headings of the page, and no prose', () => {
    const page = '| Code | What |\n| `FarmOne` | ... |\n- `FarmTwo`: ...\n### `FarmThree`\nA word on `FarmFour`.\n';
    assert.deepEqual([...codesInPage(page)], ['FarmOne', 'FarmTwo', 'FarmThree']);
  });
});
