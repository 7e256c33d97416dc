/** Chainer's layers: NCHW images, OIHW filters; pooling covers the whole image, averages count the padding. */
import { resolveAxes, toPair } from '../../../../layer/axis';
import type { Pair, Pool2dOptions } from '../../../../layer/options';
import { coveredSize, paddedSize } from '../../../../layer/window';
import { LensError, msg } from '../../../../message';
import type { PyArray } from '../../array/PyArray';
import type { Call, FunctionTable } from '../../library/call/Call';
import type { LayerObject, Py } from '../../value/Py';
import { optionalPair, pairArgument } from '../arguments';
import { nchwCaller } from '../Caller';
import { placedAt } from '../forward';
import { tapedConvolve, tapedPool, tapedRelu } from '../taped';
import { unsupportedArgument } from '../torch/torchCaller';
import { transposeConvolve } from '../transpose';
import { drawnBy, filledWith, initialValues, oihw, weightedLayer } from './weightedLayer';

/** Functions of `chainer.functions` by name. */
export const CHAINER: FunctionTable = {
  convolution_2d: ['x W b? stride? pad? cover_all? dilate? groups?', convolved],
  dilated_convolution_2d: ['x W b? stride? pad? dilate? cover_all?', convolved],
  deconvolution_2d: ['x W b? stride? pad? outsize? dilate? groups?', transposed],
  max_pooling_2d: ['x ksize stride? pad? cover_all? return_indices?', maxPool],
  average_pooling_2d: [
    'x ksize stride? pad?',
    (call) => pooled(call, { mode: 'average', ...windowOf(call), countIncludePad: true, ties: 'first' }),
  ],
  relu: ['x', (call) => tapedRelu(call.array('x'), nchwCaller(call), call.context)],
};

/** Classes of `chainer.links` by name. */
export const CHAINER_LINKS: FunctionTable = {
  Convolution2D: [
    'in_channels out_channels ksize? stride? pad? nobias? initialW? initial_bias? dilate? groups?',
    convolution,
  ],
};

/** `chainer.Variable` by name. */
export const CHAINER_CORE: FunctionTable = {
  Variable: ['data|x *rest name? requires_grad?', (call) => ({ ...call.array('data') })],
  Parameter: ['initializer', (call) => call.array('initializer')],
};

function convOptions(call: Call) {
  if (call.has('cover_all') && call.flag('cover_all', false)) throw unsupportedArgument(call, 'cover_all');
  return {
    stride: optionalPair(call, 'stride') ?? 1,
    padding: optionalPair(call, 'pad') ?? 0,
    dilation: optionalPair(call, 'dilate') ?? 1,
    groups: call.has('groups') ? call.integer('groups', 1) : 1,
  };
}

function convolved(call: Call): Py {
  const request = {
    input: call.array('x'),
    filter: call.array('W'),
    bias: call.lacks('b') ? undefined : call.array('b'),
    options: convOptions(call),
  };
  return placedAt(call.range, () => tapedConvolve(request, nchwCaller(call), call.context));
}

/** What `outsize` has more than the least size. */
function outputPadding(call: Call, { stride, padding, dilation }: ReturnType<typeof convOptions>): Pair {
  if (call.lacks('outsize')) return 0;
  const [inputs, kernel] = [call.array('x').shape.slice(-2), call.array('W').shape.slice(-2)];
  const [steps, pads, dilations] = [toPair(stride), toPair(padding), toPair(dilation)];
  const [rows, cols] = toPair(pairArgument(call, 'outsize')).map(
    (size, axis) =>
      size - (steps[axis]! * (inputs[axis]! - 1) + dilations[axis]! * (kernel[axis]! - 1) + 1 - 2 * pads[axis]!),
  );
  return [rows!, cols!];
}

function transposed(call: Call): Py {
  const [input, filter, options] = [call.array('x'), call.array('W'), convOptions(call)];
  const bias = call.lacks('b') ? undefined : call.array('b');
  const request = { input, filter, bias, options: { ...options, outputPadding: outputPadding(call, options) } };
  return placedAt(call.range, () => transposeConvolve(request, nchwCaller(call), call.context));
}

/** `L.Convolution2D(None, 8, 3)`, and `L.Convolution2D(8, 3)` without the channels of the input. */
function convolution(call: Call): LayerObject {
  const short = call.lacks('ksize');
  const kernel = pairArgument(call, short ? 'out_channels' : 'ksize');
  const filters = call.integer(short ? 'in_channels' : 'out_channels');
  const hasBias = !call.flag('nobias', false);
  return weightedLayer(call, {
    options: convOptions(call),
    kernel,
    filters,
    hasBias,
    caller: (use) => nchwCaller(use, call.callee),
    weight: (channels, use) => {
      const shape = oihw(filters, channels, kernel);
      if (!call.lacks('initialW')) return initial(call, 'initialW', shape, use);
      const [rows, cols] = toPair(kernel);
      // LeCun's initialisation, Chainer's default.
      const std = Math.sqrt(1 / (channels * rows * cols));
      return drawnBy('Chainer', use, shape, { kind: 'normal', mean: 0, std });
    },
    bias: (use) =>
      call.lacks('initial_bias') ? filledWith(use, 0, [filters]) : initial(call, 'initial_bias', [filters], use),
    parameterNames: { W: 'weight', b: 'bias' },
  });
}

/** An array, a number for all weights, or a function of the shape. */
function initial(call: Call, name: string, shape: readonly number[], use: Call): PyArray {
  const value = call.value(name);
  return value.kind === 'number' ? filledWith(use, value.value, shape) : initialValues(value, shape, use);
}

function windowOf(call: Call): Required<Pick<Pool2dOptions, 'kernel' | 'stride' | 'padding'>> {
  const kernel = pairArgument(call, 'ksize');
  return { kernel, stride: optionalPair(call, 'stride') ?? kernel, padding: optionalPair(call, 'pad') ?? 0 };
}

/** `cover_all`, the default, adds a window for the rest of the image, also one that begins in the padding. */
function maxPool(call: Call): Py {
  if (call.has('return_indices') && call.flag('return_indices', false))
    throw unsupportedArgument(call, 'return_indices');
  const covers = !call.has('cover_all') || call.flag('cover_all', true);
  const window = windowOf(call);
  if (covers) refuseOutside(call, window);
  return pooled(call, { mode: 'max', ...window, ceilMode: covers, ties: 'first' });
}

/** Where the windows that begin in the image do not reach the end of the padding, Chainer has one more. */
function refuseOutside(call: Call, window: ReturnType<typeof windowOf>): void {
  const [height = 0, width = 0] = call.array('x').shape.slice(-2);
  const { rows, cols } = resolveAxes({ size: [height, width], ...window, ceilMode: true });
  if ([rows, cols].every((axis) => coveredSize(axis, axis.outSize) >= paddedSize(axis))) return;
  throw new LensError(msg('{0} of {1} is not supported', 'cover_all=True', call.callee), undefined, call.range);
}

function pooled(call: Call, options: Pool2dOptions): Py {
  return placedAt(call.range, () => tapedPool(call.array('x'), options, nchwCaller(call), call.context));
}
