// @ts-check
// VS Code's icon font, cut to the characters of webview/ui/icon.ts and embedded in the style sheets that name it.
import { readFile } from 'node:fs/promises';
import { createRequire } from 'node:module';
import { resolve } from 'node:path';

/** The package has the font as TrueType only: what the style sheet names as WOFF2 is made here. @returns {import('esbuild').Plugin} */
export function iconFont() {
  return {
    name: 'icon-font',
    setup: ({ initialOptions, onResolve, onLoad }) => {
      const inRoot = (/** @type {string} */ path) => resolve(initialOptions.absWorkingDir ?? '', path);
      const icons = inRoot('webview/ui/icon.ts');
      onResolve({ filter: /^@vscode\/codicons\/.*\.woff2$/ }, ({ path }) => ({ path: inRoot(`node_modules/${path}`) }));
      onLoad({ filter: /[\\/]codicon\.woff2$/ }, async ({ path }) => {
        const font = await readFile(path.replace(/woff2$/, 'ttf'));
        return {
          contents: await cut(font, await readFile(icons, 'utf8')),
          loader: 'dataurl',
          watchFiles: [icons],
        };
      });
    },
  };
}

/** The package that cuts has no types. @param {Buffer} font @param {string} icons @returns {Promise<Uint8Array>} */
function cut(font, icons) {
  const load = createRequire(import.meta.url);
  const codes = Array.from(icons.matchAll(/\\u([0-9a-f]{4})/g), ([, code = '']) => parseInt(code, 16));
  return load('subset-font')(font, String.fromCharCode(...codes), { targetFormat: 'woff2' });
}
