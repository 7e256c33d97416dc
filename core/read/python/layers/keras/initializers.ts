/** Initialisers of Keras: constants, zeros, ones, and random ones. */
import { sizeOf } from '../../../../array/NdArray';
import { LensError, msg } from '../../../../message';
import { arrayOf, flat, newData, type PyArray } from '../../array/PyArray';
import { libraryFunction, type Call, type FunctionTable } from '../../library/call/Call';
import { toArray } from '../../library/call/coerce';
import { pyInteger, pyTuple } from '../../value/constructors';
import type { Py } from '../../value/Py';
import { RANDOM_INITIALIZERS, randomWeights, TENSORFLOW_RANDOM_INITIALIZERS } from './randomInitializers';

/** Classes of `tf.keras.initializers` by name. */
export const INITIALIZERS: FunctionTable = {
  Constant: ['value? dtype?', constant],
  constant: ['value? dtype?', constant],
  Zeros: ['', () => filler(0)],
  zeros: ['', () => filler(0)],
  Ones: ['', () => filler(1)],
  ones: ['', () => filler(1)],
  ...RANDOM_INITIALIZERS,
};

/** Functions of `tf` by name. */
export const TENSORFLOW_INITIALIZERS: FunctionTable = {
  constant_initializer: INITIALIZERS['Constant']!,
  zeros_initializer: INITIALIZERS['Zeros']!,
  ones_initializer: INITIALIZERS['Ones']!,
  ...TENSORFLOW_RANDOM_INITIALIZERS,
};

const NAMED: Readonly<Record<string, number>> = { zeros: 0, zero: 0, ones: 1, one: 1, Zeros: 0, Ones: 1 };

/**
 * The weights that the argument `name` of a layer gives; by default biases are zero and kernels are `glorot_uniform`. They are
 * made, and drawn, at the first use of the layer. Undefined for an unknown initialiser.
 */
export function initialized(call: Call, name: string, shape: readonly number[], use: Call): PyArray | undefined {
  const place = { callee: call.callee, range: use.range, context: use.context };
  if (!call.has(name) || call.lacks(name))
    return name === 'bias_initializer' ? filled(call, 0, shape) : randomWeights('glorot_uniform', shape, place);
  const given = call.value(name);
  if (given.kind === 'text') {
    const value = Object.hasOwn(NAMED, given.value) ? NAMED[given.value] : undefined;
    return value === undefined ? randomWeights(given.value, shape, place) : filled(call, value, shape);
  }
  if (given.kind !== 'function') return undefined;
  const sizes = { value: pyTuple(shape.map((extent) => pyInteger(extent))), range: use.range };
  const passed = { callee: call.callee, range: use.range, positional: [sizes], named: new Map() };
  return toArray(given.call(passed, call.context), call.context);
}

function filler(value: number): Py {
  return libraryFunction('initializer', 'shape dtype?', (call) => filled(call, value, call.integers('shape')));
}

/** One value for all weights, or as many values as there are weights. */
function constant(call: Call): Py {
  const value = call.lacks('value') ? undefined : call.array('value');
  return libraryFunction('initializer', 'shape dtype?', (use) => {
    const shape = use.integers('shape');
    if (!value || sizeOf(value.shape) === 1) return filled(use, value ? flat(value)[0]! : 0, shape);
    if (sizeOf(value.shape) !== sizeOf(shape))
      throw new LensError(
        msg('the initializer has {0} value{0||s} for {1} weight{1||s}', sizeOf(value.shape), sizeOf(shape)),
        'filter',
        call.range,
      );
    return arrayOf(Float32Array.from(flat(value)), shape, 'float32', { notation: 'tensorflow' });
  });
}

function filled(call: Call, value: number, shape: readonly number[]): PyArray {
  const data = newData(call.context.allocate(shape), 'float32').fill(value);
  return arrayOf(data, shape, 'float32', { notation: 'tensorflow' });
}
