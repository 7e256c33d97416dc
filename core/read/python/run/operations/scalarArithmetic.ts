/** Arithmetic and comparison of two numbers: Python's rules for its own numbers, NumPy's for NumPy scalars. */
import { LensError, msg } from '../../../../message';
import { bitsOf, castTo, kindOf, type Dtype } from '../../array/dtype';
import { floatFloorDivide as numpyFloorDivide } from '../../library/ufunc/floats';
import { OPERATOR_UFUNCS, jointType } from '../../library/ufunc/operators';
import { PythonError, typeError, valueError } from '../../runtime/PythonError';
import type { BinaryOperator } from '../../syntax/tree/ast';
import type { PyNumber } from '../../value/Py';

const COMPARE: Readonly<Partial<Record<BinaryOperator, (a: number, b: number) => boolean>>> = {
  '==': (a, b) => a === b,
  '!=': (a, b) => a !== b,
  '<': (a, b) => a < b,
  '<=': (a, b) => a <= b,
  '>': (a, b) => a > b,
  '>=': (a, b) => a >= b,
};

import { power } from './power';

export function scalarBinary(operator: BinaryOperator, left: PyNumber, right: PyNumber): PyNumber {
  const numpy = left.numpy === true || right.numpy === true;
  const compare = COMPARE[operator];
  if (compare) return made(compare(left.value, right.value) ? 1 : 0, 'bool', numpy);
  const dtype = resultDtype(operator, left, right, numpy);
  if (dtype === 'bool') return made(bits(operator, left.value, right.value), dtype, numpy);
  const exact = numpy
    ? numpyValue(operator, left.value, right.value, dtype)
    : pythonValue(operator, left, right, dtype);
  if (kindOf(dtype) !== 1) return made(dtype === 'float64' ? exact : castTo(dtype)(exact), dtype, numpy);
  if (Number.isSafeInteger(exact)) return made(castTo(dtype)(exact), dtype, numpy);
  throw new LensError(msg('integers beyond 2^53 are not supported: {0}', `${left.value} ${operator} ${right.value}`));
}

export function scalarUnary(operator: '-' | '+' | '~', operand: PyNumber): PyNumber {
  const { dtype, value, numpy } = operand;
  if (operator === '~') {
    if (kindOf(dtype) === 2) throw typeError(`bad operand type for unary ~: '${numpy ? `numpy.${dtype}` : 'float'}'`);
    return dtype === 'bool' && numpy
      ? made(1 - value, dtype, true)
      : made(castTo(dtype === 'bool' ? 'int64' : dtype)(-value - 1), dtype === 'bool' ? 'int64' : dtype, numpy);
  }
  if (dtype === 'bool' && numpy && operator === '-') {
    throw typeError(
      'The numpy boolean negative, the `-` operator, is not supported, use the `~` operator or the logical_not function instead.',
    );
  }
  const result = dtype === 'bool' ? 'int64' : dtype;
  const signed = operator === '-' ? -value : value;
  return made(kindOf(result) === 2 ? signed : castTo(result)(signed) + 0, result, numpy);
}

/** Remainder with the sign of the divisor. */
function floatModulo(a: number, b: number): number {
  const rest = a % b;
  if (rest === 0) return b < 0 ? -0 : 0;
  return rest < 0 !== b < 0 ? rest + b : rest;
}

/** CPython's `float_floor_div`. */
function floatFloorDivide(a: number, b: number): number {
  const rest = floatModulo(a, b);
  const quotient = (a - rest) / b;
  if (quotient === 0 || !Number.isFinite(quotient)) return quotient;
  const floor = Math.floor(quotient);
  return quotient - floor > 0.5 ? floor + 1 : floor;
}

function made(value: number, dtype: Dtype, numpy: boolean | undefined): PyNumber {
  return numpy ? { kind: 'number', value, dtype, numpy } : { kind: 'number', value, dtype };
}

function resultDtype(operator: BinaryOperator, left: PyNumber, right: PyNumber, numpy: boolean): Dtype {
  const joint = numpy ? jointType(left, right) : pythonJoint(left.dtype, right.dtype);
  const bitwise = operator === '&' || operator === '|' || operator === '^';
  if (bitwise || operator === '<<' || operator === '>>') {
    if (kindOf(joint) === 2) throw numpy ? unsupportedUfunc(operator) : unsupported(operator, left, right);
    return joint === 'bool' && !bitwise ? 'int64' : joint;
  }
  if (operator === '@') throw unsupported(operator, left, right);
  if (joint === 'bool') {
    if (numpy && operator === '-')
      throw typeError(
        'numpy boolean subtract, the `-` operator, is not supported, use the bitwise_xor, the `^` operator, or the logical_xor function instead.',
      );
    if (operator === '/') return 'float64';
    return numpy && (operator === '+' || operator === '*') ? 'bool' : numpy ? 'int8' : 'int64';
  }
  if (operator === '/' && kindOf(joint) === 1) return 'float64';
  if (operator === '**' && kindOf(joint) === 1 && right.value < 0) {
    if (numpy) throw valueError('Integers to negative integer powers are not allowed.');
    return 'float64';
  }
  return joint;
}

function pythonJoint(a: Dtype, b: Dtype): Dtype {
  if (a === 'float64' || b === 'float64') return 'float64';
  return a === 'bool' && b === 'bool' ? 'bool' : 'int64';
}

function bits(operator: BinaryOperator, a: number, b: number): number {
  if (operator === '&' || operator === '*') return a * b;
  return operator === '^' ? Number(a !== b) : Math.max(a, b);
}

function pythonValue(operator: BinaryOperator, left: PyNumber, right: PyNumber, dtype: Dtype): number {
  const [a, b] = [left.value, right.value];
  if (b === 0) {
    const whole = dtype === 'int64';
    if (operator === '/')
      throw new PythonError(
        'ZeroDivisionError',
        whole || (kindOf(left.dtype) !== 2 && kindOf(right.dtype) !== 2)
          ? 'division by zero'
          : 'float division by zero',
      );
    if (operator === '//')
      throw new PythonError(
        'ZeroDivisionError',
        whole ? 'integer division or modulo by zero' : 'float floor division by zero',
      );
    if (operator === '%') throw new PythonError('ZeroDivisionError', whole ? 'integer modulo by zero' : 'float modulo');
  }
  if (operator === '**') {
    if (a === 0 && b < 0) throw new PythonError('ZeroDivisionError', '0.0 cannot be raised to a negative power');
    if (a < 0 && !Number.isInteger(b) && Number.isFinite(b))
      throw new LensError(msg('complex numbers are not supported'));
    const power = powerOf(a, b);
    if (!Number.isFinite(power) && Number.isFinite(a) && Number.isFinite(b) && dtype === 'float64')
      throw new PythonError('OverflowError', "(34, 'Numerical result out of range')");
    return power;
  }
  if ((operator === '<<' || operator === '>>') && b < 0) throw valueError('negative shift count');
  return plainValue(operator, a, b, dtype);
}

function numpyValue(operator: BinaryOperator, a: number, b: number, dtype: Dtype): number {
  if (kindOf(dtype) === 1 && b === 0 && (operator === '//' || operator === '%')) return 0;
  if (kindOf(dtype) === 2 && operator === '//') return numpyFloorDivide(a, b);
  if (operator === '**') return powerOf(a, b);
  // A negative or too large count shifts all bits out.
  if ((operator === '<<' || operator === '>>') && (b < 0 || b >= bitsOf(dtype)))
    return operator === '>>' && a < 0 ? -1 : 0;
  return plainValue(operator, a, b, dtype);
}

/** JavaScript's power is NaN for 1 ** NaN and ±1 ** ±inf, where C gives 1. */
function powerOf(a: number, b: number): number {
  if (a === 1 || (a === -1 && Math.abs(b) === Infinity)) return 1;
  return power(a, b);
}

function plainValue(operator: BinaryOperator, a: number, b: number, dtype: Dtype): number {
  switch (operator) {
    case '+':
      return a + b;
    case '-':
      return a - b;
    case '*':
      return kindOf(dtype) === 1 ? a * b + 0 : a * b;
    case '/':
      return a / b;
    case '//':
      return kindOf(dtype) === 1 ? Math.floor(a / b) + 0 : floatFloorDivide(a, b);
    case '%':
      return kindOf(dtype) === 1 ? floatModulo(a, b) + 0 : floatModulo(a, b);
    case '<<':
      return a * 2 ** b;
    case '>>':
      return Math.floor(a / 2 ** b) + 0;
    default:
      return bitwise(operator, a, b);
  }
}

function bitwise(operator: BinaryOperator, a: number, b: number): number {
  const [x, y] = [BigInt(a), BigInt(b)];
  return Number(operator === '&' ? x & y : operator === '|' ? x | y : x ^ y);
}

function unsupportedUfunc(operator: BinaryOperator): PythonError {
  return typeError(
    `ufunc '${OPERATOR_UFUNCS[operator]!}' not supported for the input types, and the inputs could not be safely coerced to any supported types according to the casting rule ''safe''`,
  );
}

function unsupported(operator: BinaryOperator, left: PyNumber, right: PyNumber): PythonError {
  const name = (value: PyNumber): string => {
    if (value.numpy) return `numpy.${value.dtype}`;
    return value.dtype === 'float64' ? 'float' : value.dtype === 'bool' ? 'bool' : 'int';
  };
  return typeError(`unsupported operand type(s) for ${operator}: '${name(left)}' and '${name(right)}'`);
}
