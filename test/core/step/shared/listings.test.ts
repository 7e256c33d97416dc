import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import {
  conv2d,
  conv2dBackward,
  conv2dGeometry,
  type Conv2dOptions,
  convTranspose2d,
  convTranspose2dBackward,
  createStepper,
  type Layer,
  type NdArray,
  type Pass,
  pool2d,
  pool2dBackward,
  pool2dGeometry,
  type Pool2dOptions,
  RandomState,
  type ReluLayer,
} from '../../../../core';
import { usualNames } from '../../../../core/step/shared/words/usualNames';
import { arbitraryLayer } from '../arbitraryLayer';
import { courseCase, courseLayer } from '../courseLayers';
import { type PythonCase, pythonWith, runPython } from './runPython';
import { runsOf } from '../../../everything';

/** What a listing must compute, by the names it uses. */
function truth(layer: Layer): Record<string, NdArray> {
  switch (layer.kind) {
    case 'conv': {
      if (layer.pass === 'forward') return { Z: conv2d(layer.x, layer.w, layer.b, layer.options) };
      const { dX, dW, db } = conv2dBackward(layer.dZ!, layer.x, layer.w, layer.options);
      return { dA_prev: dX, dW, db };
    }
    case 'pool':
      if (layer.pass === 'forward') return { A: pool2d(layer.x, layer.options) };
      return { dA_prev: pool2dBackward(layer.dZ!, layer.x, layer.options) };
    case 'convTranspose': {
      if (layer.pass === 'forward') return { Z: convTranspose2d(layer.x, layer.w, layer.b, layer.options) };
      const { dX, dW, db } = convTranspose2dBackward(layer.dZ!, layer.x, layer.w, layer.options);
      return { dA_prev: dX, dW, db };
    }
    case 'relu':
      return reluTruth(layer);
    case 'pad':
      return {};
  }
}

function reluTruth({ pass, x, dZ: dA }: ReluLayer): Record<string, NdArray> {
  if (pass === 'forward') return { A: { shape: x.shape, data: x.data.map((value) => Math.max(0, value)) } };
  return { dZ: { shape: x.shape, data: x.data.map((value, index) => (value > 0 ? dA!.data[index]! : 0)) } };
}

function inputs(layer: Layer): Record<string, NdArray> {
  const { x = 'A_prev', dZ } = usualNames(layer, {});
  return defined({
    [x]: layer.x,
    ...('w' in layer && { W: layer.w, b: layer.b }),
    ...('dZ' in layer && { [dZ]: layer.dZ }),
  });
}

function defined(arrays: Record<string, NdArray | undefined>): Record<string, NdArray> {
  return Object.fromEntries(
    Object.entries(arrays).filter((entry): entry is [string, NdArray] => entry[1] !== undefined),
  );
}

function pythonCase(layer: Layer, id: string): PythonCase {
  const listing = createStepper(layer).listings.find((each) => each.id === id)!;
  return { arrays: inputs(layer), code: listing.text, wanted: Object.keys(truth(layer)) };
}

function expectSame(layer: Layer, code: string, answer: Record<string, number[] | string>): void {
  expect(answer['error'], code).toBeUndefined();
  for (const [name, array] of Object.entries(truth(layer))) {
    const got = answer[name] as number[];
    expect(got.length, `${name}\n${code}`).toBe(array.data.length);
    got.forEach((value, index) => expect(value, `${name}\n${code}`).toBeCloseTo(array.data[index]!, 9));
  }
}

const random = fc.sample(arbitraryLayer, { numRuns: runsOf(120), seed: 7 });
const course = ['conv_forward', 'conv_backward', 'pool_forward_max_stride2', 'pool_backward_average_stride2_f3'].map(
  (name) => courseLayer(courseCase(name))!,
);

const normal = new RandomState(11);
/** The cases L1 to L6 of the survey of listings and their neighbours. */
const unusual: readonly Layer[] = [
  ...(
    [
      // four sides, with and without the padding in the divisor
      {
        mode: 'average',
        kernel: 2,
        stride: 2,
        padding: { top: 1, bottom: 0, left: 0, right: 1 },
        countIncludePad: false,
      },
      { mode: 'average', kernel: [3, 2], stride: 1, padding: 'same_lower', countIncludePad: false },
      { mode: 'average', kernel: 3, stride: 2, padding: { top: 1, bottom: 0, left: 0, right: 1 }, ceilMode: true },
      { mode: 'average', kernel: 3, stride: 2, padding: 1, countIncludePad: false, ceilMode: true },
      { mode: 'average', kernel: 3, stride: 3, padding: 1, ceilMode: true },
      { mode: 'average', kernel: 9, stride: 9, ceilMode: true },
      // sides with ceil mode
      {
        mode: 'max',
        kernel: [2, 1],
        stride: 1,
        padding: { top: 1, bottom: 0, left: 0, right: 1 },
        ceilMode: true,
        ties: 'first',
      },
      {
        mode: 'max',
        kernel: 3,
        stride: 2,
        padding: { top: 0, bottom: 1, left: 1, right: 0 },
        ceilMode: true,
        ties: 'first',
      },
      // more padding than half of the kernel
      { mode: 'max', kernel: [3, 2], stride: 1, dilation: 2, padding: 'same_upper', ties: 'first' },
      { mode: 'max', kernel: 9, stride: 9, ceilMode: true, ties: 'all' },
      { mode: 'max', kernel: 2, stride: 1, padding: 1, ties: 'all' },
    ] satisfies Pool2dOptions[]
  ).flatMap((options) => bothPasses((pass) => poolLayer(pass, options))),
  ...(
    [
      { padding: 'same_upper', stride: 2 },
      { padding: { top: 2, bottom: 0, left: 1, right: 3 } },
      { padding: [1, 2], paddingMode: 'reflect' },
      { padding: { top: 1, bottom: 2, left: 0, right: 1 }, paddingMode: 'replicate' },
      { padding: 2, paddingMode: 'circular', stride: [1, 2] },
    ] satisfies Conv2dOptions[]
  ).flatMap((options) => bothPasses((pass) => convLayer(pass, options))),
];

function bothPasses(make: (pass: Pass) => Layer): Layer[] {
  return [make('forward'), make('backward')];
}

function poolLayer(pass: Pass, options: Pool2dOptions): Layer {
  const x = normal.randn(2, 7, 6, 2);
  return { kind: 'pool', pass, x, dZ: normal.randn(...pool2d(x, options).shape), options };
}

/** x (2, 4, 7, 2) and w (1, 3, 2, 1): a shape for which PyTorch 1.13 refuses a filter that is not contiguous. */
function convLayer(pass: Pass, options: Conv2dOptions): Layer {
  const x = normal.randn(2, 4, 7, 2);
  const w = normal.randn(1, 3, 2, 1);
  const b = normal.randn(1, 1, 1, 1);
  return { kind: 'conv', pass, x, w, b, dZ: normal.randn(...conv2d(x, w, b, options).shape), options };
}

function sendsTiesToAll(layer: Layer): boolean {
  return (
    layer.kind === 'pool' && layer.options.mode === 'max' && layer.options.ties !== 'first' && layer.pass === 'backward'
  );
}

/** The names that the course’s functions define before their loops. */
function loopPreamble(layer: Layer): string {
  const lines = ['import numpy as np'];
  if (layer.kind !== 'conv' && layer.kind !== 'pool') return lines.join('\n');
  const conv = layer.kind === 'conv';
  const geometry = conv
    ? conv2dGeometry(layer.x.shape, layer.w.shape, layer.options)
    : pool2dGeometry(layer.x.shape, layer.options);
  const { rows, cols, inChannels, outChannels, groups } = geometry;
  const widths = `((0, 0), (${rows.padBefore}, ${rows.padAfter}), (${cols.padBefore}, ${cols.padAfter}), (0, 0))`;
  const modes = { zeros: 'constant', reflect: 'reflect', replicate: 'edge', circular: 'wrap' };
  const constant = !conv && layer.options.mode === 'max' ? ', constant_values=-np.inf' : '';
  return [
    ...lines,
    `m, n_H_prev, n_W_prev, n_C_prev = A_prev.shape`,
    `n_H, n_W, n_C, pad = ${rows.outSize}, ${cols.outSize}, ${outChannels}, ${rows.padBefore}`,
    `stride = stride_H = ${rows.stride}; stride_W = ${cols.stride}; f = f_H = ${rows.kernel}; f_W = ${cols.kernel}`,
    `n_C_group, n_filters_group = ${inChannels / groups}, ${outChannels / groups}`,
    `A_prev_pad = np.pad(A_prev, ${widths}, mode='${modes[geometry.paddingMode]}'${constant})`,
    'Z = np.zeros((m, n_H, n_W, n_C)); A = Z.copy()',
    'dA_prev = np.zeros(A_prev.shape); dA_prev_pad = np.zeros(A_prev_pad.shape)',
    ...(conv ? ['dW = np.zeros(W.shape); db = np.zeros((1, 1, 1, n_C))'] : []),
    'conv_single_step = lambda a, w, b: float(np.sum(a * w) + np.sum(b))',
    'create_mask_from_window = lambda window: window == np.max(window)',
    'distribute_value = lambda dz, shape: np.full(shape, dz / (shape[0] * shape[1]))',
  ].join('\n');
}

describe('the NumPy listing computes the layer under the real NumPy', () => {
  const python = pythonWith('numpy');
  it.skipIf(!python)('for the course’s layers and 120 random ones', () => {
    const layers = [...course, ...random];
    const cases = layers.map((layer) => pythonCase(layer, 'numpy'));
    const answers = runPython(python!, cases);
    layers.forEach((layer, index) => expectSame(layer, cases[index]!.code, answers[index]!));
  });
});

describe('the PyTorch listing computes the layer under the real PyTorch', () => {
  const python = pythonWith('torch');
  it.skipIf(!python)('for the course’s layers and random ones without ties sent to all', () => {
    const layers = [...course, ...random].filter(
      (layer) =>
        !(
          layer.kind === 'pool' &&
          layer.options.mode === 'max' &&
          layer.options.ties !== 'first' &&
          layer.pass === 'backward'
        ),
    );
    const cases = layers.map((layer) => pythonCase(layer, 'pytorch'));
    const answers = runPython(python!, cases);
    layers.forEach((layer, index) => {
      expectSame(layer, cases[index]!.code, answers[index]!);
    });
  });
});

describe('the loop listing computes the layer under the real NumPy, with the course’s names defined', () => {
  const python = pythonWith('numpy');
  it.skipIf(!python)('for random layers and for padding, ties and averages outside the course', () => {
    const layers = [...random, ...unusual];
    const cases = layers.map((layer) => {
      const plain = pythonCase(layer, 'loop');
      return { ...plain, code: `${loopPreamble(layer)}\n${plain.code}` };
    });
    const answers = runPython(python!, cases);
    layers.forEach((layer, index) => expectSame(layer, cases[index]!.code, answers[index]!));
  });
});

describe('padding, dilation, ties and averages that PyTorch has no arguments for', () => {
  it.skipIf(!pythonWith('torch'))('the PyTorch listing computes the layer', () => {
    const layers = unusual.filter((layer) => !sendsTiesToAll(layer));
    const cases = layers.map((layer) => pythonCase(layer, 'pytorch'));
    const answers = runPython(pythonWith('torch')!, cases);
    layers.forEach((layer, index) => expectSame(layer, cases[index]!.code, answers[index]!));
  });

  it.skipIf(!pythonWith('numpy'))('the NumPy listing computes the layer', () => {
    const cases = unusual.map((layer) => pythonCase(layer, 'numpy'));
    const answers = runPython(pythonWith('numpy')!, cases);
    unusual.forEach((layer, index) => expectSame(layer, cases[index]!.code, answers[index]!));
  });
});
