// @ts-check
// Bundles of the TypeScript sources that the command line uses, made when they are needed.
import { join } from 'node:path';
import { pathToFileURL } from 'node:url';
import { iconFont } from '../lib/iconFont.mjs';

const root = join(import.meta.dirname, '..', '..');

/** @type {Map<string, Promise<any>>} */
const loaded = new Map();

/** Imports a module of the extension that needs no VS Code. @param {string} entry @returns {Promise<any>} */
export function load(entry) {
  const found = loaded.get(entry) ?? bundled(entry);
  loaded.set(entry, found);
  return found;
}

/** @param {string} entry */
async function bundled(entry) {
  const outfile = join(root, '.cache', `cli-${entry.replace(/\W+/g, '-')}.mjs`);
  await build({ ...common(entry), outfile, platform: 'node', format: 'esm' });
  return import(pathToFileURL(outfile).href);
}

/** The text of a bundle for a page. @param {string} entry @param {string} [globalName] */
export async function text(entry, globalName) {
  const { outputFiles } = await build({
    ...common(entry),
    write: false,
    minify: true,
    format: 'iife',
    plugins: [iconFont()],
    ...(globalName ? { globalName } : {}),
  });
  return outputFiles?.[0]?.text ?? '';
}

/** Imported here, so that scripts can install the dependencies first. @type {typeof import('esbuild').build} */
const build = async (options) => (await import('esbuild')).build(options);

/** @param {string} entry @returns {import('esbuild').BuildOptions} */
function common(entry) {
  return { absWorkingDir: root, entryPoints: [entry], bundle: true, target: 'es2022', logLevel: 'error' };
}
