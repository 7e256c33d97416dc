/** What the scripts of the web views contain: each only what its first picture needs. */
import { build } from 'esbuild';
import { expect, test } from 'vitest';

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
