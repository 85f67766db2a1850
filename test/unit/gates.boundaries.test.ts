import assert from 'node:assert/strict';
import { spawnSync } from 'node:child_process';
import { join, relative } from 'node:path';
import { ESLint } from 'eslint';
import { plants, sound, type Plant } from '../gates/plants';
import { PlantedTree } from '../gates/plantedTree';
import { projectRoot, textOf } from '../gates/sources';

/** Path from the tree's root -> names of the rules that its lines break. */
type Broken = ReadonlyMap<string, ReadonlySet<string>>;

const planted = new Map<string, Plant>(plants.map((plant, n) => [`${plant.room}/planted${n}.ts`, plant]));

const circle = {
  'src/core/farm/one.ts': "import { two } from './two';\nexport const one = (): number => two();\n",
  'src/core/farm/two.ts': "import { one } from './one';\nexport const two = (): number => one();\n",
};
const orphan = { 'src/core/farm/alone.ts': 'export const alone = 1;\n' };

function filesOfTree(): Readonly<Record<string, string>> {
  const wrong = [...planted].map(([path, plant]) => [path, `${plant.line}\n`] as const);
  return { ...sound, ...circle, ...orphan, ...Object.fromEntries(wrong) };
}

async function brokenByEslint(tree: PlantedTree): Promise<Broken> {
  const eslint = new ESLint({ cwd: tree.folder, overrideConfigFile: join(projectRoot, 'eslint.config.mjs') });
  const results = await eslint.lintFiles(['.']);
  return new Map(
    results.map(({ filePath, messages }) => [
      relative(tree.folder, filePath).replaceAll('\\', '/'),
      new Set(messages.map((message) => message.ruleId ?? message.message)),
    ]),
  );
}

interface Cruised {
  readonly summary: {
    readonly violations: readonly { readonly from: string; readonly rule: { readonly name: string } }[];
  };
}

function brokenByCruiser(tree: PlantedTree): Broken {
  const program = join(projectRoot, 'node_modules/dependency-cruiser/bin/dependency-cruise.mjs');
  const config = join(projectRoot, '.dependency-cruiser.cjs');
  const args = [program, '--config', config, '--output-type', 'json', 'src', 'webview-ui', 'test', 'tools'];
  const { stdout } = spawnSync(process.execPath, args, { cwd: tree.folder, encoding: 'utf8', maxBuffer: 64e6 });
  const { violations } = (JSON.parse(stdout) as Cruised).summary;
  const broken = new Map<string, Set<string>>();
  for (const { from, rule } of violations) broken.set(from, new Set([...(broken.get(from) ?? []), rule.name]));
  return broken;
}

describe('The borders between rooms', () => {
  let tree: PlantedTree;
  let lint: Broken;
  let cruiser: Broken;

  before(async function () {
    this.timeout(120_000);
    tree = new PlantedTree(filesOfTree());
    lint = await brokenByEslint(tree);
    cruiser = brokenByCruiser(tree);
  });
  after(() => tree.remove());

  for (const [path, { room, line, eslint, arrow }] of planted) {
    const what = line.split('\n').slice(0, 2).join(' ');
    it(`lint refuses in ${room}: ${what}`, () => {
      assert.ok(lint.get(path)?.has(eslint), `${eslint} is silent, found: ${[...(lint.get(path) ?? [])].join(', ')}`);
    });
    if (arrow === undefined) continue;
    it(`the arrows refuse in ${room}: ${what}`, () => {
      assert.ok(
        cruiser.get(path)?.has(arrow),
        `${arrow} is silent, found: ${[...(cruiser.get(path) ?? [])].join(', ')}`,
      );
    });
  }

  it('every allowed arrow passes', () => {
    const wrong = Object.keys(sound).flatMap((path) => [
      ...(lint.get(path) ?? ['not read']),
      ...(cruiser.get(path) ?? []),
    ]);
    assert.deepEqual(wrong, []);
  });

  it('files that import each other are refused', () => {
    const found = Object.keys(circle).filter((path) => cruiser.get(path)?.has('no-cycles'));
    assert.ok(found.length > 0, 'no-cycles is silent');
  });

  it('a file that nothing imports is refused', () => {
    for (const path of Object.keys(orphan)) assert.ok(cruiser.get(path)?.has('no-orphans'), path);
  });
});

describe('The list of unused code', () => {
  it('has no exceptions', () => {
    const settings = Object.keys(JSON.parse(textOf('knip.json')) as object);
    const exceptions = settings.filter((name) => name.startsWith('ignore') && name !== 'ignoreExportsUsedInFile');
    assert.deepEqual(exceptions, []);
  });
});
