// The rules of the house. Each room says what it does not know; test/unit/gates.boundaries.test.ts plants every violation.
import tseslint from 'typescript-eslint';

/** Libraries without effects: the only ones that core may use. */
const pureLibraries = [
  'jsonc-parser',
  'fastest-levenshtein',
  'safe-stable-stringify',
  'yaml',
  'fast-xml-parser',
  'saxes',
  'markdown-it',
  '@vscode/l10n',
];

/** Rooms that a path leads into, as an import writes it. */
const intoRoom = (...rooms) => `^(\\.\\./)+(src/)?(${rooms.join('|')})(\\.[jt]s|/|$)`;
const packagesExcept = (...packages) => `^(?!\\.{1,2}(/|$)|(${packages.join('|')})(/|$))`;

const toolkit = { regex: '^@vscode/webview-ui-toolkit', message: 'Only webview-ui/toolkit.ts knows the toolkit.' };
const vscodeModule = { regex: '^vscode$', message: 'Only src/vscode and src/extension.ts know VS Code.' };
const extension = {
  regex: '(^|/)extension(\\.[jt]s)?$',
  message: 'Nothing imports the extension: it wires the others.',
};
const notInto = (message, ...rooms) => ({ regex: intoRoom(...rooms), message });

const core = [
  notInto('Core knows only core.', 'node', 'vscode', 'cli', 'webview-ui', 'tools', 'test', 'bench'),
  { regex: packagesExcept(...pureLibraries), message: 'Core is pure: only core and the pure libraries.' },
  extension,
];
const node = [
  notInto('src/node knows only core.', 'vscode', 'cli', 'webview-ui', 'tools', 'test', 'bench'),
  vscodeModule,
  toolkit,
  extension,
];
const cli = [
  notInto('src/cli knows core and node.', 'vscode', 'webview-ui', 'tools', 'test', 'bench'),
  vscodeModule,
  toolkit,
  extension,
];
const vscode = [
  notInto('src/vscode knows core and node.', 'cli', 'tools', 'test', 'bench'),
  {
    regex: '^(\\.\\./)+webview-ui/(?!(protocol/)?messages(\\.[jt]s)?$)',
    message: 'Of the pages, the extension knows the messages only.',
  },
  toolkit,
  extension,
];
const webview = [
  notInto('A page talks to the extension by messages only.', 'node', 'vscode', 'cli', 'tools', 'test', 'bench'),
  {
    regex: '^(\\.\\./)+src/core/',
    allowTypeImports: true,
    message: 'A page takes types of core, never its code.',
  },
  { regex: packagesExcept('@vscode/l10n'), message: 'A page runs in a browser, with no package but the toolkit.' },
  extension,
];
const toolkitOnly = webview.map((rule) =>
  rule.regex.startsWith('^(?!') ? { ...rule, regex: packagesExcept('@vscode/webview-ui-toolkit') } : rule,
);
const test = [vscodeModule, toolkit, extension];
const hostTest = [toolkit, extension];
const model = [...test, notInto('The model is written from the documents, not from the plan.', 'core/plan')];

/** One room: its files and what they may not import. */
const room = (files, patterns) => ({
  files,
  rules: { '@typescript-eslint/no-restricted-imports': ['error', { patterns }] },
});

const syntax = [
  // Mocha is an ES module, which the oldest VS Code's Node cannot require: its tests have no other way.
  {
    selector: 'ImportExpression:not([source.value="mocha"])',
    message: 'A dynamic import goes round the borders between rooms.',
  },
  { selector: 'TSImportType', message: 'Write an import: import types go round the borders between rooms.' },
  { selector: 'ExportDefaultDeclaration', message: 'Export by name.' },
  { selector: 'ExportSpecifier[exported.name="default"]', message: 'Export by name.' },
  { selector: 'ExportAllDeclaration', message: 'No barrels: import from the file that holds it.' },
  {
    selector: ':matches(Program, ExportNamedDeclaration) > VariableDeclaration[kind="let"]',
    message: 'No state here.',
  },
  { selector: 'CatchClause > BlockStatement[body.length=0]', message: 'Say what happens with the error.' },
];

/** What core must be given instead of reaching for it. */
const effects = [
  'Date',
  'process',
  'setTimeout',
  'setInterval',
  'setImmediate',
  'queueMicrotask',
  'console',
  'fetch',
  'crypto',
  'performance',
  'Buffer',
  'globalThis',
  'global',
  'window',
  'document',
];

/** Every engine brings these, and no platform's types that core may see name them. */
const declaredInCore = '/^Text(De|En)coder$/';

/** A value that core declares is one that it reaches for: the rule above sees only globals. */
const declarations = [
  'VariableDeclaration[declare=true]',
  'TSDeclareFunction[declare=true]',
  `ClassDeclaration[declare=true]:not([id.name=${declaredInCore}])`,
  'TSModuleDeclaration',
].map((selector) => ({ selector, message: 'Core gets it as a parameter.' }));

/** Rules that eslint itself brings and that need no types. */
const plain = {
  'constructor-super': 'error',
  eqeqeq: 'error',
  'no-cond-assign': 'error',
  'no-constant-condition': ['error', { checkLoops: false }],
  'no-debugger': 'error',
  'no-dupe-else-if': 'error',
  'no-duplicate-case': 'error',
  'no-empty': 'error',
  'no-eval': 'error',
  'no-fallthrough': 'error',
  'no-irregular-whitespace': 'error',
  'no-new-func': 'error',
  'no-self-assign': 'error',
  'no-unreachable': 'error',
  'no-unsafe-finally': 'error',
  'no-useless-catch': 'error',
  'no-var': 'error',
  'no-warning-comments': ['error', { terms: ['todo', 'fixme', 'xxx', 'hack'] }],
  'prefer-const': 'error',
};

const typed = {
  '@typescript-eslint/switch-exhaustiveness-check': ['error', { considerDefaultExhaustiveForUnions: true }],
  '@typescript-eslint/restrict-template-expressions': ['error', { allowNumber: true }],
  '@typescript-eslint/no-confusing-void-expression': [
    'error',
    { ignoreArrowShorthand: true, ignoreVoidReturningFunctions: true },
  ],
  // VS Code takes whatever has a dispose; its Disposable is a class in the typings only by name.
  '@typescript-eslint/no-unsafe-class-instance-assignment': 'off',
  '@typescript-eslint/no-unused-vars': ['error', { ignoreRestSiblings: true }],
  '@typescript-eslint/consistent-type-imports': 'error',
  // One file's reference is there for all: the compiler options alone say which platform a room sees.
  '@typescript-eslint/triple-slash-reference': ['error', { lib: 'never', path: 'never', types: 'never' }],
};

// The tool asks for a default export; everywhere else exports have names.
export default tseslint.config(
  {
    ignores: [
      'node_modules/',
      'dist/',
      'out/',
      '.tools/',
      '.vscode-test/',
      'test/fixtures/',
      'src/core/farm/generated/',
    ],
  },
  { linterOptions: { reportUnusedDisableDirectives: 'error' } },
  {
    files: ['**/*.ts'],
    extends: [tseslint.configs.strictTypeChecked],
    languageOptions: { parserOptions: { projectService: true } },
    rules: { ...plain, ...typed, 'no-restricted-syntax': ['error', ...syntax] },
  },
  { files: ['**/*.{mjs,cjs}'], rules: { ...plain, 'no-unused-vars': ['error', { ignoreRestSiblings: true }] } },
  {
    files: ['src/core/**/*.ts'],
    rules: {
      'no-restricted-globals': ['error', ...effects],
      'no-restricted-syntax': ['error', ...syntax, ...declarations],
      'no-restricted-properties': ['error', { object: 'Math', property: 'random', message: 'Chance is a parameter.' }],
    },
  },
  room(['src/core/**/*.ts'], core),
  room(['src/node/**/*.ts'], node),
  room(['src/cli/**/*.ts'], cli),
  room(['src/vscode/**/*.ts'], vscode),
  room(['src/extension.ts'], vscode),
  room(['webview-ui/**/*.ts'], webview),
  room(['webview-ui/toolkit.ts'], toolkitOnly),
  room(['test/**/*.ts'], test),
  room(['test/host/**/*.ts'], hostTest),
  room(['test/model/**/*.ts'], model),
  room(['tools/**/*.ts', 'bench/**/*.ts'], test),
);
