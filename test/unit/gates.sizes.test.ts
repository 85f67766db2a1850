import assert from 'node:assert/strict';
import { tooLong, tooLongFile, tooLongInPowerShell } from '../gates/sizes';
import { projectFiles, textOf } from '../gates/sources';

const filler = (lines: number): string => '  work();\n'.repeat(lines);

describe('Sizes', () => {
  it('no file has over 400 lines and no function over 60', () => {
    const sources = projectFiles().filter((path) => /\.[cm]?[jt]s$/.test(path));
    assert.ok(sources.length > 0);
    assert.deepEqual(
      sources.flatMap((path) => tooLong(path, textOf(path))),
      [],
    );
  });

  it('no PowerShell file has over 400 lines and no function over 60', () => {
    const sources = projectFiles().filter((path) => /\.ps[md]?1$/.test(path));
    assert.ok(sources.length > 0);
    assert.deepEqual(
      sources.flatMap((path) => [...tooLongFile(path, textOf(path)), ...tooLongInPowerShell(path, textOf(path))]),
      [],
    );
  });

  it('a long file and a long function are seen', () => {
    assert.deepEqual(tooLong('a.ts', 'work();\n'.repeat(401)), ['a.ts has 401 lines']);
    assert.deepEqual(tooLong('a.ts', `\nfunction long() {\n${filler(59)}}\n`), ['a.ts:2 a function of 61 lines']);
    assert.deepEqual(tooLong('a.ts', `const long = () => {\n${filler(59)}};\n`), ['a.ts:1 a function of 61 lines']);
  });

  it('60 lines are not too long, and a group of tests is no function', () => {
    assert.deepEqual(tooLong('a.ts', `function fits() {\n${filler(58)}}\n`), []);
    assert.deepEqual(tooLong('a.ts', `describe('a group', () => {\n${filler(90)}});\n`), []);
  });

  it('a long PowerShell function is seen, its help is not counted', () => {
    const help = `  <#\n${'  .EXAMPLE\n'.repeat(30)}  #>\n`;
    assert.deepEqual(tooLongInPowerShell('a.ps1', `function Get-Long {\n${filler(59)}}\n`), [
      'a.ps1 Get-Long has 61 lines',
    ]);
    assert.deepEqual(tooLongInPowerShell('a.ps1', `function Get-Short {\n${help}${filler(58)}}\n`), []);
  });
});
