/** Haiku: pooling, `hk.Conv2D`, and `hk.transform`. NHWC images, HWIO filters. */
import { toPair } from '../../../../layer/axis';
import type { Padding, Pair, Pool2dOptions } from '../../../../layer/options';
import { LensError, msg } from '../../../../message';
import { type Call, type FunctionTable, libraryFunction } from '../../library/call/Call';
import { isSequence, toIntegers } from '../../library/call/coerce';
import { programOf } from '../../value/Program';
import type { LayerObject, Py } from '../../value/Py';
import { optionalPair, pairArgument } from '../arguments';
import type { Caller } from '../Caller';
import { placedAt } from '../forward';
import { moduleOf } from '../torch/moduleOf';
import { tapedPool } from '../taped';
import { unsupportedArgument } from '../torch/torchCaller';
import { drawnBy, filledWith, initialValues, weightedLayer } from './weightedLayer';

const POOL = 'value window_shape strides padding channel_axis?';
const MODULE = 'window_shape strides padding channel_axis? name?';

/** Functions and classes of `haiku` by name. */
export const HAIKU: FunctionTable = {
  max_pool: [POOL, (call) => pooled(call, call, 'max')],
  avg_pool: [POOL, (call) => pooled(call, call, 'average')],
  MaxPool: [MODULE, (call) => moduleOf(call, (use) => pooled(use, call, 'max'))],
  AvgPool: [MODULE, (call) => moduleOf(call, (use) => pooled(use, call, 'average'))],
  Conv2D: [
    'output_channels kernel_shape stride? rate? padding? with_bias? w_init? b_init? data_format? mask? feature_group_count? name?',
    convolution,
  ],
  transform: ['f apply_rng?', (call) => transformed(call.value('f'), true)],
  without_apply_rng: ['f', (call) => withoutRng(call)],
};

function haikuCaller({ range }: Call, name: string, layout: Caller['layout'] = 'nhwc'): Caller {
  return { callee: name, range, notation: 'numpy', layout, filterLayout: 'hwio' };
}

function convolution(call: Call): LayerObject {
  if (!call.lacks('mask')) throw unsupportedArgument(call, 'mask');
  const kernel = pairArgument(call, 'kernel_shape');
  const [rows, cols] = toPair(kernel);
  const filters = call.integer('output_channels');
  const layout = call.text('data_format', 'NHWC') === 'NCHW' ? 'nchw' : 'nhwc';
  return weightedLayer(call, {
    options: {
      stride: optionalPair(call, 'stride') ?? 1,
      padding: call.lacks('padding') ? 'same_upper' : namedPadding(call),
      dilation: optionalPair(call, 'rate') ?? 1,
      groups: call.integer('feature_group_count', 1),
    },
    kernel,
    filters,
    hasBias: call.flag('with_bias', true),
    caller: (use) => haikuCaller(use, call.callee, layout),
    weight: (channels, use) => {
      const shape = [rows, cols, channels, filters];
      if (!call.lacks('w_init')) return initialValues(call.value('w_init'), shape, use);
      const std = 1 / Math.sqrt(rows * cols * channels);
      return drawnBy('JAX', use, shape, { kind: 'truncated', mean: 0, std });
    },
    bias: (use) =>
      call.lacks('b_init') ? filledWith(use, 0, [filters]) : initialValues(call.value('b_init'), [filters], use),
  });
}

/** `use` holds the input, `made` the options. */
function pooled(use: Call, made: Call, mode: Pool2dOptions['mode']): Py {
  const first = made.has('channel_axis') && [1, -3].includes(made.integer('channel_axis'));
  const options: Pool2dOptions = {
    mode,
    kernel: spatial(made, 'window_shape', first),
    stride: spatial(made, 'strides', first),
    padding: namedPadding(made),
    ...(mode === 'average' && { countIncludePad: false }),
    ties: 'first',
  };
  const input = use.array(use === made ? 'value' : 'input');
  const by = haikuCaller(use, made.callee, first ? 'nchw' : 'nhwc');
  return placedAt(use.range, () => tapedPool(input, options, by, use.context));
}

/** One number for both axes, or one for each axis of the image with 1 for channels and batch. */
function spatial(call: Call, name: string, channelsFirst: boolean): Pair {
  const values = call.integers(name);
  if (values.length === 1) return values[0]!;
  const own = values.length === 4 ? values.slice(1) : values;
  if (values.length === 2) return [values[0]!, values[1]!];
  const [channel, rows, cols] = channelsFirst ? [own[0], own[1], own[2]] : [own[2], own[0], own[1]];
  if (own.length !== 3 || channel !== 1 || (values.length === 4 && values[0] !== 1))
    throw new LensError(
      msg('{0} of {1} is not supported', `${name}=${values.join(', ')}`, call.callee),
      undefined,
      call.range,
    );
  return [rows!, cols!];
}

function namedPadding(call: Call): Padding {
  const value = call.value('padding');
  if (value.kind === 'text') {
    const name = value.value.toUpperCase();
    if (name === 'VALID') return 'valid';
    if (name === 'SAME') return 'same_upper';
  } else if (isSequence(value)) {
    const pairs = value.items.map((item) => toIntegers(item));
    const [vertical, horizontal] = pairs.length === 1 ? [pairs[0], pairs[0]] : pairs;
    if (pairs.length <= 2 && vertical?.length === 2 && horizontal?.length === 2)
      return { top: vertical[0]!, bottom: vertical[1]!, left: horizontal[0]!, right: horizontal[1]! };
  }
  throw unsupportedArgument(call, 'padding');
}

/** `init(rng, *args)` runs nothing: the weights are made where `apply(params, rng, *args)` uses them. */
function transformed(f: Py, takesRng: boolean): LayerObject {
  const init = libraryFunction('init', 'rng *args', (): Py => ({ kind: 'dictionary', entries: new Map() }));
  const apply = libraryFunction('apply', takesRng ? 'params rng *args' : 'params *args', (use) => {
    const parameters = use.value('params');
    if (parameters.kind === 'dictionary' && parameters.entries.size > 0) throw unsupportedArgument(use, 'params');
    return programOf(use.context).call(
      f,
      use.rest.map(({ value }) => value),
    );
  });
  return {
    kind: 'layer',
    callee: 'hk.transform',
    framework: 'numpy',
    weights: {},
    hasBias: false,
    apply: (_, context) => programOf(context).call(f, []),
    // A named tuple: `init, apply = hk.transform(f)`.
    items: [init, apply],
    iterable: true,
    member: (name) => (name === 'init' ? init : name === 'apply' ? apply : name === 'transformed' ? f : undefined),
  };
}

function withoutRng(call: Call): Py {
  const value = call.value('f');
  const f = value.kind === 'layer' ? value.member?.('transformed') : undefined;
  if (f) return transformed(f, false);
  throw unsupportedArgument(call, 'f');
}
