/** Flax's pooling and `nn.Conv`: NHWC images, HWIO filters. */
import type { PyArray } from '../../array/PyArray';
import { libraryFunction, type Call, type FunctionTable, onInput } from '../../library/call/Call';
import { toArray } from '../../library/call/coerce';
import type { Py, LayerObject } from '../../value/Py';
import { placedAt } from '../forward';
import { hasDilation, jaxCaller, paddingOf, pairOf } from './jax';
import { unsupportedOption } from '../images/slideKernel';
import { tapedConvolve, tapedPool } from '../taped';

/** Classes of `flax.linen` by name. */
export const FLAX: FunctionTable = {
  max_pool: ['inputs window_shape strides? padding?', (call) => flaxPool(call, 'max')],
  avg_pool: ['inputs window_shape strides? padding? count_include_pad?', (call) => flaxPool(call, 'average')],
  compact: ['fun', (call) => call.value('fun')],
  Conv: [
    'features kernel_size strides? padding? input_dilation? kernel_dilation? feature_group_count? use_bias? mask? dtype? param_dtype? precision? kernel_init? bias_init? name?',
    flaxConv,
  ],
};

function flaxPool(call: Call, mode: 'max' | 'average'): Py {
  const kernel = pairOf(call, call.value('window_shape'));
  const options = {
    mode,
    kernel,
    stride: call.lacks('strides') ? 1 : pairOf(call, call.value('strides')),
    padding: call.lacks('padding') ? ('valid' as const) : paddingOf(call, call.value('padding')),
    countIncludePad: !call.has('count_include_pad') || call.flag('count_include_pad', true),
    ties: 'first',
  } as const;
  return placedAt(call.range, () => tapedPool(call.array('inputs'), options, jaxCaller(call), call.context));
}

/** `conv.apply({'params': {'kernel': …, 'bias': …}}, x)`. */
function flaxConv(call: Call): LayerObject {
  if (hasDilation(call, 'input_dilation')) throw unsupportedOption(call, 'input_dilation');
  const options = {
    stride: call.lacks('strides') ? 1 : pairOf(call, call.value('strides')),
    padding: call.lacks('padding') ? ('same_upper' as const) : paddingOf(call, call.value('padding')),
    dilation: call.lacks('kernel_dilation') ? 1 : pairOf(call, call.value('kernel_dilation')),
    groups: call.integer('feature_group_count', 1),
  };
  const hasBias = call.flag('use_bias', true);
  const apply = (use: Call, input: PyArray, filter: PyArray | undefined, bias: PyArray | undefined): Py =>
    placedAt(use.range, () =>
      tapedConvolve({ input, filter, bias, options }, jaxCaller(use, call.callee), use.context),
    );
  const applied = libraryFunction('apply', 'variables x', (use) => {
    const parameters = entryOf(use.value('variables'), 'params');
    const [kernel, bias] = ['kernel', 'bias'].map((name) => parameters && entryOf(parameters, name));
    return apply(
      use,
      use.array('x'),
      kernel && toArray(kernel, use.context),
      hasBias && bias ? toArray(bias, use.context) : undefined,
    );
  });
  return {
    kind: 'layer',
    callee: call.callee,
    framework: 'numpy',
    weights: {},
    hasBias,
    apply: onInput((use) => apply(use, use.array('input'), undefined, undefined)),
    member: (name) => (name === 'apply' ? applied : undefined),
  };
}

function entryOf(value: Py, key: string): Py | undefined {
  return value.kind === 'dictionary' ? value.entries.get(key) : undefined;
}
