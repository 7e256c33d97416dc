/** tinygrad: layers are methods of its tensors; NCHW images, OIHW filters, averages with the padding. */
import type { Padding, Pair, Pool2dOptions } from '../../../../layer/options';
import type { PyArray } from '../../array/PyArray';
import { type Call, type FunctionTable, libraryFunction } from '../../library/call/Call';
import { TORCH } from '../../library/torch/torchFunctions';
import type { LayerObject, Py } from '../../value/Py';
import { optionalPair, pairArgument } from '../arguments';
import { placedAt } from '../forward';
import { tapedConvolve, tapedPool } from '../taped';
import { FUNCTIONAL } from '../torch/torch';
import { torchCaller, unsupportedArgument } from '../torch/torchCaller';
import { randomArrays } from './randomArrays';
import { drawnBy, oihw, uniformByFan, weightedLayer } from './weightedLayer';
import { toPair } from '../../../../layer/axis';

const DRAWS = randomArrays({ generator: 'tinygrad', notation: 'pytorch', floats: 'float32' });
const picked = (names: string): FunctionTable =>
  Object.fromEntries(names.split(' ').map((name) => [name, TORCH[name]!]));

/** Functions of `tinygrad` and of its class `Tensor` by name. */
export const TINYGRAD: FunctionTable = {
  Tensor: ['object|data device? dtype? requires_grad?', (call) => TORCH['tensor']![1](call)],
};
export const TINYGRAD_TENSOR: FunctionTable = {
  ...picked('arange ones zeros full eye linspace'),
  rand: DRAWS['rand']!,
  randn: DRAWS['randn']!,
  uniform: ['*sizes low? high? dtype?', (call) => drawnUniform(call)],
  manual_seed: DRAWS['seed']!,
};

/** Classes of `tinygrad.nn` by name. */
export const TINYGRAD_MODULES: FunctionTable = {
  Conv2d: ['in_channels out_channels kernel_size stride? padding? dilation? groups? bias?', convolution],
};

const METHODS: FunctionTable = {
  /** Tensors are computed when they are made. */
  realize: ['self', (call) => call.value('self')],
  conv2d: [
    'self weight bias? groups? stride? dilation? padding? dtype?',
    (call) => {
      const request = {
        input: call.array('self'),
        filter: call.array('weight'),
        bias: call.lacks('bias') ? undefined : call.array('bias'),
        options: convOptions(call),
      };
      return placedAt(call.range, () => tapedConvolve(request, torchCaller(call), call.context));
    },
  ],
  conv_transpose2d: [
    'input weight bias? groups? stride? dilation? padding? output_padding?',
    FUNCTIONAL['conv_transpose2d']![1],
  ],
  max_pool2d: [
    'self kernel_size? stride? dilation? padding? ceil_mode? return_indices?',
    (call) => {
      if (call.has('return_indices') && call.flag('return_indices', false))
        throw unsupportedArgument(call, 'return_indices');
      return pooled(call, {
        mode: 'max',
        ...windowOf(call),
        dilation: optionalPair(call, 'dilation') ?? 1,
        ties: 'first',
      });
    },
  ],
  avg_pool2d: [
    'self kernel_size? stride? dilation? padding? ceil_mode? count_include_pad?',
    (call) => {
      const dilation = call.lacks('dilation') ? 1 : pairArgument(call, 'dilation');
      if (toPair(dilation).some((step) => step !== 1)) throw unsupportedArgument(call, 'dilation');
      const countIncludePad = call.flag('count_include_pad', true);
      return pooled(call, { mode: 'average', ...windowOf(call), countIncludePad, ties: 'first' });
    },
  ],
};

/** `x.conv2d(w)`: a layer that is a method of a tensor. */
export function tinygradMethod(self: PyArray, name: string): Py | undefined {
  const entry = self.notation === 'pytorch' && Object.hasOwn(METHODS, name) ? METHODS[name] : undefined;
  if (!entry) return undefined;
  const method = libraryFunction(name, entry[0], entry[1]);
  return {
    ...method,
    call: (args, context) =>
      method.call({ ...args, positional: [{ value: self, range: args.range }, ...args.positional] }, context),
  };
}

function drawnUniform(call: Call): Py {
  const shape = call.restIntegers();
  const [low, high] = [call.number('low', 0), call.number('high', 1)];
  return drawnBy('tinygrad', call, shape, { kind: 'uniform', low, high });
}

function convOptions(call: Call): { stride: Pair; padding: Padding; dilation: Pair; groups: number } {
  return {
    stride: optionalPair(call, 'stride') ?? 1,
    padding: paddingOf(call),
    dilation: optionalPair(call, 'dilation') ?? 1,
    groups: call.integer('groups', 1),
  };
}

function convolution(call: Call): LayerObject {
  const kernel = pairArgument(call, 'kernel_size');
  const [rows, cols] = toPair(kernel);
  const filters = call.integer('out_channels');
  const options = convOptions(call);
  const distribution = uniformByFan((rows * cols * call.integer('in_channels')) / options.groups);
  return weightedLayer(call, {
    options,
    kernel,
    filters,
    hasBias: call.flag('bias', true),
    caller: (use) => torchCaller(use, call.callee),
    weight: (channels, use) => drawnBy('tinygrad', use, oihw(filters, channels, kernel), distribution),
    bias: (use) => drawnBy('tinygrad', use, [filters], distribution),
  });
}

function windowOf(call: Call): Pick<Pool2dOptions, 'kernel' | 'stride' | 'padding' | 'ceilMode'> {
  const kernel = call.lacks('kernel_size') ? 2 : pairArgument(call, 'kernel_size');
  return {
    kernel,
    stride: optionalPair(call, 'stride') ?? kernel,
    padding: paddingOf(call),
    ceilMode: call.flag('ceil_mode', false),
  };
}

/** One number, a pair, or left, right, top, bottom. */
function paddingOf(call: Call): Padding {
  if (call.lacks('padding')) return 0;
  const values = call.integers('padding');
  if (values.length !== 4) return pairArgument(call, 'padding');
  const [left, right, top, bottom] = values;
  return { top: top!, bottom: bottom!, left: left!, right: right! };
}

function pooled(call: Call, options: Pool2dOptions): Py {
  return placedAt(call.range, () => tapedPool(call.array('self'), options, torchCaller(call), call.context));
}
