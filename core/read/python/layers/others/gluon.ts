/** Layers of MXNet's Gluon: NCHW images, OIHW filters, padding counted in averages. */
import { LensError, msg } from '../../../../message';
import type { Pool2dOptions } from '../../../../layer/options';
import { type Call, type FunctionTable, onInput } from '../../library/call/Call';
import { NONE } from '../../value/constructors';
import { libraryFunction } from '../../library/call/Call';
import type { LayerObject, Py } from '../../value/Py';
import { optionalPair, pairArgument } from '../arguments';
import { moduleOf } from '../torch/moduleOf';
import { placedAt } from '../forward';
import { tapedConvolve, tapedPool } from '../taped';
import { toPair } from '../../../../layer/axis';
import { flat } from '../../array/PyArray';
import { poolPadding } from './mxnet';
import { filledWith } from './weightedLayer';
import { torchCaller, unsupportedArgument } from '../torch/torchCaller';
import { transposeConvolve } from '../transpose';

const POOL = 'pool_size? strides? padding? layout? ceil_mode?';

/** Classes of `mxnet.gluon.nn` by name. */
export const GLUON: FunctionTable = {
  MaxPool2D: [POOL, (call) => pooling(call, 'max')],
  AvgPool2D: [`${POOL} count_include_pad?`, (call) => pooling(call, 'average')],
  GlobalMaxPool2D: ['layout?', (call) => globalPooling(call, 'max')],
  GlobalAvgPool2D: ['layout?', (call) => globalPooling(call, 'average')],
  Conv2D: [
    'channels kernel_size strides? padding? dilation? groups? layout? activation? use_bias? weight_initializer? bias_initializer? in_channels?',
    convolution,
  ],
  Conv2DTranspose: [
    'channels kernel_size strides? padding? output_padding? dilation? groups? layout? activation? use_bias? weight_initializer? bias_initializer? in_channels?',
    transposedConvolution,
  ],
};

/** Classes of `mxnet.init` by name: the weights that they give. */
export const GLUON_INITIALIZERS: FunctionTable = { Constant: ['value', (call) => call.array('value')] };

function pooling(call: Call, mode: Pool2dOptions['mode']): Py {
  requireChannelsFirst(call);
  const kernel = optionalPair(call, 'pool_size') ?? 2;
  const options: Pool2dOptions = {
    mode,
    kernel,
    stride: optionalPair(call, 'strides') ?? kernel,
    padding: poolPadding(optionalPair(call, 'padding') ?? 0, kernel),
    ceilMode: call.flag('ceil_mode', false),
    ...(mode === 'average' && {
      countIncludePad: !call.has('count_include_pad') || call.flag('count_include_pad', true),
    }),
    ties: 'first',
  };
  return withInitialize(
    moduleOf(call, (use) => tapedPool(use.array('input'), options, torchCaller(use, call.callee), use.context)),
  );
}

function globalPooling(call: Call, mode: Pool2dOptions['mode']): Py {
  requireChannelsFirst(call);
  return withInitialize(
    moduleOf(call, (use) => {
      const input = use.array('input');
      const [rows = 1, cols = 1] = input.shape.slice(-2);
      const options: Pool2dOptions = { mode, kernel: [rows, cols], stride: 1, ties: 'first' };
      return tapedPool(input, options, torchCaller(use, call.callee), use.context);
    }),
  );
}

/** Its weights are drawn by MXNet's generator: they are known where the program sets them. */
function convolution(call: Call): LayerObject {
  const options = windowOptions(call);
  const shape = { kernel: pairArgument(call, 'kernel_size'), filters: call.integer('channels') };
  const hasBias = call.flag('use_bias', true);
  return withInitialize({
    kind: 'layer',
    callee: call.callee,
    framework: 'pytorch',
    weights: {},
    hasBias,
    apply: onInput((use, weights) => {
      const input = use.array('input');
      const inChannels = (input.shape[1] ?? 1) / options.groups;
      const { weight, bias } = known(call, weights, [shape.filters, inChannels, ...toPair(shape.kernel)], hasBias);
      const request = { input, filter: weight, bias, options, shape };
      return placedAt(use.range, () => tapedConvolve(request, torchCaller(use, call.callee), use.context));
    }),
  });
}

/** Options of a convolution and of a transposed one. */
function windowOptions(call: Call) {
  requireChannelsFirst(call);
  if (!call.lacks('activation')) throw unsupportedArgument(call, 'activation');
  return {
    stride: optionalPair(call, 'strides') ?? 1,
    padding: optionalPair(call, 'padding') ?? 0,
    dilation: optionalPair(call, 'dilation') ?? 1,
    groups: call.integer('groups', 1),
  };
}

/** Its filters are (n_C_prev, n_C, f_H, f_W). */
function transposedConvolution(call: Call): LayerObject {
  const options = { ...windowOptions(call), outputPadding: optionalPair(call, 'output_padding') ?? 0 };
  const hasBias = call.flag('use_bias', true);
  return withInitialize({
    kind: 'layer',
    callee: call.callee,
    framework: 'pytorch',
    weights: {},
    hasBias,
    apply: onInput((use, weights) => {
      const input = use.array('input');
      const shape = [input.shape[1] ?? 1, call.integer('channels'), ...toPair(pairArgument(call, 'kernel_size'))];
      const { weight, bias } = known(call, weights, shape, hasBias);
      const request = { input, filter: weight, bias, options };
      return placedAt(use.range, () => transposeConvolve(request, torchCaller(use, call.callee), use.context));
    }),
  });
}

/** One number is that of all weights; the bias is 0 unless the program sets it. Undefined: it is not known. */
function known(call: Call, { weight, bias }: LayerObject['weights'], shape: readonly number[], hasBias: boolean) {
  const filled = weight?.shape.length === 0 ? filledWith(call, flat(weight)[0]!, shape) : weight;
  if (!hasBias || bias) return { weight: filled, bias };
  const filters = filled?.shape[call.callee.endsWith('Transpose') ? 1 : 0] ?? 1;
  const zeros = call.lacks('bias_initializer') ? filledWith(call, 0, [filters]) : undefined;
  return { weight: zeros && filled, bias: zeros };
}

/** `initialize()` draws the weights, which are not known; `initialize(init.Constant(K))` sets them. */
function withInitialize(layer: LayerObject): LayerObject {
  const initialize = libraryFunction('initialize', 'init? ctx? verbose? device? force_reinit?', (call) => {
    if (!call.lacks('init') && call.value('init').kind === 'array') {
      layer.weights.weight = call.array('init');
    }
    return NONE;
  });
  return { ...layer, member: (name) => (name === 'initialize' ? initialize : layer.member?.(name)) };
}

function requireChannelsFirst(call: Call): void {
  if (call.lacks('layout') || call.text('layout') === 'NCHW') return;
  throw new LensError(msg('{0} of {1} is not supported', `layout=${call.text('layout')}`, call.callee));
}
