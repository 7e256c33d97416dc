// @ts-check
// How the extension is bundled: one CommonJS file for Node's host, for the browser's, which loads a single file, and for the
// workers of both. Node's modules are asked for at run time only.
import { root } from './paths.mjs';

/** @type {import('esbuild').BuildOptions} */
export const extensionBundle = {
  absWorkingDir: root,
  entryPoints: ['extension/main.ts'],
  bundle: true,
  target: 'es2022',
  platform: 'browser',
  format: 'cjs',
  external: ['node:*'],
  plugins: [vscodeOrNothing()],
};

/**
 * `vscode` is VS Code's API where VS Code loads the file, and an empty object in a worker: there `require` finds no such
 * module (Node) or does not exist (browser).
 * @returns {import('esbuild').Plugin}
 */
function vscodeOrNothing() {
  const contents = 'try { module.exports = require("vscode"); } catch { module.exports = {}; }';
  return {
    name: 'vscode-or-nothing',
    setup: ({ onResolve, onLoad }) => {
      onResolve({ filter: /^vscode$/ }, ({ namespace }) =>
        namespace === 'vscode' ? { path: 'vscode', external: true } : { path: 'vscode', namespace: 'vscode' },
      );
      onLoad({ filter: /.*/, namespace: 'vscode' }, () => ({ contents, loader: 'js' }));
    },
  };
}
