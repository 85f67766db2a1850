// The two VS Codes that the suites run on. Both come as the server build inside the npm package code-server.

const lanes = {
  newest: {
    codeServer: '4.139.1',
    vscode: '1.139.1',
    node: '24.21.0',
    integrity: 'sha512-fUYvJVdz4ZoVJfakGiGWXFMpF8K1ObsrpGvX17ZxNpKOzdNHs7lANT670JTr4ZhA8DnWqyvvmFG/d3HV9Yy6ew==',
  },
  // Keeps the promise of engines.vscode: the oldest VS Code that the extension says it runs on.
  floor: {
    codeServer: '4.99.4',
    vscode: '1.99.3',
    ripgrep: '1.18.0',
    integrity: 'sha512-EAH6aTbrjFpNJg7kyWer+J8wuew+ys2z/QOOiyrEfusjHvfuTCc+iJ99RP6Nemtw9RRVj6W4DSnV+Sv/OEMoCg==',
  },
};

/** Parts that neither a person on a sample nor a test needs; without them 1.139 is 150 MB smaller. */
export const strippedParts = [
  'vscode/node_modules/@github',
  'vscode/node_modules/@microsoft/mxc-sdk',
  'vscode/extensions/copilot',
  'vscode/extensions/mermaid-markdown-features',
];

/** The lane by its name; an unknown name is an error that names the known ones. */
export function laneOf(name) {
  if (Object.hasOwn(lanes, name)) return lanes[name];
  throw new Error(`There is no lane "${name}". Known lanes: ${Object.keys(lanes).join(', ')}.`);
}
