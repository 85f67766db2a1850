import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { projectRoot } from './sources';

const compilerOptions = { outDir: 'types', rootDir: '.', types: ['node', 'vscode'], lib: ['ES2023', 'DOM'] };

/** A small project of its own with the compiler options of ours, laid below `out/` so that packages resolve. */
export class PlantedTree {
  readonly folder: string;

  constructor(files: Readonly<Record<string, string>>) {
    mkdirSync(join(projectRoot, 'out'), { recursive: true });
    this.folder = mkdtempSync(join(projectRoot, 'out', 'gates-'));
    const tsconfig = { extends: '../../tsconfig.base.json', compilerOptions, include: ['**/*.ts'] };
    this.write('tsconfig.json', JSON.stringify(tsconfig));
    for (const [path, text] of Object.entries(files)) this.write(path, text);
  }

  private write(path: string, text: string): void {
    const file = join(this.folder, path);
    mkdirSync(dirname(file), { recursive: true });
    writeFileSync(file, text);
  }

  remove(): void {
    rmSync(this.folder, { recursive: true });
  }
}
