/** Equinox: one image with axes (n_C, n_H, n_W), OIHW filters; windows of pooling have stride 1 unless another is given. */
import { toPair } from '../../../../layer/axis';
import type { Padding, Pool2dOptions } from '../../../../layer/options';
import type { Call, FunctionTable } from '../../library/call/Call';
import { isSequence, toIntegers } from '../../library/call/coerce';
import type { LayerObject, Py } from '../../value/Py';
import { optionalPair, pairArgument } from '../arguments';
import { nchwCaller } from '../Caller';
import { moduleOf } from '../torch/moduleOf';
import { tapedPool } from '../taped';
import { unsupportedArgument } from '../torch/torchCaller';
import { drawnBy, oihw, uniformByFan, weightedLayer } from './weightedLayer';

const POOL = 'kernel_size stride? padding? use_ceil?';

/** Classes of `equinox.nn` by name. */
export const EQUINOX: FunctionTable = {
  Conv2d: [
    'in_channels out_channels kernel_size stride? padding? dilation? groups? use_bias? padding_mode? dtype? key?',
    convolution,
  ],
  MaxPool2d: [POOL, (call) => pooling(call, 'max')],
  AvgPool2d: [POOL, (call) => pooling(call, 'average')],
};

function convolution(call: Call): LayerObject {
  if (call.text('padding_mode', 'ZEROS').toUpperCase() !== 'ZEROS') throw unsupportedArgument(call, 'padding_mode');
  const kernel = pairArgument(call, 'kernel_size');
  const filters = call.integer('out_channels');
  const [rows, cols] = toPair(kernel);
  const groups = call.integer('groups', 1);
  const channels = Math.floor(call.integer('in_channels') / groups);
  const distribution = uniformByFan(channels * rows * cols);
  return weightedLayer(call, {
    options: {
      stride: optionalPair(call, 'stride') ?? 1,
      padding: paddingOf(call),
      dilation: optionalPair(call, 'dilation') ?? 1,
      groups,
    },
    kernel,
    filters,
    hasBias: call.flag('use_bias', true),
    caller: (use) => nchwCaller(use, call.callee),
    weight: (_, use) => drawnBy('JAX', use, oihw(filters, channels, kernel), distribution),
    bias: (use) => drawnBy('JAX', use, [filters], distribution),
  });
}

function pooling(call: Call, mode: Pool2dOptions['mode']): Py {
  const options: Pool2dOptions = {
    mode,
    kernel: pairArgument(call, 'kernel_size'),
    stride: optionalPair(call, 'stride') ?? 1,
    padding: paddingOf(call),
    ceilMode: call.flag('use_ceil', false),
    ...(mode === 'average' && { countIncludePad: true }),
    ties: 'first',
  };
  return moduleOf(call, (use) => tapedPool(use.array('input'), options, nchwCaller(use, call.callee), use.context));
}

/** A number, a pair, a name, or (before, after) for each axis. */
function paddingOf(call: Call): Padding {
  if (call.lacks('padding')) return 0;
  const value = call.value('padding');
  if (value.kind === 'text') {
    const name = value.value.toUpperCase();
    if (name === 'VALID') return 'valid';
    if (name === 'SAME') return 'same_upper';
    throw unsupportedArgument(call, 'padding');
  }
  if (!isSequence(value) || !value.items.some((item) => isSequence(item))) return pairArgument(call, 'padding');
  const [vertical, horizontal] = value.items.map((item) => toIntegers(item));
  if (vertical?.length !== 2 || horizontal?.length !== 2) throw unsupportedArgument(call, 'padding');
  return { top: vertical[0]!, bottom: vertical[1]!, left: horizontal[0]!, right: horizontal[1]! };
}
