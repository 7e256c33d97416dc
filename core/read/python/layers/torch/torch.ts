/** PyTorch's convolution and pooling: NCHW images, OIHW filters, ties to the first maximum, padding counted in averages. */
import { formatShape } from '../../../../array/NdArray';
import { toPair } from '../../../../layer/axis';
import type { Conv2dOptions, ConvTranspose2dOptions, PaddingMode, Pool2dOptions } from '../../../../layer/options';
import { tapeOf } from '../../autograd/Tape';
import { LensError, msg } from '../../../../message';
import type { PyArray } from '../../array/PyArray';
import { valueError } from '../../runtime/PythonError';
import { type Call, type Implementation, onInput } from '../../library/call/Call';
import { reluMethod } from '../../library/torch/torchMethods';
import { initialWeights, warnOfArbitrary } from '../../library/torch/torchRandom';
import type { Py, LayerObject } from '../../value/Py';
import { optionalPair, pairArgument, torchPadding } from '../arguments';
import { placedAt } from '../forward';
import { optionMember } from './optionMember';
import { tapedConvolve, tapedLinear, tapedPool, tapedRelu } from '../taped';
import { adaptive } from './torchAdaptive';
import { requireIntegers, requireOneType, torchCaller, unsupportedArgument } from './torchCaller';
import { moduleOf } from './moduleOf';
import { ACTIVATION_FUNCTIONS } from './torchActivations';
import { withPlaces } from './poolPlaces';
import { PLAIN_MODULES } from './torchModules';
import { NORMALIZATION_FUNCTIONS } from './torchNormalization';
import { RESIZE_FUNCTIONS } from './torchResize';
import { fold, unfold } from './torchWindows';
import { transposeConvolve } from '../transpose';

type Table = Readonly<Record<string, readonly [signature: string, run: Implementation]>>;

export const MAX = 'kernel_size stride? padding? dilation? ceil_mode? return_indices?';
export const AVERAGE = 'kernel_size stride? padding? ceil_mode? count_include_pad? divisor_override?';

/** Functions of `torch.nn.functional` by name. */
export const FUNCTIONAL: Table = {
  ...ACTIVATION_FUNCTIONS,
  ...NORMALIZATION_FUNCTIONS,
  ...RESIZE_FUNCTIONS,
  conv2d: ['input weight bias? stride? padding? dilation? groups?', (call) => convolved(call, convOptions(call))],
  max_pool2d: [`input ${MAX}`, (call) => pooled(call, call, maxOptions(call))],
  avg_pool2d: [`input ${AVERAGE}`, (call) => pooled(call, call, averageOptions(call))],
  conv_transpose2d: [
    'input weight bias? stride? padding? output_padding? groups? dilation?',
    (call) => transposeConvolved(call, transposeOptions(call)),
  ],
  relu: [
    'input inplace?',
    (call) =>
      call.flag('inplace', false) ? reluMethod(call) : tapedRelu(call.array('input'), torchCaller(call), call.context),
  ],
  adaptive_avg_pool2d: [
    'input output_size',
    (call) => placedAt(call.range, () => adaptive(call, call.value('output_size'), 'average')),
  ],
  adaptive_max_pool2d: [
    'input output_size',
    (call) => placedAt(call.range, () => adaptive(call, call.value('output_size'), 'max')),
  ],
  linear: [
    'input weight bias?',
    (call) => tapedLinear(call.array('input'), call.array('weight'), biasOf(call), call.callee, call.context),
  ],
  unfold: ['input kernel_size dilation? padding? stride?', (call) => unfold(call.array('input'), call)],
  fold: ['input output_size kernel_size dilation? padding? stride?', (call) => fold(call.array('input'), call)],
};

/** Layers that are functions of `torch` itself. */
export const TORCH_LAYERS: Table = {
  relu: FUNCTIONAL['relu']!,
  conv2d: FUNCTIONAL['conv2d']!,
  conv_transpose2d: FUNCTIONAL['conv_transpose2d']!,
  max_pool2d: FUNCTIONAL['max_pool2d']!,
};

/** Classes of `torch.nn` by name. */
export const MODULES: Table = {
  ...PLAIN_MODULES,
  ConvTranspose2d: [
    'in_channels out_channels kernel_size stride? padding? output_padding? groups? bias? dilation? padding_mode? device? dtype?',
    (call) => convTransposeLayer(call, transposeOptions(call)),
  ],
  Conv2d: [
    'in_channels out_channels kernel_size stride? padding? dilation? groups? bias? padding_mode? device? dtype?',
    (call) => convolution(call, convOptions(call)),
  ],
  LazyConv2d: [
    'out_channels kernel_size stride? padding? dilation? groups? bias? padding_mode? device? dtype?',
    (call) => convolution(call, convOptions(call)),
  ],
  Parameter: [
    'data requires_grad?',
    (call) => {
      const parameter = { ...call.array('data') };
      tapeOf(call.context).parameters.add(parameter);
      return parameter;
    },
  ],
  MaxPool2d: [MAX, (call) => pooling(call, maxOptions(call))],
  AvgPool2d: [AVERAGE, (call) => pooling(call, averageOptions(call))],
};

/** One number per filter, in one axis; PyTorch refuses other shapes. */
function biasOf(call: Call): PyArray | undefined {
  if (call.lacks('bias')) return undefined;
  const bias = call.array('bias');
  if (bias.shape.length === 1) return bias;
  throw new LensError(
    msg('{0}: the bias must have one axis, not shape {1}', call.callee, formatShape(bias.shape)),
    'bias',
    call.range,
  );
}

/** `axes`: 1 for sequences. */
export function convolved(call: Call, options: Conv2dOptions, axes?: 1): Py {
  const request = { input: call.array('input'), filter: call.array('weight'), bias: biasOf(call), options };
  requireOneType(request, call.context);
  return placedAt(call.range, () => tapedConvolve(request, torchCaller(call, call.callee, axes), call.context));
}

export function transposeConvolved(call: Call, options: ConvTranspose2dOptions, axes?: 1): Py {
  const request = { input: call.array('input'), filter: call.array('weight'), bias: biasOf(call), options };
  requireOneType(request, call.context);
  return placedAt(call.range, () => transposeConvolve(request, torchCaller(call, call.callee, axes), call.context));
}

function requireGroups(groups = 1, inputs = 0, outputs = 0): void {
  if (inputs % groups !== 0) throw valueError('in_channels must be divisible by groups');
  if (outputs % groups !== 0) throw valueError('out_channels must be divisible by groups');
}

/** A lazy layer, without `in_channels`, draws its weights at its first use. */
export function convolution(call: Call, options: Conv2dOptions, axes?: 1): LayerObject {
  const kernel = axes ? call.integers('kernel_size') : toPair(pairArgument(call, 'kernel_size'));
  const filters = call.integer('out_channels');
  const inChannels = call.has('in_channels') ? call.integer('in_channels') : undefined;
  requireGroups(options.groups, inChannels, filters);
  const shape = {
    kernel: axes ? ([1, kernel[0]] as const) : pairArgument(call, 'kernel_size'),
    ...(inChannels !== undefined && { inChannels }),
    filters,
  };
  const hasBias = call.flag('bias', true);
  const draw = (channels: number): LayerObject['weights'] =>
    drawnWeights(call, [filters, Math.floor(channels / (options.groups ?? 1)), ...kernel], hasBias && filters);
  const own = inChannels === undefined ? {} : draw(inChannels);
  return {
    kind: 'layer',
    callee: call.callee,
    framework: 'pytorch',
    weights: own,
    hasBias,
    apply: onInput((use, weights) => {
      const input = use.array('input');
      if (inChannels === undefined && !weights.weight) Object.assign(weights, draw(input.shape.at(-3) ?? 1));
      const { weight, bias } = weights;
      warnOfArbitrary(use, weight);
      const filter = hasBias && !bias ? undefined : weight;
      const request = { input, filter, bias, options, shape };
      for (const each of [weight, bias]) tapeOf(use.context).watch(each);
      requireOneType(request, use.context);
      return placedAt(use.range, () => tapedConvolve(request, torchCaller(use, call.callee, axes), use.context));
    }),
    member: (name) => optionMember(call, name, axes),
  };
}

export function convTransposeLayer(call: Call, options: ConvTranspose2dOptions, axes?: 1): LayerObject {
  const hasBias = call.flag('bias', true);
  const filters = call.integer('out_channels');
  requireGroups(options.groups, call.integer('in_channels'), filters);
  const depth = Math.floor(filters / (options.groups ?? 1));
  const kernel = axes ? call.integers('kernel_size') : toPair(pairArgument(call, 'kernel_size'));
  const weights = drawnWeights(call, [call.integer('in_channels'), depth, ...kernel], hasBias && filters);
  return {
    kind: 'layer',
    callee: call.callee,
    framework: 'pytorch',
    weights,
    hasBias,
    apply: onInput((use, { weight, bias }) => {
      warnOfArbitrary(use, weight);
      const filter = hasBias && !bias ? undefined : weight;
      const [rows = 1, cols = rows] = use.lacks('output_size') ? [] : use.integers('output_size').slice(axes ? -1 : -2);
      const outputSize = use.lacks('output_size') ? {} : { outputSize: [axes ? 1 : rows, cols] as const };
      const request = { input: use.array('input'), filter, bias, options: { ...options, ...outputSize } };
      return placedAt(use.range, () => transposeConvolve(request, torchCaller(use, call.callee, axes), use.context));
    }, 'input output_size?'),
  };
}

/** The weights as `reset_parameters` initialises them: the filters, then the bias. */
function drawnWeights(call: Call, shape: readonly number[], biasSize: number | false): LayerObject['weights'] {
  const fanIn = shape.slice(1).reduce((product, extent) => product * extent, 1);
  const dtype = call.dtype();
  const weight = initialWeights(call, shape, fanIn, dtype);
  const bias = biasSize === false ? undefined : initialWeights(call, [biasSize], fanIn, dtype);
  return { ...(weight && { weight }), ...(bias && { bias }) };
}

export function pooling(call: Call, options: Pool2dOptions, axes?: 1): LayerObject {
  return moduleOf(call, (use) => pooled(use, call, options, axes));
}

/** `use` holds the input, `call` the options; with `return_indices` a pair of the values and their places. */
export function pooled(use: Call, call: Call, options: Pool2dOptions, axes?: 1): Py {
  const { callee } = call;
  if (call.has('return_indices') && call.flag('return_indices', false)) {
    return withPlaces(use, callee, options, axes);
  }
  return placedAt(use.range, () => tapedPool(use.array('input'), options, torchCaller(use, callee, axes), use.context));
}

export function convOptions(call: Call): Conv2dOptions {
  requireIntegers(call, 'stride');
  const mode = call.text('padding_mode', 'zeros');
  return {
    stride: optionalPair(call, 'stride') ?? 1,
    padding: torchPadding(call),
    dilation: optionalPair(call, 'dilation') ?? 1,
    groups: call.integer('groups', 1),
    ...(mode !== 'zeros' && { paddingMode: mode as PaddingMode }),
  };
}

export function transposeOptions(call: Call): ConvTranspose2dOptions {
  requireIntegers(call, 'stride');
  return {
    stride: optionalPair(call, 'stride') ?? 1,
    padding: optionalPair(call, 'padding') ?? 0,
    outputPadding: optionalPair(call, 'output_padding') ?? 0,
    dilation: optionalPair(call, 'dilation') ?? 1,
    groups: call.integer('groups', 1),
  };
}

export function maxOptions(call: Call): Pool2dOptions {
  requireIntegers(call, 'kernel_size');
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

export function averageOptions(call: Call): Pool2dOptions {
  requireIntegers(call, 'kernel_size');
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
