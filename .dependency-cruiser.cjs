// The arrows between rooms as resolved paths, cycles and orphans. eslint.config.mjs says the same of the written imports.
const libraries =
  'jsonc-parser|fastest-levenshtein|safe-stable-stringify|yaml|fast-xml-parser|saxes|markdown-it|@vscode/l10n';

/** An arrow: files of `from` may lead to `to` (a regular expression over paths), nothing else of the project. */
const arrow = (name, comment, from, to) => ({
  name,
  comment,
  severity: 'error',
  from: { path: from },
  to: { path: '^(src|webview-ui|test|tools|bench)/', pathNot: to },
});

const arrows = [
  {
    name: 'core-knows-only-core',
    comment: 'Core is pure: only core and the pure libraries.',
    severity: 'error',
    from: { path: '^src/core/' },
    to: { pathNot: `^src/core/|(^|/)node_modules/(${libraries})/` },
  },
  arrow('node-knows-core', 'src/node knows only core.', '^src/node/', '^src/(node|core)/'),
  arrow('cli-knows-core-and-node', 'src/cli knows core and node.', '^src/cli/', '^src/(cli|core|node)/'),
  arrow(
    'vscode-knows-core-and-node',
    'src/vscode knows core, node and the messages of the pages.',
    '^src/(vscode/|extension\\.ts)',
    '^src/(vscode|core|node)/|^webview-ui/(protocol/)?messages\\.ts$',
  ),
  arrow('pages-know-messages', 'A page talks by messages.', '^webview-ui/', '^webview-ui/|^src/core/'),
  {
    name: 'pages-take-only-types-of-core',
    comment: 'A page takes types of core, never its code.',
    severity: 'error',
    from: { path: '^webview-ui/' },
    to: { path: '^src/core/', dependencyTypesNot: ['type-only'] },
  },
];

/** @type {import('dependency-cruiser').IConfiguration} */
module.exports = {
  forbidden: [
    ...arrows,
    {
      name: 'extension-is-imported-by-nobody',
      comment: 'src/extension.ts wires the others.',
      severity: 'error',
      from: {},
      to: { path: '^src/extension\\.ts$' },
    },
    {
      name: 'toolkit-has-one-door',
      comment: 'The toolkit is archived: one file to change when it goes.',
      severity: 'error',
      from: { pathNot: '^webview-ui/toolkit\\.ts$' },
      to: { path: '@vscode/webview-ui-toolkit' },
    },
    {
      name: 'vscode-has-one-room',
      comment: 'VS Code is known in src/vscode and src/extension.ts, and by the tests that run inside it.',
      severity: 'error',
      from: { pathNot: '^src/(vscode/|extension\\.ts)|^test/host/' },
      to: { path: '^vscode$|@types/vscode' },
    },
    {
      name: 'model-knows-no-plan',
      comment: 'The model is written from the documents, so that it can find the plan wrong.',
      severity: 'error',
      from: { path: '^test/model/' },
      to: { path: '^src/core/plan/' },
    },
    {
      name: 'no-cycles',
      comment: 'Files that import each other cannot be read one by one.',
      severity: 'error',
      from: {},
      to: { circular: true },
    },
    {
      name: 'no-orphans',
      comment: 'A file that imports nothing and that nothing imports is not part of the product.',
      severity: 'error',
      from: { orphan: true, path: '^(src|webview-ui)/', pathNot: '\\.d\\.ts$|/generated/' },
      to: {},
    },
  ],
  options: {
    doNotFollow: { path: 'node_modules' },
    exclude: { path: '^(dist|out)/' },
    tsPreCompilationDeps: true,
    moduleSystems: ['es6', 'cjs'],
    enhancedResolveOptions: {
      extensions: ['.ts', '.mjs', '.js', '.json'],
      exportsFields: ['exports'],
      conditionNames: ['import', 'require', 'node', 'default'],
    },
  },
};
