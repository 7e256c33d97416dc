/** TensorFlow's and Keras' convolution and pooling: NHWC by default, HWIO filters, averages without padding. */
import { toPair } from '../../../../layer/axis';
import type { Conv2dOptions, Padding, Pool2dOptions } from '../../../../layer/options';
import { mapOne } from '../../array/elementwise';
import { type Call, type Implementation, onInput } from '../../library/call/Call';
import { toArray, toText } from '../../library/call/coerce';
import { applyBinary } from '../../library/ufunc/applyUfunc';
import { BINARY_UFUNCS } from '../../library/ufunc/binaryUfuncs';
import { reshapeTo } from '../../array/reshaping';
import { pyTuple, UNKNOWN } from '../../value/constructors';
import type { Py, LayerObject } from '../../value/Py';
import { optionalPair, pairArgument, tensorflowPadding, tensorflowPair } from '../arguments';
import type { Caller } from '../Caller';
import { placedAt } from '../forward';
import { initialized } from './initializers';
import { options1d } from '../options1d';
import { tapedConvolve, tapedPool, tapedRelu } from '../taped';
import { unsupportedArgument } from '../torch/torchCaller';

type Table = Readonly<Record<string, readonly [signature: string, run: Implementation]>>;
type Layout = Caller['layout'];

export const CONVOLUTION =
  'filters kernel_size strides? padding? data_format? dilation_rate? groups? activation? use_bias? kernel_initializer? bias_initializer? input_shape? weights? name? dtype? kernel_regularizer? bias_regularizer? kernel_constraint? bias_constraint? activity_regularizer? batch_input_shape? trainable? init?';
const POOL = 'input|value ksize strides padding data_format? name?';
const KERAS_POOL = 'pool_size? strides? padding? data_format? name? input_shape? dtype?';

/** Functions of `tf.nn` by name. */
export const NEURAL: Table = {
  conv2d: ['input filters|filter strides padding data_format? dilations? name?', planar],
  convolution: ['input filters|filter strides? padding? data_format? dilations? name?', planar],
  depthwise_conv2d: [
    'input filter strides padding data_format? dilations? name?',
    (call) => {
      const layout = dataFormatOf(call);
      const [input, kernels] = [call.array('input'), call.array('filter')];
      const [rows = 1, cols = 1, channels = 1, multiplier = 1] = kernels.shape;
      const options: Conv2dOptions = {
        stride: tensorflowPair(call, 'strides', layout),
        padding: tensorflowPadding(call, layout),
        dilation: call.lacks('dilations') ? 1 : pairArgument(call, 'dilations'),
        groups: channels,
      };
      // Output channel c·multiplier + q is filter q of input channel c.
      const filter = reshapeTo(kernels, [rows, cols, 1, channels * multiplier], call.context);
      const request = { input, filter, bias: undefined, options };
      return placedAt(call.range, () => tapedConvolve(request, caller(call, layout), call.context));
    },
  ],
  conv1d: [
    'input filters|filter stride padding data_format? dilations? name?',
    (call) => {
      const layout = dataFormatOf(call);
      const options = {
        stride: pairArgument(call, 'stride'),
        padding: tensorflowPadding(call, layout),
        dilation: optionalPair(call, 'dilations') ?? 1,
      };
      const request = {
        input: call.array('input'),
        filter: call.array('filters'),
        bias: undefined,
        options: options1d(options, call),
      };
      return placedAt(call.range, () => tapedConvolve(request, caller(call, layout, call.callee, 1), call.context));
    },
  ],
  relu: ['features|input name?', (call) => tapedRelu(call.array('features'), caller(call, 'nhwc'), call.context)],
  bias_add: ['value bias data_format? name?', biasAdded],
  max_pool2d: [POOL, (call) => pooled(call, 'max')],
  max_pool: [POOL, (call) => pooled(call, 'max')],
  // Where the maxima are is not known.
  max_pool_with_argmax: [
    'input ksize strides padding data_format? output_dtype? include_batch_in_index? name?',
    (call) => pyTuple([pooled(call, 'max'), UNKNOWN]),
  ],
  avg_pool2d: [POOL, (call) => pooled(call, 'average')],
  avg_pool: [POOL, (call) => pooled(call, 'average')],
};

/** Classes of `tf.keras.layers` by name. */
export const KERAS: Table = {
  Conv2D: [CONVOLUTION, (call) => convolution(call)],
  Conv1D: [CONVOLUTION, (call) => convolution(call, 1)],
  MaxPooling2D: [KERAS_POOL, (call) => kerasPool(call, 'max')],
  MaxPool2D: [KERAS_POOL, (call) => kerasPool(call, 'max')],
  AveragePooling2D: [KERAS_POOL, (call) => kerasPool(call, 'average')],
  AvgPool2D: [KERAS_POOL, (call) => kerasPool(call, 'average')],
  MaxPooling1D: [KERAS_POOL, (call) => kerasPool(call, 'max', 1)],
  MaxPool1D: [KERAS_POOL, (call) => kerasPool(call, 'max', 1)],
  AveragePooling1D: [KERAS_POOL, (call) => kerasPool(call, 'average', 1)],
  AvgPool1D: [KERAS_POOL, (call) => kerasPool(call, 'average', 1)],
};

function planar(call: Call): Py {
  const layout = dataFormatOf(call);
  const options: Conv2dOptions = {
    stride: call.lacks('strides') ? 1 : tensorflowPair(call, 'strides', layout),
    padding: tensorflowPadding(call, layout),
    dilation: call.lacks('dilations') ? 1 : tensorflowPair(call, 'dilations', layout),
  };
  const request = { input: call.array('input'), filter: call.array('filters'), bias: undefined, options };
  return placedAt(call.range, () => tapedConvolve(request, caller(call, layout), call.context));
}

/** The last axis has the channels. */
function biasAdded(call: Call): Py {
  if (dataFormatOf(call) === 'nchw') throw unsupportedArgument(call, 'data_format');
  return applyBinary(BINARY_UFUNCS.get('add')!, call.array('value'), call.array('bias'), call.context);
}

function pooled(call: Call, mode: Pool2dOptions['mode']): Py {
  const layout = dataFormatOf(call);
  const options = poolOptions(mode, {
    kernel: tensorflowPair(call, 'ksize', layout),
    stride: tensorflowPair(call, 'strides', layout),
    padding: tensorflowPadding(call, layout),
  });
  return placedAt(call.range, () => tapedPool(call.array('input'), options, caller(call, layout), call.context));
}

/** `axes`: 1 for sequences. */
function kerasPool(call: Call, mode: Pool2dOptions['mode'], axes?: 1): LayerObject {
  const layout = dataFormatOf(call);
  const kernel = optionalPair(call, 'pool_size') ?? 2;
  const stride = optionalPair(call, 'strides') ?? kernel;
  const pair = poolOptions(mode, { kernel, stride, padding: tensorflowPadding(call, layout) });
  const options = axes ? options1d(pair, call) : pair;
  return {
    kind: 'layer',
    callee: call.callee,
    framework: 'tensorflow',
    weights: {},
    hasBias: false,
    apply: onInput((use) =>
      placedAt(use.range, () =>
        tapedPool(use.array('input'), options, caller(use, layout, call.callee, axes), use.context),
      ),
    ),
  };
}

function convolution(call: Call, axes?: 1): LayerObject {
  const layout = dataFormatOf(call);
  const pairs: Conv2dOptions = {
    stride: optionalPair(call, 'strides') ?? 1,
    padding: axes && isCausal(call) ? 'valid' : tensorflowPadding(call, layout),
    dilation: optionalPair(call, 'dilation_rate') ?? 1,
    groups: call.integer('groups', 1),
  };
  const own = axes ? options1d(pairs, call) : pairs;
  const kernel = axes ? call.integers('kernel_size') : toPair(pairArgument(call, 'kernel_size'));
  const window = axes ? ([1, kernel[0]] as const) : pairArgument(call, 'kernel_size');
  const options: Conv2dOptions = axes && isCausal(call) ? { ...own, padding: before(kernel[0], own) } : own;
  const shape = { kernel: window, filters: call.integer('filters') };
  const hasBias = call.flag('use_bias', true);
  const activation = call.lacks('activation') ? 'linear' : activationName(call.value('activation'));
  return {
    kind: 'layer',
    callee: call.callee,
    framework: 'tensorflow',
    weights: call.lacks('weights') ? {} : weightsOf(call),
    hasBias,
    apply: onInput((use, weights) => {
      const input = use.array('input');
      const channels = input.shape[input.shape.length + (layout === 'nhwc' ? -1 : axes ? -2 : -3)] ?? 1;
      // Several axes of examples: rows of an image, which the kernel does not join.
      const rows = axes && input.shape.length === 4 && layout === 'nhwc' ? [1] : [];
      const filterShape = [...rows, ...kernel, Math.floor(channels / (options.groups ?? 1)), shape.filters];
      weights.weight ??= initialized(call, 'kernel_initializer', filterShape, use);
      if (hasBias && weights.weight) weights.bias ??= initialized(call, 'bias_initializer', [shape.filters], use);
      const { weight: given, bias } = weights;
      const weight =
        given && rows.length > 0 ? reshapeTo(given, [...rows, ...given.shape.slice(-3)], use.context) : given;
      const filter = hasBias && !bias ? undefined : weight;
      const request = { input, filter, bias, options, shape };
      const by = caller(use, layout, call.callee, rows.length > 0 ? undefined : axes);
      const output = placedAt(use.range, () => tapedConvolve(request, by, use.context));
      return activated(output, activation, use);
    }),
    member: (name) => (name === 'name' && call.has(name) ? call.value(name) : undefined),
  };
}

function isCausal(call: Call): boolean {
  return !call.lacks('padding') && call.value('padding').kind === 'text' && call.text('padding') === 'causal';
}

/** Causal padding: an output depends on no later element. */
function before(kernel: number, { dilation = 1 }: Conv2dOptions): Padding {
  return { top: 0, bottom: 0, left: (kernel - 1) * toPair(dilation)[1], right: 0 };
}

/** `weights=[W, b]`. */
export function weightsOf(call: Call): LayerObject['weights'] {
  const [weight, bias] = call.sequence('weights').map((value) => toArray(value, call.context));
  return { ...(weight && { weight }), ...(bias && { bias }) };
}

export function activationName(value: Py): string {
  return value.kind === 'function' ? value.name.slice(value.name.lastIndexOf('.') + 1) : toText(value);
}

/** The result of an activation that is not evaluated is unknown. */
export function activated(output: Py, activation: string, use: Call): Py {
  if (activation === 'linear' || output.kind !== 'array') return output;
  if (activation !== 'relu') return UNKNOWN;
  return mapOne(output, output.dtype, (value) => (value < 0 ? 0 : value), use.context);
}

function poolOptions(
  mode: Pool2dOptions['mode'],
  window: Pick<Pool2dOptions, 'kernel' | 'stride' | 'padding'>,
): Pool2dOptions {
  return mode === 'max'
    ? { mode, ...window, ties: 'first' }
    : { mode, ...window, countIncludePad: false, ties: 'first' };
}

/** The argument, or for layers of Keras the format that the program has set. */
export function dataFormatOf(call: Call): Layout {
  if (call.lacks('data_format') && call.context.channelsFirst && !/(?:^|\.)nn\./.test(call.callee)) return 'nchw';
  return /^(NCHW|channels_first)$/i.test(call.text('data_format', 'NHWC')) ? 'nchw' : 'nhwc';
}

/** `axes`: 1 for sequences. */
export function caller({ callee, range }: Call, layout: Layout, name = callee, axes?: 1): Caller {
  return { callee: name, range, notation: 'tensorflow', layout, ...(axes && { is1d: true }) };
}
