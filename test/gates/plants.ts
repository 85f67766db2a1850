/** A wrong line, the room it is planted in, and the rules that must name it. */
export interface Plant {
  /** Folder of the planted file, or the file itself where its name matters. */
  readonly room: string;
  readonly line: string;
  readonly eslint: string;
  /** Rule of dependency-cruiser; absent where the wrong is not in an arrow. */
  readonly arrow?: string;
}

const imports = '@typescript-eslint/no-restricted-imports';
const syntax = 'no-restricted-syntax';
const globals = 'no-restricted-globals';

const wrongImport = (room: string, from: string, arrow: string): Plant => ({
  room,
  line: `import { there } from '${from}';\nexport const here = there;`,
  eslint: imports,
  arrow,
});

const wrongLine = (room: string, eslint: string, line: string): Plant => ({ room, eslint, line });

const arrows: readonly Plant[] = [
  wrongImport('src/core/plan', '../../node/there', 'core-knows-only-core'),
  wrongImport('src/core/plan', '../../vscode/there', 'core-knows-only-core'),
  wrongImport('src/core/plan', '../../cli/there', 'core-knows-only-core'),
  wrongImport('src/core/plan', '../../extension', 'extension-is-imported-by-nobody'),
  wrongImport('src/core/plan', '../../../webview-ui/messages', 'core-knows-only-core'),
  wrongImport('src/core/plan', '../../../test/unit/there', 'core-knows-only-core'),
  wrongImport('src/core/plan', 'vscode', 'core-knows-only-core'),
  wrongImport('src/core/plan', 'node:fs', 'core-knows-only-core'),
  wrongImport('src/core/plan', 'fs/promises', 'core-knows-only-core'),
  wrongImport('src/core/plan', 'commander', 'core-knows-only-core'),
  wrongImport('src/node', '../vscode/there', 'node-knows-core'),
  wrongImport('src/node', '../cli/there', 'node-knows-core'),
  wrongImport('src/node', '../extension', 'node-knows-core'),
  wrongImport('src/node', '../../webview-ui/messages', 'node-knows-core'),
  wrongImport('src/node', 'vscode', 'vscode-has-one-room'),
  wrongImport('src/node', '@vscode/webview-ui-toolkit', 'toolkit-has-one-door'),
  wrongImport('src/cli', '../vscode/there', 'cli-knows-core-and-node'),
  wrongImport('src/cli', '../extension', 'cli-knows-core-and-node'),
  wrongImport('src/cli', '../../webview-ui/messages', 'cli-knows-core-and-node'),
  wrongImport('src/cli', 'vscode', 'vscode-has-one-room'),
  wrongImport('src/vscode/step', '../../cli/there', 'vscode-knows-core-and-node'),
  wrongImport('src/vscode/step', '../../extension', 'extension-is-imported-by-nobody'),
  wrongImport('src/vscode/step', '../../../webview-ui/step/there', 'vscode-knows-core-and-node'),
  wrongImport('src/vscode/step', '../../../test/unit/there', 'vscode-knows-core-and-node'),
  wrongImport('src/vscode/step', '@vscode/webview-ui-toolkit', 'toolkit-has-one-door'),
  wrongImport('webview-ui/step', '../../src/core/plan/there', 'pages-take-only-types-of-core'),
  wrongImport('webview-ui/step', '../../src/node/there', 'pages-know-messages'),
  wrongImport('webview-ui/step', '../../src/vscode/there', 'pages-know-messages'),
  wrongImport('webview-ui/step', '../../src/cli/there', 'pages-know-messages'),
  wrongImport('webview-ui/step', '../../src/extension', 'extension-is-imported-by-nobody'),
  wrongImport('webview-ui/step', 'vscode', 'vscode-has-one-room'),
  wrongImport('webview-ui/step', '@vscode/webview-ui-toolkit', 'toolkit-has-one-door'),
  wrongImport('test/unit', '../../src/extension', 'extension-is-imported-by-nobody'),
  wrongImport('test/unit', 'vscode', 'vscode-has-one-room'),
  wrongImport('test/host', '../../src/extension', 'extension-is-imported-by-nobody'),
  wrongImport('test/model', '../../src/core/plan/there', 'model-knows-no-plan'),
  wrongImport('tools', '../src/extension', 'extension-is-imported-by-nobody'),
];

const waysRound: readonly Plant[] = [
  wrongLine('src/core/plan', syntax, "export const here = import('../../node/there');"),
  wrongLine('src/core/plan', syntax, "export type Here = import('../../node/there').There;"),
  wrongLine('src/core/plan', imports, "export { there } from '../../node/there';"),
  wrongLine('src/core/plan', imports, "import type { There } from '../../node/there';\nexport type Here = There;"),
  wrongLine(
    'src/core/plan',
    '@typescript-eslint/no-require-imports',
    "export const here: unknown = require('node:fs');",
  ),
  wrongLine('src/node', syntax, "export const here = import('vscode');"),
  wrongLine('test/host', syntax, "export const here = import('../../src/extension');"),
  wrongLine('src/node', syntax, "export type Here = import('vscode').Uri;"),
];

const effectsInCore: readonly Plant[] = [
  wrongLine('src/core/plan', globals, 'export const now = new Date();'),
  wrongLine('src/core/plan', globals, 'export const now = Date.now();'),
  wrongLine('src/core/plan', globals, 'export const now = globalThis.Date.now();'),
  wrongLine('src/core/plan', 'no-restricted-properties', 'export const chance = Math.random();'),
  wrongLine('src/core/plan', 'no-restricted-properties', 'export const { random } = Math;'),
  wrongLine('src/core/plan', globals, 'export const user = process.env;'),
  wrongLine('src/core/plan', globals, 'setTimeout(() => undefined, 1);'),
  wrongLine('src/core/plan', globals, "console.log('here');"),
  wrongLine('src/core/plan', globals, "export const page = fetch('https://example.com/');"),
  wrongLine('src/core/plan', globals, 'export const id = crypto.randomUUID();'),
];

const reference = '@typescript-eslint/triple-slash-reference';

/** Core sees no platform, neither by a reference nor by its own word. */
const platforms: readonly Plant[] = [
  wrongLine('src/core/plan', reference, '/// <reference lib="dom" />\nexport const here = navigator.language;'),
  wrongLine('src/core/plan', reference, '/// <reference lib="dom" />\nexport const here = localStorage.length;'),
  wrongLine('src/core/plan', reference, '/// <reference types="node" />\nexport const here = __dirname;'),
  wrongLine(
    'src/core/plan',
    reference,
    '/// <reference path="../../../node_modules/@types/node/index.d.ts" />\nexport const here = __dirname;',
  ),
  wrongLine(
    'src/core/plan',
    syntax,
    'declare const setTimeout: (act: () => void) => void;\nexport const here = (act: () => void): void => setTimeout(act);',
  ),
  wrongLine(
    'src/core/plan',
    syntax,
    'declare const Date: { now(): number };\nexport const here = (): number => Date.now();',
  ),
  wrongLine(
    'src/core/plan',
    syntax,
    'declare function fetch(from: string): unknown;\nexport const here = (): unknown => fetch("x");',
  ),
  wrongLine(
    'src/core/plan',
    syntax,
    'declare class Date {\n  getTime(): number;\n}\nexport const here = (): Date => new Date();',
  ),
  wrongLine(
    'src/core/plan',
    syntax,
    'declare global {\n  const navigator: { readonly language: string };\n}\nexport const here = navigator.language;',
  ),
  wrongLine(
    'src/core/plan',
    syntax,
    "declare module 'jsonc-parser' {\n  const here: number;\n}\nexport const here = 1;",
  ),
];

const rooms = ['src/core/plan', 'src/node', 'src/cli', 'src/vscode/step', 'webview-ui/step', 'test/unit', 'tools'];

/** In two parts, so that this file does not hold the word itself. */
const forgotten = ['TO', 'DO'].join('');

/** What is wrong in every room. */
const everywhere: readonly Plant[] = rooms.flatMap((room) => [
  wrongLine(
    room,
    '@typescript-eslint/no-floating-promises',
    'export function here(work: () => Promise<void>) {\n  work();\n}',
  ),
  wrongLine(room, '@typescript-eslint/no-explicit-any', 'export const here = (value: any): boolean => value === 1;'),
  wrongLine(room, syntax, 'export default function here() {\n  return 1;\n}'),
  wrongLine(room, syntax, "export * from './there';"),
  wrongLine(room, syntax, 'let count = 0;\nexport const next = (): number => (count += 1);'),
  wrongLine(
    room,
    syntax,
    'export function here(act: () => void) {\n  try {\n    act();\n  } catch {\n    // nothing\n  }\n}',
  ),
  wrongLine(room, 'no-warning-comments', `// ${forgotten}: later\nexport const here = 1;`),
]);

/** Every wrong line that the lint must find. */
export const plants: readonly Plant[] = [...arrows, ...waysRound, ...effectsInCore, ...platforms, ...everywhere];

const there = 'export const there = 1;\nexport interface There {\n  readonly there: number;\n}\n';

/** Files that break no rule: what the plants point at, and each arrow that is allowed. */
export const sound: Readonly<Record<string, string>> = {
  'src/core/plan/there.ts': there,
  'src/core/plan/uses.ts': "import { parse } from 'jsonc-parser';\nexport const here: unknown = parse('{}');\n",
  'src/core/farm/uses.ts':
    "import { there } from '../plan/there';\ndeclare class TextDecoder {\n  decode(bytes: Uint8Array): string;\n}\nexport const here = there;\nexport const text = (bytes: Uint8Array): string => new TextDecoder().decode(bytes);\n",
  'src/node/there.ts':
    "import { readFileSync } from 'node:fs';\nimport { here } from '../core/farm/uses';\nexport const there = readFileSync(String(here));\nexport interface There {\n  readonly there: number;\n}\n",
  'src/cli/there.ts': "import { there as read } from '../node/there';\nexport const there = read;\n",
  'src/vscode/there.ts':
    "import { there as read } from '../node/there';\nimport { there as message } from '../../webview-ui/messages';\nexport const there = [read, message];\n",
  'src/extension.ts': "import { there as view } from './vscode/there';\nexport const there = view;\n",
  'webview-ui/messages.ts':
    "import type { There } from '../src/core/plan/there';\nexport const there: There = { there: 1 };\n",
  'webview-ui/step/there.ts': "import { there as message } from '../messages';\nexport const there = message;\n",
  'webview-ui/toolkit.ts':
    "import { provideVSCodeDesignSystem } from '@vscode/webview-ui-toolkit';\nexport const there = provideVSCodeDesignSystem;\n",
  'test/unit/there.ts': "import { there as read } from '../../src/node/there';\nexport const there = read;\n",
  'test/model/there.ts': "import { here } from '../../src/core/farm/uses';\nexport const there = here;\n",
  'test/host/there.ts': "import { version } from 'vscode';\nexport const there = version;\n",
  'tools/there.ts': "import { there as read } from '../src/node/there';\nexport const there = read;\n",
};
