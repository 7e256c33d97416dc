/** Large files on a real worker thread; small ones in place. */
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { build } from 'esbuild';
import { zipSync } from 'fflate';
import { afterAll, beforeAll, beforeEach, expect, test } from 'vitest';
import { statisticsOf } from '../../../core/inspect/statistics';
import { launchNodeWorker } from '../../../extension/compute/launchNodeWorker';
import { FileDecoder } from '../../../extension/session/compute/FileDecoder';
import type { FileContent } from '../../../extension/session/files/decodeFile';
import { extensionBundle } from '../../../scripts/lib/extensionBundle.mjs';
import { npyFile } from '../../e2e/harness/npy';

const folder = mkdtempSync(join(tmpdir(), 'layer-lens-decode-'));
const bundle = join(folder, 'extension.cjs');
let launched = 0;
let ended = 0;
const decoder = new FileDecoder(async () => {
  const worker = await launchNodeWorker(bundle);
  if (!worker) return undefined;
  launched++;
  return { ...worker, alive: true, terminate: () => (ended++, worker.terminate()) };
});

beforeAll(() => build({ ...extensionBundle, outfile: bundle }));
beforeEach(() => void (launched = ended = 0));
afterAll(() => rmSync(folder, { recursive: true }));

const maxElements = 1_000_000;
const content = (kind: FileContent['kind'], file: string, bytes: Uint8Array): FileContent => ({
  kind,
  file,
  bytes,
  maxElements,
});
const table = (rows: number, last = '') =>
  new TextEncoder().encode(Array.from({ length: rows }, (_, row) => `${row},0.5,-1\n`).join('') + last);
const many = Array.from({ length: 120_000 }, (_, k) => k);

test.each([
  ['a table', content('table', 't.csv', table(10)), 0, [10, 3]],
  ['a long table', content('table', 't.csv', table(10_000)), 1, [10_000, 3]],
  ['a .npy', content('npy', 'x.npy', npyFile([2, 3], [1, 2, 3, 4, 5, 6])), 0, [2, 3]],
  ['a large .npy', content('npy', 'x.npy', npyFile([400, 300], many)), 1, [400, 300]],
  [
    'a small archive that unpacks to many numbers',
    content('npz', 'x.npz', zipSync({ 'x.npy': npyFile([400, 300], new Array<number>(120_000).fill(0)) })),
    1,
    [400, 300],
  ],
])('%s', async (_, file, workers, shape) => {
  const [only] = await decoder.decode(file);
  expect(only!.array.shape).toEqual(shape);
  expect([launched, ended]).toEqual([workers, workers]);
});

test('what is wrong with a large table is told with its line, as in place', async () => {
  await expect(decoder.decode(content('table', 't.csv', table(10_000, '1,2\n')))).rejects.toThrow(/^line 10001: /);
  expect(launched).toBe(1);
  await expect(decoder.decode(content('table', 't.csv', table(5, '1,2\n')))).rejects.toThrow(/^line 6: /);
});

test('a file of more numbers than allowed is refused', async () => {
  const long = content('table', 't.csv', table(10_000));
  await expect(decoder.decode({ ...long, maxElements: 29_999 })).rejects.toThrow('t.csv holds 30000 numbers');
});

test('statistics of a large array come with it from the worker', async () => {
  const [only] = await decoder.decode(content('npy', 'x.npy', npyFile([400, 300], many)));
  const { data } = only!.array;
  // Kept with the array: what is written into it afterwards is not read.
  data.fill(7);
  expect(statisticsOf(data)).toMatchObject({ min: 0, max: 119_999, mean: 59_999.5, finite: 120_000 });
});
