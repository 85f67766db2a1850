import assert from 'node:assert/strict';
import { withoutDocstring } from '../gates/docstrings';
import { projectFiles, textOf } from '../gates/sources';

describe('Docstrings', () => {
  it('stand on everything that core exports', () => {
    const core = projectFiles().filter((path) => path.startsWith('src/core/') && /(?<!\.d)\.ts$/.test(path));
    assert.ok(core.length > 0);
    assert.deepEqual(
      core.flatMap((path) => withoutDocstring(path, textOf(path))),
      [],
    );
  });

  it('are missed on a function, a constant and a type', () => {
    const text = 'export function one() {}\n// no docstring\nexport const two = 2;\nexport type Three = 3;\n';
    assert.deepEqual(withoutDocstring('a.ts', text), ['a.ts:1 one', 'a.ts:3 two', 'a.ts:4 Three']);
  });

  it('are not asked of what stays inside', () => {
    assert.deepEqual(withoutDocstring('a.ts', '/** Says it. */\nexport const one = 1;\nfunction two() {}\n'), []);
  });
});
