/** Keras' `Sequential` and its layers without weights; what a model computes is what `predict` computes. */
import { LensError, msg } from '../../../../message';
import { mapTuple } from '../../../../tuples';
import type { PyArray } from '../../array/PyArray';
import { reshapeTo } from '../../array/reshaping';
import type { Call, FunctionTable } from '../../library/call/Call';
import { UNKNOWN } from '../../value/constructors';
import type { Py, LayerObject } from '../../value/Py';
import { pool } from '../forward';
import { layersBetween, modelOf } from './kerasModel';
import { KERAS_SIZES } from './kerasSizes';
import { plain } from './plainLayer';
import { tapedRelu } from '../taped';
import { activated, activationName, caller, dataFormatOf } from './tensorflow';

const INPUT = '*rest input_shape? batch_input_shape? shape? batch_size? dtype? name?';

/** Functions of `tf.keras` and `tf.keras.models` by name. */
export const KERAS_MODELS: FunctionTable = {
  Sequential: ['layers? name?', (call) => modelOf(call, call.lacks('layers') ? [] : [...call.sequence('layers')])],
  Model: ['inputs outputs name?', (call) => modelOf(call, layersBetween(call))],
  Input: [INPUT, symbolicInput],
};

const ADAPTIVE = 'output_size data_format? name?';
const GLOBAL = 'data_format? keepdims? name? input_shape?';

/** Classes of `tf.keras.layers` by name. */
export const KERAS_PLAIN: FunctionTable = {
  Flatten: ['data_format? name? input_shape?', (call) => plain(call, (use, input) => flatten(use, input))],
  Dropout: ['rate noise_shape? seed? name? input_shape?', (call) => plain(call, (_, input) => input)],
  InputLayer: [INPUT, (call) => plain(call, (_, input) => input)],
  Input: [INPUT, symbolicInput],
  BatchNormalization: [
    'axis? momentum? epsilon? center? scale? name? input_shape? beta_initializer? gamma_initializer? moving_mean_initializer? moving_variance_initializer?',
    (call) => plain(call, () => UNKNOWN),
  ],
  ReLU: ['max_value? negative_slope? threshold? name?', rectifier],
  Activation: [
    'activation name?',
    (call) => {
      const name = activationName(call.value('activation'));
      return name === 'relu' ? rectifier(call) : plain(call, (use, input) => activated(input, name, use));
    },
  ],
  ...KERAS_SIZES,
  GlobalMaxPooling2D: [GLOBAL, (call) => globalPool(call, 'max')],
  GlobalMaxPool2D: [GLOBAL, (call) => globalPool(call, 'max')],
  GlobalAveragePooling2D: [GLOBAL, (call) => globalPool(call, 'average')],
  GlobalAvgPool2D: [GLOBAL, (call) => globalPool(call, 'average')],
  GlobalMaxPooling1D: [GLOBAL, (call) => globalPool(call, 'max', 1)],
  GlobalMaxPool1D: [GLOBAL, (call) => globalPool(call, 'max', 1)],
  GlobalAveragePooling1D: [GLOBAL, (call) => globalPool(call, 'average', 1)],
  GlobalAvgPool1D: [GLOBAL, (call) => globalPool(call, 'average', 1)],
  AdaptiveMaxPooling1D: [ADAPTIVE, (call) => adaptivePool(call, 'max', 1)],
  AdaptiveMaxPooling2D: [ADAPTIVE, (call) => adaptivePool(call, 'max')],
  AdaptiveAveragePooling1D: [ADAPTIVE, (call) => adaptivePool(call, 'average', 1)],
  AdaptiveAveragePooling2D: [ADAPTIVE, (call) => adaptivePool(call, 'average')],
  Dense: [
    'units *rest activation? use_bias? name? input_shape? kernel_initializer? bias_initializer?',
    (call) => plain(call, () => UNKNOWN),
  ],
};

/** A model's input; in a sequence of layers it is the output of the layer before. */
function symbolicInput(call: Call): LayerObject {
  return { ...plain(call, (_, input) => input), symbolic: true, items: [] };
}

/** With a limit, a slope or a threshold, what it computes is unknown. */
function rectifier(call: Call): LayerObject {
  const layout = call.context.channelsFirst ? 'nchw' : 'nhwc';
  if (!call.lacks('max_value') || call.number('negative_slope', 0) !== 0 || call.number('threshold', 0) !== 0)
    return plain(call, () => UNKNOWN);
  return plain(call, (use, input) => tapedRelu(input, caller(use, layout, call.callee), use.context));
}

function flatten(use: Call, input: PyArray): Py {
  return reshapeTo(input, [input.shape[0]!, -1], use.context);
}

/** One window as large as the image; the spatial axes are dropped. `axes`: 1 for sequences. */
function globalPool(call: Call, mode: 'max' | 'average', axes?: 1): Py {
  const layout = dataFormatOf(call);
  const keeps = call.flag('keepdims', false);
  return plain(call, (use, input) => {
    const sizes = layout === 'nhwc' ? input.shape.slice(1, -1) : input.shape.slice(2);
    const [height = 1, width = 1] = axes ? [1, ...sizes] : sizes;
    const options = { mode, kernel: [height, width] as const, stride: 1, ties: 'first' } as const;
    const pooled = pool(input, options, caller(use, layout, call.callee, axes), use.context);
    if (keeps || pooled.kind !== 'array') return pooled;
    const channels = pooled.shape.at(layout === 'nhwc' ? -1 : 1)!;
    return reshapeTo(pooled, [pooled.shape[0]!, channels], use.context);
  });
}

/** Windows of equal size, where the output's size divides the input's. */
function adaptivePool(call: Call, mode: 'max' | 'average', axes?: 1): Py {
  const layout = dataFormatOf(call);
  const given = call.integers('output_size');
  const [rows = 1, cols = rows] = axes ? [1, ...given] : given;
  return plain(call, (use, input) => {
    const places = layout === 'nhwc' ? input.shape.slice(1, -1) : input.shape.slice(2);
    const sizes = axes ? [1, ...places] : places;
    const kernel = mapTuple([rows, cols], (out, axis) => {
      const extent = sizes[axis] ?? 1;
      if (out >= 1 && extent % out === 0) return extent / out;
      throw new LensError(
        msg('{0} from {1} to {2} cells has windows of unequal size, which is not supported', call.callee, extent, out),
        'kernel',
        use.range,
      );
    });
    const options = { mode, kernel, stride: kernel, ties: 'first' } as const;
    return pool(input, options, caller(use, layout, call.callee, axes), use.context);
  });
}
