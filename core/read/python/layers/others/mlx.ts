/** MLX' layers: NHWC images, filters with axes (n_C, f_H, f_W, n_C_prev), averages with the padding. */
import { sizeOf } from '../../../../array/NdArray';
import { toPair } from '../../../../layer/axis';
import type { Conv2dOptions, Pair, Pool2dOptions } from '../../../../layer/options';
import type { PyArray } from '../../array/PyArray';
import { permuteAxes } from '../../array/reshaping';
import type { Call, FunctionTable } from '../../library/call/Call';
import type { LayerObject, Py } from '../../value/Py';
import { optionalPair, pairArgument } from '../arguments';
import { flipAxes, type Caller } from '../Caller';
import { placedAt, type ConvRequest } from '../forward';
import { options1d } from '../options1d';
import { NUMPY_1D } from '../images/scipySignal';
import { moduleOf } from '../torch/moduleOf';
import { tapedConvolve, tapedPool, tapedRelu } from '../taped';
import { unsupportedArgument } from '../torch/torchCaller';
import { transposeConvolve } from '../transpose';
import { drawnBy, filledWith, uniformByFan, weightedLayer } from './weightedLayer';

const CONV = 'in_channels out_channels kernel_size stride? padding? dilation? groups? bias?';
const POOL = 'kernel_size stride? padding?';

/** Functions of `mlx.core` by name. */
export const MLX: FunctionTable = {
  conv1d: ['input weight stride? padding? dilation? groups? stream?', (call) => convolved(call, 1)],
  conv2d: ['input weight stride? padding? dilation? groups? stream?', (call) => convolved(call)],
  convolve: NUMPY_1D['convolve']!,
  conv_general: ['input weight stride? padding? kernel_dilation? input_dilation? groups? flip? stream?', general],
  conv_transpose2d: ['input weight stride? padding? dilation? output_padding? groups? stream?', transposed],
};

/** Classes and functions of `mlx.nn` by name. */
export const MLX_MODULES: FunctionTable = {
  Conv1d: [CONV, (call) => convolution(call, 1)],
  Conv2d: [CONV, (call) => convolution(call)],
  MaxPool1d: [POOL, (call) => pooling(call, 'max', 1)],
  AvgPool1d: [POOL, (call) => pooling(call, 'average', 1)],
  MaxPool2d: [POOL, (call) => pooling(call, 'max')],
  AvgPool2d: [POOL, (call) => pooling(call, 'average')],
  relu: ['x', (call) => tapedRelu(call.array('x'), mlxCaller(call), call.context)],
};

/** `axes`: 1 for sequences. */
function mlxCaller({ callee, range }: Call, name = callee, axes?: 1): Caller {
  return { callee: name, range, notation: 'numpy', layout: 'nhwc', ...(axes && { is1d: true }) };
}

function optionsOf(call: Call, dilation = 'dilation'): Conv2dOptions {
  return {
    stride: optionalPair(call, 'stride') ?? 1,
    padding: optionalPair(call, 'padding') ?? 0,
    dilation: optionalPair(call, dilation) ?? 1,
    groups: call.integer('groups', 1),
  };
}

/** From axes (n_C, f_H, f_W, n_C_prev), without f_H for sequences. */
function turned(weight: PyArray): PyArray {
  return permuteAxes(weight, [...weight.shape.keys()].slice(1).concat(0));
}

function requestOf(call: Call, axes?: 1, dilation?: string): ConvRequest {
  const options = optionsOf(call, dilation);
  return {
    input: call.array('input'),
    filter: turned(call.array('weight')),
    bias: undefined,
    options: axes ? options1d(options, call) : options,
  };
}

function convolved(call: Call, axes?: 1): Py {
  return placedAt(call.range, () =>
    tapedConvolve(requestOf(call, axes), mlxCaller(call, call.callee, axes), call.context),
  );
}

/** Convolutions of any number of axes; with `flip` the filter is turned. */
function general(call: Call): Py {
  if (!call.lacks('input_dilation') && call.integers('input_dilation').some((step) => step !== 1))
    throw unsupportedArgument(call, 'input_dilation');
  const axes = call.array('input').shape.length === 3 ? 1 : undefined;
  const request = requestOf(call, axes, 'kernel_dilation');
  const [filter, flip] = [request.filter!, call.flag('flip', false)];
  const given: ConvRequest = flip ? { ...request, filter: flipAxes(filter, axes ?? 2), kernelFlipped: true } : request;
  return placedAt(call.range, () => tapedConvolve(given, mlxCaller(call, call.callee, axes), call.context));
}

/** The core's transposed filters have axes (f_H, f_W, n_C, n_C_prev). */
function transposed(call: Call): Py {
  const request = {
    input: call.array('input'),
    filter: permuteAxes(call.array('weight'), [1, 2, 0, 3]),
    bias: undefined,
    options: { ...optionsOf(call), outputPadding: optionalPair(call, 'output_padding') ?? 0 },
  };
  return placedAt(call.range, () => transposeConvolve(request, mlxCaller(call), call.context));
}

function convolution(call: Call, axes?: 1): LayerObject {
  const kernel: Pair = pairArgument(call, 'kernel_size');
  const filters = call.integer('out_channels');
  const sizes = axes ? [Number(kernel)] : toPair(kernel);
  const options = optionsOf(call);
  return weightedLayer(call, {
    options: axes ? options1d(options, call) : options,
    kernel: axes ? [1, Number(kernel)] : kernel,
    filters,
    hasBias: call.flag('bias', true),
    caller: (use) => mlxCaller(use, call.callee, axes),
    weight: (channels, use) =>
      drawnBy('MLX', use, [filters, ...sizes, channels], uniformByFan(sizeOf([...sizes, channels]))),
    bias: (use) => filledWith(use, 0, [filters]),
    turn: turned,
  });
}

function pooling(call: Call, mode: Pool2dOptions['mode'], axes?: 1): Py {
  const kernel = pairArgument(call, 'kernel_size');
  const given: Pool2dOptions = {
    mode,
    kernel,
    stride: optionalPair(call, 'stride') ?? kernel,
    padding: optionalPair(call, 'padding') ?? 0,
    ...(mode === 'average' && { countIncludePad: true }),
    ties: 'first',
  };
  const options = axes ? options1d(given, call) : given;
  return moduleOf(call, (use) =>
    tapedPool(use.array('input'), options, mlxCaller(use, call.callee, axes), use.context),
  );
}
