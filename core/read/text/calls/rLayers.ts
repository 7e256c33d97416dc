/** Layer calls of R's package torch. */
import { toHwio, toNhwc, turnedKernel } from '../../../layer/layout';
import { msg } from '../../../message';
import type { NdArray } from '../../../array/NdArray';
import type { Pair } from '../../../layer/options';
import { tuple2 } from '../../../tuples';
import { splitArguments } from './argumentParts';
import type { CallArguments } from './CallArguments';
import { unsupportedLayer, type LayerTable, type Reading } from './LayerTable';
import { matlabConv } from './matlabLayers';
import { inColumnOrder } from './expressions/columnOrder';
import {
  fullSides,
  onePair,
  planarConvolution,
  poolReading,
  reluReading,
  requireRank,
  type ConvReading,
} from './planes';

/** R: the functions of the package torch, (N, C, H, W). */
export const R: LayerTable = {
  nnf_conv2d: torchConv,
  torch_conv2d: torchConv,
  nnf_conv_transpose2d: torchTranspose,
  torch_conv_transpose2d: torchTranspose,
  convolution2D: imagineConvolution,
  conv2: (call) => matlabConv(call, call.array(0), call.array(1), true, 'full'),
  wconv: signalConvolution,
  filter: vectorFilter,
  filter2: imageFilter,
  convolve: vectorConvolution,
  nnf_relu: torchRelu,
  torch_relu: torchRelu,
  nnf_max_pool2d: (call) => torchPool(call, 'max'),
  nnf_avg_pool2d: (call) => torchPool(call, 'average'),
  layer_conv_2d_transpose: weightless,
  layer_separable_conv_2d: weightless,
};

/** The modules of torch: the input, then the arguments of the module. */
export const R_MODULES: LayerTable = {
  nn_relu: torchRelu,
  nn_max_pool2d: (call) => torchPool(call, 'max'),
  nn_avg_pool2d: (call) => torchPool(call, 'average'),
  layer_conv_2d: kerasConv,
  layer_max_pooling_2d: (call) => kerasPool(call, 'max'),
  layer_average_pooling_2d: (call) => kerasPool(call, 'average'),
  nn_adaptive_max_pool2d: unsupportedLayer,
  nn_adaptive_avg_pool2d: unsupportedLayer,
  nn_conv2d: weightless,
  nn_conv_transpose2d: weightless,
};

function weightless(call: CallArguments): Reading {
  throw call.withoutWeights();
}

function torchConv(call: CallArguments): ConvReading {
  const [x, w] = [call.array(0), call.array(1)];
  [x, w].forEach((array) => requireRank(call, array, 4));
  if (call.positional.length > 3) throw call.unsupported('a positional argument after the bias');
  const given = call.positional[2] ?? call.named.get('bias');
  const bias = given && given.text !== 'NULL' ? call.arrayOf(given) : undefined;
  const option = (name: string, missing: number): Pair => onePair(call.numbers(call.named.get(name), [missing]), call);
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

function torchRelu(call: CallArguments): Reading {
  return reluReading(call.array(0), toNhwc, 'nchw');
}

function torchTranspose(call: CallArguments): Reading {
  const { arrays, options, ...reading } = torchConv(call);
  const extra = call.named.get('output_padding');
  return {
    ...reading,
    operation: 'conv_transpose_forward',
    arrays,
    options: { ...options, ...(extra && { outputPadding: onePair(call.numbers(extra, [0]), call) }) },
  };
}

/** The package gsignal: `wconv("2d", a, b, "same")`. */
function signalConvolution(call: CallArguments): Reading {
  const type = call.word(call.named.get('type') ?? call.positional[0]) ?? '1d';
  if (!type.startsWith('2') || call.named.has('type')) throw call.unsupported(`type ${type}`);
  return matlabConv(call, call.array(1), call.array(2), true, 'full', 3);
}

/** EBImage's `filter2(x, filter, boundary)`: a true convolution, circular by default; `filter2(H, X)` of gsignal is MATLAB's. */
function imageFilter(call: CallArguments): Reading {
  if (call.names('gsignal')) return matlabConv(call, call.array(1), call.array(0), false, 'same');
  const border = call.named.get('boundary') ?? call.positional[2];
  if (!border && !call.names('EBImage')) throw call.unsupported('a package that is not named');
  const mode = border?.text.replace(/["']/g, '') ?? 'circular';
  const paddingMode = { circular: 'circular', replicate: 'replicate', '0': 'zeros' } as const;
  if (!Object.hasOwn(paddingMode, mode)) throw call.unsupported(`boundary ${mode}`);
  const [image, kernel] = [call.array(0), call.array(1)];
  requireRank(call, image, 2);
  const [rows, cols] = tuple2(requireRank(call, kernel, 2));
  if (rows % 2 === 0 || cols % 2 === 0) throw call.unsupported(`shape ${rows} × ${cols}`);
  const [down, right] = [rows >> 1, cols >> 1];
  const { options, ...reading } = planarConvolution(
    image,
    kernel,
    { top: down, bottom: down, left: right, right },
    true,
  );
  return { ...reading, options: { ...options, paddingMode: paddingMode[mode as keyof typeof paddingMode] } };
}

/** `filter(x, w)`: a true convolution; what has no whole window is NA. */
function vectorFilter(call: CallArguments): Reading {
  const option = (name: string): string | undefined => call.named.get(name)?.text;
  const other = [...call.named.keys()].find((name) => !/^(?:x|filter|method|sides)$/.test(name));
  const method = call.word(call.named.get('method') ?? call.positional[2]) ?? 'convolution';
  if (other !== undefined || call.positional.length > 4) throw call.unsupported(other ?? 'a further argument');
  if (!'convolution'.startsWith(method)) throw call.unsupported(method);
  if (option('sides') !== undefined && !/^[12]L?$/.test(option('sides')!)) throw call.unsupported('sides');
  const [x, w] = [vectorOf(call, 'x', 0, true), vectorOf(call, 'filter', 1, true)];
  const reading = planarConvolution(x, w, NO_PAD, true);
  return { ...reading, notes: [msg('{0}: values without a whole window are NA and not shown', call.callee)] };
}

/** `convolve(x, y, type = "open")` does not turn y: the usual convolution is that with `rev(y)`. */
function vectorConvolution(call: CallArguments): Reading {
  const type = call.word(call.named.get('type') ?? call.positional[3]) ?? 'circular';
  const other = [...call.named.keys()].find((name) => !/^(?:x|y|type)$/.test(name));
  if (other !== undefined || call.positional.length > 4) throw call.unsupported(other ?? 'a further argument');
  const [x, y] = [vectorOf(call, 'x', 0), vectorOf(call, 'y', 1)];
  if ('open'.startsWith(type)) return planarConvolution(x, y, fullSides(y), false);
  if ('filter'.startsWith(type)) return planarConvolution(x, y, NO_PAD, false);
  throw call.unsupported(`type ${type}`);
}

const NO_PAD = { top: 0, bottom: 0, left: 0, right: 0 };

/** An argument as one row, the columns of a matrix behind each other, unless only vectors are supported. */
function vectorOf(call: CallArguments, name: string, index: number, isVector = false): NdArray {
  const { named, positional } = call;
  const place = index > 0 && named.has('x') ? index - 1 : index;
  const array = call.arrayOf(named.get(name) ?? positional[place]);
  if (isVector && array.shape.filter((extent) => extent > 1).length > 1)
    throw call.unsupported(`shape ${array.shape.join(' × ')}`);
  return { shape: [1, array.data.length], data: inColumnOrder(array) };
}

/** The package imagine; how it turns a kernel is not documented, and its versions differ in what they do with the sums. */
function imagineConvolution(call: CallArguments): Reading {
  const [image, kernel] = [call.array(0), call.array(1)];
  [image, kernel].forEach((array) => requireRank(call, array, 2));
  if (call.positional.length > 2 || call.named.size > 0) throw call.unsupported('a further argument');
  if (turnedKernel({ shape: [...kernel.shape, 1, 1], data: kernel.data }).data.join() !== kernel.data.join())
    throw call.unsupported('a kernel that is not symmetric');
  const sums = planarConvolution(image, kernel, NO_PAD, false);
  return {
    ...sums,
    notes: [msg('{0}: the sums of whole windows; some versions of the package divide them', call.callee)],
  };
}

const POOL: ReadonlySet<string> = new Set(['kernel_size', 'stride', 'padding', 'count_include_pad']);

function torchPool(call: CallArguments, mode: 'max' | 'average'): Reading {
  const x = call.array(0);
  requireRank(call, x, 4);
  const size = call.numbers(call.named.get('kernel_size') ?? call.positional[1], []);
  const other = call.positional[4]?.text ?? [...call.named.keys()].find((name) => !POOL.has(name));
  if (other !== undefined) throw call.unsupported(other);
  const stride = onePair(call.numbers(call.named.get('stride') ?? call.positional[2], size), call);
  const padding = onePair(call.numbers(call.named.get('padding') ?? call.positional[3], [0]), call);
  const counts = call.named.get('count_include_pad')?.text;
  if (counts !== undefined && (mode === 'max' || !/^(?:TRUE|FALSE)$/.test(counts)))
    throw call.unsupported('count_include_pad');
  const options = { mode, kernel: onePair(size, call), stride, padding, ties: 'first' } as const;
  return poolReading(toNhwc(x), { ...options, ...(counts && { countIncludePad: counts === 'TRUE' }) }, 'nchw');
}

const KERAS_CONV: ReadonlySet<string> = new Set(
  'filters kernel_size strides padding use_bias weights input_shape name activation'.split(' '),
);

/** `weights = list(w, b)`: filters (f_H, f_W, n_C_prev, n_C). */
function kerasConv(call: CallArguments): Reading {
  const weights = call.named.get('weights');
  const list = /^list\(([^]*)\)$/.exec(weights?.text ?? '')?.[1];
  if (!weights || list === undefined) throw call.withoutWeights();
  const activation = call.named.get('activation')?.text ?? 'NULL';
  const other = [...call.named.keys()].find((name) => !KERAS_CONV.has(name));
  if (other !== undefined) throw call.unsupported(other);
  if (!/^(?:NULL|["'](?:linear|relu)["'])$/.test(activation)) throw call.unsupported(activation);
  const [W, bias] = splitArguments(list, 0, list.length).map(({ text }) =>
    call.arrayOf({ text, range: weights.range }),
  );
  const x = call.array(0);
  if (!W) throw call.withoutWeights();
  [x, W].forEach((array) => requireRank(call, array, 4));
  const word = call.word(call.named.get('padding')) ?? 'valid';
  if (word !== 'valid' && word !== 'same') throw call.unsupported(word);
  return {
    operation: 'conv_forward',
    arrays: {
      A_prev: x,
      W,
      ...(bias && { b: { shape: [1, 1, 1, bias.data.length], data: bias.data } }),
    },
    options: {
      stride: onePair(call.numbers(call.named.get('strides'), [1]), call),
      padding: word === 'same' ? 'same_upper' : 0,
    },
    layout: 'nhwc',
  };
}

const KERAS_POOL: ReadonlySet<string> = new Set(['pool_size', 'strides', 'padding', 'name']);

/** Keras: channels last, and zeros of the padding are not counted. */
function kerasPool(call: CallArguments, mode: 'max' | 'average'): Reading {
  const x = call.array(0);
  requireRank(call, x, 4);
  const other = call.positional[4]?.text ?? [...call.named.keys()].find((name) => !KERAS_POOL.has(name));
  if (other !== undefined) throw call.unsupported(other);
  const size = call.numbers(call.named.get('pool_size') ?? call.positional[1], [2]);
  const strides = call.named.get('strides') ?? call.positional[2];
  const stride = strides?.text === 'NULL' ? size : call.numbers(strides, size);
  const word = call.word(call.named.get('padding') ?? call.positional[3]) ?? 'valid';
  if (word !== 'valid' && word !== 'same') throw call.unsupported(word);
  const options = {
    mode,
    kernel: onePair(size, call),
    stride: onePair(stride, call),
    padding: word === 'same' ? 'same_upper' : 0,
    countIncludePad: false,
    ties: 'first',
  } as const;
  return poolReading(x, options, 'nhwc');
}
