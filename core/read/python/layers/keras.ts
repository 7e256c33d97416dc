/** Keras' `Sequential` and its layers without weights; what a model computes is what `predict` computes. */
import { LensError, msg } from '../../../message';
import { convert } from '../array/elementwise';
import type { PyArray } from '../array/PyArray';
import { reshapeTo } from '../array/reshaping';
import { libraryFunction, type Call, type FunctionTable, onInput } from '../library/call/Call';
import { toArray, toText } from '../library/call/coerce';
import { pad2d } from '../../../layer/pad2d';
import { NONE, UNKNOWN, list } from '../value/constructors';
import { programOf } from '../value/Program';
import type { Py, LayerObject } from '../value/Py';
import { fromNhwc, toNhwc } from './Caller';
import { placedAt, pool } from './forward';
import { activated, caller, layoutOf } from './tensorflow';

/** By name in `tf.keras` and `tf.keras.models`. */
export const KERAS_MODELS: FunctionTable = {
  Sequential: ['layers? name?', sequential],
  Input: ['shape? batch_size? name? dtype?', (call) => plain(call, (_, input) => input)],
};

const INPUT = '*rest input_shape? batch_input_shape? shape? batch_size? dtype? name?';
const GLOBAL = 'data_format? keepdims? name? input_shape?';

/** By name in `tf.keras.layers`. */
export const KERAS_PLAIN: FunctionTable = {
  Flatten: ['data_format? name? input_shape?', (call) => plain(call, (use, input) => flatten(use, input))],
  Dropout: ['rate noise_shape? seed? name? input_shape?', (call) => plain(call, (_, input) => input)],
  InputLayer: [INPUT, (call) => plain(call, (_, input) => input)],
  Input: [INPUT, (call) => plain(call, (_, input) => input)],
  BatchNormalization: [
    'axis? momentum? epsilon? center? scale? name? input_shape? beta_initializer? gamma_initializer? moving_mean_initializer? moving_variance_initializer?',
    (call) => plain(call, () => UNKNOWN),
  ],
  ReLU: [
    'max_value? negative_slope? threshold? name?',
    (call) => plain(call, (use, input) => activated(input, 'relu', use)),
  ],
  Activation: [
    'activation name?',
    (call) => {
      const name = toText(call.value('activation'));
      return plain(call, (use, input) => activated(input, name, use));
    },
  ],
  ZeroPadding2D: ['padding? data_format? name? input_shape?', padding],
  GlobalMaxPooling2D: [GLOBAL, (call) => globalPool(call, 'max')],
  GlobalMaxPool2D: [GLOBAL, (call) => globalPool(call, 'max')],
  GlobalAveragePooling2D: [GLOBAL, (call) => globalPool(call, 'average')],
  GlobalAvgPool2D: [GLOBAL, (call) => globalPool(call, 'average')],
  Dense: [
    'units *rest activation? use_bias? name? input_shape? kernel_initializer? bias_initializer?',
    (call) => plain(call, () => UNKNOWN),
  ],
};

function plain(call: Call, run: (use: Call, input: PyArray) => Py): LayerObject {
  return {
    kind: 'layer',
    callee: call.callee,
    framework: 'tensorflow',
    weights: {},
    hasBias: false,
    apply: onInput((use) => placedAt(use.range, () => run(use, use.array('input')))),
  };
}

function flatten(use: Call, input: PyArray): Py {
  return reshapeTo(input, [input.shape[0]!, -1], use.context);
}

/** `padding`: cells on each side, or one number for each axis. */
function padding(call: Call): Py {
  const values = call.lacks('padding') ? [1] : call.integers('padding');
  const [vertical = 1, horizontal = vertical] = values;
  const layout = layoutOf(call);
  return plain(call, (use, input) => {
    const by = caller(use, layout, call.callee);
    const images = toNhwc(input, by, use.context);
    use.context.allocate(
      images.shape.map((extent, axis) => extent + (axis === 1 ? 2 * vertical : axis === 2 ? 2 * horizontal : 0)),
    );
    return fromNhwc(pad2d(images, [vertical, horizontal]), by, input);
  });
}

/** One window as large as the image; the two spatial axes are dropped. */
function globalPool(call: Call, mode: 'max' | 'average'): Py {
  const layout = layoutOf(call);
  const keeps = call.flag('keepdims', false);
  return plain(call, (use, input) => {
    const [height, width] = layout === 'nhwc' ? input.shape.slice(1, 3) : input.shape.slice(2, 4);
    const options = { mode, kernel: [height ?? 1, width ?? 1] as const, stride: 1, ties: 'first' } as const;
    const pooled = pool(input, options, caller(use, layout, call.callee), use.context);
    if (keeps || pooled.kind !== 'array') return pooled;
    const [count, channels] = [pooled.shape[0]!, pooled.shape[layout === 'nhwc' ? 3 : 1]!];
    return reshapeTo(pooled, [count, channels], use.context);
  });
}

function sequential(call: Call): LayerObject {
  const items: Py[] = call.lacks('layers') ? [] : call.sequence('layers').filter((item) => !isInput(item));
  const run = (use: Call, input: Py): Py =>
    items.reduce<Py>((value, item) => {
      if (item.kind === 'layer' || item.kind === 'function') return programOf(use.context).call(item, [value]);
      throw new LensError(msg('a layer of {0} is not supported', call.callee), undefined, use.range);
    }, input);
  const predict = libraryFunction('predict', 'x batch_size? verbose? steps?', (use) =>
    run(use, convert(use.array('x'), 'float32', use.context)),
  );
  const methods: Readonly<Record<string, Py>> = {
    add: libraryFunction('add', 'layer', (use) => {
      const layer = use.value('layer');
      if (!isInput(layer)) items.push(layer);
      return NONE;
    }),
    predict,
    set_weights: libraryFunction('set_weights', 'weights', (use) => setWeights(use, items)),
    get_weights: libraryFunction('get_weights', '', () => list(weightsOf(items))),
    summary: libraryFunction('summary', '*rest', () => NONE),
    build: libraryFunction('build', '*rest input_shape?', () => NONE),
    compile: libraryFunction('compile', '*rest optimizer? loss? metrics?', () => NONE),
    layers: list(items),
  };
  return {
    kind: 'layer',
    callee: call.callee,
    framework: 'tensorflow',
    weights: {},
    hasBias: false,
    apply: onInput((use) => run(use, use.value('input'))),
    items,
    member: (name) => (Object.hasOwn(methods, name) ? methods[name] : undefined),
  };
}

/** The input's shape is not among `model.layers`. */
function isInput(item: Py): boolean {
  return item.kind === 'layer' && /(?:^|\.)Input(?:Layer)?$/.test(item.callee);
}

/** The arrays go to the layers that have weights, in order: the kernel, then the bias. */
function setWeights(use: Call, items: readonly Py[]): Py {
  const arrays = use.sequence('weights').map((value) => toArray(value, use.context));
  const normalization = items.find((item) => item.kind === 'layer' && item.callee.endsWith('BatchNormalization'));
  if (normalization?.kind === 'layer')
    throw new LensError(msg('{0} is not supported', normalization.callee), undefined, use.range);
  for (const item of weighted(items)) {
    const weight = arrays.shift();
    const bias = item.hasBias ? arrays.shift() : undefined;
    if (weight) item.weights.weight = weight;
    if (bias) item.weights.bias = bias;
  }
  if (arrays.length > 0)
    throw new LensError(
      msg('{0} more arrays are given than the model has weights', arrays.length),
      'filter',
      use.range,
    );
  return NONE;
}

function weightsOf(items: readonly Py[]): Py[] {
  return weighted(items).flatMap(({ weights }) => [weights.weight ?? UNKNOWN, ...(weights.bias ? [weights.bias] : [])]);
}

function weighted(items: readonly Py[]): LayerObject[] {
  return items.filter(
    (item): item is LayerObject => item.kind === 'layer' && /Conv(olution)?[12]D|Dense/.test(item.callee),
  );
}
