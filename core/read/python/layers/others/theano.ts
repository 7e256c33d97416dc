/** Theano and its successors: symbolic variables and functions of them; NCHW images, OIHW filters that are turned before they slide. */
import { toPair } from '../../../../layer/axis';
import type { Pair, Pool2dOptions } from '../../../../layer/options';
import type { PyArray } from '../../array/PyArray';
import { permuteAxes, reshapeTo } from '../../array/reshaping';
import { type Call, type FunctionTable, libraryFunction } from '../../library/call/Call';
import { toInteger } from '../../library/call/coerce';
import { flipped } from '../../library/manipulation/shaping';
import { reluMethod, TORCH_OPERATIONS } from '../../library/torch/torchMethods';
import type { Py } from '../../value/Py';
import { optionalPair, pairArgument } from '../arguments';
import { nchwCaller, type Caller } from '../Caller';
import { applyConvolution, placedAt, pool } from '../forward';
import { unsupportedOption } from '../images/slideKernel';
import { unsupportedArgument } from '../torch/torchCaller';
import { evaluatorOf } from './deferred';
import { placeholder } from './sessions';

/** Functions of `theano` by name. */
export const THEANO: FunctionTable = {
  function: [
    'inputs outputs? mode? updates? givens? no_default_updates? accept_inplace? name? rebuild_strict? allow_input_downcast? profile? on_unused_input?',
    compiled,
  ],
  shared: ['value name? strict? allow_downcast? borrow? broadcastable?', (call) => call.value('value')],
};

const SYMBOL: FunctionTable[string] = ['name? dtype? shape?', placeholder];

/** Functions of `theano.tensor` by name. */
export const THEANO_TENSOR: FunctionTable = {
  ...Object.fromEntries(
    ['scalar', 'vector', 'row', 'col', 'matrix', 'tensor3', 'tensor4'].flatMap((type) =>
      ['', 'b', 'i', 'l', 'f', 'd'].map((dtype) => [`${dtype}${type}`, SYMBOL]),
    ),
  ),
  TensorType: ['dtype broadcastable|shape? name?', () => libraryFunction('theano.tensor.TensorType', ...SYMBOL)],
};

/** Functions of `theano.tensor.nnet` by name. */
export const THEANO_NNET: FunctionTable = {
  conv2d: [
    'input filters input_shape? filter_shape? border_mode? subsample? filter_flip? image_shape? filter_dilation? num_groups?',
    convolved,
  ],
  relu: ['input|x alpha?', relu],
  sigmoid: TORCH_OPERATIONS['sigmoid']!,
};

/** Functions of `theano.tensor.signal.pool` by name. */
export const THEANO_POOL: FunctionTable = {
  pool_2d: ['input ws|ds ignore_border? stride|st? pad|padding? mode?', pooled],
  max_pool_2d: ['input ws|ds ignore_border? stride|st? pad|padding? mode?', pooled],
};

/** `b.dimshuffle('x', 0, 'x', 'x')` and `W.get_value()`. */
export function theanoMethod(self: PyArray, name: string): Py | undefined {
  if (name === 'get_value') return libraryFunction(name, 'borrow?', () => self);
  if (name !== 'dimshuffle') return undefined;
  return libraryFunction(name, '*order', (call) => {
    const order = call.rest.map(({ value }) => (value.kind === 'text' ? undefined : toInteger(value)));
    const moved = permuteAxes(
      self,
      order.filter((axis) => axis !== undefined),
    );
    const shape = order.map((axis) => (axis === undefined ? 1 : self.shape[axis]!));
    return reshapeTo(moved, shape, call.context);
  });
}

/** `theano.function([x], y)`, whose calls give values to the inputs. */
function compiled(call: Call): Py {
  for (const name of ['updates', 'givens']) if (!call.lacks(name)) throw unsupportedArgument(call, name);
  const inputs = call.sequence('inputs');
  const outputs = call.value('outputs');
  return libraryFunction('function', '*values', (use) => {
    const feeds = new Map(use.rest.map(({ value }, index) => [inputs[index]!, value]));
    return evaluatorOf(feeds)(outputs);
  });
}

function theanoCaller(call: Call, { shape }: PyArray): Caller {
  const planar = shape.length === 2 && { planar: true as const };
  return { ...nchwCaller(call), ...planar };
}

function convolved(call: Call): Py {
  const [input, filters] = [call.array('input'), call.array('filters')];
  const flip = call.flag('filter_flip', true);
  const axes = filters.shape.length;
  const dilation = optionalPair(call, 'filter_dilation') ?? 1;
  const request = {
    input,
    filter: flip ? flipped(filters, [axes - 2, axes - 1]) : filters,
    bias: undefined,
    options: {
      stride: optionalPair(call, 'subsample') ?? 1,
      padding: borders(call, filters.shape.slice(-2), toPair(dilation)),
      dilation,
      groups: call.integer('num_groups', 1),
    },
    kernelFlipped: flip,
  };
  return placedAt(call.range, () => applyConvolution(request, theanoCaller(call, input), call.context));
}

function borders(call: Call, kernel: readonly number[], dilation: readonly [number, number]): Pair {
  const value = call.lacks('border_mode') ? undefined : call.value('border_mode');
  if (value && value.kind !== 'text') return pairArgument(call, 'border_mode');
  const mode = value?.value ?? 'valid';
  const [rows, cols] = kernel.map((size, axis) => (size - 1) * dilation[axis]!);
  if (mode === 'valid') return 0;
  if (mode === 'full') return [rows!, cols!];
  if (mode === 'half') return [(rows! + 1) >> 1, (cols! + 1) >> 1];
  throw unsupportedOption(call, `border_mode=${mode}`);
}

/** Without `ignore_border` there is a window wherever one begins inside of the image. */
function pooled(call: Call): Py {
  const input = call.array('input');
  const name = call.text('mode', 'max');
  if (!/^(?:max|average_inc_pad|average_exc_pad)$/.test(name)) throw unsupportedOption(call, `mode=${name}`);
  const kernel = pairArgument(call, 'ws');
  const window = { kernel, stride: optionalPair(call, 'stride') ?? kernel, padding: optionalPair(call, 'pad') ?? 0 };
  const ceilMode = !call.flag('ignore_border', false);
  if (ceilMode && toPair(window.padding).some((cells) => cells > 0))
    throw unsupportedOption(call, 'ignore_border=False');
  const options: Pool2dOptions =
    name === 'max'
      ? { mode: 'max', ...window, ceilMode }
      : { mode: 'average', ...window, ceilMode, countIncludePad: name === 'average_inc_pad' };
  return placedAt(call.range, () => pool(input, options, theanoCaller(call, input), call.context));
}

function relu(call: Call): Py {
  if (!call.lacks('alpha') && call.number('alpha') !== 0) throw unsupportedArgument(call, 'alpha');
  return reluMethod(call);
}
