/** Initialisers of Keras that are not random: constants, zeros, ones. */
import { sizeOf } from '../../../array/NdArray';
import { LensError, msg } from '../../../message';
import { arrayOf, flat, newData, type PyArray } from '../array/PyArray';
import { libraryFunction, type Call, type FunctionTable } from '../library/call/Call';
import { toArray } from '../library/call/coerce';
import { integer, tuple } from '../value/constructors';
import { programOf } from '../value/Program';
import type { Py } from '../value/Py';

/** By name in `tf.keras.initializers`. */
export const INITIALIZERS: FunctionTable = {
  Constant: ['value? dtype?', constant],
  constant: ['value? dtype?', constant],
  Zeros: ['', () => filler(0)],
  zeros: ['', () => filler(0)],
  Ones: ['', () => filler(1)],
  ones: ['', () => filler(1)],
};

/** By name in `tf`. */
export const TENSORFLOW_INITIALIZERS: FunctionTable = {
  constant_initializer: INITIALIZERS['Constant']!,
  zeros_initializer: INITIALIZERS['Zeros']!,
  ones_initializer: INITIALIZERS['Ones']!,
};

const NAMED: Readonly<Record<string, number>> = { zeros: 0, zero: 0, ones: 1, one: 1, Zeros: 0, Ones: 1 };

/** The weights that the argument `name` of a layer gives; undefined for the default of the kernel, which is random. */
export function initialized(call: Call, name: string, shape: readonly number[]): PyArray | undefined {
  if (!call.has(name) || call.lacks(name)) return name === 'bias_initializer' ? filled(call, 0, shape) : undefined;
  const given = call.value(name);
  if (given.kind === 'text') {
    const value = Object.hasOwn(NAMED, given.value) ? NAMED[given.value] : undefined;
    return value === undefined ? undefined : filled(call, value, shape);
  }
  if (given.kind !== 'function') return undefined;
  return toArray(programOf(call.context).call(given, [tuple(shape.map((extent) => integer(extent)))]), call.context);
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
        msg('the initializer has {0} values for {1} weights', sizeOf(value.shape), sizeOf(shape)),
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
