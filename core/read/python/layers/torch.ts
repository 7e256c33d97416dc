/** PyTorch's convolution and pooling: NCHW images, OIHW filters, ties to the first maximum, padding counted in averages. */
import type { Conv2dOptions, PaddingMode, Pool2dOptions } from '../../../layer/options';
import { LensError, msg } from '../../../message';
import type { Call, Implementation } from '../library/Call';
import type { Py } from '../value';
import { optionalPair, pairArgument, torchPadding } from './arguments';
import { convolve, placedAt, pool, type Caller } from './forward';
import type { LayerObject } from './LayerObject';

type Table = Readonly<Record<string, readonly [signature: string, run: Implementation]>>;

const MAX = 'kernel_size stride? padding? dilation? ceil_mode? return_indices?';
const AVERAGE = 'kernel_size stride? padding? ceil_mode? count_include_pad? divisor_override?';

/** By name in `torch.nn.functional`. */
export const FUNCTIONAL: Table = {
  conv2d: [
    'input weight bias? stride? padding? dilation? groups?',
    (call) => {
      const bias = call.lacks('bias') ? undefined : call.array('bias');
      const request = { input: call.array('input'), filter: call.array('weight'), bias, options: convOptions(call) };
      return placedAt(call.range, () => convolve(request, caller(call), call.context));
    },
  ],
  max_pool2d: [`input ${MAX}`, (call) => pooled(call, call, maxOptions(call))],
  avg_pool2d: [`input ${AVERAGE}`, (call) => pooled(call, call, averageOptions(call))],
};

/** By name in `torch.nn`. */
export const MODULES: Table = {
  Conv2d: [
    'in_channels out_channels kernel_size stride? padding? dilation? groups? bias? padding_mode? device? dtype?',
    convolution,
  ],
  Parameter: ['data requires_grad?', (call) => call.array('data')],
  MaxPool2d: [MAX, (call) => module(call, maxOptions(call))],
  AvgPool2d: [AVERAGE, (call) => module(call, averageOptions(call))],
};

function convolution(call: Call): LayerObject {
  const options = convOptions(call);
  const shape = {
    kernel: pairArgument(call, 'kernel_size'),
    inChannels: call.integer('in_channels'),
    filters: call.integer('out_channels'),
  };
  const hasBias = call.flag('bias', true);
  return {
    kind: 'layer',
    callee: call.callee,
    framework: 'pytorch',
    weights: {},
    hasBias,
    apply: (use, { weight, bias }) => {
      const filter = hasBias && !bias ? undefined : weight;
      const request = { input: use.array('input'), filter, bias, options, shape };
      return placedAt(use.range, () => convolve(request, caller(use, call.callee), use.context));
    },
  };
}

function module(call: Call, options: Pool2dOptions): LayerObject {
  return {
    kind: 'layer',
    callee: call.callee,
    framework: 'pytorch',
    weights: {},
    hasBias: false,
    apply: (use) => pooled(use, call, options),
  };
}

function pooled(use: Call, { callee }: Call, options: Pool2dOptions): Py {
  return placedAt(use.range, () => pool(use.array('input'), options, caller(use, callee), use.context));
}

function caller({ callee, range }: Call, name = callee): Caller {
  return { callee: name, range, notation: 'pytorch', layout: 'nchw' };
}

function convOptions(call: Call): Conv2dOptions {
  const mode = call.text('padding_mode', 'zeros');
  return {
    stride: optionalPair(call, 'stride') ?? 1,
    padding: torchPadding(call),
    dilation: optionalPair(call, 'dilation') ?? 1,
    groups: call.integer('groups', 1),
    ...(mode !== 'zeros' && { paddingMode: mode as PaddingMode }),
  };
}

function maxOptions(call: Call): Pool2dOptions {
  if (call.flag('return_indices', false)) throw unsupportedArgument(call, 'return_indices');
  const kernel = pairArgument(call, 'kernel_size');
  return {
    mode: 'max',
    kernel,
    stride: optionalPair(call, 'stride') ?? kernel,
    padding: optionalPair(call, 'padding') ?? 0,
    dilation: optionalPair(call, 'dilation') ?? 1,
    ceilMode: call.flag('ceil_mode', false),
    ties: 'first',
  };
}

function averageOptions(call: Call): Pool2dOptions {
  if (!call.lacks('divisor_override')) throw unsupportedArgument(call, 'divisor_override');
  const kernel = pairArgument(call, 'kernel_size');
  return {
    mode: 'average',
    kernel,
    stride: optionalPair(call, 'stride') ?? kernel,
    padding: optionalPair(call, 'padding') ?? 0,
    ceilMode: call.flag('ceil_mode', false),
    countIncludePad: call.flag('count_include_pad', true),
    ties: 'first',
  };
}

function unsupportedArgument({ callee, range }: Call, name: string): LensError {
  return new LensError(msg('the argument {0} of {1} is not supported', name, callee), undefined, range);
}
