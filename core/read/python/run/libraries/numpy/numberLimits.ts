/** `np.iinfo` and `np.finfo`: the limits of a type of number. */
import { LensError, msg } from '../../../../../message';
import { bitsOf, isFloat, type Dtype } from '../../../array/dtype';
import { valueError } from '../../../runtime/PythonError';
import { pyInteger } from '../../../value/constructors';
import { toDtype, type Call } from '../../../library/call/Call';
import type { Py, PyInstance } from '../../../value/Py';
import { makeClass, makeInstance } from '../../objects/classes';
import type { Builtins } from '../../builtins/table';

const INTEGERS = makeClass('iinfo', [], withoutText('np.iinfo'));
const FLOATS = makeClass('finfo', [], withoutText('np.finfo'));

/** Bits of the significand and of the exponent, and decimal digits that are exact (IEEE 754). */
const FORMATS: Readonly<Record<string, readonly [fraction: number, exponent: number, digits: number]>> = {
  float16: [10, 5, 3],
  float32: [23, 8, 6],
  float64: [52, 11, 15],
};

export const NUMBER_LIMITS: Builtins = {
  iinfo: ['int_type', (call) => integerLimits(typeOf(call, 'int_type'))],
  finfo: ['dtype', (call) => floatLimits(typeOf(call, 'dtype'))],
};

/** NumPy prints a table of the limits. */
function withoutText(name: string): Map<string, Py> {
  const refuse = (): never => {
    throw new LensError(msg('{0} is not supported', `repr(${name})`));
  };
  return new Map([['__repr__', { kind: 'function', name: '__repr__', call: refuse }]]);
}

/** The type, or the type of a number. NumPy refuses arrays. */
function typeOf(call: Call, name: string): Dtype {
  const value = call.value(name);
  if (value.kind !== 'array') return value.kind === 'number' ? value.dtype : toDtype(value);
  throw valueError(
    name === 'int_type' ? "Invalid integer data type 'O'." : "data type <class 'numpy.object_'> not inexact",
  );
}

function integerLimits(dtype: Dtype): PyInstance {
  if (isFloat(dtype) || dtype === 'bool')
    throw valueError(`Invalid integer data type '${dtype === 'bool' ? 'b' : 'f'}'.`);
  const bits = bitsOf(dtype);
  if (bits === 64) throw new LensError(msg('the limits of {0} are not supported: they are above 2⁵³', dtype));
  const signed = !dtype.startsWith('u');
  return instanceOf(INTEGERS, {
    bits: pyInteger(bits),
    min: pyInteger(signed ? -(2 ** (bits - 1)) : 0),
    max: pyInteger(2 ** (signed ? bits - 1 : bits) - 1),
    dtype: { kind: 'dtype', dtype, instance: true },
  });
}

function floatLimits(dtype: Dtype): PyInstance {
  const format = FORMATS[dtype];
  if (!format) throw valueError(`data type <class 'numpy.${dtype === 'bool' ? 'bool_' : dtype}'> not inexact`);
  const [fraction, exponent, digits] = format;
  const bias = 2 ** (exponent - 1) - 1;
  const scalar = (value: number): Py => ({ kind: 'number', value, dtype, numpy: true });
  const largest = (2 - 2 ** -fraction) * 2 ** bias;
  return instanceOf(FLOATS, {
    bits: pyInteger(bitsOf(dtype)),
    eps: scalar(2 ** -fraction),
    epsneg: scalar(2 ** -(fraction + 1)),
    max: scalar(largest),
    min: scalar(-largest),
    tiny: scalar(2 ** (1 - bias)),
    smallest_normal: scalar(2 ** (1 - bias)),
    smallest_subnormal: scalar(2 ** (1 - bias - fraction)),
    resolution: scalar(dtype === 'float32' ? Math.fround(1e-6) : Number(`1e-${digits}`)),
    nmant: pyInteger(fraction),
    precision: pyInteger(digits),
    dtype: { kind: 'dtype', dtype, instance: true },
  });
}

function instanceOf(type: PyInstance['class'], attributes: Readonly<Record<string, Py>>): PyInstance {
  const made = makeInstance(type);
  for (const [name, value] of Object.entries(attributes)) made.attributes.set(name, value);
  return made;
}
