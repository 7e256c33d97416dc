// Bundles a script of this folder and calls its `main` with the other arguments.
import { pathToFileURL } from 'node:url';
import { resolve } from 'node:path';
import { build } from 'esbuild';

const [name, ...args] = process.argv.slice(2);
const outfile = resolve('.cache', `panel-${name}.mjs`);
await build({
  entryPoints: [`test/webview/harness/${name}.ts`],
  outfile,
  bundle: true,
  platform: 'node',
  format: 'esm',
  packages: 'external',
  logLevel: 'error',
});
const { main } = await import(pathToFileURL(outfile).href);
await main(args);
