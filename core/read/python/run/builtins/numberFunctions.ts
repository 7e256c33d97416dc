/** Built-in functions of numbers: `abs`, `round`, `divmod`, `hex`. */
import { mapTuple } from '../../../../tuples';
import { castTo } from '../../array/dtype';
import { LensError, msg } from '../../../../message';
import { MATHEMATICS } from '../../library/mathematics/mathematics';
import type { Call } from '../../library/call/Call';
import { roundDecimals } from '../../library/ufunc/floats';
import { PythonError, typeError, valueError } from '../../runtime/PythonError';
import { typeName } from '../../value/typeName';
import { pyFloat, pyInteger, pyText, pyTuple } from '../../value/constructors';
import type { Py, PyNumber } from '../../value/Py';
import type { Machine } from '../machine/Machine';
import { findMember } from '../objects/classes';
import { operate } from '../operations/operate';
import { fixedText } from '../text/floatText';
import type { Builtins } from './table';

export const NUMBER_FUNCTIONS: Builtins = {
  abs: ['x', absolute],
  round: ['number ndigits?', rounded],
  divmod: [
    'x y',
    (call, machine) => {
      const [x, y] = [call.value('x'), call.value('y')];
      return pyTuple([operate('//', x, y, machine), operate('%', x, y, machine)]);
    },
  ],
  pow: [
    'base exp mod?',
    (call, machine) =>
      call.lacks('mod') ? operate('**', call.value('base'), call.value('exp'), machine) : pyInteger(powerModulo(call)),
  ],
  bin: ['x', (call) => pyText(based(call.integer('x'), 2, '0b'))],
  oct: ['x', (call) => pyText(based(call.integer('x'), 8, '0o'))],
  hex: ['x', (call) => pyText(based(call.integer('x'), 16, '0x'))],
};

function absolute(call: Call, machine: Machine): Py {
  const value = call.value('x');
  if (value.kind === 'number') {
    const dtype = value.dtype === 'bool' && !value.numpy ? 'int64' : value.dtype;
    return { ...value, value: castTo(dtype)(Math.abs(value.value)), dtype };
  }
  if (value.kind === 'instance') {
    const method = findMember(value.class, '__abs__');
    if (method) return machine.call(method, [value]);
  }
  const isParameter = value.kind === 'layer' && value.parameter !== undefined;
  if (value.kind !== 'array' && !isParameter) throw typeError(`bad operand type for abs(): '${typeName(value)}'`);
  return MATHEMATICS['abs']![1](call);
}

/** Half to even, from the exact decimal value as CPython does. */
function rounded(call: Call, machine: Machine): Py {
  const value = call.value('number');
  const own = value.kind === 'instance' ? findMember(value.class, '__round__') : undefined;
  if (own) return machine.call(own, call.has('ndigits') ? [value, call.value('ndigits')] : [value]);
  if (value.kind !== 'number' || (value.numpy && value.dtype === 'bool'))
    throw typeError(`type ${typeName(value)} doesn't define __round__ method`);
  if (!value.dtype.startsWith('float')) return roundedInteger(value, call);
  if (call.lacks('ndigits')) {
    if (!Number.isFinite(value.value))
      throw Number.isNaN(value.value)
        ? valueError('cannot convert float NaN to integer')
        : new PythonError('OverflowError', 'cannot convert float infinity to integer');
    return pyInteger(Number(fixedText(value.value, 0)) + 0);
  }
  const digits = call.integer('ndigits');
  if (value.numpy) {
    const cast = castTo(value.dtype);
    return { ...value, value: cast(roundDecimals(digits, cast)(value.value)) };
  }
  if (!Number.isFinite(value.value)) return value;
  if (digits < 0) return pyFloat(toTens(value.value, 10 ** -digits));
  machine.context.spend(digits);
  return digits > 22 ? value : pyFloat(Number(fixedText(value.value, digits)));
}

/** Negative digits round to tens, hundreds, …, half to even. */
function roundedInteger(value: PyNumber, call: Call): Py {
  const whole = value.dtype === 'bool' || call.lacks('ndigits') ? pyInteger(value.value) : value;
  const digits = call.integer('ndigits', 0);
  return digits < 0 ? { ...whole, value: toTens(whole.value, 10 ** -digits) } : whole;
}

function toTens(value: number, unit: number): number {
  if (!Number.isFinite(value) || !Number.isFinite(unit)) return Number.isFinite(value) ? 0 * value : value;
  const below = Math.floor(value / unit);
  const rest = value - below * unit;
  const up = rest > unit / 2 || (rest === unit / 2 && below % 2 !== 0);
  return (up ? below + 1 : below) * unit;
}

function based(value: number, base: number, prefix: string): string {
  return `${value < 0 ? '-' : ''}${prefix}${Math.abs(value).toString(base)}`;
}

/** `pow` with a modulus by repeated squaring, with the divisor's sign as Python's `%`. */
function powerModulo(call: Call): number {
  const [base, exponent, modulus] = mapTuple([call.integer('base'), call.integer('exp'), call.integer('mod')], BigInt);
  if (modulus === 0n) throw valueError('pow() 3rd argument cannot be 0');
  if (exponent < 0n)
    throw new LensError(
      msg('{0} with a negative exponent and a modulus is not supported', 'pow'),
      undefined,
      call.range,
    );
  let result = 1n;
  let square = base % modulus;
  for (let left = exponent; left > 0n; left >>= 1n) {
    if (left & 1n) result = (result * square) % modulus;
    square = (square * square) % modulus;
  }
  return Number(((result % modulus) + modulus) % modulus);
}
