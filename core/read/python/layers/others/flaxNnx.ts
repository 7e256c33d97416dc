/** `nnx.Conv` of Flax: NHWC images, HWIO filters; the other members of `flax.nnx` are those of `flax.linen`. */
import { toPair } from '../../../../layer/axis';
import type { Pair } from '../../../../layer/options';
import type { Call, FunctionTable } from '../../library/call/Call';
import { NONE } from '../../value/constructors';
import type { LayerObject } from '../../value/Py';
import { paddingOf, pairOf } from '../jax/jax';
import { unsupportedArgument } from '../torch/torchCaller';
import { drawnBy, filledWith, initialValues, weightedLayer } from './weightedLayer';

/** Classes of `flax.nnx` by name. */
export const FLAX_NNX: FunctionTable = {
  // No draw depends on the seed.
  Rngs: ['*seeds params? dropout?', () => NONE],
  Conv: [
    'in_features out_features kernel_size strides? padding? input_dilation? kernel_dilation? feature_group_count? use_bias? mask? dtype? param_dtype? precision? kernel_init? bias_init? rngs?',
    convolution,
  ],
};

function convolution(call: Call): LayerObject {
  for (const name of ['input_dilation', 'mask'])
    if (!call.lacks(name) && call.value(name).kind !== 'number') throw unsupportedArgument(call, name);
  const kernel: Pair = pairOf(call, call.value('kernel_size'));
  const [rows, cols] = toPair(kernel);
  const filters = call.integer('out_features');
  return weightedLayer(call, {
    options: {
      stride: call.lacks('strides') ? 1 : pairOf(call, call.value('strides')),
      padding: call.lacks('padding') ? 'same_upper' : paddingOf(call, call.value('padding')),
      dilation: call.lacks('kernel_dilation') ? 1 : pairOf(call, call.value('kernel_dilation')),
      groups: call.integer('feature_group_count', 1),
    },
    kernel,
    filters,
    hasBias: call.flag('use_bias', true),
    caller: (use) => ({
      callee: call.callee,
      range: use.range,
      notation: 'numpy',
      layout: 'nhwc',
      filterLayout: 'hwio',
    }),
    weight: (channels, use) => {
      const shape = [rows, cols, channels, filters];
      if (!call.lacks('kernel_init')) return initialValues(call.value('kernel_init'), shape, use);
      const std = Math.sqrt(1 / (rows * cols * channels));
      return drawnBy('JAX', use, shape, { kind: 'truncated', mean: 0, std });
    },
    bias: (use) =>
      call.lacks('bias_init') ? filledWith(use, 0, [filters]) : initialValues(call.value('bias_init'), [filters], use),
    parameterNames: { kernel: 'weight', bias: 'bias' },
  });
}
