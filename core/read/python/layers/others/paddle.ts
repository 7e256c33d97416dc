/** PaddlePaddle's layers: NCHW images, OIHW filters, averages without padding unless `exclusive` is False. */
import { toPair } from '../../../../layer/axis';
import type { Padding, Pair, Pool2dOptions } from '../../../../layer/options';
import type { PyArray } from '../../array/PyArray';
import { type Call, type FunctionTable, onInput } from '../../library/call/Call';
import { isSequence, toIntegers } from '../../library/call/coerce';
import type { LayerObject, Py } from '../../value/Py';
import { optionalPair, pairArgument } from '../arguments';
import type { Caller } from '../Caller';
import { placedAt } from '../forward';
import { moduleOf } from '../torch/moduleOf';
import { tapedConvolve, tapedPool, tapedRelu } from '../taped';
import { adaptive } from '../torch/torchAdaptive';
import { transposeConvolve } from '../transpose';
import { torchCaller, unsupportedArgument } from '../torch/torchCaller';
import { initializerOf, normalByFan, PADDLE_GENERATOR } from './paddleArrays';
import { drawnBy, filledWith, initialValues, oihw, weightedLayer } from './weightedLayer';

const MAX = 'kernel_size stride? padding? return_mask? ceil_mode? data_format? name?';
const AVERAGE = 'kernel_size stride? padding? ceil_mode? exclusive? divisor_override? data_format? name?';

/** Functions of `paddle.nn.functional` by name. */
export const PADDLE_FUNCTIONAL: FunctionTable = {
  conv2d: ['x weight bias? stride? padding? dilation? groups? data_format? name?', convolved],
  conv2d_transpose: [
    'x weight bias? stride? padding? output_padding? groups? dilation? data_format? output_size? name?',
    (call) =>
      transposed(call, call.array('x'), call.array('weight'), call.lacks('bias') ? undefined : call.array('bias')),
  ],
  max_pool2d: [`x ${MAX}`, (call) => tapedPool(call.array('x'), maxOptions(call), paddleCaller(call), call.context)],
  avg_pool2d: [
    `x ${AVERAGE}`,
    (call) => tapedPool(call.array('x'), averageOptions(call), paddleCaller(call), call.context),
  ],
  adaptive_avg_pool2d: [
    'input|x output_size data_format? name?',
    (call) => adaptive(call, call.value('output_size'), 'average'),
  ],
  adaptive_max_pool2d: [
    'input|x output_size return_mask? name?',
    (call) => adaptive(call, call.value('output_size'), 'max'),
  ],
  relu: ['input|x name?', (call) => tapedRelu(call.array('input'), torchCaller(call), call.context)],
};

const CONVOLUTION =
  'in_channels|num_channels out_channels|num_filters kernel_size|filter_size stride? padding? dilation? groups? padding_mode? weight_attr|param_attr? bias_attr? data_format? act? use_cudnn? dtype?';

const TRANSPOSED_REST = 'weight_attr|param_attr? bias_attr? data_format? output_size? act? use_cudnn? dtype?';

/** Classes of `paddle.nn` by name. `fluid` has another order of arguments. */
export const PADDLE_MODULES: FunctionTable = {
  Conv2DTranspose: [
    `in_channels out_channels kernel_size stride? padding? output_padding? groups? dilation? ${TRANSPOSED_REST}`,
    transposedLayer,
  ],
  FluidConv2DTranspose: [
    `in_channels|num_channels out_channels|num_filters kernel_size|filter_size output_size? padding? stride? dilation? groups? ${TRANSPOSED_REST.replace('output_size?', 'output_padding?')}`,
    transposedLayer,
  ],
  Conv2D: [CONVOLUTION, convolution],
  MaxPool2D: [MAX, (call) => pooling(call, maxOptions(call))],
  AvgPool2D: [AVERAGE, (call) => pooling(call, averageOptions(call))],
  AdaptiveAvgPool2D: [
    'output_size data_format? name?',
    (call) => moduleOf(call, (use) => adaptive(use, call.value('output_size'), 'average', call.callee)),
  ],
  AdaptiveMaxPool2D: [
    'output_size return_mask? name?',
    (call) => moduleOf(call, (use) => adaptive(use, call.value('output_size'), 'max', call.callee)),
  ],
  ReLU: [
    'name?',
    (call) => moduleOf(call, (use) => tapedRelu(use.array('input'), torchCaller(use, call.callee), use.context)),
  ],
  Pool2D: [
    'pool_size? pool_type? pool_stride? pool_padding? global_pooling? use_cudnn? ceil_mode? exclusive? data_format?',
    oldPooling,
  ],
};

function convolution(call: Call): LayerObject {
  if (call.text('padding_mode', 'zeros') !== 'zeros') throw unsupportedArgument(call, 'padding_mode');
  if (!call.lacks('act')) throw unsupportedArgument(call, 'act');
  const kernel = pairArgument(call, 'kernel_size');
  const filters = call.integer('out_channels');
  const noBias = isFalse(call, 'bias_attr');
  const [weight, bias] = [initializerOf(call, 'weight_attr'), noBias ? undefined : initializerOf(call, 'bias_attr')];
  return weightedLayer(call, {
    options: convOptions(call),
    kernel,
    filters,
    hasBias: !noBias,
    caller: (use) => paddleCaller(use, call),
    weight: (channels, use) => {
      const shape = oihw(filters, channels, kernel);
      return weight ? initialValues(weight, shape, use) : drawnBy(PADDLE_GENERATOR, use, shape, normalByFan(shape));
    },
    bias: (use) => (bias ? initialValues(bias, [filters], use) : filledWith(use, 0, [filters])),
  });
}

/** Filters of (n_C_prev, n_C / groups, f_H, f_W). */
function transposedLayer(call: Call): LayerObject {
  if (!call.lacks('act')) throw unsupportedArgument(call, 'act');
  const kernel = toPair(pairArgument(call, 'kernel_size'));
  const [channels, filters] = [call.integer('in_channels'), call.integer('out_channels')];
  const groups = call.lacks('groups') ? 1 : call.integer('groups');
  const noBias = isFalse(call, 'bias_attr');
  const [weight, bias] = [initializerOf(call, 'weight_attr'), noBias ? undefined : initializerOf(call, 'bias_attr')];
  return {
    kind: 'layer',
    callee: call.callee,
    framework: 'pytorch',
    weights: {},
    hasBias: !noBias,
    apply: onInput((use, weights) => {
      const shape = [channels, Math.floor(filters / groups), ...kernel];
      weights.weight ??= weight
        ? initialValues(weight, shape, use)
        : drawnBy(PADDLE_GENERATOR, use, shape, normalByFan(shape));
      if (!noBias) weights.bias ??= bias ? initialValues(bias, [filters], use) : filledWith(use, 0, [filters]);
      return transposed(call, use.array('input'), weights.weight, weights.bias, use);
    }),
  };
}

function transposed(call: Call, input: PyArray, filter: PyArray, bias: PyArray | undefined, use = call): Py {
  if (!call.lacks('output_size')) throw unsupportedArgument(call, 'output_size');
  const options = {
    stride: optionalPair(call, 'stride') ?? 1,
    padding: optionalPair(call, 'padding') ?? 0,
    outputPadding: optionalPair(call, 'output_padding') ?? 0,
    dilation: optionalPair(call, 'dilation') ?? 1,
    groups: call.lacks('groups') ? 1 : call.integer('groups'),
  };
  return placedAt(use.range, () =>
    transposeConvolve({ input, filter, bias, options }, paddleCaller(use, call), use.context),
  );
}

function isFalse(call: Call, name: string): boolean {
  return call.has(name) && call.value(name).kind === 'number' && !call.flag(name, true);
}

function convolved(call: Call): Py {
  const request = {
    input: call.array('x'),
    filter: call.array('weight'),
    bias: call.lacks('bias') ? undefined : call.array('bias'),
    options: convOptions(call),
  };
  return placedAt(call.range, () => tapedConvolve(request, paddleCaller(call), call.context));
}

function pooling(call: Call, options: Pool2dOptions): LayerObject {
  return moduleOf(call, (use) => tapedPool(use.array('input'), options, paddleCaller(use, call), use.context));
}

/** `fluid.dygraph.Pool2D`. */
function oldPooling(call: Call): LayerObject {
  const mode = call.text('pool_type', 'max') === 'max' ? 'max' : 'average';
  const global = call.flag('global_pooling', false);
  return moduleOf(call, (use) => {
    const input = use.array('input');
    const [rows = 1, cols = 1] = input.shape.slice(-2);
    const options: Pool2dOptions = {
      mode,
      kernel: global ? [rows, cols] : pairArgument(call, 'pool_size'),
      stride: global ? 1 : (optionalPair(call, 'pool_stride') ?? 1),
      padding: global ? 0 : paddingOf(call, 'pool_padding'),
      ceilMode: call.flag('ceil_mode', false),
      ...(mode === 'average' && { countIncludePad: !call.flag('exclusive', true) }),
      ties: 'first',
    };
    return tapedPool(input, options, paddleCaller(use, call), use.context);
  });
}

function convOptions(call: Call): { stride: Pair; padding: Padding; dilation: Pair; groups: number } {
  return {
    stride: optionalPair(call, 'stride') ?? 1,
    padding: paddingOf(call, 'padding'),
    dilation: optionalPair(call, 'dilation') ?? 1,
    groups: call.lacks('groups') ? 1 : call.integer('groups'),
  };
}

function maxOptions(call: Call): Pool2dOptions {
  if (call.has('return_mask') && call.flag('return_mask', false)) throw unsupportedArgument(call, 'return_mask');
  return { mode: 'max', ...windowOptions(call), ties: 'first' };
}

function averageOptions(call: Call): Pool2dOptions {
  if (!call.lacks('divisor_override')) throw unsupportedArgument(call, 'divisor_override');
  return { mode: 'average', ...windowOptions(call), countIncludePad: !call.flag('exclusive', true), ties: 'first' };
}

function windowOptions(call: Call): Pick<Pool2dOptions, 'kernel' | 'stride' | 'padding' | 'ceilMode'> {
  const kernel = pairArgument(call, 'kernel_size');
  return {
    kernel,
    stride: optionalPair(call, 'stride') ?? kernel,
    padding: paddingOf(call, 'padding'),
    ceilMode: call.flag('ceil_mode', false),
  };
}

/** One number, a pair, top, bottom, left, right, or a name. */
function paddingOf(call: Call, name: string): Padding {
  if (!call.has(name) || call.lacks(name)) return 0;
  const value = call.value(name);
  if (value.kind === 'text') {
    const text = value.value.toUpperCase();
    if (text === 'VALID') return 'valid';
    if (text === 'SAME') return 'same_upper';
    throw unsupportedArgument(call, name);
  }
  const values = isSequence(value) && value.items.some((item) => isSequence(item)) ? [] : toIntegers(value);
  if (values.length === 4) {
    const [top, bottom, left, right] = values;
    return { top: top!, bottom: bottom!, left: left!, right: right! };
  }
  if (values.length === 0) throw unsupportedArgument(call, name);
  return pairArgument(call, name);
}

/** `made`: the call that has the options. */
function paddleCaller(use: Call, made = use): Caller {
  const nhwc = made.has('data_format') && made.text('data_format', 'NCHW') === 'NHWC';
  return { ...torchCaller(use, made.callee), ...(nhwc && { layout: 'nhwc' as const }) };
}
