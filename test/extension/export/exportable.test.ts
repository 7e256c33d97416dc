import { describe, expect, test } from 'vitest';
import { conv2d, conv2dBackward, pool2d, readNpz, type NdArray } from '../../../core';
import { fileBytes, holdsAll } from '../../../core/export/fileBytes';
import { runJob } from '../../../core/layer/job/runJob';
import type { LayerResult } from '../../../core/layer/job/LayerJob';
import { exportableArrays, exportableOfMap } from '../../../extension/session/export/exportable';
import { exported, type ComputeJob, type LayerArray } from '../../../extension/session/export/layerArrays';
import { FakePanel } from '../session/FakePanel';

const convolution = `A_prev = [[1, 2, 0, 3, 1], [0, 1, 4, 1, 0], [2, 1, 0, 1, 2], [1, 0, 3, 2, 1]]
W = [[1, 0, -1], [2, 0, -2], [1, 0, -1]]
`;
const hparameters = 'hparameters = {"stride": 1, "pad": 1}\n';
const gradient = 'dZ = [[0.5, -1, 0.25], [1, 0, -0.5]]\n';

const compute: ComputeJob = (job) => {
  const steps = runJob(job);
  for (let step = steps.next(); ; step = steps.next()) {
    if (step.done) return Promise.resolve<LayerResult>(step.value);
  }
};

function showing(text: string, purpose: 'conv' | 'pool' | 'inspect') {
  const panel = FakePanel.showing(text, purpose);
  return { panel, picture: () => panel.session.picture! };
}

const array = (shape: number[], ...values: number[]): NdArray => ({ shape, data: Float64Array.from(values) });
const x = array([1, 4, 5, 1], 1, 2, 0, 3, 1, 0, 1, 4, 1, 0, 2, 1, 0, 1, 2, 1, 0, 3, 2, 1);
const w = array([3, 3, 1, 1], 1, 0, -1, 2, 0, -2, 1, 0, -1);
const names = (arrays: readonly LayerArray[]) => arrays.map(({ name }) => name);
const loaded = (arrays: readonly LayerArray[]) => Promise.all(arrays.map((named) => named.load(compute)));

describe('arrays of a layer', () => {
  test('conv_forward: inputs, then Z, which agrees with conv2d', async () => {
    const { picture } = showing(convolution + hparameters, 'conv');
    const arrays = exportableArrays(picture());
    expect(names(arrays)).toEqual(['A_prev', 'W', 'Z']);
    expect(await loaded(arrays)).toEqual([x, w, conv2d(x, w, undefined, { padding: 1 })]);
  });

  test('conv_backward: three gradients of one computation', async () => {
    const { picture } = showing(convolution + gradient, 'conv');
    const arrays = exportableArrays(picture());
    expect(names(arrays)).toEqual(['A_prev', 'W', 'dZ', 'dA_prev', 'dW', 'db']);
    const dZ = array([1, 2, 3, 1], 0.5, -1, 0.25, 1, 0, -0.5);
    const { dX, dW, db } = conv2dBackward(dZ, x, w);
    let jobs = 0;
    const results = arrays.slice(3).map(({ load }) => load((job) => (jobs++, compute(job))));
    expect(await Promise.all(results)).toEqual([dX, dW, db]);
    expect(jobs).toBe(1);
  });

  test('pool_forward: A', async () => {
    const { picture } = showing('A_prev = [[1, 3, 2, 4], [5, 6, 1, 2]]\nhparameters = {"stride": 2, "f": 2}\n', 'pool');
    const arrays = exportableArrays(picture());
    expect(names(arrays)).toEqual(['A_prev', 'A']);
    const input = array([1, 2, 4, 1], 1, 3, 2, 4, 5, 6, 1, 2);
    expect((await loaded(arrays))[1]).toEqual(pool2d(input, { mode: 'max', kernel: 2, stride: 2 }));
  });
});

describe('what a map shows', () => {
  test('the window input of a layer: the slice with its padding, and the whole array without it', async () => {
    const { panel, picture } = showing(convolution + hparameters, 'conv');
    panel.seek(3);
    const [slice, whole] = exportableOfMap(picture(), 'x');
    expect([slice!.shape, whole!.shape]).toEqual([
      [6, 7],
      [1, 4, 5, 1],
    ]);
    expect((await slice!.load(compute)).data.slice(7, 14)).toEqual(Float64Array.of(0, 1, 2, 0, 3, 1, 0));
  });

  test('an inspected array of four axes: the slice under its subscript, and the array with its element type', async () => {
    const { panel, picture } = showing('np.arange(24, dtype=np.uint8).reshape(1, 2, 3, 4)', 'inspect');
    panel.set('index3', '2');
    const [slice, whole] = exportableOfMap(picture(), 'array');
    expect([slice!.name, slice!.dtype, whole!.dtype]).toEqual(['array[0, :, :, 2]', 'uint8', 'uint8']);
    expect((await slice!.load(compute)).data).toEqual(Float64Array.of(2, 6, 10, 14, 18, 22));
  });

  test('a map that the panel no longer shows: nothing', () => {
    const { picture } = showing(convolution, 'conv');
    expect(exportableOfMap(picture(), 'mask')).toEqual([]);
  });
});

describe('files by extension', () => {
  const source = { array: w, name: 'W' };
  const text = (fileName: string) => new TextDecoder().decode(fileBytes(fileName, [source]));

  test('.npz holds all arrays, the others one', async () => {
    const { picture } = showing(convolution + hparameters, 'conv');
    const arrays = exportableArrays(picture());
    const values = await loaded(arrays);
    const bytes = fileBytes(
      '/tmp/all.npz',
      arrays.map((named, index) => exported(named, values[index]!)),
    );
    expect(Object.keys(readNpz(bytes))).toEqual(['A_prev', 'W', 'Z']);
    expect([holdsAll('a.npz'), holdsAll('a.npy')]).toEqual([true, false]);
  });

  test('source code is complete: imports and a line end', () => {
    expect(text('W.py')).toMatch(/^import numpy as np\n\nW = np\.array\(/);
    expect(text('w.h')).toMatch(/^const double W\[3\]\[3\]\[1\]\[1\] = .*;\n$/s);
    expect(text('W.csv').trim().split('\n')).toHaveLength(9);
  });

  test('another extension is refused, with those that exist', () => {
    expect(() => text('W.xlsx')).toThrow('.npy, .npz, .csv');
    expect(() => text('W')).toThrow('W has no extension of an array file');
  });
});

test('selected cells come first; a selection outside of the map is ignored', async () => {
  const { picture } = showing('x = [[1, 2, 3, 4], [5, 6, 7, 8], [9, 10, 11, -0.0]]', 'inspect');
  const cells = { row: 1, col: 2, rows: 2, cols: 2 };
  const [selected, whole] = exportableOfMap(picture(), 'array', cells);
  expect([selected!.name, whole!.name]).toEqual(['x_cells', 'x']);
  const [matrix] = await loaded([selected!]);
  expect(matrix).toEqual(array([2, 2], 7, 8, 11, -0));
  expect(names(exportableOfMap(picture(), 'array', { ...cells, rows: 3 }))).toEqual(['x']);
});
