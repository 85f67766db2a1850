import assert from 'node:assert/strict';
import { build } from 'esbuild';
import { projectRoot } from '../gates/sources';

const budgetBytes = 600 * 1024;

/** The extension as the packaged build makes it, in memory, so that this needs no build before it. */
async function bundledBytes(): Promise<number> {
  const { outputFiles } = await build({
    absWorkingDir: projectRoot,
    entryPoints: ['src/extension.ts'],
    external: ['vscode'],
    bundle: true,
    minify: true,
    platform: 'node',
    format: 'cjs',
    target: 'node20',
    write: false,
    logLevel: 'silent',
  });
  return outputFiles.reduce((bytes, file) => bytes + file.contents.length, 0);
}

describe('The bundle of the extension', () => {
  it('stays under 600 KB', async function () {
    this.timeout(60_000);
    const bytes = await bundledBytes();
    assert.ok(bytes > 0 && bytes < budgetBytes, `${Math.round(bytes / 1024)} KB`);
  });
});
