/** Layer calls of MATLAB, Julia and R in the course's terms. */
import type { NdArray } from '../../../array/NdArray';
import { toHwio, toNhwc } from '../../../layer/layout';
import type { Conv2dOptions, Pair, Pool2dOptions, Sides } from '../../../layer/options';
import type { CallContent, CallSite } from '../../LayerCall';
import type { CallArguments } from './CallArguments';
import { labelsOf } from './functions';

type Reading = CallContent<'conv_forward' | 'pool_forward'> & Pick<CallSite, 'layout'>;

export type LayerTable = Readonly<Record<string, (call: CallArguments) => Reading>>;

/**
 * MATLAB: `conv2` turns its kernel, `filter2(H, X)` does not. `same` is the middle of the full output, whose windows begin
 * (k − 1) // 2 before their pixel.
 */
export const MATLAB: LayerTable = {
  conv2: (call) => matlabConv(call, call.array(0), call.array(1), true, 'full'),
  filter2: (call) => matlabConv(call, call.array(1), call.array(0), false, 'same'),
  imfilter,
  dlconv,
  maxpool: (call) => matlabPool(call, 'max'),
  avgpool: (call) => matlabPool(call, 'average'),
};

/** Julia: `conv` of DSP on matrices; `conv`, `maxpool` and `meanpool` of NNlib on (W, H, C, N). */
export const JULIA: LayerTable = {
  conv: (call) =>
    call.array(0).shape.length === 4
      ? nnlibConv(call)
      : planar(call.array(0), call.array(1), fullSides(call.array(1)), true),
  'NNlib.conv': nnlibConv,
  'DSP.conv': (call) => planar(call.array(0), call.array(1), fullSides(call.array(1)), true),
  maxpool: (call) => nnlibPool(call, 'max'),
  meanpool: (call) => nnlibPool(call, 'average'),
  'NNlib.maxpool': (call) => nnlibPool(call, 'max'),
  'NNlib.meanpool': (call) => nnlibPool(call, 'average'),
};

/** R: the functions of the package torch, (N, C, H, W). */
export const R: LayerTable = {
  nnf_conv2d: torchConv,
  torch_conv2d: torchConv,
  nnf_max_pool2d: (call) => torchPool(call, 'max'),
  nnf_avg_pool2d: (call) => torchPool(call, 'average'),
  ...Object.fromEntries(
    ['nn_conv2d', 'nn_conv_transpose2d', 'layer_conv_2d'].map((name): [string, (call: CallArguments) => Reading] => [
      name,
      (call) => {
        throw call.withoutWeights();
      },
    ]),
  ),
};

function matlabConv(call: CallArguments, image: NdArray, kernel: NdArray, flip: boolean, usual: string): Reading {
  const shape = call.word(call.positional[2]) ?? usual;
  const [rows, cols] = requireRank(call, kernel, 2) as [number, number];
  requireRank(call, image, 2);
  if (call.positional.length > 3) throw call.unsupported('a fourth argument');
  switch (shape) {
    case 'full':
      return planar(image, kernel, fullSides(kernel), flip);
    case 'same': {
      const [top, left] = [(rows - 1) >> 1, (cols - 1) >> 1];
      return planar(image, kernel, { top, bottom: rows - 1 - top, left, right: cols - 1 - left }, flip);
    }
    case 'valid':
      return planar(image, kernel, { top: 0, bottom: 0, left: 0, right: 0 }, flip);
    default:
      throw call.unsupported(shape);
  }
}

/** Correlates by default; the borders are zeros. */
function imfilter(call: CallArguments): Reading {
  const words = call.positional.slice(2).map((argument) => call.word(argument)!);
  const other = words.find((word) => !/^(?:corr|conv|same|full)$/.test(word));
  if (other !== undefined) throw call.unsupported(other);
  const [image, kernel] = [call.array(0), call.array(1)];
  requireRank(call, image, 2);
  const [rows, cols] = requireRank(call, kernel, 2) as [number, number];
  const flip = words.includes('conv');
  if (words.includes('full')) return planar(image, kernel, fullSides(kernel), flip);
  if (flip && (rows % 2 === 0 || cols % 2 === 0)) throw call.unsupported('conv with a kernel of even size');
  // The origin of a kernel is its element floor((size + 1) / 2).
  const [top, left] = [(rows - 1) >> 1, (cols - 1) >> 1];
  return planar(image, kernel, { top, bottom: rows - 1 - top, left, right: cols - 1 - left }, flip);
}

/** On (H, W, C, N), as `dlarray(X, 'SSCB')` or with 'DataFormat'; a correlation. */
function dlconv(call: CallArguments): Reading {
  const [x, w] = [call.array(0), call.array(1)];
  const format = call.word(call.named.get('dataformat'))?.toUpperCase() ?? labelsOf(x)?.toUpperCase();
  if (format === undefined || !/^SS(?:CB?)?$/.test(format))
    throw call.unsupported(format ?? 'a dlarray without format');
  const [image, filters] = [x, w].map((array) => ({
    data: array.data,
    shape: [...array.shape, 1, 1, 1, 1].slice(0, 4),
  }));
  if (x.shape.length > 4 || w.shape.length > 4) throw call.unsupported(`shape ${w.shape.join(' × ')}`);
  const bias = call.positional[2] ? call.array(2) : undefined;
  const filtersCount = filters!.shape[3]!;
  const padding = call.named.get('padding');
  const same = padding !== undefined && /^["']same["']$/.test(padding.text);
  const values = bias && bias.data.length === 1 ? new Float64Array(filtersCount).fill(bias.data[0]!) : bias?.data;
  return {
    operation: 'conv_forward',
    arrays: {
      A_prev: permuted(image!, [3, 0, 1, 2]),
      W: filters!,
      ...(values?.some((value) => value !== 0) && { b: { shape: [1, 1, 1, values.length], data: values } }),
    },
    options: {
      stride: pair(call.numbers(call.named.get('stride'), [1]), call),
      padding: same ? 'same_upper' : pair(call.numbers(padding, [0]), call),
      dilation: pair(call.numbers(call.named.get('dilationfactor'), [1]), call),
    },
    layout: 'nhwc',
  };
}

/** On a matrix, or `dlarray(X, 'SS')`. */
function matlabPool(call: CallArguments, mode: 'max' | 'average'): Reading {
  const image = call.array(0);
  requireRank(call, image, 2);
  const kernel = pair(call.numbers(call.positional[1], []), call);
  const stride = pair(call.numbers(call.named.get('stride'), [1]), call);
  const padding = pair(call.numbers(call.named.get('padding'), [0]), call);
  return poolReading(
    planarImage(image),
    { mode, kernel, stride, padding, countIncludePad: true, ties: 'first' },
    'nhwc',
  );
}

function nnlibConv(call: CallArguments): Reading {
  const [x, w] = [call.array(0), call.array(1)];
  [x, w].forEach((array) => requireRank(call, array, 4));
  const flipped = call.named.get('flipped')?.text === 'true';
  const W = permuted(w, [1, 0, 2, 3]);
  return {
    operation: 'conv_forward',
    arrays: { A_prev: permuted(x, [3, 1, 0, 2]), W: flipped ? W : turned(W) },
    options: { ...juliaOptions(call, [1]), ...(!flipped && { kernelFlipped: true }) },
    layout: 'nchw',
  };
}

function nnlibPool(call: CallArguments, mode: 'max' | 'average'): Reading {
  const x = call.array(0);
  requireRank(call, x, 4);
  const size = call.numbers(call.positional[1] ?? call.named.get('k'), []);
  const options = { mode, kernel: reversedPair(size, call), ...juliaOptions(call, size), ties: 'first' } as const;
  return poolReading(permuted(x, [3, 1, 0, 2]), options, 'nchw');
}

/** Julia's pairs are (width, height). */
function juliaOptions(call: CallArguments, stride: readonly number[]): Conv2dOptions {
  return {
    stride: reversedPair(call.numbers(call.named.get('stride'), stride), call),
    padding: reversedPair(call.numbers(call.named.get('pad'), [0]), call),
    ...(call.named.has('dilation') && { dilation: reversedPair(call.numbers(call.named.get('dilation'), [1]), call) }),
  };
}

function torchConv(call: CallArguments): Reading {
  const [x, w] = [call.array(0), call.array(1)];
  [x, w].forEach((array) => requireRank(call, array, 4));
  if (call.positional.length > 3) throw call.unsupported('a positional argument after the bias');
  const hasBias = call.positional.length > 2 && call.positional[2]!.text !== 'NULL';
  const bias = hasBias ? call.array(2) : undefined;
  const option = (name: string, missing: number): Pair => pair(call.numbers(call.named.get(name), [missing]), call);
  const [groups = 1] = call.numbers(call.named.get('groups'), [1]);
  return {
    operation: 'conv_forward',
    arrays: {
      A_prev: toNhwc(x),
      W: toHwio(w),
      ...(bias && { b: { shape: [1, 1, 1, bias.data.length], data: bias.data } }),
    },
    options: { stride: option('stride', 1), padding: option('padding', 0), dilation: option('dilation', 1), groups },
    layout: 'nchw',
  };
}

function torchPool(call: CallArguments, mode: 'max' | 'average'): Reading {
  const x = call.array(0);
  requireRank(call, x, 4);
  const size = call.numbers(call.named.get('kernel_size') ?? call.positional[1], []);
  const stride = pair(call.numbers(call.named.get('stride'), size), call);
  const padding = pair(call.numbers(call.named.get('padding'), [0]), call);
  return poolReading(toNhwc(x), { mode, kernel: pair(size, call), stride, padding, ties: 'first' }, 'nchw');
}

function planar(image: NdArray, kernel: NdArray, padding: Sides, flip: boolean): Reading {
  const [rows = 1, cols = 1] = kernel.shape;
  const W: NdArray = { shape: [rows, cols, 1, 1], data: kernel.data };
  return {
    operation: 'conv_forward',
    arrays: { A_prev: planarImage(image), W: flip ? turned(W) : W },
    options: { padding, ...(flip && { kernelFlipped: true }) },
    layout: 'nhwc',
  };
}

function planarImage({ shape, data }: NdArray): NdArray {
  return { shape: [1, shape[0] ?? 1, shape[1] ?? 1, 1], data };
}

function poolReading(A_prev: NdArray, options: Pool2dOptions, layout: CallSite['layout']): Reading {
  return { operation: 'pool_forward', arrays: { A_prev }, options, layout };
}

function fullSides({ shape }: NdArray): Sides {
  const [rows, cols] = [(shape[0] ?? 1) - 1, (shape[1] ?? 1) - 1];
  return { top: rows, bottom: rows, left: cols, right: cols };
}

function requireRank(call: CallArguments, { shape }: NdArray, rank: number): readonly number[] {
  if (shape.length === rank) return shape;
  throw call.unsupported(`shape ${shape.join(' × ')}`);
}

function pair(values: readonly number[], call: CallArguments): Pair {
  const [vertical, horizontal] = values;
  if (vertical === undefined || values.length > 2) throw call.unsupported(values.join(', '));
  return horizontal === undefined ? vertical : [vertical, horizontal];
}

function reversedPair(values: readonly number[], call: CallArguments): Pair {
  return pair([...values].reverse(), call);
}

/** Both spatial axes of (f_H, f_W, depth, n_C) reversed. */
function turned({ shape, data }: NdArray): NdArray {
  const [rows, cols, depth, filters] = shape as [number, number, number, number];
  const inner = depth * filters;
  const result = data.slice();
  for (let cell = 0; cell < rows * cols; cell++) {
    const from = (rows * cols - 1 - cell) * inner;
    result.set(data.subarray(from, from + inner), cell * inner);
  }
  return { shape, data: result };
}

/** Axis k of the result is axis `axes[k]` of the array. */
function permuted({ shape, data }: NdArray, axes: readonly number[]): NdArray {
  const strides = shape.map((_, axis) => shape.slice(axis + 1).reduce((product, extent) => product * extent, 1));
  const extents = axes.map((axis) => shape[axis]!);
  const result = data.slice();
  const index = axes.map(() => 0);
  for (let to = 0; to < result.length; to++) {
    result[to] = data[axes.reduce((sum, axis, k) => sum + index[k]! * strides[axis]!, 0)]!;
    for (let k = index.length - 1; k >= 0; k--) {
      index[k]! += 1;
      if (index[k]! < extents[k]!) break;
      index[k] = 0;
    }
  }
  return { shape: extents, data: result };
}
