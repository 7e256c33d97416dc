/** Depthwise and separable convolutions of TensorFlow and Keras: filters (f_H, f_W, n_C_prev, multiplier). */
import { toPair } from '../../../../layer/axis';
import type { Conv2dOptions } from '../../../../layer/options';
import { LensError, msg } from '../../../../message';
import type { PyArray } from '../../array/PyArray';
import { reshapeTo } from '../../array/reshaping';
import { type Call, type FunctionTable, libraryFunction, onInput } from '../../library/call/Call';
import { toArray } from '../../library/call/coerce';
import { NONE } from '../../value/constructors';
import type { LayerObject, Py } from '../../value/Py';
import { optionalPair, pairArgument, tensorflowPadding, tensorflowPair } from '../arguments';
import { placedAt } from '../forward';
import { initialized } from './initializers';
import { tapedConvolve } from '../taped';
import { activated, activationName, caller, dataFormatOf, weightsOf } from './tensorflow';

const OPTIONS =
  'kernel_size strides? padding? depth_multiplier? data_format? dilation_rate? activation? use_bias? depthwise_initializer?';
const OTHERS =
  'bias_initializer? input_shape? weights? name? dtype? trainable? depthwise_regularizer? bias_regularizer? activity_regularizer? depthwise_constraint? bias_constraint? kernel_initializer?';

/** Functions of `tf.nn` by name. */
export const NEURAL_SEPARABLE: FunctionTable = {
  separable_conv2d: [
    'input depthwise_filter pointwise_filter strides padding data_format? dilations? name?',
    (call) => {
      const layout = dataFormatOf(call);
      const options = {
        stride: tensorflowPair(call, 'strides', layout),
        padding: tensorflowPadding(call, layout),
        dilation: optionalPair(call, 'dilations') ?? 1,
      };
      const between = depthwise(call, call.array('input'), call.array('depthwise_filter'), undefined, options);
      return pointwise(call, between, call.array('pointwise_filter'), undefined);
    },
  ],
};

/** Classes of `tf.keras.layers` by name. */
export const KERAS_SEPARABLE: FunctionTable = {
  DepthwiseConv2D: [`${OPTIONS} ${OTHERS}`, depthwiseLayer],
  SeparableConv2D: [
    `filters kernel_size strides? padding? data_format? dilation_rate? depth_multiplier? activation? use_bias? depthwise_initializer? pointwise_initializer? ${OTHERS}`,
    separableLayer,
  ],
};

function depthwiseLayer(call: Call): LayerObject {
  const hasBias = call.flag('use_bias', true);
  const activation = call.lacks('activation') ? 'linear' : activationName(call.value('activation'));
  return {
    kind: 'layer',
    callee: call.callee,
    framework: 'tensorflow',
    weights: call.lacks('weights') ? {} : weightsOf(call),
    hasBias,
    apply: onInput((use, weights) => {
      const input = use.array('input');
      const shape = depthwiseShape(call, input);
      weights.weight ??= initialized(call, 'depthwise_initializer', shape, use);
      if (hasBias && weights.weight) weights.bias ??= initialized(call, 'bias_initializer', [shape[2] * shape[3]], use);
      const filter = hasBias && !weights.bias ? undefined : weights.weight;
      return activated(depthwise(use, input, filter, weights.bias, layerOptions(call), call), activation, use);
    }),
  };
}

/** A depthwise convolution without bias, then a pointwise one with the bias. */
function separableLayer(call: Call): LayerObject {
  const hasBias = call.flag('use_bias', true);
  const activation = call.lacks('activation') ? 'linear' : activationName(call.value('activation'));
  const given: (PyArray | undefined)[] = call.lacks('weights') ? [] : call.arrays('weights');
  const setWeights = libraryFunction('set_weights', 'weights', (use) => {
    given.splice(0, 3, ...use.sequence('weights').map((value) => toArray(value, use.context)));
    return NONE;
  });
  return {
    kind: 'layer',
    callee: call.callee,
    framework: 'tensorflow',
    weights: {},
    hasBias,
    member: (name) => {
      if (name === 'set_weights') return setWeights;
      if (name === 'weight' || name === 'bias' || name === 'kernel')
        throw new LensError(msg('{0} of {1} is not supported', name, call.callee));
      return undefined;
    },
    apply: onInput((use) => {
      const input = use.array('input');
      const shape = depthwiseShape(call, input);
      const filters = call.integer('filters');
      given[0] ??= initialized(call, 'depthwise_initializer', shape, use);
      given[1] ??= initialized(call, 'pointwise_initializer', [1, 1, shape[2] * shape[3], filters], use);
      if (hasBias) given[2] ??= initialized(call, 'bias_initializer', [filters], use);
      const between = depthwise(use, input, given[0], undefined, layerOptions(call), call);
      return activated(pointwise(use, between, given[1], given[2], call), activation, use);
    }),
  };
}

function layerOptions(call: Call): Conv2dOptions {
  return {
    stride: optionalPair(call, 'strides') ?? 1,
    padding: tensorflowPadding(call, dataFormatOf(call)),
    dilation: optionalPair(call, 'dilation_rate') ?? 1,
  };
}

function depthwiseShape(call: Call, input: PyArray): readonly [number, number, number, number] {
  const channels = input.shape.at(dataFormatOf(call) === 'nhwc' ? -1 : -3) ?? 1;
  return [...toPair(pairArgument(call, 'kernel_size')), channels, call.integer('depth_multiplier', 1)];
}

/** Output channel c·multiplier + q is filter q of input channel c. `call`: where the options are written. */
function depthwise(
  use: Call,
  input: PyArray,
  kernels: PyArray | undefined,
  bias: PyArray | undefined,
  options: Conv2dOptions,
  call = use,
): Py {
  const [rows = 1, cols = 1, channels = 1, multiplier = 1] = kernels?.shape ?? [];
  const filter = kernels && reshapeTo(kernels, [rows, cols, 1, channels * multiplier], use.context);
  const request = { input, filter, bias, options: { ...options, groups: channels } };
  const by = caller(use, dataFormatOf(call), call.callee);
  return placedAt(use.range, () => tapedConvolve(request, by, use.context));
}

/** A convolution with windows of one cell. */
function pointwise(use: Call, between: Py, filter: PyArray | undefined, bias: PyArray | undefined, call = use): Py {
  if (between.kind !== 'array') return between;
  const notes = [msg('{0} is a depthwise convolution and then this pointwise one', call.callee)];
  const request = { input: between, filter, bias, options: { stride: 1, padding: 0 }, notes };
  return placedAt(use.range, () => tapedConvolve(request, caller(use, dataFormatOf(call), call.callee), use.context));
}
