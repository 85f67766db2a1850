// What both faces stand on is bundled once: the modules of src/core and src/node that extension or command line ask for become
// dist/core.js, and the faces take them from there.
import { relative, resolve } from 'node:path';
import { root } from './project.mjs';

const rooms = ['src/core/', 'src/node/'];

/** The shared modules that the faces have asked for so far. */
export class SharedRooms {
  asked = new Set();

  /** The entry of dist/core.js: every module under its path. Known when the faces are built. */
  entry() {
    const lines = [...this.asked].sort().map((path) => `export * as ${nameOf(path)} from './${path}';`);
    return { contents: lines.join('\n'), resolveDir: root, sourcefile: 'core.ts' };
  }

  /** For the bundles of the faces: an import of a shared module is one of dist/core.js. */
  plugin() {
    return {
      name: 'shared-rooms',
      setup: (building) => {
        building.onResolve({ filter: /^\.\.?\// }, ({ path, resolveDir, namespace }) => {
          if (namespace === 'shared') return { path, external: true };
          const shared = relative(root, resolve(resolveDir, path)).replaceAll('\\', '/');
          if (!rooms.some((room) => shared.startsWith(room))) return undefined;
          this.asked.add(shared);
          return { path: shared, namespace: 'shared' };
        });
        building.onLoad({ filter: /.*/, namespace: 'shared' }, ({ path }) => ({
          contents: `module.exports = require('./core.js').${nameOf(path)};`,
          resolveDir: root,
        }));
      },
    };
  }
}

function nameOf(path) {
  return path.replaceAll(/\W/g, '_');
}
