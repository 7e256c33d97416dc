/** MindSpore's layers: NCHW images, OIHW filters; the padding has a mode next to its number. */
import type { Padding, Pool2dOptions } from '../../../../layer/options';
import { type Call, type FunctionTable, libraryFunction } from '../../library/call/Call';
import { TORCH } from '../../library/torch/torchFunctions';
import type { LayerObject, Py } from '../../value/Py';
import { optionalPair, pairArgument } from '../arguments';
import { options1d } from '../options1d';
import { placedAt } from '../forward';
import { moduleOf } from '../torch/moduleOf';
import { unsupportedOption } from '../images/slideKernel';
import { tapedConvolve, tapedPool, tapedRelu } from '../taped';
import { torchCaller, unsupportedArgument } from '../torch/torchCaller';
import { drawnBy, filledWith, initialValues, oihw, uniformByFan, weightedLayer } from './weightedLayer';
import { toPair } from '../../../../layer/axis';

const POOL = 'kernel_size? strides|stride? pad_mode? padding? data_format? ceil_mode? count_include_pad?';
const AVERAGE = 'x|input_x kernel_size? stride? padding? ceil_mode? count_include_pad? divisor_override?';
const tensor: FunctionTable[string] = ['object|input_data|data dtype?', (call) => TORCH['tensor']![1](call)];

/** Functions of `mindspore` by name. */
export const MINDSPORE: FunctionTable = {
  Tensor: tensor,
  tensor,
  Parameter: ['default_input name? requires_grad?', (call) => call.value('default_input')],
};

/** Functions and operators of `mindspore.ops` by name. */
export const MINDSPORE_OPERATIONS: FunctionTable = {
  conv2d: [
    'input|inputs|x weight bias? stride? pad_mode? padding? dilation? groups?',
    (call) => convolved(call, call, 'input', 'weight'),
  ],
  Conv2D: [
    'out_channel kernel_size mode? pad_mode? pad? stride? dilation? group? data_format?',
    (call) => {
      if (!call.lacks('data_format') && call.text('data_format') !== 'NCHW')
        throw unsupportedArgument(call, 'data_format');
      return libraryFunction(call.callee, 'x weight', (use) => convolved(use, call, 'x', 'weight'));
    },
  ],
  max_pool2d: [
    'x kernel_size stride? padding? dilation? return_indices? ceil_mode?',
    (call) =>
      pooled(call, call, 'x', { mode: 'max', ...numbered(call, pairArgument(call, 'kernel_size')), ties: 'first' }),
  ],
  avg_pool2d: [AVERAGE, (call) => pooled(call, call, 'x', averageOptions(call))],
  avg_pool1d: [AVERAGE, (call) => pooled(call, call, 'x', options1d(averageOptions(call), call), 1)],
  MaxPool: [POOL, (call) => pooling(call, 'max')],
  AvgPool: [POOL, (call) => pooling(call, 'average')],
  relu: ['input|x', (call) => tapedRelu(call.array('input'), torchCaller(call), call.context)],
  ReLU: ['', rectifier],
};

/** Classes of `mindspore.nn` by name. */
export const MINDSPORE_MODULES: FunctionTable = {
  Conv2d: [
    'in_channels out_channels kernel_size stride? pad_mode? padding? dilation? group? has_bias? weight_init? bias_init? data_format? dtype?',
    convolution,
  ],
  MaxPool2d: [POOL, (call) => pooling(call, 'max')],
  AvgPool2d: [POOL, (call) => pooling(call, 'average')],
  MaxPool1d: [POOL, (call) => pooling(call, 'max', 1)],
  AvgPool1d: [POOL, (call) => pooling(call, 'average', 1)],
  ReLU: ['', rectifier],
};

function rectifier(call: Call): LayerObject {
  return moduleOf(call, (use) => tapedRelu(use.array('input'), torchCaller(use, call.callee), use.context));
}

/** `made`: the call that has the options. */
function convolved(use: Call, made: Call, input: string, weight: string): Py {
  const request = {
    input: use.array(input),
    filter: use.array(weight),
    bias: use.lacks('bias') ? undefined : use.array('bias'),
    options: convOptions(made, 'valid'),
  };
  return placedAt(use.range, () => tapedConvolve(request, torchCaller(use, made.callee), use.context));
}

function convOptions(call: Call, usual: string) {
  return {
    stride: optionalPair(call, 'stride') ?? 1,
    padding: paddingOf(call, usual),
    dilation: optionalPair(call, 'dilation') ?? 1,
    groups: call.has('groups') ? call.integer('groups', 1) : call.has('group') ? call.integer('group', 1) : 1,
  };
}

/** `pad_mode`, and with `pad` the number of cells, or top, bottom, left, right. */
function paddingOf(call: Call, usual: string): Padding {
  const mode = call.text('pad_mode', usual).toLowerCase();
  if (mode === 'valid') return 'valid';
  if (mode === 'same') return 'same_upper';
  if (mode !== 'pad') throw unsupportedOption(call, `pad_mode=${mode}`);
  const name = call.has('pad') ? 'pad' : 'padding';
  if (call.lacks(name)) return 0;
  const values = call.integers(name);
  if (values.length !== 4) return pairArgument(call, name);
  const [top, bottom, left, right] = values;
  return { top: top!, bottom: bottom!, left: left!, right: right! };
}

function convolution(call: Call): LayerObject {
  if (!call.lacks('data_format') && call.text('data_format') !== 'NCHW') throw unsupportedArgument(call, 'data_format');
  const kernel = pairArgument(call, 'kernel_size');
  const [rows, cols] = toPair(kernel);
  const filters = call.integer('out_channels');
  const options = convOptions(call, 'same');
  const fan = uniformByFan((rows * cols * call.integer('in_channels')) / options.groups);
  return weightedLayer(call, {
    options,
    kernel,
    filters,
    hasBias: call.flag('has_bias', false),
    caller: (use) => torchCaller(use, call.callee),
    weight: (channels, use) => initial(call, 'weight_init', oihw(filters, channels, kernel), use, fan),
    bias: (use) => initial(call, 'bias_init', [filters], use, fan),
  });
}

/** A tensor, a number, the name of an initialiser, or the usual one. */
function initial(
  call: Call,
  name: string,
  shape: readonly number[],
  use: Call,
  usual: Parameters<typeof drawnBy>[3],
): ReturnType<typeof filledWith> | undefined {
  if (call.lacks(name)) return drawnBy('MindSpore', use, shape, usual);
  const value = call.value(name);
  if (value.kind === 'number') return filledWith(use, value.value, shape);
  if (value.kind !== 'text') return initialValues(value, shape, use);
  if (value.value === 'normal') return drawnBy('MindSpore', use, shape, { kind: 'normal', mean: 0, std: 0.01 });
  return /^(?:zeros|ones)$/.test(value.value) ? filledWith(use, value.value === 'ones' ? 1 : 0, shape) : undefined;
}

/** A pooling layer: averages leave the padding out. */
function pooling(call: Call, mode: Pool2dOptions['mode'], axes?: 1): LayerObject {
  const planes: Pool2dOptions = {
    mode,
    kernel: optionalPair(call, 'kernel_size') ?? 1,
    stride: optionalPair(call, 'strides') ?? 1,
    padding: paddingOf(call, 'valid'),
    ceilMode: call.has('ceil_mode') && call.flag('ceil_mode', false),
    ...(mode === 'average' && {
      countIncludePad: call.has('count_include_pad') && call.flag('count_include_pad', true),
    }),
    ties: 'first',
  };
  const options = axes ? options1d(planes, call) : planes;
  return moduleOf(call, (use) =>
    tapedPool(use.array('input'), options, torchCaller(use, call.callee, axes), use.context),
  );
}

function averageOptions(call: Call): Pool2dOptions {
  return {
    mode: 'average',
    ...numbered(call, 1),
    countIncludePad: call.flag('count_include_pad', true),
    ties: 'first',
  };
}

function numbered(call: Call, stride: Pool2dOptions['kernel']) {
  return {
    kernel: optionalPair(call, 'kernel_size') ?? 1,
    stride: optionalPair(call, 'stride') ?? stride,
    padding: optionalPair(call, 'padding') ?? 0,
    ceilMode: call.flag('ceil_mode', false),
  };
}

function pooled(use: Call, made: Call, input: string, options: Pool2dOptions, axes?: 1): Py {
  const caller = torchCaller(use, made.callee, axes);
  return placedAt(use.range, () => tapedPool(use.array(input), options, caller, use.context));
}
