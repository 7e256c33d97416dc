/** The generated files equal what their sources give. */
import { readFileSync } from 'node:fs';
import { expect, test } from 'vitest';
import { generate } from '../../../scripts/build-kernels.mjs';

test('the float32 kernels and the WebAssembly module are compiled from the committed sources', async () => {
  const files = await generate();
  expect(Object.keys(files)).toHaveLength(5);
  for (const [path, text] of Object.entries(files)) {
    expect(readFileSync(new URL(`../../../${path}`, import.meta.url), 'utf8') === text, path).toBe(true);
  }
});
