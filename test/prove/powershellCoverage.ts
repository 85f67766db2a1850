import assert from 'node:assert/strict';
import { spawnSync } from 'node:child_process';
import { mkdirSync, writeFileSync } from 'node:fs';
import { join, resolve } from 'node:path';

const root = resolve(__dirname, '..', '..');

/** Every Pester test with coverage, which fails below its target. */
describe('The PowerShell of the product', () => {
  it('is covered by its tests', () => {
    const script = join(root, 'tools', 'powershell', 'test.mjs');
    const done = spawnSync(process.execPath, [script, '--coverage'], { cwd: root, encoding: 'utf8' });
    const figures = /Coverage: .*/.exec(done.stdout)?.[0] ?? '';
    mkdirSync(join(root, 'out', 'prove'), { recursive: true });
    writeFileSync(join(root, 'out', 'prove', 'powershell-coverage.txt'), figures);
    assert.equal(done.status, 0, done.stdout.slice(-2_000));
    assert.notEqual(figures, '');
  });
});
