/** DeZero's layers: NCHW images, OIHW filters; averages count the padding. */
import type { Pool2dOptions } from '../../../../layer/options';
import { toPair } from '../../../../layer/axis';
import type { Call, FunctionTable } from '../../library/call/Call';
import type { Py } from '../../value/Py';
import { optionalPair, pairArgument } from '../arguments';
import { nchwCaller } from '../Caller';
import { placedAt } from '../forward';
import { tapedConvolve, tapedPool, tapedRelu } from '../taped';
import { unsupportedArgument } from '../torch/torchCaller';
import { transposeConvolve } from '../transpose';

const CONVOLUTION: FunctionTable[string] = ['x W b? stride? pad?', convolved];
const POOL = 'x kernel_size stride? pad?';
const MAX: FunctionTable[string] = [POOL, (call) => pooled(call, 'max')];

/** Functions of `dezero.functions` by name. */
export const DEZERO: FunctionTable = {
  conv2d: CONVOLUTION,
  conv2d_simple: CONVOLUTION,
  deconv2d: ['x W b? stride? pad? outsize?', transposed],
  pooling: MAX,
  pooling_simple: MAX,
  average_pooling: [POOL, (call) => pooled(call, 'average')],
  relu: ['x', (call) => tapedRelu(call.array('x'), nchwCaller(call), call.context)],
};

/** `dezero.Variable` and `as_variable`. */
export const DEZERO_CORE: FunctionTable = {
  Variable: ['data name?', (call) => ({ ...call.array('data') })],
  as_variable: ['obj', (call) => call.array('obj')],
};

function requestOf(call: Call) {
  return {
    input: call.array('x'),
    filter: call.array('W'),
    bias: call.lacks('b') ? undefined : call.array('b'),
    options: { stride: optionalPair(call, 'stride') ?? 1, padding: optionalPair(call, 'pad') ?? 0 },
  };
}

function convolved(call: Call): Py {
  return placedAt(call.range, () => tapedConvolve(requestOf(call), nchwCaller(call), call.context));
}

function transposed(call: Call): Py {
  if (!call.lacks('outsize')) throw unsupportedArgument(call, 'outsize');
  return placedAt(call.range, () => transposeConvolve(requestOf(call), nchwCaller(call), call.context));
}

/** The image is extended with zeros also for the maximum, which the core's pooling does not do. */
function pooled(call: Call, mode: Pool2dOptions['mode']): Py {
  const padding = optionalPair(call, 'pad') ?? 0;
  if (mode === 'max' && toPair(padding).some((pad) => pad !== 0)) throw unsupportedArgument(call, 'pad');
  const options: Pool2dOptions = {
    mode,
    kernel: pairArgument(call, 'kernel_size'),
    stride: optionalPair(call, 'stride') ?? 1,
    padding,
    ...(mode === 'average' && { countIncludePad: true }),
    ties: 'first',
  };
  return placedAt(call.range, () => tapedPool(call.array('x'), options, nchwCaller(call), call.context));
}
