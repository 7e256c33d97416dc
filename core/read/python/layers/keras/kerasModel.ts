/** Keras' models: layers one after the other, in a `Sequential` or between an `Input` and an output of the functional API. */
import { LensError, msg } from '../../../../message';
import { convert } from '../../array/elementwise';
import { libraryFunction, type Call, onInput } from '../../library/call/Call';
import { toArray } from '../../library/call/coerce';
import { NONE, UNKNOWN, pyList } from '../../value/constructors';
import { programOf } from '../../value/Program';
import type { Arguments, LayerObject, Py } from '../../value/Py';

/** `Conv2D(…)(inputs)`: the symbolic tensor after one more layer; undefined for a call on an array. */
export function symbolicResult(layer: LayerObject, { positional: [input] }: Arguments): LayerObject | undefined {
  if (layer.framework !== 'tensorflow' || input?.value.kind !== 'layer' || !input.value.symbolic) return undefined;
  const { value } = input;
  return { ...value, items: [...(value.items ?? []), layer] };
}

/** The layers of `Model(inputs, outputs)`: one input, one output. */
export function layersBetween(call: Call): Py[] {
  const [inputs, outputs] = [call.value('inputs'), call.value('outputs')];
  if (inputs.kind === 'layer' && outputs.kind === 'layer' && outputs.symbolic) return [...(outputs.items ?? [])];
  throw new LensError(msg('{0} is supported with one input and one output', call.callee), undefined, call.range);
}

/** `model.get_layer('conv')`: by the name that the text gives a layer, or by its place. */
function layerOf(use: Call, items: readonly Py[]): Py {
  const name = use.lacks('name') ? undefined : use.text('name');
  const found =
    name === undefined
      ? items[use.integer('index')]
      : items.find((item) => {
          const own = item.kind === 'layer' ? item.member?.('name') : undefined;
          return own?.kind === 'text' && own.value === name;
        });
  if (found) return found;
  throw new LensError(
    msg('{0}: the text names no layer {1}', use.callee, name ?? use.integer('index')),
    undefined,
    use.range,
  );
}

/** A model that applies layers one after the other. */
export function modelOf(call: Call, given: readonly Py[]): LayerObject {
  const items = given.filter((item) => !isInput(item));
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
    get_layer: libraryFunction('get_layer', 'name? index?', (use) => layerOf(use, items)),
    get_weights: libraryFunction('get_weights', '', () => pyList(weightsOf(items))),
    summary: libraryFunction(
      'summary',
      'line_length? positions? print_fn? expand_nested? show_trainable? layer_range?',
      () => NONE,
    ),
    build: libraryFunction('build', '*rest input_shape?', () => NONE),
    compile: libraryFunction('compile', '*rest optimizer? loss? metrics?', () => NONE),
    layers: pyList(items),
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
      msg('{0} more array{0| is|s are} given than the model has weights', arrays.length),
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
