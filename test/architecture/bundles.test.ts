/** What the scripts contain that are loaded on activation and with a web view: each only what its first picture needs. */
import { build } from 'esbuild';
import { expect, test } from 'vitest';
import { extensionBundle } from '../../scripts/lib/extensionBundle.mjs';

/** Files in the bundle of an entry. */
async function inputsOf(entry: string): Promise<readonly string[]> {
  const { metafile } = await build({
    entryPoints: [entry],
    bundle: true,
    write: false,
    format: 'iife',
    target: 'es2022',
    metafile: true,
    outdir: 'unused',
    logLevel: 'error',
  });
  const [output] = Object.values(metafile.outputs);
  return Object.entries(output!.inputs).flatMap(([name, { bytesInOutput }]) => (bytesInOutput > 0 ? [name] : []));
}

test('the gallery has neither the toolkit nor chart.js nor the stage', async () => {
  const inputs = await inputsOf('webview/gallery/main.ts');
  expect(inputs).toContain('webview/gallery/GalleryPage.ts');
  expect(inputs.filter((name) => /node_modules|webview\/(stage|timeline|header|inspect)\//.test(name))).toEqual([]);
});

test('the panel has neither the gallery nor the exported page', async () => {
  const inputs = await inputsOf('webview/main.ts');
  expect(inputs).toContain('webview/LayerPage.ts');
  expect(inputs.filter((name) => /webview\/(gallery|player)\//.test(name))).toEqual([]);
});

test('the panel reads, checks and computes nothing: the extension does', async () => {
  const inputs = await inputsOf('webview/main.ts');
  const foreign = /^(extension|core\/(check|layer|lesson|quiz|random|read|setup|thumbnail))\//;
  expect(inputs.filter((name) => foreign.test(name))).toEqual([]);
});

test('the extension is loaded as one file without the panel; threads are loaded when a worker is started', async () => {
  const { metafile } = await build({
    ...extensionBundle,
    write: false,
    metafile: true,
    outfile: 'unused.js',
    logLevel: 'error',
  });
  const [output, ...others] = Object.values(metafile.outputs);
  expect(others).toEqual([]);
  const inputs = Object.keys(output!.inputs);
  expect(inputs).toContain('extension/extension.ts');
  expect(inputs.filter((name) => /^(webview|test)\/|webview-ui-toolkit|chart\.js/.test(name))).toEqual([]);
  const imports = output!.imports.map(({ path, kind }) => `${kind} ${path}`);
  expect(new Set(imports)).toEqual(new Set(['require-call vscode', 'dynamic-import node:worker_threads']));
});
