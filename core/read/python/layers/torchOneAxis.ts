/** PyTorch's convolution and pooling along one axis, (N, C, L): computed as one row, (N, C, 1, L). */
import { formatShape } from '../../../array/NdArray';
import type { Conv2dOptions, Padding, Pair, PaddingMode, Pool2dOptions } from '../../../layer/options';
import { LensError, msg, type Message } from '../../../message';
import type { PyArray } from '../array/PyArray';
import { expandAxis, squeezeAxes } from '../array/reshaping';
import { onInput, type Call, type FunctionTable } from '../library/call/Call';
import { initialWeights, warnOfArbitrary } from '../library/torch/torchRandom';
import type { LayerObject, Py } from '../value/Py';
import { torchPadding } from './arguments';
import { convolve, placedAt, pool } from './forward';
import { moduleOf } from './moduleOf';
import { torchCaller, unsupportedArgument } from './torchCaller';

const CONV = 'stride? padding? dilation? groups?';
const MAX = 'kernel_size stride? padding? dilation? ceil_mode? return_indices?';
const AVERAGE = 'kernel_size stride? padding? ceil_mode? count_include_pad?';

/** By name in `torch.nn.functional`. */
export const ONE_AXIS_FUNCTIONS: FunctionTable = {
  conv1d: [
    `input weight bias? ${CONV}`,
    (call) => {
      const bias = call.lacks('bias') ? undefined : call.array('bias');
      return convolved(call, call.array('weight'), bias, convOptions(call), call.callee);
    },
  ],
  max_pool1d: [`input ${MAX}`, (call) => pooled(call, maxOptions(call), call.callee)],
  avg_pool1d: [`input ${AVERAGE}`, (call) => pooled(call, averageOptions(call), call.callee)],
};

/** By name in `torch.nn`. */
export const ONE_AXIS_MODULES: FunctionTable = {
  Conv1d: [
    'in_channels out_channels kernel_size stride? padding? dilation? groups? bias? padding_mode? device? dtype?',
    convolution,
  ],
  MaxPool1d: [MAX, (call) => pooling(call, maxOptions(call))],
  AvgPool1d: [AVERAGE, (call) => pooling(call, averageOptions(call))],
};

function convolution(call: Call): LayerObject {
  const options = convOptions(call);
  const filters = call.integer('out_channels');
  const depth = Math.floor(call.integer('in_channels') / (options.groups ?? 1));
  const size = single(call, 'kernel_size', 1);
  const dtype = call.dtype() ?? 'float32';
  const hasBias = call.flag('bias', true);
  const weight = initialWeights(call, [filters, depth, size], depth * size, dtype);
  const bias = hasBias ? initialWeights(call, [filters], depth * size, dtype) : undefined;
  return {
    kind: 'layer',
    callee: call.callee,
    framework: 'pytorch',
    weights: { ...(weight && { weight }), ...(bias && { bias }) },
    hasBias,
    apply: onInput((use, weights) => {
      warnOfArbitrary(use, weights.weight);
      const known = hasBias && !weights.bias ? undefined : weights.weight;
      return convolved(use, known, weights.bias, options, call.callee);
    }),
  };
}

function pooling(call: Call, options: Pool2dOptions): LayerObject {
  return moduleOf(call, (use) => pooled(use, options, call.callee));
}

/** `use` holds the input. */
function convolved(
  use: Call,
  weight: PyArray | undefined,
  bias: PyArray | undefined,
  options: Conv2dOptions,
  callee: string,
): Py {
  const { input, isBatch } = asRow(use, callee);
  if (weight && weight.shape.length !== 3)
    throw new LensError(
      msg('{0} needs filters (n_C, n_C_prev, f), not shape {1}', callee, formatShape(weight.shape)),
      'filter',
      use.range,
    );
  const filter = weight && expandAxis(weight, 2);
  const request = { input, filter, bias, options, notes: [note(callee)] };
  return placedAt(use.range, () => fromRow(convolve(request, torchCaller(use, callee), use.context), isBatch));
}

function pooled(use: Call, options: Pool2dOptions, callee: string): Py {
  const { input, isBatch } = asRow(use, callee);
  return placedAt(use.range, () =>
    fromRow(pool(input, options, torchCaller(use, callee), use.context, [note(callee)]), isBatch),
  );
}

function note(callee: string): Message {
  return msg('{0} works along one axis, which is shown as one row', callee);
}

/** (N, C, L) or (C, L) as (N, C, 1, L). */
function asRow(use: Call, callee: string): { input: PyArray; isBatch: boolean } {
  const input = use.array('input');
  const rank = input.shape.length;
  if (rank !== 2 && rank !== 3)
    throw new LensError(
      msg('{0} needs (N, C, L) or (C, L), not shape {1}', callee, formatShape(input.shape)),
      'input',
      use.range,
    );
  const batch = rank === 3 ? input : expandAxis(input, 0);
  return { input: expandAxis(batch, 2), isBatch: rank === 3 };
}

function fromRow(result: Py, isBatch: boolean): Py {
  if (result.kind !== 'array') return result;
  return squeezeAxes(result, isBatch ? [2] : [0, 2]);
}

function convOptions(call: Call): Conv2dOptions {
  const mode = call.has('padding_mode') ? call.text('padding_mode', 'zeros') : 'zeros';
  return {
    stride: along(single(call, 'stride', 1)),
    padding: paddingOf(call),
    dilation: along(single(call, 'dilation', 1)),
    groups: call.integer('groups', 1),
    ...(mode !== 'zeros' && { paddingMode: mode as PaddingMode }),
  };
}

function maxOptions(call: Call): Pool2dOptions {
  if (call.flag('return_indices', false)) throw unsupportedArgument(call, 'return_indices');
  return { mode: 'max', ...windowOptions(call), dilation: along(single(call, 'dilation', 1)) };
}

function averageOptions(call: Call): Pool2dOptions {
  return { mode: 'average', ...windowOptions(call), countIncludePad: call.flag('count_include_pad', true) };
}

function windowOptions(call: Call): Omit<Pool2dOptions, 'mode'> {
  const size = single(call, 'kernel_size', 1);
  return {
    kernel: along(size),
    stride: along(single(call, 'stride', size)),
    padding: [0, single(call, 'padding', 0)],
    ceilMode: call.flag('ceil_mode', false),
    ties: 'first',
  };
}

function along(value: number): Pair {
  return [1, value];
}

function paddingOf(call: Call): Padding {
  const padding = torchPadding(call);
  return typeof padding === 'string' ? padding : [0, single(call, 'padding', 0)];
}

/** One number, also in brackets. */
function single(call: Call, name: string, missing: number): number {
  if (call.lacks(name)) return missing;
  const values = call.integers(name);
  if (values.length === 1) return values[0]!;
  throw new LensError(msg('{0} must be one number, not {1}', name, values.join(', ')), undefined, call.range);
}
