/** MXNet's operators `Convolution` and `Pooling`: NCHW images, OIHW filters, averages with the padding. */
import { toPair } from '../../../../layer/axis';
import type { Padding, Pair, Pool2dOptions } from '../../../../layer/options';
import { LensError, msg } from '../../../../message';
import type { Call, FunctionTable } from '../../library/call/Call';
import type { Py } from '../../value/Py';
import { optionalPair, pairArgument } from '../arguments';
import { nchwCaller } from '../Caller';
import { placedAt } from '../forward';
import { tapedConvolve, tapedPool, tapedRelu } from '../taped';
import { unsupportedArgument } from '../torch/torchCaller';

const CONVOLUTION: FunctionTable[string] = [
  'data weight bias? kernel stride? dilate? pad? num_filter? num_group? workspace? no_bias? cudnn_tune? cudnn_off? layout? name?',
  convolved,
];
const POOLING: FunctionTable[string] = [
  'data kernel? pool_type? global_pool? cudnn_off? pooling_convention? stride? pad? p_value? count_include_pad? layout? name?',
  pooled,
];
const RELU: FunctionTable[string] = ['data', (call) => tapedRelu(call.array('data'), nchwCaller(call), call.context)];

/** Functions of `mxnet.nd` and `mxnet.npx` by name. */
export const MXNET: FunctionTable = {
  Convolution: CONVOLUTION,
  convolution: CONVOLUTION,
  Pooling: POOLING,
  pooling: POOLING,
  relu: RELU,
};

function convolved(call: Call): Py {
  requireChannelsFirst(call);
  const request = {
    input: call.array('data'),
    filter: call.array('weight'),
    bias: call.lacks('bias') || call.flag('no_bias', false) ? undefined : call.array('bias'),
    options: {
      stride: optionalPair(call, 'stride') ?? 1,
      padding: optionalPair(call, 'pad') ?? 0,
      dilation: optionalPair(call, 'dilate') ?? 1,
      groups: call.integer('num_group', 1),
    },
  };
  return placedAt(call.range, () => tapedConvolve(request, nchwCaller(call), call.context));
}

function pooled(call: Call): Py {
  requireChannelsFirst(call);
  const type = call.text('pool_type', 'max');
  const mode = type === 'max' ? 'max' : type === 'avg' ? 'average' : undefined;
  if (!mode) throw unsupported(call, `pool_type=${type}`);
  const convention = call.text('pooling_convention', 'valid');
  if (convention !== 'valid' && convention !== 'full') throw unsupported(call, `pooling_convention=${convention}`);
  const input = call.array('data');
  const global = call.flag('global_pool', false);
  const [rows = 1, cols = 1] = input.shape.slice(-2);
  const kernel = global ? ([rows, cols] as const) : pairArgument(call, 'kernel');
  const options: Pool2dOptions = {
    mode,
    kernel,
    stride: global ? 1 : (optionalPair(call, 'stride') ?? 1),
    padding: global ? 0 : poolPadding(optionalPair(call, 'pad') ?? 0, kernel),
    ceilMode: convention === 'full',
    ...(mode === 'average' && { countIncludePad: call.flag('count_include_pad', true) }),
    ties: 'first',
  };
  return placedAt(call.range, () => tapedPool(input, options, nchwCaller(call), call.context));
}

/** Padding of less than a window, as MXNet's: four sides where it is more than half of one. */
export function poolPadding(padding: Pair, kernel: Pair): Padding {
  const [rows, cols] = toPair(padding);
  const sizes = toPair(kernel);
  const isWide = [rows, cols].some((pad, axis) => pad > sizes[axis]! >> 1 && pad < sizes[axis]!);
  return isWide ? { top: rows, bottom: rows, left: cols, right: cols } : padding;
}

function requireChannelsFirst(call: Call): void {
  if (!call.lacks('layout') && call.text('layout') !== 'NCHW') throw unsupportedArgument(call, 'layout');
}

function unsupported(call: Call, written: string): LensError {
  return new LensError(msg('{0} of {1} is not supported', written, call.callee), undefined, call.range);
}
