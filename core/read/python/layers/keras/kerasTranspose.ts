/** Transposed convolutions of TensorFlow and Keras: filters (f_H, f_W, n_C, n_C_prev). */
import { toPair } from '../../../../layer/axis';
import type { ConvTranspose2dOptions, Pair } from '../../../../layer/options';
import { sameSides } from '../../../../layer/sameSides';
import { LensError, msg } from '../../../../message';
import { mapTuple, tuple2 } from '../../../../tuples';
import { type Call, type FunctionTable, onInput } from '../../library/call/Call';
import type { LayerObject, Py } from '../../value/Py';
import { optionalPair, pairArgument, tensorflowPadding, tensorflowPair } from '../arguments';
import { placedAt } from '../forward';
import { initialized } from './initializers';
import { activated, activationName, caller, CONVOLUTION, dataFormatOf, weightsOf } from './tensorflow';
import { transposeConvolve } from '../transpose';

/** Functions of `tf.nn` by name. */
export const NEURAL_TRANSPOSE: FunctionTable = {
  conv2d_transpose: [
    'input|value filters|filter output_shape strides? padding? data_format? dilations? name?',
    applied,
  ],
};

/** Classes of `tf.keras.layers` by name. */
export const KERAS_TRANSPOSE: FunctionTable = {
  Conv2DTranspose: [`${CONVOLUTION} output_padding?`, layer],
  Convolution2DTranspose: [`${CONVOLUTION} output_padding?`, layer],
};

function layer(call: Call): LayerObject {
  const layout = dataFormatOf(call);
  const kernel = pairArgument(call, 'kernel_size');
  const stride = optionalPair(call, 'strides') ?? 1;
  const dilation = optionalPair(call, 'dilation_rate') ?? 1;
  const outputPadding = optionalPair(call, 'output_padding');
  const padding = tensorflowPadding(call, layout);
  const isSized = outputPadding !== undefined && padding !== 'valid';
  if (isSized && String(toPair(dilation)) !== '1,1')
    throw new LensError(msg('{0} of {1} is not supported', 'output_padding', call.callee), undefined, call.range);
  const filters = call.integer('filters');
  const options: ConvTranspose2dOptions = {
    stride,
    padding,
    dilation,
    outputPadding: outputPadding ?? missing(toPair(kernel), toPair(stride), toPair(dilation)),
  };
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
      const channels = input.shape.at(layout === 'nhwc' ? -1 : -3) ?? 1;
      weights.weight ??= initialized(call, 'kernel_initializer', [...toPair(kernel), filters, channels], use);
      if (hasBias && weights.weight) weights.bias ??= initialized(call, 'bias_initializer', [filters], use);
      const { weight, bias } = weights;
      const sized = isSized
        ? sizedBy(input.shape.slice(layout === 'nhwc' ? -3 : -2), kernel, stride, outputPadding)
        : options;
      const request = { input, filter: hasBias && !bias ? undefined : weight, bias, options: sized };
      const by = caller(use, layout, call.callee);
      const output = placedAt(use.range, () => transposeConvolve(request, by, use.context));
      return activated(output, activation, use);
    }),
  };
}

/** Padding "same" whose output is larger by Keras' `output_padding` than with half of the kernel around it. */
function sizedBy(size: readonly number[], kernel: Pair, stride: Pair, added: Pair): ConvTranspose2dOptions {
  const [extents, kernels, strides, more] = [tuple2(size.slice(0, 2)), toPair(kernel), toPair(stride), toPair(added)];
  const outputSize = mapTuple([0, 1], (axis) => (extents[axis] - 1) * strides[axis] + (kernels[axis] % 2) + more[axis]);
  return { stride, padding: sameSides(extents, kernels, strides, outputSize), outputSize };
}

/** Keras' output covers size · stride cells also where the kernel is smaller than the stride. */
function missing(
  kernel: readonly [number, number],
  stride: readonly [number, number],
  dilation: readonly number[],
): Pair {
  const [rows, cols] = kernel.map((extent, axis) => Math.max(0, stride[axis]! - dilation[axis]! * (extent - 1) - 1));
  return [rows!, cols!];
}

function applied(call: Call): Py {
  const layout = dataFormatOf(call);
  const given = call.lacks('padding') ? 'same_upper' : tensorflowPadding(call, layout);
  const [input, filter] = [call.array('input'), call.array('filters')];
  // TensorFlow 1 has this default.
  const stride = call.lacks('strides') ? 1 : tensorflowPair(call, 'strides', layout);
  const sizes = call.integers('output_shape');
  if (sizes.length !== 4)
    throw new LensError(msg('{0} of {1} is not supported', 'output_shape', call.callee), undefined, call.range);
  const at = layout === 'nhwc' ? 1 : 2;
  const outputSize = [sizes[at]!, sizes[at + 1]!] as const;
  const size = [input.shape[at]!, input.shape[at + 1]!] as const;
  const needed = outputSize.map((cells, axis) => Math.ceil(cells / toPair(stride)[axis]!));
  const faulty = given === 'same_upper' ? needed.findIndex((windows, axis) => windows !== size[axis]) : -1;
  if (faulty >= 0) {
    const detail = msg(
      '{0} needs {1} window{1||s} for this output size, not {2}',
      call.callee,
      needed[faulty]!,
      size[faulty]!,
    );
    throw new LensError(detail, undefined, call.range);
  }
  const padding = given === 'same_upper' ? sameSides(size, filter.shape, toPair(stride), outputSize) : given;
  const request = { input, filter, bias: undefined, options: { stride, padding, outputSize } };
  return placedAt(call.range, () => transposeConvolve(request, caller(call, layout), call.context));
}
